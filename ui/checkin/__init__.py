"""Check-in: who is there, and what each person was asked."""
