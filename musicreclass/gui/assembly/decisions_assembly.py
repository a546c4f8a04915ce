"""The list of what was decided, opened from Review and from the menu."""

from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.review.decision_dialog import DecisionDialog
from musicreclass.gui.services.decision_service import TakenBack, Turn


def add_decision_list(window: MainWindow) -> DecisionDialog:
    """Let decisions be listed, shown in Review and taken back one by one."""
    review, decisions = window.review, window.review.decisions
    dialog = DecisionDialog(window)

    def on_taken_back(turned: TakenBack) -> None:
        if turned.turn is Turn.TAKE_BACK:
            dialog.say(review.deciding.sentence_on(turned))

    def open_list() -> None:
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    review.log_wanted.connect(open_list)
    dialog.read_wanted.connect(decisions.read_log)
    dialog.show_wanted.connect(decisions.read_tracks)
    dialog.back_wanted.connect(decisions.take_back)
    decisions.entries_came.connect(dialog.show_entries)
    decisions.tracks_came.connect(window.show_in_review)
    decisions.taken_back.connect(on_taken_back)
    decisions.kept.connect(dialog.read)
    return dialog
