"""Selection: which turns a side of a contrast holds."""

import pytest

from memcon import selection, speakers
from memcon.errors import MemconError


@pytest.fixture
def spoken(tiny):
    return speakers.assign(tiny.turns, tiny.speakers)


def chosen(spoken, tiny, **wanted):
    mask = selection.turns(spoken, tiny.documents, wanted, where="contrasts.c.target")
    return [f"{meeting} {turn}" for meeting, turn in spoken.loc[mask, ["meeting_id", "turn"]].to_numpy()]


def test_by_columns_of_meeting_and_speaker(spoken, tiny):
    assert chosen(spoken, tiny, meeting_id="walk") == [f"walk {turn}" for turn in range(1, 7)]
    assert chosen(spoken, tiny, speaker_id="mary-brown", meeting_id="tea") == ["tea 2", "tea 4", "tea 7"]
    assert chosen(spoken, tiny, side="Hosts", date="1951-06-09") == ["walk 2", "walk 4", "walk 5"]
    assert chosen(spoken, tiny, role="interpreter") == ["walk 4"]
    assert chosen(spoken, tiny, name=["The clerk", "Ella Dale"]) == ["tea 5", "walk 4"]


def test_unknown_column_names_those_there_are(spoken, tiny):
    with pytest.raises(MemconError, match=r"contrasts\.c\.target: no column 'colour'; there are speaker_id, .*date"):
        chosen(spoken, tiny, colour="red")


def test_empty_side(spoken, tiny):
    with pytest.raises(MemconError, match=r"contrasts\.c\.target: no turn of the study fits"):
        chosen(spoken, tiny, meeting_id="tea", speaker_id="ella-dale")


def test_a_missing_value_fits_nothing(spoken, tiny):
    with pytest.raises(MemconError, match="no turn"):
        chosen(spoken, tiny, role="nan")
