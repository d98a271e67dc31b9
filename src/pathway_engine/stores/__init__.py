"""Stores: the port, and what keeps journals behind it."""
