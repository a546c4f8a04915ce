"""The plan of a training: preset, overrides, warm start, and about how long it will take.

The seconds here and in the kinds of classifiers are those that one core computes, measured with 96
and 280 tracks of 30 s. Another machine is as much faster or slower.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.cnn import ShortChunkCnn
from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import kept, seconds_per_track, worker_count
from musicreclass.pipeline.analysis.augmented_copies import AugmentationTask, kept_share
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import (
    ENCODER_FACT,
    LICENCE_FACT,
    all_features,
)
from musicreclass.pipeline.datasets.survey import Survey
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.data.provenance import TrainingProvenance
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.members import Member, TrainingPlan
from musicreclass.training.networks import NETWORKS, alone, teacher_of, tuned
from musicreclass.training.overrides import OVERRIDES, Override, Value
from musicreclass.training.presets import PLANS, probe

MOST_KNOWN = 0.01  # of the tracks: they flatter an estimate by one point at the very most
DISTILLED = "cnn"  # the network that learns from a teacher, unless another is asked for
ENCODER = "encoder"  # the teacher that comes along
NO_OVERRIDES: Mapping[str, Value] = {}

ANALYSIS_SECONDS = 0.5  # a track, decoding included
AUGMENTATION_SECONDS = 0.4  # an augmented copy of a track, its analysis included
MEASURING_SECONDS = 0.03  # a track
USUAL_SEED = 0  # with another one, copies would have to be made anew
SAMPLED = 40  # files that are looked for in the cache


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """What is trained on a source, and where it goes."""

    out: Path
    preset: str = "standard"
    seed: int = 0  # 0 or more; the same one gives the same classifier
    from_scratch: bool = False  # no warm start from what another classifier has learned
    overrides: Mapping[str, Value] = field(default_factory=dict)  # as for `plan_of`
    encoder: str = ""  # of a person's own, whose layers are learned from in place of a preset's
    network: str = ""  # one of `training.networks` alone, from nothing; "": as the preset says
    teacher: str = ""  # whose word the network learns, too: the encoder's; "": nobody's
    unlabelled_in: Path | None = None  # a library whose other tracks are learned from by a teacher
    fine_tune: int = 0  # blocks of `encoder`, the last ones, that are fitted further; 0: none

    def plan(
        self, backbone: Backbone | None = None, features: FeatureSet | None = None
    ) -> TrainingPlan:
        """Return the plan; raises and takes what `plan_of` does."""
        if self.encoder and self.fine_tune:
            return tuned(self.encoder, self.fine_tune).with_overrides(self.overrides)
        if self.encoder:
            return probe_of(self.encoder)
        if self.teacher:
            network, teacher = self.network or DISTILLED, teacher_of(_features_of(self.teacher))
            return alone(network, self.preset, teacher).with_overrides(self.overrides)
        return plan_of(self.preset, self.overrides, backbone, features, self.network)

    def without_teacher(self) -> TrainingSettings:
        """Return how the same network is trained on the genres alone."""
        return replace(self, teacher="", network=self.network or DISTILLED)


def plan_of(
    preset: str,
    overrides: Mapping[str, Value] = NO_OVERRIDES,
    backbone: Backbone | None = None,
    features: FeatureSet | None = None,
    network: str = "",
) -> TrainingPlan:
    """Return the plan called `preset`; what can do so starts from `backbone`.

    Args:
        overrides: hyperparameters that differ from the preset's, by the names of
            `training.overrides`.
        features: what the features of the tracks are; those measured here if left out.
        network: which one is trained alone and from nothing, as long as the preset asks for.

    Raises:
        UsageProblem: there is no such preset or network.
        UnfitOverride: an override is not there, or does not go there.
        UnfitTrainingConfig: the overrides do not go together.
    """
    if preset not in PLANS:
        raise UsageProblem(because("pipeline.no_preset", preset=preset, presets=tuple(PLANS)))
    if network and network not in NETWORKS:
        raise UsageProblem(because("pipeline.no_network", name=network, names=tuple(NETWORKS)))
    if network:
        return alone(network, preset).with_overrides(overrides)
    return PLANS[preset](features or all_features(), backbone).with_overrides(overrides)


def _features_of(teacher: str) -> FeatureSet:
    """Return what a teacher looks at.

    Raises:
        UsageProblem: there is no such teacher.
        ClassifierFileProblem: its files are gone, or others by now.
    """
    if teacher != ENCODER:
        return _features_of_own(teacher)[0]
    known = all_features()
    if known.encoder is None:
        raise UsageProblem(because("pipeline.no_teacher"))
    return FeatureSet.of_encoder(known.encoder, known.encoder_columns)


def _features_of_own(encoder: str) -> tuple[FeatureSet, Mapping[str, tuple[str, ...]]]:
    """Return what one of a person's encoders gives, and which columns each layer has."""
    found = shelf.find(encoder)
    shelf.check_marks(found)
    return FeatureSet.of_encoder(found.spec, found.card.columns), found.card.parts()


def probe_of(encoder: str) -> TrainingPlan:
    """Return the plan that learns from the layers of one of a person's encoders.

    Raises:
        UsageProblem: there is none of this name.
        ClassifierFileProblem: its files are gone, or others by now.
    """
    return probe(*_features_of_own(encoder))


def encoder_facts(encoder: str) -> Mapping[str, str]:
    """Return what a classifier says of the encoder that it was trained with; nothing of none."""
    if not encoder:
        return {}
    found = shelf.find(encoder)
    return {ENCODER_FACT: found.name, LICENCE_FACT: found.card.licence}


@dataclass(frozen=True, slots=True, eq=False)
class WarmStart:
    """What the network of spectrograms starts from, and why."""

    reason: Reason
    backbone: Backbone | None = None


