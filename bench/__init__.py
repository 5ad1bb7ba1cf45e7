"""The measurements behind the performance goals; anyone can run them: `python -m bench.<name>`."""
