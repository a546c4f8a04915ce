"""The table's columns from one day to the next: their order, their widths, and which are shown."""

from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.fitted_header import FittedHeader

ONCE_EXTRA = ("album", "length")  # columns that no longer wait until somebody asks for them
ORDER, WIDTHS = "columns/order", "columns/widths"
HIDDEN, PINNED = "columns/hidden", "columns/pinned"


def restore_columns(memory: WindowMemory, header: FittedHeader) -> None:
    """Bring back order, widths and choice of columns, by name: there may be new ones."""
    known = {column.name: section for section, column in enumerate(COLUMNS)}
    remembered = [name for name in memory.restore_list(ORDER) if name in known]
    for index, name in enumerate(_with_new(remembered)):
        header.moveSection(header.visualIndex(known[name]), index)
    pinned = set(memory.restore_list(PINNED)) & known.keys()
    hidden = (set(memory.restore_list(HIDDEN)) & known.keys()) - {COLUMNS[0].name}
    if not memory.has(PINNED):  # of a version in which none hid by itself
        pinned = {c.name for c in COLUMNS if c.is_extra and c.name in remembered} - hidden
        hidden -= {c.name for c in COLUMNS if c.is_extra or c.name in ONCE_EXTRA}
    header.set_choices(
        dict.fromkeys((known[name] for name in hidden), False)
        | dict.fromkeys((known[name] for name in pinned), True)
    )
    widths = header.widths()
    for entry in memory.restore_list(WIDTHS):
        name, _, width = entry.partition("=")
        if name in known and width.isdecimal():
            widths[known[name]] = max(1, int(width))
    header.set_widths(widths)


def keep_columns(memory: WindowMemory, header: FittedHeader) -> None:
    order = sorted(range(len(COLUMNS)), key=header.visualIndex)
    chosen = header.choices()
    widths = header.widths()
    memory.keep_list(ORDER, [COLUMNS[i].name for i in order])
    for key, wanted in ((HIDDEN, False), (PINNED, True)):
        names = [COLUMNS[i].name for i, is_shown in chosen.items() if is_shown is wanted]
        memory.keep_list(key, names)
    memory.keep_list(WIDTHS, [f"{COLUMNS[i].name}={widths[i]}" for i in order])


def _with_new(remembered: list[str]) -> list[str]:
    """Return the names of all columns in the remembered order, new ones behind their neighbours."""
    order = list(remembered)
    for section, column in enumerate(COLUMNS):
        if column.name not in order:
            neighbour = COLUMNS[section - 1].name if section else ""
            order.insert(order.index(neighbour) + 1 if neighbour else 0, column.name)
    return order
