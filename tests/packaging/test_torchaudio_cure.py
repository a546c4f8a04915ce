"""The cure, on a tree that looks like site-packages."""

import pytest
import torchaudio_cure


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def site_packages(tmp_path):
    (tmp_path / "torch" / "lib").mkdir(parents=True)
    native = tmp_path / "torchaudio" / "lib"
    native.mkdir(parents=True)
    (native / "__init__.py").touch()
    (native / "_torchaudio.abi3.so").write_bytes(b"\x7fELF\0libc10.so\0")
    (native / "libtorchaudio.abi3.so").write_bytes(b"\x7fELF\0libc10_cuda.so\0")
    return tmp_path


def names(site_packages):
    return sorted(path.name for path in (site_packages / "torchaudio" / "lib").iterdir())


def test_beside_a_torch_for_the_cpu_the_native_part_goes(site_packages):
    removed = torchaudio_cure.cure(site_packages)

    assert [path.name for path in removed] == ["_torchaudio.abi3.so", "libtorchaudio.abi3.so"]
    assert names(site_packages) == ["__init__.py"]
    assert not torchaudio_cure.has_native_part(site_packages)


def test_a_second_cure_finds_nothing_to_do(site_packages):
    torchaudio_cure.cure(site_packages)

    assert torchaudio_cure.cure(site_packages) == []


def test_a_torchaudio_that_was_installed_again_is_cured_again(site_packages):
    torchaudio_cure.cure(site_packages)
    again = site_packages / "torchaudio" / "lib" / "libtorchaudio.abi3.so"
    again.write_bytes(b"\x7fELF\0libc10_cuda.so\0")

    assert torchaudio_cure.cure(site_packages) == [again]


def test_beside_a_torch_with_cuda_all_stays(site_packages):
    (site_packages / "torch" / "lib" / "libc10_cuda.so").touch()

    assert torchaudio_cure.cure(site_packages) == []
    assert torchaudio_cure.has_native_part(site_packages)


def test_a_native_part_made_for_the_cpu_stays(site_packages):
    (site_packages / "torchaudio" / "lib" / "libtorchaudio.abi3.so").write_bytes(b"\x7fELF\0")

    assert torchaudio_cure.cure(site_packages) == []


def test_other_systems_are_left_alone(site_packages, monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")

    assert torchaudio_cure.cure(site_packages) == []


def test_no_torchaudio_is_no_trouble(tmp_path):
    assert torchaudio_cure.cure(tmp_path) == []
