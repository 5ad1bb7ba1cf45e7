"""Pure: tables and domain objects in, results or a Gap out."""
