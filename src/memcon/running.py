"""Running: a study through Snakemake, one run at a time, its failures in one sentence."""

import fcntl
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from memcon import logs
from memcon.errors import MemconError

_STEP = re.compile(r"^(?:Job \d+: )(?P<message>.+)$")
_DONE = re.compile(r"^(?P<done>\d+) of (?P<all>\d+) steps \(.*\) done")
_FAILED = re.compile(r"^\s*log: (?P<log>[^\s,]+)")
LOG = "logs/snakemake.log"
CONFIG = "config/config.yaml"


def workflow() -> Path:
    """Return the folder with Snakefile, workflow and profiles.

    Returns:
        The one inside the installed package, or the checkout of an editable install.

    Raises:
        MemconError: neither is there.
    """
    package = Path(__file__).parent
    for folder in (package / "_workflow", package.parents[1]):
        if (folder / "Snakefile").is_file():
            return folder
    raise MemconError("memcon was installed without its workflow; install it from its wheel or its checkout.")


@contextmanager
def held(folder: Path) -> Iterator[int]:
    """Hold the study for one run; the kernel lets go of it when the last process of the run ends, however it ends.

    Args:
        folder: the study.

    Yields:
        The lock's file descriptor, to be passed on to the processes of the run.

    Raises:
        MemconError: another run holds the study, or the folder cannot be written.
    """
    try:
        for name in (".snakemake", "logs"):
            (folder / name).mkdir(exist_ok=True)
        file = (folder / ".snakemake" / "memcon.lock").open("w")
    except OSError as error:
        raise MemconError(
            f"{error.filename}: the study cannot be written ({error.strerror}); a run needs to."
        ) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise MemconError(f"{folder}: another run of this study is going on; wait for its end.") from None
        yield file.fileno()


def command(folder: Path, *arguments: str) -> list[str]:
    """Return the command that runs Snakemake on a study.

    Args:
        folder: the study.
        arguments: further arguments of Snakemake.

    Returns:
        The command as a list. Snakemake's own lock is left out: ``held`` keeps runs apart.
    """
    home = workflow()
    base = [
        sys.executable,
        "-m",
        "snakemake",
        "--snakefile",
        str(home / "Snakefile"),
        "--directory",
        str(folder),
    ]
    return [*base, "--workflow-profile", str(home / "profiles" / "default"), "--nolock", *arguments]


def run(folder: str | Path = ".", *, arguments: Sequence[str] = (), say: bool = True) -> None:
    """Run a study.

    Args:
        folder: the study.
        arguments: further arguments of Snakemake, such as ``["--cores", "2"]``.
        say: print a line for each stage.

    Raises:
        MemconError: the study is wrong, another run holds it, or a stage failed.
    """
    folder = _study(folder)
    with held(folder) as lock:
        # A second before now: file systems keep time more coarsely than the clock does.
        since = time.time() - 1
        log = folder / LOG
        process = subprocess.Popen(  # noqa: S603 - our own command
            command(folder, *arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            pass_fds=[lock],
        )
        said = []
        with log.open("w", encoding="utf-8") as file:
            for line in process.stdout or ():
                file.write(line)
                said.append(line.rstrip("\n"))
                message = _STEP.match(line)
                if say and message is not None:
                    print(f"  {message['message']}", flush=True)
        if process.wait() != 0:
            raise MemconError(_why(folder, said, since))
        if say:
            idle = any(line.startswith("Nothing to be done") for line in said)
            print("Everything is up to date in results/." if idle else "Done: see results/figures and results/tables.")


def report(folder: str | Path = ".", *, say: bool = True) -> None:
    """Write Snakemake's report of a study that has run.

    Args:
        folder: the study.
        say: print where the report is.

    Raises:
        MemconError: the study is wrong or has not run, or Snakemake failed.
    """
    folder = _study(folder)
    with held(folder) as lock:
        made = subprocess.run(  # noqa: S603 - our own command
            command(folder, "--report", "results/report.html"),
            capture_output=True,
            text=True,
            check=False,
            pass_fds=[lock],
        )
    if made.returncode != 0:
        said = (made.stdout + made.stderr).splitlines()
        raise MemconError(
            _refused(said) or f"the report was not written ({' '.join(said)[-300:]}); run the study first."
        )
    if say:
        print("Done: results/report.html")


def _study(folder: str | Path) -> Path:
    """Return the study's folder; its content is checked where it is read, by the Snakefile."""
    found = Path(folder).resolve()
    if not (found / CONFIG).is_file():
        raise MemconError(f"{found}: this is no study, for it has no {CONFIG}; name the study's folder.")
    return found


def _refused(said: list[str]) -> str:
    """Return the sentence with which the study was refused before any job, if it was."""
    at = [number for number, line in enumerate(said) if line.startswith("MemconError in file")]
    return said[at[0] + 1].strip() if at and at[0] + 1 < len(said) else ""


def _why(folder: Path, said: list[str], since: float) -> str:
    """Return why a run failed: what was found wrong before or in its jobs, else where to look."""
    found = logs.sentences(folder / "logs", since=since)
    if _refused(said) or found:
        return _refused(said) or " Also: ".join(found)
    wrong = [line.strip() for line in said if re.search(r"(?<!Rule)(Error|Exception)\b", line)]
    failed = [match["log"] for line in said if (match := _FAILED.match(line))]
    where = ", ".join(dict.fromkeys([*failed, LOG]))
    return f"the run failed ({wrong[0] if wrong else 'Snakemake gave no reason'}); see {where} in {folder}."
