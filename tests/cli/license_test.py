"""Licence and source go with everything that leaves the program: every form of `list formats`, every
view in every ending, every file of a report that shows data.

usage: LOTSE=build/release/lotse python3 tests/cli/license_test.py
Python >= 3.9, standard library; pdftotext of poppler-utils."""
import io
import json
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from program import LOTSE, environment

LICENSE, SOURCE, NETWORK = "CC-BY-4.0", "Vereinsverzeichnis der Beispielstadt", "Netz der Beispielstadt"
BORDERS = "© GeoBasis-DE / BKG (2016), Daten verändert"
TABLES = {
    "actors": "key,name,kind,area,source\njc,Jobcenter,jobcenter,05911,quelle\nsv,Sportverein,sports_club,05911,quelle\n"
              "kgk,Konferenz,health_conference,05911,quelle\n",
    "ties": "from,to,kind,level,source\njc,sv,refers_to,2,quelle\nsv,kgk,participates_in,,quelle\n",
    "offers": "key,name,topics,providers,areas,source\no,Kurs,LP-BEW,sv,05911,quelle\n",
    "sources": f"key,title,date,url\nquelle,{SOURCE},2024,https://example.org/verzeichnis\n",
}


def lotse(*words):
    return subprocess.run([LOTSE, *map(str, words)], env=environment(), capture_output=True, timeout=300)


def text_of(path):
    """Everything a person or program reads in a file; a folder counts as one."""
    if path.is_dir():
        return "\n".join(text_of(file) for file in sorted(path.rglob("*")) if file.is_file())
    data = path.read_bytes()
    if path.suffix == ".pdf":
        data = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    if path.suffix == ".dot":
        data = data.replace(b"\\\n", b"")  # a long string goes on in the next line
    return " ".join(data.decode("utf-8", "replace").split())


def is_empty_table(path):
    """Headings without rows: nothing that belongs to anybody."""
    return all(len(block.strip().split("\n")) == 1 for block in path.read_text(encoding="utf-8").split("\n\n"))


