"""--pseudonymise: no key, name, alias, address or text of the network in any output of any command.

Runs every command in every format over two networks of the datasets and looks through everything that
it wrote, workbooks unpacked and PDF as text, for every original word of their tables."""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from program import DATASETS, LOTSE

NAMING = {"actors": ("key", "name", "short_name", "aliases", "website", "mailbox", "note", "lat", "lon"),
          "offers": ("key", "name", "note"), "venues": ("key", "name", "note", "lat", "lon"),
          "areas": ("key", "name", "note", "lat", "lon"), "contacts": ("mailbox", "note"),
          "sources": ("key", "title", "url", "note"), "agenda": ("next_step", "note"), "ties": ("note", "origin"),
          "findings": ("note",), "needs": ("note",), "travel": ("note",)}
PARTNERS = ("jobcenter", "employment_agency", "health_insurer", "health_office", "insurer_association")
# All formats show the same document: by default one analysis goes through all of them, the others as JSON.
EVERY_FORMAT = "EVERY_FORMAT" in os.environ
FORMATS = ("text", "csv", "csv-excel", "json", "html", "xlsx")


def rows(folder, table):
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def lotse(*words):
    return subprocess.run([LOTSE, *map(str, words)], capture_output=True, timeout=300)


def vocabulary():
    """What the program says of itself: a word of it in an output is no leak."""
    texts = [lotse("list", what, "--language", language).stdout.decode()
             for what in ("codes", "analyses", "texts", "views", "formats") for language in ("de", "en")]
    for name in ("kreise.csv", "laender.csv"):
        texts.append((DATASETS / "geo" / name).read_text(encoding="utf-8"))
    return "\n".join(texts)


def originals(folder):
    found = set()
    for table, columns in NAMING.items():
        for row in rows(folder, table):
            if table == "areas" and row["key"].isdigit():
                continue
            for column in columns:
                for text in (row.get(column) or "").split("|"):
                    if len(text.strip()) > 2:
                        found.add(text.strip())
    return found


def pdf_text(path):
    return b"".join(subprocess.run([*tool, str(path), *to], capture_output=True, check=True).stdout
                    for tool, to in ((["pdftotext"], ["-"]), (["pdfinfo"], [])))


def texts_of(path):
    """Everything readable in a file, as (name, text)."""
    data = path.read_bytes()
    if path.suffix == ".png":
        return  # pixels; the SVG of the same drawing is looked through
    if path.suffix == ".pdf":
        data = pdf_text(path)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.namelist():
                if entry.endswith(".png"):
                    continue
                yield f"{path.name}!{entry}", entry + "\n" + archive.read(entry).decode("utf-8", "replace")
        return
    yield path.name, path.name + "\n" + data.decode("utf-8", "replace")


