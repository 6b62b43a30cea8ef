"""Follow-up questions: "and who led it?" is asked with the topic of the question before it."""

import re

from answer.dates import find_dates
from answer.model import Kind
from answer.question import understand
from answer.words import AUXILIARIES, FUNCTION_WORDS
from index.analysis import Analyzer

FEW_WORDS = 2  # of its own, without a name: such a question leans on the one before it

_LEADING = re.compile(r"(?:(?:and|but|or|also|then|so|ok|okay)\b[\s,]*)+", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:what|how) about\s+(?P<other>.+)", re.IGNORECASE)
_STANDS_FOR_IT = re.compile(
    r"\b(?:it|he|she|they|him|them|that(?=\s*[?.!]*$)|this(?=\s*[?.!]*$))\b(?!['’])", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"\b(?:its|his|her|their|that|this|those|these|one|ones|theirs|hers)\b"
    # "who lives there", but not "is there a ferry"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bwill )\bthere\b(?! (?:is|are|was|were|be|been)\b)",
    re.IGNORECASE,
)
_HELPED_BY_DO = re.compile(r"\b(?:did|does|do)\b", re.IGNORECASE)
_HELPED_BY_BE = re.compile(r"\b(?:was|were|is|are|been)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:did|does|do|was|were|is|are|has|have|had|will)\s+(?:(?:the|an?)\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^an?\s+(?=\w)", re.IGNORECASE)
_PLURAL = re.compile(r"(?:(?<![sui])s|children|people|men)$")
_OBJECT = re.compile(r"\bthe\s+(?=\w)", re.IGNORECASE)
# "who captured " in "who captured Raqqa"
_WHO_DID = re.compile(rf"who\s+(?!(?:{'|'.join(AUXILIARIES)})\b)\w+\s+", re.IGNORECASE)
_ADDED = re.compile(r"\(([^()]+)\)$")  # by an earlier joining: "who led the assault (the Hajin offensive)"
_DEFINES = re.compile(r"(?:who|what)(?:['’]s|\s+(?:is|was|are|were))\s", re.IGNORECASE)
_AMOUNT = re.compile(r"\bhow\s+(?:many|much|long|far|old|often|tall|high|deep|big|large)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


def join(follow_up: str, earlier: str, analyzer: Analyzer, *, replied: bool = True) -> str:
    """The follow-up as a question that can be asked on its own; unchanged where it already is one.

    A pronoun gives way to the topic of the earlier question ("who led the Hajin offensive"); "what about X" asks the
    earlier question about X; a question that only points back gets the topic added in brackets, unless it has it
    already. Few words of its own point back as well where somebody has `replied` to an answer, and not only asked next.
    """
    question = understand(follow_up, analyzer)
    asked = _LEADING.sub("", question.asked, count=1).strip() if _LEADING.match(question.asked) else question.asked
    led_on = asked != question.asked
    asked = asked.rstrip(" ?!.")
    before = understand(earlier, analyzer).asked.rstrip(" ?!.")
    if not asked or not understand(before, analyzer).weights:
        return follow_up
    if found := _INSTEAD.fullmatch(asked):
        return _about(found["other"], before, analyzer)
    if led_on and question.kind is Kind.TOPIC and len(asked.split()) <= 4 and not _refers(asked):
        return _about(asked, before, analyzer)
    if _STANDS_FOR_IT.search(asked):
        return _STANDS_FOR_IT.sub(lambda _: topic(before, analyzer), asked, count=1)
    own = understand(asked, analyzer)
    if not own.weights:
        return f"{asked} ({_content(before)})"
    leans = replied and len(own.weights) <= FEW_WORDS and not own.names and not _DEFINES.match(asked)
    about = topic(before, analyzer)
    has_it = own.weights.keys() >= understand(about, analyzer).weights.keys()
    if (led_on or leans or _POINTS_BACK.search(asked)) and not has_it:
        return f"{asked} ({about})"
    return follow_up


def topic(earlier: str, analyzer: Analyzer) -> str:
    """What a question is about, in its own words: a name with the words that belong to it, else its subject."""
    question = understand(earlier, analyzer)
    asked = _AMOUNT.sub("how", question.asked.rstrip(" ?!."))
    if (added := _ADDED.search(asked)) and _is_thing(added[1]):
        return added[1]
    if question.names:
        name = question.names[-1]
        before, _, after = asked.partition(name)
    elif (found := _SUBJECT.search(asked)) and _names_thing(_run(asked[found.end() :]), found[0]):
        name, before, after = "", asked[: found.end()].rstrip() + " ", asked[found.end() :]
    elif (found := _OBJECT.search(asked)) and (words := _run(asked[found.end() :])):
        return f"the {' '.join(words)}"
    else:
        return _content(_WHO_DID.sub("", asked, count=1))
    run = [name, *_run(after)] if name else _run(after)
    if len(run) > 1 and _is_verb(run[-1], before):
        run.pop()
    article = "the " if before.lower().endswith("the ") else ""
    return article + " ".join(run) if run else _content(asked)


def _run(text: str) -> list[str]:
    """The words at the beginning of a text, up to the first that carries no matter."""
    words = text.split()
    ends = (at for at, word in enumerate(words) if word.lower() in FUNCTION_WORDS or not _WORD.fullmatch(word))
    return words[: next(ends, len(words))]


def _names_thing(run: list[str], before: str) -> bool:
    """Whether words behind a verb name its subject: not "killed" in "how many were killed by the storm"."""
    return len(run) > 1 or (len(run) == 1 and not _is_verb(run[0], before))


def _refers(asked: str) -> bool:
    return bool(_STANDS_FOR_IT.search(asked) or _POINTS_BACK.search(asked))


def _about(other: str, before: str, analyzer: Analyzer) -> str:
    """The earlier question about something else: in the place of its topic where both are things of the same form
    ("kasra" and "dubeyn", "the bridge" and "the pier"), in that of its name where both are names, else after it."""
    about, bare = topic(before, analyzer), _ARTICLE.sub("", other)
    if about in before and _is_thing(bare) and _form(about, before) == _form(bare, other):
        return before.replace(about, bare, 1)
    theirs, ours = understand(before, analyzer).names, understand(other, analyzer).names
    if theirs and ours and other.lower().removeprefix("the ").startswith(ours[0].lower()):
        return before.replace(theirs[-1], other.removeprefix("the ").removeprefix("The "), 1)
    return f"{before} {bare}"


def _form(words: str, within: str) -> tuple[str, bool]:
    """The article that words have in a question, "t", "a" or "", and whether they are a plural."""
    bare = words.lower().removeprefix("the ")
    led = re.search(rf"\b(the|an?)\s+{re.escape(bare)}", within.lower())
    return led[1][0] if led else "", bool(_PLURAL.search(bare))


def _is_thing(words: str) -> bool:
    """Whether words name a thing, as "the pier" does, but not "in winter", "his brother", "now" or "opened"."""
    first, *_ = words.lower().removeprefix("the ").split() or [""]
    is_word = first and first not in FUNCTION_WORDS and not first.endswith("ed")
    return bool(is_word) and all(date.phrase != words for date in find_dates(words, None))


def _content(asked: str) -> str:
    """The words of a question that carry its matter, without the verb at its end; the question itself without any."""
    words = [word for word in _WORD.findall(_AMOUNT.sub("", asked)) if word.lower() not in FUNCTION_WORDS]
    if len(words) > 1 and asked.endswith(words[-1]) and _is_verb(words[-1], asked):
        words.pop()
    return " ".join(words) or asked


def _is_verb(last: str, before: str) -> bool:
    """Whether the last of some words is their verb: after "did" it is, after "was" where it ends as one."""
    return bool(_HELPED_BY_DO.search(before) or (_HELPED_BY_BE.search(before) and last.endswith("ed")))
