"""Every command that writes, and what may be there afterwards. Shared by the tests of interrupted runs.

Python >= 3.9, standard library only."""
import csv
import hashlib
import os
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import DATASETS, LOTSE, environment

LONG = os.environ.get("LOTSE_LONG") == "1"  # as long as docs/reliability.md wants; else a minute
OLD, NEW = DATASETS / "musterkreis-vorher", DATASETS / "musterkreis"
SAMPLE = DATASETS / "beispiel-verzeichnis" / "verzeichnis.csv"

# target: the words before it and behind it; "NET" is the network, "SEED" a number and "KREIS" an area that go
# with it
COMMANDS = {
    "netz.json": (["convert", "NET"], []),
    "netz.gexf": (["convert", "NET"], []),
    "netz.graphml": (["convert", "NET"], []),
    "netz.geojson": (["convert", "NET"], []),
    "netz.xlsx": (["convert", "NET"], []),
    "netz.dot": (["convert", "NET"], []),
    "netz.gpkg": (["convert", "NET"], []),
    "netz": (["convert", "NET"], []),
    "gephi": (["convert", "NET"], ["--as", "gephi-csv"]),
    "hsds": (["convert", "NET"], ["--as", "hsds"]),
    "erfunden.json": (["generate", "--seed", "SEED"], []),
    "hsds.json": (["convert", "NET"], ["--as", "hsds"]),
    "kumu.xlsx": (["convert", "NET"], ["--as", "kumu"]),
    "gebiete.csv": (["convert", "NET"], ["--as", "indicators"]),
    "neu": (["new"], ["--area", "KREIS"]),
    "neu.json": (["new"], ["--area", "KREIS"]),
    "neu.xlsx": (["new"], ["--area", "KREIS"]),
    "coverage.csv": (["coverage", "NET", "--format", "csv", "-o"], []),
    "reach.excel.csv": (["reach", "NET", "--format", "csv-excel", "-o"], []),
    "profile.json": (["profile", "NET", "--format", "json", "-o"], []),
    "needs.txt": (["needs", "NET", "-o"], []),
    "vergleich.json": (["compare", "NET", "SAME", "--format", "json", "-o"], []),
    "codes.json": (["list", "codes", "NET", "--format", "json", "-o"], []),
    "centrality.html": (["centrality", "NET", "--format", "html", "-o"], []),
    "paths.xlsx": (["paths", "NET", "--from", "jc-mk", "--to", "topic=LP-BEW", "--format", "xlsx", "-o"], []),
    "check.xlsx": (["check", "NET", "--format", "xlsx", "-o"], []),
    "karte.svg": (["draw", "partners", "NET", "-o"], []),
    "karte.pdf": (["draw", "partners", "NET", "-o"], []),
    "karte.png": (["draw", "matrix", "NET", "-o"], []),
    "karte.dot": (["draw", "rings", "NET", "-o"], []),
    "bericht": (["report", "NET", "-o"], []),
}


def words_of(target, network):
    before, behind = COMMANDS[target]
    given = {"NET": str(network), "SAME": str(OLD), "SEED": "1" if network == OLD else "2", "KREIS": "05315" if network == OLD else "05911"}
    return [LOTSE, *(given.get(word, word) for word in [*before, target, *behind]), "--overwrite", "--quiet"]


def analyses(network):
    """The words of every analysis, as few as it takes."""
    more = {"paths": ["--from", "jc-mk", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "jc-mk"], "compare": [str(OLD)]}
    listed = subprocess.run([LOTSE, "list", "analyses", "--format", "csv", "--language", "en"], capture_output=True, check=True)
    for row in csv.DictReader(listed.stdout.decode().splitlines()):
        yield [row["id"], str(network), *more.get(row["id"], [])]


def digest(path):
    """Of a file, or of all files of a folder; None where there is nothing."""
    if not path.exists():
        return None
    out = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            out.update(str(file.relative_to(path)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return out.hexdigest()


class Interrupted(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-writing-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.random = random.Random(20191128)

    def run_whole(self, target, network, folder=None):
        run = subprocess.run(words_of(target, network), cwd=folder or self.folder, env=environment(), capture_output=True, timeout=300)
        self.assertEqual(run.returncode, 0, f"{target}: {run.stderr.decode()}")

    def both(self, target):
        """Digests of the target made of the old and of the new network; a copy of the old one is kept."""
        self.run_whole(target, NEW)
        new = digest(self.folder / target)
        self.run_whole(target, OLD)
        old = digest(self.folder / target)
        self.assertNotEqual(old, new, target)
        return old, new

    def temporaries(self):
        return [path.name for path in self.folder.iterdir() if ".lotse-" in path.name]

    def processes(self):
        """Programs that still run in our folder."""
        out = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and os.readlink(entry / "cwd") == str(self.folder):
                    out.append(int(entry.name))
            except OSError:
                pass
        return out
