"""Logs: what a job says goes to its log, and an error of the user's becomes one sentence there."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from memcon.errors import MemconError

ERROR = "error: "


@contextmanager
def to(log: str) -> Iterator[None]:
    """Send what the block says to a log, and end the job where it fails.

    Args:
        log: the path of the log.

    Yields:
        Nothing.

    Raises:
        SystemExit: the block raised; the log's last line begins with ``error: `` where it was a MemconError.
    """
    with Path(log).open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        try:
            yield
        except MemconError as error:
            file.write(f"{ERROR}{error}\n")
            sys.exit(2)
        except Exception:
            traceback.print_exc(file=file)
            sys.exit(1)


def sentences(folder: Path, *, since: float = 0.0) -> list[str]:
    """Return what the jobs of a run found wrong.

    Args:
        folder: the folder of the logs.
        since: leave out logs last written before this time (seconds since 1970).

    Returns:
        The sentences of the logs, each once.
    """
    found: dict[str, None] = {}
    for log in sorted(folder.rglob("*.log")):
        if log.stat().st_mtime < since:
            continue
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(ERROR):
                found[line.removeprefix(ERROR)] = None
    return list(found)
