"""Municipalities, regions and communities beside each other: with whom, where one stands, and what cannot be compared. Pure."""
