"""Examples for /help: questions made from the sentences of some documents; those are shown that are answered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from answer.leading import lead
from answer.model import Kind
from bot.desk import Desk
from bot.discord_bot.jobs import Collections, Reads, ask
from corpus.documents import Document
from corpus.sentences import sentences

EXAMPLES = 3
READ = 12  # documents from which questions are made, each read up to so many characters
READ_CHARACTERS = 4_000
TRIED = 4  # questions of one document
LONGEST = 90  # characters of a question that is shown

# A verb in the past and its other form; of these the first stand alone, the others need an object.
_ALONE = {
    "began": "begin", "fell": "fall", "rose": "rise", "opened": "open", "started": "start", "ended": "end",
    "died": "die", "arrived": "arrive", "closed": "close",
}  # fmt: skip
_WITH_OBJECT = {
    "broke": "break", "fought": "fight", "met": "meet", "took": "take", "won": "win", "captured": "capture",
    "closed": "close", "crossed": "cross", "declared": "declare", "destroyed": "destroy", "ended": "end",
    "entered": "enter", "founded": "found", "joined": "join", "launched": "launch", "opened": "open",
    "reached": "reach", "released": "release", "signed": "sign", "started": "start",
}  # fmt: skip
_SMALL = r"(?!(?:who|which|that|what|how|is|was|were|has|had|have|on|in|at|it|they|he|she|last)\b)[\w’'-]+"
_NAME = r"(?!The\b|An?\b|In\b|On\b|At\b|It\b|They\b)[A-Z][\w’'-]+"
_WHO = rf"(?:(?:The|An?) (?:{_SMALL} ){{0,3}}(?:inside |of )?{_NAME}(?: {_SMALL}){{0,2}}|{_NAME}(?: {_NAME}){{1,3}}"
_WHO += rf"|The (?:{_SMALL} ){{1,3}}{_SMALL})"
_END = r"(?=[,.;]| (?:on|in|at|when|after|before)\b)"
_HAPPENED = (
    (_ALONE, re.compile(rf"(?P<who>{_WHO}) (?P<verb>{'|'.join(_ALONE)}){_END}")),
    (
        _WITH_OBJECT,
        re.compile(rf"(?P<who>{_WHO}) (?P<verb>{'|'.join(_WITH_OBJECT)})(?P<what>(?: {_SMALL}){{1,6}}){_END}"),
    ),
)
_PERSON = re.compile(
    r"\b(?:President|Minister|Gen\.|General|Col\.|Colonel|Dr\.?|Mayor|[Dd]irector|[Ee]ngineer|[Ss]pokes\w+|[Cc]ommander"
    r"|[Ee]nvoy|[Ss]ecretary|[Cc]hief) (?P<name>[A-Z][a-z’'-]+ [A-Z][a-z’'-]+)\b"
)


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions that are answered, and titles of documents to look for; either may be empty."""

    questions: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exemplify:
    """Finding examples in what is read for a server, as a job that can be sent to another process."""

    reads: Reads

    def __call__(self, desk: Desk) -> Examples:
        """Up to three questions, each answered by another document, and up to three titles."""
        read = self.reads.collections(desk)
        known = (document.title for document in desk.summaries(collections=read) if document.title)
        return Examples(tuple(islice(_answered(desk, read), EXAMPLES)), tuple(islice(known, EXAMPLES)))


def questions(text: str) -> Iterator[str]:
    """Questions that a text may answer: when something happened, and who somebody is."""
    for start, end in sentences(text):
        sentence = text[start:end]
        for bases, happened in _HAPPENED:
            if found := happened.match(sentence):
                who = re.sub(r"^(?:The|An?)\b", lambda article: article[0].lower(), found["who"])
                yield f"When did {who} {bases[found['verb']]}{found.groupdict().get('what', '')}?"
        if found := _PERSON.search(sentence):
            yield f"Who is {found['name']}?"


def _answered(desk: Desk, read: Collections) -> Iterator[str]:
    """One question of each document that is surely answered from this very document."""
    for summary in islice(desk.summaries(collections=read), READ):
        document = desk.document(summary.id, collections=[summary.collection])
        candidates = questions(document.text[:READ_CHARACTERS]) if document else ()
        for question in islice((one for one in candidates if len(one) <= LONGEST), TRIED):
            if document and _answers(desk, question, document, read):
                yield question
                break


def _answers(desk: Desk, question: str, document: Document, read: Collections) -> bool:
    found = ask(desk, question, read, 1)
    if not found.answered or found.unsure or found.citations[0].document.key != document.key:
        return False
    return lead(found) is not None or found.question.kind is not Kind.WHEN
