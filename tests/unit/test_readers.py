"""Readers: the source text is the file, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import PROPERTY, RECORDS

from memcon import readers
from memcon.errors import MemconError
from memcon.readers import text as text_reader


@PROPERTY
@given(RECORDS, st.sampled_from([None, *readers.FORMATS]))
def test_the_text_is_the_file(text, format):
    data = (text + "Tea").encode()
    assert readers.read(data, file="a", format=format).text.encode() == data


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"Mr. Adams: Tea?", "text"),
        (b"Mr. Adams: 2 * 3 * 4 = 24", "text"),
        (b"Mr. Adams: #1 [1]", "text"),
        (b"Mr. Adams: Tea?\r\n\r\n# Notes", "markdown"),
        (b"**Mr. Adams:** Tea?", "markdown"),
        (b"Mr. Adams: *Tea*?", "markdown"),
        (b"Mr. Adams: [tea](#1)", "markdown"),
    ],
)
def test_formats_are_told_apart(data, format):
    assert text_reader.detect(data) == format
    assert readers.read(data, file="a").format == format


def test_the_stated_format_wins():
    assert readers.read(b"# Minutes", file="a", format="text").format == "text"


def test_a_byte_order_mark_is_character_0_and_line_ends_stay():
    for format in readers.FORMATS:
        document = readers.read(b"\xef\xbb\xbfTea?\r\nNo.\r", file="a", format=format)
        assert document == (format, "\ufeffTea?\r\nNo.\r")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(MemconError, match=r"^a\.txt: the file is empty"):
        readers.read(data, file="a.txt")


def test_another_encoding_is_refused_with_its_line():
    with pytest.raises(MemconError, match=r"^a\.txt, line 3: byte 0xE9 is not UTF-8; save the file as UTF-8"):
        readers.read("Tea\n\nCaf\u00e9".encode("latin-1"), file="a.txt")
    with pytest.raises(MemconError, match="line 1: byte 0xFF"):
        readers.read("Tea".encode("utf-16"), file="a.txt")


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(MemconError, match=r"a\.txt: format 'pdf' is not known; allowed are text, markdown"):
        readers.read(b"Tea", file="a.txt", format="pdf")
