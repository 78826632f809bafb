"""Ledger: every character of a source is in it once."""

import pandas as pd
import pytest
from hypothesis import given
from records import PROPERTY, RECORDS

from memcon import ledger, segmentation


def tables(**texts):
    spans = [
        {"meeting_id": name, "kind": span.kind, "char_start": span.start, "char_end": span.end}
        for name, text in texts.items()
        for span in segmentation.segment(text).spans
    ]
    about = [{"meeting_id": name, "file": f"{name}.txt", "n_characters": len(text)} for name, text in texts.items()]
    return pd.DataFrame(spans), pd.DataFrame(about)


@PROPERTY
@given(RECORDS)
def test_the_characters_add_up_to_the_text(text):
    text = "a" + text
    table = ledger.compute(*tables(a=text))
    assert table["n_characters"].sum() == len(text)
    assert table["share"].sum() == pytest.approx(1)
    assert table["kind"].is_unique


def test_by_hand():
    table = ledger.compute(*tables(b="Mr. Adams: Tea?\n", a="Place: Room 1\n\nMr. Adams: No [sic].\n"))
    assert list(table) == ["file", "meeting_id", "kind", "n_spans", "n_characters", "share"]
    assert table[["meeting_id", "kind", "n_spans", "n_characters"]].to_numpy().tolist() == [
        ["a", "metadata", 1, 13],
        ["a", "label", 1, 10],
        ["a", "insertion", 1, 5],
        ["a", "separator", 3, 4],
        ["a", "utterance", 2, 4],
        ["b", "label", 1, 10],
        ["b", "utterance", 1, 4],
        ["b", "separator", 2, 2],
    ]
    assert table["file"].tolist() == ["a.txt"] * 5 + ["b.txt"] * 3
    assert table["share"].iloc[-1] == pytest.approx(2 / 16)


def test_the_bundled_records(bundled_record, study, root):
    found = bundled_record.ledger.groupby("meeting_id")["n_characters"].sum()
    for meeting in study.meetings:
        text = (root / "data" / "raw" / meeting["file"]).read_bytes().decode()
        assert found[meeting["meeting_id"]] == len(text)
    assert "unparsed" not in set(bundled_record.ledger["kind"])
