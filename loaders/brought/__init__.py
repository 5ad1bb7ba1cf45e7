"""Sources that are brought, never fetched: one module is one kind of file. `python -m loaders` passes this folder over."""
