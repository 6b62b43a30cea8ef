"""What the bot says about a checked quotation, in its languages."""

from dataclasses import dataclass

from answer.quotation.model import About
from bot.check_wording import CHANGED_SINCE, CONCERNS


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """Sentences of one language; names in braces are filled in."""

    exact: str
    altered: str
    form_only: str
    spliced: str
    absent: str
    too_short: str
    changed_since: str
    nearest: str
    part: str
    left_out: str
    added: str
    replaced: str
    marked: str
    said_by: str
    copies: str
    also: str
    more_places: str
    cite: str
    cite_gone: str
    concerns: dict[About, str]


ENGLISH = CheckTexts(
    exact="Exact: to the letter",
    altered="Altered: not what the source says",
    form_only="Altered in form only",
    spliced="Altered: put together from {count} places",
    absent="That stands in none of these sources.",
    too_short="That is too short to be traced: give at least three words of the quotation, or a rare long one.",
    changed_since=CHANGED_SINCE,
    nearest="The nearest passage, which is **no match**:",
    part="Part {number}: “{words}”",
    left_out="left out: **{stored}**",
    added="added: **{quoted}**",
    replaced="**{quoted}** where the source has **{stored}**",
    marked="marked as such",
    said_by="Said there by {name}",
    copies="Copied later: {titles}",
    also="Also in: {titles}",
    more_places="More places that hold it: {count}.",
    cite="Cite",
    cite_gone="This document has changed or is no longer here; please check the quotation again.",
    concerns=CONCERNS,
)

GERMAN = CheckTexts(
    exact="Wörtlich: genau so steht es da",
    altered="Verändert: die Quelle sagt es anders",
    form_only="Nur in der Form verändert",
    spliced="Verändert: aus {count} Stellen zusammengesetzt",
    absent="Das steht in keiner dieser Quellen.",
    too_short="Das ist zu kurz, um es zurückzuverfolgen: gib mindestens drei Wörter des Zitats an oder ein seltenes "
    "langes.",
    changed_since="Das Dokument zu dieser Id wurde geändert oder entfernt: für seine Worte kann ich nicht bürgen.",
    nearest="Die nächstliegende Stelle, die **kein Treffer** ist:",
    part="Teil {number}: „{words}“",
    left_out="ausgelassen: **{stored}**",
    added="hinzugefügt: **{quoted}**",
    replaced="**{quoted}**, wo die Quelle **{stored}** hat",
    marked="gekennzeichnet",
    said_by="Dort gesagt von {name}",
    copies="Später übernommen: {titles}",
    also="Ebenso in: {titles}",
    more_places="Weitere Stellen: {count}.",
    cite="Zitieren",
    cite_gone="Dieses Dokument wurde geändert oder entfernt; bitte prüfe das Zitat noch einmal.",
    concerns={
        About.NUMBER: "eine Zahl",
        About.NEGATION: "eine Verneinung",
        About.NAME: "ein Name",
        About.DATE: "ein Datum",
    },
)
