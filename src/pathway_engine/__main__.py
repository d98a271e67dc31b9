"""`python -m pathway_engine` is the command `pathway`."""

from pathway_engine.cli import main

if __name__ == "__main__":
    main(prog_name="pathway")
