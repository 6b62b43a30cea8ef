"""From an alignment to the edits that made the quotation out of the text: kept, left out, added, replaced."""

from collections.abc import Iterator
from dataclasses import dataclass

from answer.quotation.aligning import Alignment, Run, equal
from answer.quotation.meaning import concerns
from answer.quotation.model import FORM, About, Act, Edit
from answer.quotation.words import Words, WordSpan

BEYOND = 4  # words at either end of a quotation that may stand for as many words of the text


@dataclass(frozen=True, slots=True)
class Difference:
    """The edits of a part of a quotation, the words of the text that it covers, and how much both have in common.

    `quoted` and `stored` are positions of words; `similarity` is from 0 to 1.
    """

    edits: tuple[Edit, ...]
    quoted: WordSpan
    stored: WordSpan
    similarity: float


def difference(
    quote: Words, text: Words, alignment: Alignment, first: int, last: int, misspelt: frozenset[int]
) -> Difference:
    """How the quotation's words `first` to `last` differ from the text that they are aligned with.

    `misspelt` are the positions of words that no document holds.
    """
    runs = _extended(quote, text, alignment, first, last)
    steps = _Steps(quote, text, misspelt)
    edits: list[Edit] = []
    at, there = first, runs[0][1]
    for i, j, length in runs:
        if i > at or j > there:
            edits.append(steps.changed((at, i), (there, j)))
        edits += steps.same(i, j, length)
        at, there = i + length, j + length
    if at < last:
        edits.append(steps.changed((at, last), (there, there)))
    stored = (runs[0][1], there)
    return Difference(tuple(edits), (first, last), stored, _similarity(edits))


def _extended(quote: Words, text: Words, alignment: Alignment, first: int, last: int) -> list[Run]:
    """The runs of the alignment, with an empty one at either end where words of the text were replaced there."""
    runs = list(alignment.runs)
    missing = alignment.first - first
    if 0 < missing <= BEYOND and not _between_marks(quote, first + 1, alignment.first + 1):
        start = alignment.start
        while start > 0 and alignment.start - start < missing and _goes_on(text, start):
            start -= 1
        found = equal(quote, text, (first, alignment.first), (start, alignment.start))
        begin = found[0][1] - (found[0][0] - first) if found else start
        runs = [(first, max(start, begin), 0), *found, *runs]
    missing = last - alignment.last
    if 0 < missing <= BEYOND and not _between_marks(quote, alignment.last, last):
        end = alignment.end
        while end < len(text) and end - alignment.end < missing and _goes_on(text, end):
            end += 1
        found = equal(quote, text, (alignment.last, last), (alignment.end, end))
        final = found[-1][1] + found[-1][2] + last - found[-1][0] - found[-1][2] if found else end
        runs = [*runs, *found, (last, min(end, final), 0)]
    return runs


def _between_marks(quote: Words, first: int, last: int) -> bool:
    """Whether an ellipsis stands before one of these words, or a dash before words that whoever quotes has put in."""
    return any(
        "…" in quote.before[i] or ("-" in quote.before[i] and i in quote.own)
        for i in range(first, min(last, len(quote)))
    )


def _goes_on(text: Words, word: int) -> bool:
    """Whether the sentence goes on from the word before to this one."""
    return not any(mark in text.before[word] for mark in ".!?")


def _similarity(edits: list[Edit]) -> float:
    """Dice's coefficient of the words; what is marked does not count, and form is not held against them."""
    both = either = 0
    for edit in edits:
        quoted, stored = len(edit.quoted.split()), len(edit.stored.split())
        if edit.act is Act.KEPT or FORM.issuperset(edit.about):
            both += 2 * max(quoted, stored)
            either += 2 * max(quoted, stored)
        elif not edit.marked:
            either += quoted + stored
    return both / either if either else 0.0


