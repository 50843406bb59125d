"""Photos at a plan item: the strip of small pictures, the large one, and where they come from."""
