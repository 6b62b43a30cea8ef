"""A reply: what is to be said, in parts that are kept or dropped whole, and its two forms, embed and plain text."""

from dataclasses import dataclass, field

import discord

from bot.discord_bot.budget import CONTENT, DESCRIPTION, Block, fit, size
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.texts import Texts

FOUND = discord.Colour(0x2F7FD1)
NOT_FOUND = discord.Colour(0x80848E)
_NOTE_ROOM = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the bot. `title`, `head`, `foot` and the blocks are Markdown in which all foreign text is escaped.

    `asked` is plain text: Discord shows it above the rest without reading Markdown in it.
    """

    title: str = ""
    head: str = ""
    blocks: tuple[Block, ...] = ()
    foot: str = ""
    asked: str = ""
    colour: discord.Colour = FOUND
    texts: Texts = field(kw_only=True)

    def embed(self) -> discord.Embed:
        """The reply as one embed within Discord's limits."""
        embed = discord.Embed(title=self.title or None, description=self._body(self.head, DESCRIPTION) or None)
        embed.colour = self.colour
        if self.asked:
            embed.set_author(name=self.asked)
        return embed

    def text(self) -> str:
        """The reply as the text of a message, for a channel in which the bot may not embed."""
        title = f"**{self.title}**" if self.title else ""
        return self._body("\n".join(part for part in (title, self.head) if part), CONTENT)

    def _body(self, head: str, limit: int) -> str:
        body, missing = fit(head, self.blocks, self.foot, limit)
        if not missing:
            return body
        shorter, missing = fit(head, self.blocks, self.foot, limit - _NOTE_ROOM)
        note = f"-# {self.texts.quotes_left_out.format(count=missing)}"
        return f"{shorter}\n{note}" if size(note) < _NOTE_ROOM else shorter


def sentence(text: str) -> Reply:
    """A reply that is one sentence of our own, such as a refusal."""
    # Nothing more is ever said of a reply without quotes, so that any language will do.
    return Reply(head=text, colour=NOT_FOUND, texts=ENGLISH)
