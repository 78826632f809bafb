"""Ledger: what each character of a source was taken for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def compute(spans: "pd.DataFrame", documents: "pd.DataFrame") -> "pd.DataFrame":
    """Add up the spans of each meeting by kind.

    A row is a kind of span in a meeting; the characters of a meeting add up to its source text.

    Args:
        spans: the table ``spans``.
        documents: the table ``documents``.

    Returns:
        ``file``, ``meeting_id``, ``kind``, ``n_spans``, ``n_characters`` and ``share`` (of the characters of the
        source text), sorted by meeting; the kind with most characters first.

    Example:
        >>> import pandas as pd
        >>> spans = pd.DataFrame({"meeting_id": "a", "kind": ["label", "utterance"], "char_start": [0, 4]})
        >>> spans["char_end"] = [4, 8]
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "file": ["a.txt"], "n_characters": [8]})
        >>> compute(spans, documents)["share"].tolist()
        [0.5, 0.5]
    """
    sized = spans.assign(n_characters=spans["char_end"] - spans["char_start"])
    table = sized.groupby(["meeting_id", "kind"])["n_characters"].agg(n_spans="size", n_characters="sum").reset_index()
    whole = documents.set_index("meeting_id")
    table["share"] = table["n_characters"] / table["meeting_id"].map(whole["n_characters"])
    table.insert(0, "file", table["meeting_id"].map(whole["file"]).astype("str"))
    return table.sort_values(["meeting_id", "n_characters", "kind"], ascending=[True, False, True], ignore_index=True)
