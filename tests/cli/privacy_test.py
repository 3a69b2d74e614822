"""Identifiers of persons are refused wherever else they stand: names of sheets and files, words of the call, tables that are not used."""
import csv
import os
import random
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from client_numbers import KINDS

LOTSE = os.environ["LOTSE"]
KVNR = KINDS["KVNR"].make


def rename_sheet(path, old, new):
    """A copy of a workbook in which a sheet is called otherwise."""
    out = path.replace(".xlsx", "-2.xlsx")
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(out, "w") as copy:
        for name in given.namelist():
            text = given.read(name)
            if name == "xl/workbook.xml":
                assert f'name="{old}"'.encode() in text
                text = text.replace(f'name="{old}"'.encode(), f'name="{new}"'.encode())
            copy.writestr(name, text)
    return out


def folder(root, columns, table_rows):
    path = Path(root)
    path.mkdir(exist_ok=True)
    with open(path / "actors.csv", "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([columns, *table_rows])
    return path


def issues(path):
    run = subprocess.run([LOTSE, "check", str(path)], capture_output=True, timeout=300)
    return run.returncode, run.stdout.decode() + run.stderr.decode()


class Privacy(unittest.TestCase):
    def test_names_of_sheets_and_files_and_words_of_the_call_are_refused(self):
        number = KVNR(random.Random(1))
        with tempfile.TemporaryDirectory() as root:
            columns, table = ["key", "name", "kind"], [["a", "Stelle", "other"]]
            named = folder(f"{root}/files", columns, table)
            (named / f"{number}.csv").write_text("a\n1\n")
            written = f"{root}/netz.xlsx"
            plain = folder(f"{root}/plain", columns, table)
            subprocess.run([LOTSE, "convert", str(plain), written], check=True, capture_output=True)
            sheet = rename_sheet(written, "Codes", number)
            for words in (["check", str(named)], ["check", sheet], ["coverage", str(plain), "--area", number],
                          ["draw", str(plain), "--title", f"Netz {number}", "-o", f"{root}/x.svg"], [number],
                          ["coverage", str(plain), f"--{number}"]):
                with self.subTest(words=[word.replace(number, "NUMBER") for word in words]):
                    run = subprocess.run([LOTSE, *words], capture_output=True, timeout=300)
                    self.assertEqual(4, run.returncode, run.stderr)
                    self.assertNotIn(number.encode(), run.stdout + run.stderr)
            self.assertFalse(Path(f"{root}/x.svg").exists())

    def test_names_in_cells_for_contacts_stay_out_of_the_checked_workbook(self):
        with tempfile.TemporaryDirectory() as root:
            plain = folder(f"{root}/plain", ["key", "name", "kind"], [["a", "Stelle", "other"]])
            (plain / "contacts.csv").write_text("actor,role,filled,as_of\na,Steuerung,no,\na,Geschäftsstelle,yes,\n")
            written, given, checked = f"{root}/netz.xlsx", f"{root}/namen.xlsx", f"{root}/geprueft.xlsx"
            subprocess.run([LOTSE, "convert", str(plain), written, "--language", "de"], check=True, capture_output=True)
            replaced = 0
            with zipfile.ZipFile(written) as book, zipfile.ZipFile(given, "w") as copy:
                for name in book.namelist():
                    text = book.read(name)
                    replaced += text.count(b"<t>nein</t>") + text.count(b"<t>ja</t>")
                    text = text.replace(b"<t>nein</t>", b"<t>ja (Herr Meier)</t>")
                    copy.writestr(name, text.replace(b"<t>ja</t>", b"<t>vakant</t>"))
            self.assertEqual(2, replaced)
            words = ["check", given, "-o", checked, "--language", "de"]
            run = subprocess.run([LOTSE, *words], capture_output=True, timeout=300)
            self.assertEqual(3, run.returncode, run.stderr)
            self.assertNotIn(b"Meier", run.stdout + run.stderr)
            with zipfile.ZipFile(checked) as book:
                for name in book.namelist():
                    self.assertNotIn(b"Meier", book.read(name), name)
                strings = book.read("xl/sharedStrings.xml")
                self.assertIn("weder ja noch nein".encode(), strings)
                self.assertIn(b">vakant<", strings)  # no name

    def test_hsds_is_refused_in_tables_that_no_network_is_made_of(self):
        number = KVNR(random.Random(2))
        organizations = "id,name,description\n8b1b7d1e-4ad9-4a6a-9a3c-0d7a55f0a001,Verein,Sport\n"
        for contacts in ("id,name,Kundennummer\n1,Auskunft,4711\n", f"id,name,title\n1,Auskunft,{number}\n"):
            with self.subTest(contacts=contacts.split("\n")[0]), tempfile.TemporaryDirectory() as root:
                Path(root, "organizations.csv").write_text(organizations)
                Path(root, "contacts.csv").write_text(contacts)
                code, said = issues(Path(root))
                self.assertEqual(4, code)
                self.assertNotIn(number, said)
                self.assertNotIn("4711", said)


if __name__ == "__main__":
    unittest.main()
