"""A look into a `.pth` file before torch reads it: its pickle may only assemble plain values.

Unpickling calls what a file names, as often and with what it says. Here the steps are gone through
without doing them: anything but tensors, their storages, plain values and, where they are expected,
arrays of numpy is refused, and so is what would take more time or memory than the file is worth.
"""

from __future__ import annotations

import io
import pickletools
import re
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST_STEPS = 1_000_000  # of a pickle; a million take about a second
MOST_DIMENSIONS = 16  # of a tensor
PICKLE = "data.pkl"

_END_OF_DIRECTORY = b"PK\x05\x06"
_END_SIZE = 22  # where no comment follows
_LOCAL_HEADER = struct.Struct("<26xHH")  # ends in how long its name and its extra field are

_STORAGES = {  # bytes of one number
    "DoubleStorage": 8, "FloatStorage": 4, "HalfStorage": 2, "BFloat16Storage": 2,
    "LongStorage": 8, "IntStorage": 4, "ShortStorage": 2, "CharStorage": 1, "ByteStorage": 1,
    "BoolStorage": 1, "ComplexFloatStorage": 8, "ComplexDoubleStorage": 16,
}  # fmt: skip
_TABLE = "collections OrderedDict"
_TENSOR = "torch._utils _rebuild_tensor_v2"
_BYTES = "_codecs encode"
_DTYPE = "numpy dtype"
_ARRAY = "numpy ndarray"
_NEW_ARRAY = tuple(f"numpy.{core}.multiarray _reconstruct" for core in ("_core", "core"))
_SCALAR = tuple(f"numpy.{core}.multiarray scalar" for core in ("_core", "core"))
_NUMBERS = re.compile(r"[<>=|]?[fiub][1248]")  # types of numpy's numbers; never of objects

_SAFE = {_TABLE, _TENSOR, _BYTES, *(f"torch {storage}" for storage in _STORAGES)}
_SAFE_OF_NUMPY = {_DTYPE, _ARRAY, *_NEW_ARRAY, *_SCALAR}

_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
    struct.error,
)


class Damaged(ValueError):
    """The file is no archive as torch writes them; `part` names what is broken in it, if known."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


class Harmful(ValueError):
    """The file would do more than give weights and plain values."""


def check(content: bytes, *, arrays: bool = False) -> None:
    """Make sure that a file can be given to torch.

    Args:
        arrays: whether arrays of numpy may stand in it.

    Raises:
        Damaged: it is no such file, or cut off, or bits were flipped.
        Harmful: reading it could take what the machine has, or run something.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = _sizes(archive, content)
            # torch does not compare the check sums, and would use weights with flipped bits.
            if (broken := archive.testzip()) is not None:
                raise Damaged(broken)
            folder = next(iter(sizes), "").partition("/")[0] + "/"
            if not all(name.startswith(folder) for name in sizes):
                raise Damaged
            pickled = archive.read(folder + PICKLE)
    except _BROKEN as error:
        raise Damaged from error
    records = {name.removeprefix(folder): size for name, size in sizes.items()}
    _Steps(records, _SAFE | _SAFE_OF_NUMPY if arrays else _SAFE).follow(pickled)


def _sizes(archive: zipfile.ZipFile, content: bytes) -> Mapping[str, int]:
    """Return how large the entries are.

    Raises:
        Damaged: one is packed, or two are of one name.
        Harmful: they overlap, or there is room for two opinions on what they are.
    """
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    for entry in entries:
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise Damaged(entry.filename)
    # Where a second end of the directory could be found, torch might read other entries than these.
    if content.rfind(_END_OF_DIRECTORY) != len(content) - _END_SIZE:
        raise Harmful
    end = 0
    for entry in entries:
        if entry.header_offset < end:
            raise Harmful
        name_size, extra_size = _LOCAL_HEADER.unpack_from(content, entry.header_offset)
        header_size = _LOCAL_HEADER.size + name_size + extra_size
        end = entry.header_offset + header_size + entry.file_size
    sizes = {entry.filename: entry.file_size for entry in entries}
    if end > archive.start_dir or len({name.casefold() for name in sizes}) < len(entries):
        raise Harmful
    return sizes


