"""What people record about area processes, as declarations: kinds of records, their fields, their lists of choices. Plain Python."""
