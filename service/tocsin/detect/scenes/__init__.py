"""Scenes: a sentence with its hits and distances (`scene`), and the candidates found in it with everything bound to them (`drafts`)."""
