"""One file for each version of the schema: what makes it of the one before. Released, they are never changed."""
