"""Contrast: ranks, lists and effect sizes of terms on two sides."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import contrast

FORTH = {"target": {"meeting_id": "tea"}, "reference": {"meeting_id": "walk"}}
BACK = {"target": {"meeting_id": "walk"}, "reference": {"meeting_id": "tea"}}
SIGNED = ["tfidf_difference", "log_odds", "log_odds_z"]


def of(made, stop_words, selections, units=("turn", "passage"), **ranking):
    contrasts = {"c": {**selections, "units": list(units)}}
    return contrast.compute(made.matrices(contrasts=contrasts, stop_words=stop_words, passage_words=9), **ranking)


def test_counts_by_hand(tiny, stop_words):
    table = of(tiny, stop_words, FORTH, units=["turn"]).set_index("term")
    columns = ["n_words_in_term", "n_target", "n_reference", "n_units_target", "n_units_reference"]
    wanted = {
        "mill": [1, 3, 1, 3, 1],  # tea turns 2, 3, 6; walk turn 5
        "wheat": [1, 2, 0, 2, 0],  # tea turns 2, 3
        "bridge": [1, 0, 3, 0, 3],  # walk turns 1, 3, 5; "(Pointing to the bridge.)" is not said
        "cart": [1, 2, 2, 2, 2],  # tea turns 5, 6; walk turns 3, 5
        "carts": [1, 0, 1, 0, 1],  # walk turn 5
        "yes": [1, 0, 2, 0, 2],  # walk turns 4, 5
        "hot": [1, 2, 1, 2, 1],  # tea turns 1, 2; walk turn 6
        "3,000": [1, 1, 0, 1, 0],  # tea turn 4
        "old mill": [2, 2, 0, 2, 0],  # tea turns 2, 6
        "heavy cart": [2, 0, 2, 0, 2],  # walk turns 3, 5
        "tea hot": [2, 1, 1, 1, 1],  # tea turn 1; walk turn 6
    }
    assert {term: table.loc[term, columns].tolist() for term in wanted} == wanted
    assert not {"the", "is", "laughter", "red", "ella"} & set(table.index)


def test_effect_sizes_by_hand(tiny, stop_words):
    table = of(tiny, stop_words, FORTH, units=["turn"], prior_words=46.0).set_index("term")
    # "mill": 3 of 45 words against 1 of 47; prior 46·4/92 = 2.
    # ln(5 / (91 - 5)) - ln(3 / (93 - 3)); variance 1/5 + 1/3.
    ratio = math.log(5 / 86) - math.log(3 / 90)
    assert table.loc["mill", "log_odds"] == pytest.approx(ratio, rel=1e-12)
    assert table.loc["mill", "log_odds_z"] == pytest.approx(ratio / math.sqrt(8 / 15), rel=1e-12)
    # "heavy cart": 0 of 8 two-word terms against 2 of 9; expected 2·8/17, 2·9/17, 15·8/17, 15·9/17.
    cells = [(2, 18 / 17), (8, 120 / 17), (7, 135 / 17)]
    wanted = 2 * sum(observed * math.log(observed / expected) for observed, expected in cells)
    assert table.loc["heavy cart", "g2"] == pytest.approx(wanted, rel=1e-12)


def test_sides_by_hand(tiny, stop_words):
    contrasts = {"c": {**FORTH, "units": ["turn", "passage"]}}
    table = contrast.sides(tiny.matrices(contrasts=contrasts, stop_words=stop_words, passage_words=9))
    assert table[["unit", "side", "n_units", "n_units_without_content", "n_words"]].to_numpy().tolist() == [
        ["turn", "target", 7, 0, 45],
        ["turn", "reference", 6, 0, 47],
        ["passage", "target", 5, 0, 45],
        ["passage", "reference", 5, 0, 47],
    ]
    # Tea: good morning tea hot old mill grinds wheat need room 3,000 sacks cart ready thank walk "shall"-less: 16
    # words; good morning, tea hot, old mill, mill grinds, grinds wheat, need 3,000, 3,000 sacks: 7 phrases.
    # Walk: bridge new built carter sons hand safe heavy cart yes holds mill sends carts daily walk home tea hot: 19
    # words; bridge safe, heavy cart, bridge holds, mill sends, sends carts, carts daily, walk home, tea hot: 8.
    assert table["n_terms"].tolist() == [23, 27, 23, 27]


def test_the_floor_counts_both_sides_together(tiny, stop_words):
    table = of(tiny, stop_words, FORTH, units=["turn"], min_count=4, min_units=4)
    # mill 3 + 1 in 4 turns, cart 2 + 2 in 4 turns; hot 2 + 1 and bridge 0 + 3 have too few.
    assert sorted(table.loc[table["ranked"], "term"]) == ["cart", "mill"]
    table = of(tiny, stop_words, FORTH, units=["turn"], min_count=3, min_units=3)
    assert sorted(table.loc[table["ranked"], "term"]) == ["bridge", "cart", "hot", "mill"]


def test_the_floor_needs_both_occurrences_and_units(record, stop_words):
    five = "Mill mill mill mill mill."
    said = [("Mr. Adams", text) for text in (five, "Cart.", "Cart.", "Yes.", "Yes.", "Room.")]
    made = record({"tea": said, "walk": [("Mr. Adams", "Cart.")] * 3 + [("Mr. Adams", "Room.")] * 2})
    table = of(made, stop_words, FORTH, units=["turn"])
    # mill 5 in 1 turn; cart 2 + 3 in 5; yes 2; room 1 + 2.
    assert table.loc[table["ranked"], "term"].tolist() == ["cart"]


def test_listed_are_the_leading_terms_of_the_first_unit_and_the_themes(tiny, stop_words):
    settings = {"min_count": 2, "min_units": 2, "top_terms": 2}
    both = of(tiny, stop_words, FORTH, theme_terms=["sacks", "dragon"], **settings)
    turns = both[both["unit"] == "turn"]
    leading = set(contrast.top(turns, n=2)["term"])
    assert len(leading) == 4
    for _, part in both.groupby("unit"):
        assert set(part.loc[part["listed"], "term"]) == leading | {"sacks"}
    of_passages = set(contrast.top(both[both["unit"] == "passage"], n=2)["term"])
    swapped = of(tiny, stop_words, FORTH, units=["passage", "turn"], **settings)
    assert set(swapped.loc[swapped["listed"], "term"]) == of_passages


def test_top_takes_ranked_terms_of_each_sign_only():
    table = pd.DataFrame(
        {
            "term": list("abcdef"),
            "tfidf_difference": [0.5, 0.4, 0.3, 0.0, -0.1, -0.2],
            "ranked": [True, False, True, True, True, True],
        }
    )
    assert contrast.top(table, n=1)["term"].tolist() == ["a", "f"]
    assert contrast.top(table, n=9)["term"].tolist() == ["a", "c", "e", "f"]
    assert contrast.top(table.assign(ranked=False), n=9).empty


def test_order_is_by_difference_then_term(bundled):
    for _, part in bundled["contrast"].groupby(["contrast_id", "unit"]):
        rounded = list(zip(-part["tfidf_difference"].round(12), part["term"], strict=True))
        assert rounded == sorted(rounded)


def flipped(table, other):
    key = ["contrast_id", "unit", "term"]
    one, two = table.set_index(key).sort_index(), other.set_index(key).sort_index()
    assert one.index.tolist() == two.index.tolist()
    for column in SIGNED:
        np.testing.assert_allclose(one[column], -two[column], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(one["g2"], two["g2"], rtol=1e-9, atol=1e-9)
    assert one["ranked"].tolist() == two["ranked"].tolist()
    for column in ("n", "n_units", "tfidf"):
        assert one[f"{column}_target"].tolist() == pytest.approx(two[f"{column}_reference"].tolist(), abs=1e-12)


def test_sides_change_places(tiny, stop_words):
    flipped(of(tiny, stop_words, FORTH), of(tiny, stop_words, BACK))


def test_sides_of_the_bundled_study_change_places(study, bundled_record, bundled):
    contrasts = {
        name: {**one, "target": one["reference"], "reference": one["target"]}
        for name, one in study.config["contrasts"].items()
    }
    matrices = bundled_record.matrices(contrasts=contrasts, stop_words=study.stop_words)
    flipped(bundled["contrast"], contrast.compute(matrices, **study.config["ranking"]))


WORDS = st.sampled_from(["mill", "cart", "wheat", "the", "is", "bridge", "yes.", "…", "Is", "3,000"])
SPEECH = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=5, max_size=7)


@settings(max_examples=12, deadline=None)
@given(tea=SPEECH, walk=SPEECH, seed=st.integers(0, 99))
def test_any_two_meetings(record, stop_words, tea, walk, seed):
    said = {"tea": [*tea, "Mill cart. Wheat bridge."], "walk": [*walk, "Mill cart. Wheat bridge."]}
    made = record({name: [("Mr. Adams", text) for text in texts] for name, texts in said.items()})
    table = of(made, stop_words, FORTH, units=["turn"], min_count=1, min_units=1)
    flipped(table, of(made, stop_words, BACK, units=["turn"], min_count=1, min_units=1))
    shuffled = {
        name: getattr(made, name).sample(frac=1, random_state=seed) for name in ("turns", "speakers", "term_counts")
    }
    mixed = of(made._replace(**shuffled), stop_words, FORTH, units=["turn"], min_count=1, min_units=1)
    pd.testing.assert_frame_equal(mixed, table)


def test_two_copies_of_a_meeting_do_not_differ(record, stop_words, tiny):
    texts = [("Mr. Adams", text) for text in tiny.turns.loc[tiny.turns["meeting_id"] == "tea", "text"]]
    table = of(record({"tea": texts, "walk": texts}), stop_words, FORTH, units=["turn"])
    assert table[SIGNED].abs().to_numpy().max() < 1e-12
    assert table["g2"].abs().max() < 1e-9
    assert table["term"].tolist() == sorted(table["term"])


def test_totals_agree_across_tables(bundled, tiny, word_lists):
    """Law 4: one tokenizer."""
    from memcon import corpus, talk_share, themes

    of_tiny = {"turns": tiny.turns, "term_counts": tiny.term_counts}
    of_tiny["talk_share"] = talk_share.compute(tiny.turns, tiny.speakers)
    of_tiny["corpus"] = corpus.compute(tiny.documents, tiny.turns, tiny.ledger, tiny.speakers)
    of_tiny["themes"] = themes.compute(tiny.turns, tiny.term_counts, themes=word_lists)
    for tables in (bundled, of_tiny):
        counts = tables["term_counts"]
        words = counts[~counts["term"].str.contains(" ")].groupby("meeting_id")["n"].sum().to_dict()
        assert words == tables["turns"].groupby("meeting_id")["n_words"].sum().to_dict()
        for level in ("speaker", "side"):
            shares = tables["talk_share"].query(f"measure == 'words' and level == '{level}'")
            assert words == shares.groupby("meeting_id")["value"].sum().to_dict()
        assert words == tables["corpus"].set_index("meeting_id")["n_words"].to_dict()
        assert words == tables["themes"].groupby("meeting_id")["n_words"].first().to_dict()
        assert tables["themes"].groupby("meeting_id")["n_words"].nunique().eq(1).all()
    assert words == {"tea": 45, "walk": 47}


def test_sides_of_the_bundled_study_have_the_words_of_the_meetings(bundled):
    sides = bundled["contrast_sides"].query("contrast_id == 'meetings'")
    words = bundled["corpus"]["n_words"].tolist()
    for _, part in sides.groupby("unit"):
        assert part["n_words"].tolist() == words
    mao = bundled["talk_share"].query("speaker_id == 'mao-zedong' and measure == 'words'")["value"].tolist()
    for _, part in bundled["contrast_sides"].query("contrast_id == 'mao'").groupby("unit"):
        assert part["n_words"].tolist() == mao


def test_a_study_without_contrasts_has_empty_tables():
    from memcon import schemas, themes

    assert schemas.check(contrast.compute([]), "contrast").empty
    assert schemas.check(contrast.sides([]), "contrast_sides").empty
    assert schemas.check(themes.contrast([], themes={"Trade": ["mill"]}), "theme_contrast").empty
