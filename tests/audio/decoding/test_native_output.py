import logging
import os
import subprocess
import sys
import threading

import psutil
import pytest

from musicreclass.audio.decoding.native_output import quiet_stderr


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG, logger="musicreclass.audio.decoding.native_output")
    return caplog


def where_stderr_leads():
    return os.fstat(2).st_dev, os.fstat(2).st_ino


def test_what_native_code_prints_goes_to_the_log(log, capfd):
    with quiet_stderr():
        os.write(2, b"first line\nsecond \xff line\n")

    assert log.messages == ["first line", "second \ufffd line"]
    assert capfd.readouterr().err == ""


def test_afterwards_all_is_as_before(log):
    before, descriptors = where_stderr_leads(), psutil.Process().num_fds()

    with pytest.raises(KeyError), quiet_stderr():
        raise KeyError

    assert where_stderr_leads() == before
    assert psutil.Process().num_fds() == descriptors
    assert log.messages == []


def test_threads_share_one_diversion(log, capfd):
    before = where_stderr_leads()
    is_inside, may_leave = threading.Event(), threading.Event()

    def work():
        with quiet_stderr():
            is_inside.set()
            may_leave.wait()
            os.write(2, b"from the thread\n")

    thread = threading.Thread(target=work)
    thread.start()
    is_inside.wait()
    with quiet_stderr():
        os.write(2, b"from the main thread\n")
    may_leave.set()
    thread.join()

    assert log.messages == ["from the main thread", "from the thread"]
    assert where_stderr_leads() == before
    assert capfd.readouterr().err == ""


def test_a_flood_of_noise_is_logged_in_part(log):
    with quiet_stderr():
        os.write(2, b"noise\n" * 10_000)

    assert 0 < len(log.messages) < 1000


def test_a_program_without_stderr_has_nothing_to_keep_clean():
    code = (
        "import os; from musicreclass.audio.decoding.native_output import quiet_stderr\n"
        "os.close(2)\nwith quiet_stderr(): print('fine')"
    )

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout == "fine\n"
