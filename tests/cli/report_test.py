"""Folders of reports and their page.

usage: LOTSE=build/release/lotse python3 tests/cli/report_test.py
Python >= 3.9, standard library only."""
import csv
import hashlib
import html.parser
import json
import signal
import subprocess
import time
import unittest

from program import DATASETS, LOTSE, NETWORKS, Scratch, analyses, lotse, result, words_for


class PageLinks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.loads = set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name in ("src", "href", "xlink:href", "data") and not (value or "").startswith("#"):
                self.loads.append((tag, value))
            assert not name.startswith("on"), (tag, name)


class Report(Scratch):
    def report(self, network, *words):
        folder = self.folder / "bericht"
        lotse("report", network, "-o", folder, *words)
        return folder

    def test_folder_is_complete_and_the_manifest_true(self):
        for language, names in [("de", {"partnerkarte-a3.pdf", "partnerkarte.svg", "netz.gexf", "netz.graphml",
                                           "angebotsmatrix.pdf", "steckbriefe.pdf", "akteurskarten.pdf", "offene-fragen.pdf", "ringkarte-leer.pdf"}),
                                ("en", {"partner-map-a3.pdf", "partner-map.svg", "network.gexf", "network.graphml",
                                           "service-matrix.pdf", "factsheets.pdf", "actor-cards.pdf", "open-questions.pdf", "empty-ring-card.pdf"})]:
            folder = self.report(DATASETS / "musterkreis", "--language", language, "--overwrite")
            found = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
            self.assertTrue(names | {"index.html", "manifest.json"} <= found, found)
            manifest = json.loads((folder / "manifest.json").read_text())
            listed = manifest["files"]
            self.assertEqual(set(listed), found - {"manifest.json"})
            for name, digest in listed.items():
                self.assertEqual(hashlib.sha256((folder / name).read_bytes()).hexdigest(), digest, name)

    def test_a_report_of_each_area_holds_that_area_only(self):
        folder = self.folder / "mappen"
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--threads", "3")
        found = sorted(p.name for p in folder.iterdir() if p.is_dir())
        with open(DATASETS / "musterkreis" / "actors.csv", encoding="utf-8", newline="") as file:
            areas = sorted({row["area"] for row in csv.DictReader(file) if row["area"]})
        self.assertEqual(len(found), len(areas))
        contents = (folder / "index.html").read_text(encoding="utf-8")
        for area, name in zip(areas, found):
            self.assertTrue(name.startswith(area.replace("_", "-")), name)
            self.assertIn(f'href="{name}/index.html"', contents)
        one = self.report(DATASETS / "musterkreis", "--area", "mk-waldau")
        same = folder / next(name for name in found if name.startswith("mk-waldau"))
        for file in ("netz.gexf", "steckbriefe.pdf", "ergebnisse/coverage.json"):
            self.assertEqual((one / file).read_bytes(), (same / file).read_bytes(), file)
        self.assertIn("Waldau", (same / "netz.gexf").read_text(encoding="utf-8"))
        again = lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, rc=2)
        self.assertIn(b"--overwrite", again.stderr)
        self.assertIsNone(self.interrupted(folder))  # what was there stays, in full
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite")
        (folder / found[0] / "notizen.txt").write_text("wichtig", encoding="utf-8")
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite", rc=2)

    def interrupted(self, folder):
        """Interrupts a batch in which a report is finished: nothing of it may be seen."""
        before = sorted((p, p.is_file() and p.stat().st_mtime_ns) for p in folder.rglob("*"))
        run = subprocess.Popen([LOTSE, "report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite", "--threads", "1"],
                               stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while not list(folder.parent.glob(".mappen.lotse-*/*/manifest.json")) and time.monotonic() < until:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.wait(60), 130)
        self.assertEqual(before, sorted((p, p.is_file() and p.stat().st_mtime_ns) for p in folder.rglob("*")))
        self.assertEqual([], list(folder.parent.glob(".mappen.lotse-*")))

    def test_no_input_is_overwritten_whatever_option_names_it(self):
        musterkreis = DATASETS / "musterkreis"
        boundaries = self.folder / "b.geojson"
        boundaries.write_bytes((DATASETS / "geo" / "musterkreis.geojson").read_bytes())
        places = self.folder / "p.csv"
        lotse("draw", "partners", musterkreis, "-o", self.folder / "x.svg", "--save-positions", places)
        region = ["draw", "region", musterkreis, "--boundaries", boundaries, "--overwrite"]
        for file, words in [(boundaries, ["convert", musterkreis, boundaries, "--boundaries", boundaries, "--overwrite"]),
                            (boundaries, [*region, "-o", self.folder / "x.svg", "--save-positions", boundaries]),
                            (places, ["draw", "partners", musterkreis, "--positions", places, "-o", self.folder / "x.svg", "--save-positions", places,
                                      "--overwrite"])]:
            before = file.read_bytes()
            run = lotse(*words, rc=2)
            self.assertIn(file.name.encode(), run.stderr)
            self.assertEqual(before, file.read_bytes())

    def test_ways_of_a_report_lead_to_the_chosen_topics(self):
        lotse("report", DATASETS / "musterkreis", "-o", self.folder / "bericht", "--topic", "LP-BEW")
        ways = [path.name for path in (self.folder / "bericht" / "ergebnisse").glob("paths-*.json")]
        self.assertEqual(ways, ["paths-lp-bew.json"])

    def test_ways_of_an_area_start_at_a_jobcenter_of_that_area(self):
        network, folder = self.folder / "netz", self.folder / "mappen"
        lotse("generate", network, "--areas", "2", "--actors-per-area", "50")
        lotse("report", network, "--each", "area", "-o", folder)
        starts = set()
        for file in folder.glob("*/ergebnisse/paths-*.json"):
            starts.add((file.parts[-3], json.loads(file.read_text(encoding="utf-8"))["options"]["from"]))
        self.assertGreater(len({start for _, start in starts}), 1, starts)

    def test_page_loads_nothing_and_shows_every_actor(self):
        for name in NETWORKS[:2]:
            text = (self.report(DATASETS / name, "--overwrite") / "index.html").read_text(encoding="utf-8")
            links = PageLinks()
            links.feed(text)
            self.assertFalse(links.tags & {"iframe", "object", "embed", "link", "img", "form"}, links.tags)
            self.assertEqual(links.loads, [])
            self.assertIn("default-src 'none'", text)
            self.assertEqual("fiktiv" in text.lower(), name != "verzahnung")
            for table in ["actors", "contacts"]:
                with open(DATASETS / name / f"{table}.csv", encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        self.assertNotIn(row.get("mailbox") or "no mailbox", text)

    def test_same_bytes_twice(self):
        first = self.report(DATASETS / "musterkreis")
        one = {p.name: p.read_bytes() for p in first.rglob("*") if p.is_file()}
        again = self.report(DATASETS / "musterkreis", "--overwrite")
        self.assertEqual(one, {p.name: p.read_bytes() for p in again.rglob("*") if p.is_file()})

    def test_empty_network(self):
        network = self.network(actors="key,name,kind\n")
        for analysis in analyses():
            if not words_for(analysis):
                result(analysis, network)
        self.report(network)


if __name__ == "__main__":
    unittest.main(verbosity=1)
