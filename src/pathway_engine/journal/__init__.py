"""The journal: canonical bytes, hash chain, sealing of personal fields, keys."""
