"""Selection: the turns that a side of a contrast is made of."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from memcon.errors import MemconError, listed

if TYPE_CHECKING:
    import pandas as pd

Selection = Mapping[str, str | Sequence[str]]


def values(wanted: str | Sequence[str]) -> list[str]:
    """Return the values that a selection names for a column.

    Args:
        wanted: one value or several.

    Returns:
        The values as a list.

    Example:
        >>> values("mao-zedong")
        ['mao-zedong']
    """
    return [wanted] if isinstance(wanted, str) else list(wanted)


def turns(spoken: "pd.DataFrame", documents: "pd.DataFrame", selection: Selection, *, where: str) -> "pd.Series[bool]":
    """Tell which turns a selection holds.

    Args:
        spoken: turns with their speakers, as ``memcon.speakers.assign`` returns them.
        documents: the table ``documents``.
        selection: column → value or values; a turn must fit every column. Columns are those of ``documents`` and
            ``speaker_id``, ``name``, ``side``, ``role``.
        where: the key of the study that the selection stands at, for messages.

    Returns:
        One truth value a turn.

    Raises:
        MemconError: a column does not exist, or no turn fits.

    Example:
        >>> import pandas as pd
        >>> spoken = pd.DataFrame({"meeting_id": ["a", "b"], "speaker_id": ["lin", "lin"]})
        >>> documents = pd.DataFrame({"meeting_id": ["a", "b"], "date": ["1967", "1968"]})
        >>> turns(spoken, documents, {"date": "1968"}, where="target").tolist()
        [False, True]
    """
    import pandas as pd

    chosen = pd.Series(True, index=spoken.index)
    of_speaker = [name for name in ("speaker_id", "name", "side", "role") if name in spoken]
    for column, wanted in selection.items():
        if column in of_speaker:
            found = spoken[column].astype("str")
        elif column in documents:
            found = spoken["meeting_id"].map(documents.set_index("meeting_id", drop=False)[column].astype("str"))
        else:
            raise MemconError(f"{where}: no column '{column}'; there are {listed([*of_speaker, *documents], most=40)}.")
        chosen &= found.isin(values(wanted))
    if not chosen.any():
        raise MemconError(
            f"{where}: no turn of the study fits {dict(selection)}; name values that stand in config/meetings.csv, "
            "config/people.csv or results/tables/speakers.csv."
        )
    return chosen
