"""Pictures of every page and dialog of the real window: ``python -m tests.pictures OUT``.

To look at the program as a whole after a change, in both languages, both themes and two sizes, and
to renew the pictures of the README. The moment is frozen and all fonts are our own, so that the
same code gives the same pictures.
"""
