"""A binary diff: short patches between two versions of the same bytes, much of which has moved."""

from collections.abc import Iterable, Iterator

from musicreclass.core.tag_change import Patch

_PROBE_BYTES = 48  # as many equal bytes are the same bytes; less may be chance, or zeros


def patches_between(at: int, old: bytes, new: bytes) -> Iterator[Patch]:
    """Yield what turns `old` into `new`, by offset and apart from each other.

    Args:
        at: where `old` lies in its file.
    """
    head = _common_length(old, new)
    old, new = old[head:], new[head:]
    tail = _common_length(old[::-1], new[::-1])
    old, new = old[: len(old) - tail], new[: len(new) - tail]
    if old or new:
        yield from _split(at + head, old, new)


def _split(at: int, old: bytes, new: bytes) -> Iterator[Patch]:
    """Yield the patches of two texts that begin and end differently."""
    anchor = _moved(old, new)
    if anchor is None:
        yield Patch(at, old, new)
        return
    here, there = anchor
    back = _common_length(old[:here][::-1], new[:there][::-1])
    yield from patches_between(at, old[: here - back], new[: there - back])
    ahead = here + _common_length(old[here:], new[there:])
    yield from patches_between(at + ahead, old[ahead:], new[there + ahead - here :])


def _moved(old: bytes, new: bytes) -> tuple[int, int] | None:
    """Return where some piece of `old` lies in it, and where in `new`, None without any."""
    for quarter in (2, 1, 3):
        here = len(old) * quarter // 4
        probe = old[here : here + _PROBE_BYTES]
        if len(probe) < _PROBE_BYTES:
            continue
        there = new.find(probe)
        if there >= 0 and new.find(probe, there + 1) < 0:
            return here, there
    return None


def _common_length(one: bytes, other: bytes) -> int:
    """Return how many bytes at their starts are equal."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def joined_patches(patches: Iterable[Patch]) -> list[Patch]:
    """Return patches by offset; those that touch become one, those without effect none."""
    found: list[Patch] = []
    for patch in sorted(patches, key=lambda patch: patch.at):
        if patch.old == patch.new:
            continue
        last = found[-1] if found else None
        if last is not None and last.at + len(last.old) == patch.at:
            found[-1] = Patch(last.at, last.old + patch.old, last.new + patch.new)
        else:
            found.append(patch)
    return found
