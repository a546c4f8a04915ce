"""What a study found: of each collection, and between collections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from musicreclass.core.plain import plain
from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import Reason
from musicreclass.training.measure.comparison import Comparison
from musicreclass.training.study.across import Crossings
from musicreclass.training.study.edge_cases import AlteredCase, FewExamples
from musicreclass.training.study.genre_contrasts import GenreDifficulty, PairContrast
from musicreclass.training.study.occlusion import ShownDecision
from musicreclass.training.study.plain_answer import PlainAnswer


@dataclass(frozen=True, slots=True)
class NamedDecision:
    """A shown decision with what its track is called."""

    title: str
    path: str
    decision: ShownDecision


@dataclass(frozen=True, slots=True, eq=False)
class CollectionStudy:
    """What was found of one collection."""

    name: str
    comparison: Comparison
    answer: PlainAnswer
    edge_way: str  # of which the edge cases are: the best of the plain heads
    altered: tuple[AlteredCase, ...]
    few: tuple[FewExamples, ...]
    genres: tuple[GenreDifficulty, ...]
    pairs: tuple[PairContrast, ...]
    decisions: tuple[NamedDecision, ...]

    @property
    def best_way(self) -> str:
        return self.answer.most_right


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """All that a study found."""

    collections: tuple[CollectionStudy, ...]
    crossings: tuple[Crossings, ...]
    is_quick: bool
    seed: int
    seconds: float
    remarks: tuple[Reason, ...] = field(default=())

    @property
    def left_out(self) -> tuple[FileProblem, ...]:
        return tuple(problem for one in self.collections for problem in one.comparison.left_out)

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "collections": [_collection(one) for one in self.collections],
            "across": [plain(one) for one in self.crossings],
            "remarks": [str(remark) for remark in self.remarks],
            "is_quick": self.is_quick,
            "seed": self.seed,
            "seconds": self.seconds,
        }


def _collection(one: CollectionStudy) -> dict[str, Any]:
    return {
        "name": one.name,
        "use": plain(one.answer),
        "comparison": one.comparison.to_plain(),
        "edge_cases": {
            "way": one.edge_way,
            "altered": [plain(case) for case in one.altered],
            "few_examples": [plain(few) for few in one.few],
        },
        "genres": [plain(genre) for genre in one.genres],
        "pairs": [plain(pair) for pair in one.pairs],
        "decisions": [_decision(shown) for shown in one.decisions],
    }


def _decision(shown: NamedDecision) -> dict[str, Any]:
    found = shown.decision
    return {
        "path": shown.path,
        "title": shown.title,
        "truth": found.truth,
        "answer": found.answer,
        "probability": found.probability,
        "seconds": found.seconds,
        "hz": list(found.hz),
        "drops": found.drops.tolist(),
    }
