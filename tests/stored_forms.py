"""How everything that is kept on a person's disk looks today, as values that JSON can hold.

`stored_forms.json` has how it looked when it was first kept. Names in code may change; what is
written there may not, or a person loses what was kept, unless a version and a conversion say so.
"""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import sqlite_utils
import torch

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.classifiers import tagger, weights_file
from musicreclass.classifiers.bundle import Bundle, Classifier, save
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.chunks.sample_cnn import WaveConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.classifiers.kinds.tuned import TensorCard, TunedConfig
from musicreclass.classifiers.onnx.card import card_of, packed
from musicreclass.core.analysis import (
    GTZAN_MEL,
    LIBROSA_MEL,
    Analysis,
    AnalysisSpec,
    Part,
    PieceSpec,
)
from musicreclass.core.decision import Deed, ReviewState
from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genres.genre_file import FILE_NAME, save_vocabulary
from musicreclass.core.genres.vocabulary import Vocabulary
from musicreclass.core.plain import plain, spelt
from musicreclass.core.tag_change import ChangeState, Id3Version
from musicreclass.core.track import FileStamp
from musicreclass.library.rows import LINE_COLUMNS
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey, sound_key
from musicreclass.pipeline.analysis.analyze_file import definition_of
from musicreclass.pipeline.analysis.augmented_copies import AugmentationTask
from musicreclass.pipeline.health import Finding
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.scanning.scan import ScanSummary
from musicreclass.pipeline.training.training_order import (
    Sources,
    TrainingOrder,
    keep,
    run_folder,
)
from musicreclass.pipeline.training.training_summary import Measured, TrainingSummary
from musicreclass.sentences.reason import as_said
from musicreclass.settings import Settings
from musicreclass.settings import save as save_settings
from musicreclass.training.config import (
    CNN_TRAINING,
    MLP_TRAINING,
    TUNING_TRAINING,
    WAVE_TRAINING,
    AudioAugmentation,
    Masks,
    TrainingConfig,
)
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from musicreclass.training.data.split import Inestimable
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.fit.checkpoints import Checkpoints, digest_of, fingerprint
from musicreclass.training.fit.multi_label import TagFigures
from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.overrides import OVERRIDES
from musicreclass.training.presets import PLANS
from musicreclass.training.reports.stored_report import to_kept
from musicreclass.training.sources.concerns import ConcernKind
from tests.classifiers import bundles
from tests.core.known_predictions import near_zero
from tests.training import fit_material
from tests.training.answers import mostly_right
from tests.training.fit.test_checkpoints import broken_off, fitted
from tests.training.measure.test_comparison import compared
from tests.training.report_material import made_up_report

SONG = AudioFileRef("/music/a.mp3", FileStamp(4_000_000, 1_700_000_000_000_000_000), "f00d" * 8)
FEATURES = FeatureSet("made-up-1", ("a.mean", "b.std"))
ORDER = TrainingOrder(
    Sources(Path("/music"), by_tags=True, by_decisions=True),
    Path("/out/own.pth"),
    {"rock": "Rock", "搖滾": "Rock", "junk": None},
    "thorough",
    {"epochs": 7, "mlp.mixup": 0.0, "habits": False},
    3,
)
ANALYSIS_SPECS = {
    "features": AnalysisSpec(),
    "a whole file": AnalysisSpec(Part.WHOLE, 120.0, features=False, mels=(GTZAN_MEL,)),
    "raw sound": AnalysisSpec(features=False, mels=(PieceSpec(),)),
    "a beginning": AnalysisSpec(Part.START, 29.5, mels=(GTZAN_MEL, LIBROSA_MEL)),
}
CONFIGS = {
    "mlp": replace(bundles.MLP, features=FEATURES, used=FEATURES.columns),
    "likeness": replace(bundles.RBF, features=FEATURES, used=("a.mean",)),
    "cnn": bundles.CNN,
    "four_block_cnn": bundles.FOUR_BLOCKS,
    "wave": bundles.WAVE,
    "joint": replace(bundles.JOINT, features=FEATURES, used=FEATURES.columns),
}
FACTS = {
    "recipe of features": MLP_TRAINING,
    "recipe of mels": CNN_TRAINING,
    "another recipe": TrainingConfig(7, masks=Masks(1, 4, 4), schedule="plateau", finds_rate=True),
    "mlp": MlpConfig(FEATURES, ("a.mean",)),
    "mlp of mels": MlpConfig(FEATURES, FEATURES.columns, (8,), 0.1, None, LIBROSA_MEL),
    "cnn": CnnConfig.of_size("small", GTZAN_MEL, is_band_centred=True),
    "recipe of raw sound": WAVE_TRAINING,
    "wave": WaveConfig.usual(),
    "recipe of tuning": TUNING_TRAINING,
    "tuned": TunedConfig(
        "f00d", "ast", 0.1, PieceSpec(8_000, 800, 3), 8, 1, (TensorCard("a", (8,)),)
    ),
    "others": ("name", 3, None, 0.5, ("a",)),
}
NUMBERS: Any = np.zeros(518)
MELS: Any = (np.zeros((3, 4)),)
ANALYSIS = Analysis(1.0, 2.0, None, NUMBERS, MELS, ("silent",))
# What torch calls its own things is its own affair, and epochs are looked at by themselves.
ELSEWHERE = dict.fromkeys(("optimiser", "schedule", "step", "average", "best", "epochs"))
ENUMS = {
    "deed": Deed,
    "state of a review": ReviewState,
    "state of a change": ChangeState,
    "verdict": Verdict,
    "part": Part,
    "remark": Remark,
    "id3": Id3Version,
    "concern": ConcernKind,
}


