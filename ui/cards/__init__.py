"""Stacks of cards: typed fast, sorted into groups, the photo beside them."""
