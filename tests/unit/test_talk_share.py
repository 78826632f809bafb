"""Talk share: every number of two meetings by hand, and what holds for any meeting."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import segmentation, speakers, talk_share

# The tea, turn by turn (the stage direction, the insertion "[new]" and the mark "[1]" are not said):
#   1 Adams  Good morning. Is the tea hot?                      2 + 4 = 6 words
#   2 Brown  Very hot. The old mill grinds wheat.               2 + 5 = 7
#   3 Adams  How much wheat do you need? / The mill has room.   6 + 4 = 10
#   4 Brown  We need 3,000 sacks.                               4
#   5 clerk  The cart is ready.                                 4
#   6 Adams  Good. The old mill and the cart are ready.         1 + 8 = 9
#   7 Brown  Thank you. Shall we walk?                          2 + 3 = 5
# The walk ("(Pointing …)", "[^2]" and "[red]" are not said):
#   1 Brown  The bridge is new. Who built it?                   4 + 3 = 7
#   2 Adams  The carter and his sons. They built it by hand.    5 + 5 = 10
#   3 Brown  Is the bridge safe for a heavy cart?               8
#   4 Dale   Yes.                                               1
#   5 Adams  Yes. The bridge holds a heavy cart. / Our mill sends carts daily.   1 + 6 + 5 = 12
#   6 Brown  Then we can walk home. Is the tea hot?             5 + 4 = 9
TURNS = {
    "n_words": ([6, 7, 10, 4, 4, 9, 5], [7, 10, 8, 1, 12, 9]),
    "n_sentences": ([2, 2, 2, 1, 1, 2, 2], [2, 2, 1, 1, 3, 2]),
    # Tea: 13+1+15, 9+1+26, 27+2+18, 20, 18, 5+1+36, 10+1+14; a new paragraph takes two characters.
    # Walk: 18+1+13, 24+1+22, 36, 4, 4+1+30+2+27, 22+1+15.
    "n_characters": ([29, 36, 47, 20, 18, 42, 25], [32, 47, 36, 4, 64, 38]),
    "n_questions": ([1, 0, 1, 0, 0, 0, 1], [1, 0, 1, 0, 0, 1]),
    "n_paragraphs": ([1, 1, 2, 1, 1, 1, 1], [1, 1, 1, 1, 2, 1]),
    "n_stage_directions": ([0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]),
    "n_insertions": ([0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0]),
    "n_footnotes": ([0, 1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]),
    "n_words_in_insertions": ([0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0]),
}
# meeting, measure -> (speaker, value, share), the largest first; equal values by identifier.
BY_SPEAKER = {
    # Adams 6 + 10 + 9 = 25, Brown 7 + 4 + 5 = 16, the clerk 4; together 45.
    ("tea", "words"): [("john-adams", 25, 25 / 45), ("mary-brown", 16, 16 / 45), ("clerk", 4, 4 / 45)],
    ("tea", "turns"): [("john-adams", 3, 3 / 7), ("mary-brown", 3, 3 / 7), ("clerk", 1, 1 / 7)],
    # Adams 2 + 2 + 2, Brown 2 + 1 + 2, the clerk 1; together 12.
    ("tea", "sentences"): [("john-adams", 6, 6 / 12), ("mary-brown", 5, 5 / 12), ("clerk", 1, 1 / 12)],
    # Adams 29 + 47 + 42 = 118, Brown 36 + 20 + 25 = 81, the clerk 18; together 217.
    ("tea", "characters"): [("john-adams", 118, 118 / 217), ("mary-brown", 81, 81 / 217), ("clerk", 18, 18 / 217)],
    # "… hot?" and "… need?", against "… walk?".
    ("tea", "questions"): [("john-adams", 2, 2 / 3), ("mary-brown", 1, 1 / 3), ("clerk", 0, 0.0)],
    # 25 / 3, 16 / 3, 4 / 1.
    ("tea", "mean_turn_words"): [("john-adams", 25 / 3, None), ("mary-brown", 16 / 3, None), ("clerk", 4, None)],
    ("tea", "longest_turn_words"): [("john-adams", 10, None), ("mary-brown", 7, None), ("clerk", 4, None)],
    # Brown 7 + 8 + 9 = 24, Adams 10 + 12 = 22, Dale 1; together 47.
    ("walk", "words"): [("mary-brown", 24, 24 / 47), ("john-adams", 22, 22 / 47), ("ella-dale", 1, 1 / 47)],
    ("walk", "turns"): [("mary-brown", 3, 3 / 6), ("john-adams", 2, 2 / 6), ("ella-dale", 1, 1 / 6)],
    # Adams 2 + 3, Brown 2 + 1 + 2, Dale 1; together 11.
    ("walk", "sentences"): [("john-adams", 5, 5 / 11), ("mary-brown", 5, 5 / 11), ("ella-dale", 1, 1 / 11)],
    # Adams 47 + 64 = 111, Brown 32 + 36 + 38 = 106, Dale 4; together 221.
    ("walk", "characters"): [("john-adams", 111, 111 / 221), ("mary-brown", 106, 106 / 221), ("ella-dale", 4, 4 / 221)],
    ("walk", "questions"): [("mary-brown", 3, 1.0), ("ella-dale", 0, 0.0), ("john-adams", 0, 0.0)],
    # 22 / 2, 24 / 3, 1 / 1.
    ("walk", "mean_turn_words"): [("john-adams", 11, None), ("mary-brown", 8, None), ("ella-dale", 1, None)],
    ("walk", "longest_turn_words"): [("john-adams", 12, None), ("mary-brown", 9, None), ("ella-dale", 1, None)],
}
# Hosts: Adams, the clerk, Dale. Guests: Brown.
BY_SIDE = {
    ("tea", "words"): [("Hosts", 29, 29 / 45), ("Guests", 16, 16 / 45)],
    ("tea", "turns"): [("Hosts", 4, 4 / 7), ("Guests", 3, 3 / 7)],
    ("tea", "sentences"): [("Hosts", 7, 7 / 12), ("Guests", 5, 5 / 12)],
    ("tea", "characters"): [("Hosts", 136, 136 / 217), ("Guests", 81, 81 / 217)],
    ("tea", "questions"): [("Hosts", 2, 2 / 3), ("Guests", 1, 1 / 3)],
    ("tea", "mean_turn_words"): [("Hosts", 29 / 4, None), ("Guests", 16 / 3, None)],
    ("tea", "longest_turn_words"): [("Hosts", 10, None), ("Guests", 7, None)],
    ("walk", "words"): [("Guests", 24, 24 / 47), ("Hosts", 23, 23 / 47)],
    ("walk", "turns"): [("Guests", 3, 0.5), ("Hosts", 3, 0.5)],
    ("walk", "sentences"): [("Hosts", 6, 6 / 11), ("Guests", 5, 5 / 11)],
    ("walk", "characters"): [("Hosts", 115, 115 / 221), ("Guests", 106, 106 / 221)],
    ("walk", "questions"): [("Guests", 3, 1.0), ("Hosts", 0, 0.0)],
    ("walk", "mean_turn_words"): [("Guests", 8, None), ("Hosts", 23 / 3, None)],
    ("walk", "longest_turn_words"): [("Hosts", 12, None), ("Guests", 9, None)],
}
MEASURES = ("words", "turns", "sentences", "characters", "questions", "mean_turn_words", "longest_turn_words")


@pytest.mark.parametrize("column", TURNS)
def test_counts_of_turns(tiny, column):
    for meeting, wanted in zip(("tea", "walk"), TURNS[column], strict=True):
        assert tiny.turns.loc[tiny.turns["meeting_id"] == meeting, column].tolist() == wanted


def test_texts_of_turns(tiny):
    said = tiny.turns.set_index(["meeting_id", "turn"])["text"]
    assert said["tea", 2] == "Very hot. The old mill grinds wheat."
    assert said["tea", 3] == "How much wheat do you need?\n\nThe mill has room."
    assert said["walk", 2] == "The carter and his sons. They built it by hand."
    assert said["walk", 3] == "Is the bridge safe for a heavy cart?"
    assert said["walk", 5] == "Yes. The bridge holds a heavy cart.\n\nOur mill sends carts daily."


@pytest.mark.parametrize(("level", "who", "wanted"), [("speaker", "speaker_id", BY_SPEAKER), ("side", "side", BY_SIDE)])
def test_by_hand(tiny, level, who, wanted):
    table = talk_share.compute(tiny.turns, tiny.speakers)
    table = table[table["level"] == level]
    found = table.groupby(["meeting_id", "measure"])
    assert set(found.groups) == set(wanted)
    for key, rows in wanted.items():
        part = found.get_group(key)
        assert part[who].tolist() == [row[0] for row in rows], key
        assert part["value"].tolist() == pytest.approx([row[1] for row in rows], rel=1e-15), key
        if rows[0][2] is None:
            assert part["share"].isna().all() and (part["reason"] == "a length, not a part of a whole").all()
        else:
            assert part["share"].tolist() == pytest.approx([row[2] for row in rows], rel=1e-15), key
            assert part["reason"].isna().all()


def test_rows_are_in_the_stated_order(tiny):
    table = talk_share.compute(tiny.turns, tiny.speakers)
    found = list(dict.fromkeys(zip(table["meeting_id"], table["level"], table["measure"], strict=True)))
    assert found == [(m, level, what) for m in ("tea", "walk") for level in ("speaker", "side") for what in MEASURES]
    assert table.loc[table["level"] == "side", "speaker_id"].isna().all()


def test_the_silent_have_no_row(tiny):
    assert not talk_share.compute(tiny.turns, tiny.speakers)["speaker_id"].isin(["paul-clark", "tom-evans"]).any()


SAID = st.lists(
    st.tuples(st.sampled_from(["Mr. Adams", "Mary Brown", "The clerk"]), st.integers(0, 60), st.integers(0, 3)),
    min_size=1,
    max_size=12,
)


def talk(said, meeting="a"):
    turns = pd.DataFrame(said, columns=["label", "n_words", "n_questions"])
    turns = turns.assign(meeting_id=meeting, turn=range(1, len(said) + 1), n_sentences=1)
    return turns.assign(n_characters=6 * turns["n_words"]).astype({"meeting_id": "str", "label": "str"})


def resolved(turns, people):
    documents = pd.DataFrame({"meeting_id": sorted(turns["meeting_id"].unique()), "participants": "[]"})
    return speakers.resolve(turns, documents, people=people)


@settings(max_examples=25, deadline=None)
@given(tea=SAID, walk=SAID, seed=st.integers(0, 99))
def test_shares_sum_to_one_and_order_of_rows_is_nothing(people, tea, walk, seed):
    turns = pd.concat([talk(tea, "a"), talk(walk, "b")], ignore_index=True)
    known = resolved(turns, people)
    table = talk_share.compute(turns, known)
    added = table[table["measure"].isin(talk_share.ADDED)]
    for key, part in added.groupby(["meeting_id", "level", "measure"]):
        if part["value"].sum() > 0:
            assert part["share"].sum() == pytest.approx(1, abs=1e-12), key
            assert part["reason"].isna().all()
        else:
            assert part["share"].isna().all() and (part["reason"] == talk_share.EMPTY).all()
    mixed = talk_share.compute(turns.sample(frac=1, random_state=seed), known.sample(frac=1, random_state=seed))
    pd.testing.assert_frame_equal(table, mixed)


def test_one_turn(people):
    turns = talk([("Mr. Adams", 5, 0)])
    table = talk_share.compute(turns, resolved(turns, people)).set_index(["level", "measure"])
    assert table.loc[("speaker", "words"), ["value", "share"]].tolist() == [5, 1]
    assert table.loc[("side", "mean_turn_words"), "value"] == 5


def test_no_questions(people):
    turns = talk([("Mr. Adams", 5, 0), ("Mary Brown", 4, 0)])
    table = talk_share.compute(turns, resolved(turns, people)).query("measure == 'questions'")
    assert table["value"].tolist() == [0, 0, 0, 0]
    assert table["share"].isna().all() and (table["reason"] == "the meeting has none").all()


def test_meeting_without_words(people):
    turns = talk([("Mr. Adams", 0, 0), ("Mary Brown", 0, 0)])
    table = talk_share.compute(turns, resolved(turns, people))
    words = table.query("measure == 'words'")
    assert words["share"].isna().all() and (words["reason"] == "the meeting has none").all()
    assert table.query("measure == 'turns' and level == 'speaker'")["share"].tolist() == [0.5, 0.5]
    assert (table.query("measure == 'mean_turn_words'")["value"] == 0).all()


def test_bundled_study_says_what_the_design_measured(bundled):
    shares = bundled["talk_share"].query("speaker_id == 'mao-zedong'").set_index(["meeting_id", "measure"])["share"]
    assert [round(shares[m, "words"], 2) for m in ("1967-02-03", "1968-10-01")] == [0.79, 0.50]
    assert [round(shares[m, "turns"], 2) for m in ("1967-02-03", "1968-10-01")] == [0.49, 0.50]


def test_an_interpreter_who_is_listed_does_not_speak():
    text = "Present: John Adams\n\nInterpreter: Ella Dale\n\nMr. Adams: Tea?\n\nMrs. Brown: Yes.\n"
    assert [turn["label"] for turn in segmentation.segment(text).turns] == ["Mr. Adams", "Mrs. Brown"]
