"""Talk over time: cumulative shares by hand."""

import pandas as pd
import pytest

from memcon import talk_over_time, talk_share


def test_by_hand(tiny):
    table = talk_over_time.compute(tiny.turns, tiny.speakers)
    tea, walk = table[table["meeting_id"] == "tea"], table[table["meeting_id"] == "walk"]
    # Tea, words of each turn: 6 7 10 4 4 9 5. Up to the end of each: 6 13 23 27 31 40 45.
    assert (tea["position_share"] * 45).tolist() == pytest.approx([6, 13, 23, 27, 31, 40, 45])
    # Adams 6, Brown 7, Adams 6 + 10, Brown 7 + 4, clerk 4, Adams 16 + 9, Brown 11 + 5.
    assert (tea["cumulative_share"] * 45).tolist() == pytest.approx([6, 7, 16, 11, 4, 25, 16])
    assert tea["speaker_id"].tolist() == [
        *("john-adams", "mary-brown", "john-adams", "mary-brown"),
        *("clerk", "john-adams", "mary-brown"),
    ]
    # Walk, words of each turn: 7 10 8 1 12 9. Up to the end of each: 7 17 25 26 38 47.
    assert (walk["position_share"] * 47).tolist() == pytest.approx([7, 17, 25, 26, 38, 47])
    # Brown 7, Adams 10, Brown 7 + 8, Dale 1, Adams 10 + 12, Brown 15 + 9.
    assert (walk["cumulative_share"] * 47).tolist() == pytest.approx([7, 10, 15, 1, 22, 24])
    assert walk["side"].tolist() == ["Guests", "Hosts", "Guests", "Hosts", "Hosts", "Guests"]


def test_the_last_turn_of_each_has_the_talk_share(bundled_record):
    found = talk_over_time.compute(bundled_record.turns, bundled_record.speakers)
    last = found.groupby(["meeting_id", "speaker_id"])["cumulative_share"].last()
    shares = talk_share.compute(bundled_record.turns, bundled_record.speakers)
    words = shares.query("level == 'speaker' and measure == 'words'").set_index(["meeting_id", "speaker_id"])["share"]
    assert last.to_dict() == pytest.approx(words.to_dict(), abs=1e-12)
    assert (found.groupby("meeting_id")["position_share"].last() == 1).all()


def test_order_of_rows_is_nothing(tiny):
    mixed = talk_over_time.compute(tiny.turns.iloc[::-1], tiny.speakers.iloc[::-1])
    pd.testing.assert_frame_equal(mixed, talk_over_time.compute(tiny.turns, tiny.speakers))


def test_one_turn(record):
    made = record({"a": [("Mr. Adams", "Good morning.")]})
    table = talk_over_time.compute(made.turns, made.speakers)
    assert table[["position_share", "cumulative_share"]].to_numpy().tolist() == [[1, 1]]


def test_meeting_without_words(record):
    made = record({"a": [("Mr. Adams", "…"), ("Mary Brown", "…")]})
    table = talk_over_time.compute(made.turns, made.speakers)
    assert table[["position_share", "cumulative_share"]].isna().all(axis=None)
