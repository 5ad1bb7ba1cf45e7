"""The only library code that knows Streamlit: how a page begins, what is cached, how a figure is put on a page."""
