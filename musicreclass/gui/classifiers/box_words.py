"""What to expect of the classifier in the box, said before it was tried."""

from PySide6.QtCore import QCoreApplication

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import count, listed
from musicreclass.pipeline.inventory.box_card import BoxCard, box_card

translate = QCoreApplication.translate


def broad_genres(taxonomy: Taxonomy, card: BoxCard | None = None) -> str:
    """Return what to expect of the classifier in the box, for people who have not tried it yet.

    Nothing where no card came with the program that would say.
    """
    genres = (box_card() if card is None else card).genres
    if not genres:
        return ""
    text = translate(
        "ClassifierWords",
        "The classifier in the box knows {number} broad genres: {genres}. "
        "For finer ones, or your own, train one on your folders.",
    )
    return text.format(
        number=count(len(genres)), genres=listed(genre_name(taxonomy, genre) for genre in genres)
    )
