"""A question in, an answer out: understanding, choosing, dating and comparing quotes.

No network, no clock, and no file but the list of English words, which `answer/english.py` reads when it is needed."""
