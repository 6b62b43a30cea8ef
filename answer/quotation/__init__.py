"""Where a quotation comes from: its places in the stored texts, word by word, or the word that it stands in none."""

from answer.quotation.checking import check, handed_on
from answer.quotation.identity import PlaceId, text_hash
from answer.quotation.model import Check, Edit, Match, Verdict
from answer.quotation.quoted import quoted_in

__all__ = ["Check", "Edit", "Match", "PlaceId", "Verdict", "check", "handed_on", "quoted_in", "text_hash"]
