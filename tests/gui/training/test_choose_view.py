from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from musicreclass.errors import FileProblem
from musicreclass.gui.messages import duration
from musicreclass.gui.training.choose.choose_view import ChooseView
from musicreclass.gui.training.choose.concern_list import _WORDS, ConcernList
from musicreclass.gui.training.choose.folder_table import GENRE
from musicreclass.gui.training.choose.order_bar import OrderBar
from musicreclass.gui.training.choose.override_drawer import _WORDS as OVERRIDE_WORDS
from musicreclass.gui.training.choose.override_drawer import OverrideDrawer
from musicreclass.gui.training.choose.preset_choice import Presets
from musicreclass.gui.training.choose.sources_bar import SourcesBar
from musicreclass.pipeline.datasets.survey import TrainingTable
from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
from musicreclass.sentences.reason import as_said
from musicreclass.training.overrides import OVERRIDES, UnfitOverride
from musicreclass.training.sources.concerns import Concern, ConcernKind
from tests.gui.training.train_material import folder_row


def table(*rows, concerns=(), blocker=None):
    return TrainingTable(None, rows, tuple(concerns), blocker)


MINE = EncoderFacts("mine", Path("/mine"), "ast", size_bytes=346_200_000, licence="bsd-3-clause")


def pick(choice, name):
    """Choose an encoder as a person does."""
    index = choice.box.findData(name)
    choice.box.setCurrentIndex(index)
    choice.box.activated.emit(index)


@pytest.fixture
def choose(theme, taxonomy, qtbot):
    choose = ChooseView(theme, taxonomy)
    qtbot.addWidget(choose)
    choose.resize(1200, 600)
    choose.show()
    return choose


@pytest.fixture
def drawer(qtbot):
    drawer = OverrideDrawer()
    qtbot.addWidget(drawer)
    return drawer


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_concerns_say_what_to_do_and_name_their_files(theme, qtbot):
    concerns = ConcernList(theme)
    qtbot.addWidget(concerns)

    said = as_said("One recording is twice.")
    concerns.show_concerns([Concern(ConcernKind.COPIES, said, "", (("a", "b"),))])

    assert concerns.texts() == ["Copies: One recording is twice."]
    assert concerns._entries[0].toolTip() == "a = b"


def test_folders_without_a_concern_look_good(theme, qtbot):
    concerns = ConcernList(theme)
    qtbot.addWidget(concerns)

    concerns.show_concerns(())

    assert concerns.texts() == ["The folders look good."]


def test_there_are_words_for_every_kind_of_concern():
    assert set(_WORDS) == {kind.value for kind in ConcernKind}


def test_there_is_a_name_and_a_field_for_every_override(drawer):
    names = {override.name for override in OVERRIDES}

    assert set(drawer.fields) == names
    assert names <= set(OVERRIDE_WORDS)


def test_overrides_left_alone_are_as_the_preset_has_them(drawer):
    assert drawer.overrides() == {}


def test_what_is_set_comes_back_as_values(drawer):
    drawer.fields["epochs"].setText(" 3 ")
    drawer.fields["mixup"].setText("0.5")
    drawer.fields["balanced-sampler"].setCurrentIndex(1)
    drawer.fields["schedule"].setCurrentIndex(2)

    chosen = drawer.overrides()

    expected = {"epochs": 3, "mixup": 0.5, "balanced-sampler": True, "schedule": "plateau"}
    assert chosen == expected


def test_what_was_set_once_can_be_shown_again(drawer):
    chosen = {"epochs": 3, "mixup": 0.5, "balanced-sampler": False, "schedule": "cosine"}

    drawer.show_overrides(chosen)

    assert drawer.overrides() == chosen


def test_an_override_that_is_set_too_far_is_marked_and_refused(drawer):
    drawer.fields["epochs"].setText("many")

    assert drawer.fields["epochs"].property("unfit")
    with pytest.raises(UnfitOverride, match="a whole number from 1"):
        drawer.overrides()


def test_somebody_has_to_name_the_genres(qtbot, tmp_path):
    bar = SourcesBar()
    qtbot.addWidget(bar)
    bar.show_sources(Sources(tmp_path))

    with qtbot.assertNotEmitted(bar.changed):
        click(qtbot, bar.by_folders)

    assert bar.by_folders.isChecked()


def test_decisions_count_beside_a_folder(qtbot, tmp_path):
    bar = SourcesBar()
    qtbot.addWidget(bar)
    bar.show_sources(Sources(tmp_path))

    with qtbot.waitSignal(bar.changed) as changed:
        bar.by_decisions.click()

    assert changed.args == [Sources(tmp_path, by_decisions=True)]


def test_estimates_stand_beside_the_presets(qtbot):
    presets = Presets()
    qtbot.addWidget(presets)

    presets.show_estimates({"quick": 50.0, "standard": 400.0})

    assert presets.buttons["quick"].text() == "Quick · about 50 s"
    assert presets.buttons["standard"].text() == "Standard · about 7 min"
    assert presets.buttons["thorough"].text() == "Thorough"


@pytest.mark.parametrize(
    ("typed", "meant"), [("/made/own", "/made/own.pth"), ("/made/own.pt", "/made/own.pt")]
)
def test_a_classifier_is_named_as_one(typed, meant, qtbot):
    bar = OrderBar()
    qtbot.addWidget(bar)

    bar.out.setText(typed)

    assert bar.destination() == Path(meant)


