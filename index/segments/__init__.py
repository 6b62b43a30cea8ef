"""The embedded engine: immutable segments of postings on disk, memory-mapped, searched without a Python loop."""
