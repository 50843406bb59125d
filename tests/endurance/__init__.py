"""Proofs that nothing is lost: the real program in its own process, killed, starved and lied to."""
