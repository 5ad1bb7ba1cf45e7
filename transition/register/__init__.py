"""The register: what people record about area processes, in a database, with who changed what, when and why."""
