"""Studies to run: copies of the bundled one, in folders of their own."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(study: Path) -> subprocess.CompletedProcess[str]:
    """Run `memcon run` on a study."""
    command = [sys.executable, "-m", "memcon.cli", "run", str(study), "--cores", "2"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def copy(folder: Path) -> Path:
    """Copy the bundled study into a folder."""
    for part in ("config", "data/raw"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def copy_package(folder: Path) -> Path:
    """Copy memcon and its workflow into a folder, to be changed there; returns the package."""
    shutil.copytree(ROOT / "src" / "memcon", folder / "src" / "memcon", ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("Snakefile", "workflow", "profiles", "environment.yml"):
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / part)
    return folder / "src" / "memcon"


def outputs(study: Path) -> dict[str, bytes]:
    """Return the bytes of every result of a study."""
    files = [file for file in (study / "results").rglob("*") if file.is_file() and file.name != "README.md"]
    return {str(file.relative_to(study)): file.read_bytes() for file in sorted(files)}


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled study, run once."""
    study = copy(tmp_path_factory.mktemp("finished"))
    done = run(study)
    assert done.returncode == 0, done.stderr
    return study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A copy of the bundled study that has not run."""
    return copy(tmp_path / "study")


@pytest.fixture
def edited(study: Path) -> Callable[[str, str, str], Path]:
    """Replace a text in a file of a copy of the bundled study."""

    def edit(file: str, old: str, new: str) -> Path:
        path = study / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return study

    return edit
