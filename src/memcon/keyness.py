"""Keyness: effect sizes for the frequency of a term on two sides, from counts alone."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.int64]
    Values = NDArray[np.float64]


def log_odds(
    n_target: "Counts", n_reference: "Counts", *, total_target: int, total_reference: int, prior_words: float
) -> "tuple[Values, Values]":
    """Compute weighted log-odds ratios with an informative Dirichlet prior.

    With the prior a_w = a0 (y_w^t + y_w^r) / (n^t + n^r):
    d_w = ln((y_w^t + a_w) / (n^t + a0 - y_w^t - a_w)) - the same of the reference, variance
    1 / (y_w^t + a_w) + 1 / (y_w^r + a_w), z = d / sqrt(variance) (Monroe, Colaresi & Quinn 2008, eq. 15-22).

    Args:
        n_target: occurrences of each term in the target.
        n_reference: occurrences of each term in the reference.
        total_target: running terms of that length in the target.
        total_reference: the same in the reference.
        prior_words: a0, the weight of the prior in running terms.

    Returns:
        The log-odds ratios and their z-scores, positive for the target; NaN where a side is empty.

    Example:
        >>> ratio, z = log_odds(np.array([6]), np.array([2]), total_target=100, total_reference=100, prior_words=50)
        >>> round(float(ratio[0]), 3), round(float(z[0]), 3)
        (0.721, 1.177)
    """
    target, reference = np.asarray(n_target, dtype=float), np.asarray(n_reference, dtype=float)
    if total_target == 0 or total_reference == 0:
        nothing = np.full(target.shape, np.nan)
        return nothing, nothing
    prior = prior_words * (target + reference) / (total_target + total_reference)
    # The only term of its length has infinite odds on both sides, and differs in nothing.
    only = target + reference == total_target + total_reference
    with np.errstate(divide="ignore", invalid="ignore"):
        odds_target = (target + prior) / (total_target + prior_words - target - prior)
        odds_reference = (reference + prior) / (total_reference + prior_words - reference - prior)
        ratio = np.where(only, 0.0, np.log(odds_target) - np.log(odds_reference))
    return ratio, ratio / np.sqrt(1 / (target + prior) + 1 / (reference + prior))


def g2(n_target: "Counts", n_reference: "Counts", *, total_target: int, total_reference: int) -> "Values":
    """Compute the log-likelihood statistic G2 of each term.

    G2 = 2 sum O ln(O / E) over the four cells term or other × target or reference (Dunning 1993). It has no
    sign, and it is no test here: words of a text are not independent.

    Args:
        n_target: occurrences of each term in the target.
        n_reference: occurrences of each term in the reference.
        total_target: running terms of that length in the target.
        total_reference: the same in the reference.

    Returns:
        The statistic of each term, at least 0; NaN where a side is empty.

    Example:
        >>> g2(np.array([6]), np.array([2]), total_target=100, total_reference=100).round(3).tolist()
        [2.176]
    """
    target, reference = np.asarray(n_target, dtype=float), np.asarray(n_reference, dtype=float)
    if total_target == 0 or total_reference == 0:
        return np.full(target.shape, np.nan)
    observed = np.array([target, reference, total_target - target, total_reference - reference])
    of_term, of_other = observed[0] + observed[1], observed[2] + observed[3]
    total = total_target + total_reference
    expected = np.array(
        [
            of_term * total_target,
            of_term * total_reference,
            of_other * total_target,
            of_other * total_reference,
        ]
    )
    ratio = np.where(observed > 0, observed, 1.0) * total / np.where(expected > 0, expected, 1.0)
    statistic: Values = 2 * np.where(observed > 0, observed * np.log(ratio), 0.0).sum(axis=0)
    return np.maximum(statistic, 0.0)
