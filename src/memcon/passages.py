"""Passages: runs of whole pieces of about so many words."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def cut(n_words: "NDArray[np.int64]", *, size: int, short_rest: bool = False) -> "NDArray[np.int64]":
    """Number the passages of a run of pieces (or the pieces of a run of sentences).

    N words make k = max(1, N // size) passages, so that a short rest is spread over all; a piece belongs to the
    passage that its middle word falls into: floor(k (words before + half its own) / N). Whole pieces only: a
    passage is about ``size`` words long, and a piece longer than that makes a longer passage.

    Args:
        n_words: words of each piece, in order; at least 1 each.
        size: the wanted length in words, at least 1.
        short_rest: round N / size to the nearest number of passages instead of down.

    Returns:
        The passage of each piece, counted from 1 without gaps.

    Example:
        >>> cut(np.array([50, 60, 40, 55, 45]), size=100).tolist()
        [1, 1, 2, 2, 2]
    """
    total = int(n_words.sum())
    if total == 0:
        return np.ones(len(n_words), dtype=np.int64)
    parts = max(1, (total + size // 2) // size if short_rest else total // size)
    before = np.cumsum(n_words) - n_words
    # Whole numbers only: a middle on a border must fall on the same side on every machine.
    numbers = (2 * before + n_words) * parts // (2 * total)
    numbered: NDArray[np.int64] = np.unique(numbers, return_inverse=True)[1].astype(np.int64) + 1
    return numbered
