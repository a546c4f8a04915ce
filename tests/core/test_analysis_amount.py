from musicreclass.core.analysis import AnalysisSpec, EncoderSpec, Part
from musicreclass.core.analysis_amount import AS_TRAINED, MOST_PATCHES, AnalysisAmount

TRAINED = AnalysisSpec(seconds=30.0, encoder=EncoderSpec("f00d", 4))


def test_nothing_chosen_leaves_what_was_trained_on():
    assert AS_TRAINED.of(TRAINED) == TRAINED
    assert AnalysisAmount(seconds=99).of(TRAINED) == TRAINED  # no part was chosen


def test_a_part_is_taken_with_its_seconds_or_the_trained_ones():
    start = AnalysisAmount("start", 60).of(TRAINED)

    assert (start.part, start.seconds) == (Part.START, 60.0)
    assert AnalysisAmount("middle").of(TRAINED).seconds == 30.0
    assert AnalysisAmount("whole", 60).of(TRAINED).part is Part.WHOLE


def test_patches_are_for_those_who_have_an_encoder():
    more = AnalysisAmount(patches=8)

    assert more.of(TRAINED).encoder.patches == 8
    assert more.of(AnalysisSpec()) == AnalysisSpec()
    assert AnalysisAmount(patches=10_000).of(TRAINED).encoder.patches == MOST_PATCHES


def test_another_amount_is_kept_under_another_key():
    assert AnalysisAmount("start", 60).of(TRAINED).key() != TRAINED.key()
    assert AnalysisAmount(patches=8).of(TRAINED).key() != TRAINED.key()
