"""The fictional region Doggerland: nothing in here is about a real place."""
