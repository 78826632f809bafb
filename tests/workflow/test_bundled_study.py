"""The bundled study from end to end."""

import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import memcon
from tests.golden.bless import GOLDEN, compared
from tests.workflow.conftest import ROOT, copy, copy_package, outputs, run

NO_NETWORK = """
import socket

def refuse(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        raise RuntimeError(f"a run asked for the network: {address}")
    return plain(self, address)

plain, socket.socket.connect = socket.socket.connect, refuse
socket.getaddrinfo = None
"""


def test_text_tables_are_the_golden_ones(finished: Path) -> None:
    found = compared(finished / "results")
    golden = {str(p.relative_to(GOLDEN)): p.read_text(encoding="utf-8") for p in GOLDEN.rglob("*") if p.is_file()}
    assert sorted(found) == sorted(golden)
    for name, text in golden.items():
        assert found[name] == text, f"{name} differs; look at it, then run: make bless"


def test_two_runs_give_the_same_bytes_without_a_network(finished: Path, tmp_path: Path) -> None:
    # Another place with a space and a letter beyond ASCII in its name, one core, another locale, time zone, hash seed.
    study = copy(tmp_path / "zweite Übung")
    environment = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Shanghai"}
    # Nothing may ask for a network either.
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    environment |= {"PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "1"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    first, second = outputs(finished), outputs(study)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_shards_do_not_change_a_table(finished: Path, tmp_path: Path) -> None:
    study = copy(tmp_path / "sharded")
    config = study / "config" / "config.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "\nshards: 4\n", encoding="utf-8")
    done = run(study)
    assert done.returncode == 0, done.stderr
    first, second = outputs(finished), outputs(study)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_second_run_has_nothing_to_do(finished: Path) -> None:
    before = outputs(finished)
    done = run(finished)
    assert done.returncode == 0
    assert "up to date" in done.stdout
    assert outputs(finished) == before


def test_sources_are_never_written(finished: Path) -> None:
    for file in (ROOT / "data" / "raw").iterdir():
        copied = finished / "data" / "raw" / file.name
        assert hashlib.sha256(copied.read_bytes()).digest() == hashlib.sha256(file.read_bytes()).digest()


def test_every_figure_has_its_five_files(finished: Path) -> None:
    config = memcon.study.load(finished).config
    names = [*memcon.figures.names(themes=config["themes"]), *memcon.figures.contrast_names(config["contrasts"])]
    wanted = {f"{name}.{suffix}" for name in names for suffix in ("pdf", "svg", "png", "csv", "txt")}
    assert {file.name for file in (finished / "results" / "figures").iterdir()} == wanted


def test_each_occurrence_leads_to_its_place_in_the_source(finished: Path) -> None:
    with (finished / "results/tables/concordance.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = {
        row["meeting_id"]: (finished / "data/raw" / row["file"]).read_bytes().decode()
        for row in memcon.study.load(finished).meetings
    }
    assert len(rows) > 300
    for row in rows:
        there = texts[row["meeting_id"]][int(row["char_start"]) : int(row["char_end"])]
        # A page break or a mark may stand between the words of a term, never inside one.
        assert [memcon.tokens.fold(word) for word in memcon.tokens.tokenize(there)] == row["term"].split()


def test_the_concordance_holds_every_counted_occurrence(finished: Path) -> None:
    counts = memcon.io.read(finished / "data/processed/term_counts/0.parquet")
    concordance = memcon.io.read(finished / "data/processed/concordance/all.parquet")
    contrast = memcon.io.read(finished / "data/processed/contrast/all.parquet")
    found = concordance.groupby(["term", "meeting_id"]).size()
    listed = set(contrast.loc[contrast["listed"], "term"])
    assert listed <= set(concordance["term"])
    counted = counts[counts["term"].isin(listed)].groupby(["term", "meeting_id"])["n"].sum()
    assert found.loc[counted.index].to_dict() == counted.to_dict()


def test_totals_agree_across_tables(finished: Path) -> None:
    def read(table: str, shard: str = "all") -> object:
        return memcon.io.read(finished / "data" / "processed" / table / f"{shard}.parquet")

    turns = read("turns", "0").groupby("meeting_id")["n_words"].sum().to_dict()
    shares = read("talk_share").query("level == 'speaker' and measure == 'words'")
    counts = read("term_counts", "0")
    words = counts[~counts["term"].str.contains(" ")]
    assert shares.groupby("meeting_id")["value"].sum().to_dict() == turns
    assert words.groupby("meeting_id")["n"].sum().to_dict() == turns
    assert read("themes").groupby("meeting_id")["n_words"].first().to_dict() == turns
    assert read("corpus").set_index("meeting_id")["n_words"].to_dict() == turns
    sides = read("contrast_sides").query("contrast_id == 'meetings'")
    assert set(sides["n_words"]) == set(turns.values())


def test_nothing_of_the_sources_is_unparsed_or_lost(finished: Path) -> None:
    ledger = memcon.io.read(finished / "data/processed/ledger/0.parquet")
    assert "unparsed" not in set(ledger["kind"])
    for meeting_id, n in ledger.groupby("meeting_id")["n_characters"].sum().items():
        file = next(row["file"] for row in memcon.study.load(finished).meetings if row["meeting_id"] == meeting_id)
        assert n == len((finished / "data/raw" / file).read_bytes().decode())


def test_no_output_holds_a_date_of_the_run_or_a_path(finished: Path) -> None:
    for name, data in outputs(finished).items():
        assert str(finished).encode() not in data, name
        if name.endswith(".pdf"):
            assert b"/CreationDate" not in data, name
        if name.endswith(".svg"):
            assert b"<dc:date>" not in data, name


def test_a_change_of_the_library_runs_its_rules_again(finished: Path, tmp_path: Path) -> None:
    package = copy_package(tmp_path / "package")
    study = tmp_path / "study"
    shutil.copytree(finished, study, ignore=shutil.ignore_patterns("log", "logs"))
    environment = os.environ | {"PYTHONPATH": str(package.parent)}
    with (package / "themes.py").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    command = [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path)
    assert "Counting themes" in done.stdout
    assert "Contrasting terms and themes" in done.stdout
    assert "talk share" not in done.stdout
    assert "Reading the records" not in done.stdout


def test_the_report_is_written_offline(finished: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "memcon.cli", "report", str(finished)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    page = (finished / "results" / "report.html").read_text(encoding="utf-8")
    (finished / "results" / "report.html").unlink()
    assert "Talk share by speaker" in page
    assert re.search(r"contrast scatter meetings", page)
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=[\"']https?:", page)
