"""Inside a turn: speech and what the record puts between its words."""

import pytest
from hypothesis import given
from records import PROPERTY, RECORDS, TEXTS

from memcon import inline, segmentation


def kinds(text):
    return [(span.kind, text[span.start : span.end]) for span in inline.split(text, 0, len(text), 1)]


def said(text):
    return inline.clean(text, inline.split(text, 0, len(text), 1))[0]


@pytest.mark.parametrize(
    ("text", "kind", "what", "speech"),
    [
        ("Tea. (Laughter.) No.", "stage_direction", "(Laughter.)", "Tea. No."),
        ("Tea (turning to Mr. Brown), no?", "stage_direction", "(turning to Mr. Brown)", "Tea, no?"),
        ("Tea. (Mr. Adams pointed to the cup) No.", "stage_direction", "(Mr. Adams pointed to the cup)", "Tea. No."),
        ("(to the Secretary) Tea?", "stage_direction", "(to the Secretary)", "Tea?"),
        ("Tea? (in English)", "stage_direction", "(in English)", "Tea?"),
        ("Tea? [Laughs]", "stage_direction", "[Laughs]", "Tea?"),
        ("no [green] tea", "insertion", "[green]", "no tea"),
        ("no [illegible] tea", "omission", "[illegible]", "no tea"),
        ("no [2 lines not declassified].", "omission", "[2 lines not declassified]", "no."),
        ("no^[1] tea", "footnote_mark", "^[1]", "no tea"),
        ("no[12], tea", "footnote_mark", "[12]", "no, tea"),
        ("no[^a] tea", "footnote_mark", "[^a]", "no tea"),
        ("no[\\[1\\]](#) tea", "footnote_mark", "[\\[1\\]](#)", "no tea"),
    ],
)
def test_what_is_not_speech_is_kept_and_taken_out(text, kind, what, speech):
    assert (kind, what) in kinds(text)
    assert said(text) == speech


@pytest.mark.parametrize(
    "text",
    [
        "No (or nearly so) tea.",
        "Tea (which we like) and milk",
        "In 1970 (or 1971) we had 2 * 3 cups.",
        "snake_case_name and 2*3*4",
        "an open [ bracket and ( another",
    ],
)
def test_speech_stays_speech(text):
    assert kinds(text) == [("utterance", text)]


def test_emphasis_marks_go_and_the_word_stays_whole():
    assert said("a *samovar* and **two cups** _too_") == "a samovar and two cups too"
    assert [kind for kind, _ in kinds("*samovar*")] == ["emphasis_mark", "utterance", "emphasis_mark"]
    assert said("*samovar*, then") == "samovar, then"


def test_a_sentence_runs_on_over_a_page_break():
    assert said("fill the\n\nHall to capacity.") == "fill the Hall to capacity."
    assert ("page_break", "\n\n") in kinds("fill the\n\nHall to capacity.")
    assert said("after that,^[1]\n\nthe cups") == "after that, the cups"


@pytest.mark.parametrize(
    "text",
    [
        "It ends.\n\nHall",
        "Is it?\n\nHall",
        "Two things:\n\nHall",
        "the\n\n- Hall",
        "the\n\n1. Hall",
        "the (Laughter)\n\nHall",
    ],
)
def test_other_blank_lines_part_paragraphs(text):
    assert "\n\n" in said(text)


def test_white_space_becomes_one_space():
    assert said("tea \t and\nmilk.") == "tea and milk."
    assert said("tea.\n \n\n  cups") == "tea.\n\ncups"


@PROPERTY
@given(TEXTS)
def test_spans_tile_what_is_split(text):
    spans = inline.split(text, 0, len(text), 3)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.start < span.end and span.turn == 3 for span in spans)
    reached = 0
    for span in spans:
        assert span.start == reached
        reached = span.end


@PROPERTY
@given(RECORDS)
def test_clean_keeps_every_said_character_and_points_at_it(text):
    plain = segmentation.plain_newlines(text)
    spans = inline.split(plain, 0, len(plain), 1)
    made, at = inline.clean(plain, spans)
    assert len(made) == len(at)
    assert at == sorted(at)
    for position, (character, offset) in enumerate(zip(made, at, strict=True)):
        if character.isspace():
            # White space of the source, or the gap that something taken out from between two words leaves.
            assert text[offset].isspace() or offset == at[position + 1]
        else:
            assert character == text[offset]
    speech = [plain[span.start : span.end] for span in spans if span.kind == "utterance"]
    assert "".join("".join(speech).split()) == "".join(made.split())
    assert made == made.strip(" \n")


@pytest.mark.parametrize(
    "content",
    [
        "recession is coming",
        "breakthrough in the talks",
        "Standing Committee of the Politburo",
        "Points 1 and 2 are agreed",
        "handsome as it is",
        "breakfast at 8",
        "silence is not consent",
        "pointed out by Lin last year",
        "last night",
    ],
)
def test_speech_in_parentheses_stays_speech(content: str) -> None:
    assert not inline.is_stage_direction(content)


@pytest.mark.parametrize(
    "content",
    [
        "Laughter.",
        "Laughter and applause",
        "turning to comrade Hysni",
        "Mao pointed to the interpreter",
        "Pointing to the interpreter",
        "Reads second draft",
        "Mr. Adams gives the guests another copy.",
        "They laughed",
        "in Chinese",
        "to the Chairman",
    ],
)
def test_conduct_in_parentheses_is_no_speech(content: str) -> None:
    assert inline.is_stage_direction(content)
