"""Inequality: by hand, against brute force and scipy, and at the edges."""

import math
from itertools import product

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import inequality, speakers, talk_share

AMOUNTS = st.lists(st.integers(0, 1000), min_size=1, max_size=12)


def test_people_of_the_two_meetings(tiny):
    table = inequality.compute(tiny.turns, tiny.speakers)
    # Tea: Adams, Brown and the clerk speak; Clark is there and silent; Dale interprets and Evans takes notes, both
    # silent and left out: 3 + 1. Walk: Adams, Brown and Dale, who interprets but speaks; Clark is silent: 3 + 1.
    assert (table["n_speakers"] == 3).all()
    assert (table["n_participants"] == 4).all()
    silent = speakers.people_of(tiny.speakers).query("n_turns == 0")
    assert silent[["meeting_id", "speaker_id", "role"]].fillna("").to_numpy().tolist() == [
        ["tea", "paul-clark", ""],
        ["tea", "ella-dale", "interpreter"],
        ["tea", "tom-evans", "note-taker"],  # in no row of the people: of this meeting only
        ["walk", "paul-clark", ""],
    ]


# measure -> (Gini over speakers, over participants); G = sum (2 i - n - 1) x_i / (n sum x), x ascending.
GINI = {
    # 4, 16, 25: (-2·4 + 0·16 + 2·25) / (3·45) = 42 / 135. With a 0: (-3·0 - 4 + 16 + 3·25) / (4·45) = 87 / 180.
    ("tea", "words"): (42 / 135, 87 / 180),
    # 1, 3, 3: (-2 + 6) / 21 = 4 / 21. With a 0: (-1 + 3 + 9) / 28 = 11 / 28.
    ("tea", "turns"): (4 / 21, 11 / 28),
    # 1, 5, 6: (-2 + 12) / 36 = 10 / 36. With a 0: (-1 + 5 + 18) / 48 = 22 / 48.
    ("tea", "sentences"): (10 / 36, 22 / 48),
    # 18, 81, 118: (-36 + 236) / 651 = 200 / 651. With a 0: (-18 + 81 + 354) / 868 = 417 / 868.
    ("tea", "characters"): (200 / 651, 417 / 868),
    # 0, 1, 2: (0 + 0 + 4) / 9 = 4 / 9. With a 0: (0 + 0 + 1 + 6) / 12 = 7 / 12.
    ("tea", "questions"): (4 / 9, 7 / 12),
    # 1, 22, 24: (-2 + 48) / 141 = 46 / 141. With a 0: (-1 + 22 + 72) / 188 = 93 / 188.
    ("walk", "words"): (46 / 141, 93 / 188),
    # 1, 2, 3: (-2 + 6) / 18 = 4 / 18. With a 0: (-1 + 2 + 9) / 24 = 10 / 24.
    ("walk", "turns"): (4 / 18, 10 / 24),
    # 1, 5, 5: (-2 + 10) / 33 = 8 / 33. With a 0: (-1 + 5 + 15) / 44 = 19 / 44.
    ("walk", "sentences"): (8 / 33, 19 / 44),
    # 4, 106, 111: (-8 + 222) / 663 = 214 / 663. With a 0: (-4 + 106 + 333) / 884 = 435 / 884.
    ("walk", "characters"): (214 / 663, 435 / 884),
    # 0, 0, 3: 6 / 9. With a 0: 9 / 12.
    ("walk", "questions"): (6 / 9, 9 / 12),
}
# H = ln N - sum x ln x / N.
ENTROPY = {
    # 45 = 9·5; 25 ln 25 = 50 ln 5, 16 ln 16 = 64 ln 2, 4 ln 4 = 8 ln 2.
    ("tea", "words"): math.log(45) - (50 * math.log(5) + 72 * math.log(2)) / 45,  # 0.9093627
    ("tea", "turns"): math.log(7) - 6 * math.log(3) / 7,  # 1.0042424
    ("tea", "questions"): math.log(3) - 2 * math.log(2) / 3,  # 0.6365142
    ("walk", "words"): math.log(47) - (24 * math.log(24) + 22 * math.log(22)) / 47,  # 0.7804406
    ("walk", "turns"): math.log(6) - (2 * math.log(2) + 3 * math.log(3)) / 6,  # 1.0114043
    ("walk", "questions"): 0.0,
}
ROUNDED = {("tea", "words"): 0.9093627, ("tea", "turns"): 1.0042424, ("tea", "questions"): 0.6365142}


