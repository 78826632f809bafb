"""Front matter: what a record says about itself."""

import pytest
from hypothesis import given
from records import PROPERTY, TEXTS

from memcon import front_matter

RECORD = """SECRET

MEMORANDUM OF CONVERSATION

PLACE: Room 1,
  Town Hall

DATE & TIME: March 4, 1970, 10:30 a.m.

Participants:
John Adams, Secretary
Ann Brown [by telephone], Director

Translators: Carl Cole and Dora Dale

Original Language: English

Citation:

"Minutes", Box 1, Town Archive.

SUBJECT: Tea

The guests arrived late.
"""


def kinds(text):
    return [(paragraph.kind, paragraph.value) for paragraph in front_matter.paragraphs(text, len(text))]


def test_each_paragraph_has_its_kind():
    assert [kind for kind, _ in kinds(RECORD)] == [
        "classification",
        "title",
        "metadata",
        "metadata",
        "participants",
        "participants",
        "language_note",
        "heading",
        "citation",
        "metadata",
        "narration",
    ]


def test_metadata():
    found = front_matter.metadata(list(front_matter.paragraphs(RECORD, len(RECORD))))
    people = [(person["name"], person["role"]) for person in found.pop("participants")]
    assert people == [
        ("John Adams", "Secretary"),
        ("Ann Brown", "Director"),
        ("Carl Cole", "interpreter"),
        ("Dora Dale", "interpreter"),
    ]
    assert found == {
        "title": "MEMORANDUM OF CONVERSATION",
        "date": "1970-03-04",
        "place": "Room 1, Town Hall",
        "original_language": "English",
        "citation": '"Minutes", Box 1, Town Archive.',
    }


def test_nothing_said_is_nothing_known():
    found = front_matter.metadata([])
    assert found.pop("participants") == []
    assert set(found.values()) == {None}


def test_a_key_alone_announces_the_next_paragraph():
    assert kinds("**Place:**\n\nRoom 1\n\nRoom 2") == [("heading", ""), ("metadata", "Room 1"), ("narration", "Room 2")]


def test_markdown_headings():
    assert kinds("# Minutes of 4 March 1970\n\n## Opening words\n\nThey came.") == [
        ("title", "Minutes of 4 March 1970"),
        ("heading", "Opening words"),
        ("narration", "They came."),
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 February 1967, starting at 17:20", "1967-02-03"),
        ("on the 3rd February, 1967", "1967-02-03"),
        ("February 3, 1967", "1967-02-03"),
        ("FEB. 3, 1967", "1967-02-03"),
        ("1967-02-03", "1967-02-03"),
        ("31 February 1967", None),
        ("from May 5, 1970 to 6 May 1970", "1970-05-05"),
        ("1967-02-03x", None),
        ("in 1967", None),
        ("", None),
    ],
)
def test_dates(text, date):
    assert front_matter.find_date(text) == date


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann Brown, Carl Cole, and Dora Dale", ["Ann Brown", "Carl Cole", "Dora Dale"]),
        ("Ann Brown; Carl Cole [sic].", ["Ann Brown", "Carl Cole"]),
        ("Ann Brown and Carl Cole", ["Ann Brown", "Carl Cole"]),
        ("- Ann Brown, Director\n- Carl Cole (part of the time)", ["Ann Brown", "Carl Cole"]),
        ("none", []),
        ("", []),
    ],
)
def test_participants(value, names):
    assert [person["name"] for person in front_matter.participants(value, "Participants")] == names


def test_the_notes_at_the_end_begin_with_the_first_of_their_run():
    text = "Mr. Adams: No.[1]\n\n[1] in the middle\n\nMr. Adams: Yes.\n\n[1] By hand.\n\n[^2]: Also.\n"
    assert front_matter.footnotes_start(text, text.index(" Yes.")) == text.rindex("[1] By hand")
    of_two = "Mr. Adams: No.[1]\n\n[1] By hand.\n\nAnd so on.\n\n[2] Also.\n\nSource: the archive.\n"
    assert front_matter.footnotes_start(of_two, of_two.index(" No.")) == of_two.index("[1] By hand")
    assert front_matter.footnotes_start("No notes.", 0) == len("No notes.")
    assert front_matter.footnotes_start("", 0) == 0


@PROPERTY
@given(TEXTS)
def test_spans_of_any_front_matter_are_in_order_and_within_it(text):
    found = list(front_matter.paragraphs(text, len(text)))
    reached = 0
    for span in front_matter.spans(text, found):
        assert reached <= span.start <= span.end <= len(text)
        assert span.turn is None
        reached = span.end
    front_matter.metadata(found)
