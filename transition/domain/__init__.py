"""Plain Python: what the field's words mean. Imports nothing of ours, and no pandas."""
