"""The same content gives the same bytes, wherever and however lotse runs.

usage: LOTSE=build/release/lotse [LOTSE_LONG=1] python3 tests/cli/determinism_test.py
Python >= 3.9, standard library only."""
import csv
import itertools
import os
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from writing import LONG, LOTSE, NEW, analyses, digest

LOCALES = ["C", "de_DE.UTF-8", "tr_TR.UTF-8"]
THREADS = ["1", "2", "7"]
ZONES = ["UTC", "Pacific/Kiritimati", "America/St_Johns"]
SHUFFLES = 20 if LONG else 2


def commands():
    """Name of the output: the words that make it; NET is the network."""
    for words in analyses("NET"):
        yield f"{words[0]}.json", [*words, "--format", "json", "-o", f"{words[0]}.json"]
    for target in ["netz.json", "netz.gexf", "netz.graphml", "netz.geojson", "netz.xlsx", "netz"]:
        yield target, ["convert", "NET", target]
    yield "erfunden.json", ["generate", "erfunden.json", "--areas", "3"]
    yield "hsds", ["convert", "NET", "hsds", "--as", "hsds"]
    for form in ["csv", "html", "xlsx"]:
        yield f"coverage.{form}", ["coverage", "NET", "--format", form, "-o", f"coverage.{form}"]
    for view, ending in [("partners", "svg"), ("partners", "pdf"), ("rings", "png"), ("matrix", "svg")]:
        yield f"{view}.{ending}", ["draw", view, "NET", "-o", f"{view}.{ending}"]
    yield "bericht", ["report", "NET", "-o", "bericht"]


class SameBytes(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-same-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.runs = 0
        self.locales = self.folder / "locales"
        self.locales.mkdir()

    def has_locales(self):
        """Whether the program really runs under them: made here, as few machines have the Turkish one."""
        return shutil.which("localedef") is not None and all(
            subprocess.run(["localedef", "-i", name.split(".")[0], "-f", "UTF-8", str(self.locales / name)], capture_output=True).returncode in (0, 1)
            and (self.locales / name).is_dir() for name in LOCALES[1:])

    def outputs(self, words, target, network, locale="C", threads="1", zone="UTC"):
        """Digest of what a run in a folder and a home of its own makes."""
        self.runs += 1
        folder = self.folder / f"{self.runs} größer als sonst" / ("x" * (self.runs % 3))
        home = self.folder / f"home-{self.runs}"
        folder.mkdir(parents=True)
        home.mkdir()
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": locale, "TZ": zone, "OMP_NUM_THREADS": threads,
                       "LOTSE_LANGUAGE": "de", "USER": f"user{self.runs}",
                       "LOCPATH": str(self.locales), "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", "")}
        run = subprocess.run([LOTSE, *(str(network) if word == "NET" else word for word in words), "--threads", threads, "--quiet"],
                             cwd=folder, env=environment, capture_output=True, timeout=300)
        self.assertIn(run.returncode, [0, 3] if words[0] == "check" else [0], run.stderr.decode())
        out = digest(folder / target)
        self.assertIsNotNone(out, target)
        shutil.rmtree(folder)
        return out

    def test_any_locale_zone_home_folder_and_number_of_threads(self):
        if not self.has_locales():
            print("there are no locales to make (package locales): they are named, but do not exist")
        settings = list(itertools.product(LOCALES, THREADS, ZONES))
        if not LONG:  # each value once
            settings = list(zip(LOCALES, reversed(THREADS), ZONES))[1:]
        for target, words in commands():
            expected = self.outputs(words, target, NEW)
            for setting in settings:
                with self.subTest(target=target, setting=setting):
                    self.assertEqual(self.outputs(words, target, NEW, *setting), expected)
        print(f"same bytes: {self.runs} runs of {len(list(commands()))} commands, {len(settings)} settings each")

    def test_any_order_of_rows(self):
        draw = random.Random(1)
        # `check` names rows by where they stand.
        chosen = [c for c in commands() if (LONG and c[0] != "check.json") or c[0] in ("netz.json", "hsds", "centrality.json", "robustness.json",
                                                            "communities.json", "coverage.html", "partners.svg", "bericht")]
        expected = {target: self.outputs(words, target, NEW) for target, words in chosen}
        for number in range(SHUFFLES):
            network = self.folder / f"order-{number}" / NEW.name
            shutil.copytree(NEW, network)
            for path in network.glob("*.csv"):
                with open(path, encoding="utf-8", newline="") as file:
                    head, *rows = list(csv.reader(file))
                columns = list(range(len(head)))
                draw.shuffle(rows)
                draw.shuffle(columns)
                with open(path, "w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([[row[c] for c in columns] for row in [head, *rows]])
            for target, words in chosen:
                with self.subTest(target=target, shuffle=number):
                    self.assertEqual(self.outputs(words, target, network), expected[target])
        print(f"any order: {SHUFFLES} orders of rows and columns, {len(chosen)} commands")


if __name__ == "__main__":
    unittest.main()
