"""Work on a cluster of two real worker processes, one of which is killed half-way."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from musicreclass.errors import Cancelled, FileProblem
from musicreclass.pipeline.processes.child import ProcessDied, TookTooLong
from musicreclass.pipeline.processes.cluster import ClusterProblem, map_on_cluster
from tests.pipeline import cluster_jobs
from tests.recording_context import RecordingContext

ROOT = str(Path(__file__).parents[3])
# Distributed leaves sockets to be collected when a cluster is gone; that is its business.
pytestmark = pytest.mark.filterwarnings("default::ResourceWarning", "default::DeprecationWarning")


@pytest.fixture
def cluster(tmp_path):
    """Return the address of a scheduler, and its two workers' processes."""
    environment = {**os.environ, "PYTHONPATH": ROOT, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    scheduler_file = tmp_path / "scheduler.json"
    where = ["--scheduler-file", str(scheduler_file), "--no-dashboard"]
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler", *where, "--host", "127.0.0.1"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", *where, "--nthreads", "1"]
    worker += ["--no-nanny", "--local-directory", str(tmp_path)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    processes = [psutil.Popen([*start, "--port", "0"], **quiet)]
    processes += [psutil.Popen(worker, **quiet) for _ in range(2)]
    yield _address(scheduler_file, workers=2), processes[1:]
    for process in reversed(processes):
        process.kill()
        process.wait()


def results(work, items, address, *, ctx=None, seconds=30.0):
    outcomes = map_on_cluster(
        work,
        items,
        ctx or RecordingContext(),
        address=address,
        seconds_per_item=seconds,
        path_of=lambda item: Path(f"{item}.mp3"),
    )
    return list(outcomes)


def test_a_worker_killed_half_way_costs_nothing_and_doubles_nothing(cluster):
    address, (worker, _) = cluster
    done = []

    for item, result in map_on_cluster(
        cluster_jobs.slow_square,
        range(60),
        RecordingContext(),
        address=address,
        seconds_per_item=30.0,
        path_of=lambda item: Path(f"{item}.mp3"),
    ):
        done.append((item, result))
        if len(done) == 20:
            worker.send_signal(signal.SIGKILL)

    assert sorted(done) == [(n, n * n) for n in range(60)]


def test_an_expected_error_replaces_its_result(cluster):
    address, _ = cluster

    ((item, outcome),) = results(cluster_jobs.refuse, [7], address)

    assert item == 7
    assert isinstance(outcome, FileProblem)
    assert str(outcome) == "7.mp3: odd"


def test_a_file_that_hangs_is_given_up(cluster):
    address, _ = cluster

    outcomes = dict(results(cluster_jobs.hang_at_3, range(6), address, seconds=2.0))

    assert isinstance(outcomes.pop(3), TookTooLong)
    assert outcomes == {n: n for n in range(6) if n != 3}


def test_stop_takes_hold(cluster):
    address, _ = cluster
    ctx = RecordingContext()
    ctx.cancel()

    with pytest.raises(Cancelled):
        results(cluster_jobs.slow_square, range(100), address, ctx=ctx)


def test_a_cluster_that_loses_all_its_workers_names_the_file(cluster):
    address, workers = cluster

    outcomes = dict(results(cluster_jobs.take_the_worker_along, [3], address, seconds=3.0))

    assert isinstance(outcomes[3], ProcessDied | TookTooLong)
    assert all(not worker.is_running() or worker.status() == "zombie" for worker in workers)


def test_an_address_where_nobody_answers_is_a_sentence(monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.processes.cluster.CONNECT_SECONDS", 0.5)

    with pytest.raises(ClusterProblem, match=r"No dask scheduler answers at tcp://127\.0\.0\.1:1 "):
        results(cluster_jobs.slow_square, [1], "tcp://127.0.0.1:1")


def _address(scheduler_file, workers):
    import json

    from distributed import Client

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not scheduler_file.exists():
        time.sleep(0.1)
    address = json.loads(scheduler_file.read_text())["address"]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=30)
    return address
