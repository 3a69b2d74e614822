"""How surely data of persons is recognised, in figures: numbers and headings of clients are refused in every form that SECURITY.md promises,
and in exactly their rows; texts about institutions are not; and what reaches persons is in no output.

All numbers are invented by a fixed seed. privacy_test.py asks where else a number may stand.

usage: LOTSE=build/release/lotse [LOTSE_LONG=1] python3 tests/cli/client_data_test.py
Python >= 3.9, standard library only."""
import csv
import io
import json
import random
import re
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
import zipfile
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

from client_numbers import KINDS, LETTERS, Sample, iban, kvnr, rvnr, tax, wide
from writing import COMMANDS, DATASETS, LONG, LOTSE, NEW, environment, words_of

COUNT = 1000 if LONG else 100  # numbers of each kind


# Running the program

REFUSAL = re.compile(r"(?m)^([^:\n#]+)(?::(\d+):(\d*)|#(\w+)![A-Z]+(\d+)): error: .*\[client-data\]$")


def refused_rows(said):
    """(file or sheet, row) of each refusal."""
    return [(m[4] or m[1], int(m[5] or m[2])) for m in REFUSAL.finditer(said)]


def refused_cells(said):
    """(file, row, column) of each refusal in tables of CSV."""
    return [(m[1], int(m[2]), int(m[3])) for m in REFUSAL.finditer(said)]


def write_csv(path, rows):
    """The line in which each row begins."""
    lines, line = [], 1
    for row in rows:
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return lines


def read_csv(path, **form):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    return list(csv.reader(io.StringIO(text, newline=""), **form))


