"""stub"""


def marked_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stub."""
    return ()
