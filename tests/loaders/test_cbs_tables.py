"""CBS tables in all their shapes and with all their quirks, on answers typed for the tests."""

import io
import json

import pandas as pd
import pytest

from loaders import (
    cbs_energy_dwellings,
    cbs_heating,
    cbs_key_figures,
    cbs_regions,
    cbs_solar_neighbourhoods,
    cbs_solar_regions,
)
from tests.loaders.recorded_answers import Publisher, answer, figure, recorded
from transition.domain.areas import is_not_assignable
from transition.ingest import odata
from transition.ingest.contract import Raw, Refused

SHAPES = ["", "v3", "v4"]
DUMP = "85005NED_zonnestroom_regio.csv"


def changed(raw: Raw, name: str, old: str, new: str) -> dict[str, bytes]:
    """The same documents with one thing changed in one of them."""
    assert old.encode() in raw[name]
    return {**raw, name: raw[name].replace(old.encode(), new.encode())}


def without(raw: Raw, part: str) -> dict[str, bytes]:
    return {name: body for name, body in raw.items() if part not in name}


# Solar power by region: three shapes, one reading.


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("area", "indicator", "period", "expected"),
    [
        ("NL01", "solar_capacity_kwp", "2024", (27979732, "provisional_revised")),
        ("NL01", "solar_installations_count", "2024", (3167299, "provisional_revised")),
        ("NL01", "solar_capacity_kwp", "2021", (14822880, "final")),
        ("NL01", "solar_production_gwh", "2019", (5399, "final")),
        ("ES07", "solar_production_gwh", "2021", (245, "final")),
        ("PV24", "solar_installations_count", "2021", (46201, "final")),
        ("GM0363", "solar_installations_count", "2019", (14872, "final")),
        ("GM0363", "solar_capacity_kwp", "2019", (89583, "final")),
        ("GM0363", "solar_capacity_kwp", "2024", (318170, "provisional_revised")),
        ("GM1680", "solar_capacity_kwp", "2019", (20968, "final")),
        ("GM1680", "solar_installations_count", "2021", (4392, "final")),
        ("GM0358", "solar_production_gwh", "2021", (None, "not_published")),
    ],
)
def test_published_figures_of_solar_power_are_read(
    shape: str, area: str, indicator: str, period: str, expected: tuple[float | None, str]
) -> None:
    assert figure(recorded(cbs_solar_regions, shape), area, indicator, period) == expected


def test_the_three_shapes_give_the_same_observations() -> None:
    key = ["area", "indicator", "breakdown", "period"]
    tables = [recorded(cbs_solar_regions, shape).observations.sort_values(key, ignore_index=True) for shape in SHAPES]
    pd.testing.assert_frame_equal(tables[0], tables[1])
    pd.testing.assert_frame_equal(tables[0], tables[2])


def test_the_order_of_the_rows_does_not_matter() -> None:
    raw = answer("cbs_solar_regions")
    head, *rows = raw[DUMP].decode().splitlines()
    turned = {**raw, DUMP: "\n".join([head, *reversed(rows), ""]).encode()}
    key = ["area", "indicator", "breakdown", "period"]
    straight, reverse = (
        cbs_solar_regions.parse(r).observations.sort_values(key, ignore_index=True) for r in (raw, turned)
    )
    pd.testing.assert_frame_equal(straight, reverse)


@pytest.mark.parametrize("shape", SHAPES)
def test_half_a_year_is_provisional_although_the_text_says_revised(shape: str) -> None:
    parsed = recorded(cbs_solar_regions, shape)
    assert parsed.partial_periods == {"2025": "2025-06-30"}
    assert figure(parsed, "GM8001", "solar_capacity_kwp", "2025") == (4000, "provisional")


@pytest.mark.parametrize("shape", SHAPES)
def test_what_no_area_got_is_kept_and_is_no_gemeente(shape: str) -> None:
    parsed = recorded(cbs_solar_regions, shape)
    assert figure(parsed, "GM0000", "solar_capacity_kwp", "2024") == (212671, "provisional_revised")
    assert is_not_assignable("GM0000")


