"""The programs of docs/library on the shipped networks, against the tables and the program itself.

usage: LOTSE=... LIBRARY=FOLDER_OF_THE_PROGRAMS python3 tests/library/library_test.py"""
import csv
import json
import os
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
LIBRARY = Path(os.environ["LIBRARY"]).resolve()
DATASETS = Path(__file__).resolve().parents[2] / "datasets"


def output(program, *words):
    run = subprocess.run([program, *map(str, words)], capture_output=True, timeout=120)
    assert run.returncode == 0, f"{program}: exit {run.returncode}\n{run.stderr.decode()}"
    return run.stdout.decode()


def table(network, name):
    with (DATASETS / network / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Programs(unittest.TestCase):
    def test_gaps_are_those_of_the_command(self):
        for network, area in [("musterkreis", []), ("verzahnung", ["15"])]:
            words = [DATASETS / network, *area]
            options = ["--area", *area] if area else []
            cells = json.loads(output(LOTSE, "coverage", DATASETS / network, *options, "--format", "json"))["tables"]["cells"]
            expected = [f"{c['area']} {c['topic']} {c['state']}" for c in cells if c["state"] in ("none", "unknown")]
            self.assertGreater(len(expected), 10)
            self.assertEqual(output(LIBRARY / "gaps", *words).splitlines(), expected)

    def test_own_analysis_counts_the_rows_of_the_table(self):
        for network in ["musterkreis", "verzahnung"]:
            offers = [(topic, row.get("free", "")) for row in table(network, "offers") for topic in row["topics"].split("|")]
            all_of, free, unknown = Counter(), Counter(), Counter()
            for topic, is_free in offers:
                all_of[topic] += 1
                free[topic] += is_free in ("yes", "ja", "1")
                unknown[topic] += is_free in ("", "unknown", "unbekannt")
            result = json.loads(output(LIBRARY / "own_analysis", DATASETS / network, "json"))
            got = {r["topic"]: (r["offers"], r["free"], r["fee_not_recorded"]) for r in result["tables"]["topics"]}
            self.assertEqual(got, {t: (all_of[t], free[t], unknown[t]) for t in all_of})
            self.assertEqual(result["summary"]["offers"], len(table(network, "offers")))
            self.assertIn("Offers by topic", output(LIBRARY / "own_analysis", DATASETS / network))

    def test_the_map_is_that_of_the_command(self):
        svg = output(LIBRARY / "draw_map", DATASETS / "verzahnung")
        self.assertTrue(ET.fromstring(svg).tag.endswith("svg"))
        self.assertIn("Jobcenter", svg)
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder, "map.svg")
            output(LOTSE, "draw", "partners", DATASETS / "verzahnung", "--language", "en", "-o", target)
            self.assertEqual(svg, target.read_text(encoding="utf-8"))

    def test_errors_are_told_and_end_the_program(self):
        for program in ["gaps", "own_analysis", "draw_map"]:
            run = subprocess.run([LIBRARY / program, "nothing-here"], capture_output=True, timeout=60)
            self.assertEqual(run.returncode, 1)
            self.assertIn(program.encode(), run.stderr)


if __name__ == "__main__":
    unittest.main()