def forms(folder):
    """Return a maker of each stored form by name; what needs a disk gets `folder`."""
    return {
        **{
            f"key of {name}": partial(cache_key, folder, analysis_spec)
            for name, analysis_spec in ANALYSIS_SPECS.items()
        },
        "keys of copies": partial(copy_keys, folder),
        **{f"fact: {name}": partial(spelt, fact) for name, fact in FACTS.items()},
        "digest of tracks": lambda: digest_of(fit_material.tracks(4)),
        "what is heard": partial(analysis_file, folder),
        "checkpoint": partial(checkpoint, folder),
        "lessons of presets": fit_tasks,
        **{f"bundle of {kind}": partial(bundle, folder, kind) for kind in CONFIGS},
        **{f"card of {kind}": partial(card, kind) for kind in CONFIGS},
        "likeness of mels": lambda: plain(RbfConfig(FEATURES, ("a.mean",), 3, mel=GTZAN_MEL)),
        "calibration": calibration,
        "tagger": partial(tags, folder),
        "settings": partial(settings, folder),
        "genres of one's own": partial(own_genres, folder),
        "training order": partial(training_order, folder),
        "training run": lambda: run_folder(folder, Path("/m"), "quick", 3).name,
        "switches": lambda: [override.name for override in OVERRIDES],
        "library": partial(library, folder),
        "line of a track": lambda: LINE_COLUMNS.split(", "),
        "values": lambda: {name: [one.value for one in kind] for name, kind in ENUMS.items()},
        "window": window,
        "summary of a training": summary,
        "report on a training": lambda: outline(made_up_report().to_plain()),
        "kept report": lambda: outline(to_kept(made_up_report())),
        "comparison": lambda: outline(compared().to_plain()),
        "scan": lambda: outline(plain(ScanSummary(1, 1, 1, 1, 1, 1, 1, 0.5))),
        "finding": lambda: outline(Finding(as_said("a"), as_said("b"), as_said("c")).to_plain()),
        "figures of a tag": lambda: outline(plain(TagFigures("loud", 3, 0.5, 0.5, 0.5))),
    }


