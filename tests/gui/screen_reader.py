"""Reads a window over AT-SPI as a screen reader does, and presses keys as a person does.

Run by the system's Python, which has Debian's bindings; the arguments are the command of the
window. What was read is written out as a line of JSON. Imports nothing of the program.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # after its version

LONGEST_SECONDS = 60.0
STEP_SECONDS = 0.1
MOST_NODES = 4_000
NAMELESS = {"filler", "panel", "scroll pane", "viewport", "layered pane", "split pane", "separator"}


def wait_for(found, what):
    """Return what `found` finds as soon as it finds something."""
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        try:
            if result := found():
                return result
        except Exception:  # noqa: BLE001  # what is read may be gone by now
            pass
        time.sleep(STEP_SECONDS)
    raise TimeoutError(f"there is no {what}")


def application():
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((one for one in children if one and "musicreclass" in (one.get_name() or "")), None)


def walked(node, most=MOST_NODES):
    """Yield what is shown in a part of the window; rows of tables are not gone into."""
    waiting = [node]
    while waiting and most:
        most -= 1
        one = waiting.pop()
        if one is None or not is_shown(one):
            continue
        yield one
        if one.get_role_name() not in ("table", "tree table", "list", "combo box"):
            waiting += [one.get_child_at_index(i) for i in range(one.get_child_count())]


def is_shown(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.VISIBLE) or node.get_role_name() == "application"


def first(root, role, name):
    return next(
        (one for one in walked(root) if one.get_role_name() == role and name in one.get_name()),
        None,
    )


def row_of(table, row):
    """Return what is told of the cells of a row."""
    columns = range(Atspi.Table.get_n_columns(table))
    cells = (Atspi.Table.get_accessible_at(table, row, column) for column in columns)
    return [cell.get_name() for cell in cells if cell is not None]


def says(table, row, word):
    return any(word in text for text in row_of(table, row))


def press(key):
    Atspi.generate_keyboard_event(0, key, Atspi.KeySynthType.STRING)


def controls(root):
    """Return the role and name of everything that can have the keyboard."""
    return [
        [one.get_role_name(), one.get_name()]
        for one in walked(root)
        if one.get_state_set().contains(Atspi.StateType.FOCUSABLE)
        and one.get_role_name() not in NAMELESS
    ]


def read(app):
    window = wait_for(lambda: first(app, "frame", "musicreclass"), "window")
    table = wait_for(lambda: first(window, "table", "Tracks"), "table of tracks")
    wait_for(lambda: says(table, 0, "suggested"), "suggestion")
    found = {"window": window.get_name(), "row": row_of(table, 0), "controls": controls(window)}
    chosen = wait_for(lambda: current(table), "row in hand")
    found["in hand"] = chosen
    press("a")
    wait_for(lambda: says(table, 0, "accepted"), "accepted row")
    found["accepted"] = row_of(table, 0)
    press("s")
    wait_for(lambda: says(table, 1, "skipped"), "skipped row")
    found["skipped"] = row_of(table, 1)
    press("z")
    wait_for(lambda: not says(table, 1, "skipped"), "row that is as before")
    found["taken back"] = row_of(table, 1)
    button = wait_for(lambda: first(window, "push button", "Write"), "button")
    found["can be pressed"] = button.get_state_set().contains(Atspi.StateType.ENABLED)
    Atspi.Action.do_action(button, 0)
    dialog = wait_for(lambda: first(app, "dialog", "Write genres"), "dialog")
    changes = wait_for(lambda: first(dialog, "table", "Changes"), "table of changes")
    wait_for(lambda: says(changes, 0, "Pop"), "change")
    found["dialog"] = dialog.get_name()
    found["change"] = row_of(changes, 0)
    found["controls of the dialog"] = controls(dialog)
    return found


def current(table):
    """Return what is told of the row that is in hand."""
    rows = range(Atspi.Table.get_n_rows(table))
    return next((row_of(table, row) for row in rows if is_in_hand(table, row)), None)


def is_in_hand(table, row):
    cell = Atspi.Table.get_accessible_at(table, row, 0)
    return cell.get_state_set().contains(Atspi.StateType.SELECTED)


def main():
    window = subprocess.Popen(sys.argv[1:])
    try:
        sys.stdout.write(json.dumps(read(wait_for(application, "program"))) + "\n")
    finally:
        window.terminate()
        window.wait(20)


if __name__ == "__main__":
    main()
