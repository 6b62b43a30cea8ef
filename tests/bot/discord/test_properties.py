"""What must hold for whatever documents, names, questions and ids there are: no effect, and no way to other servers."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answer.model import Answer, Citation, Kind, Question
from bot.desk import Desk
from bot.discord_bot import jobs, presses
from bot.discord_bot.access import server_collection
from bot.discord_bot.buttons import Reference, answer_buttons
from bot.discord_bot.examples import Exemplify
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.message import answer_reply
from bot.discord_bot.paging import page_embed
from corpus.documents import Document, Passage
from corpus.errors import UsageError
from tests.bot.discord.limits import check_components, check_embeds
from tests.bot.discord.test_escape import TRICKS, foreign
from tests.bot.discord.test_message import quoted

MANY, AT_ONCE = 10_000, 20  # cases, and how many of them one example makes by chance

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_OWN_LINKS = re.compile(
    rf"\[(?:{'|'.join(t for one in (ENGLISH, GERMAN) for t in (one.open_here, one.open))})\]\(https?://[^\s()<>]*\)"
)
_EFFECT = re.compile(r"[<`|~_@\[\]]|:\S|://|^[^\S\n]*(?:#{1,3}|[-+]|\d+\.|>>>)\s|^>(?! )", re.MULTILINE)


def effects(markdown: str) -> list[str]:
    """What in a message has a meaning that is not the bot's own bold, subtext, quotes and links."""
    plain = _ESCAPED.sub("\ue000", markdown)
    own = re.sub(r"^-# ", "", _OWN_LINKS.sub("", plain), flags=re.MULTILINE)
    return _EFFECT.findall(own)


