"""Logs: what a job says goes to its log; an error of the user's is one sentence there."""

import os
import sys

import pytest

from memcon import logs
from memcon.errors import MemconError


def test_all_that_is_said_goes_to_the_log(tmp_path, capsys):
    with logs.to(str(tmp_path / "a.log")):
        print("één word")
        print("and a warning", file=sys.stderr)
    assert (tmp_path / "a.log").read_text("utf-8") == "één word\nand a warning\n"
    assert capsys.readouterr() == ("", "")


def test_an_error_of_the_user_is_one_sentence_and_code_2(tmp_path):
    with pytest.raises(SystemExit) as ended, logs.to(str(tmp_path / "a.log")):
        print("before")
        raise MemconError("tea.txt: the file is empty.")
    assert ended.value.code == 2
    assert (tmp_path / "a.log").read_text("utf-8") == "before\nerror: tea.txt: the file is empty.\n"


def test_any_other_error_is_a_traceback_and_code_1(tmp_path):
    with pytest.raises(SystemExit) as ended, logs.to(str(tmp_path / "a.log")):
        raise KeyError("tea")
    assert ended.value.code == 1
    said = (tmp_path / "a.log").read_text("utf-8")
    assert said.startswith("Traceback") and said.endswith("KeyError: 'tea'\n")


def test_a_log_holds_the_last_run_only(tmp_path):
    for word in ("first", "second"):
        with logs.to(str(tmp_path / "a.log")):
            print(word)
    assert (tmp_path / "a.log").read_text("utf-8") == "second\n"


def test_sentences_of_a_run_each_once(tmp_path):
    (tmp_path / "parse").mkdir()
    texts = {"b.log": "x\nerror: two\n", "a.log": "error: one\n", "parse/0.log": "error: two\nan error: no\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "old.log").write_text("error: old\n", "utf-8")
    os.utime(tmp_path / "old.log", (100, 100))
    assert logs.sentences(tmp_path, since=1000) == ["one", "two"]
    assert logs.sentences(tmp_path) == ["one", "two", "old"]
    assert logs.sentences(tmp_path / "nowhere") == []
