"""A quote out of a table, a list or a section is shown under its heading and the head of its table, to the letter."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answer.model import Answer, Citation
from bot.discord_bot.escape import unescape
from bot.discord_bot.message import answer_reply
from bot.discord_bot.reply import Reply
from corpus.documents import Document, Passage
from tests.bot.discord.build import answer
from tests.bot.discord.test_message import quoted
from tests.bot.seen import at_the_terminal
from tests.conftest import Footnote

TEXT = "*Tickets* @here\n\nWho | Price_1\nAdults | 9 crowns"
ABOVE, HEAD, ROW = "*Tickets* @here", "Who | Price_1", "Adults | 9 crowns"
HARBOUR = """\
---
title: Harbour handbook
---
# Harbour handbook

## Mooring

| Boat | Crowns a night | Berth |
|---|---|---|
| Dinghy | 12 | inner basin |
| Schooner | 85 | long quay |

## Versions of the berth planner

### 4.2.0 (2024-03-08)

- Fixed: a schooner could be moored twice.

### 4.1.0 (2023-11-20)

- Added: the tide is drawn on the plan.
"""


def cited(text: str, words: str, *above: str) -> Citation:
    document = Document("a", text, "The pier")
    start, *under = (Passage(document, at, at + len(one)) for one in (words, *above) for at in [text.index(one)])
    return Citation(start, under=tuple(under))


GIVEN = answer(cited(TEXT, ROW, ABOVE, HEAD))


def in_discord(given: Answer) -> str:
    return answer_reply(given).embed().description or ""


@pytest.mark.parametrize("shown", [at_the_terminal, lambda given: unescape(in_discord(given))])
def test_it_is_shown_above_the_quote(shown: Callable[[Answer], str]) -> None:
    told = shown(GIVEN)
    assert told.index(ABOVE) < told.index(HEAD) < told.index(ROW) < told.index("The pier")


def test_in_discord_it_is_small_print_and_no_part_of_the_quote() -> None:
    told = in_discord(GIVEN)
    assert told.split("\n")[:2] == [r"-# \*Tickets\* \@here", r"-# Who \| Price\_1"]
    assert quoted(told) == [ROW]


def test_what_discord_cannot_show_to_the_letter_is_left_out_above_a_quote() -> None:
    hidden = "Tickets\u202e"
    assert "Tickets" not in in_discord(answer(cited(f"{hidden}\n\n{ROW}", ROW, hidden)))


@pytest.mark.parametrize("form", [Reply.text, lambda reply: reply.embed().description or ""])
def test_a_message_with_it_keeps_to_the_limits_of_discord(form: Callable[[Reply], str]) -> None:
    long = [replace(GIVEN.citations[0], sentence=Passage(Document("a", "Rain. " * 300), 0, 1800)) for _ in range(3)]
    reply = answer_reply(answer(*long))
    assert len(form(reply)) <= (2000 if form is Reply.text else 4096)


@pytest.fixture
def asked(footnote: Footnote, tmp_path: Path) -> Callable[[str], dict[str, object]]:
    """The first citation of the answer to a question to the handbook."""
    (tmp_path / "harbour.md").write_text(HARBOUR, "utf-8")
    assert footnote("add", str(tmp_path / "harbour.md")).status in (0, 1)

    def first(question: str) -> dict[str, object]:
        citation: dict[str, object] = json.loads(footnote("ask", question, "--json").out)["citations"][0]
        return citation

    return first


def above(citation: dict[str, object]) -> list[str]:
    under = citation["under"]
    assert isinstance(under, list)
    return [one["quote"] for one in under]


def test_a_row_is_found_by_the_words_of_the_head_and_json_gives_both(
    asked: Callable[[str], dict[str, object]],
) -> None:
    citation = asked("how many crowns a night does a schooner pay for a berth")
    assert citation["quote"] == "Schooner | 85 | long quay"
    assert above(citation) == ["Mooring", "Boat | Crowns a night | Berth"]


def test_what_json_says_stands_above_is_a_slice_of_the_stored_text(
    asked: Callable[[str], dict[str, object]], footnote: Footnote
) -> None:
    citation = asked("how many crowns a night does a schooner pay for a berth")
    document, under = citation["document"], citation["under"]
    assert isinstance(document, dict)
    assert isinstance(under, list)
    text = json.loads(footnote("show", document["id"], "--json").out)["text"]
    assert [text[one["start"] : one["end"]] for one in under] == above(citation)


def test_an_item_of_a_list_of_changes_is_shown_with_its_version_and_date_once(
    asked: Callable[[str], dict[str, object]],
) -> None:
    citation = asked("which version fixed that a schooner could be moored twice")
    shown = "\n".join([*above(citation), str(citation["quote"])]).split("\n")
    assert (shown[0], shown[-1]) == ("4.2.0 (2024-03-08)", "Fixed: a schooner could be moored twice.")
    assert shown.count(shown[0]) == 1


@pytest.mark.parametrize("question", ["when was 4.1.0 released", "when did 4.1.0 come out"])
def test_a_heading_with_a_date_answers_when_a_version_was_released(
    asked: Callable[[str], dict[str, object]], question: str
) -> None:
    citation = asked(question)
    assert str(citation["quote"]).startswith("4.1.0 (2023-11-20)\n\nAdded:")
    assert above(citation) == []
    dates = citation["dates"]
    assert isinstance(dates, list)
    assert dates[0]["value"] == "2023-11-20"