def commands(name, other, out):
    """Every command line that writes something about the network, with options that name its rows."""
    network = DATASETS / name
    ties = rows(network, "ties")
    degree = {a["key"]: sum(a["key"] in (t["from"], t["to"]) for t in ties)
              for a in rows(network, "actors") if a["kind"] in PARTNERS}
    hub, first, second = sorted(degree, key=degree.get, reverse=True)[:3]
    listed = {what: json.loads(lotse("list", what, "--format", "json").stdout)["tables"][what]
              for what in ("analyses", "formats", "views")}
    runs = []
    for analysis in [row["id"] for row in listed["analyses"] if row["id"] not in ("check", "compare")]:
        extra = {"paths": ["--from", hub, "--to", second, "--mandate"], "factsheet": ["--actor", hub],
                 "introductions": ["--from", hub], "invitations": ["--fixed", hub]}.get(analysis, [])
        for form in FORMATS if EVERY_FORMAT or analysis == "coverage" else ("json",):
            runs.append([analysis, network, *extra, "--format", form, "-o", out / f"{analysis}.{form}"])
    runs.append(["bottlenecks", network, "--without", hub, "--language", "en", "-o", out / "without.txt"])
    runs.append(["centrality", network, "--with", f"{first}>{second}:cooperates", "--format", "json", "-o", out / "with.json"])
    for form in FORMATS:
        runs.append(["compare", network, DATASETS / other, "--all", "--format", form, "-o", out / f"compare.{form}"])
    for row in listed["formats"]:
        command, *form = row["id"].split()
        ending = row["ending"] if isinstance(row["ending"], str) and row["ending"].startswith(".") else ""
        if command == "convert":
            runs.append([command, network, out / f"convert{len(runs)}{ending}", *form, "--with-contacts"])
    for view in [row["id"] for row in listed["views"]]:
        around = {"rings": ["--around", hub], "ego": ["--actor", hub], "chain": ["--from", hub, "--to", second]}.get(view, [])
        for form in ("svg", "pdf", "png", "dot") if EVERY_FORMAT else ("svg", "pdf"):
            places = [] if view in ("ego", "chain", "matrix") else ["--save-positions", out / f"places-{view}-{form}.csv"]
            runs.append(["draw", view, network, *([DATASETS / other] if view == "compare" else []), *around,
                         "-o", out / f"{view}.{form}", *places])
    for language in ("de", "en") if EVERY_FORMAT else ("de",):
        runs.append(["report", network, "-o", out / f"report-{language}", "--language", language, "--with-contacts"])
    runs.append(["report", network, "--before", DATASETS / other, "-o", out / "report-before"])
    runs.append(["list", "codes", network, "--format", "json", "-o", out / "codes.json"])
    return runs


