"""Turn-taking: who speaks after whom."""

from itertools import pairwise, product
from typing import TYPE_CHECKING

from memcon import speakers as speakers_module

if TYPE_CHECKING:
    import pandas as pd


def compute(turns: "pd.DataFrame", speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Count the transitions from speaker to next speaker.

    A row is an ordered pair of speakers of a meeting, pairs that never occur included.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, ``from_speaker_id``, ``to_speaker_id``, ``n`` and ``share`` (of the turns that follow one of
        the first speaker; NaN where none does), speakers in order of their first turn.

    Example:
        >>> import memcon, pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": "a", "turn": [1, 2, 3], "label": ["Lin", "Orr", "Lin"]})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> compute(turns, memcon.speakers.resolve(turns, documents, people=[]))["n"].tolist()
        [0, 1, 1, 0]
    """
    import pandas as pd

    spoken = speakers_module.assign(turns, speakers)
    rows = []
    for meeting_id, part in spoken.groupby("meeting_id", sort=True):
        order = part["speaker_id"].tolist()
        n = dict.fromkeys(product(dict.fromkeys(order), repeat=2), 0)
        for pair in pairwise(order):
            n[pair] += 1
        rows += [(meeting_id, *pair, count) for pair, count in n.items()]
    table = pd.DataFrame(rows, columns=["meeting_id", "from_speaker_id", "to_speaker_id", "n"])
    after = table.groupby(["meeting_id", "from_speaker_id"])["n"].transform("sum")
    table["share"] = table["n"] / after.where(after > 0)
    return table
