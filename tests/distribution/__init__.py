"""The project as a whole: pins, packages, scripts, and promises about every module."""
