"""Speakers: who is behind each label, and how that is known."""

import json

import pandas as pd

from memcon import schemas, segmentation, speakers
from memcon.people import Person

ADAMS = Person("john-adams", "John Adams", "Hosts", "secretary", ("The Secretary",))
BROWN = Person("ann-brown", "Ann Brown", "Guests")
BEN = Person("ben-adams", "Ben Adams", "Guests")


def tables(people=(), **texts):
    turns, documents = [], []
    for meeting_id, text in texts.items():
        found = segmentation.segment(text, people=people)
        turns += [{"meeting_id": meeting_id, **turn} for turn in found.turns]
        listed = json.dumps(found.metadata["participants"])
        documents.append({"meeting_id": meeting_id, "participants": listed})
    return pd.DataFrame(turns), pd.DataFrame(documents)


def resolve(people=(), **texts):
    table = speakers.resolve(*tables(people, **texts), people=people)
    schemas.check(table, "speakers")
    return table


def brief(table, *columns):
    wanted = table[["label", "speaker_id", *columns]].astype(object)
    return wanted.where(wanted.notna(), None).to_numpy().tolist()


def test_the_evidence_for_each_label():
    text = (
        "Participants: Ann Brown, Carl Cole\n\nThe Secretary: Tea?\n\nMr. John Adams: Tea?\n\nMr. Adams: Tea?\n\n"
        "Mr. Dale: No.\n\nMr. Adams: No?"
    )
    assert brief(resolve([ADAMS, BROWN], a=text), "evidence", "n_turns") == [
        ["The Secretary", "john-adams", "given", 1],
        ["Mr. John Adams", "john-adams", "exact-name", 1],
        ["Mr. Adams", "john-adams", "surname", 2],
        ["Mr. Dale", "mr-dale@a", "unresolved", 1],
        [None, "ann-brown", "participants-list", 0],
        [None, "carl-cole", "participants-list", 0],
    ]


def test_side_and_role_come_from_the_sheet_and_the_list():
    text = "Participants:\nCarl Cole, Director\nAnn Brown, Guest\n\nMr. Adams: Tea?"
    table = resolve([ADAMS, BROWN], a=text).set_index("speaker_id")
    assert table["side"].to_dict() == {"john-adams": "Hosts", "carl-cole": "unstated", "ann-brown": "Guests"}
    assert table.loc["john-adams", "role"] == "secretary"
    assert table.loc["carl-cole", "role"] == "Director"


def test_two_people_of_one_surname_are_never_merged():
    table = resolve([ADAMS, BEN, BROWN], a="Mr. Adams: Tea?\n\nBen Adams: No.\n\nMs. Brown: Yes.")
    assert brief(table, "evidence", "candidates") == [
        ["Mr. Adams", "mr-adams@a", "unresolved", "ben-adams;john-adams"],
        ["Ben Adams", "ben-adams", "given", None],
        ["Ms. Brown", "ann-brown", "surname", None],
    ]


def test_a_surname_in_two_meetings_without_a_sheet_is_two_speakers():
    table = resolve(a="Mr. Adams: Tea?", b="Mr. Adams: Milk?")
    assert brief(table) == [["Mr. Adams", "mr-adams@a"], ["Mr. Adams", "mr-adams@b"]]
    assert set(table["evidence"]) == {"unresolved"}


def test_a_full_name_in_two_meetings_is_one_speaker():
    table = resolve(
        a="Mr. John Adams: Tea?\n\nMr. Adams: No?",
        b="Participants: John Adams, Ann Brown\n\nMr. Adams: Milk?",
    )
    assert brief(table, "evidence") == [
        ["Mr. John Adams", "john-adams", "exact-name"],
        ["Mr. Adams", "john-adams", "surname"],
        ["Mr. Adams", "john-adams", "surname"],
        [None, "ann-brown", "participants-list"],
    ]
    assert set(table["name"]) == {"John Adams", "Ann Brown"}


def test_without_a_sheet_two_names_of_one_surname_leave_it_open():
    table = resolve(a="Participants: John Adams and Ben Adams\n\nMr. Adams: Tea?")
    assert brief(table, "candidates")[0] == ["Mr. Adams", "mr-adams@a", "ben-adams;john-adams"]


def test_an_unnamed_person_of_the_sheet_counts_as_resolved():
    ambassador = Person("ambassador-1", "The ambassador (unnamed)", "Guests", "ambassador", ("The ambassador",))
    table = resolve([ADAMS, ambassador], a="Mr. Adams: Who?\n\nThe ambassador: I am.")
    assert brief(table, "evidence")[1] == ["The ambassador", "ambassador-1", "given"]
    assert brief(resolve(a="The ambassador: I am."), "evidence") == [
        ["The ambassador", "the-ambassador@a", "unresolved"]
    ]


