"""Pure: tables in; figure, map or text out. No Streamlit."""
