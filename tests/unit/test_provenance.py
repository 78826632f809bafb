"""Provenance: the digest changes with the code that a result rests on, and with no other."""

import shutil

import pytest

from memcon import provenance


@pytest.fixture
def library(tmp_path, monkeypatch):
    """A copy of the library that a test may change."""
    copy = tmp_path / "memcon"
    shutil.copytree(provenance._ROOT, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(provenance, "_ROOT", copy)
    provenance._imports.cache_clear()
    yield copy
    provenance._imports.cache_clear()


def changed(library, file, module):
    before = provenance.code_digest(module)
    with (library / file).open("a", encoding="utf-8") as stream:
        stream.write("\n# a change\n")
    provenance._imports.cache_clear()
    return provenance.code_digest(module) != before


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("term_counts.py", "term_counts"),
        ("tokens.py", "term_counts"),
        ("passages.py", "term_counts"),
        ("inline.py", "parsing"),
        ("readers/__init__.py", "parsing"),
        ("readers/text.py", "parsing"),
        ("io.py", "talk_share"),
        ("schemas.py", "talk_share"),
    ],
)
def test_a_change_of_what_a_module_needs_changes_its_digest(library, file, module):
    assert changed(library, file, module)


@pytest.mark.parametrize(("file", "module"), [("cli.py", "term_counts"), ("keyness.py", "parsing")])
def test_a_change_of_other_code_does_not(library, file, module):
    assert not changed(library, file, module)


def test_the_digest_is_short_and_the_same_twice():
    assert provenance.code_digest("parsing", "speakers") == provenance.code_digest("speakers", "parsing")
    assert len(provenance.code_digest("parsing")) == 12
    assert provenance.code_digest("parsing") != provenance.code_digest("contrast")
