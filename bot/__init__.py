"""People: the terminal and Discord."""
