"""No command opens an internet socket: all system calls of each, and of the programs it starts, traced."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LOTSE = os.environ["LOTSE"]
DATASETS = Path(__file__).resolve().parents[2] / "datasets"
STRACE = shutil.which("strace")


def commands(out):
    network = DATASETS / "musterkreis"
    yield ["list", "analyses"]
    yield ["new", out / "leer.xlsx"]
    yield ["new", out / "start", "--area", "05913"]
    yield ["generate", out / "erfunden.xlsx", "--areas", "2"]
    yield ["check", network]
    for target in ("netz.xlsx", "netz.json", "netz.gexf", "netz.graphml", "netz.dot", "netz.geojson", "netz.gpkg", "ordner"):
        yield ["convert", network, out / target]
    for form in ("hsds", "gephi-csv"):
        yield ["convert", network, out / form, "--as", form]
    for source in ("netz.xlsx", "netz.json", "netz.gexf", "netz.graphml", "hsds", "gephi-csv"):
        yield ["check", out / source]
    yield ["convert", DATASETS / "beispiel-verzeichnis" / "verzeichnis.csv", out / "netz2", "--propose-map"]
    for form in ("text", "csv", "json", "html", "xlsx"):
        yield ["coverage", network, "--format", form, "-o", out / f"versorgung.{form}"]
    for analysis in ("centrality", "communities", "robustness"):
        yield [analysis, network]
    yield ["compare", DATASETS / "musterkreis-vorher", network]
    for ending in ("svg", "pdf", "png", "dot"):
        yield ["draw", "partners", network, "-o", out / f"karte.{ending}"]
    yield ["report", network, "-o", out / "bericht", "--with-contacts"]
    yield ["centrality", network, "--pseudonymise"]


@unittest.skipUnless(STRACE, "strace is not installed")
class NoSocket(unittest.TestCase):
    def test_no_command_opens_an_internet_socket(self):
        with tempfile.TemporaryDirectory() as folder:
            trace, runs = Path(folder, "trace"), 0
            probe = subprocess.run([STRACE, "-f", "-o", trace, "true"], capture_output=True)
            if probe.returncode != 0:
                self.skipTest("strace may not trace here")
            for words in commands(Path(folder)):
                with self.subTest(command=words[0]):
                    # No leaks are looked for: that needs what strace uses.
                    run = subprocess.run([STRACE, "-f", "-qq", "-e", "trace=network", "-o", trace, LOTSE, *map(str, words)],
                                         env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}, capture_output=True, timeout=300)
                    self.assertEqual(0, run.returncode, run.stderr.decode())
                    self.assertEqual([], re.findall(r".*\b(?:AF_INET6?|PF_INET6?|AF_PACKET)\b.*", trace.read_text(errors="replace")))
                runs += 1
            print(f"no socket: {runs} commands traced with all programs they start, 0 internet sockets")

    def test_the_trace_would_show_a_socket(self):
        with tempfile.TemporaryDirectory() as folder:
            trace = Path(folder, "trace")
            code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
            run = subprocess.run([STRACE, "-f", "-qq", "-e", "trace=network", "-o", trace, sys.executable, "-c", code], capture_output=True)
            if run.returncode != 0:
                self.skipTest("strace may not trace here")
            self.assertIn("AF_INET", trace.read_text())


if __name__ == "__main__":
    unittest.main()
