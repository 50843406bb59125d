"""One file per dialog. Each deletes itself when closed."""
