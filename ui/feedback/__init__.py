"""Feedback on the minutes in the window: forms out and in, answers decided one by one."""
