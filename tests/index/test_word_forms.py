"""Forms of one word are one term, whatever their spelling; words that only look like it are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer
from index.spellings import Spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("began", "begin"),
        ("begun", "beginning"),
        ("overran", "overrun"),
        ("led", "leading"),
        ("fallen", "falls"),
        ("taught", "teaches"),
        ("men", "man"),
        ("children", "child"),
        ("bacteria", "bacterium"),
        ("hypotheses", "hypothesis"),
        ("buses", "bus"),
        ("lenses", "lens"),
        ("colours", "color"),
        ("neighbouring", "neighboring"),
        ("centres", "center"),
        ("kilometre", "kilometers"),
        ("epicentre", "epicenters"),
        ("recentred", "recentered"),
        ("defence", "defense"),
        ("organisation", "organization"),
        ("recognised", "recognizing"),
        ("advertised", "advertized"),
        ("hospitalised", "hospital"),
        ("analysed", "analyze"),
        ("travelled", "traveling"),
        ("programmes", "program"),
        ("haemorrhage", "hemorrhage"),
        ("leukaemia", "leukemia"),
        ("foetal", "fetal"),
        ("manoeuvres", "maneuver"),
        ("catalogues", "catalog"),
        ("Labour", "LABOR"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    analyzer = Analyzer()
    assert analyzer.terms(one) == analyzer.terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "rise"),
        ("ground", "grind"),
        ("founded", "found"),
        ("hour", "hor"),
        ("contour", "contor"),
        ("four", "for"),
        ("centred", "cent"),
    ],
)
def test_words_that_only_look_like_forms_stay_apart(one: str, other: str) -> None:
    analyzer = Analyzer()
    assert analyzer.terms(one) != analyzer.terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("precise", "precisely"),
        ("promised", "promise"),
        ("raising", "raised"),
        ("supervise", "supervised"),
        ("exercises", "exercising"),
        ("disable", "disabled"),
    ],
)
def test_words_with_s_of_their_own_keep_it_with_their_kin(one: str, other: str) -> None:
    analyzer = Analyzer()
    assert analyzer.terms(one) == analyzer.terms(other)
    assert "z" not in analyzer.terms(one)[0]


_ENDINGS = st.sampled_from(["", "s", "ed", "ing", "ise", "ised", "isation", "our", "oured", "re", "elled", "ae", "oe"])


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), _ENDINGS)
def test_an_american_spelling_stands_for_itself(start: str, ending: str) -> None:
    spellings = Spellings()
    american = spellings.american(start + ending)
    assert spellings.american(american) == american
