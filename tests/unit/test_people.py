"""People: when a label means a person, and on what evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import PROPERTY

from memcon import people
from memcon.people import Match, Person

ADAMS = Person("john-adams", "John Adams", "north", "secretary", ("The Secretary", "J. A."))
BROWN = Person("ann-brown", "Ann Brown")
BEN = Person("ben-adams", "Ben Adams")


@pytest.mark.parametrize(
    ("label", "evidence", "person"),
    [
        ("John Adams", "given", ADAMS),
        ("JOHN  ADAMS", "given", ADAMS),
        ("the secretary", "given", ADAMS),
        ("J. A.", "given", ADAMS),
        ("Mr. John Adams", "exact-name", ADAMS),
        ("Mr. John Adams (smiling)", "exact-name", ADAMS),
        ("Mr. Adams", "surname", ADAMS),
        ("Adams", "surname", ADAMS),
        ("Comrade John", "surname", ADAMS),
        ("MS. BROWN", "surname", BROWN),
        ("Mr. Cole", "unresolved", None),
        ("Mr. Adam", "unresolved", None),
        ("The ambassador", "unresolved", None),
        ("Jack Adams", "unresolved", None),
    ],
)
def test_match(label, evidence, person):
    assert people.match(label, [ADAMS, BROWN]) == Match(person, evidence)


def test_two_people_of_one_surname_stay_open_with_both_as_candidates():
    assert people.match("Mr. Adams", [ADAMS, BROWN, BEN]) == Match(None, "unresolved", ("ben-adams", "john-adams"))
    assert people.match("Ben Adams", [ADAMS, BROWN, BEN]).person is BEN
    assert people.match("Mr. Ben", [ADAMS, BROWN, BEN]).person is BEN


def test_a_name_of_one_word_has_no_surname():
    assert people.match("Mr. Brown", [Person("x", "Brown")]).evidence == "exact-name"
    assert people.match("Mr. Cole", [Person("x", "Brown")]).person is None


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Comrade Ann Brown", "ann brown"),
        ("His Excellency the Foreign Minister Cole", "cole"),
        ("The ambassador", ""),
        ("Mr. Adams (to the Secretary)", "adams"),
        ("Mr. Adams [sic]", "adams"),
        ("Ch’iao Hung.", "ch'iao hung"),
    ],
)
def test_bare(label, bare):
    assert people.bare(label) == bare


@pytest.mark.parametrize("label", ["Mr. Adams", "THE SECRETARY", "The ambassador", "Ann van der Brown", "Delegate 3"])
def test_shaped_like_a_name(label):
    assert people.is_name_like(label)


@pytest.mark.parametrize(
    "label", ["There are people", "What I would hope", "they told me", "", "...", "A B C D E F G H I", "Tea and milk"]
)
def test_not_shaped_like_a_name(label):
    assert not people.is_name_like(label)


@pytest.mark.parametrize(("label", "has"), [("Mr. Adams", True), ("Interpreter", True), ("Adams", False), ("", False)])
def test_has_title(label, has):
    assert people.has_title(label) is has


@pytest.mark.parametrize(
    ("text", "slug"), [("Hito Çako", "hito-cako"), ("Mr. Adams (aside)", "mr-adams-aside"), ("…", "unnamed")]
)
def test_slug(text, slug):
    assert people.slug(text) == slug


@PROPERTY
@given(st.text())
def test_any_text_can_be_judged(text):
    assert people.key(people.key(text)) == people.key(text)
    assert people.slug(text)
    people.bare(text), people.is_name_like(text), people.has_title(text)
    found = people.match(text, [ADAMS, BROWN, BEN])
    assert (found.person is None) == (found.evidence == "unresolved")
