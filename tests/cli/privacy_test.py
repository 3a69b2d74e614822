"""Identifiers of persons are found wherever they stand, and real rows of institutions are never taken for them.

The check digits are computed here after their own sources: KVNR (§ 290 SGB V), RVNR (§ 2 VKVV), tax number
(§ 139b AO, ISO 7064 MOD 11,10), IBAN (ISO 13616). All numbers are invented by a fixed seed."""
import csv
import os
import random
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

LOTSE = os.environ["LOTSE"]
DATASETS = Path(__file__).resolve().parents[2] / "datasets"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def cross_sum(digits, weights):
    products = [int(d) * w for d, w in zip(digits, weights)]
    return sum(p // 10 + p % 10 for p in products)


def health_insurance(dice):
    letter, number = dice.choice(LETTERS), f"{dice.randrange(10**8):08d}"
    digits = f"{LETTERS.index(letter) + 1:02d}{number}"
    return f"{letter}{number}{cross_sum(digits, [1, 2] * 5) % 10}"


def pension_insurance(dice):
    born = f"{dice.randint(1, 28):02d}{dice.randint(1, 12):02d}{dice.randint(30, 99)}"
    area, letter, serial = f"{dice.randint(2, 89):02d}", dice.choice(LETTERS), f"{dice.randrange(100):02d}"
    digits = f"{area}{born}{LETTERS.index(letter) + 1:02d}{serial}"
    return f"{area}{born}{letter}{serial}{cross_sum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10}"


def tax(dice):
    while True:
        digits = dice.sample("0123456789", 9)
        digits.insert(dice.randint(0, 9), dice.choice(digits))
        if digits[0] != "0":
            break
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return "".join(digits) + str((11 - product) % 10)


def iban(dice):
    account = f"{dice.randrange(10**18):018d}"
    text = f"DE{98 - int(account + '131400') % 97:02d}{account}"
    return text if dice.random() < 0.5 else " ".join(text[i:i + 4] for i in range(0, len(text), 4))


def customer(dice):
    return f"{dice.randrange(1000):03d}{dice.choice(LETTERS)}{dice.randrange(10**6):06d}"


def community(dice):
    return f"{dice.randrange(10**5):05d}{dice.choice(['//', 'BG'])}{dice.randrange(10**7):07d}"


def grouped(dice):
    """As people write them down: A123 456 789, 12 345 678 901, 65 150880 B 00 3."""
    number = dice.choice((health_insurance, pension_insurance, tax))(dice)
    cuts = {10: (4, 7), 11: (2, 5, 8), 12: (2, 8, 9)}[len(number)]
    return dice.choice((" ", "\u00a0")).join(number[a:b] for a, b in zip((0, *cuts), (*cuts, None)))


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


MAKERS = (health_insurance, pension_insurance, tax, iban, customer, community, grouped)
AROUND = ("{}", "siehe {}", "Nr. {}, Gruppe", "({})", "Kurs für {}.", "ID:{}", "{};", "»{}«", "Vorgang-{}", "x {} y")


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
    def test_every_identifier_is_found_and_never_repeated(self):
        dice = random.Random(6)
        numbers = [(MAKERS[i % len(MAKERS)].__name__, MAKERS[i % len(MAKERS)](dice)) for i in range(1400)]
        for column in ("note", "name", "aliases", "eigene Spalte"):
            with self.subTest(column=column), tempfile.TemporaryDirectory() as root:
                columns = ["key", "kind", *(["name"] if column != "name" else []), column]
                table = []
                for i, (_, number) in enumerate(numbers):
                    text = AROUND[i % len(AROUND)].format(number)
                    table.append([f"a{i}", "other", *(["Stelle"] if column != "name" else []), text])
                code, said = issues(folder(root, columns, table))
                self.assertEqual(4, code)
                found = {int(line.split("actors.csv:")[1].split(":")[0]) - 2
                         for line in said.splitlines() if "client-data" in line and "actors.csv:" in line}
                missed = [numbers[i] for i in range(len(numbers)) if i not in found]
                self.assertEqual([], missed)
                self.assertEqual([], [n for _, n in numbers if n in said])
        print(f"identifiers: {len(numbers)} of {len(numbers)} found in each of 4 columns, none repeated")

    def test_rows_of_institutions_are_not_taken_for_persons(self):
        table = []
        for path in sorted(DATASETS.rglob("*.csv")):
            text = path.read_bytes()
            try:
                lines = text.decode("utf-8").splitlines()
            except UnicodeDecodeError:
                lines = text.decode("cp1252").splitlines()
            for row in csv.reader(lines):
                table.append([f"r{len(table)}", "Stelle", "other", " ".join(row)])
        self.assertGreater(len(table), 10000)
        with tempfile.TemporaryDirectory() as root:
            code, said = issues(folder(root, ["key", "name", "kind", "note"], table))
        alarms = [line for line in said.splitlines() if "client-data" in line]
        self.assertLessEqual(len(alarms), len(table) // 10000, alarms[:5])
        print(f"false alarms: {len(alarms)} in {len(table):,} rows of institutions, places and programmes")

    def test_names_of_sheets_and_files_and_words_of_the_call_are_refused(self):
        number = health_insurance(random.Random(1))
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

    def test_hsds_is_refused_in_tables_that_no_network_is_made_of(self):
        number = health_insurance(random.Random(2))
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
