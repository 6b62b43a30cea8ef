"""Cues of tense: the verbs and phrases that tell which way a clause looks, and what ends or limits what it tells."""

import re

_FORWARD = (
    r"will|won['’]t|shall|going to|due to (?!(?:the|an?|his|her|its|their)\b)|(?<!was )(?<!were )due(?! to\b)|"
    r"scheduled|slated|set (?:to|for)|expected|"
    r"expects?|planned|planning|(?:plans?|hopes?|aims?|intends?|is|are) to|to be|would|begins|starts|opens|ends|stops|"
    r"finishes|shuts|closes|reopens|resumes?|launches|kicks off|hosts|plays|takes (?:place|effect|office|over)|expires|"
    r"convenes?|meets|votes|returns|visits|faces|applies|(?<=s )(?:apply|begin|arrive|expire|retire)|arrives|joins|"
    r"(?:(?<=\bwe )|(?<=s )(?<!['’]s )(?<!as )(?<!is )(?<!\bits ))(?:close|open|start|end|meet|leave|return|go) |"
    r"moves (?:on|to|in|into|back)|"
    r"(?:is|are|am|['’](?:s|re|m)) (?:also |now )?(?:com|go|leav|open|clos|mov|meet|return|start|host|launch)ing|"
    r"retires|becomes|promises|pledges|leaves(?! [\w-]+ (?:dead|wounded|injured|homeless|without))|steps down|"
    r"comes (?:to|in|out|back)|goes (?:to|live)|(?:comes?|goes|go|enters?) into (?:force|effect)|"
    r"runs?(?= (?:out|from|until|through|on|for)\b| $)"
)
_MODAL = r"(?:can(?:not|['’]t)?|may|must|should|ought to|(?:have|has|needs?|wants?) to)(?! \w+ that\b)"
_DECIDED = (
    r"(?:agre|decid|vot|order|vow|pledg|promis|threaten|sign|resolv|instruct|requir|allow|permit|authori[sz]|approv|"
    r"prepar|arrang|invit|bann)ed|chosen?"
)
_DECISION = (
    r"(?:agree|decide|vote|vow|pledge|promise|threaten|prepare|bid|offer|plan|bill|law|motion|deal|contract|agreement|"
    r"proposal|decision)s?|(?<!in )orders?|permission"
)
_TO_DO = r"to (?!(?:the|an?|his|her|its|their|which|whom|have)\b)[a-z]{2}"
_DONE = (
    r"(?:(?:had|came|used|managed|failed|refused|began|started|continued|tried|happened|seemed|appeared|proved|"
    r"turned out|believed|thought|known|found)|(?:got|forced|seen|heard|helped)(?: \w+)??) to(?: be)?|"
    r"(?:let|saw|made|heard|watched|helped)(?: [\w'’-]+){1,3}? (?:close|open|start|end|meet|leave|return|go)\b|"
    r"(?:may|might|must|should|could|would|can(?:no|['’])t) have (?!(?:to|until|till|the|an?)\b)"
)
_PAST = (
    r"was|were|had|did|born|could(?:n['’]t| not)|has been|have been|began|came|went|took|made|fell|rose|won|lost|"
    r"met|left|held|killed|found|gave|got|saw|led|struck|hit|shot|died|since|quit|ran|sat|stood|fled|bought|sold|sent|"
    r"spent|kept|paid|grew|knew|drew|flew|threw|broke|spoke|wrote|became|brought|built|caught|felt|fought|taught|"
    r"thought|heard|sank|stole|swore|wore|drove|chose|froze|laid|hung|rode|sang|shook|swept|tore|withdrew|overcame|"
    r"underwent|forgot|hid|blew|ate|bent|clung|crept|dealt|dug|drank|flung|forbade|lent|lay|leapt|rang|sought|shone|"
    r"shrank|slept|slid|sprang|spun|stuck|stung|swam|swung|understood|wept|withstood|woke|[a-z]{3,}ed"
)
_ON = r"(?: [^\s.;,]+){0,7}? "
_STATE = r"(?:closed|shut|cancelled|canceled)\b"
_WITHIN = (
    r"(?:to|of|from|with|by|about|over|after|following|since|before|against|as|that|who|which|than|between|amid|among|"
    r"behind|for (?:the|your|his|her|their|its)|why|how|what|where|whether|if|been|and|hurt|shut|hit|put|cut|beat|"
    r"burst|(?-i:in (?=[a-z]))|"
    rf"[a-z]{{2,}}ing|{_PAST})\b"
)
CUE = re.compile(
    rf"\b(?:(?P<done>{_DONE})|(?P<ahead>{_FORWARD})\b|(?P<decided>(?:{_DECIDED}){_ON}{_TO_DO})"
    rf"|(?P<likely>{_MODAL}\b|(?:{_DECISION}){_ON}{_TO_DO})"
    r"|(?P<now>gives|gets|receives|brings|costs|lets|allows|means|wants|might|could)\b"
    r"|(?P<noun>upcoming|ahead of|deadline|(?<!went )(?<!was )(?<!were )(?<!been )on sale|please|reminder|"
    r"look(?:ing)? forward to|(?:wanted|needed) (?=(?:for|on|by|from) $)|"
    r"next (?!(?:to|days?|weeks?|months?|years?|morning)\b)[a-z]+)\b"
    r"|(?P<spoke>said|says|told|announced|added|reported|warned|tweeted|asked|urged)\b"
    rf"|(?P<back>{_PAST})\b)|['’](?P<short>ll)\b"
)
"""A verb, or what stands for one, in what `lowered` gives.

`ahead` and `short` look forward; so do `noun`, which takes no participle with it, `likely`, what may, must or is to be
done, and `decided`, what was decided to be done. `done` and `back` look back, `spoke` dates a saying, `now` tells of
the present and nothing else."""
PASSIVE = re.compile(r"\b(?:is|are|(?:is|are)n['’]t)(?: (?:not|no longer|now|also|still|only|[a-z]+ly))? $")
"""A participle behind it tells of the present, as in "masks are no longer needed"."""
_CAPITALS = re.compile(r"(?<!\bto )\b(?!(?:May|Close|Open|Start|End|Meet|Leave|Return|Go)\b)[A-Z]+")


