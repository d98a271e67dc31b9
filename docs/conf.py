"""How Sphinx builds the documentation: offline, and with every warning an error."""

from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

from pathway_engine import __version__
from pathway_engine.definition import load
from pathway_engine.definition.load import load_base
from pathway_engine.diagrams import picture
from pathway_engine.show.comparing import compared
from pathway_engine.text import LANGUAGES

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


def draw_regions(app: Sphinx) -> None:
    """Draw every shipped pathway for the pages in `regions/`, and write what a region says of itself.

    In three languages; of a region's services those are drawn that its base has not. Fast, offline, always as it is.
    """
    folder = Path(app.srcdir) / "regions" / "drawn"
    folder.mkdir(exist_ok=True)
    for definition in sorted((Path(app.srcdir).parent / "workflows").glob("*.yaml")):
        pathway, base = load(definition), load_base(definition)
        own = [name for name in pathway.services if base and name not in base.services]
        for language in LANGUAGES:
            for service in ("", *own):
                name = ".".join(filter(None, (pathway.pathway, service, language, "svg")))
                (folder / name).write_text(picture(pathway, language, service), encoding="utf-8")
            if base:
                told = "\n".join(compared(pathway, base, language))
                (folder / f"{pathway.pathway}.{language}.txt").write_text(f"{told}\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Draw the regions, and show Mermaid diagrams as their text: drawing those here would need the network."""
    app.add_lexer("mermaid", TextLexer)
    app.connect("builder-inited", draw_regions)
