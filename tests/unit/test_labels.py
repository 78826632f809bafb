"""Labels: which lines begin a turn."""

import pytest
from hypothesis import given
from records import PROPERTY, TEXTS

from memcon import labels
from memcon.people import Person


def printed(text, known=()):
    return [label.printed for label in labels.find(text, known=known)]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Mr. Adams: Tea?", "Mr. Adams"),
        ("**Mr. Adams:** Tea?", "Mr. Adams"),
        ("**Mr. Adams**: Tea?", "Mr. Adams"),
        ("*Mr. Adams*: Tea?", "Mr. Adams"),
        ("  MR. ADAMS: Tea?", "MR. ADAMS"),
        ("Mr. Adams:\nTea?", "Mr. Adams"),
        ("Mr. Adams (to the Secretary): Tea?", "Mr. Adams (to the Secretary)"),
        ("Mr. Adams and Mr. Brown: Tea?", "Mr. Adams and Mr. Brown"),
        ("The ambassador: Tea?", "The ambassador"),
        ("Interpreter: Tea?", "Interpreter"),
        ("Secretary Adams: There are two: tea and milk.", "Secretary Adams"),
    ],
)
def test_a_title_or_an_office_with_a_colon_is_a_label(line, label):
    assert printed(line) == [label]


@pytest.mark.parametrize(
    "line",
    [
        "What I would hope … is this: tea.",
        "There are people here too: guests.",
        "They told me: We are only giving it to you.",
        "Mr. Adams said to Mr. Brown that this is so: tea.",
        "Place: Room 1",
        "PLACE: Room 1",
        "DATE & TIME: 4 March 1970",
        "Participants: Mr. Adams",
        "Time of meeting: noon",
        "Original Language: English",
        "Mr. Adams came at 17:20 and left.",
        "Mr. Adams",
        "https://example.org: a page",
        "(Mr. Adams): Tea?",
    ],
)
def test_other_lines_with_a_colon_are_no_labels(line):
    assert printed("Mr. Adams: No.\n\n" + line + "\n\nMr. Brown: No.") == ["Mr. Adams", "Mr. Brown"]


def test_a_bare_name_counts_when_it_comes_back():
    assert printed("Adams: Tea?\n\nBrown: No.\n\nAdams: Why?\n\nBrown: Because.") == ["Adams", "Brown"] * 2


def test_a_bare_name_that_occurs_once_counts_after_a_surer_label_only():
    assert printed("Tea Room: a place\n\nMr. Adams: Tea?\n\nBrown: No.") == ["Mr. Adams", "Brown"]
    assert printed("Mr. Adams: Tea?\nBrown: No.\n") == ["Mr. Adams"]
    assert printed("Adams: Tea?") == []


def test_a_known_person_is_a_label_whatever_its_shape():
    known = [Person("cole", "Carl Cole", aliases=("our guest",))]
    assert printed("our guest: Tea?", known) == ["our guest"]
    assert printed("Cole: Tea?", known) == ["Cole"]
    assert labels.judge("Cole", 1, known=known).rule == "label-of-known-person"


def test_offsets_hold_marks_and_colon():
    text = "Hall 1\n\n  **Mr. Adams:** Tea?"
    (label,) = labels.find(text, known=[])
    assert text[label.start : label.end] == "**Mr. Adams:**"


def test_confidence_grows_with_evidence():
    once, often = labels.judge("Mr. Adams", 1, known=[]), labels.judge("Mr. Adams", 2, known=[])
    assert once.kind == often.kind == "speaker"
    assert once.confidence < often.confidence
    assert labels.judge("Adams", 2, known=[]).rule == "label-repeated"
    assert labels.judge("Adams", 1, known=[]).kind == "possible"


@PROPERTY
@given(TEXTS)
def test_labels_are_in_order_and_stand_in_the_text(text):
    reached = 0
    for label in labels.find(text, known=[]):
        assert reached <= label.start < label.end <= len(text)
        assert label.printed in text[label.start : label.end]
        assert ":" in text[label.start : label.end]
        reached = label.end
