"""Hostile names reach every output as text and as nothing else; what is read back is what was given.

usage: LOTSE=build/release/lotse [LOTSE_LONG=1] python3 tests/cli/injection_test.py
Outputs are read by readers that are not ours: csv, json, sqlite3, xml, html.parser, zipfile, Graphviz where installed. PDF and PNG are not read.
In which ways a name may be changed is said in injected_outputs.py. Python >= 3.9, standard library only."""
import csv
import json
import re
import shutil
import tempfile
import unittest
import zipfile
from pathlib import Path

from hostile_network import FORBIDDEN, FORMULA, Hostile, Network, canonical, guarded, in_line
from injected_outputs import RESULT_PAGE, Labels, Outputs, match_key, run_lotse
from output_readers import DOT, Faults, Page, Workbook, json_of, rows_of
from writing import LONG

NAMES = 20_000 if LONG else 600
THOROUGH_EVERY = 10  # networks: with a report
OTHERS = ["venues", "commitment", "factsheet --actor a0", "paths --from a0 --to topic=LP-BEW", "compare", "bodies", "introductions", "brokerage",
          "peers", "matching", "bottlenecks", "sustainability", "funding", "evaluation", "needs", "agenda", "contacts"]


class Injection(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="lotse-injection-"))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)

    def none(self, faults):
        if faults:
            self.fail("\n".join(faults.first()))

    def given(self, head=None, ties=(), **columns):
        """A network of two actors."""
        actors = [{"key": "a", "name": "Jobcenter", "kind": "jobcenter", **columns}, {"key": "b", "name": "Verein", "kind": "other"}]
        path = self.root / "given.json"
        path.write_text(json.dumps({"lotse": "1", "name": "Netz", **(head or {}), "tables": {"actors": actors, "ties": [
            {"from": "a", "to": "b", "kind": "cooperates"}, *ties]}}), encoding="utf-8")
        return path

    def test_names_are_nothing_but_text(self):
        faults, labels, names, networks = Faults(), Labels(), 0, 0
        while names < NAMES:
            network = Network(networks, self.root / str(networks))
            outputs = Outputs(faults, network, labels)
            thorough = networks % THOROUGH_EVERY == 0
            outputs.exports()
            for analysis in ["centrality", "coverage", "check", *(OTHERS[(2 * networks + i) % len(OTHERS)] for i in range(2))]:
                outputs.result(*analysis.split())
            outputs.maps(*["partners", "region", "rings", "matrix", "chain", "ego"][:6 if LONG else 4 if thorough else 2])
            if thorough:
                outputs.report(*([] if LONG else ["--area", "g1"]))
            names += network.names
            networks += 1
            shutil.rmtree(network.folder)
        print(f"injection: {names} names in {networks} networks, {faults.read} outputs read back with independent readers, {len(faults)} faults"
              + ("" if DOT else " (.dot left out: Graphviz is not installed)"))
        self.none(faults)

    def test_very_long_names(self):
        """A map is drawn, or refused as too small with exit 5."""
        faults = Faults()
        for length in (100, 250, 500, 1000, 5000) if LONG else (300, 5000):
            for text in ("x" * length, ("lang &< " * length)[:length].strip()):
                for where in ("name", "title", "licence") if LONG or length > 1000 else ["name"]:
                    given = self.given(name=text) if where == "name" else self.given({"name" if where == "title" else "license": text})
                    for view in ("partners", "rings", "ego", "chain", "matrix"):
                        run = run_lotse(faults, "draw", view, given, "-o", self.root / "karte.svg", "--overwrite", code=None)
                        faults.none(f"{view}, {where} of {length} characters {text[:5]}",
                                    f"exit {run.returncode}: {run.stderr.decode()}" if run.returncode not in (0, 5) else "")
        self.none(faults)

    def test_proposed_map_of_a_directory(self):
        faults, hostile, given, proposed = Faults(), Hostile(1), self.root / "verzeichnis.csv", self.root / "map.csv"
        headings = list({match_key(text): text for text in ["Angebot", "Träger", *(hostile.text() for _ in range(60))]}.values())
        with open(given, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([headings, *([hostile.text() for _ in headings] for _ in range(5))])
        run_lotse(faults, "convert", given, self.root / "netz", "--propose-map", "--language", "de", "-o", proposed)
        _, *rows = rows_of(proposed.read_bytes(), "utf-8-sig", delimiter=";")
        faults.same("headings", {row[0] for row in rows} - {""}, {guarded(in_line(canonical(heading))) for heading in headings})
        faults.none("cells", [cell for row in rows for cell in row if cell.startswith(FORMULA)])
        self.none(faults)

    def test_web_addresses(self):
        """http and https are links, anything else is text with a warning."""
        faults = Faults()
        for scheme in ("http://x.example", "https://x.example", "http", "https", "http:", "http:/x", "httpx://x", ".http://x", "javascript:alert(1)",
                       "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///x", "//x.example", "ftp://x", "x", "ä://x", "java\tscript:x",
                       "htt\np://x", "\u00a0http://x"):
            run = run_lotse(faults, "check", self.given(website=scheme), "--format", "json")
            if run.returncode == 0:
                warned = [issue for issue in json_of(run.stdout)["tables"]["issues"] if issue["code"] == "not-a-link"]
                faults.same(f"warnings of {scheme!a}", len(warned), 0 if re.match("https?://", canonical(scheme)) else 1)
        self.none(faults)

    REFUSED = ["\x00", "\x1b[31m", "\x9b31m", "\u202e", "\u2028", "\ufeff", "\x07", "\x7f", "\x85", "\u061c", "\u200e", "\u200f", "\u2029",
               "\u2066", "\ufffe"]

    def test_refused_texts_drive_no_terminal(self):
        """Nor any page or table: they are refused, and quoted with a mark in their place."""
        faults = Faults()
        for sign in self.REFUSED[:None if LONG else 6]:
            bad = f"=V{sign}x <b>"
            rows = [{"key": "a", "name": "A", "kind": "other", **cell} for cell in (
                {"name": bad}, {"key": bad}, {"kind": bad}, {"note": bad}, {"since": bad}, {"lat": bad}, {"area": bad}, {bad: "x"})]
            ties = [{"from": bad, "to": "b", "kind": "funds"}, {"from": "b", "to": "b", "kind": bad}]
            rows.append({"key": "b", "name": "B", "kind": "other"})
            content = {"lotse": "1", "name": bad, bad: "x", "tables": {"actors": rows, "ties": ties, bad: []}}
            given = self.root / f"{bad.replace(chr(0), '')}.json"
            given.write_text(json.dumps(content), encoding="utf-8")
            for form in ("text", "csv", "csv-excel", "json", "html", "xlsx"):
                what, target = f"{sign!a} in {form}", self.root / f"out.{form}"
                run_lotse(faults, "check", given, "--format", form, "-o", target, "--overwrite", code=3)
                if form == "xlsx":
                    Workbook(faults, what, target)
                    continue
                said = target.read_bytes().decode("utf-8-sig")
                faults.none(what, FORBIDDEN.findall(said))
                faults.none(f"{what}: too few", said.count("V\ufffd") < len(rows) + len(ties))
                if form == "html":
                    faults.none(what, Page(faults, what, said).attributes - RESULT_PAGE)
                elif form.startswith("csv"):
                    cells = [cell for row in rows_of(said.encode(), delimiter=";" if form == "csv-excel" else ",") for cell in row]
                    faults.none(what, [cell for cell in cells if cell.startswith(FORMULA)])
            network = self.given(name="Jobcenter")
            for words in (["check", given], ["coverage", network, "--area", bad], ["draw", bad, network], [bad], ["check", self.root / f"{bad}.csv"],
                          ["paths", network, "--from", bad, "--to", bad], ["convert", network, self.root / f"{bad}.png"]):
                if "\0" not in "".join(map(str, words)):
                    faults.none(f"{words[0]!a} of {sign!a} ends well", run_lotse(faults, *words, code=None).returncode not in (2, 3, 6))
        self.none(faults)

    def test_the_checks_find_faults(self):
        """Every reader, with an output that somebody has tampered with."""
        network = Network(1, self.root / "netz")
        outputs = Outputs(Faults(), network, Labels())
        outputs.exports()
        outputs.result("centrality")
        outputs.maps("partners")
        tables = json_of((network.folder / "centrality.json").read_bytes())["tables"]
        changes = [
            ("out.json", outputs.json, [b'"name": "', b'"name": "x'], [b'"note": "', b'"note": "&amp;']),
            ("tables/actors.csv", outputs.folder, [b"\na1,", b"\na1,x"], [b"\na1,", b'\na1,"']),
            ("out.gexf", outputs.gexf, [b'id="a1" label="', b'id="a1" label="x'], [b"<gexf", b"<!DOCTYPE x><gexf"]),
            ("out.graphml", outputs.graphml, [b'key="n_note">', b'key="n_note">&amp;'], [b"</graph>", b""]),
            ("out.xlsx", outputs.workbook, [b"<v>1</v>", b"<f>1+1</f><v>1</v>"], [b"alert", b"_x0041_lert"]),
            ("kumu.xlsx", outputs.kumu, [b"alert", b"alarm"]),
            ("gephi-csv/nodes.csv", outputs.gephi, [b"\na1,", b"\na1,'"]),
            ("hsds/organizations.csv", outputs.hsds, [b"alert", b"alarm"]),
            ("hsds.json", outputs.hsds_json, [b"alert", b"alarm"]),
            ("out.geojson", outputs.geojson, [b'"area_name": "', b'"area_name": "x']),
            ("out.gpkg", outputs.geopackage, [b"alert", b"alarm"]),
            ("indicators.csv", outputs.indicators, [b"\ng1,", b"\ng1,="]),
            ("centrality.csv", outputs.result_csv, [b",'", b","], [b"\na1,", b"\na1,'"]),
            ("centrality.csv-excel", outputs.result_csv_excel, [b";'", b";"]),
            ("centrality.html", outputs.result_html, [b"<td>", b"<td><img src=x onerror=x>"], [b"&lt;", b"<"], [b"</td>", b""],
             [b"<h1>", b'<a href="javascript:x">x</a><h1>']),
            ("centrality.xlsx", outputs.result_xlsx, [b"alert", b"alarm"]),
            ("centrality.text", outputs.result_text, [b"\n  a1 ", b"\n  a1\x1b"], [b"alert", b"alarm"]),
            ("partners.svg", outputs.map, [b'<g id="a1"', b'<g onload="x" id="a1"'], [b"</svg>", b"<script>x</script></svg>"],
             [b"<title>", b"<title>x"], [b"<text ", b'<a href="javascript:x"/><text '], [b'fill="#ffffff"', b'fill="url(http://x)"'],
             [b"alert", b"alarm"], [b"&lt;", b"<"]),
            *([("out.dot", outputs.dot, [b'label="', b'label="x'], [b"&amp;", b"&"], [b"\\\\", b"\\"]),
               ("partners.dot", outputs.map_dot, [b"alert", b"alarm"])] if DOT else [])]
        for name, read, *replacements in changes:
            file = network.folder / name
            words = [tables] if name.startswith("centrality") else ["partners"] if read == outputs.map else []
            words.append({"partners.dot": file.with_suffix(".svg")}.get(name, file if file.parent == network.folder else file.parent))
            untouched, outputs.faults = file.read_bytes(), Faults()
            outputs.attempt(name, read, *words)
            before = outputs.faults
            for old, new in replacements:
                self.tamper(file, old, new)
                outputs.faults = Faults()
                outputs.attempt(name, read, *words)
                with self.subTest(name=name, old=old, new=new):
                    self.assertNotEqual(outputs.faults, before)
                file.write_bytes(untouched)

    def tamper(self, file, old, new):
        if file.suffix != ".xlsx":
            data = file.read_bytes()
            self.assertIn(old, data, file.name)
            file.write_bytes(data.replace(old, new))
            return
        with zipfile.ZipFile(file) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        self.assertTrue(any(old in data for data in parts.values()), file.name)
        with zipfile.ZipFile(file, "w") as book:
            for name, data in parts.items():
                book.writestr(name, data.replace(old, new))


if __name__ == "__main__":
    unittest.main()
