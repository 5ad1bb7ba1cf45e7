/* The choices on the map itself: which figure, which part, per how many, and which year; the years also play.
 *
 * A choice is painted at once: the picture comes from the address of the present one with one word changed. Only then the
 * page hears of it, and follows with its heading, table and address. So a change takes as long as a map takes to paint.
 */
"use strict";

class KaartKeuzes {
  static SECONDS_A_YEAR = 1.2;
  static REST = 200; // ms a slider must lie still before the page follows
  static WORDS = { indicator: "indicator", breakdown: "deel", per: "per", period: "period" }; // field -> word in an address

  /** `view`: the map's view in static/kaart.js, with `paint(spec)`, `say(words)` and `spec`, the picture that is shown. */
  constructor(view) {
    this.view = view;
    this.told = []; // addresses of pictures the page was told of and has not followed yet
    this.pictures = new Map(); // address as asked -> the picture, or the promise of one
    this.turn = 0;
    this.fields = new Map();
  }

  /** Fetches what can be chosen beside a picture, and shows it. */
  async show(spec) {
    if (!spec.address || spec.address === this.shown) return;
    this.shown = spec.address;
    let controls;
    try {
      controls = await Kaart.fetched(spec.address.replace("/beeld?", "/keuzes?"));
      await Kaart.styled();
    } catch {
      this.shown = ""; // a map without its choices is still a map; the next picture tries again
      return;
    }
    if (this.shown === spec.address && !this.isChoosing) this.draw(controls);
  }

  /** Whether a picture that the page sends needs no painting: it is there already, or a newer choice is under way. */
  isKnown(address) {
    const at = this.told.indexOf(address);
    this.told = at < 0 ? [] : this.told.slice(at + 1);
    return at >= 0 && (this.told.length > 0 || this.view.spec?.address === address);
  }

  pictureOf(address) {
    if (!this.pictures.has(address)) {
      if (this.pictures.size > 40) this.pictures.delete(this.pictures.keys().next().value);
      const coming = Kaart.fetched(address);
      coming.catch(() => this.pictures.delete(address));
      this.pictures.set(address, coming);
    }
    return this.pictures.get(address);
  }

  addressWith(field, value) {
    const address = new URL(this.view.spec.address, window.location.href);
    address.searchParams.set(KaartKeuzes.WORDS[field], value);
    return address.pathname + address.search;
  }

  async choose(field, value, rest = 0) {
    const turn = (this.turn += 1);
    this.isChoosing = true; // what comes late about an earlier choice must not move the slider back
    let spec = null;
    try {
      spec = await this.pictureOf(this.addressWith(field, value));
    } catch {
      // The figure does not exist here, or the answer did not come: the page knows what to say.
    }
    if (turn !== this.turn) return;
    this.isChoosing = false;
    clearTimeout(this.resting);
    if (spec) await this.view.paint(spec);
    this.resting = setTimeout(() => this.tell(field, value, spec), rest);
  }

  tell(field, value, spec) {
    if (spec) this.told.push(spec.address);
    const choice = { [KaartKeuzes.WORDS[field]]: value };
    window.Streamlit?.setComponentValue({ choice, address: spec?.address, playing: Boolean(this.clock), at: Date.now() });
  }

  // ---- what is on the screen --------------------------------------------------------------------------------------

  draw(controls) {
    if (!this.bar) this.build();
    const byField = new Map(controls.map((control) => [control.field, control]));
    for (const field of ["indicator", "breakdown", "per"]) this.drawSelect(field, byField.get(field));
    this.drawYears(byField.get("period"));
    this.leaveRoom();
  }

  /** The map gives up the height its choices take. The frame itself may still have no height at all. */
  leaveRoom() {
    const taken = this.bar.offsetHeight + this.years.offsetHeight;
    document.documentElement.style.setProperty("--kaart-bars", `${taken}px`);
    this.view.map.invalidateSize({ animate: false });
  }

  build() {
    const { element } = Kaart;
    const map = this.view.map.getContainer();
    this.bar = element("div", { class: "kaart-bar", role: "group", "aria-label": "Wat de kaart laat zien" });
    this.years = element("div", { class: "kaart-bar kaart-years", role: "group", "aria-label": "Jaren" });
    map.before(this.bar);
    map.after(this.years);
    document.documentElement.style.setProperty("--kaart-height", map.style.height);
    document.documentElement.classList.add("kaart-with-choices");
    new ResizeObserver(() => this.leaveRoom()).observe(this.bar);
    this.play = element("button", { type: "button" }, "Speel af");
    this.play.addEventListener("click", () => (this.clock ? this.stop() : this.start()));
    this.slider = element("input", { type: "range", min: "0", step: "1", "aria-label": "Jaar op de kaart" });
    this.slider.addEventListener("input", () => {
      this.halt();
      this.chooseYear(Number(this.slider.value), KaartKeuzes.REST);
    });
    this.first = element("span", { class: "kaart-muted", "aria-hidden": "true" });
    this.last = element("span", { class: "kaart-muted", "aria-hidden": "true" });
    this.year = element("output", {});
    this.years.append(this.play, this.year, this.first, this.slider, this.last);
  }

  drawSelect(field, control) {
    const { element } = Kaart;
    if (!this.fields.has(field)) {
      const select = element("select", {});
      select.addEventListener("change", () => this.choose(field, select.value));
      const label = element("label", { class: `kaart-choice kaart-choice-${field}` }, element("span", {}), select);
      this.bar.append(label);
      this.fields.set(field, { label, select, options: "" });
    }
    const shown = this.fields.get(field);
    shown.label.hidden = !control;
    if (!control) return;
    const options = JSON.stringify(control.options);
    if (options !== shown.options) {
      // Only when they differ: a select that is filled anew loses the reader's place in it.
      shown.options = options;
      shown.label.firstChild.textContent = control.label;
      shown.select.replaceChildren(...control.options.map(([value, words]) => element("option", { value }, words)));
    }
    shown.select.value = control.value;
  }

  drawYears(control) {
    this.years.hidden = !control;
    if (!control) return this.halt();
    this.periods = control.options.map(([value]) => value);
    this.slider.max = String(this.periods.length - 1);
    this.first.textContent = this.periods[0];
    this.last.textContent = this.periods[this.periods.length - 1];
    this.showYear(this.periods.indexOf(control.value));
  }

  showYear(at) {
    this.slider.value = String(at);
    this.slider.setAttribute("aria-valuetext", this.periods[at]);
    this.year.textContent = this.periods[at];
  }

  chooseYear(at, rest = 0) {
    this.showYear(at);
    return this.choose("period", this.periods[at], rest);
  }

  // ---- playing ----------------------------------------------------------------------------------------------------

  start() {
    this.clock = setInterval(() => this.step(), KaartKeuzes.SECONDS_A_YEAR * 1000);
    this.play.textContent = "Stop";
    this.at = 0;
    this.chooseYear(0);
    this.prepare();
  }

  step() {
    this.at += 1;
    if (this.at >= this.periods.length - 1) this.halt(); // the last year is told as one to stay with
    this.chooseYear(Math.min(this.at, this.periods.length - 1));
    this.prepare();
  }

  /** Has the picture of the next year come while this one is looked at. */
  prepare() {
    const next = this.periods[this.at + 1];
    if (next) this.pictureOf(this.addressWith("period", next)).catch(() => 0);
  }

  /** Stops, and tells the page in which year. */
  stop() {
    this.halt();
    this.chooseYear(this.at);
  }

  halt() {
    clearInterval(this.clock);
    this.clock = null;
    if (this.play) this.play.textContent = "Speel af";
  }
}
