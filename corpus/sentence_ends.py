"""Whether a sentence ends where the splitter says so: what it took apart wrongly belongs together."""

import re

# Characters of what stands before that are worth a look: more than any run of references behind a sentence.
LOOKED_BACK = 200
_LONGEST_ABBREVIATION = 12  # characters
_WORD = re.compile(r"\w")
# What may follow the mark that ends a sentence: closing marks of any language, emphasis and references, as in
# "… to 45 %.” [1] [2]".
AFTER_THE_END = r"(?:[\"'”’»“‘«)\]}*_¹²³\s]|\[[^\[\]]{0,40}\])*$"
STOPS = ".!?…。！？．｡।॥؟۔።။។"
_ENDED = re.compile(rf"[{STOPS}:;]{AFTER_THE_END}")
_CALLED_OUT = re.compile(rf"[!?]{AFTER_THE_END}")
_ET_AL = re.compile(r"\bal\.\s*(?:\[[^\[\]]{0,40}\]|\([^()]{0,40}\))?\s*$")
# What numbers an item of a list or a heading: "7.", "b)", "iv."
_MARKER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,4})[.)]\s*")
_LONGEST_MARKER = 10  # characters
_OPENING_MARKS = "([{\"'“‘«„–"
# What no sentence ends with, since a name or something else must follow.
_LEADING = frozenset(
    """Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gen Lt Maj Col Sgt Capt Cmdr Rev Hon Sen Sens Rep Reps Gov Govs Pres
    Amb Supt St Mt Ft vs cf viz e.g i.e E.g I.e approx Approx incl Incl excl Excl""".split()
)
# Of these, what a sentence may end with all the same.
_OF_PLACES = frozenset("St Mt Ft".split())
# What no sentence ends with where a number follows.
_BEFORE_A_NUMBER = frozenset("no nos fig figs eq eqs ch chs sec sect vol vols ref refs est max min avg tel".split())
# A stop without a space behind it is part of a name ("queue.Job", "./make.sh"), unless a word follows that begins
# sentences and no names: that space was forgotten.
_GLUED = re.compile(r"(?=[A-Za-z0-9_/\\])[A-Za-z]*")
_OPENINGS = frozenset(
    """according after an and as at but for he his how i if in it now on our she so the then there these they this those
    to we what when while you""".split()
)


def goes_on(before: str, piece: str) -> bool:
    """Whether a piece of a paragraph belongs to the sentence before it, of which `before` is the end.

    Lone punctuation does, and so does what follows where nothing ended: "Wong et al. [29] | found", "(Ito et al., |
    2008)", "Panic! | at the Disco", "Ms. | Vance", "queue. | Job".
    """
    start = piece.lstrip()
    if start[:1] in ",;:)" or not _WORD.search(piece):
        return True
    small = start[0].islower()
    if small and (_CALLED_OUT.search(before) or _ET_AL.search(before)):
        return True
    if before.rstrip().endswith("."):  # as nearly all do, and the long pattern takes long
        return _is_glued(before, piece) or _is_abbreviated(before, start)
    return not _ENDED.search(before)


def is_marker(sentence: str) -> bool:
    """Whether a sentence is but the number or letter of an item, which belongs to what follows it."""
    return len(sentence) <= _LONGEST_MARKER and _MARKER.fullmatch(sentence) is not None


def _is_glued(before: str, piece: str) -> bool:
    word = _GLUED.match(piece) if before.endswith(".") else None
    return word is not None and word[0].lower() not in _OPENINGS


def _is_abbreviated(before: str, following: str) -> bool:
    word = before[-_LONGEST_ABBREVIATION:].rstrip(". ").rpartition(" ")[2].rpartition("—")[2].lstrip(_OPENING_MARKS)
    if word in _OF_PLACES and (after := _GLUED.match(following)) and after[0].lower() in _OPENINGS:
        return False  # "He lives on Main St. He left."
    return word in _LEADING or (following[0].isdecimal() and word.lower() in _BEFORE_A_NUMBER)
