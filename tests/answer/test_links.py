"""Links that open a page at the quoted words."""

import pytest

from answer.links import LONGEST, link
from corpus.documents import Document, Passage


def _quoted(text: str, url: str | None) -> Passage:
    return Passage(Document(id="x", text=text, url=url), 0, len(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Short, isn't it?", "https://a.example/p#:~:text=Short%2C%20isn%27t%20it%3F"),
        ("one two three four five six seven eight nine", "https://a.example/p#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine"),
        ("US-backed & armed", "https://a.example/p#:~:text=US%2Dbacked%20%26%20armed"),
    ],
)  # fmt: skip
def test_a_link_opens_the_page_at_the_quoted_words(text: str, address: str) -> None:
    assert link(_quoted(text, "https://a.example/p")) == address


def test_a_link_that_is_too_long_falls_back_to_the_page_and_then_to_none() -> None:
    address = "https://a.example/p".ljust(LONGEST, "p")
    assert link(_quoted("word " * 30, address)) == address
    assert link(_quoted("word " * 30, f"{address}p")) is None


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///etc/passwd"])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert link(_quoted("words", url)) is None
