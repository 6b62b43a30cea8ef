"""Documents in, passages out: reading, cleaning, splitting and storing what a community has."""