def test_a_joint_label_is_nobody_else():
    table = resolve([ADAMS, BROWN], a="Mr. Adams and Ms. Brown: Tea!\n\nMr. Adams: Why?")
    assert brief(table, "evidence")[0] == ["Mr. Adams and Ms. Brown", "mr-adams-and-ms-brown@a", "unresolved"]


def test_a_label_with_an_aside_is_the_same_person():
    table = resolve([ADAMS], a="Mr. Adams (to Ms. Brown): Tea?\n\nMr. Adams: No?")
    assert set(table["speaker_id"]) == {"john-adams"}


def test_a_participant_who_speaks_is_no_silent_one():
    table = resolve([ADAMS, BROWN], a="Participants: John Adams, Ann Brown\n\nMr. Adams: Tea?")
    assert brief(table) == [["Mr. Adams", "john-adams"], [None, "ann-brown"]]


def test_assign_gives_every_turn_its_speaker():
    turns, documents = tables([ADAMS, BROWN], b="Mr. Adams: Tea?\n\nMs. Brown: No.", a="Mr. Adams: Milk?")
    found = speakers.assign(turns, speakers.resolve(turns, documents, people=[ADAMS, BROWN]))
    assert found[["meeting_id", "turn", "speaker_id", "side"]].to_numpy().tolist() == [
        ["a", 1, "john-adams", "Hosts"],
        ["b", 1, "john-adams", "Hosts"],
        ["b", 2, "ann-brown", "Guests"],
    ]


def test_a_row_that_names_a_turn_wins_over_its_label():
    people = [ADAMS, BROWN]
    turns, documents = tables(people, a="Mr. Adams: Tea?\n\nMr. Adams: No?\n\nMs. Brown: Yes.")
    table = speakers.resolve(turns, documents, people=people)
    own = table.iloc[[1]].assign(label="Mr. Adams", turn=2)
    found = speakers.assign(turns, pd.concat([table, own.astype({"turn": "Int64"})], ignore_index=True))
    assert found["speaker_id"].tolist() == ["john-adams", "ann-brown", "ann-brown"]
    assert found["name"].tolist() == ["John Adams", "Ann Brown", "Ann Brown"]
    assert found["side"].tolist() == ["Hosts", "Guests", "Guests"]


def test_people_of_a_meeting_are_counted_once():
    table = resolve(
        [ADAMS, BROWN], a="Participants: Ann Brown\n\nThe Secretary: Tea?\n\nMr. Adams: No?\n\nMr. Adams: Oh?"
    )
    found = speakers.people_of(table)
    assert found[["meeting_id", "speaker_id", "n_turns"]].to_numpy().tolist() == [
        ["a", "john-adams", 3],
        ["a", "ann-brown", 0],
    ]


def test_the_bundled_speakers(bundled_record):
    table = bundled_record.speakers
    of_1967 = table[table["meeting_id"] == "1967-02-03"]
    of_1968 = table[table["meeting_id"] == "1968-10-01"]
    assert brief(of_1967, "evidence", "n_turns") == [
        ["Chairman Mao", "mao-zedong", "given", 34],
        ["Comrade Beqir Balluku", "beqir-balluku", "given", 1],
        ["Comrade Hysni Kapo", "hysni-kapo", "given", 1],
        ["Comrade Hysni", "hysni-kapo", "given", 17],
        ["Comrade Beqir", "beqir-balluku", "given", 8],
        ["Comrade Zhou Enlai", "zhou-enlai", "given", 5],
        ["Zhou Enlai", "zhou-enlai", "given", 1],
        ["The ambassador", "ambassador-1967", "given", 2],
        [None, "behar-shtylla", "participants-list", 0],
        [None, "hito-cako", "participants-list", 0],
        [None, "vasil-nathanaili", "participants-list", 0],
        [None, "fan-tzen-xuo", "participants-list", 0],
    ]
    assert brief(of_1968, "evidence", "n_turns") == [
        ["Mao Zedong", "mao-zedong", "given", 14],
        ["Balluku", "beqir-balluku", "surname", 14],
    ]
    ambassador = table.set_index("speaker_id").loc["ambassador-1967"]
    assert ambassador["name"] == "The ambassador (unnamed)"
    assert ambassador["role"] == "ambassador"
    assert table["candidates"].isna().all()
    assert set(table["side"]) == {"China", "Albania"}


def test_the_two_spellings_of_one_silent_participant_are_one(bundled_record, people):
    sheet = [Person("hito-cako", "Hito Çako", aliases=("Hito Çiko",))]
    table = resolve(
        sheet, a="Participants: Hito Çiko\n\nMr. Adams: Tea?", b="Participants: Hito Çako\n\nMr. Adams: Tea?"
    )
    assert table.loc[table["label"].isna(), "speaker_id"].tolist() == ["hito-cako"] * 2
    assert table.loc[table["label"].isna(), "name"].tolist() == ["Hito Çako"] * 2
