"""The least Streamlit page there is with something to press: what every interaction costs whatever the page shows."""

import streamlit as st

st.button("volgende")
st.title("Leeg")
