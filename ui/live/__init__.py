"""Durchführen: lead through the plan and record what is said."""
