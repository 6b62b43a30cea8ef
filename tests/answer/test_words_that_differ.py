"""Words that differ from the corpus: slips of the finger, names in several forms, words that mean the same."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer import compounds, respelt
from answer.acronyms import pairs
from answer.aliases import completed, parse, used
from answer.english import English
from answer.opposites import opposites
from answer.reading import Tools
from answer.related import related
from answer.spelling import parts, slips
from answer.words import ORDER_WORDS

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.text(LETTERS, min_size=5, max_size=12), st.data())
def test_a_word_with_two_letters_swapped_is_found_again(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    typed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert typed == word or word in {slip for slip, _ in slips(typed)}


@given(st.text(LETTERS, min_size=6, max_size=12), st.data())
def test_a_word_with_a_letter_missing_is_found_again(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert word in {slip for slip, _ in slips(word[:at] + word[at + 1 :])}


@pytest.mark.parametrize("word", ["ab", "cat", "14000", "b2b4c", "الفرات"])
def test_short_words_numbers_and_other_scripts_are_never_respelt(word: str) -> None:
    assert list(slips(word)) == []


@pytest.mark.parametrize("word", ["photosynthesis", "dublin", "molasses", "busiest"])
def test_a_word_of_english_is_known_as_one(word: str) -> None:
    assert word in English()


@pytest.mark.parametrize("typed", ["ofensive", "goverment", ""])
def test_a_slip_is_not_a_word_of_english(typed: str) -> None:
    assert typed not in English()


def test_words_of_order_are_terms_as_they_are(tools: Tools) -> None:
    assert set(tools.analyzer.terms(" ".join(ORDER_WORDS))) == ORDER_WORDS


def test_two_words_written_together_are_parted() -> None:
    assert ("super", "bowl") in parts("superbowl")
    assert ("in", "1905") in parts("in1905")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Sound Ferry Company (SFC) said so.", ("SFC", "Sound Ferry Company")),
        ("Ships of the Coast Guard of the North (CGN) came.", ("CGN", "Coast Guard of the North")),
        ("The MERV (Middle Euphrates River Valley) is wide.", ("MERV", "Middle Euphrates River Valley")),
        ("Read by optical character recognition (OCR).", ("OCR", "optical character recognition")),
        ("Two UPSs (uninterruptible power supplies) failed.", ("UPS", "uninterruptible power supplies")),
        ("In the depths, low-light photography (LLP) helps.", ("LLP", "low-light photography")),
    ],
)
def test_a_short_form_is_learned_from_the_text_that_explains_it(text: str, found: tuple[str, str]) -> None:
    assert list(pairs([text])) == [found]


@pytest.mark.parametrize(
    "text", ["Mara Lind (MP) spoke.", "It cost 40 crowns (USD 5).", "They (the SFC) refused.", "A mark of gold (OG)."]
)
def test_brackets_that_explain_nothing_teach_nothing(text: str) -> None:
    assert list(pairs([text])) == []


def test_a_name_in_capitals_is_matched_in_capitals_only(tools: Tools) -> None:
    groups = parse("IS = Daesh = Islamic State", tools.analyzer)
    shouted, spoken = "Where was IS beaten", "Where is the bridge"
    assert used(groups, shouted, frozenset(tools.analyzer.terms(shouted))) == groups
    assert used(groups, spoken, frozenset(tools.analyzer.terms(spoken))) == ()


def test_a_text_with_one_form_of_a_name_holds_the_terms_of_all(tools: Tools) -> None:
    groups = parse("# names\n\nIS = Daesh = Islamic State\n", tools.analyzer)
    text = "Daesh withdrew"
    assert {"islam", "state"} <= completed(frozenset(tools.analyzer.terms(text)), text, groups)


def test_the_bundled_families_hold_only_words_that_no_stemmer_brings_together(tools: Tools) -> None:
    lines = resources.files("answer").joinpath("families.txt").read_text("utf-8").splitlines()
    words = [line.split(" = ") for line in lines if not line.startswith("#")]
    assert all(len(set(tools.analyzer.terms(" ".join(family)))) == len(family) for family in words)


def test_the_bundled_phrases_are_told_once_each_beside_a_word_that_is_none_of_theirs(tools: Tools) -> None:
    lines = resources.files("answer").joinpath("phrases.txt").read_text("utf-8").splitlines()
    told = [tuple(frozenset(tools.analyzer.terms(form)) for form in line.split(" = ")) for line in lines[2:]]
    assert len(set(told)) == len(told)
    assert all(len(phrase) > 1 and len(word) == 1 and not word & phrase for phrase, word in told)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Dayr az-Zawr", "Deir az-Zour"),
        ("deir ezzor", "Deir al-Zour"),
        ("Qamishli", "Kamishly"),
        ("kobane", "Kobani"),
        ("Al-Bukamal", "Abu Kamal"),
    ],
)
def test_a_name_is_found_in_another_spelling_of_its_sounds(asked: str, written: str) -> None:
    found = respelt.pairs(f"when was {asked} taken", [f"Troops took {written} in spring."])
    assert (asked, written) in found


@pytest.mark.parametrize(
    ("asked", "written"), [("Iraq", "Raqqa"), ("Hassan", "Hussein"), ("Hajin", "Hama"), ("started", "Stratford")]
)
def test_names_that_share_little_are_not_taken_for_each_other(asked: str, written: str) -> None:
    assert list(respelt.pairs(f"when was {asked} taken", [f"Troops took {written} in spring."])) == []


def test_a_name_that_the_texts_hold_is_not_looked_for_in_another_spelling() -> None:
    assert list(respelt.pairs("who is Martin", ["Here Martin met Merton."])) == []


@pytest.mark.parametrize(
    ("asked", "written", "found"),
    [
        ("who led the air strikes", "Airstrikes hit the docks.", ("air strikes", "airstrikes")),
        ("who led the airstrikes", "An air strike hit the docks.", ("airstrikes", "air strike")),
        ("what is their cooperation", "Their co-operation ended.", ("cooperation", "co operation")),
        ("was the cease-fire kept", "The ceasefire held.", ("cease fire", "ceasefire")),
        ("is there a sha256 sum", "A SHA-256 sum is sent.", ("sha256", "sha 256")),
    ],
)
def test_a_word_is_found_written_together_or_apart(
    asked: str, written: str, found: tuple[str, str], tools: Tools
) -> None:
    assert list(compounds.pairs(asked, [written], tools.analyzer)) == [found]


def test_many_repeats_are_one_pair(tools: Tools) -> None:
    assert list(compounds.pairs("to ab cd " * 222, ["abcd " * 160], tools.analyzer)) == [("ab cd", "abcd")]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("towns that lie inland", "Boats lay in land-locked harbours."),
        ("who painted the bridges", "The rain made bridge painting slow."),
        ("air strikes", "Air struck the strikers."),
        ("", "The air strikes."),
    ],
)
def test_words_that_only_begin_alike_are_not_one_word(asked: str, written: str, tools: Tools) -> None:
    assert list(compounds.pairs(asked, [written], tools.analyzer)) == []


def test_related_words_are_related_both_ways(tools: Tools) -> None:
    groups = related("start begin launch\nlaunch boat", tools.analyzer)
    assert groups.keys() == {"start", "begin", "launch", "boat"}
    assert all(term in groups[other] for term, others in groups.items() for other in others)


def test_no_word_is_its_own_opposite(tools: Tools) -> None:
    assert all(not same & other for same, other in opposites(tools.analyzer).values())


@pytest.mark.parametrize(("asked", "told"), [("reopen", "closed"), ("arrested", "released"), ("lifted", "imposed")])
def test_what_was_undone_is_the_opposite_of_what_was_done(asked: str, told: str, tools: Tools) -> None:
    (term,), (other,) = tools.analyzer.terms(asked), tools.analyzer.terms(told)
    assert other in opposites(tools.analyzer)[term][1]
