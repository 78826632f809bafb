"""Tables on disk: the only code that reads and writes their files."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FLOAT_FORMAT = "%.10g"


def name_of(path: str | Path) -> str:
    """Return the table that a path holds.

    Args:
        path: ``data/processed/<table>/<shard>.parquet`` or ``results/tables/<table>.csv``.

    Returns:
        The name of the table.

    Example:
        >>> name_of("data/processed/turns/0.parquet"), name_of("results/tables/turns.csv")
        ('turns', 'turns')
    """
    path = Path(path)
    return path.parent.name if path.suffix == ".parquet" else path.stem


def read(paths: str | Path | Sequence[str | Path]) -> "pd.DataFrame":
    """Read a table from its Parquet files and check it.

    Args:
        paths: the file, or those of all shards.

    Returns:
        The table; of several shards, meetings in order.

    Raises:
        MemconError: the table does not have the columns and values of its schema.
    """
    import pandas as pd

    from memcon import schemas

    files = [paths] if isinstance(paths, (str, Path)) else list(paths)
    tables = [pd.read_parquet(file) for file in files]
    table = tables[0] if len(tables) == 1 else pd.concat(tables, ignore_index=True)
    if len(tables) > 1:
        table = table.sort_values("meeting_id", kind="stable", ignore_index=True)
    return schemas.check(table, name_of(files[0]))


def write(path: str | Path, table: "pd.DataFrame") -> None:
    """Check a table and write it: whole, or not at all.

    Args:
        path: where to; ``.parquet``, or ``.csv`` in UTF-8 with ``\\n`` and floats of ten figures.
        table: the table.

    Raises:
        MemconError: the table does not have the columns and values of its schema.
    """
    from memcon import schemas

    checked = schemas.check(table, name_of(path))
    if Path(path).suffix == ".parquet":
        _whole(path, lambda file: checked.to_parquet(file, index=False))
    else:
        write_csv(path, checked)


def write_csv(path: str | Path, table: "pd.DataFrame") -> None:
    """Write a table without a schema, such as the numbers of a figure, as CSV.

    Args:
        path: where to.
        table: the table.
    """
    _whole(path, lambda file: table.to_csv(file, index=False, float_format=FLOAT_FORMAT, lineterminator="\n"))


def write_text(path: str | Path, text: str) -> None:
    """Write a text in UTF-8, whole or not at all.

    Args:
        path: where to.
        text: what to write.
    """
    _whole(path, lambda file: file.write_text(text, encoding="utf-8", newline="\n"))


def _whole(path: str | Path, write_to: Callable[[Path], object]) -> None:
    final = Path(path)
    final.parent.mkdir(parents=True, exist_ok=True)
    partial = final.with_name(f".{final.name}.partial")
    try:
        write_to(partial)
        partial.replace(final)
    finally:
        partial.unlink(missing_ok=True)
