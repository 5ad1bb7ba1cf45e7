/* The map's own script: draws classes of areas on canvases in a Leaflet map, with legend, tooltip and picture to keep.
 *
 * `Kaart.paint(map, spec)` is what the page calls; transition/views/choropleth.py writes `spec`. `Kaart.follow(map, address)`
 * stands for a picture the map painted itself, after a choice on it (static/kaart-keuzes.js). Boundaries are fetched once
 * per address and kept; a change of indicator or year only brings a string with one character per area, and only the fill
 * canvas is drawn again. Values for tooltips are fetched after painting. Text from data only ever becomes textContent.
 */
"use strict";

const Kaart = (() => {
  const KINDS = { m: "dots", s: "dense", n: "blank", p: "light" }; // why there is no value -> how it looks
  const OUTSIDE = "x";
  const FINEST = 0.7; // pixels a point must lie from the one before to be drawn
  const NARROW = 560; // pixels of map width below which the legend folds into a button

  // ---- boundaries -------------------------------------------------------------------------------------------------

  /** TopoJSON -> arcs in pixels of zoom 0 (Web Mercator), and per area its rings as lists of arcs. */
  function decoded(topology) {
    const { scale, translate } = topology.transform;
    const arcs = topology.arcs.map((steps) => {
      const points = new Float64Array(steps.length * 2);
      let east = 0, north = 0;
      steps.forEach(([dx, dy], at) => {
        east += dx;
        north += dy;
        const latitude = ((north * scale[1] + translate[1]) * Math.PI) / 180;
        points[2 * at] = ((east * scale[0] + translate[0]) / 360 + 0.5) * 256;
        points[2 * at + 1] = (0.5 - Math.log(Math.tan(Math.PI / 4 + latitude / 2)) / (2 * Math.PI)) * 256;
      });
      return points;
    });
    const boxes = arcs.map(boxOf);
    const uses = new Uint8Array(arcs.length);
    const areas = Object.values(topology.objects)[0].geometries.map(({ type, arcs: lists = [], properties }) => {
      const rings = type === "MultiPolygon" ? lists.flat() : lists;
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const arc of rings.flat()) {
        const index = arc < 0 ? ~arc : arc;
        uses[index] += 1;
        grow(box, boxes[index]);
      }
      return { code: properties.code, name: properties.name || properties.code, rings, box };
    });
    const index = new Map(areas.map((area, at) => [area.code, at]));
    const widths = areas.map(({ box }) => box[2] - box[0]).filter(Number.isFinite).sort((a, b) => a - b);
    const anchor = areas.length ? [areas[0].box[0], areas[0].box[1]].map((x) => (Number.isFinite(x) ? x : 0)) : [0, 0];
    return { arcs, boxes, uses, areas, index, anchor, width: widths[widths.length >> 1] || 0 };
  }

  function boxOf(points) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < points.length; at += 2) {
      grow(box, [points[at], points[at + 1], points[at], points[at + 1]]);
    }
    return box;
  }

  function grow(box, other) {
    box[0] = Math.min(box[0], other[0]);
    box[1] = Math.min(box[1], other[1]);
    box[2] = Math.max(box[2], other[2]);
    box[3] = Math.max(box[3], other[3]);
  }

  const apart = (a, b) => a[2] < b[0] || a[0] > b[2] || a[3] < b[1] || a[1] > b[3];

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  /** Waits until the style sheet is here: streamlit-folium adds it beside the scripts. After two seconds it paints without. */
  async function styled() {
    const isHere = () => getComputedStyle(document.documentElement).getPropertyValue("--kaart-styled");
    for (let turn = 0; turn < 400 && !isHere(); turn += 1) await pause(5);
  }

  const layers = new Map(); // address -> decoded layer, or the promise of one

  async function fetched(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  }

  function layerOf(url) {
    if (!layers.has(url)) {
      const coming = fetched(url).then((topology) => {
        const layer = decoded(topology);
        layers.set(url, layer);
        return layer;
      });
      coming.catch(() => layers.delete(url));
      layers.set(url, coming);
    }
    return layers.get(url);
  }

  // ---- drawing ----------------------------------------------------------------------------------------------------

  /** A tile that, repeated, fills an area: a class colour, or the pattern of a kind of nothing. */
  function tileOf(letter, colours, ratio) {
    const kind = KINDS[letter];
    const size = kind === "dense" ? 4 : 8;
    const tile = document.createElement("canvas");
    tile.width = tile.height = Math.round(size * ratio);
    const context = tile.getContext("2d", { willReadFrequently: true });
    context.scale(tile.width / size, tile.width / size);
    context.fillStyle = letter === OUTSIDE ? colours.quiet : kind ? colours.paper : colours.classes[Number(letter)];
    context.fillRect(0, 0, size, size);
    if (!kind || kind === "blank") return tile;
    context.fillStyle = context.strokeStyle = colours.muted;
    if (kind === "dots") {
      for (const [x, y] of [[2, 2], [6, 6]]) {
        context.beginPath();
        context.arc(x, y, 1, 0, 7);
        context.fill();
      }
    } else {
      context.globalAlpha = kind === "light" ? 0.55 : 1;
      context.lineWidth = 1;
      context.beginPath();
      for (const shift of [-size, 0, size]) {
        context.moveTo(shift, kind === "light" ? 0 : size);
        context.lineTo(shift + size, kind === "light" ? size : 0);
      }
      context.stroke();
    }
    return tile;
  }

  /** One Leaflet layer for all areas: three canvases that share position and zoom animation (fills, borders, marks). */
  const Areas = L.Renderer.extend({
    _initContainer() {
      this._container = L.DomUtil.create("div", "kaart-areas");
      this._canvases = ["fills", "borders", "marks"].map(() => {
        const canvas = document.createElement("canvas");
        this._container.appendChild(canvas);
        return canvas;
      });
    },

    _destroyContainer() {
      L.DomUtil.remove(this._container);
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      this._ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      for (const canvas of this._canvases) {
        canvas.width = Math.round(size.x * this._ratio);
        canvas.height = Math.round(size.y * this._ratio);
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this._drawAll();
    },

    /** Takes another layer, other classes or other colours; draws only what that changes. */
    show(layer, spec) {
      const borders = layer !== this._layer || spec.colours.paper !== this._spec.colours.paper;
      if (layer !== this._layer) this._pathsZoom = undefined;
      this._layer = layer;
      this._spec = spec;
      this._hovered = -1;
      if (borders) return this._drawAll();
      this._drawFills();
      this._drawMarks();
    },

    hover(at) {
      this._hovered = at;
      this._drawMarks();
    },

    /** The number of the area at a point of the map's frame, -1 for none. */
    areaAt(point) {
      if (!this._owners) return -1;
      const { x, y } = this._map.containerPointToLayerPoint(point).subtract(this._bounds.min).multiplyBy(this._ratio);
      const { width, height } = this._canvases[0];
      if (x < 0 || y < 0 || x >= width || y >= height) return -1;
      return this._owners[Math.floor(y) * width + Math.floor(x)] - 1;
    },

    /** Readies a canvas for drawing in pixels of this zoom, counted from the layer's anchor. */
    _context(number) {
      const context = this._canvases[number].getContext("2d");
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._canvases[number].width, this._canvases[number].height);
      const shift = this._anchor.subtract(this._map.getPixelOrigin()).subtract(this._bounds.min);
      context.setTransform(this._ratio, 0, 0, this._ratio, shift.x * this._ratio, shift.y * this._ratio);
      return context;
    },

    /** Paths are kept as long as the zoom stays; what is in view is worked out again after every move. */
    _prepare() {
      const scale = this._map.getZoomScale(this._map.getZoom(), 0);
      if (this._pathsZoom !== scale) {
        this._pathsZoom = scale;
        this._anchor = L.point(this._layer.anchor).multiplyBy(scale).round();
        this._thinned = [];
        this._paths = [];
      }
      const origin = this._map.getPixelOrigin();
      const { min, max } = this._bounds;
      this._view = [min.add(origin), max.add(origin)].flatMap(({ x, y }) => [x / scale, y / scale]);
      this._visible = [];
      this._layer.areas.forEach(({ box }, at) => apart(box, this._view) || this._visible.push(at));
    },

    /** An arc in pixels, without the points that fall on one another at this zoom. */
    _arc(index) {
      if (this._thinned[index]) return this._thinned[index];
      const points = this._layer.arcs[index];
      const kept = [];
      let lastX = Infinity, lastY = Infinity;
      for (let at = 0; at < points.length; at += 2) {
        const x = points[at] * this._pathsZoom - this._anchor.x;
        const y = points[at + 1] * this._pathsZoom - this._anchor.y;
        if (at === points.length - 2 || Math.abs(x - lastX) > FINEST || Math.abs(y - lastY) > FINEST) {
          kept.push((lastX = x), (lastY = y));
        }
      }
      return (this._thinned[index] = kept);
    },

    _path(number) {
      if (this._paths[number]) return this._paths[number];
      const path = new Path2D();
      for (const ring of this._layer.areas[number].rings) {
        let first = true;
        for (const arc of ring) {
          const points = this._arc(arc < 0 ? ~arc : arc);
          for (let step = 0; step < points.length; step += 2) {
            const at = arc < 0 ? points.length - 2 - step : step;
            if (first) path.moveTo(points[at], points[at + 1]);
            else path.lineTo(points[at], points[at + 1]);
            first = false;
          }
        }
        path.closePath();
      }
      return (this._paths[number] = path);
    },

    _drawAll() {
      if (!this._layer || !this._bounds) return;
      this._prepare();
      this._claim();
      this._drawFills();
      this._drawBorders();
      this._drawMarks();
    },

    /** Writes down for every pixel whose area it is (0: nobody's), by the even-odd rule along each row's middle.
     *
     * Done once per view. After that a change of classes is one look-up per pixel, whatever the number of areas.
     */
    _claim() {
      const { width, height } = this._canvases[0];
      const shift = this._anchor.subtract(this._map.getPixelOrigin()).subtract(this._bounds.min);
      const device = (pixel, move) => (pixel + move) * this._ratio;
      this._owners = new Uint16Array(width * height); // the Netherlands has some 14,000 buurten
      for (const number of this._visible) {
        const crossings = new Map(); // row -> where borders cross it
        for (const arc of this._layer.areas[number].rings.flat()) {
          const points = this._arc(arc < 0 ? ~arc : arc);
          for (let at = 2; at < points.length; at += 2) {
            const x1 = device(points[at - 2], shift.x), y1 = device(points[at - 1], shift.y);
            const x2 = device(points[at], shift.x), y2 = device(points[at + 1], shift.y);
            const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
            const last = Math.min(height, Math.ceil(Math.max(y1, y2) - 0.5));
            for (let row = first; row < last; row += 1) {
              const x = x1 + ((row + 0.5 - y1) * (x2 - x1)) / (y2 - y1);
              if (crossings.has(row)) crossings.get(row).push(x);
              else crossings.set(row, [x]);
            }
          }
        }
        for (const [row, places] of crossings) {
          places.sort((a, b) => a - b);
          for (let at = 1; at < places.length; at += 2) {
            const from = Math.max(0, Math.ceil(places[at - 1] - 0.5));
            const to = Math.min(width, Math.ceil(places[at] - 0.5));
            if (to > from) this._owners.fill(number + 1, row * width + from, row * width + to);
          }
        }
      }
    },

    /** Colours every pixel by the class of its area. */
    _drawFills() {
      const context = this._context(0);
      const { classes, colours } = this._spec;
      const { width, height } = this._canvases[0];
      const tiles = new Map();
      for (const letter of new Set(classes)) {
        const tile = tileOf(letter, colours, this._ratio);
        const { data } = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
        tiles.set(letter, { size: tile.width, pixels: new Uint32Array(data.buffer) });
      }
      const plain = new Uint32Array(classes.length + 1); // 0: nobody's pixel, or one of a patterned area
      const patterned = new Array(classes.length + 1);
      for (let at = 0; at < classes.length; at += 1) {
        if (KINDS[classes[at]]) patterned[at + 1] = tiles.get(classes[at]);
        else plain[at + 1] = tiles.get(classes[at]).pixels[0];
      }
      const image = context.createImageData(width, height);
      const pixels = new Uint32Array(image.data.buffer);
      const owners = this._owners;
      for (let at = 0; at < owners.length; at += 1) {
        const owner = owners[at];
        if (owner === 0) continue;
        const tile = patterned[owner];
        if (tile === undefined) pixels[at] = plain[owner];
        else pixels[at] = tile.pixels[(Math.floor(at / width) % tile.size) * tile.size + ((at % width) % tile.size)];
      }
      context.putImageData(image, 0, 0);
    },

    /** Thin where areas are small on the screen, so that borders never cover the colours. */
    _borderWidth() {
      return Math.max(0.15, Math.min(1, (this._layer.width * this._pathsZoom) / 22));
    },

    _drawBorders() {
      const context = this._context(1);
      const inner = new Path2D(), outer = new Path2D();
      this._layer.boxes.forEach((box, index) => {
        if (!this._layer.uses[index] || apart(box, this._view)) return;
        const path = this._layer.uses[index] > 1 ? inner : outer;
        const points = this._arc(index);
        path.moveTo(points[0], points[1]);
        for (let at = 2; at < points.length; at += 2) path.lineTo(points[at], points[at + 1]);
      });
      const { paper, muted } = this._spec.colours;
      context.lineJoin = "round";
      context.lineWidth = this._borderWidth();
      context.strokeStyle = paper;
      context.stroke(inner);
      context.lineWidth = Math.max(0.5, this._borderWidth());
      context.strokeStyle = muted;
      context.stroke(outer);
    },

    /** Outlines: areas without a value, the one under the pointer, the chosen one. */
    _drawMarks() {
      const context = this._context(2);
      const { paper, ink, muted } = this._spec.colours;
      const chosen = this._layer.index.get(this._spec.chosen);
      const outline = (at, width, colour) => {
        context.lineWidth = width;
        context.strokeStyle = colour;
        context.stroke(this._path(at));
      };
      context.lineJoin = "round";
      for (const at of this._visible) if (KINDS[this._spec.classes[at]]) outline(at, this._borderWidth(), muted);
      if (this._hovered >= 0 && this._hovered !== chosen) outline(this._hovered, 1.5, ink);
      if (chosen === undefined) return;
      outline(chosen, 5, paper);
      outline(chosen, 2.5, ink);
    },

    /** Draws the map as it stands onto another canvas, at that canvas's own scale. */
    copyTo(context, x, y) {
      const at = this._map.layerPointToContainerPoint(this._bounds.min);
      const size = this._bounds.getSize();
      for (const canvas of this._canvases) context.drawImage(canvas, x + at.x, y + at.y, size.x, size.y);
    },
  });

  // ---- words ------------------------------------------------------------------------------------------------------

  const numbers = new Map();

  function number(value, decimals) {
    if (!numbers.has(decimals)) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      numbers.set(decimals, new Intl.NumberFormat("nl-NL", digits));
    }
    return numbers.get(decimals).format(value);
  }

  const measured = (value, { decimals, unit }) => `${number(value, decimals)}${unit.startsWith("%") ? "" : " "}${unit}`;

  /** An element with attributes and children; strings become text, never markup. */
  function element(tag, attributes = {}, ...children) {
    const svg = ["svg", "rect", "path", "line"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function swatch(letter, colours) {
    const ratio = window.devicePixelRatio || 1;
    const canvas = element("canvas", { class: "kaart-swatch", width: 22 * ratio, height: 14 * ratio, "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.fillStyle = context.createPattern(tileOf(letter, colours, ratio), "repeat");
    context.scale(1 / ratio, 1 / ratio); // the tile counts in pixels of the screen
    context.fillRect(0, 0, 22 * ratio, 14 * ratio);
    context.scale(ratio, ratio);
    context.strokeStyle = KINDS[letter] ? colours.muted : colours.line;
    context.strokeRect(0.5, 0.5, 21, 13);
    return canvas;
  }

  // ---- legend -----------------------------------------------------------------------------------------------------

  function histogram({ bars, low, high, bounds, at }, colours) {
    const [width, height] = [224, 44];
    const tallest = Math.max(1, ...bars);
    const step = width / bars.length;
    const drawing = element("svg", { viewBox: `0 0 ${width} ${height + 7}`, class: "kaart-histogram", "aria-hidden": "true" });
    bars.forEach((count, bar) => {
      if (!count) return;
      const middle = low + ((bar + 0.5) / bars.length) * (high - low);
      const tall = Math.max(2, (count / tallest) * height);
      const place = { x: bar * step + 0.5, y: height - tall, width: step - 1, height: tall };
      const colour = colours.classes[bounds.filter((bound) => bound <= middle).length];
      drawing.append(element("rect", { ...place, fill: colour, stroke: colours.muted, "stroke-width": 0.5 }));
    });
    drawing.append(element("line", { x1: 0, x2: width, y1: height, y2: height, stroke: colours.muted }));
    if (at !== null) {
      const x = Math.max(4, Math.min(width - 4, ((at - low) / (high - low)) * width));
      drawing.append(element("line", { x1: x, x2: x, y1: 0, y2: height, stroke: colours.ink, "stroke-width": 1.5 }));
      drawing.append(element("path", { d: `M${x} ${height}l4 7h-8z`, fill: colours.ink }));
    }
    return drawing;
  }

  const swatches = new Map(); // a canvas is dear to make, and a legend changes little: each is made once and moved

  function keptSwatch(letter, colours) {
    const name = [letter, letter >= "0" && letter <= "9" ? colours.classes[Number(letter)] : colours.paper].join();
    if (!swatches.has(name)) swatches.set(name, swatch(letter, colours));
    return swatches.get(name);
  }

  const row = (letter, words, count, colours) =>
    element("li", {}, keptSwatch(letter, colours), element("span", {}, words), element("span", { class: "kaart-count" }, number(count, 0)));

  function legendContent({ legend, colours, format }) {
    const { title, labels, counts, missing, histogram: bars, chosen, note } = legend;
    const scale = bars && element("div", { class: "kaart-scale" }, element("span", {}, number(bars.low, format.decimals)),
      element("span", {}, `${number(bars.high, format.decimals)} of meer`));
    const position = chosen && element("p", { class: "kaart-chosen" }, "▲ ", element("b", {}, chosen),
      bars && bars.at !== null ? `: ${measured(bars.at, format)}` : ": geen cijfer");
    const classes = labels.map((label, at) => row(String(at), label, counts[at], colours));
    const nothing = missing.map(([letter, words, count]) => row(letter, words, count, colours));
    return [
      element("h2", {}, title),
      element("p", { class: "kaart-muted" }, [format.unit, format.period].filter(Boolean).join(" · ")),
      bars && histogram(bars, colours), scale || null, position || null,
      element("ul", {}, ...classes),
      nothing.length ? element("ul", { class: "kaart-nothing" }, ...nothing) : null,
      note ? element("p", { class: "kaart-muted" }, note) : null,
    ].filter(Boolean);
  }

  const Legend = L.Control.extend({
    options: { position: "topleft" },
    onAdd(map) {
      this._box = element("section", { class: "kaart-legend", "aria-label": "Legenda" });
      this._fold = element("button", { type: "button", class: "kaart-fold", "aria-expanded": "false" }, "Legenda");
      this._body = element("div", { class: "kaart-body" });
      this._box.append(this._fold, this._body);
      this._fold.addEventListener("click", () => this._open(this._fold.getAttribute("aria-expanded") !== "true"));
      L.DomEvent.disableClickPropagation(this._box).disableScrollPropagation(this._box);
      map.on("resize", () => this._resize(map));
      this._resize(map);
      return this._box;
    },
    show(spec) {
      this._body.replaceChildren(...legendContent(spec));
    },
    /** Pixels the legend takes from the left of the map; none where it is folded. */
    width() {
      return this._box.classList.contains("kaart-narrow") ? 0 : this._box.offsetWidth + 20;
    },
    _resize(map) {
      this._box.classList.toggle("kaart-narrow", map.getSize().x < NARROW);
      this._body.style.maxHeight = `${map.getSize().y - 60}px`;
    },
    _open(open) {
      this._fold.setAttribute("aria-expanded", String(open));
      this._box.classList.toggle("kaart-open", open);
    },
  });

  // ---- tooltip ----------------------------------------------------------------------------------------------------

  const tables = new Map(); // address -> values per area

  function valuesOf(url) {
    if (!url) return Promise.resolve(null);
    if (!tables.has(url)) {
      if (tables.size > 20) tables.delete(tables.keys().next().value);
      const coming = fetched(url);
      coming.catch(() => tables.delete(url));
      tables.set(url, coming);
    }
    return tables.get(url);
  }

  function tooltipLines({ format, legend, classes }, values, at) {
    const letter = classes[at];
    const lines = [];
    const value = values && values.values[at];
    if (letter === OUTSIDE) return ["buiten het gekozen gebied"];
    if (KINDS[letter]) lines.push((legend.missing.find(([kind]) => kind === letter) || ["", "geen waarde"])[1]);
    else lines.push(Number.isFinite(value) ? measured(value, format) : legend.labels[Number(letter)]);
    const sure = values && Number.isFinite(value) ? format.statuses[values.status[at]] : "";
    if (format.period) lines.push([format.period, sure].filter(Boolean).join(", "));
    if (values && values.rank[at]) {
      const group = values.groups ? values.groups[values.group[at]] : "de provincie";
      lines.push(`nummer ${number(values.rank[at], 0)} van ${number(values.of[at], 0)} in ${group}`);
    }
    return lines;
  }

  // ---- picture ----------------------------------------------------------------------------------------------------

  /** A text in lines that fit a width. */
  function wrapped(context, text, width) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (context.measureText(longer).width > width && lines[lines.length - 1]) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  /** The map with its title, legend and source on one canvas; legend entries flow over as many lines as they need. */
  function picture(map, areas, spec) {
    const { colours, legend, format } = spec;
    const size = map.getSize();
    const family = getComputedStyle(map.getContainer()).fontFamily;
    const entries = [...legend.labels.map((words, at) => [String(at), words]), ...legend.missing];
    const canvas = element("canvas");
    const context = canvas.getContext("2d");
    context.font = `14px ${family}`;
    let x = 16, line = 0;
    const places = entries.map(([letter, words]) => {
      const wide = 30 + context.measureText(words).width + 20;
      if (x + wide > size.x && x > 16) [x, line] = [16, line + 1];
      const place = { letter, words, x, line };
      x += wide;
      return place;
    });
    const sourceLines = wrapped(context, [legend.source, spec.credit].filter(Boolean).join(" · "), size.x - 32);
    const [top, bottom] = [68, (line + 1) * 24 + 32 + sourceLines.length * 20];
    canvas.width = size.x * 2;
    canvas.height = (top + size.y + bottom) * 2;
    context.scale(2, 2);
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, size.x, top + size.y + bottom);
    context.save();
    context.beginPath();
    context.rect(0, top, size.x, size.y);
    context.clip();
    areas.copyTo(context, 0, top);
    context.restore();
    const write = (text, font, colour, left, baseline) => {
      context.font = `${font} ${family}`;
      context.fillStyle = colour;
      context.fillText(text, left, baseline, size.x - 32);
    };
    write(legend.title, "600 18px", colours.ink, 16, 30);
    write([format.unit, format.period, legend.chosen].filter(Boolean).join(" · "), "14px", colours.muted, 16, 54);
    const foot = top + size.y + 24;
    for (const { letter, words, x: left, line: number } of places) {
      context.drawImage(swatch(letter, colours), left, foot + number * 24 - 12, 22, 14);
      write(words, "14px", colours.ink, left + 30, foot + number * 24);
    }
    sourceLines.forEach((text, at) => write(text, "14px", colours.muted, 16, foot + line * 24 + 34 + at * 20));
    return canvas;
  }

  function keep(map, areas, spec) {
    const words = [spec.legend.title, spec.format.period].join(" ").toLowerCase();
    const file = `kaart-${words.normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}.png`;
    picture(map, areas, spec).toBlob((blob) => {
      const link = element("a", { href: URL.createObjectURL(blob), download: file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  }

  // ---- the map ----------------------------------------------------------------------------------------------------

  class View {
    constructor(map) {
      this.map = map;
      this.areas = new Areas().addTo(map);
      this.legend = new Legend().addTo(map);
      this.tooltip = element("div", { class: "kaart-tooltip", hidden: "" });
      this.message = element("p", { class: "kaart-message", role: "alert", hidden: "" });
      map.getContainer().append(this.tooltip, this.message);
      document.documentElement.lang = "nl";
      document.title = "Kaart";
      map.getContainer().setAttribute("role", "application");
      map.attributionControl.setPrefix(false);
      L.control.zoom({ position: "topright", zoomInTitle: "Inzoomen", zoomOutTitle: "Uitzoomen" }).addTo(map);
      this.addKeepButton();
      this.listen();
      this.choices = new KaartKeuzes(this);
    }

    addKeepButton() {
      const control = L.control({ position: "bottomright" });
      control.onAdd = () => {
        const button = element("button", { type: "button", class: "kaart-keep" }, "Bewaar als PNG");
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", () => this.spec && keep(this.map, this.areas, this.spec));
        return button;
      };
      control.addTo(this.map);
    }

    listen() {
      this.map.on("mousemove", ({ containerPoint, originalEvent }) => {
        if (originalEvent.target.closest(".leaflet-control")) this.leave();
        else this.point(containerPoint);
      });
      this.map.on("mouseout dragstart zoomstart", () => this.leave());
      this.map.on("click", ({ containerPoint, originalEvent }) => this.choose(containerPoint, originalEvent.pointerType));
      // The wheel scrolls the page until the map is in use.
      this.map.scrollWheelZoom.disable();
      this.map.on("focus", () => this.map.scrollWheelZoom.enable());
      this.map.on("blur", () => this.map.scrollWheelZoom.disable());
    }

    async paint(spec) {
      this.coming = spec;
      this.dress(spec.colours);
      let layer = layerOf(spec.layer);
      const controls = this.choices.show(spec);
      if (!this.spec) await Promise.all([controls, styled()]); // what they take is known before the picture is fitted in the rest
      try {
        if (layer instanceof Promise) layer = await layer;
      } catch {
        return this.say("De grenzen van deze kaart kwamen niet aan. Vernieuw de pagina.");
      }
      if (this.coming !== spec) return; // a later change has overtaken this one
      if (layer.areas.length !== spec.classes.length) {
        return this.say("De grenzen en de waarden van deze kaart horen niet bij elkaar. Vernieuw de pagina.");
      }
      this.say("");
      this.leave();
      this.spec = spec;
      this.values = null;
      this.legend.show(spec);
      this.background(spec.tiles);
      this.credit(spec.credit);
      this.areas.show(layer, spec);
      this.fit(spec.view);
      const { title } = spec.legend;
      this.map.getContainer().setAttribute("aria-label", `Kaart: ${title}, ${spec.format.period}. De tabel toont dezelfde waarden.`);
      requestAnimationFrame(() => setTimeout(() => this.painted(spec)));
    }

    painted(spec) {
      performance.mark("kaart-painted", { detail: spec.classes });
      valuesOf(spec.values).then((values) => (this.spec === spec ? (this.values = values) : 0), () => 0);
    }

    dress(colours) {
      if (colours.paper === this.paper) return; // dark or light
      this.paper = colours.paper;
      const { style } = document.documentElement;
      for (const name of ["paper", "quiet", "line", "ink", "muted", "accent"]) style.setProperty(`--${name}`, colours[name]);
    }

    say(words) {
      this.message.textContent = words;
      this.message.hidden = !words;
    }

    /** Moves to another box, beside the legend; keeps the reader's own zoom while the box stays the same. */
    fit(box) {
      if (!box || String(box) === this.box) return;
      const left = this.legend.width() + 8;
      const { x, y } = this.map.getSize();
      if (x - left < 60 || y < 60) return void this.map.once("resize", () => this.fit(box)); // a frame that is still folded
      this.box = String(box);
      const [west, south, east, north] = box;
      const padding = { paddingTopLeft: [left, 12], paddingBottomRight: [12, 24], animate: false };
      this.map.fitBounds([[south, west], [north, east]], padding);
    }

    credit(words) {
      if (words === this.credited) return;
      this.map.attributionControl.removeAttribution(this.credited || "").addAttribution(words);
      this.credited = words;
    }

    background(tiles) {
      if ((tiles || "") === (this.tiles ? this.tiles._url : "")) return;
      if (this.tiles) this.tiles.remove();
      this.tiles = tiles ? L.tileLayer(tiles, { attribution: "Achtergrond: PDOK / Kadaster", maxZoom: 19 }).addTo(this.map) : null;
      this.map.getContainer().classList.toggle("kaart-tiled", Boolean(tiles));
    }

    point(place) {
      const at = this.areas.areaAt(place);
      this.map.getContainer().style.cursor = at >= 0 ? "pointer" : "";
      if (at < 0) return this.leave();
      if (at !== this.areas._hovered) this.areas.hover(at);
      this.tell(at, place);
    }

    tell(at, place, more = []) {
      const lines = [...tooltipLines(this.spec, this.values, at), ...more];
      const { name } = this.areas._layer.areas[at];
      this.tooltip.replaceChildren(element("b", {}, name), ...lines.map((words) => element("span", {}, words)));
      this.tooltip.hidden = false;
      const size = this.map.getSize();
      const left = place.x + 16 + this.tooltip.offsetWidth > size.x ? place.x - 12 - this.tooltip.offsetWidth : place.x + 16;
      const top = Math.min(place.y + 12, size.y - this.tooltip.offsetHeight - 4);
      this.tooltip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
    }

    leave() {
      this.tooltip.hidden = true;
      if (this.areas._hovered >= 0) this.areas.hover(-1);
    }

    /** A click goes to the page; a finger first reads the tooltip, and chooses with a second tap. */
    choose(place, pointer) {
      const at = this.areas.areaAt(place);
      if (at < 0) return this.leave();
      if (pointer === "touch" && this.tapped !== at) {
        this.tapped = at;
        this.areas.hover(at);
        return this.tell(at, place, ["Tik nog eens om te kiezen"]);
      }
      this.tapped = -1;
      window.Streamlit?.setComponentValue({ code: this.areas._layer.areas[at].code, at: Date.now() });
    }
  }

  const views = new WeakMap();

  function viewOf(map) {
    if (!views.has(map)) views.set(map, new View(map));
    return views.get(map);
  }

  return {
    element,
    fetched,
    styled,
    paint(map, spec) {
      const view = viewOf(map);
      if (!view.choices.isKnown(spec.address)) return view.paint(spec);
    },
    async follow(map, address) {
      const view = viewOf(map);
      if (view.choices.isKnown(address) || view.spec?.address === address) return;
      try {
        await view.paint(await view.choices.pictureOf(address));
      } catch {
        view.say("Dit kaartbeeld kwam niet aan. Vernieuw de pagina.");
      }
    },
  };
})();
