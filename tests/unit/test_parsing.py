"""Parsing: the two bundled records, against a reading of their files, and records one by one."""

import json
import re

import pandas as pd
import pytest

import memcon
from memcon import parsing, schemas, tokens
from memcon.errors import MemconError

OF_1967, OF_1968 = "1967-02-03", "1968-10-01"


@pytest.fixture(scope="module")
def turns(bundled_record):
    """Meeting → turn → row."""
    return {
        meeting_id: rows.set_index("turn", drop=False)
        for meeting_id, rows in bundled_record.turns.groupby("meeting_id")
    }


@pytest.fixture(scope="module")
def sources(bundled_record, root):
    return parsing.sources(bundled_record.documents, folder=root / "data" / "raw")


@pytest.fixture(scope="module")
def stretches(bundled_record, sources):
    """Meeting → kind → the stretches of source text, with their turns."""
    found = {}
    columns = ["meeting_id", "kind", "char_start", "char_end", "turn"]
    for meeting_id, kind, start, end, turn in bundled_record.spans[columns].itertuples(index=False):
        place = found.setdefault(meeting_id, {}).setdefault(kind, [])
        place.append((sources[meeting_id][start:end], None if pd.isna(turn) else int(turn)))
    return found


def texts(stretches, meeting_id, kind):
    return [text for text, _ in stretches[meeting_id].get(kind, [])]


def test_turns_and_labels_of_1967(turns):
    assert turns[OF_1967]["turn"].tolist() == list(range(1, 70))
    assert turns[OF_1967]["label"].value_counts().to_dict() == {
        "Chairman Mao": 34,
        "Comrade Hysni": 17,
        "Comrade Beqir": 8,
        "Comrade Zhou Enlai": 5,
        "The ambassador": 2,
        "Comrade Beqir Balluku": 1,
        "Comrade Hysni Kapo": 1,
        "Zhou Enlai": 1,
    }


def test_turns_and_labels_of_1968(turns):
    assert turns[OF_1968]["turn"].tolist() == list(range(1, 29))
    assert turns[OF_1968]["label"].tolist() == ["Mao Zedong", "Balluku"] * 14


def test_every_line_that_begins_with_a_known_label_is_one(turns, sources):
    known = r"^(?:Chairman Mao|(?:Comrade )?(?:Hysni|Beqir|Zhou|Mao)[\w ]*|Balluku|The ambassador):"
    for meeting_id, source in sources.items():
        assert len(re.findall(known, source, re.MULTILINE)) == len(turns[meeting_id])


@pytest.mark.parametrize(
    ("meeting_id", "turn", "text"),
    [
        (OF_1967, 1, "When will you be leaving?"),
        (OF_1967, 5, "Thank you very much."),
        (OF_1967, 11, "In May of last year."),
        (OF_1967, 24, "And you?"),
        (OF_1967, 26, "You have not either?"),
        (OF_1967, 62, "I am."),
        (OF_1968, 7, "How is he now?"),
        (OF_1968, 11, "Downsize it by ninety percent."),
        (OF_1968, 23, "That many?"),
    ],
)
def test_whole_turns(turns, meeting_id, turn, text):
    assert turns[meeting_id].loc[turn, "text"] == text
    assert turns[meeting_id].loc[turn, "n_words"] == len(text.split())


@pytest.mark.parametrize(
    ("meeting_id", "turn", "first", "last"),
    [
        (OF_1967, 3, "We think that we should keep you here for three months. We would", "we cannot keep you here."),
        (OF_1967, 4, "Comrade Mao Zedong, even before", "for the benefit of the whole mankind!"),
        (OF_1967, 12, "In May of last year, I told him", "and therefore they wrote this article."),
        (OF_1967, 14, "I do not know how involved", "Who was in the meeting?"),
        (OF_1967, 18, "I did not write it;", "then they would make a big army."),
        (OF_1967, 35, "We achieved a certain kind", "and I am one of these people."),
        (OF_1967, 68, "They will be going back south.", "the naval fleet in Shanghai."),
        (OF_1967, 69, "In Shanghai, you can ask", "Zhang Chunqiao, Yao Wen Yuan, and others."),
        (OF_1968, 1, "We have not seen each other", "also attend one of our meetings?"),
        (
            OF_1968,
            9,
            "Many young people have not lived a bitter life. The Foreign",
            "Intellectuals are piled up there.",
        ),
        (OF_1968, 26, "First, the situation in Bulgaria", "and no such possibility exists."),
        (OF_1968, 28, "Yes. Even among the occupation forces", "the territory of Yugoslavia from Macedonia."),
    ],
)
def test_first_and_last_words_of_turns(turns, meeting_id, turn, first, last):
    text = turns[meeting_id].loc[turn, "text"]
    assert text.startswith(first)
    assert text.endswith(last)


