"""What the benchmarks measure by: percentiles, and the memory that a process holds."""

from collections.abc import Sequence
from pathlib import Path


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that more than this share of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def resident(pid: int | str = "self") -> int:
    """The resident memory of a process, in bytes."""
    fields = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) << 10 for line in fields if line.startswith("VmRSS"))
