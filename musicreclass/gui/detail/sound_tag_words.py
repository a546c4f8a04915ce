"""What a track sounds like, in words: the tags that stand out, and all scores for a tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from musicreclass.core.sound_tags import SoundTags, TagScore, TagSort, TrackTags
from musicreclass.gui.language import spoken

MOST_SCORES = 4  # of a sort in the tooltip
NO_BREAK = "\N{NO-BREAK SPACE}"
BETWEEN = "  "  # chips
FIELDS = {TagSort.ERA: "era", TagSort.VOICE: "voice"}  # of a search; "tag" for all other sorts
HEADINGS: dict[TagSort, object] = {
    TagSort.STYLE: QT_TRANSLATE_NOOP("SoundTags", "Style"),
    TagSort.MOOD: QT_TRANSLATE_NOOP("SoundTags", "Mood"),
    TagSort.VOICE: QT_TRANSLATE_NOOP("SoundTags", "Voice"),
    TagSort.INSTRUMENT: QT_TRANSLATE_NOOP("SoundTags", "Instrument"),
    TagSort.ERA: QT_TRANSLATE_NOOP("SoundTags", "Era"),
    TagSort.OTHER: QT_TRANSLATE_NOOP("SoundTags", "Other tags"),
}


def sounds_like_text(tags: TrackTags, colour: str, ground: str) -> str:
    """Return "Sounds like: mellow female voice 80s", each a chip that is searched by with a click.

    Args:
        colour: of the letters.
        ground: of the chips.
    """
    if not tags.shown:
        return ""
    style = f"color:{colour};background-color:{ground};text-decoration:none"
    chips = [
        f'<a href="{escape(search_term(tag_id))}" style="{style}">'
        f"{NO_BREAK}{escape(_name(tag_id)).replace(' ', NO_BREAK)}{NO_BREAK}</a>"
        for tag_id in tags.shown_ids
    ]
    said = QCoreApplication.translate("SoundTags", "Sounds like: {tags}")
    return said.format(tags=BETWEEN.join(chips))


def style_words(tags: TrackTags) -> list[str]:
    """Return the styles and the era that are shown, by name."""
    vocabulary, wanted = SoundTags.shipped(), (TagSort.STYLE, TagSort.ERA)
    return [_name(one) for one in tags.shown_ids if vocabulary.sort_of(one) in wanted]


def search_term(tag_id: str) -> str:
    """Return what finds the tracks of a tag: voice:"female voice"."""
    name = _name(tag_id)
    value = f'"{name}"' if " " in name else name
    return f"{FIELDS.get(SoundTags.shipped().sort_of(tag_id), 'tag')}:{value}"


def scores_text(tags: TrackTags) -> str:
    """Return the scores of the tags that stand out most, sort by sort, as rich text."""
    if not tags.scores:
        return ""
    vocabulary = SoundTags.shipped()
    rows = []
    for sort, heading in HEADINGS.items():
        of_sort = [one for one in tags.scores if vocabulary.sort_of(one.id) is sort]
        if of_sort:
            scores = " · ".join(map(_scored, of_sort[:MOST_SCORES]))
            title = QCoreApplication.translate("SoundTags", str(heading))
            rows.append(f"<tr><td>{title}&nbsp;&nbsp;</td><td>{scores}</td></tr>")
    hint = QCoreApplication.translate(
        "SoundTags",
        "Those that stand out most beside music at large, with their scores. Scores rank tracks; "
        "they are no chances of being right. Click a tag to search for it.",
    )
    return f"<p>{hint}</p><table>{''.join(rows)}</table>"


def _scored(one: TagScore) -> str:
    text = f"{escape(_name(one.id))} {QLocale().toString(one.score, 'f', 2)}"
    return f"<b>{text}</b>" if one.is_shown else text


def _name(tag_id: str) -> str:
    return SoundTags.shipped().name(tag_id, spoken())
