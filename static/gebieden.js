/* The map of area processes: municipal borders, outlines, and a badge per area that says theme by its form and phase by its digit.
 *
 * transition/ui/area_map.py loads it in a component of Streamlit and hands it `spec` (transition/views/area_map.py), compressed. Borders come
 * from the machine itself, as TopoJSON. Text from data only ever becomes textContent. A click tells the area's id.
 */
const CORNERS = { square: [4, Math.PI / 4], triangle: [3, -Math.PI / 2], diamond: [4, 0] };

/** Leaflet as a script of the page itself; asked for once. */
function leaflet(address) {
  window.gebiedenLeaflet ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.L);
    script.onerror = () => failed(new Error("Leaflet"));
    document.head.append(script);
  });
  return window.gebiedenLeaflet;
}

/** All borders of a TopoJSON layer as lines of [latitude, longitude]. */
function borders(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((steps) => {
    let east = 0, north = 0;
    return steps.map(([dx, dy]) => {
      east += dx;
      north += dy;
      return [north * scale[1] + translate[1], east * scale[0] + translate[0]];
    });
  });
}

const layers = new Map(); // address -> the promise of its TopoJSON

function fetched(address) {
  if (!layers.has(address)) {
    const coming = fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(address))));
    coming.catch(() => layers.delete(address));
    layers.set(address, coming);
  }
  return layers.get(address);
}

/** A badge drawn on the canvas: form for the theme, digit for the phase, dashed ring for what is held up. */
function badgeClass(L, colours) {
  return L.CircleMarker.extend({
    _updatePath() {
      const renderer = this._renderer;
      if (!renderer._drawing || this._empty()) return;
      const { form, sign, held, placed } = this.options.badge;
      const context = renderer._ctx, { x, y } = this._point, radius = this._radius;
      context.save();
      context.beginPath();
      if (form in CORNERS) {
        const [corners, turn] = CORNERS[form];
        for (let at = 0; at <= corners; at += 1) {
          const angle = turn + (at * 2 * Math.PI) / corners;
          context.lineTo(x + radius * 1.25 * Math.cos(angle), y + radius * 1.25 * Math.sin(angle));
        }
      } else {
        context.arc(x, y, radius, 0, 7);
      }
      context.fillStyle = placed ? colours.accent : colours.paper;
      context.strokeStyle = held ? colours.attention : placed ? colours.paper : colours.accent;
      context.lineWidth = held ? 3 : 1.5;
      if (held) context.setLineDash([4, 2]);
      context.fill();
      context.stroke();
      context.fillStyle = placed ? colours.paper : colours.ink;
      context.font = `600 14px ${colours.font}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(sign, x, y + (form === "triangle" ? 2 : 1));
      context.restore();
    },
  });
}

function tooltip(area) {
  const box = document.createElement("div");
  for (const [at, words] of [area.name, ...area.lines].entries()) {
    const line = document.createElement(at ? "span" : "b");
    line.textContent = words;
    box.append(line);
  }
  return box;
}

function unpacked(packed) {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** The map of `packed`, a specification as compressed JSON, in `place`; drawn anew only when it is another one. */
export async function draw(place, packed, choose) {
  if (place.gebieden && same(place.gebieden.packed, packed)) {
    place.gebieden.choose = choose;
    return;
  }
  place.gebieden?.map?.remove();
  const state = { packed, choose, words: "" };
  place.gebieden = state;
  state.words = await unpacked(packed);
  const spec = JSON.parse(state.words);
  const L = await leaflet(spec.leaflet);
  if (place.gebieden !== state) return; // a later picture has overtaken this one
  place.textContent = "";
  place.setAttribute("aria-label", spec.label);
  const map = L.map(place, { preferCanvas: true, zoomControl: false, zoomSnap: 0.25, attributionControl: true });
  state.map = map;
  map.attributionControl.setPrefix(false).addAttribution(spec.credit);
  L.control.zoom({ position: "topright", zoomInTitle: "Inzoomen", zoomOutTitle: "Uitzoomen" }).addTo(map);
  map.scrollWheelZoom.disable();
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  const [west, south, east, north] = spec.view;
  map.fitBounds([[south, west], [north, east]], { padding: [24, 24], animate: false });
  const { colours } = spec;
  Promise.all(spec.borders.map(fetched)).then((found) => {
    if (place.gebieden !== state) return;
    found.forEach((topology, at) => {
      const look = { color: colours.muted, weight: at ? 0.6 : 1.2, opacity: 0.6, interactive: false };
      L.polyline(borders(topology), look).addTo(map).bringToBack();
    });
    place.dataset.borders = "drawn";
  }).catch(() => { place.dataset.borders = "missing"; });
  const Badge = badgeClass(L, colours);
  const touch = (layer, area) =>
    layer.bindTooltip(tooltip(area), { className: "gebieden-tip", opacity: 1 }).on("click", () => state.choose(area.id));
  for (const area of spec.areas) {
    if (!area.outline) continue;
    const look = { color: colours.accent, weight: 2, fillColor: colours.accent, fillOpacity: 0.18 };
    touch(L.geoJSON(area.outline, { style: look }), area).addTo(map);
  }
  for (const area of spec.areas) {
    touch(new Badge([area.latitude, area.longitude], { radius: 11, badge: area.badge }), area).addTo(map);
  }
  place.dataset.drawn = String(spec.areas.length);
}