class Runs(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-clients-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_lotse(self, *words):
        run = subprocess.run([LOTSE, *map(str, words)], cwd=self.folder, env=environment(LOTSE_LANGUAGE="de"), capture_output=True, timeout=600)
        return run.returncode, run.stdout.decode() + run.stderr.decode()

    def network(self, rows, columns):
        """A folder with a table of actors, and the line of each row."""
        path = self.folder / "netz"
        path.mkdir(exist_ok=True)
        return path, write_csv(path / "actors.csv", [columns, *rows])[1:]

    def notes(self, texts):
        """The same, with each text as the note of an actor."""
        return self.network([[f"a{i}", f"Stelle {i}", "other", text] for i, text in enumerate(texts)], ["key", "name", "kind", "note"])

    def checked(self, path):
        """The result, and what is withheld."""
        exit_code, said = self.run_lotse("check", path, "--format", "json")
        self.assertEqual(exit_code, 0, said[:2000])
        result = json.loads(said)
        return result["summary"], {(issue["file"], issue["row"]) for issue in result["tables"]["issues"] if issue["code"] == "withheld"}

    def assert_not_repeated(self, said, numbers):
        messages = {re.sub(r"^\S+: ", "", line) for line in unicodedata.normalize("NFKC", said).lower().splitlines()}
        folded = "\n".join(re.sub(r"[\W_]", "", message) for message in messages)
        self.assertEqual([number for number in numbers if number in folded], [])


class Identifiers(Runs):
    def test_check_digits_of_published_examples(self):
        for number, computed in (("A123456780", kvnr("A12345678")), ("15070649C103", rvnr("15070649C10")), ("36574261809", tax("3657426180")),
                                 ("86095742719", tax("8609574271")), ("DE89370400440532013000", iban("DE370400440532013000")),
                                 ("AT611904300234573201", iban("AT1904300234573201")), ("NL91ABNA0417164300", iban("NLABNA0417164300"))):
            self.assertEqual(number, computed)

    def test_every_form_in_every_row(self):
        sample = Sample(COUNT, seed=290)
        columns = ("key", "kind", "name", "note", "aliases", "Merkmal")
        rows = [[f"a{i}", "other", f"Stelle {i}", "", "", ""] for i in range(len(sample.texts))]
        for i, (text, _, _) in enumerate(sample.texts):
            rows[i][2 + i % 4] = text
        path, lines = self.network(rows, columns)
        exit_code, said = self.run_lotse("check", path, "--format", "json", "-o", "ergebnis.json")
        self.assertEqual(exit_code, 4)
        self.assertFalse((self.folder / "ergebnis.json").exists())
        self.assert_not_repeated(said, sample.numbers)
        found = {line for _, line in refused_rows(said)}
        missed = Counter(form for line, (_, right, form) in zip(lines, sample.texts) if right and line not in found)
        refused = {text for line, (text, right, _) in zip(lines, sample.texts) if not right and line in found}
        numbers = len(sample.numbers)
        print(f"identifiers: {numbers - sum(missed.values())} of {numbers} found in {len({form for _, right, form in sample.texts if right})} forms; "
              f"{len(refused)} of {len(sample.wrong())} with wrong check digits refused")
        self.assertEqual(found - set(lines), set())
        self.assertEqual((dict(missed), refused), ({}, set()))

    def test_wrong_check_digits_are_accepted(self):
        wrong = Sample(COUNT, seed=291).wrong()
        summary, _ = self.checked(self.notes(wrong)[0])
        self.assertEqual(summary["rows_used"], len(wrong))

    def test_every_column_of_every_table(self):
        """And in the heading of another."""
        dice = random.Random(292)
        copy = self.folder / "netz"
        copy.mkdir()
        expected, numbers = set(), []
        for path in sorted(NEW.glob("*.csv")):
            rows = [[*row, ""] for row in read_csv(path)]
            for column in range(len(rows[0])):
                row = 1 + column % (len(rows) - 1) if column + 1 < len(rows[0]) else 0
                numbers.append(KINDS[dice.choice(("KVNR", "RVNR", "tax number", "IBAN"))].make(dice))
                rows[row][column] = f"siehe {numbers[-1]}"
                expected.add((path.name, row + 1, column + 1))
            write_csv(copy / path.name, rows)
        exit_code, said = self.run_lotse("check", copy)
        self.assertEqual(exit_code, 4)
        self.assertEqual(set(refused_cells(said)), expected)
        self.assert_not_repeated(said, [number.lower() for number in numbers])


class Files(Runs):
    """Placeholders in files that lotse wrote give way to numbers, to wrong numbers, and to headings of clients."""
    TARGETS = {"netz": [], "netz.json": [], "netz.gexf": [], "netz.graphml": [], "netz.xlsx": [], "gephi": ["--as", "gephi-csv"],
               "hsds": ["--as", "hsds"], "hsds.json": ["--as", "hsds"]}
    ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")

    def setUp(self):
        super().setUp()
        self.sample = Sample(70 if LONG else 14, seed=293)
        self.filling = {f"platz{i:05d}x": text for i, (text, _, _) in enumerate(self.sample.texts[:-1])}
        marks = list(self.filling)
        path, lines = self.notes(self.filling.values())
        found = {line for _, line in refused_rows(self.run_lotse("check", path)[1])}
        shutil.rmtree(path)
        self.refused = {mark for mark, line in zip(marks, lines) if line in found}  # in the plainest of files; the others must do as well
        self.assertGreater(len(self.refused), len(marks) / 3)
        half = (len(marks) + 1) // 2
        (self.folder / "vorlage").mkdir()
        actors = ([f"a{i:05d}", f"Stelle {i}", "other", mark, "zinnober"] for i, mark in enumerate(marks[:half]))
        ties = ([f"a{i:05d}", f"a{i + 1:05d}", "cooperates", mark] for i, mark in enumerate(marks[half:]))
        write_csv(self.folder / "vorlage" / "actors.csv", [["key", "name", "kind", "note", "Merkmal"], *actors])
        write_csv(self.folder / "vorlage" / "ties.csv", [["from", "to", "kind", "note"], *ties])

    def fill(self, path, filling):
        """Puts texts in place of the marks in a file; where each now stands, as messages name it."""
        if path.suffix == ".csv":
            rows = [[filling.get(cell, cell) for cell in row] for row in read_csv(path)]
            marks = [[cell for cell in row if cell in filling] for row in read_csv(path)]
            return {mark: (path.name, line) for line, row in zip(write_csv(path, rows), marks) for mark in row}
        if path.suffix == ".xlsx":
            self.fill_workbook(path, filling)
            return {mark: (sheet, i + 2) for table, sheet in (("actors", "Akteure"), ("ties", "Beziehungen"))
                    for i, row in enumerate(read_csv(self.folder / "vorlage" / f"{table}.csv")[1:]) for mark in row if mark in filling}
        text = path.read_text(encoding="utf-8")
        out = {}
        for mark in filling:
            before = text[:text.index(mark)]
            if path.suffix != ".json":  # the element that holds it
                before = before[:max(before.rfind("<node "), before.rfind("<edge "))]
            out[mark] = (path.name, before.count("\n") + 1)
        path.write_text(re.sub("|".join(filling), lambda m: self.escaped(path, filling[m[0]]), text), encoding="utf-8")
        return out

    @staticmethod
    def escaped(path, text):
        if path.suffix == ".json":
            return json.dumps(text, ensure_ascii=len(text) % 2 == 0)[1:-1]
        return escape(text, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

    def fill_workbook(self, path, filling):
        with zipfile.ZipFile(path) as given:
            parts = {name: given.read(name).decode() for name in given.namelist()}
        with zipfile.ZipFile(path, "w") as copy:
            for name, text in parts.items():
                copy.writestr(name, re.sub("|".join(filling), lambda m: escape(filling[m[0]]), text))

    def convert(self, target):
        exit_code, said = self.run_lotse("convert", "vorlage", target, *self.TARGETS[target], "--overwrite")
        self.assertEqual(exit_code, 0, said)
        return self.folder / target

    def assert_refused(self, path, expected):
        for words in (["check", path, "--format", "json"], ["convert", path, "ziel.json"], ["centrality", path]):
            exit_code, said = self.run_lotse(*words)
            self.assertEqual(exit_code, 4, said[:1000])
            self.assertEqual(Counter(refused_rows(said)), Counter(expected))
            self.assert_not_repeated(said, [*self.sample.numbers, "zinnober"])
        self.assertFalse((self.folder / "ziel.json").exists())

    def test_numbers_in_every_kind_of_file(self):
        found = 0
        for target in self.TARGETS:
            with self.subTest(target=target):
                path, expected = self.convert(target), {}
                for file in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
                    expected.update(self.fill(file, self.filling))
                self.assertEqual(expected.keys(), self.filling.keys())
                self.assert_refused(path, [expected[mark] for mark in self.refused])
                found += len(self.refused)
        for encoding in self.ENCODINGS:
            with self.subTest(encoding=encoding):
                path = self.convert("netz")
                fitting = {mark: text for mark, text in self.filling.items() if text.encode(encoding, "ignore").decode(encoding) == text}
                expected = self.fill(path / "actors.csv", fitting)
                (path / "actors.csv").write_bytes((path / "actors.csv").read_text(encoding="utf-8").encode(encoding))
                self.assert_refused(path, [place for mark, place in expected.items() if mark in self.refused])
                found += len(self.refused & expected.keys())
        print(f"other files: {found} of {found} found in {len(self.TARGETS)} forms of a network and {len(self.ENCODINGS)} encodings")

    def test_headings_in_every_kind_of_file(self):
        for target in self.TARGETS:
            with self.subTest(target=target):
                path = self.convert(target)
                for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                    if file.suffix == ".xlsx":
                        self.fill_workbook(file, {"Merkmal": "Kundennummer"})
                    else:
                        file.write_text(file.read_text(encoding="utf-8").replace("Merkmal", "Kundennummer"), encoding="utf-8")
                for words in (["check", path, "--format", "json"], ["convert", path, "ziel.json"]):
                    exit_code, said = self.run_lotse(*words)
                    self.assertEqual(exit_code, 4, said[:1000])
                    self.assertNotIn("zinnober", said)
                self.assertFalse((self.folder / "ziel.json").exists())

    def test_flat_directory(self):
        head = ["Anbieter", "PLZ", "Ort", "Angebot", "Handlungsfeld", "Bemerkung", "Merkmal"]
        table = self.folder / "verzeichnis.csv"
        marks = list(self.filling)
        rows = [[f"Verein {i}", "33611", "Bielefeld", f"Kurs {i}", "Bewegung", mark, "zinnober"] for i, mark in enumerate(marks)]
        write_csv(table, [head, *rows])
        exit_code, said = self.run_lotse("convert", table, "netz", "--propose-map", "-o", "zuordnung.csv")
        self.assertEqual(exit_code, 0, said)
        expected = self.fill(table, self.filling)
        for words in (["--map", "zuordnung.csv"], ["--propose-map", "-o", "neu.csv"]):
            exit_code, said = self.run_lotse("convert", table, "netz", *words)
            self.assertEqual(exit_code, 4, said[:1000])
            self.assertEqual(set(refused_rows(said)), {expected[mark] for mark in self.refused})
            self.assert_not_repeated(said, [*self.sample.numbers, "zinnober"])
        write_csv(table, [[*head[:-1], "BG-Nummer"], *rows])
        for words in (["--map", "zuordnung.csv"], ["--propose-map", "-o", "neu.csv"]):
            exit_code, said = self.run_lotse("convert", table, "netz", *words)
            self.assertEqual(exit_code, 4, said[:1000])
            self.assertNotIn("zinnober", said)
        self.assertFalse((self.folder / "netz").exists() or (self.folder / "neu.csv").exists())


class FalseAlarms(Runs):
    def refused(self, texts, chunk=40000):
        """Texts that are taken for numbers of persons, and for mail addresses or telephone numbers, each as the note of an actor."""
        refused, withheld = [], []
        for start in range(0, len(texts), chunk):
            part = texts[start:start + chunk]
            path, lines = self.notes(part)
            text_at = dict(zip(lines, part))
            found = [text_at[line] for _, line in refused_rows(self.run_lotse("check", path)[1])]
            if not found:
                summary, contacts = self.checked(path)
                self.assertEqual(summary["rows_used"], len(part))
                withheld += [text_at[line] for _, line in contacts]
            refused += found
        return refused, withheld

    def test_texts_of_the_data_sets(self):
        texts = []
        for path in sorted(DATASETS.rglob("*.csv")):
            semicolons = path.parent.name == "beispiel-verzeichnis"
            texts += [cell for row in read_csv(path, delimiter=";" if semicolons else ",") for cell in row if cell.strip()]
        self.assertGreater(len(texts), 100000)
        refused, withheld = self.refused(texts)
        withheld = [text for text in withheld if "@" not in text]
        print(f"false alarms: {len(refused)} in {len(texts)} texts of the data sets; {len(withheld)} taken for telephone numbers")
        for alarms in (refused, withheld):
            self.assertLessEqual(len(alarms), len(texts) // 10000, alarms[:20])
        for path in sorted(DATASETS.rglob("*.xlsx")):
            self.assertEqual(refused_rows(self.run_lotse("check", path)[1]), [], path.name)

    def test_invented_numbers_of_institutions(self):
        dice = random.Random(294)
        forms = ("Tel. 0##1 #######", "0##1/######", "+49 ##1 #######", "Haus ?, 0##1 #####", "Halle ? - #########", "Postfach ## ## ##",
                 "HRB #####", "USt-IdNr. DE#########", "USt-IdNr. DE ### ### ###", "IK #########", "Steuernummer ###/###/#####",
                 "St.-Nr. ##/###/#####", "AGS 0#######", "Betriebsnummer ########", "Maßnahme ###/####/2024", "Drs. 19/#####", "Az. ## ? ###/24",
                 "ISBN 978-3-##-######-#", "##### Ort, Raum ? ###", "https://example.org/########/", "5#.#######, 9.#######",
                 "Mo ##-##, Di ##-## Uhr", "####-####", "Zert. ### ? ###", "e. V. #########")
        texts = [re.sub("[#?]", lambda m: dice.choice("0123456789" if m[0] == "#" else LETTERS), form) for form in dice.choices(forms, k=20 * COUNT)]
        refused, _ = self.refused(texts)
        print(f"false alarms: {len(refused)} in {len(texts)} invented numbers of institutions")
        self.assertLessEqual(len(refused), len(texts) // 10000, refused[:20])


HEADINGS = ("Kundennummer", "Kd-Nr", "Kunden-Nr.", "BG-Nummer", "BG-Nr.", "Bedarfsgemeinschaft", "Geburtsdatum", "geb.", "geb. am",
            "Versichertennummer", "KVNR", "eGK", "Krankenversicherungs-Nr.", "Sozialversicherungsnummer", "Rentenversicherungsnummer",
            "SV-Nummer", "Steuer-ID", "Steuer-Identifikationsnummer", "Steuerliche Identifikationsnummer", "IBAN", "Bankverbindung", "Diagnose",
            "ICD", "ICD-10", "AU-Bescheinigung", "Krankschreibung", "Leistungsbezug", "Bezug von Leistungen", "Staatsangehörigkeit", "Nationalität", "Privatadresse",
            "Wohnanschrift", "customer number", "BG number", "date of birth", "insurance number", "bank account", "diagnosis", "sick note",
            "sick leave", "receipt of benefits", "receives benefits", "benefit recipient",
            "nationality", "private address", "names of participants", "Customer No.", "Vers.-Nr.", "BG-Kennzeichen", "Rentenvers.-Nr.",
            "Insurance no.", "Fall-Nr.", "Name d. TN", "eLb Name", "Anschrift des Teilnehmers", "Personalausweisnummer",
            "Kundenname", "Teilnehmernachname", "Name des Klienten", "Vor- und Nachname der Kund:innen",
            *(f"{person} {name}" for name in ("Name", "Vorname", "Nachname")
              for person in ("Teilnehmer", "Teilnehmerin", "Teilnehmende", "TN", "Kunde", "Kundin", "Klient", "Klientinnen", "Klient*innen")))
HARMLESS = ("Bedarfsgemeinschaften", "Zahl der Bedarfsgemeinschaften", "Bedarfsgemeinschaften (Anzahl)", "Geburtsvorbereitung", "Geburtshilfe", "Geburtenzahl",
            "Kundenzentrum", "Kundenzentrum Name", "Kundenkontakt", "Kundenzufriedenheit", "Teilnehmerzahl", "Zahl der Teilnehmenden",
            "Teilnehmer (Anzahl)", "Diagnostik", "Kompetenzdiagnose", "Name der Einrichtung", "Name des Angebots für Kunden",
            "Zielgruppe: Kund*innen", "Leistungsbeschreibung", "Leistungsträger", "Anteil im Leistungsbezug", "Number of benefit recipients", "Gründungsdatum", "eröffnet am",
            "Gebäude", "Gebühr", "Hausnummer", "Vorgangsnummer", "USt-IdNr.", "Notfallnummer", "Postanschrift", "Privatpraxis",
            "Private Trägerschaft", "Krankenversicherung", "Rentenversicherung", "Staatliche Anerkennung", "Steuerungsgruppe", "BG-Klinik", "BGM",
            "ICF", "Audit", "AU-Beratung", "Internationalität", "Zugang: Leistungsbezug", "Zugang über Krankschreibung", "Ohne Bezug von Leistungen",
            "Requires receipt of benefits", "Eligibility: receipt of benefits", "For people on sick leave", "Sick leave per capita",
            "Receipt of benefits per 1000")


class Headings(Runs):
    @staticmethod
    def variants(heading):
        """As people write it: case, umlauts, blanks, punctuation; and in longer headings."""
        plain = heading.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})
        variants = [heading, heading.upper(), heading.lower(), heading.title(), plain, plain.upper(), unicodedata.normalize("NFD", heading),
                    wide(heading), f"  {heading} ", f"{heading}:", f"{heading} *", f"({heading})", f"„{heading}“", f"{heading}?",
                    f"{heading[:2]}\u00ad{heading[2:]}"]
        variants += [re.sub("[ -]+", sign, heading) for sign in (" ", "_", " - ", "\u2011", "/", ".", "\u00a0", "\n")]
        if len(re.findall("[ -]+", heading)) == 1:
            variants.append(re.sub("[ -]+", "", heading))
        if heading != "geb.":
            variants += [f"{heading} TN", f"{heading} (Jobcenter)", f"{heading} lt. Akte", f"lfd. Nr. und {heading}", f"1. {heading}"]
        return list({unicodedata.normalize("NFC", " ".join(text.split())): text for text in variants}.values())  # the same heading is named once

    def client_columns(self, headings):
        """Numbers of the columns that are refused."""
        rows = [[f"a{i}", f"Stelle {i}", "other", *["zinnober"] * len(headings)] for i in range(3)]
        path, _ = self.network(rows, ["key", "name", "kind", *headings])
        exit_code, said = self.run_lotse("check", path, "--format", "json")
        self.assertNotIn("zinnober", said)
        refused = [column - 4 for _, _, column in refused_cells(said)]
        self.assertEqual(exit_code == 4, refused != [], said[:2000])
        return refused

    def test_headings_of_clients(self):
        """Each alone, and all variants side by side with harmless headings."""
        missed, count = [heading for heading in HEADINGS if self.client_columns([heading]) != [0]], len(HEADINGS)
        for heading in HEADINGS:
            variants = self.variants(heading)
            mixed = [text for pair in zip(variants, HARMLESS) for text in pair]
            refused = self.client_columns(mixed)
            self.assertEqual([mixed[i] for i in refused if i % 2], [])
            missed += [mixed[i] for i in range(0, len(mixed), 2) if i not in refused]
            count += len(variants)
        print(f"headings: {count - len(missed)} of {count} writings of {len(HEADINGS)} headings of clients refused")
        self.assertEqual(missed, [])

    def test_harmless_headings(self):
        for heading in HARMLESS:
            with self.subTest(heading=heading):
                self.checked(self.network([["a", "Stelle", "other", "zinnober"]], ["key", "name", "kind", heading])[0])


DATES = ("01.03.2006", "15.05.2008", "01.01.2009", "01.07.2005", "12.12.2010")
BIRTHS = ("01.03.1966", "15.05.1978", "01.01.1959", "01.07.1985", "12.12.1990")


class Columns(Runs):
    """Headings that leave open what stands below: the values decide."""

    def code(self, heading, values):
        rows = [[f"a{i}", f"Stelle {i}", "other", value] for i, value in enumerate(values)]
        return self.run_lotse("check", self.network(rows, ["key", "name", "kind", heading])[0])

    def test_names_of_clients_below_a_heading_for_their_number(self):
        names = ("Müller, Hans; Meier, Eva; Schulz, Uwe", "Hans Müller", "Eva M., Uwe S.", "Hans Müller; Eva Meier",
                 "Hans und Eva", "Frau Özdemir")
        for heading in ("Teilnehmende", "Teilnehmer", "Klienten", "Kunden", "Patienten", "TN", "Teilnehmerliste"):
            for text in names:
                exit_code, said = self.code(heading, [text])
                self.assertEqual((exit_code, "Hans" in said, "Eva" in said), (4, False, False), (heading, text, said))
            exit_code, said = self.code(heading, ["12", "ca. 15", "Schwangere; Mütter und Väter", "Jobcenter, Caritas", "Paul-Gerhardt-Haus"])
            self.assertEqual(exit_code, 0, said)
        self.assertEqual(self.code("Unterlage", ["Hans Müller"])[0], 0)

    def test_names_of_clients_below_other_forms_of_such_headings(self):
        for heading in ("Teilnehmer/in", "Teilnehmer/-in", "Teilnehmer(in)", "Teilnehmer/innen", "Teilnehmende/r", "Teilnehmer (m/w/d)",
                        "Klient/-in", "Leistungsbeziehende", "Bürgergeldbeziehende", "TN 1", "Teilnehmer 1", "Teilnehmer Gruppe A",
                        "aktuelle Teilnehmer", "Zugewiesene Kunden", "Unsere Klienten", "current participants"):
            exit_code, said = self.code(heading, ["Anna Müller", "Thomas Schmidt", "Petra Kaya"])
            self.assertEqual((exit_code, "Anna" in said), (4, False), (heading, said))
        self.assertEqual(self.code("Kundenzentrum Gruppe A", ["Anna Müller"])[0], 0)

    def test_names_of_institutions_are_none_of_clients(self):
        institutions = ["Robert Bosch Stiftung", "Peter Müller GmbH", "Elisabeth Krankenhaus", "Victoria Apotheke", "Max Planck Institut",
                        "Martin Luther Haus", "Anna Stift", "Robert Bosch Stiftung, Stuttgart", "Wolf und Partner", "Wolf & Partner; Anna Stift"]
        for heading in ("Teilnehmende", "Kunden"):
            exit_code, said = self.code(heading, institutions)
            self.assertEqual(exit_code, 0, said)
            for person in ("Petra Haus", "Anna Müller und Partner", "Peter Müller GmbH, Anna Weber", "Wolf und Partner; Anna Müller"):
                self.assertEqual(self.code(heading, [person])[0], 4, person)

    def test_dates_of_institutions_and_of_birth(self):
        for heading in ("Bewilligungsdatum", "Datum", "Unterzeichnet am", "Kooperationsvertrag vom", "Zulassung AZAV", "letzte Änderung"):
            exit_code, said = self.code(heading, DATES)
            self.assertEqual(exit_code, 0, (heading, said))
        for heading, dates in (("Datum", BIRTHS), ("Merkmal", BIRTHS), ("Merkmal", DATES), ("Tag", BIRTHS), ("Datum TN", BIRTHS), ("Kunde vom", BIRTHS),
                               ("Geburtsdatum", ["15.05.2020"])):
            exit_code, said = self.code(heading, dates)
            self.assertEqual((exit_code, "1978" in said), (4, False), (heading, said))


MAILS = ("zinnober@example.org", "Xanthippe Zinnober <x.zinnober@example.org>", "mailto:zinnober-x@example.org", "X.ZINNOBER@EXAMPLE.ORG",
         "x_zinnober+kurs@bücher.example", "zinnober_@example.org")
PHONES = ("Tel. 0521 77041932", "Telefon: 0521/77041932", "Tel.-Nr. (0521) 77041932", "+49 521 77041932", "+49 (0)521 77041932", "0049 521 77041932",
          "0521/77041932", "0521 / 77041932", "(0521) 77041932", "mobil 0171 77041932", "Handy: +49 171 77041932", "Fax 0521-77041932")
CONTACTS_AROUND = ("{}", "Frau M., {}", "({})", "Auskunft unter {}, werktags ab 9 Uhr", "Ansprechpartnerin:\n{}", "- {};", "\u2013 {}", "• {}",
                   "„{}“", "»{}«")
TOKENS = re.compile(rb"(?i)zinnober|xanthippe|77041932")


class Contacts(Runs):
    """What reaches persons leaves no trace in any output; function mailboxes are there if asked for."""

    def test_contacts_are_recognised(self):
        texts = [(around.format(contact), True) for contact in MAILS + PHONES for around in CONTACTS_AROUND]
        texts += [(text, False) for text in ("Telefonische Beratung Mo 9-12 Uhr", "Tel. 08.00-12.00 Uhr", "Notruf 112", "Treffpunkt @ Rathaus",
                                             "Drs. 0123/2024")]
        path, lines = self.notes(text for text, _ in texts)
        withheld = {line for _, line in self.checked(path)[1]}
        wrong = [text for line, (text, is_contact) in zip(lines, texts) if is_contact != (line in withheld)]
        print(f"contacts: {len(texts) - len(wrong)} of {len(texts)} texts withheld or kept as promised")
        self.assertEqual(wrong, [])

    def planted(self):
        """A copy of a network with contacts of persons in every note and in columns of their own; the cells that hold them."""
        copy = self.folder / "musterkreis"
        shutil.copytree(NEW, copy)
        contacts = (MAILS[:5] + PHONES) * 20
        names = ("Erika Zinnober", "Max Zinnober", "Anna Zinnober", "Dr. Eva Zinnober", "Frau Zinnober")
        cells = set()
        for path in sorted(copy.glob("*.csv")):
            rows = read_csv(path)
            note = rows[0].index("note")
            rows[0] += ["Ansprechpartnerin", "Telefon", "Betreut durch"]
            for i, row in enumerate(rows[1:], start=1):
                row[note] = contacts[i]
                row += ["Xanthippe", "77041932", names[i % len(names)]]
            cells |= {(path.name, line) for line in write_csv(path, rows)}
        return copy, cells

    def traces(self, path):
        """Names and numbers of persons, and function mailboxes, in files and in what is packed in them."""
        out = Counter()
        for file in [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]:
            data = [file.name.encode(), file.read_bytes()]
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as packed:
                    data += [packed.read(name) for name in packed.namelist()]
            out.update(match.decode().lower() for part in data for match in TOKENS.findall(part) + self.mailboxes.findall(part))
        return out

    def test_contacts_are_in_no_output(self):
        network, cells = self.planted()
        boxes = {cell for path in NEW.glob("*.csv") for row in read_csv(path) for cell in row if re.fullmatch(r"\S+@\S+", cell)}
        self.mailboxes = re.compile("|".join(map(re.escape, boxes)).encode())
        self.assertEqual(self.checked(network)[1], cells)
        targets = [target for target, (before, behind) in COMMANDS.items() if "NET" in before + behind]
        if not LONG:
            targets = ["netz.json", "netz", "netz.gexf", "netz.xlsx", "hsds.json", "profile.json", "check.xlsx", "karte.svg", "bericht"]
        shown = Counter()
        for target in targets:
            before, behind = COMMANDS[target]
            with_contacts = before[0] in ("convert", "check") or LONG and before[0] == "report"
            for more in [[], ["--with-contacts"]] if with_contacts else [[]]:
                words = [word for word in words_of(target, network) if word != "--quiet"]
                run = subprocess.run([*words, *more], cwd=self.folder, env=environment(), capture_output=True, timeout=300)
                said = run.stdout + run.stderr
                self.assertEqual(run.returncode, 0, said.decode()[:1000])
                found = self.traces(self.folder / target)
                found.update(text.decode() for text in TOKENS.findall(said) + self.mailboxes.findall(said))
                if more:
                    shown.update(found.keys())
                    found = {text: times for text, times in found.items() if text not in boxes}
                self.assertEqual(dict(found), {}, f"{target} {more}")
        self.assertEqual(shown.keys(), boxes, "function mailboxes are written if asked for")
        print(f"contacts: 0 of {len(cells)} rows leave a trace in {len(targets)} outputs; {len(boxes)} function mailboxes only with --with-contacts")


if __name__ == "__main__":
    unittest.main()
