"""Deciding, one module for each thing that is decided; `case.decide` puts them together."""
