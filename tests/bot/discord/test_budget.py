"""What does not fit is dropped whole."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_bot.budget import Block, fit, size

texts = st.text(alphabet="ab😀", max_size=60)
blocks = st.lists(st.builds(Block, full=texts.map(lambda t: f"[{t}]"), short=st.just("[…]")), max_size=6)


@given(st.text("ab", max_size=20), blocks, texts, st.integers(min_value=30, max_value=200))
def test_the_limit_is_kept(head: str, given_blocks: list[Block], foot: str, limit: int) -> None:
    body, _ = fit(head, given_blocks, foot, limit)
    assert size(body) <= limit


@given(st.text("ab", max_size=20), blocks, texts, st.integers(min_value=30, max_value=200))
def test_a_block_is_whole_or_short_or_absent(head: str, given_blocks: list[Block], foot: str, limit: int) -> None:
    body, missing = fit(head, given_blocks, foot, limit)
    whole = sum(block.full in body.split("\n\n") for block in given_blocks)
    assert whole >= len(given_blocks) - missing
    assert body.count("[") == body.count("]")


def test_a_later_block_that_fits_is_kept_when_an_earlier_one_does_not() -> None:
    long, small = Block("x" * 50, "(too long)"), Block("small", "s")
    assert fit("", [long, small], "", 30) == ("(too long)\n\nsmall", 1)


def test_everything_that_fits_is_there() -> None:
    assert fit("head", [Block("one", "1"), Block("two", "2")], "foot", 100) == ("head\n\none\n\ntwo\n\nfoot", 0)


def test_a_character_beyond_the_basic_plane_counts_twice() -> None:
    assert size("a😀") == 3