def test_gini_by_hand(tiny):
    found = inequality.compute(tiny.turns, tiny.speakers).set_index(["meeting_id", "measure"])
    assert set(found.index) == set(GINI)
    for key, (of_speakers, of_participants) in GINI.items():
        assert found.loc[key, "gini_speakers"] == pytest.approx(of_speakers, rel=1e-14), key
        assert found.loc[key, "gini_participants"] == pytest.approx(of_participants, rel=1e-14), key


def test_entropy_by_hand(tiny):
    found = inequality.compute(tiny.turns, tiny.speakers).set_index(["meeting_id", "measure"])
    for key, wanted in ENTROPY.items():
        assert found.loc[key, "entropy"] == pytest.approx(wanted, rel=1e-13, abs=1e-15), key
        assert found.loc[key, "n_effective_speakers"] == pytest.approx(math.exp(wanted), rel=1e-13), key
    for key, wanted in ROUNDED.items():
        assert found.loc[key, "entropy"] == pytest.approx(wanted, abs=1e-7), key


@given(AMOUNTS)
def test_gini_is_the_relative_mean_difference(values):
    found = inequality.gini(values)
    if not sum(values):
        assert math.isnan(found)
        return
    # Half the mean absolute difference of all ordered pairs, over the mean.
    mean_difference = sum(abs(a - b) for a, b in product(values, repeat=2)) / len(values) ** 2
    assert found == pytest.approx(mean_difference / (2 * sum(values) / len(values)), abs=1e-12)
    assert -1e-12 <= found <= 1 - 1 / len(values) + 1e-12


@given(AMOUNTS)
def test_entropy_is_that_of_scipy(values):
    found = inequality.entropy(values)
    if not sum(values):
        assert math.isnan(found)
        return
    assert found == pytest.approx(scipy.stats.entropy(values), abs=1e-12)
    assert -1e-12 <= found <= math.log(len(values)) + 1e-12


@given(AMOUNTS.filter(any), st.integers(1, 50))
def test_neither_depends_on_the_scale_or_the_order(values, factor):
    scaled = [factor * value for value in reversed(values)]
    assert inequality.gini(scaled) == pytest.approx(inequality.gini(values), abs=1e-12)
    assert inequality.entropy(scaled) == pytest.approx(inequality.entropy(values), abs=1e-12)


def test_equal_and_single_shares():
    assert inequality.gini([7]) == 0 and inequality.entropy([7]) == 0
    assert inequality.gini([0, 0, 0, 5]) == pytest.approx(3 / 4)
    assert math.exp(inequality.entropy([2, 2, 2, 2])) == pytest.approx(4)
    assert math.isnan(inequality.gini([]))


def test_one_speaker(record):
    made = record({"a": [("Mr. Adams", "Yes. Is it?"), ("Mr. Adams", "No.")]})
    words = inequality.compute(made.turns, made.speakers).set_index("measure").loc["words"]
    assert words[["n_speakers", "n_participants", "n_effective_speakers", "entropy"]].tolist() == [1, 1, 1, 0]
    assert words["gini_speakers"] == 0


def test_meeting_without_words_or_questions(record):
    made = record({"a": [("Mr. Adams", "…"), ("Mary Brown", "…")]})
    found = inequality.compute(made.turns, made.speakers).set_index("measure")
    numbers = ["n_effective_speakers", "entropy", "gini_speakers", "gini_participants"]
    for measure in ("words", "questions"):
        assert found.loc[measure, numbers].isna().all()
        assert found.loc[measure, "reason"] == talk_share.EMPTY
    assert found.loc["turns", "gini_speakers"] == 0 and pd.isna(found.loc["turns", "reason"])


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 99))
def test_order_of_rows_is_nothing(tiny, seed):
    mixed = [table.sample(frac=1, random_state=seed) for table in (tiny.turns, tiny.speakers)]
    wanted = inequality.compute(tiny.turns, tiny.speakers)
    pd.testing.assert_frame_equal(inequality.compute(*mixed), wanted)
    assert np.isfinite(wanted["entropy"]).all()