def test_nobody_speaks_the_slogans(turns, stretches):
    slogans = [
        "Down with imperialism!",
        "Down with revisionism!",
        "Down with the reactionaries of all countries!",
        "Let us unite! Let us unite all the revolutionary people of the world!",
    ]
    assert set(slogans) <= set(texts(stretches, OF_1967, "narration"))
    assert not turns[OF_1967]["text"].str.contains("Down with|Let us unite").any()
    assert all(turn is None for _, turn in stretches[OF_1967]["narration"])


def test_a_paragraph_with_a_colon_goes_on(turns):
    text = turns[OF_1967].loc[14, "text"]
    assert "\n\nThere are untrustworthy people among the Red Guards too: monarchists who are quiet" in text
    assert "They told me: We are only giving it to you" in text
    paragraphs = turns[OF_1967]["n_paragraphs"]
    assert paragraphs[paragraphs > 1].to_dict() == {12: 3, 14: 2, 18: 6, 20: 2, 39: 2, 45: 2, 49: 2, 51: 2, 60: 2}
    assert set(turns[OF_1968]["n_paragraphs"]) == {1}


@pytest.mark.parametrize(
    ("meeting_id", "turn", "joined"),
    [
        (OF_1967, 4, "the Party of Labor of Albania led by comrade Enver Hoxha"),
        (OF_1967, 12, "over the past 17 years, the struggle against"),
        (OF_1967, 16, "Soon thereafter, the dazibaos popped up everywhere!"),
        (OF_1967, 28, "this brutal struggle is going on."),
        (OF_1967, 39, "which would fill the Assembly Hall to capacity.\n\nOne large district"),
        (OF_1967, 45, "a member of the Beijing Military Region command"),
        (OF_1967, 51, "There are also parties like these"),
        (OF_1968, 26, "from attacking Bulgaria. But now"),
    ],
)
def test_sentences_are_joined_over_page_breaks(turns, stretches, meeting_id, turn, joined):
    assert joined in turns[meeting_id].loc[turn, "text"]
    breaks = [number for _, number in stretches[meeting_id]["page_break"]]
    assert turn in breaks
    assert len(breaks) == {OF_1967: 7, OF_1968: 1}[meeting_id]


def test_stage_directions(turns, stretches):
    assert stretches[OF_1967]["stage_direction"] == [
        ("(turning to comrade Hysni)", 3),
        ("(turning to comrade Beqir Balluku)", 24),
        ("(turning to comrade Hysni Kapo)", 26),
        ("(Laughter.)", 35),
        ("(turning to comrade Beqir Balluku)", 69),
    ]
    assert stretches[OF_1968]["stage_direction"] == [
        ("(Mao pointed to the interpreter)", 9),
        ("(Pointing to the interpreter)", 9),
    ]
    assert turns[OF_1968].loc[9, "n_stage_directions"] == 2
    for rows in turns.values():
        assert not rows["text"].str.contains(r"turning to|Laughter|ointed to|ointing to|[()]").any()


def test_insertions(turns, stretches):
    assert stretches[OF_1968]["insertion"] == [
        ("[socialism or capitalism]", 4),
        ("[anti-revisionist]", 14),
        ("[to its people]", 15),
        ("[Soviet]", 21),
        ("[Soviet]", 28),
    ]
    assert turns[OF_1968]["n_words_in_insertions"].sum() == 3 + 1 + 3 + 1 + 1
    assert "claimed that no foreign troops were stationed" in turns[OF_1968].loc[21, "text"]
    assert "provide material supplies. For example" in turns[OF_1968].loc[15, "text"]
    assert "insertion" not in stretches[OF_1967]
    assert not turns[OF_1968]["text"].str.contains(r"[\[\]]").any()