def outline(value):
    """Return the names in a plain value, with the kinds of what they stand for."""
    if isinstance(value, dict):
        return {str(name): outline(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [outline(value[0])] if value else []
    return "array" if isinstance(value, np.ndarray | torch.Tensor) else type(value).__name__


def keyed(folder, key):
    """Return a key's texts, and the file that has what is kept under it."""
    AnalysisCache(folder / "cache").put(key, ANALYSIS)
    (path,) = (folder / "cache").glob("*/*")
    file = path.relative_to(folder).as_posix()
    path.unlink()
    return {"sound": key.sound, "hearing": key.definition, "file": file}


def cache_key(folder, analysis_spec):
    key = AnalysisKey(sound_key(SONG.fingerprint, SONG.stamp), definition_of(analysis_spec))
    return keyed(folder, key)


def copy_keys(folder):
    order = AugmentationTask(SONG, AnalysisSpec(mels=(GTZAN_MEL,)), AudioAugmentation(), 2, 7)
    return [keyed(folder, key) for key in order.keys]


def analysis_file(folder):
    AnalysisCache(folder / "cache").put(AnalysisKey("a", "b"), ANALYSIS)
    (path,) = (folder / "cache").glob("*/*")
    with np.load(path) as kept:
        return {"names": sorted(kept.files), "facts": json.loads(str(kept["facts"]))}


def checkpoint(folder):
    kept = Checkpoints(folder).of("mlp, fold 1")
    broken_off("mlp", kept, 12)
    begun = weights_file.read(kept.path)
    fitted("mlp", kept)
    done = weights_file.read(kept.path)
    return {
        "file": kept.path.name,
        "next": kept.next.path.name,
        "names": sorted(begun),
        "epoch": sorted(begun["state"]["epochs"][0]),
        "begun": outline(begun["state"] | ELSEWHERE),
        "done": outline(done["state"] | {"epochs": None}),
        "fingerprint": fingerprint(["mlp", TrainingConfig(), 3], {"w": torch.arange(3.0)}),
    }


def fit_tasks():
    cnn = CnnConfig.of_size("small", GTZAN_MEL)
    network: Any = cnn.build(3)
    backbone = Backbone(network)
    return {
        f"{name}, {'from nothing' if warm_start is None else 'with a trunk'}": [
            [member.name, member.seed] for member in plan(FEATURES, warm_start).members
        ]
        for name, plan in PLANS.items()
        for warm_start in (None, backbone)
    }


def bundle(folder, kind):
    made = Bundle(
        bundles.GENRES,
        (Classifier("own", bundles.network(CONFIGS[kind])),),
        ensemble={"temperature": 1.5},
        training={KEY: TrainingProvenance.of(["f00d" * 8], ["blues.00000"]).to_plain()},
        data_licence="CC0",
        program="musicreclass 0",
    )
    path = folder / "own.pth"
    save(made, path)
    content = weights_file.read(path)
    (classifier,) = content["classifiers"]
    weights = {name: list(weight.shape) for name, weight in classifier["weights"].items()}
    return content | {"classifiers": [classifier | {"weights": weights}]}


def card(kind):
    classifier = Classifier("own", bundles.network(CONFIGS[kind]))
    made = Bundle(bundles.GENRES, (classifier,), data_licence="CC0", program="musicreclass 0")
    content = json.loads(packed(card_of(made, classifier, "own.onnx", b"graph")))
    return content | {"feeding": outline(content["feeding"])}  # its sentences are for people


def calibration():
    ensemble = Ensemble(("Pop", "Rock"), ("a", "b"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(ensemble, ConformalSets(0.9, 0.3), novelty=near_zero())
    return outline(calibrator.to_dict())


def tags(folder):
    path = folder / "tags.pth"
    network = bundles.network(CONFIGS["mlp"])
    tagger.save(tagger.Tagger(("loud", "slow", "sad"), (0.5, 0.5, 0.5), network, {"a": 1}), path)
    content = weights_file.read(path)
    return outline(content | {"weights": sorted(content["weights"])})


def settings(folder):
    path = folder / "settings.toml"
    save_settings(Settings(), path)
    return path.read_text(encoding="utf-8").splitlines()


def own_genres(folder):
    path = folder / FILE_NAME
    names = {"en": "Own", "zh_TW": "自己的", "zh_CN": "自己的"}
    changed = Vocabulary((), {"pop": {"zh_TW": "通俗"}}, {"pop": ("Popular",)})
    made = changed.with_genre(names, "folk", ("A",)).with_shown("disco", False)
    save_vocabulary(made.with_merged("metal", "rock"), path)
    return {"file": path.name, "content": json.loads(path.read_text(encoding="utf-8"))}


def training_order(folder):
    keep(ORDER, folder)
    (path,) = folder.glob("*.order.json")
    return {"file": path.name, "content": json.loads(path.read_text())}


def library(folder):
    path = folder / "library.db"
    Library(path).close()
    db = sqlite_utils.Database(path)
    schema = {
        table.name: [column.name for column in table.columns]
        for table in db.tables
        if not table.name.startswith("sqlite_")
    }
    migrations = [row["name"] for row in db["_sqlite_migrations"].rows]
    return {"tables": schema, "migrations": migrations}


def window():
    from musicreclass.gui.tracks.track_columns import COLUMNS

    return [column.name for column in COLUMNS]


def summary():
    labels, groups = np.arange(30) % 3, np.arange(30)
    found = evaluate(mostly_right(labels, 0.8, 3), labels, ("a", "b", "c"), groups)
    made = TrainingSummary(
        out=Path("/out"),
        preset="quick",
        seed=0,
        seconds=1.0,
        counts={"a": 10},
        grouping=Grouping(groups, {"artist": 30}, copies=1),
        warm_start=None,
        n_folds=5,
        measured=Measured(found, {"mlp": found}),
        inestimable=(Inestimable("a", 1),),
        warnings=(as_said("a"),),
        left_out=(),
        official=found,
    )
    return {"kept": outline(made.facts()), "told": outline(made.to_plain())}
