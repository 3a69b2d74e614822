"""The program as the tests call it. Python >= 3.9, standard library only."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
DATASETS = Path(__file__).resolve().parents[2] / "datasets"
NETWORKS = ["verzahnung", "musterkreis", "musterkreis-vorher"]


def environment(**more):
    """Without what the caller's shell says about languages and about lotse."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_"))}
    return {**kept, **more}


def lotse(*words, rc=0, env=None, stdout=subprocess.PIPE):
    run = subprocess.run([LOTSE, *map(str, words)], stdout=stdout, stderr=subprocess.PIPE, env=environment(**(env or {})), timeout=600)
    assert run.returncode == rc, f"lotse {' '.join(map(str, words))}: exit {run.returncode}, expected {rc}\n{run.stderr.decode()}"
    return run


def result(*words, **how):
    def refuse(word):
        raise AssertionError(f"{word} in JSON")
    return json.loads(lotse(*words, "--format", "json", **how).stdout, parse_constant=refuse)


def analyses():
    """The analyses of one network; `check` gives a verdict and exit code of its own."""
    rows = result("list", "analyses")["tables"]["analyses"]
    return [row["id"] for row in rows if row["networks"] == 1 and row["id"] != "check"]


def words_for(analysis):
    """Options without which an analysis cannot be asked."""
    return {"paths": ["--from", "jc-mk", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "jc-mk"]}.get(analysis, [])


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def network(self, **tables):
        """A folder of CSV tables from texts."""
        folder = self.folder / "netz"
        folder.mkdir(exist_ok=True)
        for name, text in tables.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return folder
