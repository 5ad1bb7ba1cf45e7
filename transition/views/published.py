"""Published figures in words: how they were given, where publications disagree, what was not found, and the form to fill that in."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.domain.areas import Area, Level
from transition.published import Disagreement, PublishedFigure, Quantity
from transition.views import text

READ_AT = {"V": "bij de uitgever zelf", "V2": "in een ander stuk"}
BID, BID_EDITION = "res_bid_twh", "RES 1.0"
PIPELINE = "res_pipeline_twh"
FORM_LINES = (
    "Invulblad voor: bod, pijplijn en wat er al is, per energieregio",
    "Eén regel per gebied en jaar. Haal de regels weg die u niet invult. Onbekend: ? Niet van toepassing: n.v.t.",
    "bron_url: adres van de publicatie. peildatum: dag-maand-jaar. status: definitief, voorlopig of geschat (leeg is voorlopig).",
    "bod_twh: het bod van de regio voor dat jaar (meestal 2030), in TWh (1 TWh is 1 miljard kWh)",
    "pijplijn_twh: vergund of met subsidie en nog niet gebouwd, in TWh",
    "gerealiseerd_twh: wat er staat en meetelt, in TWh",
)
"""Above the form: how it is filled in. What is read back begins at the column titles below."""
SHOWN = ["Onderwerp", "Zoals gepubliceerd", "Gebied", "Jaar", "Bron", "Gelezen", "Opmerking"]
"""The columns of `shown`."""
ALL = ""


def table(figures: Sequence[PublishedFigure], known: Mapping[str, Quantity]) -> pd.DataFrame:
    """One row a figure, in the reader's words; `Waarde`, `Laagste` and `Hoogste` are numbers in the row's unit."""
    rows = [
        {
            "Onderwerp": known[f.quantity].name,
            "Deel": f.part,
            "Gebied": f.area_name,
            "Code": f.area,
            "Jaar": f.period or "niet genoemd",
            "Zoals gepubliceerd": amount(f, known[f.quantity]),
            "Waarde": f.value,
            "Laagste": f.low,
            "Hoogste": f.high,
            "Eenheid": f.unit,
            "Uitgave": f.edition,
            "Bron": f.source,
            "Adres": f.address,
            "Gelezen": READ_AT[f.tag],
            "Opmerking": f.note,
            "Betekenis": known[f.quantity].definition,
            "Let op": known[f.quantity].limits,
            "Nummer": f.id,
        }
        for f in figures
    ]
    made = pd.DataFrame(rows)
    numbers = [name for name in ("Waarde", "Laagste", "Hoogste") if name in made]
    return made.astype(dict.fromkeys(numbers, "float64"))


def shown(figures: Sequence[PublishedFigure], known: Mapping[str, Quantity]) -> pd.DataFrame:
    """The same for the page, in fewer columns: the part beside the subject, the edition beside the source."""
    made = table(figures, known)
    part = made["Deel"].map(lambda part: f", {part}" if part else "")
    joined = made.assign(Onderwerp=made["Onderwerp"] + part, Bron=made["Bron"] + " (" + made["Uitgave"] + ")")
    return joined[SHOWN]


def meanings(figures: Sequence[PublishedFigure], known: Mapping[str, Quantity]) -> list[str]:
    """What the subjects of these figures mean and what they are not, one line each."""
    there = dict.fromkeys(figure.quantity for figure in figures)
    return [f"**{known[id].name}** ({known[id].unit}): {known[id].definition} {known[id].limits}" for id in there]


def amount(figure: PublishedFigure, quantity: Quantity) -> str:
    """The figure as it was given: '1,35 TWh', 'ongeveer 42 TWh', '35 tot 46 TWh', '38,2 TWh (31,2 tot 45,7)', 'hoogstens 5%'."""

    def plain(value: float) -> str:
        return text.number(value, _decimals(value, quantity.decimals))

    def whole(value: float) -> str:
        if quantity.unit == "euro" and (large := _large(value)):
            return f"{large} euro"
        return text.quantity(value, quantity.unit, _decimals(value, quantity.decimals))

    about = "ongeveer " if figure.approximate else ""
    low, value, high = figure.low, figure.value, figure.high
    if value is not None:
        band = f" ({plain(low)} tot {plain(high)})" if low is not None and high is not None else ""
        return f"{about}{whole(value)}{band}"
    if low is not None and high is not None:
        return f"{about}{plain(low)} tot {whole(high)}"
    if high is not None:
        return f"hoogstens {whole(high)}"
    return f"minstens {whole(low)}" if low is not None else "–"


def _large(value: float) -> str:
    """'347 miljoen', '1,5 miljard'; '' for an amount that is less, or that has more digits than fit in such words."""
    for size, name in ((1e9, "miljard"), (1e6, "miljoen")):
        if value >= size:
            found = value / size
            return f"{text.number(found, _decimals(found, 3))} {name}" if round(found, 3) == found else ""
    return ""


def _decimals(value: float, most: int) -> int:
    """As many as the figure has: no false precision, and 'most' as the limit."""
    return next((n for n in range(most) if round(value, n) == value), most)


def sentence(one: Disagreement, known: Mapping[str, Quantity]) -> str:
    """What the publications say, side by side; nobody chooses. When the same sources are named for both, the notes say what is known."""
    first = one.figures[0]
    quantity = known[first.quantity]
    period = "" if first.period in quantity.name.split() else first.period
    subject = ", ".join(part for part in (quantity.name, first.part, first.area_name, period) if part)
    said: dict[str, list[str]] = {}
    for figure in one.figures:
        said.setdefault(amount(figure, quantity), []).append(f"{figure.source} ({figure.edition})")
    values = "; ".join(f"{value} volgens {' en '.join(who)}" for value, who in said.items())
    notes = dict.fromkeys(figure.note for figure in one.figures if figure.note)
    untold = len({(figure.source, figure.edition) for figure in one.figures}) < len(said)
    return " ".join([f"**{subject}:** {values}.", *(notes if untold else ())])


def regions_without(quantity: str, areas: Sequence[Area], figures: Sequence[PublishedFigure]) -> list[Area]:
    """The energy regions of which no figure was found, by name; of the bid only an adopted one counts. areas: of any level."""
    found = {
        f.area
        for f in figures
        if f.quantity == quantity and not f.part and (quantity != BID or f.edition == BID_EDITION)
    }
    return [area for area in _regions(areas) if area.code not in found]


def not_found(missing_bid: Sequence[Area], missing_pipeline: Sequence[Area], regions: int) -> str:
    """What is missing of the energy regions, and what the reader can do about it; '' when nothing is."""
    said = []
    if missing_bid:
        names = text.enumeration([area.name for area in missing_bid])
        said.append(f"Van {len(missing_bid)} van de {regions} energieregio's ontbreekt het vastgestelde bod: {names}.")
    if missing_pipeline:
        count = f"van {len(missing_pipeline)} van de {regions}" if len(missing_pipeline) < regions else "van alle"
        said.append(f"De pijplijn ontbreekt {count} energieregio's.")
    if not said:
        return ""
    ask = "Hebt u deze cijfers? Vul dan het invulblad in. Schrijf bij elk cijfer waar het staat. Haal de regels weg die u niet invult."
    return " ".join(["**Dit is niet gevonden.**", *said, ask])


def _regions(areas: Sequence[Area]) -> list[Area]:
    return sorted((area for area in areas if area.level is Level.RES), key=lambda area: area.name)


def template(areas: Sequence[Area], figures: Sequence[PublishedFigure], known: Mapping[str, Quantity]) -> pd.DataFrame:
    """The form to fill in: one row per energy region, with the place where each figure was found.

    Its columns are those the upload reads: gebied, gebiedscode, jaar, a column per figure, status, bron_url, peildatum,
    ingevoerd_door, toelichting.
    """
    bids = {
        f.area: amount(f, known[BID]) for f in figures if f.quantity == BID and f.edition == BID_EDITION and not f.part
    }
    rows = [
        {
            "gebied": area.name,
            "gebiedscode": area.code,
            "jaar": "2030",
            "bod_twh": "",
            "pijplijn_twh": "",
            "gerealiseerd_twh": "",
            "status": "",
            "bron_url": "",
            "peildatum": "",
            "ingevoerd_door": "",
            "toelichting": f"bod bekend: {bids[area.code]}" if area.code in bids else "bod ontbreekt",
        }
        for area in _regions(areas)
    ]
    return pd.DataFrame(rows)
