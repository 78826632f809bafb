"""Keyness: against a second implementation from the papers, and scipy."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from memcon import keyness


@st.composite
def tables(draw):
    """Counts of up to six terms on two sides; the totals are what these and other terms make."""
    target = draw(st.lists(st.integers(0, 40), min_size=1, max_size=6))
    reference = [draw(st.integers(0, 40)) for _ in target]
    others = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    return target, reference, sum(target) + others[0], sum(reference) + others[1]


def monroe(target, reference, total_target, total_reference, prior_words):
    """Weigh the log-odds term by term, as Monroe, Colaresi & Quinn (2008) print it, equations 15, 16, 20 to 22."""
    ratios, z_scores = [], []
    for y_i, y_j in zip(target, reference, strict=True):
        alpha = prior_words * (y_i + y_j) / (total_target + total_reference)
        omega_i = (y_i + alpha) / (total_target + prior_words - y_i - alpha)
        omega_j = (y_j + alpha) / (total_reference + prior_words - y_j - alpha)
        delta = math.log(omega_i) - math.log(omega_j)
        variance = 1 / (y_i + alpha) + 1 / (y_j + alpha)
        ratios.append(delta)
        z_scores.append(delta / math.sqrt(variance))
    return ratios, z_scores


@given(tables(), st.sampled_from([1.0, 50.0, 500.0]))
def test_log_odds_is_that_of_the_paper(table, prior_words):
    target, reference, total_target, total_reference = table
    used = [(a, b) for a, b in zip(target, reference, strict=True) if a + b]
    if not used:
        return
    target, reference = map(list, zip(*used, strict=True))
    found = keyness.log_odds(
        np.array(target),
        np.array(reference),
        total_target=total_target,
        total_reference=total_reference,
        prior_words=prior_words,
    )
    wanted = monroe(target, reference, total_target, total_reference, prior_words)
    assert found[0].tolist() == pytest.approx(wanted[0], rel=1e-9, abs=1e-12)
    assert found[1].tolist() == pytest.approx(wanted[1], rel=1e-9, abs=1e-12)


def test_log_odds_of_the_bundled_study(bundled_matrices, bundled):
    for matrix in bundled_matrices:
        rows = bundled["contrast"].query("contrast_id == @matrix.contrast_id and unit == @matrix.unit")
        for length, totals in matrix.totals.items():
            part = rows[rows["n_words_in_term"] == length]
            wanted = monroe(part["n_target"].tolist(), part["n_reference"].tolist(), *totals, 500.0)
            assert part["log_odds"].tolist() == pytest.approx(wanted[0], rel=1e-9, abs=1e-12)
            assert part["log_odds_z"].tolist() == pytest.approx(wanted[1], rel=1e-9, abs=1e-12)


@settings(max_examples=200)
@given(tables())
def test_g2_is_that_of_scipy(table):
    target, reference, total_target, total_reference = table
    found = keyness.g2(
        np.array(target), np.array(reference), total_target=total_target, total_reference=total_reference
    )
    for a, b, statistic in zip(target, reference, found, strict=True):
        if a + b == 0:
            assert statistic == 0
            continue
        cells = [[a, b], [total_target - a, total_reference - b]]
        wanted = chi2_contingency(cells, lambda_="log-likelihood", correction=False).statistic
        assert statistic == pytest.approx(wanted, rel=1e-9, abs=1e-9)


@given(tables())
def test_sides_change_places(table):
    a, b, total_a, total_b = np.array(table[0]) + 1, np.array(table[1]), table[2] + len(table[0]), table[3]
    forth = {"total_target": total_a, "total_reference": total_b}
    back = {"total_target": total_b, "total_reference": total_a}
    for one, other in zip(
        keyness.log_odds(a, b, **forth, prior_words=50.0), keyness.log_odds(b, a, **back, prior_words=50.0), strict=True
    ):
        assert one.tolist() == pytest.approx((-other).tolist(), rel=1e-12, abs=1e-12)
    assert keyness.g2(a, b, **forth).tolist() == pytest.approx(keyness.g2(b, a, **back).tolist(), rel=1e-9, abs=1e-9)


def test_by_hand():
    # 6 of 100 against 2 of 100, prior of 50 words: a = 50·8/200 = 2.
    # ln(8 / (150 - 8)) - ln(4 / (150 - 4)) = ln(8·146 / (142·4)) = ln(292 / 142); variance 1/8 + 1/4 = 3/8.
    counts = np.array([6]), np.array([2])
    totals = {"total_target": 100, "total_reference": 100}
    ratio, z = keyness.log_odds(*counts, **totals, prior_words=50.0)
    assert ratio[0] == pytest.approx(math.log(292 / 142), rel=1e-14)
    assert z[0] == pytest.approx(math.log(292 / 142) / math.sqrt(3 / 8), rel=1e-14)
    # Expected 4 and 4, 96 and 96: 2 (6 ln(6/4) + 2 ln(2/4) + 94 ln(94/96) + 98 ln(98/96)).
    wanted = 2 * (6 * math.log(1.5) + 2 * math.log(0.5) + 94 * math.log(94 / 96) + 98 * math.log(98 / 96))
    assert keyness.g2(*counts, **totals)[0] == pytest.approx(wanted, rel=1e-12)


def test_equal_frequencies_are_zero():
    counts = np.array([3, 6]), np.array([1, 2])
    totals = {"total_target": 300, "total_reference": 100}
    assert keyness.g2(*counts, **totals).tolist() == pytest.approx([0, 0], abs=1e-12)


def test_a_term_that_is_all_there_is():
    counts = np.array([4]), np.array([9])
    assert keyness.g2(*counts, total_target=4, total_reference=9).tolist() == pytest.approx([0], abs=1e-12)


@pytest.mark.parametrize("totals", [(0, 5), (5, 0), (0, 0)])
def test_an_empty_side_has_no_effect_size(totals):
    counts = np.array([0]), np.array([0])
    named = {"total_target": totals[0], "total_reference": totals[1]}
    assert np.isnan(keyness.log_odds(*counts, **named, prior_words=50.0)).all()
    assert np.isnan(keyness.g2(*counts, **named)).all()


def test_the_only_term_of_both_sides_does_not_differ():
    found = keyness.log_odds(np.array([3]), np.array([2]), total_target=3, total_reference=2, prior_words=50.0)
    assert [values.tolist() for values in found] == [[0], [0]]
