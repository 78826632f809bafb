"""Segmentation: spans tile any text, and nobody speaks words they did not speak."""

import pytest
from hypothesis import example, given
from records import PROPERTY, RECORDS, TEXTS

from memcon import inline, segmentation, tokens
from memcon.people import Person

PEOPLE = (Person("adams", "John Adams"), Person("brown", "Ann Brown"))


def turns(text, people=()):
    return [(turn["label"], turn["text"]) for turn in segmentation.segment(text, people=people).turns]


def spans(text, kind):
    return [text[span.start : span.end] for span in segmentation.segment(text).spans if span.kind == kind]


@PROPERTY
@given(TEXTS)
@example("")
@example("\ufeff")
@example("Mr. Adams:")
@example("Mr. Adams: [1] Tea?")
@example("***")
@example("\r\n\r\r\n\n\r")
def test_spans_tile_any_text_and_turns_are_numbered_inside_turns_only(text):
    found = segmentation.segment(text, people=PEOPLE)
    assert "".join(text[span.start : span.end] for span in found.spans) == text
    reached = 0
    for span in found.spans:
        assert span.start == reached < span.end
        reached = span.end
    assert reached == len(text)
    extent = {turn["turn"]: (turn["char_start"], turn["char_end"]) for turn in found.turns}
    assert list(extent) == list(range(1, len(extent) + 1))
    for span in found.spans:
        if span.turn is not None:
            assert extent[span.turn][0] <= span.start < span.end <= extent[span.turn][1]
        elif span.kind not in ("separator", "unparsed"):
            assert not any(start < span.end and span.start < end for start, end in extent.values())


@PROPERTY
@given(RECORDS)
def test_the_counts_of_a_turn_are_those_of_its_spans_and_text(text):
    found = segmentation.segment(text)
    plain = segmentation.plain_newlines(text)
    for turn in found.turns:
        of_turn = [span for span in found.spans if span.turn == turn["turn"]]
        assert [span.kind for span in of_turn].count("label") == 1 and of_turn[0].kind == "label"
        said, at = inline.clean(plain, of_turn)
        assert turn["text"] == said and turn["n_characters"] == len(said) == len(at)
        assert turn["n_words"] == tokens.n_words(said)
        assert turn["n_sentences"] == len(tokens.sentences(said))
        assert turn["n_questions"] == said.count("?")
        heard = [offset for span in of_turn if span.kind == "utterance" for offset in range(span.start, span.end)]
        assert {offset for offset in at if not plain[offset].isspace()} <= set(heard)
        for kind, column in (
            ("stage_direction", "n_stage_directions"),
            ("insertion", "n_insertions"),
            ("footnote_mark", "n_footnotes"),
        ):
            assert turn[column] == [span.kind for span in of_turn].count(kind)


@PROPERTY
@given(RECORDS)
def test_plain_newlines_keeps_every_offset(text):
    plain = segmentation.plain_newlines(text)
    assert len(plain) == len(text) and "\r" not in plain
    changed = {"\r": " \n", "\ufeff": " "}
    assert all(new == old or new in changed.get(old, "") for new, old in zip(plain, text, strict=True))
    assert plain[1:] == segmentation.plain_newlines("-" + text[1:])[1:]


def test_a_byte_order_mark_is_a_character_of_the_file_and_of_no_label_or_key():
    text = "\ufeffMr. Adams: Tea?\n\nMr. Adams: No?\n"
    found = segmentation.segment(text)
    assert {turn["label"] for turn in found.turns} == {"Mr. Adams"}
    assert found.turns[0]["char_start"] == 1
    assert segmentation.segment("\ufeffPlace: Room 1\n\nMr. Adams: Tea?").metadata["place"] == "Room 1"


def test_line_ends_of_any_kind_give_the_same_turns():
    text = "Place: Room 1\n\nMr. Adams: Tea?\n\nOr\nmilk?\n\nMr. Brown: No. (Laughter.)\n\n[1] By hand.\n"
    expected = [("Mr. Adams", "Tea?\n\nOr milk?"), ("Mr. Brown", "No.")]
    for line_end in ("\n", "\r\n", "\r"):
        assert turns(text.replace("\n", line_end)) == expected


