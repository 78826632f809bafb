"""Passages: whole pieces in order, none lost, of about the wanted size."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import PROPERTY

from memcon import passages

LENGTHS = st.lists(st.integers(1, 400), min_size=1, max_size=60)


def cut(lengths, **keywords):
    return passages.cut(np.array(lengths, dtype=np.int64), **keywords).tolist()


@PROPERTY
@given(LENGTHS, st.integers(1, 300), st.booleans())
def test_passages_are_numbered_in_order_without_gaps(lengths, size, short_rest):
    numbers = cut(lengths, size=size, short_rest=short_rest)
    assert len(numbers) == len(lengths)
    assert numbers[0] == 1
    assert set(np.diff(numbers).tolist()) <= {0, 1}


@PROPERTY
@given(LENGTHS, st.integers(1, 300))
def test_no_more_passages_than_the_words_are_good_for(lengths, size):
    assert max(cut(lengths, size=size)) <= max(1, sum(lengths) // size)
    assert max(cut(lengths, size=size, short_rest=True)) <= max(1, (sum(lengths) + size // 2) // size)


@PROPERTY
@given(st.integers(1, 2000), st.integers(1, 300))
def test_pieces_of_one_word_make_passages_of_even_length(n, size):
    sizes = np.bincount(cut([1] * n, size=size))[1:]
    assert len(sizes) == max(1, n // size)
    assert sizes.max() - sizes.min() <= 1
    assert sizes.min() >= min(size, n)


@pytest.mark.parametrize(
    ("lengths", "size", "expected"),
    [
        ([50, 50, 50, 50], 100, [1, 1, 2, 2]),
        ([199], 100, [1]),
        ([250, 10, 10], 100, [1, 2, 2]),
        ([30, 30, 30], 100, [1, 1, 1]),
        ([100, 100, 100], 100, [1, 2, 3]),
    ],
)
def test_cut(lengths, size, expected):
    assert cut(lengths, size=size) == expected


def test_short_rest_rounds_to_the_nearest_number():
    assert max(cut([10] * 9, size=50)) == 1
    assert max(cut([10] * 9, size=50, short_rest=True)) == 2


def test_nothing_to_cut():
    assert cut([], size=100) == []
    assert cut([0, 0], size=100) == [1, 1]
