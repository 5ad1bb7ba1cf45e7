"""The register as a workbook, both ways: one file per municipality or community out, and back in with what would change shown first."""
