"""Use cases: drafts go in, views come out, each change is one transaction."""
