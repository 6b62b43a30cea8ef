"""Why something is skipped or refused is said in the server's language; each reason is defined where it arises."""

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.asserts import assert_error
from simcord.builders import ChannelHandle

from bot.desk import LONGEST_QUESTION, Desk
from bot.discord_bot.escape import unescape
from bot.discord_bot.failure import describe
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.languages.german_reasons import REASONS
from corpus.errors import GoneError, UsageError
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_corpus_commands import add, moderated

ROOT = Path(__file__).parents[3]
# Where the reasons arise that Discord shows: where sources are read, and at the desk.
ROOMS = (*("corpus/" + name for name in ("intake.py", "files.py", "loading.py", "web.py")), "bot/desk.py")
FILES = [*(ROOT / name for name in ROOMS), *sorted((ROOT / "corpus" / "readers").glob("*.py"))]
# Which argument of an error its form is.
FORM = {
    **dict.fromkeys(("IntakeError", "GoneError", "IncompleteError", "kind"), 1),
    **dict.fromkeys(("UsageError", "UnreadableError", "_UnreadableError", "_NotPublicError"), 0),
}


def arguments(module: ast.Module) -> Iterator[ast.expr]:
    """What the errors of a module are given as their forms."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORM:
            form = node.args[FORM[node.func.id]]
            yield from (form.body, form.orelse) if isinstance(form, ast.IfExp) else (form,)


def forms() -> set[str]:
    """The forms of all errors, each of one line: written where one is made, or above as a constant of the module."""
    found: list[ast.expr] = []
    for file in FILES:
        module = ast.parse(file.read_text("utf-8"))
        found += [*arguments(module), *(node.value for node in module.body if isinstance(node, ast.Assign))]
    texts = (one.value for one in found if isinstance(one, ast.Constant))
    return {text for text in texts if isinstance(text, str) and " " in text and "\n" not in text}


async def german(env: simcord.Env) -> tuple[ChannelHandle, MemberActor]:
    """A server in which the bot speaks German, and who manages it."""
    _, channel, manager = moderated(env, "Nord")
    await manager.slash(channel, "settings language", language="de")
    return channel, manager


def test_every_reason_has_german_words_and_there_are_no_others() -> None:
    assert set(REASONS) == forms()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_reason_is_put_together_in_a_way_that_other_languages_cannot_follow(file: Path) -> None:
    module = ast.parse(file.read_text("utf-8"))
    assert [ast.unparse(one) for one in arguments(module) if isinstance(one, ast.JoinedStr)] == []


@pytest.mark.parametrize(("english", "german"), REASONS.items())
def test_both_languages_name_the_same_values(english: str, german: str) -> None:
    names = [{name for _, name, _, _ in Formatter().parse(form) if name} for form in (english, german)]
    assert names[0] == names[1]


def test_values_are_told_as_they_are_even_with_braces_in_them() -> None:
    error = GoneError("a {file}.txt", "cannot be read ({error})", error="{0}")
    assert str(error) == "a {file}.txt: cannot be read ({0})"
    assert error.told(REASONS) == "lässt sich nicht lesen ({0})"


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert str(UsageError("no {such} thing")) == "no {such} thing"


def test_a_sentence_that_a_language_does_not_know_stays_english() -> None:
    assert UsageError("of {count} kinds", count=3).told(REASONS) == "of 3 kinds"


def test_a_refusal_keeps_its_values_on_the_way_from_another_process() -> None:
    assert pickle.loads(pickle.dumps(UsageError("of {count} kinds", count=3))).values == {"count": 3}


async def test_what_was_skipped_is_told_in_german(simcord_env: simcord.Env) -> None:
    channel, manager = await german(simcord_env)
    assert await add(manager, channel, "leer.txt", "") == (
        "leer.txt: nichts hinzugefügt.\n- leer.txt: die Datei ist leer"
    )
    lines = '{"text": "Ein Satz.", "date": "gestern"}\n{"text"\n'
    assert (await add(manager, channel, "viele.jsonl", lines)).splitlines() == [
        "viele.jsonl: 1 hinzugefügt.",
        "- viele.jsonl, line 2: kein vollständiges JSON (Expecting ':' delimiter, Zeichen 9)",
        "- viele.jsonl, line 1: ohne Datum gespeichert: 'gestern' ist keines, das sich lesen lässt",
    ]


async def test_why_front_matter_cannot_be_read_is_told_in_german(simcord_env: simcord.Env) -> None:
    channel, manager = await german(simcord_env)
    assert (await add(manager, channel, "a.md", "---\ntitle: *jane\n---\nEin Satz.")).endswith(
        "die sich nicht lesen lassen (sie verwenden Aliasse (*name); schreib aus, wofür sie stehen)"
    )


async def test_what_a_parser_in_another_process_says_is_told_in_german(simcord_env: simcord.Env) -> None:
    channel, manager = await german(simcord_env)
    said = await add(manager, channel, "bericht.docx", "PK\x03\x04")
    assert "\n- bericht.docx: " in said
    assert said.split(": ")[-1] in REASONS.values()


async def test_why_a_web_page_is_not_read_is_told_in_german(simcord_env: simcord.Env) -> None:
    channel, manager = await german(simcord_env)
    said = embed_of(await manager.slash(channel, "corpus add", url="http://127.0.0.1/")).description or ""
    assert "127.0.0.1 steht nicht im öffentlichen Netz; nur öffentliche Seiten werden gelesen" in unescape(said)


def test_too_long_a_question_is_refused_in_both_languages(data: Path) -> None:
    with Desk(data) as desk, pytest.raises(UsageError) as refused:
        desk.ask("a" * (LONGEST_QUESTION + 1))
    assert describe(refused.value, "ask") == "The question has 2,001 characters; ask in at most 2,000."
    assert describe(refused.value, "ask", GERMAN) == "Die Frage hat 2001 Zeichen; frag in höchstens 2000."


@pytest.mark.parametrize(
    ("command", "option", "told"),
    [
        ("ask", "question", "Das ist keine Frage; stell eine in wenigen Worten."),
        ("search", "query", "Das ist keine Frage; stell eine in wenigen Worten."),
        ("check", "quote", "Das ist kein Zitat; gib die Worte an, die jemand zitiert."),
        ("timeline", "topic", "Das ist keine Frage; stell eine in wenigen Worten."),
    ],
)
async def test_a_refusal_is_told_in_german(simcord_env: simcord.Env, command: str, option: str, told: str) -> None:
    channel, manager = await german(simcord_env)
    result = await manager.slash(channel, command, **{option: " "})
    assert unescape(embed_of(result).description or "") == told
    assert_error(simcord_env, UsageError)
