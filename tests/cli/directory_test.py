"""A flat service directory through the real program: exit codes, files, what is printed where.

usage: LOTSE=build/release/lotse python3 tests/cli/directory_test.py
Python >= 3.9, standard library only."""
import csv
import json
import os
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
SAMPLE = Path(__file__).resolve().parents[2] / "datasets" / "beispiel-verzeichnis" / "verzeichnis.csv"


class Directory(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-directory-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copy(SAMPLE, self.folder / "verzeichnis.csv")

    def lotse(self, *words, rc=0):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_"))}
        run = subprocess.run([LOTSE, *words], cwd=self.folder, env=environment, capture_output=True, timeout=120)
        self.assertEqual(run.returncode, rc, run.stderr.decode())
        return run

    def propose(self, name="verzeichnis.csv", **how):
        return self.lotse("convert", name, "netz", "--propose-map", "-o", "zuordnung.csv", **how)

    def test_a_proposal_writes_nothing_but_the_map(self):
        printed = self.lotse("convert", "verzeichnis.csv", "netz", "--propose-map").stdout
        self.propose()
        self.assertEqual(printed, (self.folder / "zuordnung.csv").read_bytes())
        self.assertFalse((self.folder / "netz").exists())
        rows = list(csv.DictReader(printed.decode("utf-8-sig").splitlines(), delimiter=";"))
        named = {row["Spalte"] for row in rows if not row["Wert"]}
        headings = SAMPLE.read_bytes().decode("cp1252").splitlines()[3].split(";")
        self.assertEqual(named - {""}, set(headings))
        self.propose(rc=2)  # the map is there: it is not overwritten

    def test_every_form_holds_the_same_network(self):
        self.propose()
        for target in ["netz", "netz.json", "netz.xlsx"]:
            self.lotse("convert", "verzeichnis.csv", target, "--map", "zuordnung.csv", "--quiet")
        digests = {json.loads(self.lotse("check", target, "--format", "json").stdout)["network"]["sha256"]
                   for target in ["netz", "netz.json", "netz.xlsx"]}
        self.assertEqual(len(digests), 1)

    def test_all_offers_of_the_directory_arrive(self):
        self.propose()
        self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", "--quiet")
        lines = [line.split(";") for line in SAMPLE.read_bytes().decode("cp1252").splitlines()]
        numbered = {(line[1].lower().replace("e. v.", "e.v."), line[8]) for line in lines if line[0].isdigit()}
        with open(self.folder / "netz" / "offers.csv", encoding="utf-8", newline="") as file:
            offers = list(csv.DictReader(file))
        self.assertEqual(len(offers), len(numbered))
        self.assertEqual({offer["name"] for offer in offers}, {name for _, name in numbered})
        text = "".join(path.read_text(encoding="utf-8") for path in (self.folder / "netz").iterdir())
        for role in ["Kursleitung", "Teamleitung", "Vorstand", "Sekretariat"]:
            self.assertNotIn(role, text)

    def test_data_of_clients_are_refused(self):
        (self.folder / "kunden.csv").write_text("Anbieter;Angebot;Kundennummer\nVerein;Kurs;GEHEIM\n")
        for words in [["--propose-map"], ["--map", "zuordnung.csv"]]:
            (self.folder / "zuordnung.csv").write_text("Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n")
            run = self.lotse("convert", "kunden.csv", "netz", *words, rc=4)
            self.assertNotIn(b"GEHEIM", run.stdout + run.stderr)
            self.assertIn(b"kunden.csv:1:3", run.stderr)
        self.assertFalse((self.folder / "netz").exists())

    def merged_workbooks(self):
        """The same sheet as .xlsx and .ods: the provider and its street hold for rows 4 and 5."""
        rows = [["Verzeichnis"], None, ["Anbieter", "Straße", "Ort", "Angebot", "Thema"],
                ["Haus", "Weg 1", "Herne", "Rückenfit", "Bewegung"], ["", "", "Herne", "Kochen", "Ernährung"],
                ["Verein", "", "Herne", "Lauf", "Bewegung"]]
        sheet = "".join(
            f'<row r="{r}">' + "".join(f'<c r="{"ABCDE"[c]}{r}" t="inlineStr"><is><t>{text}</t></is></c>'
                                       for c, text in enumerate(row) if text) + "</row>"
            for r, row in enumerate(rows, 1) if row)
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        with zipfile.ZipFile(self.folder / "verbund.xlsx", "w") as book:
            book.writestr("[Content_Types].xml",
                          f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
                          '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
                          f'"/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName='
                          f'"/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>')
            book.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
                          f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
            book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                          '<sheet name="Liste" sheetId="1" r:id="a"/></sheets></workbook>')
            book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">'
                          f'<Relationship Id="a" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                          '</Relationships>')
            book.writestr("xl/worksheets/sheet1.xml",
                          f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData><mergeCells count="2">'
                          '<mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/></mergeCells></worksheet>')

        def cell(r, c, text):
            if r == 5 and c < 2:
                return "<table:covered-table-cell/>"
            span = ' table:number-rows-spanned="2" table:number-columns-spanned="1"' if r == 4 and c < 2 else ""
            return (f'<table:table-cell office:value-type="string"{span}><text:p>{text}</text:p></table:table-cell>'
                    if text else "<table:table-cell/>")

        names = "urn:oasis:names:tc:opendocument:xmlns:"
        body = "".join("<table:table-row>" + "".join(cell(r, c, text) for c, text in enumerate(row or [""]))
                       + "</table:table-row>" for r, row in enumerate(rows, 1))
        with zipfile.ZipFile(self.folder / "verbund.ods", "w") as book:
            book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            book.writestr("META-INF/manifest.xml",
                          f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"><manifest:file-entry '
                          'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.'
                          'spreadsheet"/></manifest:manifest>')
            book.writestr("content.xml",
                          f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" '
                          f'xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table '
                          f'table:name="Liste">{body}</table:table></office:spreadsheet></office:body>'
                          '</office:document-content>')

    def test_a_merged_cell_holds_for_all_its_rows(self):
        self.merged_workbooks()
        for name in ["verbund.xlsx", "verbund.ods"]:
            with self.subTest(name):
                self.propose(name)
                said = self.lotse("convert", name, "netz", "--map", "zuordnung.csv").stderr.decode()
                with open(self.folder / "netz" / "offers.csv", encoding="utf-8", newline="") as file:
                    providers = {row["name"]: (row["providers"], row["venues"]) for row in csv.DictReader(file)}
                self.assertEqual(providers["Kochen"], providers["Rückenfit"])
                self.assertEqual(providers["Kochen"][0], "haus-herne")
                self.assertEqual(providers["Lauf"][0], "verein-herne")
                self.assertIn(f"{name}#Liste!A4: note: Verbundene Zellen: Was hier steht, gilt für die Zeilen 4 bis 5.", said)
                self.assertIn("leere 1.", said)
                (self.folder / "zuordnung.csv").unlink()
                shutil.rmtree(self.folder / "netz")

    def test_errors_stop_the_conversion(self):
        self.propose()
        with open(self.folder / "verzeichnis.csv", "ab") as file:
            file.write(b"nur;drei;Felder\r\n")
        run = self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", rc=3)
        self.assertIn("verzeichnis.csv:46:: error", run.stderr.decode())
        self.assertFalse((self.folder / "netz").exists())
        self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", "--skip-bad-rows")
        self.assertTrue((self.folder / "netz" / "offers.csv").exists())

    def test_errors_of_the_map_stop_it_in_any_case(self):
        self.propose()
        path = self.folder / "zuordnung.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(";sports_club;", ";sportsclub;", 1), encoding="utf-8")
        run = self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", "--skip-bad-rows", rc=3)
        self.assertIn("Die Zuordnung oder das Verzeichnis hat Fehler", run.stderr.decode())
        self.assertFalse((self.folder / "netz").exists())

    def test_a_single_table_says_how(self):
        self.assertIn("--propose-map", self.lotse("check", "verzeichnis.csv", rc=3).stdout.decode())


if __name__ == "__main__":
    unittest.main()
