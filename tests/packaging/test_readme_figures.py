"""The table of figures in README is what the benches kept."""

import json
import subprocess
import sys

import bootstrap_verbs
import pytest
import readme_figures

BENCHES, FIGURES = bootstrap_verbs.BENCHES, bootstrap_verbs.FIGURES
ROWS = json.loads(FIGURES.read_text(encoding="utf-8"))


def test_the_documents_have_the_figures_that_were_kept():
    tables = readme_figures.tables(FIGURES)

    for name, table in zip(readme_figures.DOCUMENTS, tables, strict=True):
        text = (bootstrap_verbs.ROOT / name).read_text(encoding="utf-8")
        assert readme_figures.with_table(text, table) == text


@pytest.mark.parametrize("name", ROWS)
def test_each_row_comes_from_a_bench_that_is_there(name):
    bench = BENCHES / f"{name.partition('.')[0]}.py"

    assert bench in bootstrap_verbs.bench_files(BENCHES)


def test_the_table_has_a_line_for_each_row(tmp_path):
    kept = tmp_path / "figures.json"
    row = {"what": "3 files", "measured": "2 s", "on": "2 cores, 2026-11-21"}
    kept.write_text(json.dumps({"scan.first": row, "box.anywhere": row}))

    head = ["| bench | what | measured | on |", "|---|---|---|---|"]
    told, others = (table.splitlines() for table in readme_figures.tables(kept))
    assert told == [*head, "| `box` | 3 files | 2 s | 2 cores, 2026-11-21 |"]
    assert others == [*head, "| `scan` | 3 files | 2 s | 2 cores, 2026-11-21 |"]


def test_only_what_is_between_the_marks_is_replaced():
    readme = "# A\n<!-- figures -->\nold\n<!-- end of figures -->\nB\n"

    assert readme_figures.with_table(readme, "new") == readme.replace("old", "new")


@pytest.mark.parametrize("readme", ["# A", "<!-- figures -->", "<!-- end of figures -->"])
def test_a_readme_without_the_marks_is_refused(readme):
    with pytest.raises(ValueError, match=r"has no <!-- figures -->"):
        readme_figures.with_table(readme, "new")


@pytest.fixture
def keep(tmp_path):
    """Return a way to let a bench keep a row; it returns what is kept then."""
    folder = tmp_path / "packaging" / "benches"
    folder.mkdir(parents=True)
    (folder / "_figures.py").write_bytes((BENCHES / "_figures.py").read_bytes())
    (folder / "scan.py").write_text(
        "import sys\nfrom _figures import keep\nkeep('scan.first', *sys.argv[1:])\n"
    )
    kept = folder / "figures.json"
    row = {"what": "3 files", "measured": "2 s", "on": "1 core, 2026-11-21"}
    kept.write_text(json.dumps({"scan.first": row, "scan.again": row}))
    (tmp_path / ".github").mkdir()
    for name in readme_figures.DOCUMENTS:
        (tmp_path / name).write_text("<!-- figures -->\n<!-- end of figures -->\n")

    def run(*words, environment):
        path = {"PYTHONPATH": str(bootstrap_verbs.PACKAGING)}
        command = [sys.executable, folder / "scan.py", *words]
        subprocess.run(command, env={**environment, **path}, check=True)
        return json.loads(kept.read_text(encoding="utf-8"))

    return run


def test_a_row_replaces_the_one_before(keep):
    rows = keep("青花 9 files", "1 s", environment={bootstrap_verbs.KEEP_FIGURES: "1"})

    assert list(rows) == ["scan.first", "scan.again"]
    assert rows["scan.first"]["what"] == "青花 9 files"
    assert rows["scan.first"]["measured"] == "1 s"
    assert " cores, 20" in rows["scan.first"]["on"]


def test_a_row_that_is_kept_is_in_the_table_at_once(keep, tmp_path):
    keep("青花 9 files", "1 s", environment={bootstrap_verbs.KEEP_FIGURES: "1"})

    document = (tmp_path / ".github" / "FIGURES.md").read_text(encoding="utf-8")
    assert "| `scan` | 青花 9 files | 1 s |" in document
    assert "| `scan` | 3 files | 2 s |" in document


def test_nothing_is_kept_where_nobody_asked(keep):
    assert keep("9 files", "1 s", environment={})["scan.first"]["what"] == "3 files"
