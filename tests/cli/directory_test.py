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

    def test_errors_stop_the_conversion(self):
        self.propose()
        with open(self.folder / "verzeichnis.csv", "ab") as file:
            file.write(b"nur;drei;Felder\r\n")
        run = self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", rc=3)
        self.assertIn("verzeichnis.csv:46:: error", run.stderr.decode())
        self.assertFalse((self.folder / "netz").exists())
        self.lotse("convert", "verzeichnis.csv", "netz", "--map", "zuordnung.csv", "--skip-bad-rows")
        self.assertTrue((self.folder / "netz" / "offers.csv").exists())

    def test_a_single_table_says_how(self):
        self.assertIn("--propose-map", self.lotse("check", "verzeichnis.csv", rc=3).stdout.decode())


if __name__ == "__main__":
    unittest.main()
