"""Understanding a question: what kind it is, what it asks for, and which of its words are searched."""

import re
from collections.abc import Iterator, Sequence

from answer.model import Kind, Question
from answer.words import (
    AUXILIARIES,
    BESIDE_ROLES,
    BESIDE_SMALL_TALK,
    CONTRACTIONS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    ROLES,
    SMALL_TALK,
)
from index.analysis import Analyzer

# What people write around a question in a chat; peeled from both ends until nothing more comes off.
_OPENINGS = re.compile(
    r"""(?: (?:<@[!&]?\d+>|<a?:\w+:\d+>|@\w+)
        | (?:hey|hi|hello|yo|ok|okay|so|well|um+|uh+|pls|plz|please|thanks|guys|all|everyone|bot|folks|quick\ question
            |just\ (?:wondering|curious)|one\ more(?:\ thing)?|question)\b(?!\ (?:is|was|are|were|of)\b)
        | (?:can|could|would|will)\ (?:you|u|anyone|someone|somebody|anybody)\ (?:please\ |pls\ |kindly\ )?
            (?:tell|explain|say|let)(?:\ (?:me|us|to\ me))?(?:\ know)?(?:\ about)?\b
        | (?:do|does|did)\ (?:you|u|anyone|anybody|someone|somebody)\ (?:happen\ to\ )?know(?:s)?(?:\ about)?\b
        | (?:any(?:one|body)|some(?:one|body))\ knows?\b | any\ idea\b
        | (?:please\ |pls\ )?tell\ (?:me|us)(?:\ about)?\b
        | i(?:'m|’m|\ am)?\ (?:want|need|would\ like|was\ wondering|wonder|wondering|like)(?:\ to\ know|\ to\ ask)?
            (?:\ about)?\b(?=\ (?:who|whom|whose|what|when|where|why|which|how|if|about))
        | if\b(?=\ (?:you|u)\ know)
        )[\s,.:;!…–—-]*""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSINGS = re.compile(
    r"""[\s,.!?…:;–—-]*(?:<a?:\w+:\d+>|<@[!&]?\d+>|\b(?:pls|plz|please|thanks|thank\ you|thx|ty|lol|bot|guys|anyone)
        |[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+)[\s,.!?…]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LINK = re.compile(r"https?://\S+")
_IN_CHAT = re.compile(rf"<[^<>\s]*>|{_LINK.pattern}")  # mentions, custom emoji, timestamps, addresses
# It says where to look, not what for; what follows ("… on Raqqa") stays.
_ACCORDING = re.compile(
    r",?\s*\baccording to (?:the|this|that|these|those|your|a|an|any) "
    r"(?:reports?|articles?|documents?|texts?|sources?|papers?|stud(?:y|ies)|corpus)\b(?: (?:on|about|by|from|of)\b)?",
    re.IGNORECASE,
)

_TIME_NOUN = r"(?:year|years|date|day|month|time|century|decade|season|era|period|hour|week|weekday)"
_PLACE_NOUN = (
    r"(?:country|countries|city|cities|town|towns|village|villages|state|states|place|places|location|continent"
    r"|region|province|county|island|river|street|district|area)"
)
_WHO_NOUN = (
    r"(?:person|people|man|woman|men|women|actor|actress|singer|president|king|queen|author|artist|band|group|team"
    r"|player|leader|commander|minister|scientist|composer|director|company|organi[sz]ation|politician|general)"
)
_AMOUNT_NOUN = (
    r"(?:number|population|percentage|percent|proportion|share|amount|size|height|length|width|depth|weight|age|cost"
    r"|price|rate|temperature|speed|distance|area|value|salary|budget|total|capacity)"
)
_NO_NAME = "|".join(sorted(FUNCTION_WORDS - {"s", "t"} | ROLES | BESIDE_ROLES))
_PERSON = rf"(?!(?:{_NO_NAME})\b|\w+(?:ed|ing|['’]s)\b)[\w'’.-]+"
_ANY = r"(?:\w+[ ]){0,2}?"

# The first rule that fits decides; a question word anywhere counts only after those at the start.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Kind.WHY, r"^(?:why|how come)\b|^what (?:is|was|are|were) the (?:reason|cause)|^for what reason"),
        (Kind.HOW_LONG, r"\bhow (?:long|old)\b(?! ago)"),
        (Kind.WHEN, r"^(?:when|since when|until when|how long ago|how recently)\b"),
        (Kind.WHEN, rf"\b(?:what|which|in what|on what|on which|in which) {_ANY}{_TIME_NOUN}\b(?! of\b)"),
        (Kind.WHEN, rf"^(?:what|which) (?:is|was|are|were) the {_ANY}{_TIME_NOUN}\b"),
        (Kind.HOW_FAR, r"\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast|close|near)\b"),
        (Kind.HOW_MANY, r"\bhow (?:many|much|often|strong|hot|cold|warm)\b"),
        (Kind.HOW_MANY, rf"^(?:what|which) (?:is|was|are|were) the {_ANY}{_AMOUNT_NOUN}\b"),
        (Kind.HOW_MANY, rf"^what {_AMOUNT_NOUN}\b"),
        (
            Kind.SPEECH,
            r"^what (?:did|does|has|have|do|had) .{2,80}?\b(?:say|said|says|claim|claimed|state|stated|announce"
            r"|announced|promise|promised|warn|warned|tell|told|declare|declared|think|argue|argued)\b",
        ),
        # "who is Mara Lind" asks what she is; "who is the chair" and "who was elected mayor" ask for a name.
        (Kind.DEFINITION, rf"^who(?:['’]?s| is| was| are| were) {_PERSON}(?: {_PERSON}){{1,3}}\s*\??$"),
        (Kind.WHO, r"^(?:who|whom|whose|by whom|to whom|with whom)\b"),
        (Kind.WHO, rf"^(?:what|which) {_ANY}{_WHO_NOUN}\b|^what (?:is|was) the name of the {_ANY}{_WHO_NOUN}\b"),
        (Kind.WHERE, rf"^(?:where|whereabouts)\b|^(?:in |at |to |from |on )?(?:what|which) {_ANY}{_PLACE_NOUN}\b"),
        (Kind.WHERE, r"^what (?:is|was) the (?:capital|location|birthplace|venue|setting)\b"),
        (Kind.WHICH, r"^(?:in |at |to |from |on |by |for |of |with )?which\b|^what (?:kind|type|sort)s? of\b"),
        (
            Kind.DEFINITION,
            r"^(?:what|who)(?:'s|’s| is| are| was| were) (?:an? |the )?[\w'’.-]+(?: [\w'’.-]+)?\s*\??$"
            r"|^what does .+ (?:mean|stand for)\b|^(?:define|meaning of|definition of)\b|^what is meant by\b",
        ),
        (Kind.WHAT, r"^(?:in |at |to |from |on |by |for |of |with )?what(?:'s|’s)?\b"),
        (Kind.HOW, r"^how\b"),
        (Kind.TOPIC, r"^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b"),
        (Kind.WHO, r"\b(?:who|whom|whose)\b"),
        (Kind.WHEN, r"\bwhen\b(?!ever)"),
        (Kind.WHERE, r"\bwhere\b"),
        (Kind.WHY, r"\bwhy\b"),
        (Kind.WHAT, r"\bwhat\b"),
        (Kind.WHICH, r"\bwhich\b"),
    )
)
_FOCUS = re.compile(r"\b(?:how many|how much|what|which)\s+((?:[\w'’-]+\s*){1,5})", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_SPOKEN = re.compile(r"\w[\w'’]*")
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?:\s+(?:of\s+|al-|the\s+)?[A-Z][\w'’-]*)*")


_OF_FORM = FUNCTION_WORDS | CONTRACTIONS
_COUNTING = frozenset({("how", "many"), ("how", "much")})
# How question words, and other short words of grammar, come out of hasty fingers.
_HASTY = {
    "wen": "when", "whn": "when", "wehn": "when", "whne": "when", "hwen": "when", "wat": "what", "wut": "what",
    "waht": "what", "whta": "what", "hwat": "what", "wht": "what", "whats": "what", "wats": "what", "hwo": "how",
    "woh": "who", "whos": "who", "whoes": "whose", "wich": "which", "whcih": "which", "whihc": "which",
    "wher": "where", "whre": "where", "wheer": "where", "wheres": "where", "whens": "when", "hows": "how",
    "whys": "why", "teh": "the", "hte": "the", "adn": "and", "nad": "and", "taht": "that", "thta": "that", "fo": "of",
}  # fmt: skip


def _spelt(asked: str) -> str:
    """The question with its question words spelt right, for telling its kind."""
    return re.sub(r"\w+", lambda word: _HASTY.get(word[0].lower(), word[0]), asked)


def strip_chat(text: str) -> str:
    """The question without greetings, mentions, links, emoji and thanks; the whole text if nothing else is left."""
    asked = _ACCORDING.sub(" ", _LINK.sub(" ", text))
    asked = re.sub(r"\s+", " ", asked).strip()
    while (opening := _OPENINGS.match(asked)) and opening.end() < len(asked):
        asked = asked[opening.end() :]
    while (closing := _CLOSINGS.search(asked)) and closing.start() > 0:
        asked = asked[: closing.start()]
    return asked.strip(" ?!.,;:…") or text.strip()


def is_small_talk(text: str) -> bool:
    """Whether a message asks nothing: small talk in English ("ok cool", "are you sure"), or no word at all."""
    said = {word.lower().replace("’", "'") for word in _SPOKEN.findall(_IN_CHAT.sub(" ", text))}
    return not said or (said <= SMALL_TALK | BESIDE_SMALL_TALK and not said.isdisjoint(SMALL_TALK))


def kind_of(asked: str) -> Kind:
    """The kind of a question; a text without any question word is a topic."""
    return next((kind for kind, pattern in _KINDS if pattern.search(asked)), Kind.TOPIC)


def _focus_words(asked: str) -> Iterator[str]:
    """The words of the noun phrase that follows "how many", "which" or "what", up to the verb or preposition."""
    match = _FOCUS.search(asked)
    for word in _WORD.findall(match[1]) if match else ():
        if word.lower() in AUXILIARIES | PREPOSITIONS:
            return
        if word.lower() not in FUNCTION_WORDS:
            yield word


def _names(asked: str) -> tuple[str, ...]:
    """Capitalised names; the first word counts only when more than the sentence's beginning explains its capital."""
    return tuple(name for m in _NAME.finditer(asked) if (name := m[0]) and name.lower() not in FUNCTION_WORDS)


def understand(text: str, analyzer: Analyzer) -> Question:
    """Read a question. Never raises; a question of function words only has no weights.

    The weights are 1.0 a mention for content words; words that only carry the question's form are not searched.
    """
    asked = strip_chat(text)
    spelt = _spelt(asked)
    weights: dict[str, float] = {}
    former = ""
    for token in analyzer.tokens(asked):
        word = asked[token.start : token.end].lower().replace("’", "'")
        word = _HASTY.get(word, word)
        if word not in _OF_FORM and (former, word) not in _COUNTING:
            weights[token.term] = weights.get(token.term, 0.0) + 1.0
        former = word
    return Question(
        text=text,
        asked=asked,
        kind=kind_of(spelt),
        weights=weights,
        focus=_terms(list(_focus_words(spelt)), analyzer),
        names=_names(asked),
    )


def _terms(words: Sequence[str], analyzer: Analyzer) -> tuple[str, ...]:
    return tuple(term for word in words for term in analyzer.terms(word))
