"""Passages in, ranked hits out: analysis, BM25 and the engines that hold postings."""
