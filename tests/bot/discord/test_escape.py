"""Foreign text is shown to the letter and has no effect, whatever it holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_bot.budget import size
from bot.discord_bot.escape import block_quote, bold, escape, label, plain_label, showable, unescape, unquote

TRICKS = [
    "*", "**", "***", "_", "__", "~~", "`", "```", "|", "||", ">", "> ", ">>> ", "#", "# ", "-# ", "- ", "* ", "+ ",
    "1. ",
    "12. ", "[a](https://b.example)", "[", "](", ")", "<@1>", "<@!1>", "<@&2>", "<#3>", "@everyone", "@here",
    "</ask:4>",
    "<t:1700000000:R>", "<:e:5>", "<a:e:6>", "<id:guide>", "https://c.example/d_e", "<https://f.example>", ":smile:",
    "discord.gg/abc", "\\", "\\\\", "\\*", "\n", "\n\n", " ", "\t", "word", "Raqqa’s", "al-Zor", "10:30", "é",
    "الرقة", "😀",
]  # fmt: skip

foreign = st.one_of(st.text(), st.lists(st.sampled_from(TRICKS), max_size=12).map("".join))


@given(foreign)
def test_unescaping_gives_the_text_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(foreign)
def test_a_block_quote_gives_the_text_back(text: str) -> None:
    assert unquote(block_quote(escape(text))) == text


@given(foreign, st.data())
def test_bold_words_change_nothing_of_the_text(text: str, data: st.DataObject) -> None:
    places = st.integers(min_value=0, max_value=len(text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=6))
    assert unquote(block_quote(bold(text, spans))) == text


MEANINGFUL = re.compile(
    r"""(?<!\\)(?:\\\\)*(?:[*_~`|\[\]<@:])   # emphasis, code, spoilers, links, mentions, emoji, addresses
      | ^[ ]*(?:\#{1,3}|-\#|-|\d+\.|>)[ ]    # headings, subtext, lists, quotes
    """,
    re.VERBOSE | re.MULTILINE,
)


@given(foreign)
def test_nothing_with_a_meaning_is_left(text: str) -> None:
    assert not MEANINGFUL.search(escape(text))


@given(foreign)
def test_every_line_of_a_quote_stays_in_the_quote(text: str) -> None:
    assert all(line.startswith("> ") for line in block_quote(escape(text)).split("\n"))


def test_words_are_bold() -> None:
    assert bold("The offensive began", [(4, 13)]) == "The **offensive** began"


def test_words_with_only_a_space_between_them_are_bold_together() -> None:
    assert bold("The Hajin offensive", [(4, 9), (10, 19)]) == "The **Hajin offensive**"


def test_what_cannot_be_bold_exactly_stays_plain() -> None:
    assert bold("a_b and *c*", [(0, 3), (8, 11)]) == r"a\_b and \*c\*"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\r", "\x85", "\u202e", "\u202a", "\u2066", "\ud800", "\ufffe"])
def test_a_quote_with_controls_or_reordering_cannot_be_shown(character: str) -> None:
    assert not showable(f"before {character} after")


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab", "می‌خواهم", "e\u0301", "👩‍👩‍👧", "a\u200bb", "الرقة"])
def test_a_quote_in_any_script_can_be_shown(text: str) -> None:
    assert showable(text)


def test_piles_of_combining_marks_cannot_be_shown() -> None:
    assert not showable("z" + "\u0301" * 9)


@given(foreign, st.integers(min_value=4, max_value=40))
def test_a_label_is_one_line_within_its_limit(text: str, limit: int) -> None:
    shown = plain_label(text, limit)
    assert size(shown) <= limit
    assert "\n" not in shown


@given(foreign)
def test_a_label_has_no_effect(text: str) -> None:
    assert not MEANINGFUL.search(label(text))


def test_a_label_holds_nothing_invisible() -> None:
    assert plain_label("a\u202eb\u200bc\x07d\ufeffe", 50) == "a b c d e"


def test_a_label_written_from_right_to_left_is_isolated() -> None:
    assert plain_label("الرقة", 50) == "\u2068الرقة\u2069"


def test_a_label_keeps_two_marks_on_a_letter() -> None:
    assert plain_label("z" + "\u0301" * 40, 50) == "z\u0301\u0301"


def test_a_label_that_is_too_long_says_so() -> None:
    assert plain_label("one two three", 9) == "one two…"
