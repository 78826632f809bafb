"""Corpus and ledger: the two meetings described, by hand."""

import pandas as pd
import pytest

from memcon import corpus

# Characters of each kind of span, and how many spans.
LEDGER = {
    "tea": {
        # 29, 10 + 27, 38 + 10, 20, 18, 42, 25: the 217 of the texts and two spaces around what is taken out.
        "utterance": (9, 219),
        # "Present: …" 54 and "Notetaker: Tom Evans" 20.
        "participants": (2, 74),
        # "Mr. Adams:" 3 × 10, "Mrs. Brown:" 3 × 11, "The clerk:" 10.
        "label": (7, 73),
        # Four blank lines before the talk, seven spaces after labels, six blank lines between turns, one before the
        # note, a line end: 4·2 + 7 + 6·2 + 2 + 1.
        "separator": (19, 30),
        "footnote": (1, 26),  # [1] By hand in the margin.
        "metadata": (1, 16),  # Date: 4 May 1950
        "title": (1, 16),  # Minutes of a tea
        "stage_direction": (1, 11),  # (Laughter.)
        "insertion": (1, 5),  # [new]
        "footnote_mark": (1, 3),  # [1]
    },
    "walk": {
        # 32, 25 + 23, 18 + 18, 4, 52 + 13, 38: the 221 of the texts and two spaces.
        "utterance": (9, 223),
        "label": (6, 62),  # 3 × 11, 2 × 10, "Ms. Dale:" 9
        "participants": (1, 43),
        # 3·2 + 6 + 5·2 + 2 + 1.
        "separator": (16, 25),
        "stage_direction": (1, 25),  # (Pointing to the bridge.)
        "footnote": (1, 18),  # [^2]: So the copy.
        "metadata": (1, 17),  # Date: 9 June 1951
        "title": (1, 14),  # Talk on a walk
        "insertion": (1, 5),  # [red]
        "footnote_mark": (1, 4),  # [^2]
    },
}


@pytest.mark.parametrize(("meeting", "n_characters"), [("tea", 473), ("walk", 436)])
def test_ledger_by_hand(tiny, root, meeting, n_characters):
    part = tiny.ledger[tiny.ledger["meeting_id"] == meeting].set_index("kind")
    found = {kind: (row["n_spans"], row["n_characters"]) for kind, row in part.iterrows()}
    assert found == LEDGER[meeting]
    assert list(found) == sorted(found, key=lambda kind: (-found[kind][1], kind))
    assert part["n_characters"].sum() == n_characters == len((root / f"tests/data/{meeting}.txt").read_text("utf-8"))
    assert part["share"].sum() == pytest.approx(1, abs=1e-12)
    assert part.loc["label", "share"] == pytest.approx(LEDGER[meeting]["label"][1] / n_characters)


def test_ledger_of_the_bundled_study_adds_up(bundled):
    sums = bundled["ledger"].groupby("meeting_id")["n_characters"].sum().tolist()
    assert sums == bundled["documents"]["n_characters"].tolist()


def test_by_hand(tiny):
    table = corpus.compute(tiny.documents, tiny.turns, tiny.ledger, tiny.speakers).set_index("meeting_id")
    numbers = ["n_characters", "n_turns", "n_words", "n_sentences", "n_questions", "n_speakers", "n_present"]
    # Present at the tea: three who speak, Clark, Dale who interprets, Evans who takes notes. On the walk: three who
    # speak, Dale among them, and Clark.
    assert table.loc["tea", numbers].tolist() == [473, 7, 45, 12, 3, 3, 6]
    assert table.loc["walk", numbers].tolist() == [436, 6, 47, 11, 3, 3, 4]
    assert table["unparsed_share"].tolist() == [0, 0]
    assert table["title"].tolist() == ["Minutes of a tea", "Talk on a walk"]
    assert table["date"].tolist() == ["1950-05-04", "1951-06-09"]
    assert table["citation"].isna().all()


def test_unparsed_characters_are_shown(tiny):
    row = {"file": "tea.txt", "meeting_id": "tea", "kind": "unparsed", "n_spans": 1, "n_characters": 9, "share": 0.02}
    ledger = pd.concat([tiny.ledger, pd.DataFrame([row])], ignore_index=True)
    table = corpus.compute(tiny.documents, tiny.turns, ledger, tiny.speakers)
    assert table["unparsed_share"].tolist() == [0.02, 0]


def test_order_of_rows_is_nothing(tiny):
    tables = (tiny.documents, tiny.turns, tiny.ledger, tiny.speakers)
    pd.testing.assert_frame_equal(corpus.compute(*(table.iloc[::-1] for table in tables)), corpus.compute(*tables))


def test_a_meeting_without_turns_has_zeros(tiny):
    turns = tiny.turns[tiny.turns["meeting_id"] == "tea"]
    speakers = tiny.speakers[(tiny.speakers["meeting_id"] == "tea") | tiny.speakers["label"].isna()]
    table = corpus.compute(tiny.documents, turns, tiny.ledger, speakers).set_index("meeting_id")
    numbers = ["n_turns", "n_words", "n_sentences", "n_questions", "n_speakers", "n_present"]
    assert table.loc["walk", numbers].tolist() == [0, 0, 0, 0, 0, 1]
