"""A client's case: what is asked of it, what is decided, what has happened, and what it therefore is."""