def test_offsets_in_a_file_with_carriage_returns_are_those_of_the_file():
    text = "Place: Room 1\r\n\r\nMr. Adams: Tea?\r\n\r\nMr. Brown: No,\r\nthanks.\r\n"
    found = segmentation.segment(text)
    assert [text[turn["char_start"] : turn["char_end"]] for turn in found.turns] == [
        "Mr. Adams: Tea?",
        "Mr. Brown: No,\r\nthanks.",
    ]


def test_labels_in_bold_upper_case_and_with_asides():
    text = (
        "**Mr. Adams:** Tea?\n\n**SECRETARY:** No.\n\nMR. BROWN: Yes.\n\nThe ambassador: I am.\n\n"
        "Mr. Adams (to the Secretary): No?\n\nMr. Adams and Mr. Brown: Why?"
    )
    assert turns(text) == [
        ("Mr. Adams", "Tea?"),
        ("SECRETARY", "No."),
        ("MR. BROWN", "Yes."),
        ("The ambassador", "I am."),
        ("Mr. Adams (to the Secretary)", "No?"),
        ("Mr. Adams and Mr. Brown", "Why?"),
    ]


def test_one_label_twice_in_a_row_is_two_turns():
    assert turns("Mr. Adams: Tea?\n\nMr. Adams: Milk?") == [("Mr. Adams", "Tea?"), ("Mr. Adams", "Milk?")]


def test_a_label_without_words_is_a_turn_of_no_words():
    found = segmentation.segment("Mr. Adams: Tea?\n\nMr. Brown:\n\nMr. Adams: No?").turns[1]
    assert (found["label"], found["text"], found["n_words"], found["n_paragraphs"]) == ("Mr. Brown", "", 0, 0)


def test_paragraphs_without_a_label_go_on():
    text = "Mr. Adams: Tea?\n\nWhat I would hope … is this: tea.\n\nThere are guests: two.\n\nMr. Brown: No."
    assert turns(text)[0] == ("Mr. Adams", "Tea?\n\nWhat I would hope … is this: tea.\n\nThere are guests: two.")
    assert segmentation.segment(text).turns[0]["n_paragraphs"] == 3


def test_a_record_in_reported_speech_has_no_turns():
    text = "Minutes\n\nMr. Adams said that tea was late.\n\nMr. Brown replied: never mind. The Secretary agreed.\n"
    found = segmentation.segment(text)
    assert found.turns == []
    assert {span.kind for span in found.spans} == {"title", "narration", "separator"}


def test_a_stage_direction_may_be_a_paragraph_of_its_own():
    text = "Mr. Adams: Tea?\n\n(Laughter.)\n\nOr milk?\n\nMr. Brown: No.\n"
    assert turns(text)[0] == ("Mr. Adams", "Tea?\n\nOr milk?")
    assert spans(text, "stage_direction") == ["(Laughter.)"]


def test_speech_in_parentheses_stays_speech():
    assert turns("Mr. Adams: Tea (or nearly so), no?")[0][1] == "Tea (or nearly so), no?"


def test_insertions_and_marks_are_out_of_the_words_and_counted():
    (turn,) = segmentation.segment("Mr. Adams: The [very green] tea[1] is cold [sic].").turns
    assert turn["text"] == "The tea is cold."
    assert (turn["n_words"], turn["n_insertions"], turn["n_words_in_insertions"], turn["n_footnotes"]) == (4, 2, 3, 1)


def test_notes_collected_at_the_end_belong_to_nobody():
    text = "Mr. Adams: Tea?[1]\n\nMr. Brown: No.^[2]\n\n[1] Or milk.\n\n[2] By hand,\nin pencil.\n"
    assert turns(text) == [("Mr. Adams", "Tea?"), ("Mr. Brown", "No.")]
    assert spans(text, "footnote") == ["[1] Or milk.", "[2] By hand,\nin pencil."]
    assert spans(text, "footnote_mark") == ["[1]", "^[2]"]


