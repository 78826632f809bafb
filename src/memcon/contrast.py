"""Contrast: which terms set two selections of turns apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from memcon import keyness, schemas
from memcon.units import UnitMatrix

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

KEYNESS = ("log_odds", "log_odds_z", "g2")


def _keyness(
    n_target: "NDArray[np.int64]", n_reference: "NDArray[np.int64]", found: UnitMatrix, prior_words: float
) -> "dict[str, NDArray[np.float64]]":
    """Compute the effect sizes; totals and priors are kept apart by length of term."""
    lengths = np.char.count(found.terms, " ") + 1
    values = {name: np.full(len(found.terms), np.nan) for name in KEYNESS}
    for length, (total_target, total_reference) in found.totals.items():
        here = lengths == length
        target, reference = n_target[here], n_reference[here]
        values["log_odds"][here], values["log_odds_z"][here] = keyness.log_odds(
            target,
            reference,
            total_target=total_target,
            total_reference=total_reference,
            prior_words=prior_words,
        )
        values["g2"][here] = keyness.g2(target, reference, total_target=total_target, total_reference=total_reference)
    return values


def of_matrix(
    found: UnitMatrix, *, min_count: int = 5, min_units: int = 3, prior_words: float = 500.0
) -> "pd.DataFrame":
    """Contrast the two sides of a term matrix.

    A row is a content term. ``tfidf_target`` is the mean TF-IDF weight over the target's units, units without a
    content word included, ``tfidf_difference`` target minus reference.

    Args:
        found: the matrix.
        min_count: a term is ``ranked`` with so many occurrences, both sides together,
        min_units: in so many units.
        prior_words: the weight of the Dirichlet prior of the log-odds, in running terms.

    Returns:
        ``contrast_id``, ``unit``, ``term``, ``n_words_in_term``, counts of occurrences and of units on both sides,
        ``ranked``, the weights, ``log_odds``, ``log_odds_z``, ``g2`` and ``reason`` (why there are no weights);
        greatest difference first, then by term.

    Example:
        >>> totals = {1: (10, 10)}
        >>> counts = np.array([[2, 0]] * 5 + [[1, 1]] * 5)
        >>> from memcon import units
        >>> words = np.full(10, 2)
        >>> terms = np.array(["army", "party"])
        >>> m = UnitMatrix("c", "turn", 5, terms, counts, units.tfidf(counts), words, totals, {}, None)
        >>> of_matrix(m)[["term", "n_target", "n_reference"]].to_numpy().tolist()
        [['army', 10, 5], ['party', 0, 5]]
    """
    import pandas as pd

    split = found.n_target
    n = [np.asarray(side.sum(axis=0)).ravel() for side in (found.counts[:split], found.counts[split:])]
    n_units = [np.asarray((side > 0).sum(axis=0)).ravel() for side in (found.counts[:split], found.counts[split:])]
    if found.tfidf is None:
        weights = [np.full(len(found.terms), np.nan)] * 2
    else:
        weights = [np.asarray(side.mean(axis=0)).ravel() for side in (found.tfidf[:split], found.tfidf[split:])]
    table = pd.DataFrame(
        {
            "contrast_id": found.contrast_id,
            "unit": found.unit,
            "term": found.terms.astype(object),
            "n_words_in_term": np.char.count(found.terms, " ") + 1,
            "n_target": n[0],
            "n_reference": n[1],
            "n_units_target": n_units[0],
            "n_units_reference": n_units[1],
            "ranked": (n[0] + n[1] >= min_count) & (n_units[0] + n_units[1] >= min_units),
            "tfidf_target": weights[0],
            "tfidf_reference": weights[1],
            "tfidf_difference": weights[0] - weights[1],
            **_keyness(n[0], n[1], found, prior_words),
            "reason": found.reason,
        }
    )
    counted = ["n_words_in_term", "n_target", "n_reference", "n_units_target", "n_units_reference"]
    texts = dict.fromkeys(("contrast_id", "unit", "term", "reason"), "str")
    table = table.astype(texts | dict.fromkeys(counted, "int64"))
    # Rounded, so that the last bit of a sum does not order two terms that are alike.
    table["order"] = -table["tfidf_difference"].round(12)
    return table.sort_values(["order", "term"], ignore_index=True).drop(columns="order")


def top(table: "pd.DataFrame", *, n: int) -> "pd.DataFrame":
    """Return the ranked terms that lead on each side of one contrast on one unit.

    Args:
        table: rows of ``contrast`` of one contrast and unit.
        n: how many a side at most.

    Returns:
        The target's terms, greatest difference first, then the reference's, ending with its greatest.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"term": ["a", "b"], "tfidf_difference": [0.2, -0.1], "ranked": [True, True]})
        >>> top(table, n=1)["term"].tolist()
        ['a', 'b']
    """
    ranked = table[table["ranked"]]
    target = ranked[ranked["tfidf_difference"] > 0].head(n)
    reference = ranked[ranked["tfidf_difference"] < 0].tail(n)
    import pandas as pd

    return pd.concat([target, reference])


def compute(
    matrices: Iterable[UnitMatrix],
    *,
    theme_terms: Iterable[str] = (),
    top_terms: int = 12,
    min_count: int = 5,
    min_units: int = 3,
    prior_words: float = 500.0,
) -> "pd.DataFrame":
    """Contrast the sides of each matrix of a study.

    A row is a term in a contrast on a unit, as in ``of_matrix``, with ``listed``: the term leads on the unit that
    the contrast names first, so that a figure or a table prints it, or a theme holds it.

    Args:
        matrices: those of ``memcon.units.matrices``.
        theme_terms: the terms of the study's themes.
        top_terms: how many terms a side figures and tables print.
        min_count: as in ``of_matrix``.
        min_units: as in ``of_matrix``.
        prior_words: as in ``of_matrix``.

    Returns:
        The table ``contrast``, in the order of the matrices.
    """
    import pandas as pd

    tables = []
    leading: dict[str, set[str]] = {}
    for found in matrices:
        table = of_matrix(found, min_count=min_count, min_units=min_units, prior_words=prior_words)
        tables.append(table)
        leading.setdefault(found.contrast_id, set(theme_terms) | set(top(table, n=top_terms)["term"]))
    for table in tables:
        terms = leading[str(table["contrast_id"].iloc[0])]
        table["listed"] = table["term"].isin(list(terms))
    columns = [column.name for column in schemas.columns("contrast")]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def sides(matrices: Iterable[UnitMatrix]) -> "pd.DataFrame":
    """Describe the two sides of each contrast.

    A row is a side of a contrast on a unit.

    Args:
        matrices: those of ``memcon.units.matrices``.

    Returns:
        ``contrast_id``, ``unit``, ``side`` (target, reference), ``n_units``, ``n_units_without_content`` (rows of
        zeros: no word but stop words), ``n_words`` and ``n_terms`` (distinct content terms), in the order of the
        matrices.
    """
    import pandas as pd

    rows = []
    for found in matrices:
        for side, part in (("target", slice(0, found.n_target)), ("reference", slice(found.n_target, None))):
            counts = found.counts[part]
            content = np.asarray(counts.sum(axis=1)).ravel()
            n_terms = int((np.asarray(counts.sum(axis=0)).ravel() > 0).sum())
            empty, n_words = int((content == 0).sum()), int(found.n_words[part].sum())
            rows.append((found.contrast_id, found.unit, side, counts.shape[0], empty, n_words, n_terms))
    columns = ["contrast_id", "unit", "side", "n_units", "n_units_without_content", "n_words", "n_terms"]
    return pd.DataFrame(rows, columns=columns)
