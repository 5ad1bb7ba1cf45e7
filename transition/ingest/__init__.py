"""The kit loaders stand on: contract, fetch, formats, checks, snapshots, runner."""
