"""Themes: counts and shares by hand, and what a contrast makes of them."""

import numpy as np
import pandas as pd
import pytest

from memcon import themes

FORTH = {"target": {"meeting_id": "tea"}, "reference": {"meeting_id": "walk"}}
BACK = {"target": {"meeting_id": "walk"}, "reference": {"meeting_id": "tea"}}


def contrasted(tiny, stop_words, word_lists, selections, units=("turn", "passage")):
    contrasts = {"c": {**selections, "units": list(units)}}
    return themes.contrast(
        tiny.matrices(contrasts=contrasts, stop_words=stop_words, passage_words=9), themes=word_lists
    )


def test_by_hand(tiny, word_lists):
    table = themes.compute(tiny.turns, tiny.term_counts, themes=word_lists)
    # Tea: mill 3, wheat 2, sacks 1; no bridge, no heavy cart. Walk: mill 1; bridge 3, heavy cart 2, which takes
    # two words each time: 3 + 4 = 7.
    assert table.drop(columns="share").to_numpy().tolist() == [
        ["tea", "Trade", 6, 6, 45],
        ["tea", "Roads", 0, 0, 45],
        ["walk", "Trade", 1, 1, 47],
        ["walk", "Roads", 5, 7, 47],
    ]
    assert table["share"].tolist() == pytest.approx([6 / 45, 0, 1 / 47, 7 / 47], rel=1e-15)


def test_contrast_by_hand(tiny, stop_words, word_lists):
    table = contrasted(tiny, stop_words, word_lists, FORTH)
    assert table["unit"].tolist() == ["turn", "turn", "passage", "passage"]
    assert table[["n_target", "n_reference"]].to_numpy().tolist() == [[6, 1], [0, 5]] * 2
    assert table["share_target"].tolist() == pytest.approx([6 / 45, 0] * 2)
    assert table["share_reference"].tolist() == pytest.approx([1 / 47, 7 / 47] * 2)
    assert table["share_difference"].tolist() == pytest.approx([6 / 45 - 1 / 47, -7 / 47] * 2)
    assert table["reason"].isna().all()


def test_weight_of_a_theme_is_the_sum_of_its_terms(bundled, study):
    terms = bundled["contrast"].set_index(["contrast_id", "unit", "term"]).sort_index()["tfidf_difference"]
    for row in bundled["theme_contrast"].itertuples():
        here = terms[row.contrast_id, row.unit]
        wanted = sum(here.get(term, 0.0) for term in study.config["themes"][row.theme])
        assert row.tfidf_difference == pytest.approx(wanted, abs=1e-12)
        assert row.tfidf_difference == pytest.approx(row.tfidf_target - row.tfidf_reference, abs=1e-15)


def test_sides_change_places(tiny, stop_words, word_lists):
    one, two = (contrasted(tiny, stop_words, word_lists, sides) for sides in (FORTH, BACK))
    for column in ("share_difference", "tfidf_difference"):
        np.testing.assert_allclose(one[column], -two[column], rtol=0, atol=1e-15)
    assert one["n_target"].tolist() == two["n_reference"].tolist()


def test_order_of_rows_is_nothing(tiny, word_lists):
    mixed = themes.compute(tiny.turns.iloc[::-1], tiny.term_counts.iloc[::-1], themes=word_lists)
    pd.testing.assert_frame_equal(mixed, themes.compute(tiny.turns, tiny.term_counts, themes=word_lists))


def test_meeting_without_words(record, word_lists):
    made = record({"a": [("Mr. Adams", "…")], "b": [("Mr. Adams", "Mill.")]})
    table = themes.compute(made.turns, made.term_counts, themes=word_lists)
    assert table["n"].tolist() == [0, 0, 1, 0]
    assert table["share"].isna().tolist() == [True, True, False, False]


def test_too_few_units_give_shares_but_no_weights(tiny, stop_words, word_lists):
    from memcon import speakers, units

    spoken = speakers.assign(tiny.turns, tiny.speakers)
    sides = [spoken[spoken["meeting_id"] == meeting] for meeting in ("tea", "walk")]
    settings = {"contrast_id": "c", "unit": "meeting", "stop_words": stop_words, "passage_words": 100}
    table = themes.contrast([units.matrix(sides, tiny.term_counts, **settings)], themes=word_lists)
    assert table[["tfidf_target", "tfidf_reference", "tfidf_difference"]].isna().all(axis=None)
    assert table["reason"].str.startswith("too few units").all()
    assert table["share_target"].tolist() == pytest.approx([6 / 45, 0])


def test_no_themes(tiny):
    assert themes.compute(tiny.turns, tiny.term_counts, themes={}).empty
    assert themes.terms({}) == []


def test_a_stop_word_in_a_theme_counts_in_shares_and_weighs_nothing(tiny, stop_words):
    lists = {"Us": ["we", "walk"]}
    counted = themes.compute(tiny.turns, tiny.term_counts, themes=lists)
    found = contrasted(tiny, stop_words, lists, FORTH)
    # Tea: "We need", "Shall we walk": we 2, walk 1. Walk: "Then we can walk home": 1 and 1.
    assert counted["n"].tolist() == [3, 2]
    assert found[["n_target", "n_reference"]].to_numpy().tolist() == [[3, 2]] * 2
    assert found["share_target"].tolist() == pytest.approx([3 / 45] * 2)
    alone = contrasted(tiny, stop_words, {"Us": ["walk"]}, FORTH)
    assert found["tfidf_difference"].tolist() == alone["tfidf_difference"].tolist()