def test_nothing_is_trained_where_something_hinders(choose):
    choose.show_table(
        table(folder_row("jazz"), blocker=as_said("All tracks are Jazz; add others."))
    )

    assert not choose.order.train_button.isEnabled()
    expected = ["Nothing can be learned yet: All tracks are Jazz; add others."]
    assert choose.concerns.texts() == expected


def test_a_folder_that_is_gone_is_said_in_words(choose):
    choose.show_table(table(folder_row("jazz"), folder_row("rock")))

    choose.show_trouble(str(FileProblem(Path("/gone"), as_said("was its drive unplugged?"))))

    assert not choose.order.train_button.isEnabled()
    assert "unplugged" in choose.concerns.texts()[0]
    assert choose.folders.rowCount() == 0


def test_what_is_chosen_becomes_an_order(choose, qtbot, tmp_path):
    choose.sources.show_sources(Sources(tmp_path))
    choose.show_table(table(folder_row("jazz", "Jazz"), replace(folder_row("x"), genre=None)))
    click(qtbot, choose.order.presets.buttons["quick"])
    choose.order.out.setText("/made/own.pth")
    choose.drawer.fields["epochs"].setText("2")

    with qtbot.waitSignal(choose.train_wanted) as wanted:
        click(qtbot, choose.order.train_button)

    mapping = {"jazz": "Jazz", "x": None}
    out = Path("/made/own.pth")
    expected = TrainingOrder(Sources(tmp_path), out, mapping, "quick", {"epochs": 2})
    assert wanted.args == [expected]


def test_an_encoder_stands_in_for_the_preset_and_for_what_is_advanced(choose, qtbot, tmp_path):
    choose.sources.show_sources(Sources(tmp_path))
    choose.show_table(table(folder_row("jazz", "Jazz"), folder_row("rock", "Rock")))
    choose.drawer.fields["epochs"].setText("2")
    bar = choose.order
    bar.encoder.show_encoders((MINE, EncoderFacts("gone", tmp_path, problem=as_said("gone"))))
    offered = [bar.encoder.box.itemText(i) for i in range(bar.encoder.box.count())]

    pick(bar.encoder, "mine")
    with qtbot.waitSignal(choose.train_wanted) as wanted:
        click(qtbot, bar.train_button)

    assert offered == ["none", "mine"]
    assert not bar.presets.isEnabled()
    assert not bar.advanced_button.isEnabled()
    (order,) = wanted.args
    assert (order.encoder, order.overrides, order.plan_name) == ("mine", {}, "encoder mine")
    pick(bar.encoder, "")
    assert bar.presets.isEnabled()


def test_an_encoder_says_what_it_costs(choose, tmp_path):
    choice = choose.order.encoder
    choice.show_encoders((MINE,))
    assert choice.cost.text() == ""

    pick(choice, "mine")
    assert choice.cost.text() == "AST · 346.2 MB · licence: bsd-3-clause"

    choice.show_seconds(600.0)
    assert choice.cost.text().endswith(f" · about {duration(600.0)}")


def test_an_encoder_that_is_gone_is_chosen_no_more(choose, qtbot):
    choice = choose.order.encoder
    choice.show_encoders((MINE,))
    pick(choice, "mine")

    with qtbot.waitSignal(choice.chosen) as told:
        choice.show_encoders(())

    assert told.args == [""]
    assert choose.order.presets.isEnabled()


def test_an_order_with_an_encoder_is_shown_again_before_the_shelf_is_read(choose, tmp_path):
    order = TrainingOrder(Sources(tmp_path), Path("/made/own.pth"), {}, "quick", encoder="mine")

    choose.show_order(order)

    assert choose.order.encoder.current == "mine"
    assert not choose.order.presets.isEnabled()


def test_an_override_that_cannot_be_opens_the_drawer_and_says_so(choose, qtbot):
    choose.show_table(table(folder_row("jazz"), folder_row("rock")))
    choose.drawer.fields["epochs"].setText("0")

    with qtbot.assertNotEmitted(choose.train_wanted):
        click(qtbot, choose.order.train_button)

    assert choose.drawer.isVisible()
    assert "epochs takes a whole number" in choose.strip.text()


def test_selected_folders_are_merged_into_the_genre_of_the_first(choose, qtbot):
    choose.show_table(table(folder_row("jazz", "Jazz"), folder_row("swing"), folder_row("rock")))
    choose.view.selectRow(0)
    model = choose.view.selectionModel()
    flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
    model.select(choose.folders.index(1, 0), flags)

    click(qtbot, choose.merge_button)

    genres = [choose.folders.index(row, GENRE).data() for row in range(3)]
    assert genres == ["Jazz", "Jazz", "rock"]


def test_known_names_are_taken_with_one_click(choose, qtbot):
    choose.show_table(table(folder_row("my jazz", suggestion="Jazz"), folder_row("rock", "Rock")))

    click(qtbot, choose.names_button)

    assert choose.folders.index(0, GENRE).data() == "Jazz"


def test_fields_left_alone_show_what_the_preset_has(qtbot):
    drawer = OverrideDrawer()
    qtbot.addWidget(drawer)

    drawer.show_preset({"epochs": (60, 30), "schedule": ("cosine",), "habits": ()})

    assert drawer.fields["epochs"].placeholderText() == "60 · 30"
    assert drawer.fields["schedule"].itemText(0) == "cosine"
    assert drawer.fields["habits"].itemText(0) == "not used"
    assert drawer.overrides() == {}
