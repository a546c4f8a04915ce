import random

from hypothesis import given
from hypothesis import strategies as st

from musicreclass.tags.byte_diff import patches_between
from tests.tags.rich_files import patched

PARTS = st.lists(st.sampled_from([b"", b"a", b"ab" * 40, bytes(90), bytes(range(256))]), max_size=9)


@given(PARTS, PARTS)
def test_patches_turn_the_old_into_the_new(old_parts, new_parts):
    old, new = b"".join(old_parts), b"".join(new_parts)

    patches = list(patches_between(0, old, new))

    assert patched(old, patches) == new
    assert all(patch.old != patch.new for patch in patches)
    ends = [patch.at + len(patch.old) for patch in patches]
    assert all(end < later.at for end, later in zip(ends, patches[1:], strict=False))


def test_bytes_that_only_moved_are_in_no_patch():
    moved = random.Random(0).randbytes(100_000)

    patches = list(patches_between(7, b"one" + moved + bytes(9), b"three" + moved + bytes(5)))

    assert sum(len(patch.old) + len(patch.new) for patch in patches) < 20
    assert patches[0].at == 7


def test_equal_bytes_need_no_patch():
    assert list(patches_between(0, b"same", b"same")) == []
