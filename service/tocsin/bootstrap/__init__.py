"""Builds everything from settings: the only room that knows every other one. Settings stop here."""
