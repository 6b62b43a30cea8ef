"""robots.txt: what a site allows programs to read, as RFC 9309 says."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

# Section 2.5 of the RFC: so much of a file must be read, and no more need be.
MOST_BYTES = 500 * 1024
_Rule = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one program on one site. `delay`, in seconds, is what many sites ask for beyond the RFC."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0.0

    @classmethod
    def parse(cls, text: str, agent: str) -> "Robots":
        """The rules for `agent`: of the groups that name it, else of those for all (section 2.2.1)."""
        groups = list(_groups(text))
        own = [rules for agents, rules in groups if agent.lower() in agents]
        chosen = own or [rules for agents, rules in groups if "*" in agents]
        rules = tuple(rule for group in chosen for rule in group if rule[0] != "crawl-delay")
        delays = [_seconds(value) for group in chosen for name, value in group if name == "crawl-delay"]
        return cls(rules, max(delays, default=0.0))

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be read: the longest rule that matches it decides, and allowing wins."""
        plain = _normal(path)
        found = [(len(pattern), name == "allow") for name, pattern in self.rules if pattern and _match(pattern, plain)]
        return max(found)[1] if found else True


NOTHING_ALLOWED = Robots((("disallow", "/"),))


def _groups(text: str) -> Iterator[tuple[set[str], list[_Rule]]]:
    """The programs that a group names, in small letters, and its rules."""
    agents: set[str] = set()
    rules: list[_Rule] = []
    for line in text.splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            if rules:
                yield agents, rules
                agents, rules = set(), []
            agents.add(value.lower())
        elif name in ("allow", "disallow") and agents:
            rules.append((name, _normal(value)))
        elif name == "crawl-delay" and agents:
            rules.append((name, value))
    yield agents, rules


def _match(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; `*` stands for anything, a last `$` for the end (section 2.2.3).

    Each piece is taken where it comes first, so no pattern takes more than linear time for each of its stars.
    """
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1] if anchored else rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not anchored:
        return True
    return len(path) - len(rest[-1]) >= at and path.endswith(rest[-1]) if rest else at == len(path)


def _normal(path: str) -> str:
    """The path with everything but reserved characters written alike (section 2.2.2)."""
    return quote(unquote(path, errors="surrogateescape"), safe="/%?&=*$:;,@!'()+~#[]", errors="surrogateescape")


def _seconds(value: str) -> float:
    try:
        return max(0.0, float(value))
    except ValueError:
        return 0.0
