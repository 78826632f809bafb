"""Talk over time: how the shares of the speakers build up in the course of a meeting."""

from typing import TYPE_CHECKING

from memcon import speakers as speakers_module

if TYPE_CHECKING:
    import pandas as pd


def compute(turns: "pd.DataFrame", speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Compute each speaker's cumulative share of a meeting's words.

    A row is a turn.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, ``turn``, ``n_words``, ``position_share`` (words of the meeting up to the end of the turn /
        all its words), ``speaker_id``, ``side``, ``cumulative_share`` (words of this speaker up to the end of the
        turn / all words of the meeting: at the last turn, the talk share); sorted by meeting and turn.

    Example:
        >>> import memcon, pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": "a", "turn": [1, 2], "label": ["Lin", "Orr"], "n_words": [3, 1]})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> table = compute(turns, memcon.speakers.resolve(turns, documents, people=[]))
        >>> table[["position_share", "cumulative_share"]].to_numpy().tolist()
        [[0.75, 0.75], [1.0, 0.25]]
    """
    spoken = speakers_module.assign(turns, speakers)
    total = spoken.groupby("meeting_id")["n_words"].transform("sum")
    total = total.where(total > 0)
    spoken["position_share"] = spoken.groupby("meeting_id")["n_words"].cumsum() / total
    spoken["cumulative_share"] = spoken.groupby(["meeting_id", "speaker_id"])["n_words"].cumsum() / total
    columns = ["meeting_id", "turn", "n_words", "position_share", "speaker_id", "side", "cumulative_share"]
    return spoken[columns]
