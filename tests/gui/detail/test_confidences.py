import pyqtgraph as pg
import pytest

from musicreclass.core.ensemble.doubt import Doubt
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.gui.detail.confidences import Confidences
from tests import previews


@pytest.fixture
def bars(qtbot, theme, taxonomy):
    bars = Confidences(theme, taxonomy)
    qtbot.addWidget(bars)
    bars.resize(340, 150)
    bars.show()
    return bars


def items(bars, kind):
    return [item for item in bars.getPlotItem().items if isinstance(item, kind)]


def test_every_candidate_has_a_bar_of_all_and_one_of_each_classifier(bars):
    bars.show_evidence(previews.evidence())

    (bar,) = items(bars, pg.BarGraphItem)
    assert bar.opts["width"] == [0.85, 0.9, 0.8, 0.1, 0.06, 0.2, 0.05, 0.04, 0.0]


def test_numbers_stand_beside_the_bars_and_are_read_out(bars):
    bars.show_evidence(previews.evidence())

    texts = [item.toPlainText() for item in items(bars, pg.TextItem)]
    assert texts == ["85%", "10%", "5%"]
    assert "Pop 85% · mlp 90% · cnn 80%" in bars.accessibleDescription()


def lines_and_words(bars):
    words = [item.toPlainText() for item in items(bars, pg.TextItem)]
    return [line.value() for line in items(bars, pg.InfiniteLine)], words[3:]


@pytest.mark.parametrize("verdict", [Verdict.SURE, Verdict.NOT_SURE])
def test_the_line_is_drawn_from_which_on_a_genre_is_possible(bars, verdict):
    doubt = Doubt.SEVERAL if verdict is Verdict.NOT_SURE else None
    bars.show_evidence(previews.evidence(verdict, least_possible=0.08, doubt=doubt))

    assert lines_and_words(bars) == ([0.08], ["possible from here on"])


def test_where_the_only_possible_genre_is_too_unlikely_that_line_is_drawn(bars):
    unlikely = Doubt.UNLIKELY
    bars.show_evidence(
        previews.evidence(
            Verdict.NOT_SURE, sure_confidence=0.62, least_possible=0.3, doubt=unlikely
        )
    )

    assert lines_and_words(bars) == ([0.62], ["never sure below"])


@pytest.mark.parametrize("verdict", [Verdict.DIFFER, Verdict.NOVEL])
def test_no_line_is_drawn_where_none_is_the_rule(bars, verdict):
    bars.show_evidence(previews.evidence(verdict, least_possible=0.08))

    assert lines_and_words(bars) == ([], [])


def test_the_legend_names_all_who_have_a_bar(bars):
    bars.show_evidence(previews.evidence())

    assert all(name in bars.legend() for name in ("together", "mlp", "cnn"))


def test_nothing_of_the_last_track_stays(bars):
    bars.show_evidence(previews.evidence())
    bars.show_evidence(None)

    assert bars.getPlotItem().items == []
    assert bars.legend() == ""