@dataclass(frozen=True, slots=True)
class _Steps:
    """Turns stretches of words, equal or not, into edits."""

    quote: Words
    text: Words
    misspelt: frozenset[int]

    def changed(self, quoted: WordSpan, stored: WordSpan) -> Edit:
        """The edit for words that are not the same; one of the spans may be empty."""
        act = Act.REPLACED
        if quoted[0] == quoted[1]:
            act = Act.LEFT_OUT
        elif stored[0] == stored[1]:
            act = Act.ADDED
        about = concerns(self.quote, quoted, self.text, stored, self.misspelt)
        return Edit(act, self.quote.written(*quoted), self.text.written(*stored), about, self._marked(quoted, stored))

    def same(self, i: int, j: int, length: int) -> Iterator[Edit]:
        """The edits for words that are the same but for case, diacritics and the punctuation between them."""
        kept = 0
        for k in range(length):
            punctuation = self._punctuation(i + k, j + k) if k else None
            about = self._form(i + k, j + k)
            if punctuation or about:
                yield from self._kept(i, j, kept, k)
                kept = k
            if punctuation:
                yield punctuation
            if about:
                written = self.quote.written(i + k, i + k + 1), self.text.written(j + k, j + k + 1)
                yield Edit(Act.REPLACED, *written, about, i + k in self.quote.own and j + k not in self.text.own)
                kept = k + 1
        yield from self._kept(i, j, kept, length)

    def _kept(self, i: int, j: int, start: int, end: int) -> Iterator[Edit]:
        if start < end:
            yield Edit(Act.KEPT, self.quote.written(i + start, i + end), self.text.written(j + start, j + end))

    def _form(self, i: int, j: int) -> tuple[About, ...]:
        ours, theirs = self.quote.exact[i], self.text.exact[j]
        if ours == theirs:
            return ()
        return (About.CASE,) if ours.casefold() == theirs.casefold() else (About.DIACRITICS,)

    def _punctuation(self, i: int, j: int) -> Edit | None:
        """The edit for what stands before a word, if it is not the same and the quotation marks no omission there."""
        ours, theirs = self.quote.before[i].strip(), self.text.before[j].strip()
        if ours == theirs or "…" in ours:
            return None
        quoted = self.quote.text[self.quote.ends[i - 1] : self.quote.starts[i]].strip()
        stored = self.text.text[self.text.ends[j - 1] : self.text.starts[j]].strip()
        act = Act.REPLACED if ours and theirs else Act.ADDED if ours else Act.LEFT_OUT
        return Edit(act, quoted, stored, (About.PUNCTUATION,), False)

    def _marked(self, quoted: WordSpan, stored: WordSpan) -> bool:
        """Whether the quotation owns up to a change: by an ellipsis, by brackets, or by brackets inside a word."""
        (a, b), (c, d) = quoted, stored
        if a == b:
            footnote = all(j in self.text.own and self.text.exact[j].isdigit() for j in range(c, d))
            return footnote or (self._ellipsis(self.quote, a, a) and not self._ellipsis(self.text, c, d))
        return not self._brackets_of_the_text(quoted, stored) and all(
            i in self.quote.own or self._glued(i) for i in range(a, b)
        )

    def _brackets_of_the_text(self, quoted: WordSpan, stored: WordSpan) -> bool:
        """Whether the brackets are not the quoter's: what they replace, or half of what is in them, has some too."""
        replaced = range(*stored)
        if replaced and self.text.own.issuperset(replaced):
            return True
        theirs = {self.text.folded[j] for j in self.text.own}
        shared = sum(self.quote.folded[i] in theirs for i in range(*quoted))
        return 2 * shared >= quoted[1] - quoted[0]

    @staticmethod
    def _ellipsis(words: Words, first: int, last: int) -> bool:
        return any("…" in words.before[i] for i in range(first, min(last + 1, len(words))))

    def _glued(self, i: int) -> bool:
        """Whether brackets inside a word begin or end here: "[T]he", "kill[ed]"."""
        before = i in self.quote.own or i - 1 in self.quote.own
        after = i + 1 in self.quote.own
        return (before and self.quote.before[i] == "") or (
            after and i + 1 < len(self.quote) and self.quote.before[i + 1] == ""
        )
