"""Where sentences begin and end."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import paragraphs, sentences

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
    "title", "Mr Mrs Ms Mx Messrs Dr Prof Gen Lt Col Sgt Capt Rev Hon Sen Rep Gov Pres St Mt".split()
)
def test_a_title_goes_with_the_name_behind_it(title: str) -> None:
    sentence = f"With half of it in, {title}. Oakes led, and—{title}. Oakes said so—won."
    assert split(f"{sentence} Then came night.") == [sentence, "Then came night."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sam Oakes Jr. met Ben Oakes Sr. at the pier.",
        "Tasks that raise harbour.Abort are dropped from the queue.Job list.",
        "Run ./make.sh or ..\\Make.bat beside Read.ME with Node.js from example.org.",
        "The walk takes approx. 30 minutes, e.g. Tuesdays, vs. 40 by boat, i.e. Ferry 2.",
        "See Vol. 2, Ch. 4 and Figs. 5 to 7 in No. 5 for ropes, nets, etc. and their prices.",
        "It is shut until 9 p.m. on Mondays and from 5 a.m. to noon.",
        "The U.S. Navy and the U.K. Government agreed.",
    ],
)
def test_a_stop_within_a_name_or_behind_an_abbreviation_ends_nothing(sentence: str) -> None:
    assert split(f"{sentence} Then came night.") == [sentence, "Then came night."]


def test_a_street_may_end_a_sentence_where_a_word_follows_that_begins_them() -> None:
    assert split("He lives on Main St. He met St. John. Ask him.") == [
        "He lives on Main St.",
        "He met St. John.",
        "Ask him.",
    ]


def test_a_forgotten_space_ends_a_sentence_where_a_word_follows_that_begins_them() -> None:
    assert split("The gates were shut.The keeper left.") == ["The gates were shut.", "The keeper left."]


@pytest.mark.parametrize(
    ("markers", "hour"),
    [("1. 2. 3.", "9 p.m."), ("7) 8) 9)", "noon."), ("A. B. C.", "noon."), ("II. III. IV.", "noon.")],
)
def test_the_number_of_an_item_goes_with_what_follows_it(markers: str, hour: str) -> None:
    items = [f"{marker} Guests leave before {hour}" for marker in markers.split()]
    assert split(" ".join(items)) == split("\n\n".join(items)) == items


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


@pytest.mark.parametrize("form", ["{}", "| {} |"], ids=["as a reader gives it", "as it is written in chats"])
def test_the_rows_of_a_table_are_sentences_of_their_own(form: str) -> None:
    cells = ["Lantern of the harbour | Sold at night. Never by day.", "Gloves of the ropewalkers | Found. Not sold."]
    rows = [form.format(line) for line in cells]
    assert split("\n".join([*rows, "Afterwards"])) == [*rows, "Afterwards"]


def test_cells_of_whole_paragraphs_are_split_into_sentences() -> None:
    cell = "The keeper sells them at night. Nobody has ever seen him by day. " * 5
    assert len(split(f"Lantern | {cell}| {cell}")) > 10


def test_a_blank_line_ends_a_sentence() -> None:
    assert split("no full stop here\n \nanother one") == ["no full stop here", "another one"]


@pytest.mark.parametrize(
    "line", ["THE OLD BRIDGE WAS CLOSED TO LORRIES ON MONDAY, BUT NOT TO TRAMS", "橋は修理のため閉鎖" * 6]
)
def test_thousands_of_lines_without_a_small_letter_are_one_paragraph(line: str) -> None:
    text = "\n".join([line] * 10_000)
    assert list(paragraphs(text, 0, len(text))) == [(0, len(text))]
