import logging
from logging.handlers import RotatingFileHandler

import pytest

from musicreclass import logs


@pytest.fixture(autouse=True)
def _root_logger_as_before():
    root = logging.getLogger()
    level = root.level
    yield
    added = [handler for handler in root.handlers if isinstance(handler, RotatingFileHandler)]
    for handler in added:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_modules_log_is_in_the_file_and_not_on_the_terminal(home, capfd):
    logs.start_logging()

    logging.getLogger("musicreclass.gui.workers").error("job failed: %s", "青花瓷")

    assert "job failed: 青花瓷" in (home / "log" / "musicreclass.log").read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")


def test_the_decoders_noise_begins_anew_where_it_has_grown(home):
    path = logs.decoder_log()
    path.write_bytes(bytes(logs.MOST_BYTES + 1))

    assert logs.decoder_log() == path
    assert not path.exists()