@pytest.mark.parametrize("shape", SHAPES)
def test_an_area_without_any_value_did_not_exist(shape: str) -> None:
    rows = recorded(cbs_solar_regions, shape).observations
    assert not rows["area"].isin(["GM0003", "LD01"]).any()


@pytest.mark.parametrize("shape", SHAPES)
def test_each_empty_cell_says_why(shape: str) -> None:
    parsed = recorded(cbs_solar_regions, shape)
    capacity = "solar_capacity_kwp"
    assert figure(parsed, "GM8001", capacity, "2024", "large_field") == (None, "not_applicable")
    assert figure(parsed, "GM8002", capacity, "2024", "large_field") == (None, "suppressed")
    assert figure(parsed, "GM8001", "solar_installations_count", "2024", "businesses") == (None, "not_published")


def test_inverters_before_2022_have_no_rows() -> None:
    rows = recorded(cbs_solar_regions).observations
    inverters = rows[rows["indicator"] == "solar_inverter_capacity_kw"]
    assert inverters["period"].min() == "2022"


def test_a_dot_is_secret_and_a_semicolon_dump_with_a_mark_is_read() -> None:
    raw = answer("cbs_solar_regions")
    dotted = raw[DUMP].decode().replace(",", ";").replace(";;", ";      .;", 1)  # the first empty cell
    parsed = cbs_solar_regions.parse({**raw, DUMP: b"\xef\xbb\xbf" + dotted.encode()})
    assert figure(parsed, "NL01", "solar_production_gwh", "2019") == (5399, "final")
    assert figure(parsed, "NL01", "solar_installations_count", "2019") == (None, "suppressed")


def test_without_a_description_nothing_is_final_and_the_report_says_so() -> None:
    parsed = cbs_solar_regions.parse(without(answer("cbs_solar_regions"), "metadata"))
    given = parsed.observations[parsed.observations["value"].notna()]
    assert set(given["status"]) == {"provisional"}
    assert any("als voorlopig opgeslagen" in sentence for sentence in parsed.repairs)
    assert parsed.edition == ""


def test_half_years_are_left_out_and_counted() -> None:
    raw = answer("cbs_solar_regions")
    dump = raw[DUMP].decode() + "999,E007161,NL01  ,2026HJ01,1.0,2.0,,\n"
    parsed = cbs_solar_regions.parse({**raw, DUMP: dump.encode()})
    assert "2026" not in set(parsed.observations["period"])
    assert any("1 rijen over een deel van een jaar" in sentence for sentence in parsed.repairs)


# What is refused, and that the sentence names it.


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("OpgesteldVermogenVanZonnepanelen_2", "Paneelvermogen_2", "OpgesteldVermogenVanZonnepanelen"),
        ("Installaties_1", "Aantallen_1", "Installaties"),
        ("RegioS", "Regio", "RegioS"),
        ("ProductieVanZonnestroom_4", "ProductieVanZonnestroom_4,Nieuw_5", "afgebroken"),
        ("A050178", "A050188", "A050188"),
        ("GM0363", "0363  ", "0363"),
        ("2024JJ00", "2024", "2024"),
        ("27979732.0", "veel", "veel"),
        ("48116.0,318170.0,,", "48116.0", "afgebroken"),
        ("1,E007161,NL01  ,2021JJ00", "0,E007161,NL01  ,2021JJ00", "twee keer"),
        ("1,E007161,NL01  ,2021JJ00", "1,E007161,NL01  ,2019JJ00", "twee verschillende"),
    ],
)
def test_a_changed_dump_is_refused_by_name(old: str, new: str, named: str) -> None:
    with pytest.raises(Refused, match=named):
        cbs_solar_regions.parse(changed(answer("cbs_solar_regions"), DUMP, old, new))


