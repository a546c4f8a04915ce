import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.tag_change import Patch, growth, packed, reversed_patches, unpacked


@st.composite
def files_and_patches(draw):
    kept = draw(st.lists(st.binary(max_size=20), min_size=1, max_size=5))
    edits = [(draw(st.binary(max_size=9)), draw(st.binary(max_size=9))) for _ in kept[1:]]
    old, new, patches = kept[0], kept[0], []
    for (gone, come), rest in zip(edits, kept[1:], strict=True):
        patches.append(Patch(len(old), gone, come))
        old += gone + rest
        new += come + rest
    return old, new, tuple(patches)


def patched(data, patches):
    for patch in reversed(patches):
        assert data[patch.at :].startswith(patch.old)
        data = data[: patch.at] + patch.new + data[patch.at + len(patch.old) :]
    return data


@given(files_and_patches())
def test_reversed_patches_lead_back(made):
    old, new, patches = made

    assert patched(old, patches) == new
    assert patched(new, reversed_patches(patches)) == old
    assert growth(patches) == len(new) - len(old)


@given(files_and_patches())
def test_patches_are_kept_as_they_are(made):
    _, _, patches = made

    assert unpacked(packed(patches)) == patches


@pytest.mark.parametrize("kept", [b"", b"no zip", packed((Patch(0, b"old", b"new"),))[:-9]])
def test_what_is_no_patches_is_refused(kept):
    with pytest.raises(ValueError, match="no patches"):
        unpacked(kept)
