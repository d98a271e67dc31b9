"""Specifications that experts of the field write: Gherkin in Finnish, Swedish and English, without a line of Python.

`vocabulary` holds every sentence in three languages, `sentences` reads a sentence with it, `scene` and the modules
`steps_*` act it out on a desk, `lint` finds what Gherkin would pass over in silence, and `plugin` hands the files to
pytest. Nothing here is imported by the rest of the library.
"""
