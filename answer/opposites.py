"""Words that say the opposite: who asks when something ended is not answered by when it began. Plain data."""

from index.analysis import Analyzer

PAIRS = """
start begin launch outset onset | end finish conclude cease stop
open opened opening reopen reopened | close closed closing shut
suspend suspended halt halted | resume resumed
win winner victory | lose loser defeat
born birth | die died death
enter entered join joined arrive arrived arrival | leave exit quit depart departed departure withdraw
buy purchase | sell sale
rise rose increase increased grow gain | fall decrease decreased decline declined drop shrink
largest biggest most highest tallest longest | smallest least lowest shortest fewest
first earliest oldest | last latest newest
above over more | below under less fewer
before | after
north northern | south southern
east eastern | west western
import imported | export exported
legal legalized | illegal banned
married wed | divorced divorce
employ hire hired | fire fired dismiss dismissed
build construct rebuild rebuilt | destroy destroyed demolish demolished
impose imposed | lift lifted
arrest arrested detain detained | release released free freed
convict convicted guilty | acquit acquitted innocent
capture captured seize seized | lose retreat surrender
deploy deployed send | withdraw
support supported favour favor | oppose opposed against
accept accepted adopt adopted approve approved | reject rejected refuse refused
"""


def opposites(analyzer: Analyzer) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Each term with the terms that stand on its own side and those on the other; the first pair it is in counts."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in PAIRS.strip().splitlines():
        left, right = (frozenset(analyzer.terms(side)) for side in line.split("|"))
        for own, other in ((left, right), (right, left)):
            for term in own:
                found.setdefault(term, (own, other - own))
    return found
