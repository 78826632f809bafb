"""The wheel holds the workflow, so that memcon runs outside its checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.workflow.conftest import ROOT, copy, outputs


def test_a_study_runs_from_the_wheel_alone(finished: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").iterdir()
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    study = copy(tmp_path / "study")
    environment = os.environ | {"PYTHONPATH": str(site)}
    where = [sys.executable, "-c", "import memcon; print(memcon.__file__)"]
    at = subprocess.run(where, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path).stdout
    assert at.startswith(str(site))
    command = [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    first, second = outputs(finished), outputs(study)
    assert [name for name in first if first[name] != second.get(name)] == []
