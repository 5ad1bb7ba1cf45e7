"""The entry point: `streamlit run dashboard.py` starts the server from it, and every page runs inside its frame."""

import streamlit as st

from transition.ui import frame, map_routes, server

if st.runtime.exists():
    frame.run()
else:
    server.send_promptly()
    server.give_memory_back()
    app = st.App(__file__, routes=map_routes.routes(), middleware=server.middleware(), on_script_error=frame.show_error)
