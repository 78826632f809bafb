"""The locks: one set of packages for pip and for conda, with hashes and without addresses."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text()
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())
PYTHON = "3.12"
CONDA_NAMES = {"matplotlib-base": "matplotlib", "snakemake-minimal": "snakemake"}


def locked(python: str) -> dict[str, str]:
    found = {}
    for name, version, marker in re.findall(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+))?", LOCK, re.MULTILINE):
        environment = {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": "linux"}
        if not marker or Marker(marker.strip()).evaluate(environment):
            assert name not in found, f"{name} is locked twice for Python {python}"
            found[name] = version
    return found


def test_the_lock_holds_no_address() -> None:
    assert not re.search(r"https?://|file:|--index-url|--find-links|--extra-index", LOCK)


def test_every_locked_package_has_a_hash() -> None:
    for entry in re.split(r"\n(?=[\w.-]+==)", LOCK)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_meets_what_the_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for python in ("3.11", "3.12", "3.13"):
        pins = locked(python)
        for entry in project["project"]["dependencies"]:
            wanted = Requirement(entry)
            assert Version(pins[wanted.name]) in wanted.specifier, entry
        for group in project["dependency-groups"].values():
            assert {Requirement(entry).name.lower() for entry in group} <= set(pins)


def test_conda_has_the_pins_of_the_lock() -> None:
    pins = locked(PYTHON)
    plain = [entry for entry in CONDA["dependencies"] if isinstance(entry, str)]
    by_pip = next(entry["pip"] for entry in CONDA["dependencies"] if isinstance(entry, dict))
    found = dict(entry.split("=", 1) for entry in plain if entry != "pip")
    assert found.pop("python") == PYTHON
    found = {CONDA_NAMES.get(name, name): version for name, version in found.items()}
    found |= dict(entry.split("==") for entry in by_pip)
    wanted = [
        Requirement(entry).name
        for entry in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    ]
    assert found == {name: pins[name] for name in wanted}
    assert CONDA["channels"][:2] == ["conda-forge", "bioconda"]


def test_no_tracked_lock_names_an_index() -> None:
    for name in ("uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock"):
        assert not (ROOT / name).exists()
