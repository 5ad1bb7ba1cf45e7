/* Drawing an area's outline: the boundaries one knows the place by, and Leaflet.draw's tools in Dutch.
 *
 * `Teken.start(map, items, spec)` is what transition/views/drawing_map.py writes; `items` is the group folium's Draw plugin keeps
 * what is drawn in. Boundaries come from the machine itself, as TopoJSON. Text from data only ever becomes textContent.
 */
"use strict";

const Teken = (() => {
  const WORDS = {
    draw: {
      toolbar: {
        actions: { title: "Stop met tekenen", text: "Stop" },
        finish: { title: "Sluit de omtrek", text: "Klaar" },
        undo: { title: "Haal het laatste punt weg", text: "Laatste punt weg" },
        buttons: { polygon: "Teken een omtrek" },
      },
      handlers: {
        polygon: {
          tooltip: {
            start: "Klik om te beginnen.",
            cont: "Klik voor het volgende punt.",
            end: "Klik op het eerste punt om te sluiten.",
          },
        },
        polyline: { error: "De lijnen mogen elkaar niet kruisen." },
      },
    },
    edit: {
      toolbar: {
        actions: {
          save: { title: "Neem de wijziging over", text: "Klaar" },
          cancel: { title: "Laat het zoals het was", text: "Terug" },
          clearAll: { title: "Haal alles weg", text: "Alles weg" },
        },
        buttons: {
          edit: "Verschuif punten",
          editDisabled: "Er is nog geen omtrek",
          remove: "Haal een omtrek weg",
          removeDisabled: "Er is nog geen omtrek",
        },
      },
      handlers: {
        edit: { tooltip: { text: "Sleep aan de punten.", subtext: "" } },
        remove: { tooltip: { text: "Klik op de omtrek die weg moet." } },
      },
    },
  };

  function merge(into, words) {
    for (const [name, value] of Object.entries(words)) {
      if (typeof value === "string") into[name] = value;
      else merge((into[name] ??= {}), value);
    }
  }

  /** The lines of the areas of a TopoJSON layer whose code is wanted, as [latitude, longitude]. */
  function lines(topology, codes) {
    const { scale, translate } = topology.transform;
    const wanted = new Set(codes);
    const kept = new Map();
    const arc = (number) => {
      const at = number < 0 ? ~number : number;
      if (!kept.has(at)) {
        let east = 0, north = 0;
        kept.set(at, topology.arcs[at].map(([dx, dy]) => {
          east += dx;
          north += dy;
          return [north * scale[1] + translate[1], east * scale[0] + translate[0]];
        }));
      }
      return number < 0 ? [...kept.get(at)].reverse() : kept.get(at);
    };
    return Object.values(topology.objects)[0].geometries
      .filter(({ properties }) => wanted.has(properties.code))
      .map(({ type, arcs = [], properties }) => {
        const rings = type === "MultiPolygon" ? arcs : [arcs];
        return { name: properties.name, parts: rings.map((part) => part.map((ring) => ring.flatMap(arc))) };
      });
  }

  async function boundaries(map, { url, codes, colour, weight, named, fit }) {
    const answer = await fetch(url);
    if (!answer.ok) return;
    const drawn = L.featureGroup();
    for (const { name, parts } of lines(await answer.json(), codes)) {
      const area = L.polygon(parts, { color: colour, weight, fill: named, fillOpacity: 0, interactive: named });
      if (named && name) {
        const label = document.createElement("span");
        label.textContent = name;
        area.bindTooltip(label, { sticky: true });
      }
      drawn.addLayer(area);
    }
    drawn.addTo(map).bringToBack();
    if (fit && drawn.getLayers().length) map.fitBounds(drawn.getBounds(), { padding: [8, 8] });
  }

  function start(map, items, spec) {
    merge(L.drawLocal, WORDS);
    for (const name of ["paper", "line", "ink"]) document.documentElement.style.setProperty(`--${name}`, spec[name]);
    for (const part of spec.outline) {
      const rings = part.map((ring) => ring.map(([east, north]) => [north, east]));
      items.addLayer(L.polygon(rings, spec.shape));
    }
    if (spec.outline.length) map.fitBounds(items.getBounds(), { padding: [40, 40], maxZoom: 16 });
    spec.layers.forEach((layer) => boundaries(map, { ...layer, fit: layer.fit && !spec.outline.length }));
  }

  merge(L.drawLocal, WORDS); // before folium makes the control: its buttons take their titles then
  return { start };
})();
