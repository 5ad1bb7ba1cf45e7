"""What a yearly series of municipalities may become: a national path with scenarios, and a local deviation with a band (ADR 15)."""
