"""Start: the one thing to do now, the sessions there are, and how to begin a new one."""
