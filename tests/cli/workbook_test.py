"""Workbooks in and out: the real program, read back by the standard library and by LibreOffice.

usage: LOTSE=build/release/lotse python3 tests/cli/workbook_test.py
Python >= 3.9, standard library only. Cases that need LibreOffice are skipped with a message without it."""
import csv
import json
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from program import DATASETS, lotse, result

ROOT = Path(__file__).resolve().parents[2]
WORKBOOKS = ROOT / "tests" / "workbooks"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def issues(path, rc=0):
    found = result("check", path, rc=rc)["tables"]["issues"]
    return [f"{i['severity']} {i['sheet'] or ''}!{i['row'] or 0}:{i['column'] or 0} {i['code']}" for i in found]


def sha(path):
    return result("list", "codes", path)["network"]["sha256"]


class Book:
    """Cells of an .xlsx, read without any library of ours: {sheet: {"B2": (type, text)}}."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        strings = []
        if "xl/sharedStrings.xml" in self.parts:
            for item in ET.fromstring(self.parts["xl/sharedStrings.xml"]):
                strings.append("".join(t.text or "" for t in item.iter(MAIN + "t")))
        targets = {r.get("Id"): r.get("Target") for r in ET.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        self.sheets, self.xml = {}, {}
        for sheet in ET.fromstring(self.parts["xl/workbook.xml"]).iter(MAIN + "sheet"):
            root = ET.fromstring(self.parts["xl/" + targets[sheet.get(RELATION)]])
            cells = {}
            for cell in root.iter(MAIN + "c"):
                value = cell.findtext(MAIN + "v")
                kind = cell.get("t", "n")
                if value is not None:
                    cells[cell.get("r")] = (kind, strings[int(value)] if kind == "s" else value)
            self.sheets[sheet.get("name")], self.xml[sheet.get("name")] = cells, root

    def formulas(self):
        return [f.text for root in self.xml.values() for f in root.iter(MAIN + "f")]

    def rows(self, sheet):
        """Texts by row, as a list of lists."""
        rows = {}
        for place, (_, text) in self.sheets[sheet].items():
            letters, number = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            rows.setdefault(int(number), {})[column] = text
        return [[row.get(i, "") for i in range(1, max(row) + 1)] for _, row in sorted(rows.items())]


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)


class Template(Scratch):
    def test_workbook_to_fill_in(self):
        target = self.folder / "neu.xlsx"
        lotse("new", target)
        book = Book(target)
        self.assertEqual(list(book.sheets)[:3], ["Hinweise", "Akteure", "Beziehungen"])
        self.assertEqual(book.sheets["Akteure"]["A1"][1], "Schlüssel *")
        self.assertTrue(book.sheets["Akteure"]["A2"][1].startswith("#"))
        self.assertEqual(book.sheets["Akteure"]["C2"][1], "Jobcenter")
        self.assertEqual(book.formulas(), [])
        words = " ".join(text for _, text in book.sheets["Hinweise"].values())
        self.assertIn("Datenschutz", words)
        for name in ("Akteure", "Beziehungen", "Angebote"):
            root = book.xml[name]
            self.assertIsNotNone(root.find(f".//{MAIN}pane[@state='frozen']"), name)
            self.assertEqual(root.find(MAIN + "pageSetup").get("orientation"), "landscape", name)
            self.assertEqual(root.find(MAIN + "pageSetup").get("paperSize"), "9", name)
            lists = [v for v in root.iter(MAIN + "dataValidation") if v.get("type") == "list"]
            self.assertGreaterEqual(len(lists), 4, name)
        found = issues(target)
        self.assertEqual([i for i in found if not i.startswith("note ")], ["warning Akteure!1:0 no-actors"])
        self.assertEqual([i for i in found if "comment-rows" in i], ["note !0:0 comment-rows"])

    def offered(self, book, sheet, heading):
        rule = next(v for v in book.xml[sheet].iter(MAIN + "dataValidation") if v.get("errorTitle") == heading)
        lists, column, first, last = re.fullmatch(r"'(.*)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)", rule.findtext(MAIN + "formula1")).groups()
        return [book.sheets[lists][f"{column}{row}"][1] for row in range(int(first), int(last) + 1)]

    def test_drop_downs_offer_what_is_read(self):
        target, netz = self.folder / "neu.xlsx", self.folder / "netz"
        netz.mkdir()
        for language, sheets, headings in (
                ("de", ("Akteure", "Angebote"), ("Art", "Themen", "Zielgruppen", "Zugangswege", "Rechtskreis")),
                ("en", ("Actors", "Offers"), ("Kind", "Topics", "Target groups", "Routes", "Legal circle"))):
            lotse("new", target, "--language", language, "--overwrite")
            book = Book(target)
            kinds = self.offered(book, sheets[0], headings[0])
            self.assertEqual(len(kinds), len(set(kinds)))
            table = "key,name,kind\n" + "".join(f'k{i},N{i},"{kind}"\n' for i, kind in enumerate(kinds))
            (netz / "actors.csv").write_text(table, encoding="utf-8")
            words = [self.offered(book, sheets[1], heading) for heading in headings[1:]]
            for offered in words:
                self.assertEqual([word for word in offered if "|" in word or re.fullmatch(r"[a-z0-9]+_[a-z0-9_]+", word)], [])
            row = ",".join(f'"{"|".join(offered)}"' for offered in words)
            (netz / "offers.csv").write_text(f"key,name,topics,targets,routes,legal\no,O,{row}\n", encoding="utf-8")
            self.assertFalse([i for i in issues(netz) if "unknown" in i], language)
            # Words become codes, codes become words, and nothing is lost on the way.
            for source, out in ((netz, "a"), (netz, "b.xlsx"), (self.folder / "b.xlsx", "c")):
                lotse("convert", source, self.folder / out, "--language", language, "--overwrite")
            self.assertEqual((self.folder / "a" / "offers.csv").read_text(encoding="utf-8"),
                             (self.folder / "c" / "offers.csv").read_text(encoding="utf-8"))
            cells = [text for _, text in Book(self.folder / "b.xlsx").sheets[sheets[1]].values()]
            for offered in words:
                self.assertIn("|".join(offered), cells)

    def test_a_means_of_transport_is_chosen_and_comes_back(self):
        given, book_file = self.folder / "netz", self.folder / "wege.xlsx"
        given.mkdir()
        (given / "actors.csv").write_text("key,name,kind\na,A,other\n", encoding="utf-8")
        (given / "travel.csv").write_text("from,to,minutes,mode\n05513,05911,30,Bus\n", encoding="utf-8")
        lotse("convert", given, book_file)
        book = Book(book_file)
        rules = [v for v in book.xml["Wege"].iter(MAIN + "dataValidation") if v.get("errorTitle") == "Verkehrsmittel"]
        self.assertEqual([v.get("type") for v in rules], ["list"])
        self.assertIn("Bus und Bahn", [text for _, text in book.sheets["Wege"].values()])
        lotse("convert", book_file, self.folder / "zurueck")
        self.assertIn(",public_transport", (self.folder / "zurueck" / "travel.csv").read_text(encoding="utf-8"))

    def test_folder_to_fill_in(self):
        target = self.folder / "neu"
        lotse("new", target)
        self.assertEqual(len(list(target.glob("*.csv"))), 12)
        self.assertFalse([i for i in issues(target) if i.startswith("error")])
        lotse("new", target, rc=2)
        lotse("new", self.folder / "neu.txt", rc=2)


class Results(Scratch):
    def test_numbers_are_numbers_and_the_same_as_in_json(self):
        target = self.folder / "z.xlsx"
        lotse("centrality", DATASETS / "musterkreis", "--format", "xlsx", "-o", target)
        book, found = Book(target), result("centrality", DATASETS / "musterkreis")
        sheet = list(book.sheets)[1]
        keys = list(found["tables"]["actors"][0])
        column = chr(ord("A") + keys.index("degree"))
        for row, actor in enumerate(found["tables"]["actors"], start=2):
            kind, text = book.sheets[sheet][f"{column}{row}"]
            self.assertEqual((kind, float(text)), ("n", actor["degree"]))
            self.assertEqual(book.sheets[sheet][f"A{row}"], ("s", actor["actor"]))
        words = [text for _, text in book.sheets["Überblick"].values()]
        self.assertIn(found["network"]["sha256"], words)

    def test_rows_are_as_high_as_their_texts(self):
        """LibreOffice shows one line of a cell that wraps where the file does not say how high its row is."""
        files = {self.folder / "lücken.xlsx": ["coverage", DATASETS / "musterkreis", "--format", "xlsx", "-o"],
                 self.folder / "steckbrief.xlsx": ["factsheet", DATASETS / "musterkreis", "--actor", "jc-mk", "--format", "xlsx", "-o"]}
        broken = self.folder / "netz.xlsx"
        lotse("convert", DATASETS / "musterkreis", broken)
        files[self.folder / "geprüft.xlsx"] = ["check", broken, "-o"]
        wrapped = 0
        for target, words in files.items():
            lotse(*words, target)
            book = Book(target)
            for name, root in book.xml.items():
                if target.name == "geprüft.xlsx" and name != "Prüfprotokoll":
                    continue  # the cells of others, which do not wrap
                widths = {int(c.get("min")): float(c.get("width")) for c in root.iter(MAIN + "col")}
                merged = {m.get("ref").split(":")[0] for m in root.iter(MAIN + "mergeCell")}
                for row in root.iter(MAIN + "row"):
                    for cell in row:
                        kind, text = book.sheets[name].get(cell.get("r"), ("n", ""))
                        letters = re.match("[A-Z]+", cell.get("r")).group()
                        width = sum(widths.values()) if cell.get("r") in merged else widths.get(ord(letters[-1]) - 64, 8)
                        if kind != "s" or len(letters) > 1 or len(text) <= width or text == book.sheets[name].get("A1", (0, 0))[1]:
                            continue
                        needed = min(27, -(-len(text) // int(width)))
                        wrapped += 1
                        self.assertGreaterEqual(float(row.get("ht", 15)), 15 * needed, f"{target.name} {name} {cell.get('r')}: {text}")
        self.assertGreater(wrapped, 30)

    def test_every_analysis_has_a_workbook(self):
        needs = {"paths": ["--from", "jc-mk", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "jc-mk"]}
        for analysis in result("list", "analyses")["tables"]["analyses"]:
            target = self.folder / (analysis["id"] + ".xlsx")
            run = [analysis["id"], DATASETS / "musterkreis", *needs.get(analysis["id"], []), "-o", target]
            try:
                lotse(*run)
            except AssertionError as problem:  # an analysis that wants an option of its own
                if "exit 2" not in str(problem):
                    raise
                continue
            self.assertEqual(Book(target).formulas(), [], analysis["id"])

    def test_a_workbook_is_no_text(self):
        run = lotse("centrality", DATASETS / "musterkreis", "--format", "xlsx", rc=2)
        self.assertEqual(run.stdout, b"")
        self.assertIn("-o", run.stderr.decode())

    def test_the_same_bytes_anywhere(self):
        bytes_of = []
        for zone, locale in (("UTC", "C.UTF-8"), ("America/New_York", "tr_TR.UTF-8")):
            target = self.folder / "m.xlsx"
            lotse("convert", DATASETS / "verzahnung", target, "--language", "de", "--overwrite", env={"TZ": zone, "LC_ALL": locale})
            bytes_of.append(target.read_bytes())
        self.assertEqual(*bytes_of)


class Marked(Scratch):
    def test_problems_are_coloured_and_explained(self):
        table = self.folder / "netz"
        table.mkdir()
        (table / "actors.csv").write_text("key,name,kind,area,Telefon\na,Verein A,other,5911,0231 000000\nb,=1+1,other,,\n", encoding="utf-8")
        lotse("convert", table, self.folder / "netz.xlsx")
        book = Book(self.folder / "netz.xlsx")
        self.assertEqual(book.sheets["Akteure"]["B3"], ("s", "=1+1"))
        broken = self.folder / "kaputt.xlsx"
        with zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as archive:  # a code nobody knows
            for name, data in book.parts.items():
                archive.writestr(name, data.replace(b">Verein A<", b">Verein Z<").replace(b">05911<", b">0591<"))
        checked = self.folder / "geprueft.xlsx"
        lotse("check", broken, "-o", checked, rc=3)
        marked = Book(checked)
        place = next(p for p, cell in marked.sheets["Akteure"].items() if cell[1] == "0591")
        comments = b"".join(data for name, data in marked.parts.items() if "comments" in name).decode()
        self.assertIn(f'ref="{place}"', comments)
        self.assertIn("Gebietsschlüssel", comments)
        log = [text for _, text in marked.sheets["Prüfprotokoll"].values()]
        self.assertIn(f"kaputt.xlsx#Akteure!{place}", log)
        self.assertIn("Verein Z", [text for _, text in marked.sheets["Akteure"].values()])
        self.assertNotIn("Hinweise", marked.sheets)  # was not read, so nobody knows what it holds
        self.assertEqual(marked.formulas(), [])
        lotse("check", broken, "-o", broken, rc=2)
        self.assertEqual([i for i in issues(checked, rc=3)], [i for i in issues(broken, rc=3)])

    def test_comment_rows_are_read_before_they_are_copied(self):
        table = self.folder / "netz"
        table.mkdir()
        (table / "actors.csv").write_text("key,name,kind,note\na,Verein A,other,x\nb,Verein B,other,AAAA\nc,Verein C,other,y\n")
        lotse("convert", table, self.folder / "netz.xlsx")
        book = Book(self.folder / "netz.xlsx")
        for text, code in (("Rufen Sie Tel. 0521 123456", 0), ("erika@verein.example", 0), ("T342852494", 4)):
            with self.subTest(code=code):
                given, checked = self.folder / "kommentar.xlsx", self.folder / "geprueft.xlsx"
                checked.unlink(missing_ok=True)
                with zipfile.ZipFile(given, "w", zipfile.ZIP_DEFLATED) as archive:
                    for name, data in book.parts.items():
                        archive.writestr(name, data.replace(b">b<", b"># b<").replace(b">AAAA<", f">{text}<".encode()))
                said = lotse("check", given, "-o", checked, rc=code)
                self.assertNotIn(text.encode(), said.stdout + said.stderr)
                self.assertEqual(code == 0, checked.exists())
                if checked.exists():
                    data = b"".join(Book(checked).parts.values())
                    self.assertIn(b"># b<", data)
                    self.assertNotIn(text.encode(), data)

    def test_persons_and_mailboxes_stay_out(self):
        table = self.folder / "netz"
        table.mkdir()
        (table / "actors.csv").write_text("key,name,kind,mailbox\na,Verein A,other,info@verein-a.example\n", encoding="utf-8")
        lotse("convert", table, self.folder / "netz.xlsx", "--with-contacts")
        for more, there in (([], False), (["--with-contacts"], True)):
            checked = self.folder / "geprueft.xlsx"
            lotse("check", self.folder / "netz.xlsx", "-o", checked, "--overwrite", *more)
            data = b"".join(Book(checked).parts.values())
            self.assertEqual(b"info@verein-a.example" in data, there)


class Start(Scratch):
    def test_gdal_is_not_loaded_without_a_workbook(self):
        for words in (["--version"], ["check", DATASETS / "musterkreis"], ["new", self.folder / "n.xlsx"]):
            loaded = lotse(*words, env={"LD_DEBUG": "files"}).stderr.decode(errors="replace")
            self.assertNotIn("libgdal", loaded, words)


@unittest.skipUnless(shutil.which("soffice"), "LibreOffice (soffice) is not installed: its reading of our workbooks is not tested")
class LibreOffice(Scratch):
    CSV_OF_ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

    def convert(self, path, to):
        """What LibreOffice makes of a file, in a folder of its own."""
        out = Path(tempfile.mkdtemp(dir=self.folder))
        run = subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", to,
                              "--outdir", str(out), str(path)], capture_output=True, timeout=180)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return out

    def test_opens_our_workbook_with_the_same_cells(self):
        ours = self.folder / "netz.xlsx"
        lotse("convert", DATASETS / "musterkreis", ours)
        book = Book(ours)
        out = self.convert(ours, self.CSV_OF_ALL_SHEETS)
        for sheet in ("Akteure", "Beziehungen", "Angebote", "Gebiete"):
            with open(out / f"netz-{sheet}.csv", encoding="utf-8", newline="") as stream:
                theirs = [[cell for cell in row] for row in csv.reader(stream)]
            for row, expected in zip(theirs, book.rows(sheet)):
                while row and not row[-1]:
                    row.pop()
                self.assertEqual(len(row), len(expected), sheet)
                for cell, wanted in zip(row, expected):
                    same = cell == wanted or float(cell) == float(wanted)
                    self.assertTrue(same, (sheet, cell, wanted))
            self.assertGreaterEqual(len(theirs), len(book.rows(sheet)))

    def test_saves_our_workbook_and_we_read_the_same_network(self):
        ours = self.folder / "netz.xlsx"
        lotse("convert", DATASETS / "verzahnung", ours, "--with-contacts")
        for form in ("xlsx", "ods", "xls"):
            theirs = self.convert(ours, form) / f"netz.{form}"
            self.assertEqual(sha(theirs), sha(ours), form)

    def test_what_coordinators_have(self):
        wanted = [
            "note Akteure!0:0 cell-comments",
            "note Akteure!1:0 title-row",
            "warning Akteure!3:6 unknown-column",
            "note Akteure!4:0 comment-rows",
            "warning Akteure!5:4 repaired-ags",
            "warning Akteure!5:6 repaired-postcode",
            "note Akteure (2)!0:0 second-sheet",
            "warning Angebotte!0:0 unknown-sheet",
            "warning Beziehungen!0:0 hidden-sheet",
            "warning Beziehungen!2:5 time-left-out",
            "warning Beziehungen!3:1 merged-cells",
            "error Beziehungen!4:1 missing-value",
            "error Beziehungen!5:4 error-cell",
        ]
        for form in ("xlsx", "ods"):
            path = self.convert(WORKBOOKS / "hart.fods", form) / f"hart.{form}"
            self.assertEqual(sorted(issues(path, rc=3)), sorted(wanted), form)
            target = self.folder / f"{form}.json"
            lotse("convert", path, target, "--skip-bad-rows")
            tables = json.loads(target.read_text(encoding="utf-8"))["tables"]
            self.assertEqual([a["key"] for a in tables["actors"]], ["ga", "jc", "sv"], form)
            jobcenter = tables["actors"][1]
            self.assertEqual((jobcenter["area"], jobcenter["since"], jobcenter["PLZ"]), ("05911", "2005-01-03", "01067"), form)
            self.assertEqual(jobcenter["note"], "erste Zeile\nzweite  Zeile", form)
            self.assertEqual(tables["actors"][2]["name"], "Sportverein", form)
            self.assertEqual(next(t for t in tables["ties"] if t["kind"] == "funds")["funding_share"], 0.25, form)
        xls = self.convert(WORKBOOKS / "hart.fods", "xls") / "hart.xls"
        found = issues(xls, rc=3)
        self.assertIn("error Akteure!6:2 lost-formula", found)
        self.assertIn("warning Akteure!5:4 repaired-ags", found)

    def test_dates_of_1904_are_refused(self):
        text = (WORKBOOKS / "hart.fods").read_text(encoding="utf-8")
        old = self.folder / "alt.fods"
        old.write_text(text.replace("<office:spreadsheet>", '<office:spreadsheet><table:calculation-settings><table:null-date '
                                    'table:date-value="1904-01-01"/></table:calculation-settings>'), encoding="utf-8")
        for form in ("xlsx", "xls"):
            path = self.convert(old, form) / f"alt.{form}"
            self.assertEqual(issues(path, rc=3), ["error !0:0 date-1904"], form)


if __name__ == "__main__":
    unittest.main()
