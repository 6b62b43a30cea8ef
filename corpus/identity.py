"""The id of a document that was given none: short, and the same whenever the same file is read again."""

from hashlib import sha256


def file_id(path: str) -> str:
    """Ten hexadecimal digits from an absolute path, so that a changed file keeps its id and replaces its document."""
    return sha256(path.encode()).hexdigest()[:10]
