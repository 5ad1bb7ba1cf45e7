"""`python -m bench [name …]` runs the benchmarks by name, all of them without a name, and prints a table of each."""

import argparse
import importlib
import sys

BENCHMARKS = {
    "full_page": "an interaction of the full map page: processor time, bytes, script runs",
    "register_pages": "the pages of the register with 2,000 area processes, 5,000 projects and 200 communities",
    "council_pages": "the pages on result, ownership and steering, on the example region and on the real figures",
    "comparison_page": "the page that compares: all municipalities, measures, groups and parts, on both",
    "start": "the first map after a start, in a browser",
    "map_redraw": "from click to painted, in a browser, against folium's own choropleth",
    "look_ups": "look-ups in 27 million rows",
    "refresh": "a refresh of all downloaded figures, and how it grows",
    "capacity": "many readers at one server",
    "backtest": "what the forecasts would have been worth; writes docs/forecast.md",
}


def main() -> None:
    """Runs what was asked for, one after the other: two at once would measure each other."""
    told = "\n".join(f"  {name:15} {about}" for name, about in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=f"Benchmarks:\n{told}", formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="name", help="which benchmarks; all without a name")
    names = parser.parse_args().names or list(BENCHMARKS)
    if unknown := set(names) - set(BENCHMARKS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(BENCHMARKS)}")
    for name in names:
        sys.argv = [f"bench.{name}"]  # a benchmark reads its own arguments, and here it has none
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
