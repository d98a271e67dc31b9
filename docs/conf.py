"""How Sphinx builds the documentation: offline, and with every warning an error."""

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

from pathway_engine import __version__

project = "pathway-engine"
author = "pathway-engine contributors"
project_copyright = author
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# A name in single backticks of a docstring is code, as in Markdown.
default_role = "code"
autodoc_member_order = "groupwise"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"pathway-engine {__version__}"


def setup(app: Sphinx) -> None:
    """Show Mermaid diagrams as their text: GitHub draws them, and drawing them here would need the network."""
    app.add_lexer("mermaid", TextLexer)
