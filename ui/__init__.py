"""The window. Everything here is Qt; everything it shows or does comes from ``app``."""
