"""Answers, search results and documents as replies: pure functions from the nouns of answering to Markdown."""

from collections.abc import Sequence

from answer.comparison.agreement import asked_date
from answer.dates import DateExpression
from answer.leading import lead
from answer.model import Agreement, Answer, Citation, Kind
from bot.discord_bot.budget import AUTHOR, TITLE, Block
from bot.discord_bot.escape import block_quote, bold, label, plain_label, showable, subtext
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import NOT_FOUND, Reply
from bot.discord_bot.source import also_in, masked_link, quoted_from, source_line
from bot.other_languages import of_answer
from index.analysis import Analyzer
from index.engine import Hit

MOST_DERIVATIONS = 2


def answer_reply(
    answer: Answer, *, repeat_question: bool = False, may_add: bool = False, texts: Texts = ENGLISH
) -> Reply:
    """An answer, or that there is none; `repeat_question` puts the question above it, for where it is not seen.

    Who `may_add` documents is told how, where there is no answer.
    """
    asked = plain_label(answer.question.text, AUTHOR) if repeat_question else ""
    if not answer.answered:
        return _nothing_found(answer, asked, may_add, texts)
    value, told = lead(answer), _told(answer)
    head = [texts.unsure] if answer.unsure else []
    head += [_derivation(told, "", texts)] if told and told.derived else []
    head += [_agreement(answer.agreement, answer.citations, texts)] if answer.agreement else []
    blocks = tuple(
        _quote_block(
            citation, number, [date for date in _dates(citation, answer.question.kind) if date is not told], texts
        )
        for number, citation in enumerate(answer.citations, 1)
    )
    return Reply(
        title=label(_capitalised(texts.date(value, True)), TITLE // 2) if value else "",
        head="\n".join(line for line in head if line),
        blocks=blocks,
        foot="\n".join(_notes(answer, texts)),
        asked=asked,
        texts=texts,
    )


def _told(answer: Answer) -> DateExpression | None:
    """The date of the first quote that gives the value that the answer leads with."""
    value = lead(answer)
    return next((date for date in answer.citations[0].dates if value and date.value == value), None)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _dates(citation: Citation, kind: Kind) -> list[DateExpression]:
    """The dates of a quote whose derivation is worth telling: if a date was asked for, only the one that gives it."""
    asked = asked_date(citation) if kind is Kind.WHEN else None
    told = [asked] if asked else citation.dates
    return [date for date in told if date.points and date.derived]


def _quote_block(citation: Citation, number: int, dates: Sequence[DateExpression], texts: Texts) -> Block:
    """A quote with its source and the derivation of these dates in it."""
    source = quoted_from(citation.sentence, number, texts)
    if not showable(citation.quote):
        withheld = f"{texts.not_showable}\n{source}"
        return Block(withheld, withheld)
    spans = [citation.within(*place) for place in citation.matched]
    lines = [subtext(above.text) for above in citation.under if showable(above.text)]
    lines += [block_quote(bold(citation.quote, spans)), source, *also_in(citation.also, texts)]
    lines += [
        _derivation(date, f": {label(texts.date(date.value, True), 100) if date.value else texts.not_known}", texts)
        for date in dates[:MOST_DERIVATIONS]
    ]
    return Block("\n".join(lines), f"{texts.too_long}\n{source}")


def _derivation(date: DateExpression, said: str, texts: Texts) -> str:
    basis = texts.basis(date.basis)
    return f"-# “{label(date.phrase, 100)}”{said}" + (f" ({label(basis, 200)})" if basis else "")


def _agreement(agreement: Agreement, citations: Sequence[Citation], texts: Texts) -> str:
    """A line that says who says what, or that several documents say the same; "" where one document speaks alone."""
    telling = {citations[position].document.key for value in agreement.values for position in value.citations}
    if agreement.agrees:
        agreed = texts.agree.format(count=len(telling), kind=texts.kinds[agreement.kind])
        return f"-# {agreed}" if len(telling) > 1 else ""
    told = []
    for value in agreement.values:
        marks = " ".join(rf"\[{position + 1}\]" for position in value.citations)
        told.append(f"{_in_words(agreement, value.value, texts)} {marks}")
    who = texts.disagree if len(telling) > 1 else texts.one_names_several
    return f"**{who}:** {' · '.join(told)}{_newest(agreement, texts)}"


def _newest(agreement: Agreement, texts: Texts) -> str:
    newest = agreement.newest
    if newest is None:
        return ""
    day = texts.date(newest.published.isoformat(), False)
    return f"; {texts.newest.format(value=_in_words(agreement, newest.value, texts), day=day)}"


def _in_words(agreement: Agreement, value: str, texts: Texts) -> str:
    words = {"date": texts.date(value, False), "number": texts.number(value)}.get(agreement.kind, value)
    return label(words, 60)


def _notes(answer: Answer, texts: Texts) -> list[str]:
    notes = []
    if answer.corrected:
        pairs = [
            texts.searched_instead.format(typed=label(typed, 60), searched=label(searched, 60))
            for typed, searched in answer.corrected[:5]
        ]
        notes.append(f"-# {_capitalised('; '.join(pairs))}.")
    if answer.missing and answer.answered:
        notes.append(f"-# {texts.not_in_sources.format(words=_words(answer.missing))}")
    if language := texts.languages.get(of_answer(answer) or ""):
        told = texts.foreign_source if answer.answered else texts.foreign_question
        notes.append(f"-# {told.format(language=language)}")
    return notes


def _words(words: Sequence[str]) -> str:
    return ", ".join(f"*{label(word, 60)}*" for word in words[:5])


def _nothing_found(answer: Answer, asked: str, may_add: bool, texts: Texts) -> Reply:
    said = texts.no_answer
    if answer.missing:
        said += f" {texts.not_mentioned.format(words=_words(answer.missing))}"
    blocks = []
    if answer.nearest:
        lines = [
            source_line(document, masked_link(texts.open, document.url), texts=texts) for document in answer.nearest[:3]
        ]
        blocks = [Block(text := "\n".join([texts.worth_reading, *lines]), text)]
    foot = "\n".join([*_notes(answer, texts), *([f"-# {texts.add_some}"] if may_add else [])])
    return Reply(head=said, blocks=tuple(blocks), foot=foot, asked=asked, colour=NOT_FOUND, texts=texts)


def hits_reply(query: str, hits: Sequence[Hit], *, head: str = "", texts: Texts = ENGLISH) -> Reply:
    """Search results, best first, each with its source, the matched words in bold; `head` is Markdown to put above."""
    asked = plain_label(query, AUTHOR)
    if not hits:
        return Reply(head=texts.nothing_matches, asked=asked, colour=NOT_FOUND, texts=texts)
    analyzer = Analyzer()
    blocks = tuple(_hit_block(hit, number, analyzer, texts) for number, hit in enumerate(hits, 1))
    return Reply(head=head, blocks=blocks, asked=asked, texts=texts)


def _hit_block(hit: Hit, number: int, analyzer: Analyzer, texts: Texts) -> Block:
    passage, source = hit.passage, quoted_from(hit.passage, number, texts)
    if not showable(passage.text):
        withheld = f"{texts.not_showable}\n{source}"
        return Block(withheld, withheld)
    spans = [(token.start, token.end) for token in analyzer.tokens(passage.text) if token.term in hit.matched]
    return Block(f"{block_quote(bold(passage.text, spans))}\n{source}", f"{texts.too_long}\n{source}")
