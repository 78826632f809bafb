"""Talk share: how much of a meeting each speaker and each side says."""

from typing import TYPE_CHECKING

import numpy as np

from memcon import speakers as speakers_module

if TYPE_CHECKING:
    import pandas as pd

ADDED = ("words", "turns", "sentences", "characters", "questions")
MEASURES = (*ADDED, "mean_turn_words", "longest_turn_words")
NO_SHARE = "a length, not a part of a whole"
EMPTY = "the meeting has none"


def _measured(turns: "pd.DataFrame", by: list[str]) -> "pd.DataFrame":
    """Sum the measures of the turns of each group; a row is a group."""
    groups = turns.groupby(by, sort=True, dropna=False)
    found = groups.agg(
        words=("n_words", "sum"),
        turns=("turn", "size"),
        sentences=("n_sentences", "sum"),
        characters=("n_characters", "sum"),
        questions=("n_questions", "sum"),
        longest_turn_words=("n_words", "max"),
    )
    found["mean_turn_words"] = found["words"] / found["turns"]
    return found.reset_index()


def compute(turns: "pd.DataFrame", speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Compute the talk shares of speakers and sides.

    A row is a speaker or a side × a measure in a meeting. The share of an added measure (words, turns,
    sentences, characters, questions) is value / sum over the meeting; means and maxima have none.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, ``level`` (speaker, side), ``speaker_id`` (null for a side), ``side``, ``measure``,
        ``value``, ``share`` (0 to 1) and ``reason`` (why there is no share), sorted by meeting, level, measure;
        the largest value first.

    Example:
        >>> import memcon, pandas as pd
        >>> counts = {"n_words": [3, 1], "n_sentences": 1, "n_characters": [9, 2], "n_questions": [0, 1]}
        >>> turns = pd.DataFrame({"meeting_id": "a", "turn": [1, 2], "label": ["Lin", "Orr"], **counts})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> shares = compute(turns, memcon.speakers.resolve(turns, documents, people=[]))
        >>> shares.query("level == 'speaker' and measure == 'words'")["share"].tolist()
        [0.75, 0.25]
    """
    import pandas as pd

    spoken = speakers_module.assign(turns, speakers)
    tables = []
    for level, by in (("speaker", ["meeting_id", "speaker_id", "side"]), ("side", ["meeting_id", "side"])):
        wide = _measured(spoken, by)
        long = wide.melt(by, list(MEASURES), "measure", "value").assign(level=level)
        tables.append(long)
    table = pd.concat(tables, ignore_index=True)
    total = table.groupby(["meeting_id", "level", "measure"])["value"].transform("sum")
    added = table["measure"].isin(ADDED)
    table["share"] = (table["value"] / total.where(total > 0)).where(added)
    table["reason"] = np.select([~added, total == 0], [NO_SHARE, EMPTY], default="")
    table["reason"] = table["reason"].replace("", None)
    table["speaker_id"] = table["speaker_id"].astype("str")
    table["measure_rank"] = table["measure"].map({measure: rank for rank, measure in enumerate(MEASURES)})
    table["level_rank"] = table["level"].map({"speaker": 0, "side": 1})
    order = ["meeting_id", "level_rank", "measure_rank", "value", "speaker_id", "side"]
    table = table.sort_values(order, ascending=[True, True, True, False, True, True], ignore_index=True)
    columns = ["meeting_id", "level", "speaker_id", "side", "measure", "value", "share", "reason"]
    return table[columns].astype({"value": "float64", "reason": "str"})