def test_footnotes_and_their_marks(turns, stretches):
    assert stretches[OF_1967]["footnote_mark"] == [("^[1]", 39), ("^[2]", 45), ("^[3]", 45)]
    assert "the bourgeois intellectuals. We carried" in turns[OF_1967].loc[39, "text"]
    assert "Nie Rongzhen, and Xiao Hua." in turns[OF_1967].loc[45, "text"]
    assert "chief of the War Department" in turns[OF_1967].loc[45, "text"]
    notes = texts(stretches, OF_1967, "footnote")
    assert [note[:12] for note in notes] == ["[\\[1\\]](#) T", "[\\[2\\]](#) T", "[\\[3\\]](#) T"]
    assert not turns[OF_1967]["text"].str.contains(r"[\[\]^\\]|Trans\. note").any()
    assert "footnote" not in stretches[OF_1968]


def test_an_emphasized_word_counts_as_the_word(turns, stretches, bundled_record):
    assert [mark for mark in stretches[OF_1967]["emphasis_mark"] if mark[1]] == [("*", 49), ("*", 49)]
    assert "who write a dazibao in China" in turns[OF_1967].loc[49, "text"]
    counts = bundled_record.term_counts
    assert counts.loc[counts["turn"].eq(49) & counts["term"].eq("dazibao"), "n"].tolist() == [1]
    assert counts.loc[counts["term"].eq("dazibao"), "n"].sum() == 6


def test_what_stands_before_the_talk_of_1967(stretches):
    assert texts(stretches, OF_1967, "classification") == ["Top Secret"]
    assert texts(stretches, OF_1967, "participants") == [
        "Participants: Behar Shtylla, Hito Çiko, and Vasil Nathanaili",
        "Translator: Fan Tzen Xuo [sic]",
    ]
    assert texts(stretches, OF_1967, "summary") == ["Mao Zedong and Beqir Balluku discuss China's Cultural Revolution."]
    assert len(texts(stretches, OF_1967, "citation")) == len(texts(stretches, OF_1968, "citation")) == 1
    narrated = texts(stretches, OF_1967, "narration")
    assert narrated[0].startswith("Ahead of the conversation, comrade Mao Zedong greeted")
    assert narrated[-1].startswith("After this, comrade Mao Zedong conducted a truly heartfelt")
    assert len(narrated) == 10


def test_words_and_questions_agree_with_the_talk_stripped_by_hand(turns, sources):
    talk = sources[OF_1968]
    talk = talk[talk.index("Mao Zedong: We have not") :]
    talk = re.sub(r"^(?:Mao Zedong|Balluku): ", "", talk, flags=re.MULTILINE)
    talk = re.sub(r"\[[^]]*\]|\([^)]*\)", "", talk)
    assert turns[OF_1968]["n_words"].sum() == tokens.n_words(talk)
    assert turns[OF_1968]["n_questions"].sum() == talk.count("?")
    talk = sources[OF_1967]
    talk = talk[talk.index("Chairman Mao: When will") : talk.index("[\\[1\\]](#)")]
    talk = re.sub(r"^[A-Z][A-Za-z ]{3,22}: ", "", talk, flags=re.MULTILINE)
    talk = re.sub(r"\^\[\d\]|\([^)]*\)", "", talk)
    assert turns[OF_1967]["n_words"].sum() == tokens.n_words(talk)
    assert turns[OF_1967]["n_questions"].sum() == talk.count("?")


def test_term_counts_agree_with_the_turns(bundled_record):
    counts = bundled_record.term_counts
    one = counts[~counts["term"].str.contains(" ")].groupby(["meeting_id", "turn"])["n"].sum()
    expected = bundled_record.turns.set_index(["meeting_id", "turn"])["n_words"]
    assert one.to_dict() == expected[expected > 0].to_dict()


def test_spans_give_the_files_back(bundled_record, sources, study, root):
    for meeting in study.meetings:
        meeting_id = meeting["meeting_id"]
        spans = bundled_record.spans[bundled_record.spans["meeting_id"] == meeting_id]
        ends = zip(spans["char_start"], spans["char_end"], strict=True)
        joined = "".join(sources[meeting_id][start:end] for start, end in ends)
        assert joined.encode() == (root / "data" / "raw" / meeting["file"]).read_bytes()
        assert spans["span_id"].tolist() == list(range(1, len(spans) + 1))


