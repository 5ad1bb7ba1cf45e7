"""Regiemonitor: how far the regional energy transition is, area by area. A library that works without Streamlit."""
