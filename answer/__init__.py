"""A question in, an answer out: understanding, choosing, dating and comparing quotes; no I/O and no clock."""
