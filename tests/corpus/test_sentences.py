"""Where sentences begin and end."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences

PROSE = st.text(st.sampled_from("aé漢😀 .!?\n\t\"'“”()-1A,;:\u00a0"), max_size=300)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(PROSE | st.text())
def test_spans_are_in_order_trimmed_and_cover_every_other_character(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        position = end
    assert not text[position:].strip()


@given(PROSE, st.integers(0, 300), st.integers(0, 300))
def test_a_part_of_a_text_has_the_sentences_of_the_whole_cut_to_it(text: str, start: int, end: int) -> None:
    whole = [text[max(start, a) : min(end, b)].strip() for a, b in sentences(text) if a < end and b > start]
    assert [text[a:b] for a, b in sentences(text, start, end)] == [piece for piece in whole if piece]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Amira Vance spoke on Sept. 6 about the plan.",
        "Reports say that U.S. forces held the bridge.",
        "Battery No. 5 fired 1.5 km short of the river.",
        "“We are tired.”",
        "Émile Çelik a gagné 3.000 €.",
        "The river rose again (Okafor et al., 2008) and took the bridge.",
        "The virus was first isolated (Brand et al., 1963; Ito and Weiss, 2006).",
        "Wong et al. [29] evaluated the outcome of every case.",
        "She sang with Panic! at the Disco for a year.",
        "Rates ranged from 14% to 45%. [1] [2] [3]",
    ],
)
def test_abbreviations_numbers_and_quotation_marks_end_nothing(sentence: str) -> None:
    assert split(f"{sentence} Then came night.") == [sentence, "Then came night."]


@pytest.mark.parametrize(
    "written",
    [
        "The strains arose from mutations (2) . |They infect horses (see 3) . |In herds, the fever spreads.",
        "It passed within hours (Okafor et al., 2002) , mostly by night. |Several ways were tried (Ito et al., 1999) . "
        "|None was safe.",
        "The gates were shut (in 1931). |Nobody (but the 40 keepers) saw it.",
    ],
)
def test_a_reference_in_brackets_hides_no_end_of_a_sentence(written: str) -> None:
    assert split(written.replace("|", "")) == [sentence.strip() for sentence in written.split("|")]


def test_offsets_count_characters_and_not_bytes() -> None:
    assert split("😀 Größe zählt. Ça va.") == ["😀 Größe zählt.", "Ça va."]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    sentence = "The committee met three times before it could agree on a date for the next of its many meetings."
    assert split(fill(sentence, 50)) == [fill(sentence, 50)]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    story = "The ferry left at dawn with forty people on board, most of whom had waited on the quay through the night."
    assert split(f"Ferry leaves at dawn\n{story}") == ["Ferry leaves at dawn", story]


def test_every_line_of_a_text_without_wrapping_is_a_paragraph() -> None:
    long = "A paragraph that is written on one line, as long as it takes, has no need of a margin at any column " * 2
    assert split(f"{long.strip()}\n{long.strip()}") == [long.strip(), long.strip()]


def test_list_items_are_sentences_of_their_own() -> None:
    items = "- a first item that is almost as wide as the other one\n- a second item that is about as wide as it can be"
    assert split(items) == items.split("\n")


def test_a_blank_line_ends_a_sentence() -> None:
    assert split("no full stop here\n \nanother one") == ["no full stop here", "another one"]
