"""Exact, altered or absent: what counts as a change to a quotation, and what does not."""

import pytest

from answer.quotation import Verdict
from tests.answer.quotation.conftest import BRIDGE, Checking


@pytest.mark.parametrize(
    "quote",
    [
        "closed the old iron bridge to lorries",
        "the deck could have given way",
        BRIDGE,
        "of Vestmark does not expect delays in the café",
    ],
    ids=["a fragment", "a fragment that starts and ends inside a sentence", "several paragraphs", "an accent"],
)
def test_what_stands_there_is_exact(checking: Checking, quote: str) -> None:
    assert checking(quote).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "“We had to act because the deck could have given way,”",
        "It was not an easy decision – but there is no other way",
        "It was not an easy decision--but there is no other way",
        "Olaf Brenner's ferry\u00a0company",
        "The harbour oﬃce closed the old iron bridge",
        "The har\u00adbour office closed the old iron bridge",
        "does not expect delays in the cafe\u0301 quarter",
        "The harbour office\nclosed the old\n  iron bridge",
        "> The harbour office closed\n> the old iron bridge",
        "**The harbour office** closed the _old iron_ bridge",
        "The [harbour office](https://harbour.example/office) closed the old iron bridge",
        "“The harbour office closed the old iron bridge”\n— The Harbour Gazette",
    ],
    ids=[
        *("quotation marks", "a dash", "two hyphens for a dash", "spaces and apostrophes", "a ligature"),
        *("a soft hyphen", "a composed accent", "line breaks", "Discord's quoting", "Markdown", "a link"),
        "the source named below",
    ],
)
def test_typography_is_no_change(checking: Checking, quote: str) -> None:
    assert checking(quote).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "The harbour office closed … to lorries on Monday",
        "The harbour office closed [...] to lorries on Monday",
        "“We had to act …” “It was not an easy decision”",
        "[They] had counted 340 cracked rivets in the northern span",
        "[i]nspectors had counted 340 cracked rivets",
        "Inspectors had counted 340 cracked rivets [sic] in the northern span",
        "Olaf Brenner’s ferry company [the largest on the sound] will carry the lorries",
    ],
    ids=[
        *("an ellipsis", "an ellipsis in brackets", "an ellipsis between two sentences", "words in brackets"),
        *("a letter in brackets", "a remark in brackets", "brackets of the source"),
    ],
)
def test_honest_marks_are_no_change(checking: Checking, quote: str) -> None:
    assert checking(quote).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "closed the new iron bridge to lorries on Monday",
        "closed the old iron bridge to all lorries on Monday",
        "closed the old bridge to lorries on Monday",
        "Inspectors had counted 34 cracked rivets in the northern span",
        "Olaf Brenner’s ferry company [the smallest on the sound] will carry the lorries",
        "Inspectors had counted 340 cracked rivets in the northern spa",
        "inspectors had counted 340 cracked rivets",
        "Inspectors had counted 340 cracked rivets in the northern span and none in the southern",
    ],
    ids=[
        *(
            "a word replaced",
            "a word added",
            "a word left out",
            "a number changed",
            "the source's own brackets changed",
        ),
        *("a word cut", "case", "a comma left out"),
    ],
)
def test_any_other_change_is_altered(checking: Checking, quote: str) -> None:
    found = checking(quote)
    assert found.verdict is Verdict.ALTERED
    assert found.matches[0].document.id == "bridge"


@pytest.mark.parametrize(
    "quote",
    [
        "The inspectroes of the harbuor office had cuonted 340 craked rivets in the northern span",
        "THE REPAIR WILL TAKE NINE MONTHS AND COST 2.5 MILLION CROWNS",
        "the council of vestmark does not expect delays in the cafe quarter",
    ],
    ids=["misspellings", "capitals", "missing diacritics"],
)
def test_a_quotation_in_bad_form_is_found(checking: Checking, quote: str) -> None:
    assert checking(quote).matches[0].document.id == "bridge"


@pytest.mark.parametrize(
    "quote",
    [
        "Zeppelins will carry passengers between the islands from next summer on",
        "The council closed the library on Monday because of the cold",
        "…",
        "",
    ],
    ids=["other words", "some of the same words", "no words", "nothing"],
)
def test_what_stands_nowhere_is_absent(checking: Checking, quote: str) -> None:
    found = checking(quote)
    assert (found.verdict, found.matches) == (Verdict.ABSENT, ())


def test_the_nearest_passage_is_named_where_nothing_matches(checking: Checking) -> None:
    nearest = checking("The council closed the library on Monday because of the cold").nearest
    assert nearest is not None
    assert nearest.document.id == "bridge"


def test_a_place_in_a_long_document_is_found(checking: Checking) -> None:
    (match,) = checking("We buried the cook at sunrise").matches
    assert match.place.text == "We buried the cook at sunrise"


def test_a_match_is_a_slice_of_the_stored_text(checking: Checking) -> None:
    (match,) = checking("closed the new iron bridge to lorries").matches
    assert match.place.text == BRIDGE[match.place.start : match.place.end] == "closed the old iron bridge to lorries"


@pytest.mark.parametrize("quote", ["a", "lorries", "nine months", "“the span”", "[the] old bridge"])
def test_one_or_two_common_words_are_too_short_to_be_traced(checking: Checking, quote: str) -> None:
    found = checking(quote)
    assert (found.verdict, found.too_short, found.matches) == (Verdict.ABSENT, True, ())


@pytest.mark.parametrize("quote", ["Inspectors", "Olaf Brenner’s ferry", "not expect delays"])
def test_a_rare_long_word_or_three_words_are_long_enough(checking: Checking, quote: str) -> None:
    assert checking(quote).verdict is Verdict.EXACT