class Licences(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.network = cls.make("netz", LICENSE)

    @classmethod
    def make(cls, name, license):
        folder = cls.folder / name
        folder.mkdir()
        for table, text in TABLES.items():
            (folder / f"{table}.csv").write_text(text, encoding="utf-8")
        head = {"name": "netz", "title": NETWORK, **({"licenses": [{"name": license}]} if license else {})}
        (folder / "datapackage.json").write_text(json.dumps(head), encoding="utf-8")
        return folder

    def written(self, target, *words):
        run = lotse(*words)
        self.assertEqual(run.returncode, 0, f"{words}: {run.stderr.decode()}")
        return text_of(self.folder / target)

    def assert_credits(self, text, what, source=SOURCE):
        self.assertIn(LICENSE, text, f"{what}: no licence")
        self.assertIn(source, text, f"{what}: no source")

    def listed(self, what):
        return json.loads(lotse("list", what, "--format", "json").stdout)["tables"][what]

    def test_every_format_of_results_and_networks(self):
        formats = self.listed("formats")
        self.assertGreaterEqual(len(formats), 19)
        for number, row in enumerate(formats):
            ending = row["ending"] if row["ending"].startswith(".") else ""
            target = f"form{number}{ending}"
            with self.subTest(form=row["id"], ending=ending):
                if row["id"].startswith("convert"):
                    words = ["convert", self.network, self.folder / target, *row["id"].split()[1:]]
                else:
                    words = ["coverage", self.network, *row["id"].split(), "-o", self.folder / target]
                # Tables for programs name the network; its sources are in the network.
                short = "csv" in row["id"].split() or "csv-excel" in row["id"].split() or "indicators" in row["id"]
                self.assert_credits(self.written(target, *words), row["id"] + ending, NETWORK if short else SOURCE)

    def test_every_table_of_a_result(self):
        for analysis in ("centrality", "bottlenecks", "profile"):
            run = lotse(analysis, self.network, "--format", "csv")
            for block in run.stdout.decode().split("\n\n"):
                head, *rows = block.strip().split("\n")
                self.assertTrue(head.endswith(",network,license"), f"{analysis}: {head}")
                for row in rows:
                    self.assertTrue(row.endswith(f",{NETWORK},{LICENSE}"), f"{analysis}: {row}")

    def test_every_view(self):
        for row in self.listed("views"):
            for ending in ("svg", "pdf", "dot"):
                with self.subTest(view=row["id"], ending=ending):
                    more = {"chain": ["--from", "jc", "--to", "topic=LP-BEW"], "ego": ["--actor", "jc"]}.get(row["id"], [])
                    networks = [self.network] * (2 if row["id"] == "compare" else 1)
                    target = f"{row['id']}.{ending}"
                    text = self.written(target, "draw", row["id"], *networks, *more, "-o", self.folder / target)
                    self.assert_credits(text, target)

    def test_every_file_of_a_report(self):
        self.written("bericht", "report", self.network, "-o", self.folder / "bericht", "--language", "de")
        for path in sorted((self.folder / "bericht").rglob("*")):
            # A card to be filled in by hand shows no data; the manifest lists the other files.
            if path.is_dir() or path.suffix == ".png" or path.name in ("manifest.json", "ringkarte-leer.pdf"):
                continue
            if path.suffix == ".csv" and is_empty_table(path):
                continue
            with self.subTest(file=path.name):
                self.assert_credits(text_of(path), path.name, NETWORK if path.suffix == ".csv" else SOURCE)

    def test_borders_are_credited(self):
        for target in ("karte.geojson", "karte.gpkg"):
            self.assertIn(BORDERS, self.written(target, "convert", self.network, self.folder / target))
        self.assertIn(BORDERS, self.written("grenzen.svg", "draw", "region", self.network, "-o", self.folder / "grenzen.svg"))
        indicators = self.written("gebiete.csv", "convert", self.network, self.folder / "gebiete.csv", "--as", "indicators")
        self.assertIn("Destatis", indicators)

    def test_graph_files_give_the_licence_back_and_no_source_as_name(self):
        for form in ("gexf", "graphml"):
            self.written(f"graph.{form}", "convert", self.network, self.folder / f"graph.{form}")
            self.written(f"{form}.json", "convert", self.folder / f"graph.{form}", self.folder / f"{form}.json")
            back = json.loads((self.folder / f"{form}.json").read_text(encoding="utf-8"))
            self.assertEqual((back["name"], back["license"]), (NETWORK, LICENSE), form)

    def test_every_output_says_what_is_left_out(self):
        network = self.make("fehler", LICENSE)
        with (network / "ties.csv").open("a", encoding="utf-8") as table:
            table.write("jc,niemand,refers_to,2,quelle\n")
        said = f"{NETWORK} (ohne 1 fehlerhafte Zeile)"
        skip = ["--skip-bad-rows", "--language", "de"]
        for number, row in enumerate(self.listed("formats")):
            ending = row["ending"] if row["ending"].startswith(".") else ""
            target = f"luecke{number}{ending}"
            with self.subTest(form=row["id"], ending=ending):
                if row["id"].startswith("convert"):
                    words = ["convert", network, self.folder / target, *row["id"].split()[1:]]
                else:
                    words = ["coverage", network, *row["id"].split(), "-o", self.folder / target]
                self.assertTrue(said in self.written(target, *words, *skip), f"{target}: rows are missing in silence")
        for row in self.listed("views"):
            more = {"chain": ["--from", "jc", "--to", "topic=LP-BEW"], "ego": ["--actor", "jc"]}.get(row["id"], [])
            networks = [network] * (2 if row["id"] == "compare" else 1)
            for title, words in (("", []), ("Unsere Karte", ["--title", "Unsere Karte"])):
                target = f"luecke-{row['id']}{len(title)}.svg"
                with self.subTest(view=row["id"], title=title):
                    text = self.written(target, "draw", row["id"], *networks, *more, *words, "-o", self.folder / target, *skip)
                    self.assertTrue("fehlerhafte Zeile" in text, f"{target}: rows are missing in silence")
                    self.assertTrue(title in text, f"{target}: not under its title")
        self.written("luecken", "report", network, "-o", self.folder / "luecken", *skip)
        for path in sorted((self.folder / "luecken").rglob("*")):
            if path.is_dir() or path.suffix == ".png" or path.name == "ringkarte-leer.pdf" or path.suffix == ".csv" and is_empty_table(path):
                continue
            with self.subTest(file=path.name):
                self.assertTrue("fehlerhafte Zeile" in text_of(path), "rows are missing in silence")

    def test_a_missing_or_internal_licence_is_said(self):
        for license, said in ((None, "nennt keine Lizenz"), ("nur intern", "nicht zum Weitergeben")):
            network = self.make(f"ohne{bool(license)}", license)
            run = lotse("convert", network, self.folder / f"ohne{bool(license)}.gexf", "--language", "de")
            self.assertEqual(run.returncode, 0)
            self.assertIn(said, run.stderr.decode())
        svg = self.written("ohne.svg", "draw", "partners", self.folder / "ohneFalse", "-o", self.folder / "ohne.svg", "--language", "de")
        self.assertIn("Lizenz: nicht angegeben", svg)


if __name__ == "__main__":
    unittest.main()