FROM_SCRATCH = WarmStart(because("pipeline.from_scratch_as_asked"))


def warm_start(files: Mapping[str, str]) -> WarmStart:
    """Return what a training on these files may start from, so that its estimate stays honest.

    A network that was trained on the tracks it is tested on flatters the estimate. So nothing is
    taken over from a classifier that was trained on more than a few of them, or that does not say
    what it was trained on.

    Args:
        files: path -> fingerprint, of all tracks that are trained or tested on.
    """
    box = _box()
    network = None if box is None else _mel_network(box)
    if box is None or network is None:
        return WarmStart(because("pipeline.from_scratch_without_box"))
    provenance = TrainingProvenance.from_training(box.training)
    if provenance is None:
        return WarmStart(because("pipeline.from_scratch_unknown_provenance"))
    count, total = provenance.count(files), len(files)
    if count > MOST_KNOWN * total:
        return WarmStart(because("pipeline.from_scratch_known_tracks", count=count, total=total))
    if count:
        reason = because("pipeline.warm_started_few_known", count=count, total=total)
    else:
        reason = because("pipeline.warm_started", total=total)
    return WarmStart(reason, Backbone(network))


def _box() -> Bundle | None:
    """Return the classifier that comes with the program."""
    file = next((one.path for one in installed() if one.is_in_box), None)
    return None if file is None else bundles.load(file)


def _mel_network(bundle: Bundle) -> ShortChunkCnn | None:
    """Return its network of the mels that presets ask for."""
    networks = (classifier.network for classifier in bundle.classifiers)
    return next(
        (n for n in networks if isinstance(n, ShortChunkCnn) and n.config.mel == GTZAN_MEL), None
    )


def preset_values(ctx: JobContext) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
    """Return what each preset sets each override to: several where its networks differ, nothing
    where none of them heeds it.

    Raises:
        Cancelled: the user stopped.
    """
    backbone = warm_start({}).backbone
    found = {}
    for name in PLANS:
        ctx.raise_if_cancelled()
        plan = plan_of(name, backbone=backbone)
        found[name] = {
            override.name: tuple(
                dict.fromkeys(
                    override.value(member.training_config)
                    for member in plan.members
                    if _heeds(member, override)
                )
            )
            for override in OVERRIDES
        }
    return found


def _heeds(member: Member, override: Override) -> bool:
    heeds, family = member.config.kind.heeds, member.config.kind.family
    if override.field == "wave_augmentation" and family != "wave":
        return False
    of_copies = override.field == "copies" or override.field.startswith("audio_augmentation")
    return heeds == "all" or (heeds == "copies" and of_copies)


def training_seconds(
    surveyed: Survey, ctx: JobContext, options: AnalysisOptions
) -> Mapping[str, float]:
    """Return how long each preset will about take for these files.

    Raises:
        Cancelled: the user stopped.
    """
    files = surveyed.found.files
    backbone = warm_start({file.path: file.facts.fingerprint for file in files}).backbone
    found = {}
    for name in PLANS:
        ctx.raise_if_cancelled()
        plan = plan_of(name, backbone=backbone)
        missing = ceil(len(files) * _missing_share(surveyed, options, plan.needs))
        analysis = missing * ANALYSIS_SECONDS
        analysis += _augmentation_seconds(surveyed, options.cache, plan)
        fitting = plan.fit_seconds(len(files)) + MEASURING_SECONDS * len(files)
        found[name] = analysis / options.process_count + fitting
    return found


def encoder_seconds(
    surveyed: Survey, encoder: str, ctx: JobContext, options: AnalysisOptions
) -> float:
    """Return how long one of a person's encoders will about take for these files.

    Some of them are analyzed with it: nobody knows how fast a stranger's network is here.

    Raises:
        UsageProblem: there is none of this name.
        ClassifierFileProblem: its files are gone, or others by now.
        Cancelled: the user stopped.
    """
    plan = probe_of(encoder)
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    missing = ceil(len(files) * _missing_share(surveyed, options, plan.needs))
    each = 0.0
    if missing:
        each = seconds_per_track(files, plan.needs, ctx, log=options.log) or 0.0
    fitting = plan.fit_seconds(len(files)) + MEASURING_SECONDS * len(files)
    return missing * each / worker_count(plan.needs, options) + fitting


def encoder_note(encoder: str, fine_tune: int) -> tuple[Reason, ...]:
    """Return what a report says of the encoder that is learned from; nothing of none."""
    if not encoder:
        return ()
    found = shelf.find(encoder)
    licence = found.card.licence or because("ears.licence_not_named")
    if fine_tune:
        name = found.name
        return (because("ears.tuned_blocks", count=fine_tune, name=name, licence=licence),)
    return (because("ears.learned_from_encoder", name=found.name, licence=licence),)


def _augmentation_seconds(surveyed: Survey, cache: AnalysisCache, plan: TrainingPlan) -> float:
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    seconds = 0.0
    some = files[:: max(1, len(files) // SAMPLED)]
    for augmentation, count in plan.copies.items():
        tasks = [
            AugmentationTask(file, plan.needs, augmentation, count, USUAL_SEED) for file in some
        ]
        missing = ceil(len(files) * (1.0 - kept_share(tasks, cache)))
        seconds += missing * count * AUGMENTATION_SECONDS
    return seconds


def _missing_share(
    surveyed: Survey, options: AnalysisOptions, analysis_spec: AnalysisSpec
) -> float:
    files = surveyed.found.files[:: max(1, len(surveyed.found.files) // SAMPLED)]
    if not files:
        return 0.0
    missing = [kept(surveyed.audio_file(f), analysis_spec, options) is None for f in files]
    return sum(missing) / len(missing)
