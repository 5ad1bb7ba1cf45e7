"""One file per question of the reader; glue only."""