def test_metadata_of_the_bundled_records(bundled_record):
    about = bundled_record.documents.set_index("meeting_id")
    assert about["date"].to_dict() == {OF_1967: "1967-02-03", OF_1968: "1968-10-01"}
    assert about["original_language"].to_dict() == {OF_1967: "Albanian", OF_1968: "Chinese"}
    assert about.loc[OF_1967, "place"] == "Room nr. 118, Assembly Hall"
    assert pd.isna(about.loc[OF_1968, "place"])
    assert set(about["language"]) == {"en"} and set(about["format"]) == {"markdown"}
    assert about.loc[OF_1967, "citation"].startswith('"Memorandum of Conversation between Chairman Mao Zedong')
    assert "AQSH, F. 14/AP, M-PKK, V. 1967, Dos. 6, Fl. 12-32." in about.loc[OF_1967, "citation"]
    assert about.loc[OF_1968, "citation"].startswith('"Conversation Between Mao Zedong and Beqir Balluku", October 1')
    listed = [(person["name"], person["role"]) for person in json.loads(about.loc[OF_1967, "participants"])]
    assert listed == [
        ("Behar Shtylla", None),
        ("Hito Çiko", None),
        ("Vasil Nathanaili", None),
        ("Fan Tzen Xuo", "interpreter"),
    ]
    assert json.loads(about.loc[OF_1968, "participants"]) == []


@pytest.mark.parametrize("meeting", [0, 1])
def test_the_records_say_the_same_without_a_study(bundled_record, study, root, meeting):
    row = study.meetings[meeting]
    parsed = memcon.parse(root / "data" / "raw" / row["file"])
    mine = bundled_record.turns[bundled_record.turns["meeting_id"] == row["meeting_id"]].reset_index(drop=True)
    pd.testing.assert_frame_equal(parsed.turns.drop(columns="meeting_id"), mine.drop(columns="meeting_id"))
    (about,) = parsed.documents.to_dict("records")
    assert about["meeting_id"] == row["file"].removesuffix(".txt")
    assert about["date"] == row["meeting_id"]
    assert about["original_language"] == row["original_language"]
    assert (
        about["title"]
        == [
            "Memorandum of Conversation between Chairman Mao Zedong and Comrades Hysni Kapo and Beqir Balluku",
            "October 1, 1968 Conversation Between Mao Zedong and Beqir Balluku",
        ][meeting]
    )


def test_the_sheet_wins_over_the_record_and_further_columns_stay(tmp_path):
    (tmp_path / "a.txt").write_text("Place: Room 1\n\nDate: 4 March 1970\n\nMr. Adams: Tea?\n")
    row = {"meeting_id": "m", "file": "a.txt", "place": "Hall 2", "date": "", "series": "teas", "language": "fr"}
    parsed = parsing.parse_shard([row], folder=tmp_path, people=(), words=frozenset())
    (about,) = parsed.documents.to_dict("records")
    assert (about["place"], about["date"], about["series"], about["language"]) == ("Hall 2", "1970-03-04", "teas", "fr")


def test_meetings_are_sorted_and_every_table_fits_its_schema(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Mr. Adams: Tea {name}?\n\nMr. Brown: No.\n")
    rows = [{"meeting_id": name, "file": f"{name}.txt"} for name in "ba"]
    parsed = parsing.parse_shard(rows, folder=tmp_path, people=(), words=frozenset())
    for name, table in parsed._asdict().items():
        schemas.check(table, name)
        assert table["meeting_id"].is_monotonic_increasing
        assert set(table["meeting_id"]) == {"a", "b"}


def test_a_record_without_turns_has_empty_tables_of_the_right_columns(tmp_path):
    (tmp_path / "a.txt").write_text("Mr. Adams said that tea was late.\n")
    parsed = memcon.parse(tmp_path / "a.txt")
    assert parsed.turns.empty and parsed.term_counts.empty
    for name, table in parsed._asdict().items():
        schemas.check(table, name)


def test_sources_are_the_files_as_they_lie_on_disk(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfMr. Adams: Tea?\r\n")
    parsed = memcon.parse(tmp_path / "a.txt")
    assert parsing.sources(parsed.documents, folder=tmp_path) == {"a": "\ufeffMr. Adams: Tea?\r\n"}
    assert parsed.documents["n_characters"].tolist() == [18]


def test_bad_files_are_refused_by_name(tmp_path):
    with pytest.raises(MemconError, match=r"none\.txt: the file cannot be read \(No such file"):
        memcon.parse(tmp_path / "none.txt")
    (tmp_path / "empty.txt").write_text("\n")
    with pytest.raises(MemconError, match=r"empty\.txt: the file is empty"):
        memcon.parse(tmp_path / "empty.txt")
    (tmp_path / "latin.txt").write_bytes(b"Caf\xe9")
    with pytest.raises(MemconError, match=r"latin\.txt, line 1: byte 0xE9 is not UTF-8"):
        memcon.parse(tmp_path / "latin.txt")
