"""Units: the rows of a term matrix, and their TF-IDF weights in a contrast."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from memcon import passages, selection, term_counts
from memcon import speakers as speakers_module
from memcon.errors import MemconError

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

Unit = Literal["passage", "turn", "speaker", "meeting"]
# ASSUME: with fewer units on a side its mean weight and the idf rest on next to nothing.
MIN_UNITS = 5


class UnitMatrix(NamedTuple):
    """The term matrix of a contrast on a unit: rows are the target's units, then the reference's.

    ``counts`` and ``tfidf`` are sparse, units × ``terms`` (content terms, sorted); ``tfidf`` is None where
    ``reason`` says why. ``n_words`` is the length of each unit. ``totals`` maps a length of term to the running
    terms of that length on the target's and the reference's side, stop words included; ``stop_words`` a stop word
    to its occurrences on both sides.
    """

    contrast_id: str
    unit: Unit
    n_target: int
    terms: "NDArray[np.str_]"
    counts: Any
    tfidf: Any
    n_words: "NDArray[np.int64]"
    totals: dict[int, tuple[int, int]]
    stop_words: dict[str, tuple[int, int]]
    reason: str | None


def tfidf(counts: Any) -> Any:
    """Weigh a term matrix by TF-IDF, rows of length one.

    tf × (ln((1 + N) / (1 + df)) + 1), each row divided by its Euclidean norm: scikit-learn's
    ``TfidfTransformer`` with its defaults (norm l2, smooth idf).

    Args:
        counts: units × terms, dense or sparse.

    Returns:
        A sparse matrix of the same shape; a row of zeros stays one.

    Example:
        >>> tfidf(np.array([[1, 0], [1, 1]])).toarray().round(3).tolist()
        [[1.0, 0.0], [0.58, 0.815]]
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer(norm="l2", use_idf=True, smooth_idf=True).fit_transform(counts)


def _numbered(chosen: "pd.DataFrame", pieces: "pd.DataFrame", unit: Unit, passage_words: int) -> "pd.DataFrame":
    """Number the units of one side; a row is a piece, or a turn without words (``piece`` null)."""
    keys = {
        "turn": ["meeting_id", "turn"],
        "speaker": ["meeting_id", "speaker_id"],
        "meeting": ["meeting_id"],
    }
    columns = ["meeting_id", "turn", "speaker_id"]
    rows = chosen[columns].merge(pieces, on=["meeting_id", "turn"], how="left", validate="one_to_many")
    rows = rows.sort_values(["meeting_id", "turn", "piece"], ignore_index=True)
    if unit == "passage":
        rows = rows[rows["n_words"].notna()].astype({"n_words": "int64"})
        rows["passage"] = 0
        for _, part in rows.groupby("meeting_id", sort=True):
            rows.loc[part.index, "passage"] = passages.cut(part["n_words"].to_numpy(), size=passage_words)
    rows["number"] = rows.groupby(keys.get(unit, ["meeting_id", "passage"]), sort=True).ngroup()
    return rows


def matrix(
    chosen: "Sequence[pd.DataFrame]",
    counts: "pd.DataFrame",
    *,
    contrast_id: str,
    unit: Unit,
    stop_words: frozenset[str],
    passage_words: int,
) -> UnitMatrix:
    """Build the term matrix of a contrast on a unit.

    Args:
        chosen: the turns of the target and of the reference, with their speakers.
        counts: the table ``term_counts``.
        contrast_id: the contrast.
        unit: what a row is.
        stop_words: words that are no column.
        passage_words: the wanted length of a passage.

    Returns:
        The matrix; with fewer than 5 units on a side ``tfidf`` is None and ``reason`` says so.
    """
    import pandas as pd
    from scipy import sparse

    pieces = term_counts.pieces(counts)
    sides = [_numbered(side, pieces, unit, passage_words) for side in chosen]
    n_units = [int(side["number"].max() + 1) if len(side) else 0 for side in sides]
    sides[1]["number"] += n_units[0]
    rows = pd.concat([side.assign(side_number=i) for i, side in enumerate(sides)], ignore_index=True)
    n_words = rows.groupby("number")["n_words"].sum().reindex(range(sum(n_units)), fill_value=0)
    key = ["meeting_id", "turn", "piece"]
    spoken = rows.dropna(subset="piece").astype({"piece": "int64"})
    found = counts.merge(spoken[[*key, "number", "side_number"]], on=key, validate="many_to_one")
    found["length"] = found["term"].str.count(" ") + 1
    sums = found.groupby(["length", "side_number"])["n"].sum()
    totals = {int(n): (int(sums.get((n, 0), 0)), int(sums.get((n, 1), 0))) for n in found["length"].unique()}
    stopped = found["term"].isin(stop_words)
    of_stop_words = {
        str(word): (int(part["n"][part["side_number"] == 0].sum()), int(part["n"][part["side_number"] == 1].sum()))
        for word, part in found[stopped].groupby("term", sort=True)
    }
    found = found[~stopped]
    terms, columns = np.unique(found["term"].to_numpy(dtype=str), return_inverse=True)
    shape = (sum(n_units), len(terms))
    at = (found["number"].to_numpy(), columns)
    table = sparse.csr_matrix((found["n"].to_numpy(), at), shape=shape, dtype=np.int64)
    reason = None
    if min(n_units) < MIN_UNITS:
        reason = f"too few units: {n_units[0]} in the target, {n_units[1]} in the reference; each needs {MIN_UNITS}"
    elif not len(terms):
        reason = "no content word: every word of both sides is a stop word"
    weights = None if reason else tfidf(table)
    lengths = n_words.to_numpy(dtype=np.int64)
    return UnitMatrix(contrast_id, unit, n_units[0], terms, table, weights, lengths, totals, of_stop_words, reason)


def matrices(
    turns: "pd.DataFrame",
    speakers: "pd.DataFrame",
    documents: "pd.DataFrame",
    counts: "pd.DataFrame",
    *,
    contrasts: Mapping[str, Mapping[str, Any]],
    stop_words: frozenset[str],
    passage_words: int = 100,
) -> Iterator[UnitMatrix]:
    """Build the matrices of a study's contrasts.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.
        documents: the table ``documents``.
        counts: the table ``term_counts``.
        contrasts: contrast_id → ``target``, ``reference`` (selections) and ``units``.
        stop_words: words that are no column.
        passage_words: the wanted length of a passage.

    Yields:
        A matrix for each contrast and unit, in the study's order.

    Raises:
        MemconError: a side selects nothing, a turn is on both sides, or a side has fewer than 5 units.
    """
    spoken = speakers_module.assign(turns, speakers)
    for contrast_id, contrast in contrasts.items():
        masks = [
            selection.turns(spoken, documents, contrast[side], where=f"contrasts.{contrast_id}.{side}")
            for side in ("target", "reference")
        ]
        both = spoken[masks[0] & masks[1]]
        if len(both):
            raise MemconError(
                f"contrasts.{contrast_id}: {len(both)} turns are in target and reference "
                f"(the first: {both['meeting_id'].iloc[0]}, turn {both['turn'].iloc[0]}); let the two sides share none."
            )
        for unit in contrast["units"]:
            found = matrix(
                [spoken[mask] for mask in masks],
                counts,
                contrast_id=contrast_id,
                unit=unit,
                stop_words=stop_words,
                passage_words=passage_words,
            )
            if found.reason:
                raise MemconError(
                    f"contrasts.{contrast_id}.units: unit '{unit}' gives {found.reason}; with so little text idf takes "
                    "a value or two and weighs nothing, so select more text or another unit."
                )
            yield found