def test_a_column_nobody_knows_is_refused() -> None:
    raw = answer("cbs_solar_regions")
    head, *rows = raw[DUMP].decode().splitlines()
    dump = "\n".join([f"{head},Nieuw_5", *(f"{row},1" for row in rows), ""])
    with pytest.raises(Refused, match="Nieuw_5"):
        cbs_solar_regions.parse({**raw, DUMP: dump.encode()})


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html>", b"ID\n", b"\xff\xfe\x00", b'{"value": []}'])
def test_a_dump_that_is_none_is_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        cbs_solar_regions.parse({**answer("cbs_solar_regions"), DUMP: body})


def test_rows_without_a_single_number_are_refused() -> None:
    raw = answer("cbs_solar_regions")
    head, *rows = raw[DUMP].decode().splitlines()
    bare = "\n".join([head, *(",".join(row.split(",")[:4]) + ",,,," for row in rows), ""])
    with pytest.raises(Refused, match="geen enkel getal"):
        cbs_solar_regions.parse({**raw, DUMP: bare.encode()})


def test_the_description_of_another_table_is_refused() -> None:
    raw = changed(answer("cbs_solar_regions"), "85005NED_metadata.json", '"85005NED"', '"84783NED"')
    with pytest.raises(Refused, match="84783NED"):
        cbs_solar_regions.parse(raw)


@pytest.mark.parametrize(("shape", "document"), [("v3", "DataProperties"), ("v4", "MeasureCodes")])
def test_another_unit_is_refused(shape: str, document: str) -> None:
    raw = changed(answer("cbs_solar_regions", shape), f"85005NED_{document}.json", '"kWp"', '"MWp"')
    with pytest.raises(Refused, match="MWp"):
        cbs_solar_regions.parse(raw)


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("85005NED_Observations_001.json", '"M002461"', '"M999999"', "M999999"),
        ("85005NED_Observations_001.json", '"Value": 89583.0', '"Value": "veel"', "veel"),
        ("85005NED_Observations_001.json", '"value": [', '"waarden": [', "geen rijen"),
        ("85005NED_Observations_001.json", '"Measure"', '"Onderwerp"', "Measure"),
        ("85005NED_MeasureCodes.json", '"Title"', '"Naam"', "Title"),
        ("85005NED_Properties.json", '"ObservationCount": ', '"ObservationCount": 9', "cellen"),
    ],
)
def test_a_changed_v4_answer_is_refused_by_name(name: str, old: str, new: str, named: str) -> None:
    with pytest.raises(Refused, match=named):
        cbs_solar_regions.parse(changed(answer("cbs_solar_regions", "v4"), name, old, new))


def test_a_page_that_comes_twice_is_refused() -> None:
    for shape, name in (("v3", "TypedDataSet"), ("v4", "Observations")):
        raw = answer("cbs_solar_regions", shape)
        with pytest.raises(Refused, match="twee keer"):
            cbs_solar_regions.parse({**raw, f"85005NED_{name}_003.json": raw[f"85005NED_{name}_002.json"]})


def test_a_v4_cell_keeps_the_reason_it_came_with() -> None:
    raw = answer("cbs_solar_regions", "v4")
    for page in ("001", "002"):
        name = f"85005NED_Observations_{page}.json"
        raw[name] = raw[name].replace(b'"Confidential"', b'"Impossible"')
    parsed = cbs_solar_regions.parse(raw)
    assert figure(parsed, "GM8002", "solar_capacity_kwp", "2024", "large_field") == (None, "not_applicable")


# Asking: v4 first, v3 when that fails.


def test_the_first_way_is_v4() -> None:
    publisher = Publisher(answer("cbs_solar_regions", "v4"), None)
    assert cbs_solar_regions.fetch(publisher) == answer("cbs_solar_regions", "v4")
    assert all(url.startswith(odata.V4) for url in publisher.asked)


def test_the_second_way_is_the_v3_feed_whose_http_links_become_https() -> None:
    publisher = Publisher(None, answer("cbs_solar_regions", "v3"))
    assert cbs_solar_regions.fetch(publisher) == answer("cbs_solar_regions", "v3")