def written(name, other):
    """(where, text) of everything that the commands write or say of a network."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        runs = commands(name, other, out)
        with ThreadPoolExecutor(2) as pool:
            for argv, done in zip(runs, pool.map(lambda words: lotse(*words, "--pseudonymise"), runs)):
                shown = " ".join(str(a) for a in argv)
                # Own areas lose their place with their name: a map of areas has nothing left to draw.
                fine = (0, 2) if "region" in argv else (0,)
                assert done.returncode in fine, f"{shown}: exit {done.returncode} {done.stderr.decode()}"
                said = (done.stdout + done.stderr).decode()
                for path in (out, DATASETS / name, DATASETS / other):  # what the user typed
                    said = said.replace(str(path), "")
                texts.append((f"stderr of {argv[0]}", said))
        for path in sorted(p for p in out.rglob("*") if p.is_file()):
            texts += texts_of(path)
    print(f"{name}: {len(runs)} runs, {len(texts)} texts", file=sys.stderr)
    return texts


def hits_in(text, words):  # str.find is far faster than one expression of all words
    return {w for w in words if w in text and re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", text)}


class Pseudonymise(unittest.TestCase):
    maxDiff = None

    def test_no_original_word_in_any_output(self):
        names = ("musterkreis", "verzahnung")
        known = vocabulary()
        words = {name: {w for w in originals(DATASETS / name) if w not in known} for name in names}
        texts = {name: written(name, other) for name, other in (names, names[::-1])}
        for name, other in (names, names[::-1]):
            with self.subTest(network=name):
                self.assertGreater(len(words[name]), 200)
                # A word that comes out of the other network too, where no row has it, is the program's own.
                own = hits_in("\n".join(text for where, text in texts[other] if "compare" not in where and "vergleich" not in where),
                              words[name] - words[other])
                leaks = {where: hits for where, text in texts[name] if (hits := hits_in(text, words[name] - own))}
                self.assertEqual({}, leaks)

    def test_free_text_of_codes_and_languages_goes(self):
        with tempfile.TemporaryDirectory() as folder:
            net = Path(folder, "netz")
            net.mkdir()
            for name, text in {"actors": "key,name,kind\na,Verein A,sports_club\n",
                               "offers": "key,name,topics,languages\no,Kurs,X-EIGEN,de|Dolmetscherin Canaria\n",
                               "codes": "list,code,de,en,rule\ntopics,X-EIGEN,Kurs von Frau Canaria,Course of Ms Canaria,\n"
                                        "topics,LP-BEW,Bewegung mit Canaria,Moving with Canaria,mit Frau Canaria\n"
                                        "review_periods,contact,Frist,Period,24\n"}.items():
                (net / f"{name}.csv").write_text(text, encoding="utf-8")
            done = lotse("convert", net, f"{folder}/aus.json", "--pseudonymise")
            self.assertEqual(0, done.returncode, done.stderr)
            text = Path(folder, "aus.json").read_text(encoding="utf-8")
            self.assertNotIn("Canaria", text)
            tables = json.loads(text)["tables"]
            self.assertEqual({("X-EIGEN", "X-EIGEN"), ("LP-BEW", "Bewegungsgewohnheiten")},
                             {(row["code"], row["de"]) for row in tables["codes"] if row["list"] == "topics"})
            self.assertEqual(["de"], tables["offers"][0]["languages"])
            self.assertEqual(["24"], [row["rule"] for row in tables["codes"] if row.get("rule")])
            self.assertEqual(0, lotse("check", f"{folder}/aus.json").returncode)

    def test_topics_that_name_somebody_stay_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            net = Path(folder, "netz")
            net.mkdir()
            for name, text in {"actors": "key,name,kind,area\njcbo,Jobcenter Bochum,jobcenter,05911\nvhs,VHS Bochum,adult_education,05911\n",
                               "codes": "list,code,de,en\ntopics,X-JCBO,Sprechstunde,Consultation\ntopics,X-VHS,Kochen,Cooking\n",
                               "offers": "key,name,topics,providers,areas,status\no1,Sprechstunde,X-JCBO,jcbo,05911,active\n",
                               "findings": "area,topic,state\n05911,X-VHS,none\n",
                               "needs": "area,topic,persons,year\n05911,X-VHS,50,2024\n05911,X-JCBO,33,2024\n"}.items():
                (net / f"{name}.csv").write_text(text, encoding="utf-8")

            def states(*words):
                done = lotse("coverage", net, "--format", "json", *words)
                self.assertEqual(0, done.returncode, done.stderr)
                self.assertNotIn(b"contradicts", done.stdout)
                cells = json.loads(done.stdout)["tables"]["cells"]
                return {row["topic"]: row["state"] for row in cells if row["topic"].startswith("X-")}
            plain, hidden = states(), states("--pseudonymise")
            self.assertEqual({"X-JCBO": "available", "X-VHS": "none"}, plain)
            self.assertEqual(["X-T1", "X-T2"], list(hidden))
            self.assertEqual(sorted(plain.values()), sorted(hidden.values()))
            self.assertEqual(0, lotse("convert", net, f"{folder}/aus.json", "--pseudonymise").returncode)
            codes = json.loads(Path(folder, "aus.json").read_text(encoding="utf-8"))["tables"]["codes"]
            self.assertEqual({("X-T1", "Thema 1", "Topic 1"), ("X-T2", "Thema 2", "Topic 2")},
                             {(row["code"], row["de"], row["en"]) for row in codes})
            checked = lotse("check", f"{folder}/aus.json")
            self.assertEqual(0, checked.returncode)
            self.assertNotIn(b"repeated-need", checked.stdout + checked.stderr)

    def test_numbers_do_not_follow_the_alphabet_and_stay_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            for number in (1, 2):
                self.assertEqual(0, lotse("convert", DATASETS / "musterkreis", f"{folder}/{number}.json", "--pseudonymise").returncode)
            one, two = (Path(folder, f"{number}.json").read_bytes() for number in (1, 2))
            self.assertEqual(one, two)
            tables = json.loads(one)["tables"]
            kinds = {row["key"]: row["kind"] for row in tables["actors"]}
            before = [row["kind"] for row in sorted(rows(DATASETS / "musterkreis", "actors"), key=lambda row: row["key"])]
            after = [kinds[f"A{i + 1}"] for i in range(len(kinds))]
            self.assertEqual(sorted(before), sorted(after))
            self.assertNotEqual(before, after)


if __name__ == "__main__":
    unittest.main()