documents = st.builds(
    Document,
    id=foreign.filter(bool),
    text=foreign.filter(str.strip),
    title=st.none() | foreign,
    publisher=st.none() | foreign,
    author=st.none() | foreign,
    published=st.none() | st.just("2018-09-11"),
    url=st.none() | foreign.map(lambda tail: f"https://a.example/{tail}"),
    path=st.none() | foreign,
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Answers that quote anything, with anything as the question and the words that are missing."""
    citations = []
    for document in draw(st.lists(documents, max_size=3)):
        start = draw(st.integers(0, len(document.text) - 1))
        quote = Passage(document, start, draw(st.integers(start + 1, len(document.text))))
        also = tuple(draw(st.lists(documents, max_size=1)))
        citations.append(Citation(quote, also=also, under=draw(st.sampled_from([(), (quote,)]))))
    asked = draw(foreign)
    missing = tuple(draw(st.lists(foreign, max_size=2)))
    return Answer(Question(asked, asked, Kind.WHAT, {}), tuple(citations), 0.9, missing=missing)


def has_no_effect(given_answer: Answer, texts: Texts) -> None:
    """A message and its buttons are within all limits, quote to the letter, and nothing foreign has an effect."""
    reply = answer_reply(given_answer, repeat_question=True, texts=texts)
    embed = reply.embed()
    check_embeds([embed])
    told = embed.description or ""
    assert effects(told) == []
    assert effects(embed.title or "") == []
    assert len(reply.text()) <= 2000
    originals = [citation.quote for citation in given_answer.citations]
    assert [quote for quote in quoted(told) if quote not in originals] == []
    sources = re.findall(r"^\\\[\d\\\] \*\*", told, re.MULTILINE)
    assert len(sources) <= len(originals)
    if view := answer_buttons(given_answer, 1, 2, texts):
        check_components(view.to_components())


languages = st.sampled_from([ENGLISH, GERMAN])


@given(answers(), languages)
def test_nothing_foreign_has_an_effect(given_answer: Answer, texts: Texts) -> None:
    has_no_effect(given_answer, texts)


class Chance:
    """Answers made by chance, much faster than a strategy makes them; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def text(self) -> str:
        """Some tricks and some letters of any script, marks, controls and overrides included."""
        parts = [
            self.random.choice(TRICKS) if self.random.random() < 0.7 else chr(self.random.randrange(0x3000))
            for _ in range(self.random.randrange(1, 14))
        ]
        return "".join(parts) * self.random.choice([1, 1, 1, 40])

    def document(self) -> Document:
        """A document of which everything may be anything."""
        url = f"https://a.example/{self.text()}" if self.random.random() < 0.5 else self.text()
        return Document(self.text(), self.text(), self.text(), self.text(), self.text(), None, url, self.text())

    def answer(self) -> Answer:
        """An answer that quotes up to three documents."""
        citations = []
        for _ in range(self.random.randrange(4)):
            document = self.document()
            start = self.random.randrange(len(document.text))
            quote = Passage(document, start, self.random.randrange(start, len(document.text)) + 1)
            citations.append(Citation(quote, also=(self.document(),), under=(quote,)))
        question = Question(self.text(), "", Kind.WHAT, {})
        return Answer(question, tuple(citations), 0.9, missing=(self.text(),), nearest=(self.document(),))


@pytest.mark.slow
@settings(max_examples=MANY // AT_ONCE, deadline=None)
@given(st.integers(0, 2**32), languages)
def test_nothing_foreign_has_an_effect_in_ten_thousand_cases(seed: int, texts: Texts) -> None:
    chance = Chance(seed)
    for _ in range(AT_ONCE):
        has_no_effect(chance.answer(), texts)


@given(documents, st.integers(0, 3), languages)
def test_a_page_of_a_document_has_no_effect(document: Document, number: int, texts: Texts) -> None:
    embed = page_embed(document, number, texts)
    check_embeds([embed])
    assert effects((embed.title or "") + "\n" + (embed.description or "")) == []


SERVERS = (1, 2, 3)
WORDS = ("lantern", "keeper", "harbour", "copper", "ledger", "where", "is", "the", "hidden")


def secret(server: int, number: int) -> Document:
    """A document of one server, with a word that no other server's documents hold."""
    text = f"The {WORDS[number]} of house{server} is hidden under the copper ledger of secret{server}."
    return Document(f"doc{number}", text, f"House {server}", f"Keeper {server}")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Three servers with documents of the same ids and nearly the same words, and a library."""
    with Desk(Path(tmp_path_factory.mktemp("isolation"))) as opened:
        for server in SERVERS:
            opened.add([secret(server, number) for number in range(4)], collection=server_collection(server))
        opened.add([Document("shared", "The harbour is open to all.", "Library")])
        yield opened


references = st.builds(
    Reference,
    id=st.sampled_from(["doc0", "doc3", "shared", "server-2", "../server-2/doc0", "secret1"]) | foreign,
    start=st.integers(0, 80),
    end=st.integers(0, 80),
    check=st.integers(0, 2**32 - 1),
)
# None is a direct message, 9 a server without documents.
ASKERS = (None, *SERVERS, 9)
SHARED = ("library", "sample", "server-1", "server-2", "none")
QUERY_WORDS = (*WORDS, "house1", "house2", "house3", "secret1", "secret2", "secret3", "doc0")

# Every way in which something typed or forged leads to a document's words.
Door = Callable[[Desk, jobs.Reads, str, Reference], object]


def forged_context(desk: Desk, reads: jobs.Reads, _: str, reference: Reference) -> object:
    read = reads.collections(desk)
    document = desk.document(reference.id, collections=read)
    right = reference
    if document:
        right = Reference.to(Citation(Passage(document, 0, len(document.text))))
    return presses._parts(desk, [reference, right], read, ENGLISH)


DOORS: tuple[Door, ...] = (
    lambda desk, reads, query, _: jobs.Ask(query, reads, 3)(desk),
    lambda desk, reads, query, _: jobs.search(desk, query, reads.collections(desk), 5),
    lambda desk, reads, query, _: jobs.look_up(desk, query, reads.collections(desk)),
    lambda desk, reads, query, _: jobs.choices(desk.summaries(collections=reads.collections(desk)), query),
    lambda desk, reads, _, reference: desk.document(reference.id, collections=reads.collections(desk)),
    lambda desk, reads, *_: Exemplify(reads)(desk),
    forged_context,
)


def reaches_no_other(
    desk: Desk, asker: int | None, shared: tuple[str, ...] | None, door: Door, query: str, reference: Reference
) -> None:
    """Whatever is asked in one server, nothing of another comes out."""
    reads = jobs.Reads(server_collection(asker) if asker else None, shared)
    try:
        got = repr(door(desk, reads, query, reference))
    except UsageError:
        return
    got = got.replace(query, "")
    for server in SERVERS:
        if server != asker:
            assert not re.search(rf"(?:of secret|House |Keeper ){server}", got)


cases = {
    "asker": st.sampled_from(ASKERS),
    "shared": st.none() | st.lists(st.sampled_from(SHARED), max_size=3).map(tuple),
    "door": st.sampled_from(DOORS),
    "query": st.lists(st.sampled_from(QUERY_WORDS), min_size=1, max_size=6).map(" ".join),
    "reference": references,
}
on_one_desk = partial(settings, deadline=None, suppress_health_check=list(HealthCheck))


@on_one_desk(max_examples=200)
@given(**cases)
def test_nothing_of_another_server_is_reached(
    desk: Desk, asker: int | None, shared: tuple[str, ...] | None, door: Door, query: str, reference: Reference
) -> None:
    reaches_no_other(desk, asker, shared, door, query, reference)


@pytest.mark.slow
@on_one_desk(max_examples=MANY // AT_ONCE)
@given(st.integers(0, 2**32), st.lists(references, min_size=5, max_size=5))
def test_nothing_of_another_server_is_reached_in_ten_thousand_cases(
    desk: Desk, seed: int, forged: list[Reference]
) -> None:
    random = Random(seed)
    for _ in range(AT_ONCE):
        asker = random.choice(ASKERS)
        shared = random.choice([None, tuple(random.sample(SHARED, random.randrange(4)))])
        query = " ".join(random.choices(QUERY_WORDS, k=random.randrange(1, 7)))
        reaches_no_other(desk, asker, shared, random.choice(DOORS), query, random.choice(forged))


def test_the_doors_do_lead_to_a_server_s_own_documents(desk: Desk) -> None:
    reads = jobs.Reads(server_collection(2))
    reference = Reference("doc0", 0, 10, 0)
    led = [
        door(desk, reads, query, reference) for door, query in zip(DOORS, ["lantern"] * 2 + ["doc0"] * 5, strict=True)
    ]
    assert all(re.search(r"secret2|House 2", repr(one)) for one in led)
