"""Where a quotation comes from: its places in the stored texts, word by word, or the word that it stands in none."""

from answer.quotation.checking import check
from answer.quotation.model import Check, Edit, Match, Verdict

__all__ = ["Check", "Edit", "Match", "Verdict", "check"]
