"""Who did what is asked, as far as a sentence tells it with certainty."""

import re

import pytest

from answer.aliases import parse
from answer.comparison.agents import asked_deed, doer, same
from answer.dates import find_dates
from answer.reading import Tools


def told(text: str) -> str | None:
    """Who shelled it, by a text."""
    places = [word.span() for word in re.finditer(r"[Ss]hell\w*", text)]
    found = doer(text, "shelled", places, [(date.start, date.end) for date in find_dates(text, None)])
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("asked", "deed"),
    [
        ("who shelled the bridge", "shelled"),
        ("who has really built the mill", "built"),
        ("who was hit by the lorry", None),
        ("who did they arrest", None),
        ("who is the mayor of Osk", None),
        ("who supported the strike", None),
        ("when did they shell it", None),
    ],
)
def test_a_question_asks_for_the_doer_of_its_verb(asked: str, deed: str | None) -> None:
    assert asked_deed(asked) == deed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels shelled the bridge.", "Rebels"),
        ("The army has heavily shelled the bridge.", "army"),
        ("On Monday army helicopters shelled it.", "army helicopters"),
        ("A doctor said the Harbour Guard shelled the bridge.", "Harbour Guard"),
        ("The bridge was shelled by government troops on Monday.", "government troops"),
        ("It was shelled by the army, a doctor said.", "army"),
    ],
)
def test_it_stands_right_before_the_verb_or_behind_by(text: str, who: str) -> None:
    assert told(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "They shelled the bridge.",
        "Rebels and the army shelled the bridge.",
        "It was shelled by the army and by rebels.",
        "The army, backed by rebels, shelled it.",
        "Troops loyal to the rebels shelled it.",
        "The army never shelled it.",
        "The rebels, who shelled it, have left.",
        "The bridge was shelled.",
        "It was shelled by rebels the army knew.",
        "It was shelled by soldiers of the Front.",
        "In areas held by the army rebels shelled it.",
        "Rebels shelled it before the army shelled it.",
        "Shells hit it.",
    ],
)
def test_what_is_not_certain_is_not_told(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("rebels", "Syrian rebels", True),
        ("Captain Lind", "Mara Lind", True),
        ("SDF", "Syrian Democratic Forces", True),
        ("Islamic State fighters", "Daesh militants", True),
        ("Mara Lind", "Olaf Brenner", False),
        ("rebels", "army helicopters", False),
        ("rebels", "rebel soldiers", None),
        ("government troops", "army", None),
        ("rebel soldiers", "insurgents", None),
        ("schoolteacher", "Mara Lind", None),
        ("Turkish Forces", "Turkey Command", None),
        ("night", "rebels", None),
    ],
)
def test_two_are_another_only_where_they_exclude_each_other(
    one: str, other: str, verdict: bool | None, tools: Tools
) -> None:
    known = parse("IS = Daesh = Islamic State", tools.analyzer)
    assert (same(one, other, known), same(other, one, known)) == (verdict, verdict)
