"""Bad input gets one sentence and exit code 2, whatever happens inside Snakemake."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflow.conftest import ROOT, copy, copy_package, outputs, run

Edit = Callable[[str, str, str], Path]


def refused(study: Path) -> str:
    """Run a study that must be refused before any job, and return the sentence."""
    done = run(study)
    said = done.stderr.strip()
    assert done.returncode == 2, done.stdout + done.stderr
    assert said.startswith("memcon: ")
    assert "\n" not in said
    assert "Traceback" not in done.stdout + done.stderr
    assert not (study / "data" / "processed").exists()
    return said


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        ("config/config.yaml", "title:", "titel:", ["config/config.yaml", "titel", "did you mean 'title'"]),
        ("config/config.yaml", "target:", "targt:", ["contrasts.meetings", "targt", "did you mean 'target'"]),
        ("config/config.yaml", "title:", "title: [", ["config/config.yaml, line", "not YAML"]),
        ("config/meetings.csv", "1967-02-03,1967", "1968-10-01,1967", ["config/meetings.csv, line 3", "twice"]),
        ("config/meetings.csv", "_mao-kapo-balluku.txt", "_mao-kapo.txt", ["config/meetings.csv, line 2", "no file"]),
        (
            "config/meetings.csv",
            "1967-02-03_mao",
            "../1967-02-03_mao",
            ["config/meetings.csv, line 2", "leaves data/raw"],
        ),
        ("config/meetings.csv", "meeting_id,file", "meeting,file", ["config/meetings.csv, line 1", "meeting_id"]),
        ("config/meetings.csv", "1967-02-03,1967", "a/b,1967", ["config/meetings.csv, line 2", "a/b"]),
        ("config/config.yaml", '{meeting_id: "1968-10-01"}', '{meeting_id: "1967-02-03"}', ["same selection"]),
        (
            "config/config.yaml",
            '{meeting_id: "1968-10-01"}',
            '{meeting_id: "1969"}',
            ["contrasts.meetings.reference", "1969"],
        ),
        ("config/config.yaml", "  mao:\n", "  scatter_mao:\n", ["contrasts.scatter_mao", "begin with 'scatter_'"]),
        ("config/people.csv", "zhou-enlai,Zhou", "mao-zedong,Zhou", ["config/people.csv, line 3", "mao-zedong"]),
        (
            "config/config.yaml",
            "contrasts:\n",
            "contrasts:\n  x: {target: {a: b}, reference: {a: c}}\n",
            ["column 'a'"],
        ),
    ],
)
def test_refused_before_any_job(edited: Edit, file: str, old: str, new: str, wanted: list[str]) -> None:
    said = refused(edited(file, old, new))
    for part in wanted:
        assert part in said


def test_a_source_that_is_not_utf8(study: Path) -> None:
    (study / "data/raw/1968-10-01_mao-balluku.txt").write_bytes("Mao Zedong: Çiko\n".encode("latin-1"))
    assert "line 1" in (said := refused(study))
    assert "UTF-8" in said


def test_an_empty_source(study: Path) -> None:
    (study / "data/raw/1968-10-01_mao-balluku.txt").write_bytes(b"\n \n")
    assert "1968-10-01_mao-balluku.txt: the file is empty" in refused(study)


def test_a_folder_that_is_no_study(tmp_path: Path) -> None:
    assert "no config/config.yaml" in refused(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_contrast_with_too_few_units(edited: Edit) -> None:
    done = run(
        edited(
            "config/config.yaml",
            'target: {meeting_id: "1967-02-03", speaker_id: mao-zedong}',
            'target: {meeting_id: "1967-02-03", speaker_id: zhou-enlai}',
        )
    )
    said = done.stderr.strip()
    assert done.returncode == 2
    assert "contrasts.mao.units: unit 'passage' gives too few units: 1 in the target" in said
    assert "\n" not in said


def test_figures_without_a_ranked_term_and_with_signs_of_tex(study: Path) -> None:
    config = study / "config" / "config.yaml"
    text = config.read_text(encoding="utf-8").replace("Army and troops", "'Army $\\foo$ & troops_'")
    config.write_text(text + "\nranking: {min_count: 5000}\n", encoding="utf-8")
    done = run(study)
    assert done.returncode == 0, done.stderr
    assert "0 terms" in (study / "results/figures/contrast_scatter_meetings.txt").read_text(encoding="utf-8")


def test_a_study_without_any_turn(study: Path) -> None:
    for file in (study / "data" / "raw").iterdir():
        file.write_text("The Secretary said that he would think about it.\n", encoding="utf-8")
    done = run(study)
    assert done.returncode == 2
    assert "no turn was found" in done.stderr
    assert "\n" not in done.stderr.strip()


def test_an_error_of_our_own_is_one_sentence_too(study: Path, tmp_path: Path) -> None:
    package = copy_package(tmp_path / "package")
    with (package / "themes.py").open("a", encoding="utf-8") as file:
        file.write("\ndef compute(*_, **__):\n    raise ZeroDivisionError('a slip')\n")
    done = subprocess.run(
        [sys.executable, "-m", "memcon.cli", "run", str(study)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(package.parent)},
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "logs/themes.log" in done.stderr
    assert "\n" not in done.stderr.strip()
    assert "ZeroDivisionError" in (study / "logs" / "themes.log").read_text(encoding="utf-8")


def test_plain_snakemake_says_the_same_sentence(edited: Edit) -> None:
    study = edited("config/config.yaml", "title:", "titel:")
    command = [sys.executable, "-m", "snakemake", "-s", str(ROOT / "Snakefile"), "-d", str(study), "--cores", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "key 'titel' is not known" in done.stdout + done.stderr


def test_two_runs_at_once_do_not_mix(study: Path) -> None:
    (study / ".snakemake").mkdir()
    with (study / ".snakemake" / "memcon.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = run(study)
    assert done.returncode == 2
    assert "another run" in done.stderr


def test_the_study_is_held_until_the_last_process_of_a_run_ends(study: Path) -> None:
    command = [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    for line in process.stdout or ():
        if "Finding" in line:
            break
    # memcon alone is killed; Snakemake, its child, goes on.
    os.kill(process.pid, 9)
    process.wait()
    done = run(study)
    os.killpg(process.pid, 9)
    assert done.returncode == 2
    assert "another run" in done.stderr


@pytest.mark.parametrize(
    "moment",
    [
        "Drawing",
        *(
            pytest.param(moment, marks=pytest.mark.slow)
            for moment in ("Reading", "Finding", "Contrasting", "Fetching", "Writing tables")
        ),
    ],
)
def test_a_run_that_was_broken_off_is_taken_up(finished: Path, tmp_path: Path, moment: str) -> None:
    study = copy(tmp_path / "study")
    process = subprocess.Popen(
        [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "2"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    for line in process.stdout or ():
        if moment in line:
            break
    os.killpg(process.pid, 9)
    process.wait()
    done = run(study)
    assert done.returncode == 0, done.stderr
    first, second = outputs(finished), outputs(study)
    assert [name for name in first if first[name] != second.get(name)] == []
