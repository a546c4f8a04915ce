"""GTZAN's fault-filtered test part with the encoder beside mlp and cnn, by snippets of its tracks.

Of each track 2 to 3 seconds are at hand as sound, of half of the tracks; mlp and cnn see 30 seconds
of the same tracks as pictures, and learned from all.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep

from box_classifier.jobs import home_jobs, loaded
from box_classifier.material import GENRES, gtzan, gtzan_part
from box_classifier.strangers import Strangers, head
from musicreclass.core.job import QuietContext
from musicreclass.training.calibrate import Members, fit_ensemble
from musicreclass.training.make import fitted
from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.reports.text_tables import percent, table

LogProbs = npt.NDArray[np.floating]


def at_home_table(data: Path, kept: Path, found: Strangers) -> str:
    """Return what head, networks and all together are worth on the tracks of the test part."""
    pictures = gtzan(data)
    parts = {
        part: [pictures.names[i] for i in gtzan_part(data, pictures, part)]
        for part in ("train", "valid", "test")
    }
    row_of = {Path(name).stem: i for i, name in enumerate(found.tracks.names)}
    rows = {part: [row_of[n] for n in names if n in row_of] for part, names in parts.items()}
    networks = loaded(home_jobs(data, kept)[0])

    def members(part: str, said: LogProbs) -> Members:
        has_sound = [name in row_of for name in parts[part]]
        return {"encoder": (GENRES, said)} | {
            name: (GENRES, networks[f"{part}.{name}"][has_sound]) for name in ("mlp", "cnn")
        }

    valid = members("valid", _said(found, rows["train"], rows["valid"]))
    test = members("test", _said(found, rows["train"], rows["test"]))
    truth = found.tracks.labels[rows["valid"]]
    entries: dict[str, LogProbs] = {}
    for name, some in (("MLP + CNN", ("mlp", "cnn")), ("all together", tuple(valid))):
        ensemble = fit_ensemble({n: valid[n] for n in some}, GENRES, truth)
        entries[name] = ensemble.combine({n: test[n] for n in some})
    entries["encoder"] = test["encoder"][1]
    both = rows["train"] + rows["valid"]
    entries["encoder, valid part learned as well"] = _said(found, both, rows["test"])
    return _table(entries, found, rows["test"])


def _table(entries: dict[str, LogProbs], found: Strangers, test: list[int]) -> str:
    cells = []
    for name, said in entries.items():
        one = evaluate(said, found.tracks.labels[test], GENRES)
        interval = one.accuracy_interval
        assert interval is not None
        text = f"{percent(one.accuracy)} % ({percent(interval.low)} to {percent(interval.high)})"
        cells.append((name, text, f"{one.log_loss:.3f}"))
    keep(
        "box.snippets",
        f"the {len(test)} test tracks of which snippets are at hand: "
        + "; ".join(name for name, *_ in cells),
        "; ".join(text for _, text, _ in cells),
    )
    return table((f"{len(test)} test tracks", "accuracy", "log-loss"), cells, markdown=True)


def _said(found: Strangers, learned: list[int], asked: list[int]) -> LogProbs:
    network, _ = fitted(head(), found.tracks.at(np.array(learned)), QuietContext(), seed=0)
    return network.answers(found.tracks.at(np.array(asked)).features).log_probs
