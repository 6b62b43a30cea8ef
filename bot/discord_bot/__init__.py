"""Footnote in Discord: answers as embeds, commands, mentions and direct messages."""
