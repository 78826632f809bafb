"""Themes: lists of terms that the study gives, and how much of the talk they take."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from memcon.units import UnitMatrix

if TYPE_CHECKING:
    import pandas as pd

Themes = Mapping[str, Sequence[str]]


def terms(themes: Themes) -> list[str]:
    """Return every term of the themes once, sorted.

    Args:
        themes: theme → its terms, folded.

    Returns:
        The terms.

    Example:
        >>> terms({"army": ["army", "troops"], "war": ["army"]})
        ['army', 'troops']
    """
    return sorted({term for listed in themes.values() for term in listed})


def n_words(term: str) -> int:
    """Return the number of words of a term.

    Args:
        term: words between single spaces.

    Returns:
        The number.

    Example:
        >>> n_words("red guards")
        2
    """
    return term.count(" ") + 1


def compute(turns: "pd.DataFrame", term_counts: "pd.DataFrame", *, themes: Themes) -> "pd.DataFrame":
    """Compute the share of each theme in the words of each meeting.

    A row is a theme in a meeting. An occurrence of a two-word term takes two words; the study makes sure that no
    word stands in two terms of a theme.

    Args:
        turns: the table ``turns``.
        term_counts: the table ``term_counts``.
        themes: theme → its terms, folded.

    Returns:
        ``meeting_id``, ``theme``, ``n`` (occurrences), ``n_words_in_theme``, ``n_words`` (of the meeting) and
        ``share`` (n_words_in_theme / n_words), meetings sorted, themes in the study's order.

    Example:
        >>> import pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a"], "n_words": [8]})
        >>> counts = pd.DataFrame({"meeting_id": ["a", "a"], "term": ["red guards", "army"], "n": [2, 1]})
        >>> compute(turns, counts, themes={"youth": ["red guards"]})["share"].tolist()
        [0.5]
    """
    import pandas as pd

    by_term = term_counts.groupby(["meeting_id", "term"])["n"].sum().to_dict()
    rows = []
    for meeting_id, total in turns.groupby("meeting_id", sort=True)["n_words"].sum().items():
        for theme, listed in themes.items():
            counts = [int(by_term.get((meeting_id, term), 0)) for term in listed]
            words = sum(count * n_words(term) for count, term in zip(counts, listed, strict=True))
            share = words / total if total else float("nan")
            rows.append((meeting_id, theme, sum(counts), words, int(total), share))
    return pd.DataFrame(rows, columns=["meeting_id", "theme", "n", "n_words_in_theme", "n_words", "share"])


def contrast(matrices: Iterable[UnitMatrix], *, themes: Themes) -> "pd.DataFrame":
    """Contrast the themes on the two sides of each matrix.

    A row is a theme in a contrast on a unit. ``share`` is the theme's part of a side's words, ``tfidf`` the mean
    over a side's units of the summed TF-IDF weights of the theme's terms (stop words have none).

    Args:
        matrices: those of ``memcon.units.matrices``.
        themes: theme → its terms, folded.

    Returns:
        ``contrast_id``, ``unit``, ``theme``, ``n_target``, ``n_reference``, ``share_target``, ``share_reference``,
        ``share_difference``, ``tfidf_target``, ``tfidf_reference``, ``tfidf_difference``, ``reason``.
    """
    import pandas as pd

    rows = []
    for found in matrices:
        column = {term: number for number, term in enumerate(found.terms)}
        parts = (slice(0, found.n_target), slice(found.n_target, None))
        sums = [np.asarray(found.counts[part].sum(axis=0)).ravel() for part in parts]
        for theme, listed in themes.items():
            at = [column[term] for term in listed if term in column]
            n, words = [0, 0], [0, 0]
            for side in (0, 1):
                for term in listed:
                    here = int(sums[side][column[term]]) if term in column else found.stop_words.get(term, (0, 0))[side]
                    n[side] += here
                    words[side] += here * n_words(term)
            totals = [int(found.n_words[part].sum()) for part in parts]
            shares = [w / total if total else float("nan") for w, total in zip(words, totals, strict=True)]
            weights = [float("nan") if found.tfidf is None else _mean(found.tfidf[part][:, at]) for part in parts]
            differences = (shares[0] - shares[1], weights[0] - weights[1])
            identity = (found.contrast_id, found.unit, theme)
            rows.append((*identity, *n, *shares, differences[0], *weights, differences[1], found.reason))
    columns = ["contrast_id", "unit", "theme", "n_target", "n_reference", "share_target", "share_reference"]
    columns += ["share_difference", "tfidf_target", "tfidf_reference", "tfidf_difference", "reason"]
    return pd.DataFrame(rows, columns=columns).astype({"reason": "str"})


def _mean(weights: Any) -> float:
    return float(weights.sum() / weights.shape[0]) if weights.shape[0] else float("nan")
