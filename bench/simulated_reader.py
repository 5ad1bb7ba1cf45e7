"""A reader without a browser: speaks Streamlit's own websocket messages and asks what the map asks, so that many fit on one machine.

It does what Streamlit's page does: keeps the value of each widget, asks for a fragment alone when the widget is in one, takes
over values the script sets, and tells which large messages it still has, so that the server does not send those again. A choice
on the map first fetches its picture and what can be chosen beside it, as static/kaart-keuzes.js does. It draws nothing.
"""

import asyncio
import json
import re
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_SECONDS = 60
KEPT_FOR_RUNS = 2
"""A large message that did not come back in this many runs is forgotten, as Streamlit's page does (global.maxCachedMessageAge)."""
_SUCCESS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Answer:
    """What one interaction took: seconds until the script had run, bytes and messages received, script runs, errors shown.

    fetched: bytes the map fetched beside them.
    """

    seconds: float
    received: int
    messages: int
    runs: int
    errors: int
    fetched: int = 0


class SimulatedReader:
    """One reader on one page. Use as an asynchronous context manager; `address` is that of the server (http://…)."""

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        self.socket_address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self.page, self.query, self.hash = page, query, ""
        self.values: dict[str, WidgetState] = {}
        self.widgets: dict[str, Any] = {}
        self.fragments: dict[str, str] = {}
        self.kept: dict[str, ForwardMsg] = {}
        self.last_seen: dict[str, int] = {}
        self.run = 0
        self.sizes: dict[str, int] = {}
        self.map_address = ""
        self.web = httpx.AsyncClient(base_url=address, timeout=PATIENCE_SECONDS)

    async def __aenter__(self) -> "SimulatedReader":
        self.connection: ClientConnection = await connect(
            self.socket_address, subprotocols=["streamlit"], max_size=None, compression=None
        )
        self.opened = await self._run()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.connection.close()
        await self.web.aclose()

    async def choose(self, label: str, value: str) -> Answer:
        """Chooses `value`, as it is written on the page, in the select box with this label."""
        box = self.widgets[label]
        return await self._run(WidgetState(id=box.id, string_value=value))

    async def press(self, label: str) -> Answer:
        """Presses the button with this label."""
        return await self._run(WidgetState(id=self.widgets[label].id, trigger_value=True))

    async def pick(self, label: str, value: str) -> Answer:
        """Picks one of the possibilities of a segmented control."""
        picked = WidgetState(id=self.widgets[label].id)
        picked.string_array_value.data.append(value)
        return await self._run(picked)

    async def write(self, label: str, words: str) -> Answer:
        """Writes words in the text box with this label."""
        return await self._run(WidgetState(id=self.widgets[label].id, string_value=words))

    async def go(self, query: str) -> Answer:
        """Follows a link to the same page with another address."""
        self.query = query
        return await self._run()

    async def click_map(self, code: str) -> Answer:
        """Clicks an area on the map."""
        clicked = json.dumps({"code": code, "at": time.time_ns()})
        return await self._run(WidgetState(id=self.widgets["map"].id, json_value=clicked))

    async def choose_on_map(self, word: str, value: str) -> Answer:
        """Chooses on the map itself: `word` of the picture's address becomes `value`."""
        start = time.perf_counter()
        picture = await self.web.get(self._address_with(word, value))
        address = picture.raise_for_status().json()["address"]
        told = json.dumps({"choice": {word: value}, "address": address, "playing": False, "at": time.time_ns()})
        answer = await self._run(WidgetState(id=self.widgets["map"].id, json_value=told))
        choices = await self.web.get(address.replace("/beeld?", "/keuzes?"))
        fetched = len(picture.content) + len(choices.content)
        return replace(answer, seconds=time.perf_counter() - start, fetched=fetched)

    def _address_with(self, word: str, value: str) -> str:
        path, _, query = self.map_address.partition("?")
        return f"{path}?{urlencode(dict(parse_qsl(query)) | {word: value})}"

    async def options_on_map(self, field: str) -> dict[str, str]:
        """What can be chosen on the map: value -> words; empty where the map has no such choice."""
        answer = await self.web.get(self.map_address.replace("/beeld?", "/keuzes?"))
        controls = {control["field"]: control["options"] for control in answer.raise_for_status().json()}
        return dict(controls.get(field, ()))

    def options(self, label: str) -> list[str]:
        """What can be chosen in the select box or slider with this label."""
        return list(self.widgets[label].options)

    async def _run(self, changed: WidgetState | None = None) -> Answer:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self.query, self.hash
        state.page_name = "" if self.hash else self.page
        state.context_info.locale, state.context_info.timezone = "nl-NL", "Europe/Amsterdam"
        state.cached_message_hashes.extend(self.kept)
        if changed is not None:
            self.values[changed.id] = changed
            state.fragment_id = self.fragments.get(changed.id, "")
        state.widget_states.widgets.extend(self.values.values())
        start = time.perf_counter()
        await self.connection.send(message.SerializeToString())
        if changed is not None and changed.HasField("trigger_value"):
            del self.values[changed.id]
        return await self._finished(start)

    async def _finished(self, start: float) -> Answer:
        """Reads until the script has run; a run that ends early because another begins is counted and waited out."""
        received = messages = runs = errors = 0
        self.sizes = {}
        while True:
            payload = await asyncio.wait_for(self.connection.recv(), PATIENCE_SECONDS)
            message = ForwardMsg.FromString(payload)
            received, messages = received + len(payload), messages + 1
            errors += self._read(message, len(payload))
            runs += message.WhichOneof("type") == "new_session"
            if message.WhichOneof("type") == "script_finished" and message.script_finished in _SUCCESS:
                self._forget(message.metadata.run.fragment_ids)
                return Answer(time.perf_counter() - start, received, messages, runs, errors)

    def _read(self, message: ForwardMsg, size: int) -> bool:
        """Takes in one message; whether it shows an error."""
        kind = message.WhichOneof("type")
        name = kind
        if kind == "ref_hash":
            self.last_seen[message.ref_hash] = self.run
            message, name = self.kept[message.ref_hash], "kept"
        elif message.metadata.cacheable:
            self.kept[message.hash], self.last_seen[message.hash] = message, self.run
        if kind == "new_session" and not message.metadata.run.fragment_ids:
            self.widgets, self.fragments, self.map_address = {}, {}, ""
        elif kind == "navigation":
            self.hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
            self.sizes[str(name)] = self.sizes.get(str(name), 0) + size
            return False
        element = message.delta.new_element
        what = element.WhichOneof("type")
        body = getattr(element, str(what))
        if message.delta.fragment_id and hasattr(body, "id"):
            self.fragments[body.id] = message.delta.fragment_id
        self._take_over(what, body)
        label = f"{name} {what} {getattr(body, 'label', '')}"
        self.sizes[label] = self.sizes.get(label, 0) + size
        return what == "exception"

    def _read_map(self, call: str) -> None:
        """The address of the picture a page has the map paint or follow."""
        found = re.search(r'(?:"address":|Kaart\.follow\(map_div,)("[^"]*")', call)
        self.map_address = json.loads(found[1]) if found else ""

    def _forget(self, fragments: Collection[str]) -> None:
        """As Streamlit's page: after a run of a fragment only what is in it is forgotten."""
        self.run += 1
        for old in [key for key, run in self.last_seen.items() if self.run - run > KEPT_FOR_RUNS]:
            if not fragments or self.kept[old].delta.fragment_id in fragments:
                del self.kept[old], self.last_seen[old]

    def _take_over(self, what: str | None, body: Any) -> None:
        if what == "component_instance":
            self.widgets["map"] = body
            self._read_map(json.loads(body.json_args)["feature_group"])
        elif what in ("selectbox", "slider", "button", "button_group", "text_input"):
            self.widgets[body.label] = body
        if not getattr(body, "set_value", False):
            return
        state = WidgetState(id=body.id)
        if what == "selectbox":
            if body.HasField("raw_value"):
                state.string_value = body.raw_value
        elif what == "text_input":
            state.string_value = body.value
        elif what == "slider":
            state.string_array_value.data.extend(body.raw_value)
        elif what == "button_group":
            state.string_array_value.data.extend(body.raw_values)
        self.values[body.id] = state