def test_the_third_way_asks_v3_year_by_year() -> None:
    publisher = Publisher(None, answer("cbs_solar_regions", "v3"), feed_rows=False)
    parsed = cbs_solar_regions.parse(cbs_solar_regions.fetch(publisher))
    assert figure(parsed, "NL01", "solar_capacity_kwp", "2024") == (27979732, "provisional_revised")
    assert not any("$skip" in url for url in publisher.asked)


def test_when_no_way_leads_there_both_reasons_are_told() -> None:
    with pytest.raises(Refused, match=r"datasets\.cbs\.nl.*Daarna.*opendata\.cbs\.nl"):
        cbs_solar_regions.fetch(Publisher(None, None))


def test_of_a_large_table_only_the_wanted_measures_are_asked() -> None:
    publisher = Publisher(None, answer("cbs_key_figures"))
    documents = answer("cbs_key_figures")
    topics = [{"Key": "WijkenEnBuurten", "Type": "GeoDetail"}, {"Key": "AantalInwoners_5", "Type": "Topic"}]
    topics.append({"Key": "Mannen_6", "Type": "Topic"})
    documents["84799NED_DataProperties.json"] = json.dumps({"value": topics}).encode()
    publisher = Publisher(None, documents)
    cbs_key_figures.fetch(publisher)
    assert publisher.asked[-1].endswith("$select=ID,WijkenEnBuurten,AantalInwoners_5")


# Columns are found by name or code, and never guessed.


def small_table() -> odata.Table:
    rows = pd.DataFrame({"Regio": ["A "], "Appartement_48": ["1,5"], "Appartement_56": ["."], "AantalInwoners_5": [""]})
    return odata.Table(id="T", title="", edition="", description="", coverage="", rows=rows)


def test_a_column_is_found_whatever_its_number() -> None:
    assert small_table().numbers("AantalInwoners").reason.tolist() == [odata.EMPTY]


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(Refused, match="Appartement_48, Appartement_56"):
        small_table().numbers("Appartement")


def test_a_whole_name_settles_which_of_two_is_meant() -> None:
    assert small_table().numbers("Appartement_48").value.tolist() == [1.5]
    assert small_table().numbers("Appartement_56").reason.tolist() == ["suppressed"]


def test_what_is_taken_or_ignored_is_not_left() -> None:
    table = small_table()
    table.text("Regio")
    table.ignore("Appartement")
    with pytest.raises(Refused, match="AantalInwoners_5"):
        table.nothing_left()
    table.numbers("AantalInwoners")
    table.nothing_left()


# Dwellings, heating, neighbourhoods, key figures, regions.


def test_energy_of_dwellings_is_read() -> None:
    parsed = recorded(cbs_energy_dwellings)
    assert figure(parsed, "GM1728", "gas_use_m3_per_dwelling", "2023") == (960, "provisional_revised")
    assert figure(parsed, "GM1728", "electricity_use_kwh_per_dwelling", "2023") == (2970, "provisional_revised")
    assert figure(parsed, "GM1728", "electricity_net_use_kwh_per_dwelling", "2023") == (1930, "provisional_revised")
    assert figure(parsed, "GM0518", "district_heating_pct", "2023") == (10, "provisional_revised")


def test_energy_that_is_missing_says_why() -> None:
    parsed = recorded(cbs_energy_dwellings)
    rows = parsed.observations
    assert figure(parsed, "GM1728", "district_heating_pct", "2023") == (None, "suppressed")
    assert figure(parsed, "GM8001", "gas_use_m3_per_dwelling", "2024", "detached") == (None, "suppressed")
    assert set(rows.loc[rows["indicator"] == "district_heating_pct", "breakdown"]) == {""}
    assert rows.loc[rows["indicator"] == "electricity_net_use_kwh_per_dwelling", "period"].min() == "2023"
    assert not rows["area"].isin(["GM0003", "LD01", "PVZZ", "GM0998"]).any()