class _Mark:
    """What a tuple, and what is put into a table, begins behind."""


@dataclass(slots=True)
class _Made:
    """A value that the pickle makes: only its kind matters, and how much it holds."""

    kind: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Named:
    """Something of another module."""

    name: str


_MARK = _Mark()
_PLAIN = _Made("value")


@dataclass(slots=True)
class _Steps:
    """Goes through a pickle's steps with a stack of what kind each value is."""

    records: Mapping[str, int]  # size of each entry of the archive
    allowed: set[str]
    stack: list[Any] = field(default_factory=list)
    memo: dict[int, Any] = field(default_factory=dict)
    left: int = MOST_STEPS

    def follow(self, pickled: bytes) -> None:
        """Go through all of it.

        Raises:
            Harmful: a step does more than assemble plain values.
        """
        try:
            for opcode, argument, _ in pickletools.genops(pickled):
                self._spend(1)
                step = _STEPS.get(opcode.name)
                if step is None:
                    raise Harmful(opcode.name)
                step(self, argument)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise error if isinstance(error, Harmful) else Harmful(str(error)) from error

    def _spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise Harmful("too many steps")

    def push(self, value: Any) -> None:
        self.stack.append(value)

    def named(self, argument: str) -> None:
        if argument not in self.allowed:
            raise Harmful(argument)
        self.push(_Named(argument))

    def put(self, argument: int) -> None:
        self.memo[argument] = self.stack[-1]

    def get(self, argument: int) -> None:
        self.push(self.memo[argument])

    def tuple_of(self, count: int) -> None:
        start = len(self.stack) - count
        if start < 0:
            raise Harmful("empty stack")
        items = tuple(self.stack[start:])
        del self.stack[start:]
        self.push(items)

    def marked_tuple(self, _: object) -> None:
        self.push(tuple(self._marked()))

    def append(self, _: object) -> None:
        self.stack.pop()
        self._grow("list", 1)

    def appends(self, _: object) -> None:
        self._grow("list", len(self._marked()))

    def set_item(self, _: object) -> None:
        _, key = self.stack.pop(), self.stack.pop()
        self._check_keys([key])
        self._grow("table", 1)

    def set_items(self, _: object) -> None:
        items = self._marked()
        self._check_keys(items[::2])
        self._grow("table", len(items))

    def reduce(self, _: object) -> None:
        given = self.stack.pop()
        function = self.stack.pop().name
        if type(given) is not tuple:
            raise Harmful(function)
        self._spend(len(given))
        self.push(self._made_by(function, given))

    def build(self, _: object) -> None:
        """Follow what torch does for a table, and numpy for an array and a type of numbers."""
        state, made = self.stack.pop(), self.stack[-1].kind
        if made == "table":  # with what modules know of their versions, in a table of its own
            self._spend(state.size if state.kind == "table" else MOST_STEPS)
        elif made == "array":
            version, shape, dtype, is_fortran, numbers = state
            if dtype.kind != "dtype" or numbers.kind != "bytes":
                raise Harmful("array")
            if type(version) is not int or type(is_fortran) is not bool:
                raise Harmful("array")
            self._check_numbers(shape)
            self._spend(numbers.size // 64)
        elif made != "dtype" or not all(item is None or _is_plain(item) for item in state):
            raise Harmful(made)

    def persistent(self, _: object) -> None:
        kind, storage, key, location, count = self.stack.pop()
        module, _, name = storage.name.partition(" ")
        if kind != "storage" or module != "torch" or type(location) is not str:
            raise Harmful("storage")
        # torch would believe the count, and hand out what lies in memory behind the numbers.
        if type(count) is not int or self.records[f"data/{key}"] != count * _STORAGES[name]:
            raise Harmful("storage")
        self.push(_Made("storage", count))

    def _made_by(self, function: str, given: tuple[Any, ...]) -> Any:
        if function == _TABLE and given == ():
            return _Made("table")
        if function == _TENSOR:
            storage, offset, shape, strides, wants_gradient, hooks = given
            self._check_numbers(shape)
            self._check_numbers(strides)
            is_storage = storage.kind == "storage" and hooks.kind == "table"
            if is_storage and type(offset) is int and type(wants_gradient) is bool:
                return _Made("tensor")
        if function == _BYTES:
            text, encoding = given
            if encoding == "latin1" and type(text) is str:
                self._spend(len(text) // 64)
                return _Made("bytes", len(text))
        if function == _DTYPE and _NUMBERS.fullmatch(given[0]) and all(map(_is_plain, given)):
            return _Made("dtype")
        if function in _NEW_ARRAY:
            array, shape, kind = given
            if array == _Named(_ARRAY) and shape == (0,) and kind.kind == "bytes":
                return _Made("array")
        if function in _SCALAR:
            dtype, number = given
            if dtype.kind == "dtype" and number.kind == "bytes":
                return _PLAIN
        raise Harmful(function)

    def _check_numbers(self, given: object) -> None:
        if type(given) is not tuple or len(given) > MOST_DIMENSIONS:
            raise Harmful("shape")
        if not all(type(number) is int for number in given):
            raise Harmful("shape")

    def _check_keys(self, keys: Sequence[object]) -> None:
        # Tables look at all of a key, and one made of tuples in tuples has no end.
        if not all(_is_plain(key) for key in keys):
            raise Harmful("key")

    def _grow(self, kind: str, count: int) -> None:
        if self.stack[-1].kind != kind:
            raise Harmful(kind)
        self.stack[-1].size += count

    def _marked(self) -> list[Any]:
        """Take what lies above the last mark from the stack."""
        start = len(self.stack) - 1
        while self.stack[start] is not _MARK:  # whatever lies there is taken: no step twice
            start -= 1
            if start < 0:
                raise Harmful("no mark")
        items = self.stack[start + 1 :]
        del self.stack[start:]
        return items


def _is_plain(value: object) -> bool:
    return type(value) in (str, int, float, bool)


Step = Callable[[_Steps, Any], None]


def _values(value: Callable[[Any], Any]) -> Step:
    return lambda steps, argument: steps.push(value(argument))


_STEPS: Mapping[str, Step] = {
    "PROTO": lambda steps, argument: None,
    "STOP": lambda steps, argument: None,
    "GLOBAL": _Steps.named,
    "MARK": _values(lambda _: _MARK),
    "NONE": _values(lambda _: None),
    "NEWTRUE": _values(lambda _: True),
    "NEWFALSE": _values(lambda _: False),
    "EMPTY_TUPLE": _values(lambda _: ()),
    "EMPTY_LIST": _values(lambda _: _Made("list")),
    "EMPTY_DICT": _values(lambda _: _Made("table")),
    **dict.fromkeys(
        ("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE"),
        _values(lambda argument: argument),
    ),
    "TUPLE": _Steps.marked_tuple,
    "TUPLE1": lambda steps, _: steps.tuple_of(1),
    "TUPLE2": lambda steps, _: steps.tuple_of(2),
    "TUPLE3": lambda steps, _: steps.tuple_of(3),
    "BINPUT": _Steps.put,
    "LONG_BINPUT": _Steps.put,
    "BINGET": _Steps.get,
    "LONG_BINGET": _Steps.get,
    "APPEND": _Steps.append,
    "APPENDS": _Steps.appends,
    "SETITEM": _Steps.set_item,
    "SETITEMS": _Steps.set_items,
    "REDUCE": _Steps.reduce,
    "BUILD": _Steps.build,
    "BINPERSID": _Steps.persistent,
}
