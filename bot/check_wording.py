"""A check in words, for people: the verdict in a sentence, and what each change concerns."""

from answer.quotation import Check, Edit, Match, PlaceId, Verdict
from answer.quotation.model import FORM, About

CONCERNS = {
    About.NUMBER: "a number",
    About.NEGATION: "a negation",
    About.NAME: "a name",
    About.DATE: "a date",
}
CHANGED_SINCE = "The document of this id was changed or removed: its words cannot be vouched for."


def verdict_in_words(given: Check) -> str:
    """The verdict in one sentence."""
    if given.verdict is Verdict.ABSENT and PlaceId.read(given.quote):
        return CHANGED_SINCE
    if given.too_short:
        return "Too short to be traced: give at least three words of the quotation, or a rare long one."
    if given.verdict is Verdict.ABSENT:
        return "Absent: this stands in none of the documents."
    parts, places = len(given.parts), len(given.matches)
    where = f"in {places} places" if parts == 1 and places > 1 else ""
    if given.verdict is Verdict.EXACT:
        return f"Exact: to the letter{f', {where}' if where else ''}."
    if given.spliced:
        return f"Altered: put together from {parts} places."
    changed = [edit for edit in given.parts[0][0].changes if not edit.marked]
    if parts == 1 and all(FORM.issuperset(edit.about) for edit in changed):
        return "Altered in form only: the words are the source's."
    return f"Altered: not what the source says{f', {where}' if where else ''}."


def pointed_out(match: Match) -> list[str]:
    """The changes that can turn the meaning, each in a line: "a number: “300” for “340”"."""
    return [f"{concern}: {edit_in_words(edit)}" for edit in match.changes if (concern := _concern(edit))]


def edit_in_words(edit: Edit) -> str:
    """What became of which words."""
    mark = " (marked)" if edit.marked else ""
    if not edit.quoted:
        return f"“{edit.stored}” left out{mark}"
    return f"“{edit.quoted}” {f'for “{edit.stored}”' if edit.stored else 'added'}{mark}"


def _concern(edit: Edit) -> str:
    return " and ".join(CONCERNS[about] for about in edit.about if about in CONCERNS)
