"""Discord's limits on what a bot sends, checked here because neither discord.py nor the simulated Discord does."""

from collections.abc import Iterable
from typing import Any

import discord

EMBED = {"title": 256, "description": 4096}
BUTTON = {"label": 80, "custom_id": 100, "url": 512}


def size(text: str | None) -> int:
    """The length as UTF-16 counts it, the larger of the two ways in which Discord may count."""
    return len((text or "").encode("utf-16-le")) // 2


def check_embeds(embeds: Iterable[discord.Embed]) -> None:
    """Assert every limit on the embeds of one message."""
    total = 0
    for embed in embeds:
        parts = {"title": embed.title, "description": embed.description}
        for part, text in parts.items():
            assert size(text) <= EMBED[part], f"the {part} has {size(text)} characters"
        assert size(embed.author.name) <= 256
        assert size(embed.footer.text) <= 2048
        assert len(embed.fields) <= 25
        for field in embed.fields:
            assert 1 <= size(field.name) <= 256
            assert 1 <= size(field.value) <= 1024
        total += len(embed)
        assert embed.title or embed.description, "an empty embed is refused"
    assert total <= 6000


def check_components(components: Iterable[dict[str, Any]]) -> None:
    """Assert the limits on rows of buttons, as they go over the wire."""
    rows = list(components)
    assert len(rows) <= 5
    for row in rows:
        assert len(row["components"]) <= 5
        for button in row["components"]:
            for part, most in BUTTON.items():
                assert size(button.get(part)) <= most
            assert size(button.get("placeholder")) <= 150
            assert len(button.get("options", [])) <= 25
            for option in button.get("options", []):
                assert all(size(option.get(part)) <= 100 for part in ("label", "value", "description"))


def check_commands(commands: Iterable[dict[str, Any]]) -> None:
    """Assert the limits on slash commands and their options, as they go over the wire."""
    for command in commands:
        assert command["name"] == command["name"].lower()
        assert 1 <= len(command["name"]) <= 32
        assert 1 <= len(command["description"]) <= 100
        assert len(command.get("options", [])) <= 25
        check_commands(command.get("options", []))
