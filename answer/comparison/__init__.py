"""Whether the quotes of an answer agree: which may be compared, what each says, and where the values differ."""
