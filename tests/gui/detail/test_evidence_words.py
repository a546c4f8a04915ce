import pytest

from musicreclass.core.ensemble.company_evidence import CompanyEvidence, Most
from musicreclass.core.ensemble.doubt import Doubt
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.gui.detail.evidence_words import analyzed_text, why_text
from tests import previews

AGREED = (("mlp", "Pop", 0.9), ("cnn", "Pop", 0.8))
SPLIT = (("mlp", "Pop", 0.9), ("cnn", "Rock", 0.71))

MANY = (*AGREED, ("encoder", "Pop", 0.7), ("joint", "Rock", 0.6))


def test_how_much_was_analyzed_is_said():
    assert analyzed_text(previews.evidence(), 239.0) == "Heard 30 s of 3:59 in 2 segments"


def test_a_track_analyzed_from_end_to_end_is_all_of_it():
    evidence = previews.evidence(segment_count=1)

    assert analyzed_text(evidence, 29.6) == "Heard all of 0:30"


@pytest.mark.parametrize(
    ("verdict", "opinions", "possible", "expected"),
    [
        (Verdict.SURE, AGREED, (), "mlp: Pop 90% · cnn: Pop 80%"),
        (Verdict.SURE, MANY, (), "mlp, cnn and encoder agree · joint: Rock 60%"),
        (Verdict.SURE, SPLIT, (), "mlp: Pop 90% · cnn: Rock 71%"),
        (Verdict.SURE, AGREED[:1], (), "mlp: Pop 90%"),
        (Verdict.DIFFER, SPLIT, (), "mlp: Pop 90% · cnn: Rock 71%"),
        (Verdict.NOT_SURE, (), (), "No genre stands out"),
        (Verdict.NOVEL, AGREED, (), "Unlike anything the classifiers have learned from"),
    ],
)
def test_each_verdict_has_its_reason(verdict, opinions, possible, expected, taxonomy):
    said = previews.suggestion(verdict, opinions, possible=possible)

    assert why_text(previews.evidence(suggestion=said), taxonomy) == expected


@pytest.mark.parametrize(
    ("doubt", "possible", "expected"),
    [
        (
            Doubt.SEVERAL,
            ("Rock", "Pop"),
            "Sure needs one possible genre; here Pop and Rock are possible, each at 8% or more",
        ),
        (Doubt.NONE, (), "No genre reaches the 8% from which on one is possible"),
        (Doubt.UNLIKELY, ("Pop",), "Only Pop is possible, but sure needs 50%"),
        (Doubt.SHORT, ("Pop",), "Too little was heard; sure needs 3 s"),
        (Doubt.OWN_GENRE, ("Pop",), "Pop is your own: no classifier knows it, to be sure of"),
    ],
)
def test_the_rule_is_said_that_makes_it_unsure(doubt, possible, expected, taxonomy):
    said = previews.suggestion(Verdict.NOT_SURE, (), possible=possible)
    evidence = previews.evidence(suggestion=said, doubt=doubt, least_possible=0.08)

    assert why_text(evidence, taxonomy) == expected


def test_what_was_learned_from_decisions_is_said_with_what_it_was_before(taxonomy):
    evidence = previews.evidence(unlearned=Candidate("Classical", 0.99))

    assert why_text(evidence, taxonomy).endswith(
        "learned from what you decided: without that Classical 99%"
    )


def test_tags_stand_behind_the_genre_of_who_gives_them(taxonomy):
    opinions = (("encoder", "Rock", 0.71), ("cnn", "Pop", 0.52))
    said = previews.suggestion(Verdict.DIFFER, opinions)
    text = why_text(previews.evidence(suggestion=said), taxonomy, ["indie", "90s"])

    assert text == "encoder: Rock 71%, indie, 90s · cnn: Pop 52%"


def test_silence_is_called_silence(taxonomy):
    evidence = previews.evidence(Verdict.NOVEL, is_silent=True)

    assert why_text(evidence, taxonomy) == "There is nothing but silence to hear"


def test_what_company_says_stands_behind_the_verdict(taxonomy):
    company = CompanyEvidence(11, Most("album", "Rock", 9), Most("artist", "Rock", 4))
    said = previews.suggestion(Verdict.SURE, AGREED, company=company)

    assert why_text(previews.evidence(suggestion=said), taxonomy) == (
        "mlp: Pop 90% · cnn: Pop 80% · 9 of 11 tracks of this album sound like Rock"
        " · you called 4 others of this artist Rock"
    )
