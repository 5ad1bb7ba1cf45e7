"""The boundaries of the whole country, where the downloaded files are present."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import shapely

from loaders import boundaries_buurt, boundaries_gemeente, boundaries_provincie, boundaries_wijk
from transition.domain.areas import Level
from transition.ingest import archive, geometry

EXPECTED = [
    (boundaries_provincie, {2022: 12}, 30),
    (boundaries_gemeente, {2019: 355, 2022: 345, 2023: 342, 2025: 342, 2026: 342}, 80),
    (boundaries_wijk, {2022: 3_340}, 260),
    (boundaries_buurt, {2019: 13_594}, 620),
]


@pytest.mark.parametrize(
    ("loader", "numbers", "most_kilobytes"), EXPECTED, ids=lambda value: getattr(value, "__name__", "")
)
def test_the_country_is_complete_fits_together_and_stays_light(
    loader: ModuleType, numbers: dict[int, int], most_kilobytes: int, real_data: Path
) -> None:
    raw = archive.downloaded(loader.SOURCE, real_data)
    assert raw is not None
    parsed = loader.parse(raw)
    assert {year: len(shapes) for (_, year), shapes in parsed.shapes.items()} == numbers
    for (level, year), shapes in parsed.shapes.items():
        assert shapes.is_valid.all()
        assert shapely.coverage_is_valid(shapes.geometry.to_numpy())
        layer = geometry.published(shapes, level, year)
        assert len(layer.topojson_gz) <= most_kilobytes * 1_000
        assert layer.codes == tuple(shapes["code"])
        assert set(layer.boxes) == set(layer.codes)
    if loader is boundaries_buurt:
        assert "buurt 2019: 21 grenzen met een fout hersteld" in parsed.repairs


def test_land_of_a_forgotten_hole_belongs_to_the_buurten_that_lie_in_it(real_data: Path) -> None:
    raw = archive.downloaded(boundaries_buurt.SOURCE, real_data)
    assert raw is not None
    shapes = boundaries_buurt.parse(raw).shapes[Level.BUURT, 2019].set_index("code")
    assert shapes.area["BU17140209"] == pytest.approx(30_739_000, rel=0.001)


def test_provinces_united_from_gemeenten_have_no_holes_but_the_belgian_ones(real_data: Path) -> None:
    raw = archive.downloaded(boundaries_gemeente.SOURCE, real_data)
    assert raw is not None
    parsed = boundaries_gemeente.parse(raw)
    for (_, year), gemeenten in parsed.shapes.items():
        everything = geometry.dissolved(gemeenten, dict.fromkeys(gemeenten["code"], "NL01"), {"NL01": "Nederland"})
        parts = shapely.get_parts(everything.geometry.to_numpy())
        holes = [shapely.polygons(ring) for part in parts for ring in part.interiors]
        thin = [hole for hole in holes if hole.area / hole.length < 1.0]
        assert thin == [], year
        assert everything.area.sum() == pytest.approx(np.sum(gemeenten.area), rel=1e-6)
