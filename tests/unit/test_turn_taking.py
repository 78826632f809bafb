"""Turn-taking: transitions by hand, and what holds for any meeting."""

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import turn_taking

A, B, C, D = "john-adams", "mary-brown", "clerk", "ella-dale"


def test_by_hand(tiny):
    table = turn_taking.compute(tiny.turns, tiny.speakers)
    found = table.set_index(["meeting_id", "from_speaker_id", "to_speaker_id"]).sort_index()
    # Tea: A B A B C A B. Six transitions: A-B, B-A, A-B, B-C, C-A, A-B.
    # Walk: B A B D A B. Five: B-A, A-B, B-D, D-A, A-B.
    wanted = {
        ("tea", A, A): 0,
        ("tea", A, B): 3,
        ("tea", A, C): 0,
        ("tea", B, A): 1,
        ("tea", B, B): 0,
        ("tea", B, C): 1,
        ("tea", C, A): 1,
        ("tea", C, B): 0,
        ("tea", C, C): 0,
        ("walk", B, B): 0,
        ("walk", B, A): 1,
        ("walk", B, D): 1,
        ("walk", A, B): 2,
        ("walk", A, A): 0,
        ("walk", A, D): 0,
        ("walk", D, B): 0,
        ("walk", D, A): 1,
        ("walk", D, D): 0,
    }
    assert found["n"].to_dict() == wanted
    # After Brown at the tea: Adams once, the clerk once; her last turn has no next.
    assert found.loc[("tea", B), "share"].to_dict() == {A: 0.5, B: 0.0, C: 0.5}
    assert found.loc[("walk", A), "share"].to_dict() == {B: 1.0, A: 0.0, D: 0.0}


def test_order_is_that_of_the_first_turns(tiny):
    table = turn_taking.compute(tiny.turns, tiny.speakers)
    walk = table[table["meeting_id"] == "walk"]
    assert walk["from_speaker_id"].tolist() == [B] * 3 + [A] * 3 + [D] * 3
    assert walk["to_speaker_id"].tolist() == [B, A, D] * 3
    pd.testing.assert_frame_equal(turn_taking.compute(tiny.turns.iloc[::-1], tiny.speakers.iloc[::-1]), table)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["Mr. Adams", "Mary Brown", "The clerk"]), min_size=1, max_size=15))
def test_transitions_are_turns_less_one(record, labels):
    made = record({"a": [(label, "Yes.") for label in labels]})
    table = turn_taking.compute(made.turns, made.speakers)
    assert table["n"].sum() == len(labels) - 1
    assert len(table) == len(set(labels)) ** 2
    sums = table.groupby("from_speaker_id")["share"].sum(min_count=1)
    assert sums.dropna().tolist() == pytest.approx([1] * sums.notna().sum())
    same = sum(a == b for a, b in itertools.pairwise(labels))
    assert table.loc[table["from_speaker_id"] == table["to_speaker_id"], "n"].sum() == same


def test_one_turn(record):
    made = record({"a": [("Mr. Adams", "Yes.")]})
    table = turn_taking.compute(made.turns, made.speakers)
    assert table[["from_speaker_id", "to_speaker_id", "n"]].to_numpy().tolist() == [[A, A, 0]]
    assert table["share"].isna().all()
