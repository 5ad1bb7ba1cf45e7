"""Regie: result, pace, pipeline, cascade, lead times, roles, money and what asks for a decision. Pure."""