def lowered(clause: str) -> str:
    """A clause of the same length in which only names that a cue could be taken for keep their capitals: "in May".

    Looking for a cue in any case would take four times as long, and is most of the work on a text full of dates.
    """
    return _CAPITALS.sub(lambda letters: letters[0].lower(), clause)


STOP = re.compile(r"[.!?;][\"”’)]?\s|\n")
_LIMIT = r"(?:until|till)(?: at least)?(?: the)?(?: early| late)? $"
UNTIL = re.compile(rf"\b{_LIMIT}", re.IGNORECASE)
BOUND = re.compile(r"\b(?:from|until|till|by)(?: at least)?(?: the)?(?: early| late)? $", re.IGNORECASE)
"""What begins or ends on a day, as what may, must or was decided to be done mostly does on one ahead."""
OF_A_DAY = re.compile(r"(?<!end)(?<!start)(?<!beginning)(?<!middle) of(?: the)? $", re.IGNORECASE)
"""A day that only says which thing is meant: "after the fire of 3 May"."""
PUT_OFF = re.compile(
    r"(?P<had>\bhad\b[^.;]{0,40} )?\b(?:(?:(?:delay|postpon|deferr|adjourn|reschedul|extend|prolong)ed|"
    rf"(?:put|pushed) (?:off|back)|brought forward)(?: [\w'’-]+){{0,5}}? (?:(?:to|from)(?: the)? $|{_LIMIT})"
    r"|(?:moved|shifted)(?: [\w'’-]+){0,5}? (?:to|from)(?: the)? $"
    r"|(?:called|scheduled|arranged)(?: [\w'’-]+){1,5}? for(?: the)? $)"
    r"|\b(?:is|are|was|were|(?P<been>had been)|been|be) (?:left|referred|deferred|adjourned|postponed|put off) "
    r"(?:to|until|till) (?:[\w'’-]+ ){1,5}?(?:in|on)(?: the)? $",
    re.IGNORECASE,
)
"""A putting off ends with the day to which it is: "delayed its start to 12 July", "left to the council in May"."""
LASTS = re.compile(
    r"\b(?:(?P<was>(?:was|were|had been)(?: \w+ly)? (?:(?!given)[a-z]{3,}(?:ed|en)|shut|sold|cut|held))|"
    r"(?P<now>is|are|has|have|['’]ve got|remains?|stays?|lasts?|continues?|gives?|gave|given|"
    r"(?<!was )(?<!were )(?<!been )(?:valid|available|on (?:loan|sale|leave|show|display|hold|strike)))|"
    r"(?P<set>closed|shut|blocked|halted|banned|barred|suspended|loaned|lent|remanded))"
    rf"(?: [\w'’-]+){{0,4}} {_LIMIT}",
    re.IGNORECASE,
)
"""What lasts until a day still does in the present tense; in the past, what "was closed until" it may."""
WHENEVER = re.compile(
    rf"\b(?:is|are) (?:\w+ly )?(?!expected|scheduled|slated|planned|{_STATE})"
    r"(?:[a-z]{3,}ed|held|paid|cut|sold|given|taken)(?: off| out| up)? (?:in|on|at|each|by)(?: the| early| late)? $",
    re.IGNORECASE,
)
"""What is done on a day in the present tense is still to come or done on every such day: "fees are paid in May"."""
PRESENT = re.compile(
    r"\b(?:(?P<there>t?here(?: is| are|['’]s))|(?<!here )(?:is|are)|(?:it|that)['’]s|(?:we|they)['’]re|"
    r"(?:has|have)(?= (?:an?|no|two|three|our|its|their)\b))"
    rf"(?: (?:{_STATE}|(?!{_WITHIN})[\w'’-]+)){{0,5}}?(?: (?:on|at|in|by|(?(there)(?!)|from)))?(?: the| early| late)? $"
    r"|\b(?:is|are) [a-z]{3,}ed(?: [\w'’-]+){0,4} from(?: the| early| late)? $",
    re.IGNORECASE,
)
"""What is on a day in the present tense is to come: "the fair is on 5 December", "we have a talk on Monday", "tea is
poured from 1 May".

Not so what another thing is told to be of: "it is the answer to the attack on Monday", "here are photos from 3 May"."""
OPENS = re.compile(r"\W*(?:on|from|at|by|over)?(?: the| early| late)? ?$", re.IGNORECASE)
"""What stands before a day that opens its sentence."""
_SUBJECT = r"(?:we|you|they|he|she|it|the|an?|our|your|my|his|her|its|their|no|all|both|each|every|this|these|those)\b"
_EITHER_TENSE = r"put|cut|set|let|beat|read|spread|split|cost|burst|bid|shut|hurt|cast|thrust|upset"
ANNOUNCED = re.compile(
    r"(?:,? (?:at|from|to|till|until|and) [\w:.]+(?: [ap]\.?m\.?)?)*,? "
    rf"(?:(?P<is>there['’]s\b|(?:there|{_SUBJECT})(?: (?!(?:that|as|who|which)\b)[\w'’-]+){{0,4}}? "
    r"(?:is|are|do|does)\b)"
    rf"|(?:(?P<us>we|you)\b|{_SUBJECT})(?![^.!?;\n]*\b(?:{_EITHER_TENSE})\b))",
    re.IGNORECASE,
)
"""What is told behind a day that opens its sentence: "On Saturday there is a fair", "On Friday at ten the choir sings".

It is to come unless it is told in the past; headlines, "On Monday forces advance", leave the article out."""
DONE_THEN = re.compile(rf" (?!{_STATE})(?:{_PAST})\b", re.IGNORECASE)
"""What is done on a day, behind "is": "On Monday the minister is shot"."""
BIDDING = re.compile(
    r"\W*(?:do not|don['’]t|bring|send|join|come|meet|return|submit|book|register|apply|sign up|note|save|hand|pay|"
    r"keep|remember|help|tell|check|leave) (?!(?:[\w'’-]+ ){0,3}that )",
    re.IGNORECASE,
)
"""What begins so says what to do, "Bring gloves on 5 May", and not what is to be known: "Note that on Monday …"."""
EVENT = re.compile(
    r"\W*(?:no (?!one\b|longer\b|doubt\b)[a-z-]+(?: [a-z-]+)?|(?:[\w'’-]+ ){1,3}?(?:night|evening|morning|afternoon)) "
    r"(?:on|from|until|before|by) $"
    r"|\W*(?:starting|beginning|effective)(?: on| from| in)? $",
    re.IGNORECASE,
)
"""What there will be, or will not, where no verb tells else: "Game night on Saturday", "No lessons on Monday"."""
SUBORDINATE = re.compile(
    r"(?:^\W*|,\s)(?:because|as(?! of\b)|since|after|when|once|where|while|although|though|if|who|which|whose)\b"
    r"[^,]*,\s(?!\d)",
    re.IGNORECASE,
)
"""A clause that another goes on behind: "As the boiler failed, …", "The fair, which was cancelled in spring, …"."""
