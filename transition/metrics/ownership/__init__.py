"""Lokaal eigendom (legal, a percentage) and eigenaarschap (a ladder with evidence), side by side and never mixed. Pure."""