def test_the_country_stands_under_one_code_although_the_table_has_two() -> None:
    parsed = recorded(cbs_heating)
    assert figure(parsed, "NL01", "heating_gas_free_pct", "2021") == (7.2, "final")
    assert figure(parsed, "NL01", "heating_gas_free_pct", "2022") == (8.1, "provisional")
    assert not parsed.observations["area"].isin(["NL00", "NL99", "GM0998", "LD99"]).any()


def test_the_country_under_two_codes_with_two_figures_is_refused() -> None:
    name = "84948NED_verwarmingsinstallatie.csv"
    with pytest.raises(Refused, match="twee verschillende"):
        cbs_heating.parse(
            changed(answer("cbs_heating"), name, "NL01  ,A052175,2022JJ00,", "NL01  ,A052175,2022JJ00,9.9")
        )


def test_heating_is_read_by_kind_and_use_of_gas() -> None:
    parsed = recorded(cbs_heating)
    assert figure(parsed, "GM0080", "heating_gas_free_pct", "2022") == (7.2, "provisional")
    assert figure(parsed, "GM0080", "heating_unknown_pct", "2022") == (3.1, "provisional")
    assert figure(parsed, "GM8001", "heating_district_pct", "2021", "low_gas") == (3.5, "final")
    assert figure(parsed, "GM9999", "heating_gas_free_pct", "2021") == (12.5, "final")
    assert is_not_assignable("GM9999")


def test_solar_power_on_homes_is_read_at_all_levels() -> None:
    parsed = recorded(cbs_solar_neighbourhoods)
    assert figure(parsed, "NL01", "solar_homes_capacity_kwp", "2022") == (8014761, "final")
    assert figure(parsed, "NL01", "solar_homes_installations_count", "2016") == (397390, "final")
    assert figure(parsed, "WK8001AA", "solar_homes_capacity_kwp", "2019") == (480, "final")
    assert figure(parsed, "BU8001AA02", "solar_homes_capacity_kwp", "2019") == (None, "suppressed")
    assert (parsed.observations["vintage"].astype(str) == parsed.observations["period"]).all()


def test_the_title_wins_over_a_period_that_is_wrong() -> None:
    parsed = recorded(cbs_solar_neighbourhoods)
    assert figure(parsed, "NL01", "solar_homes_capacity_kwp", "2017") == (1681738, "final")
    assert any("84517NED" in sentence and "2017" in sentence for sentence in parsed.repairs)


def test_a_blank_row_is_an_area_without_published_figures() -> None:
    parsed = recorded(cbs_solar_neighbourhoods)
    assert figure(parsed, "BU8001AA09", "solar_homes_capacity_kwp", "2020") == (None, "not_published")
    assert any("85447NED: 1 gebieden zonder naam" in sentence for sentence in parsed.repairs)


def test_a_row_about_no_area_is_left_out_and_counted() -> None:
    parsed = recorded(cbs_solar_neighbourhoods)
    assert not parsed.observations["area"].str.startswith("GE").any()
    assert any("85010NED: 1 rij" in sentence for sentence in parsed.repairs)


def test_a_table_we_do_not_know_or_miss_is_refused() -> None:
    raw = answer("cbs_solar_neighbourhoods")
    with pytest.raises(Refused, match="99999NED"):
        cbs_solar_neighbourhoods.parse({**raw, "99999NED_full_data.csv": raw["86044NED_full_data.csv"]})
    with pytest.raises(Refused, match="86044NED"):
        cbs_solar_neighbourhoods.parse(without(raw, "86044NED"))


def test_a_title_about_another_year_is_refused() -> None:
    raw = changed(answer("cbs_solar_neighbourhoods"), "86044NED_metadata.json", "buurten, 2022", "buurten, 2023")
    with pytest.raises(Refused, match="2023"):
        cbs_solar_neighbourhoods.parse(raw)


