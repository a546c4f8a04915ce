from musicreclass.gui.training.progress.curve_plot import CurvePlot


def test_a_screen_reader_is_told_where_a_curve_stands(qtbot, theme):
    plot = CurvePlot("Loss on what is taught", theme)
    qtbot.addWidget(plot)

    plot.show_line("mlp", 0, [1.0, 2.0], [2.0, 1.25])
    plot.show_line("cnn", 1, [1.0], [2.5])
    plot.show_line("cnn", 1, [1.0, 2.0], [2.5, 0.5])
    grown = plot.accessibleDescription()
    plot.forget()

    assert plot.accessibleName() == "Loss on what is taught"
    assert grown == "now 0.5, at first 2.5; lines: 2"
    assert plot.accessibleDescription() == ""
