"""What a block of a text stands under: which lines are headings, and which rows are heads of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.headings import Form, blocks, is_of_release, may_head
from corpus.documents import Document, Passage


def under(text: str, words: str, **known: tuple[tuple[int, int], ...]) -> list[str]:
    """What the block that begins with these words stands under."""
    document = Document("a", text, **known)  # type: ignore[arg-type]  # only spans are given
    start = text.index(words)
    (block, *_) = blocks(Passage(document, start, len(text)))
    return [text[slice(*span)] for span in block.under]


def test_every_paragraph_of_a_section_stands_under_its_heading() -> None:
    text = "Opening hours\n\nWe open at nine.\n\nWe close at six."
    assert under(text, "We open") == under(text, "We close") == ["Opening hours"]


def test_a_heading_holds_until_the_next_one() -> None:
    text = "Opening hours\n\nWe open at nine.\n\nPrices\n\nA visit is free."
    assert under(text, "A visit") == ["Prices"]


def test_lines_without_blank_ones_between_them_are_blocks_as_well() -> None:
    assert under("Opening hours\nWe open at nine.\nPrices\nA visit is free.", "A visit") == ["Prices"]


@pytest.mark.parametrize(
    "line",
    [
        "We open at nine.",
        "Note: closed on Monday",
        "The doors, the gate,",
        "Everything that anybody may want to know about the gate",
        "Day | Hours",
    ],
)
def test_closed_lines_long_ones_rows_and_such_with_a_colon_are_no_headings(line: str) -> None:
    assert not may_head(line)
    assert line not in under(f"{line}\n\nThe gate is locked at night.", "The gate is")


def test_a_row_stands_under_the_head_of_its_table_and_under_the_heading() -> None:
    text = "Tickets\n\nWho | Price\nAdults | 9 crowns\nChildren | 4 crowns\n\nBring change."
    assert under(text, "Children") == ["Tickets", "Who | Price"]
    assert under(text, "Bring") == ["Tickets"]


def test_the_head_of_a_table_stands_under_no_head() -> None:
    text = "Who | Price\nAdults | 9 crowns\n\nDay | Hours\nFriday | 9 to 5"
    assert under(text, "Day |") == []
    assert under(text, "Friday") == ["Day | Hours"]


def test_the_head_of_a_long_table_is_found_however_far_above() -> None:
    rows = "\n".join(f"Lamp {number} | {number} crowns" for number in range(2000))
    assert under(f"Lamp | Price\n{rows}", "Lamp 1999") == ["Lamp | Price"]


def test_the_items_of_a_list_stand_under_its_heading() -> None:
    text = "What it does\n\nlights the pier before dawn\n\ncounts the ships that pass\n\nIt never sleeps."
    assert under(text, "lights") == under(text, "counts") == under(text, "It never") == ["What it does"]


def test_the_lines_of_a_table_of_facts_stand_under_its_name() -> None:
    text = "The old pier\n\nLength: 80 metres\n\nBuilt in: 1911\n\nIt leans."
    assert under(text, "Built") == under(text, "It leans") == ["The old pier"]


def test_where_items_look_like_headings_none_is_named() -> None:
    text = "Soup\n\nFlour\n\nSalt\n\nButter\n\nStir it all."
    assert [under(text, words) for words in ("Salt", "Butter", "Stir")] == [[], [], []]


def test_the_first_item_of_a_list_is_not_its_heading() -> None:
    text = "For the soup we need:\n\nsalt\n\nbutter\n\nflour\n\nStir it all."
    assert [under(text, words) for words in ("butter", "flour", "Stir")] == [[], [], []]
    assert under("We need it all.\n\nsalt\n\nbutter\n\nStir it well twice.", "Stir") != ["salt"]


def test_the_last_item_of_a_list_that_a_colon_announces_heads_nothing() -> None:
    assert under("Soup\n\nWe need two things:\n\nFlour\n\nSalt\n\nStir it all.", "Stir") == []


def test_a_section_goes_on_behind_a_list_that_a_colon_announces() -> None:
    text = "Soup\n\nWe need two things:\n\nfresh salt\n\na spoon\n\nStir it all."
    assert under(text, "a spoon") == under(text, "Stir") == ["Soup"]


def test_a_heading_behind_a_colon_or_behind_the_list_that_it_announces_is_one() -> None:
    assert under("There are two ways:\n\nBy boat\n\nRow for an hour.", "Row") == ["By boat"]
    assert under("We need it all:\n\nsalt\n\nbutter\n\nCooking\n\nStir it.", "Stir") == ["Cooking"]


def test_where_looking_back_ends_amid_a_list_no_item_is_taken_for_its_heading() -> None:
    lines = "\n\n".join(f"lamp of pier {number}" for number in range(1000))
    assert under(f"Lamps\n\n{lines}", "lamp of pier 999") == []


def test_a_passage_of_a_long_text_of_short_lines_has_only_its_own_blocks() -> None:
    text = "\n".join(f"lamp {number}" for number in range(1000))
    start = text.index("lamp 500")
    assert len(blocks(Passage(Document("a", text), start, text.index("lamp 502")))) == 2


def test_a_list_of_ten_thousand_items_has_a_heading() -> None:
    """Reading all items above it again for each of them would be fifty million readings."""
    lines = "\n".join(f"lamp {number}" for number in range(10_000))
    assert under(f"Lamps\n{lines}", "lamp") == ["Lamps"]


def test_of_a_chapter_s_heading_and_a_section_s_the_nearer_one_is_named() -> None:
    assert under("The island\n\nIts harbour\n\nShips call on Fridays.", "Ships") == ["Its harbour"]


def test_a_question_heads_its_answer_and_nothing_more() -> None:
    text = "Visits\n\nMay I bring a dog?\n\nYes, on a lead.\n\nThe gate is locked at night."
    assert under(text, "Yes") == ["May I bring a dog?"]
    assert under(text, "The gate") == ["Visits"]


def test_a_question_may_hold_a_version() -> None:
    assert under("How do I go from 2.4 to 3?\n\nRun it twice.", "Run") == ["How do I go from 2.4 to 3?"]


def test_what_is_marked_as_no_part_of_the_story_heads_nothing() -> None:
    assert under("Most read today\n\nThe gate is locked.", "The gate", marked=((0, 15),)) == []


def test_a_line_that_wrapping_broke_is_no_heading() -> None:
    text = (
        "The harbour office closed the old iron bridge to lorries on Monday and\n"
        "said that nobody knows when it will be opened to them again."
    )
    assert under(text, "The harbour") == []
    assert len(blocks(Passage(Document("a", text), 0, len(text)))) == 1


def test_a_heading_is_told_from_an_item_by_what_stands_under_it() -> None:
    text = "Prices\n\nA visit is free.\n\nboats for hire"
    assert [one.form for one in blocks(Passage(Document("a", text), 0, len(text)))] == [
        Form.HEADING,
        Form.PROSE,
        Form.OPEN,
    ]


CHANGES = (
    "2.1.0 - 2023-05-04\n\nAdded\n\nA plan of the berths\n\nTides on the plan\n\nFixed\n\nA crash at the start\n\n"
    "2.0.0\n\nChanged\n\nBoats are lit.\n\nFixed\n\nIt no longer leaks.\n\nLicence\n\nAll is free."
)


def test_a_version_stands_over_the_kinds_of_its_changes() -> None:
    assert under(CHANGES, "Boats") == ["2.0.0", "Changed"]
    assert under(CHANGES, "It no longer") == ["2.0.0", "Fixed"]


def test_a_version_stands_over_changes_that_no_stop_closes() -> None:
    assert under(CHANGES, "Tides") == under(CHANGES, "A crash") == ["2.1.0 - 2023-05-04"]


def test_what_comes_after_the_changes_stands_under_no_version() -> None:
    assert (under(CHANGES, "Licence"), under(CHANGES, "All is")) == ([], ["Licence"])


def test_no_more_than_the_two_nearest_are_named() -> None:
    assert under("2.0.0\n\nAdded\n\nKey | Does\nF1 | helps", "F1") == ["Added", "Key | Does"]


@pytest.mark.parametrize(
    "words", ["2.1.0 (2023-05-04)", "[2.1.0] - 2023-05-04", "v2.1 — 4 May 2023", "Version 2.1, 2023"]
)
def test_a_version_with_a_date_is_the_heading_of_a_release(words: str) -> None:
    assert is_of_release(words)


@pytest.mark.parametrize("words", ["2.1.0", "2.1 is supported until May 2023", "4 May 2023", "2.1 came in May 2023."])
def test_a_version_in_a_sentence_or_without_a_date_is_not(words: str) -> None:
    assert not is_of_release(words)


def test_ten_thousand_numbers_without_a_space_are_no_release() -> None:
    """Trying every way to part them would take hours."""
    assert not is_of_release("2.1," * 10_000 + "2021x")


def test_a_line_without_a_value_behind_names_and_values_is_a_new_heading() -> None:
    text = "The Heron\n\nMaster: Ada Berg\nBuilt: 1911\nMasts: 2\n\nCargo\n\nHold: salt\n\nDeck: barrels"
    assert under(text, "Built") == ["The Heron"]
    assert under(text, "Hold") == under(text, "Deck") == ["Cargo"]


def test_the_last_of_numbered_steps_heads_nothing() -> None:
    text = "To light it\n\n1. Open the glass\n\n2. Turn the wick up\n\n3. Hold a match to it\n\nIt burns for long."
    assert under(text, "It burns") == []


def test_a_heading_or_a_question_of_thousands_of_characters_is_none() -> None:
    for text in (f"Oars{'.' * 20_000}9\n\nOf wood.", f"Are oars{'.' * 20_000}of wood?\n\nOf wood."):
        assert under(text, "Of wood") == []


@pytest.mark.parametrize("opening", ["2. ", "2.1 ", "§ 2 ", "b) ", "- ", "F2: ", "Out of hours (nights): "])
def test_a_number_a_mark_or_a_label_opens_an_item(opening: str) -> None:
    text = f"{opening}The keeper has the key."
    assert [block.form for block in blocks(Passage(Document("a", text), 0, len(text)))] == [Form.ITEM]


@pytest.mark.parametrize(
    "text", ["2.1 million came.", "2.5 GB are free.", "12 boats came.", "At 10:30 they came.", "No, he said: go."]
)
def test_prose_is_no_item(text: str) -> None:
    assert [block.form for block in blocks(Passage(Document("a", text), 0, len(text)))] == [Form.PROSE]


LINES = st.sampled_from(
    ["Prices", "A visit is free.", "Who | Price", "Adults | 9", "a boat", "Built: 1911", "Why?", "v1.2", "Fixed", ""]
)


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n"]), st.data())
def test_whatever_a_text_is_made_of_what_a_block_stands_under_comes_before_it(
    lines: list[str], between: str, data: st.DataObject
) -> None:
    text = between.join(lines)
    start = data.draw(st.integers(0, len(text)))
    for block in blocks(Passage(Document("a", text), start, len(text))):
        assert all(span[1] <= block.span[0] and text[slice(*span)] in lines for span in block.under)
        assert len(block.under) <= 2
