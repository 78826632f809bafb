"""Inequality: how unevenly a meeting's talk is spread over its people."""

from typing import TYPE_CHECKING

import numpy as np

from memcon import speakers as speakers_module
from memcon import talk_share

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike

# ASSUME: who is there to translate or to take notes is present, but not a participant of the talk.
NOT_PARTICIPANTS = r"\binterpreters?\b|\btranslators?\b|\bnote-?takers?\b"


def entropy(values: "ArrayLike") -> float:
    """Compute the Shannon entropy of shares.

    H = -sum p ln p over the positive shares p (Shannon 1948), in nats.

    Args:
        values: amounts of at least 0; they are divided by their sum.

    Returns:
        The entropy; NaN where the sum is 0.

    Example:
        >>> round(entropy([1, 1]), 6)
        0.693147
    """
    amounts = np.asarray(values, dtype=float)
    total = amounts.sum()
    if total <= 0:
        return float("nan")
    shares = amounts[amounts > 0] / total
    return float(-(shares * np.log(shares)).sum()) + 0.0


def gini(values: "ArrayLike") -> float:
    """Compute the Gini coefficient.

    G = sum_i (2 i - n - 1) x_i / (n sum x) with x in ascending order (Dixon et al. 1987, without the
    correction n / (n - 1)): 0 where all say the same, (n - 1) / n where one says all.

    Args:
        values: amounts of at least 0, one a person.

    Returns:
        The coefficient; NaN for nobody or where the sum is 0.

    Example:
        >>> gini([1, 1, 1]), gini([0, 0, 1])
        (0.0, 0.6666666666666666)
    """
    amounts = np.sort(np.asarray(values, dtype=float))
    n, total = len(amounts), amounts.sum()
    if n == 0 or total <= 0:
        return float("nan")
    return float(((2 * np.arange(1, n + 1) - n - 1) * amounts).sum() / (n * total))


def compute(turns: "pd.DataFrame", speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Compute the inequality of each meeting's talk.

    A row is an added measure of talk in a meeting.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, ``measure``, ``n_speakers``, ``n_participants`` (speakers and the silent, interpreters and
        note-takers left out), ``n_effective_speakers`` (exp of the entropy: as many people with equal shares
        would be as uneven; Hill 1973), ``entropy``, ``gini_speakers``, ``gini_participants`` and ``reason``.

    Example:
        >>> import memcon, pandas as pd
        >>> counts = {"n_words": [3, 3], "n_sentences": 1, "n_characters": 9, "n_questions": 0}
        >>> turns = pd.DataFrame({"meeting_id": "a", "turn": [1, 2], "label": ["Lin", "Orr"], **counts})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> table = compute(turns, memcon.speakers.resolve(turns, documents, people=[]))
        >>> round(float(table["n_effective_speakers"].iloc[0]), 6)
        2.0
    """
    import pandas as pd

    shares = talk_share.compute(turns, speakers)
    shares = shares[(shares["level"] == "speaker") & shares["measure"].isin(talk_share.ADDED)]
    persons = speakers_module.people_of(speakers)
    taking_part = persons[
        (persons["n_turns"] > 0) | ~persons["role"].astype("str").str.contains(NOT_PARTICIPANTS, case=False, na=False)
    ]
    n_participants = taking_part.groupby("meeting_id").size().to_dict()
    rows = []
    for (meeting_id, measure), part in shares.groupby(["meeting_id", "measure"], sort=False):
        values = part["value"].to_numpy()
        n_all = int(n_participants[meeting_id])
        spread = entropy(values)
        everybody = np.concatenate([values, np.zeros(n_all - len(values))])
        reason = talk_share.EMPTY if np.isnan(spread) else None
        rows.append(
            (
                meeting_id,
                measure,
                len(values),
                n_all,
                np.exp(spread),
                spread,
                gini(values),
                gini(everybody),
                reason,
            )
        )
    columns = ["meeting_id", "measure", "n_speakers", "n_participants", "n_effective_speakers", "entropy"]
    columns += ["gini_speakers", "gini_participants", "reason"]
    return pd.DataFrame(rows, columns=columns).astype({"reason": "str"})
