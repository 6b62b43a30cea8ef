"""What the bot says on its own behalf in Discord: the same table for each language."""