def test_key_figures_and_names_are_read() -> None:
    parsed = recorded(cbs_key_figures)
    assert figure(parsed, "NL01", "population_count", "2020") == (17407585, "final")
    assert figure(parsed, "BU80010001", "population_count", "2020") == (0, "final")
    assert figure(parsed, "BU80010001", "population_density_per_km2", "2020") == (None, "suppressed")
    assert figure(parsed, "GM8001", "dwellings_count", "2020") == (None, "not_published")
    areas = parsed.areas.set_index("code")
    assert areas.loc["NL01", "name"] == "Nederland"
    assert areas.loc["WK800100", ["name", "level", "year"]].tolist() == ["Wijk 00 Voorbeeldstad", "wijk", 2020]


def test_a_parquet_dump_reads_like_the_pages_it_was_made_of() -> None:
    raw = answer("cbs_key_figures")
    rows = pd.DataFrame(json.loads(raw["84799NED_TypedDataSet_001.json"])["value"])
    dump = io.BytesIO()
    rows.to_parquet(dump)
    other = {**without(raw, "TypedDataSet"), "cbs.v3.84799NED_TypedDataSet.parquet": dump.getvalue()}
    pd.testing.assert_frame_equal(cbs_key_figures.parse(raw).observations, cbs_key_figures.parse(other).observations)
    with pytest.raises(Refused, match="Parquet"):
        cbs_key_figures.parse({**other, "cbs.v3.84799NED_TypedDataSet.parquet": dump.getvalue()[:500]})


def test_regions_are_found_by_the_shape_of_their_codes() -> None:
    parsed = recorded(cbs_regions)
    areas = parsed.areas.set_index("code")
    assert areas.loc["GM1680", ["name", "provincie", "res", "subres"]].tolist() == [
        "Aa en Hunze",
        "PV22",
        "ES03",
        "ET0301",
    ]
    assert areas.loc["ES07", ["name", "level", "provincie"]].tolist() == ["Achterhoek", "res", ""]
    assert areas.loc["ET1601", "res"] == "ES16"
    assert areas["level"].value_counts().to_dict() == {"gemeente": 4, "provincie": 3, "res": 3, "subres": 3}
    assert figure(parsed, "GM0363", "population_count", "2024") == (931298, "provisional")


def test_the_columns_of_regions_may_change_places_and_numbers() -> None:
    raw = answer("cbs_regions")
    name = "cbs_gebieden_in_nederland_koppeltabel.csv"
    table = pd.read_csv(io.BytesIO(raw[name]), sep=";", dtype=str, encoding="utf-8-sig", keep_default_na=False)
    order = [
        "ID",
        "RegioS",
        "Code_12",
        "Naam_13",
        "Code_9",
        "Naam_10",
        "Code_1",
        "Naam_2",
        "Code_7",
        "Naam_8",
        "Inwonertal_54",
    ]
    moved = table[order].rename(columns={"Code_9": "Code_3", "Naam_10": "Naam_4", "Inwonertal_54": "Inwonertal_60"})
    other = cbs_regions.parse({name: moved.to_csv(sep=";", index=False).encode()})
    pd.testing.assert_frame_equal(other.areas, cbs_regions.parse(raw).areas)


def test_an_area_in_two_regions_is_refused() -> None:
    name = "cbs_gebieden_in_nederland_koppeltabel.csv"
    raw = changed(answer("cbs_regions"), name, "ET0701    ;Achterhoek", "ET0701    ;Elders    ")
    once = raw[name].replace(b"ET0701    ;Elders    ", b"ET0701    ;Achterhoek", 1)
    with pytest.raises(Refused, match="ET0701"):
        cbs_regions.parse({name: once})


def test_the_trimmed_table_of_regions_serves_when_the_whole_one_is_absent() -> None:
    body = (
        "gemeentecode,gemeentenaam,res_code,res_naam,res_subregio_code,res_subregio_naam,provinciecode,provincienaam,inwonertal,oad\n"
        "GM1680,Aa en Hunze,ES03,Drenthe,ET0301,Drenthe,PV22,Drenthe,25845,283\n"
    )
    parsed = cbs_regions.parse({"gemeente_res_provincie_2024_cbs.csv": body.encode()})
    assert figure(parsed, "GM1680", "population_count", "2024")[0] == 25845
    assert parsed.areas.set_index("code").loc["GM1680", "res"] == "ES03"