def test_what_stands_before_the_talk_belongs_to_nobody():
    text = "Mr. Brown greeted all.\n\nLong live tea!\n\nPlace: Room 1\n\nMr. Adams: Tea?"
    assert turns(text) == [("Mr. Adams", "Tea?")]
    assert spans(text, "narration") == ["Mr. Brown greeted all.", "Long live tea!"]
    assert spans(text, "metadata") == ["Place: Room 1"]


def test_participants_that_the_record_lists_are_known_as_speakers():
    text = "Participants:\nJohn Adams, Secretary\nAnn Brown\n\nAdams: Tea?\n\nBrown: No.\n"
    assert turns(text) == [("Adams", "Tea?"), ("Brown", "No.")]
    found = segmentation.segment(text).metadata["participants"]
    assert [(person["name"], person["role"]) for person in found] == [("John Adams", "Secretary"), ("Ann Brown", None)]


def test_people_of_the_study_are_known_as_speakers():
    assert turns("Guest of honour: Tea?") == []
    guest = Person("guest", "Ann Brown", aliases=("Guest of honour",))
    assert turns("Guest of honour: Tea?", people=[guest]) == [("Guest of honour", "Tea?")]


def test_gaps_with_letters_are_unparsed_and_shown():
    found = segmentation.tile([], "lost words")
    assert [(span.kind, span.start, span.end, span.turn) for span in found] == [("unparsed", 0, 10, None)]
    assert [span.kind for span in segmentation.tile([], " -- \n")] == ["separator"]
    assert segmentation.tile([], "") == []


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Mr. Adams: Tea?\n\n\x0cMr. Brown: No.", [("Mr. Adams", "Tea?"), ("Mr. Brown", "No.")]),
        ("Mr. Adams: Tea?\n\n\u00a0\u00a0Mr. Brown: No.", [("Mr. Adams", "Tea?"), ("Mr. Brown", "No.")]),
        ("- Mr. Adams: Tea?\n\n- Mr. Brown: No.", [("Mr. Adams", "Tea?"), ("Mr. Brown", "No.")]),
        ("Interpreter: Mr. Cole\n\nMr. Adams: Tea?", [("Mr. Adams", "Tea?")]),
        ("Chairman: Mr. Cole\n\nMr. Adams: Tea?", [("Mr. Adams", "Tea?")]),
        (
            "Mr. Adams: Tea?\n\nTranslator: He says tea.\n\nMr. Brown: No.",
            [("Mr. Adams", "Tea?"), ("Translator", "He says tea."), ("Mr. Brown", "No.")],
        ),
        ("Mr. Place: Tea?\n\nMr. Brown: No.", [("Mr. Place", "Tea?"), ("Mr. Brown", "No.")]),
        ("The Secretary said so.\n\nOil: They agreed.\n\nTrade: They did not.", []),
        ("Mr. Adams: Tea?\n\nMr. Brown: [1] No.\n\n[1] So the record.", [("Mr. Adams", "Tea?"), ("Mr. Brown", "No.")]),
        (
            "Mr. Adams: Tea?\n\nInterpreter (Chi): He says tea.\n\nMr. Brown: No.",
            [("Mr. Adams", "Tea?"), ("Interpreter (Chi)", "He says tea."), ("Mr. Brown", "No.")],
        ),
        (
            "Mr. Adams: No.[1]\n\n[1] By hand.\n\nSecond paragraph of the note.\n",
            [("Mr. Adams", "No.")],
        ),
        ("Mr. Adams: foreign[Soviet]troops", [("Mr. Adams", "foreign troops")]),
        ("Mr. Adams: [T]he troops", [("Mr. Adams", "The troops")]),
    ],
)
def test_nobody_speaks_words_they_did_not_speak(text: str, turns: list[tuple[str, str]]) -> None:
    assert [(turn["label"], turn["text"]) for turn in segmentation.segment(text).turns] == turns
