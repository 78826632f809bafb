"""Tables on disk: what is written is read again, in the same bytes, whole or not at all."""

import csv

import pandas as pd
import pytest

from memcon import io, schemas
from memcon.errors import MemconError

STOP_WORDS = pd.DataFrame({"word": ["a", "der"], "list": "none", "version": ""})
THEMES = {"meeting_id": ["a", "b"], "theme": ["Überall, „hier“", "x"], "n": [1, 0], "n_words_in_theme": [1, 0]}
THEMES = pd.DataFrame(THEMES | {"n_words": [3, 0], "share": [1 / 3, None]})


@pytest.mark.parametrize("name", list(schemas.TABLES))
def test_every_table_of_the_bundled_study_comes_back(bundled, tmp_path, name):
    path = tmp_path / name / "all.parquet"
    io.write(path, bundled[name])
    found = io.read(path)
    pd.testing.assert_frame_equal(found, schemas.check(bundled[name], name))
    again = tmp_path / "again" / name / "all.parquet"
    io.write(again, found)
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", list(schemas.TABLES))
def test_every_table_of_the_bundled_study_as_csv(bundled, tmp_path, name):
    path = tmp_path / f"{name}.csv"
    io.write(path, bundled[name])
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(bundled[name])
    assert len(rows) == len(bundled[name]) + 1 and {len(row) for row in rows} == {len(rows[0])}


def test_csv_byte_for_byte(tmp_path):
    path = tmp_path / "themes.csv"
    io.write(path, THEMES)
    wanted = "meeting_id,theme,n,n_words_in_theme,n_words,share\n"
    wanted += 'a,"Überall, „hier“",1,1,3,0.3333333333\nb,x,0,0,0,\n'
    assert path.read_bytes() == wanted.encode("utf-8")


def test_csv_ignores_index_and_row_numbers(tmp_path):
    io.write(tmp_path / "one" / "themes.csv", THEMES)
    io.write(tmp_path / "two" / "themes.csv", THEMES.set_axis([7, 3]))
    assert (tmp_path / "one" / "themes.csv").read_bytes() == (tmp_path / "two" / "themes.csv").read_bytes()


def test_text_has_plain_line_ends(tmp_path):
    io.write_text(tmp_path / "new" / "a.txt", "één\ntwo\n")
    assert (tmp_path / "new" / "a.txt").read_bytes() == "één\ntwo\n".encode()


def test_shards_are_read_in_the_order_of_meetings(tmp_path, tiny):
    parts = {"1": "walk", "2": "tea"}
    for shard, meeting in parts.items():
        io.write(tmp_path / "turns" / f"{shard}.parquet", tiny.turns[tiny.turns["meeting_id"] == meeting])
    found = io.read([tmp_path / "turns" / f"{shard}.parquet" for shard in parts])
    pd.testing.assert_frame_equal(found, schemas.check(tiny.turns, "turns"))


def test_a_wrong_table_is_neither_written_nor_read(tmp_path):
    path = tmp_path / "stop_words" / "all.parquet"
    wrong = STOP_WORDS.rename(columns={"list": "source"})
    with pytest.raises(MemconError, match="table stop_words: its columns are word, source, version, not word, list"):
        io.write(path, wrong)
    assert not path.exists()
    path.parent.mkdir()
    wrong.to_parquet(path)
    with pytest.raises(MemconError, match="table stop_words"):
        io.read(path)


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_a_failing_write_leaves_what_there_was(tmp_path, monkeypatch, suffix):
    path = tmp_path / "stop_words" / ("all.parquet" if suffix == "parquet" else "stop_words.csv")
    io.write(path, STOP_WORDS)
    before = path.read_bytes()

    def breaks(self, file, **_):
        file.write_bytes(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(pd.DataFrame, f"to_{suffix}", breaks)
    with pytest.raises(OSError, match="No space"):
        io.write(path, STOP_WORDS.head(1))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_failing_first_write_leaves_no_table(tmp_path, monkeypatch):
    def breaks(self, file, **_):
        file.write_bytes(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", breaks)
    with pytest.raises(OSError, match="No space"):
        io.write(tmp_path / "stop_words.csv", STOP_WORDS)
    assert list(tmp_path.iterdir()) == []


def test_a_good_write_leaves_nothing_else(tmp_path):
    io.write(tmp_path / "stop_words.csv", STOP_WORDS)
    io.write(tmp_path / "stop_words.csv", STOP_WORDS.head(1))
    assert [file.name for file in tmp_path.iterdir()] == ["stop_words.csv"]
    assert (tmp_path / "stop_words.csv").read_text("utf-8") == "word,list,version\na,none,\n"
