"""Whether suggestions agree with the genres that files already have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy


def known_genres(
    texts: Iterable[str], genres: Sequence[str], taxonomy: Taxonomy
) -> Mapping[str, list[int]]:
    """Return which of a classifier's genres each text that a file has for genres stands for.

    A genre that the classifier does not know counts as the nearest one above it that it does.

    Returns:
        Text -> indices in `genres`; none where nothing of it is known.
    """
    index_of = {taxonomy.canonical(genre): index for index, genre in enumerate(genres)}
    return {
        text: [
            index
            for genre in text.split(GENRE_SEPARATOR)
            if (index := taxonomy.index_in(genre, index_of)) is not None
        ]
        for text in set(texts)
    }


def tag_outcomes(
    tagged: Sequence[tuple[str, SuggestionLine]], genres: Sequence[str], taxonomy: Taxonomy
) -> Outcomes:
    """Return whether suggestions are what the files say, where the classifier knows that genre.

    Args:
        tagged: the text that a file has for genres, and what is suggested for it.
        genres: all that are suggested.
    """
    known = known_genres((text for text, _ in tagged), genres, taxonomy)
    told = [
        (said.confidence, said.genre in {genres[i] for i in known[text]})
        for text, said in tagged
        if known[text] and said.verdict is not Verdict.NOVEL
    ]
    if not told:
        return Outcomes.none()
    confidences, is_right = np.array(told, dtype=np.float64).T
    return Outcomes(np.clip(confidences, 0.0, 1.0), is_right)
