"""The same work runs on the workers of a dask scheduler: the same bytes, also when a worker is lost."""

import os

import pytest

from tests.classroom.conftest import RIGHT, handed_in
from whosays.classroom.grading import folder_run
from whosays.cli import main

distributed = pytest.importorskip("distributed", reason="dask is optional: uv sync --group dask")

pytestmark = pytest.mark.slow("grading on dask")


@pytest.fixture
def inbox(key, tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    for n in range(60):
        answers = {name: RIGHT[name] for k, name in enumerate(RIGHT) if (n >> k) & 1}
        (folder / f"student{n:02}_{n}_1_e9.zip").write_bytes(handed_in(key, f"Student {n}", answers))
    (folder / "bad_99_1_e9.zip").write_bytes(b"PK")
    return folder


def graded(inbox, course, to, *more) -> dict[str, bytes]:
    arguments = [str(inbox), "--assignment", "e9", "--key", str(course / "solutions"), "--to", str(to), *more]
    assert main(["grade", *arguments]) == 1
    return {p.name: p.read_bytes() for p in to.rglob("*") if p.is_file() and p.suffix != ".sqlite"}


def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_a_local_run(inbox, course, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_run, "BATCH", 2)
    local = graded(inbox, course, tmp_path / "local", "--workers", "1")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        named, batches = folder_run._named, []

        def kill_a_worker_at_the_third_batch(rows, folder):
            batches.append(len(rows))
            if len(batches) == 3:
                os.kill(next(iter(cluster.workers.values())).pid, 9)
            return named(rows, folder)

        monkeypatch.setattr(folder_run, "_named", kill_a_worker_at_the_third_batch)
        far = graded(inbox, course, tmp_path / "far", "--dask", cluster.scheduler_address)
    assert len(batches) == 31
    assert len(local) > 60
    assert far == local
