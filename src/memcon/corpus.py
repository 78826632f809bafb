"""Corpus: the meetings of a study, described for print."""

from typing import TYPE_CHECKING

import numpy as np

from memcon import speakers as speakers_module

if TYPE_CHECKING:
    import pandas as pd

STATED = (
    "title",
    "date",
    "place",
    "language",
    "original_language",
    "record_maker",
    "translator",
    "completeness",
)


def compute(
    documents: "pd.DataFrame", turns: "pd.DataFrame", ledger: "pd.DataFrame", speakers: "pd.DataFrame"
) -> "pd.DataFrame":
    """Describe the meetings of a study.

    A row is a meeting.

    Args:
        documents: the table ``documents``.
        turns: the table ``turns``.
        ledger: the table ``ledger``.
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, what is stated of the record, ``n_characters`` (of the source), ``n_turns``, ``n_words``,
        ``n_sentences``, ``n_questions``, ``n_speakers``, ``n_present`` (speakers and those whom the record lists),
        ``unparsed_share`` (of the characters) and ``citation``, sorted by meeting.
    """
    table = documents[["meeting_id", *STATED, "n_characters", "citation"]].sort_values("meeting_id", ignore_index=True)
    sums = {
        "n_turns": turns.groupby("meeting_id").size(),
        **{name: turns.groupby("meeting_id")[name].sum() for name in ("n_words", "n_sentences", "n_questions")},
    }
    persons = speakers_module.people_of(speakers)
    sums["n_speakers"] = persons[persons["n_turns"] > 0].groupby("meeting_id").size()
    sums["n_present"] = persons.groupby("meeting_id").size()
    for name, values in sums.items():
        table[name] = table["meeting_id"].map(values).fillna(0).astype(np.int64)
    unparsed = ledger[ledger["kind"] == "unparsed"].set_index("meeting_id")["share"]
    table["unparsed_share"] = table["meeting_id"].map(unparsed).fillna(0.0)
    return table[[*(name for name in table if name != "citation"), "citation"]]
