"""lotse works wherever it is run: no home, no locale, no fonts, long paths, data sets with CRLF.

usage: LOTSE=build/release/lotse python3 tests/cli/surroundings_test.py
Python >= 3.9, standard library only."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
NETWORK = Path(__file__).resolve().parents[2] / "datasets" / "musterkreis"


class Surroundings(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-surroundings-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_in(self, environment, network=NETWORK):
        """Everything that a few commands write; `environment` is all they know of the world."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        for words in (["convert", network, out / "netz.json"], ["centrality", network, "--format", "text", "-o", out / "lage.txt"],
                      ["draw", "matrix", network, "-o", out / "matrix.svg"], ["draw", "partners", network, "-o", out / "karte.pdf"]):
            run = subprocess.run([LOTSE, *map(str, words), "--language", "de", "--quiet"], env=environment, cwd=self.folder,
                                 capture_output=True, timeout=120)
            self.assertEqual((run.returncode, run.stderr), (0, b""), f"{words} with {environment}")
        return {path.name: path.read_bytes() for path in out.iterdir()}

    def test_home_and_locale_do_not_matter(self):
        usual = self.run_in({"HOME": str(self.folder), "PATH": os.environ["PATH"]})
        locked = self.folder / "zu"
        locked.mkdir()
        os.chmod(locked, 0o555)
        for environment in ({}, {"HOME": "/nonexistent"}, {"HOME": "/proc"}, {"HOME": str(locked)}, {"HOME": ""}, {"LC_ALL": "xx_YY.UTF-8"},
                            {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {"LANG": "C", "LC_NUMERIC": "de_DE.UTF-8"}, {"TZ": "Nirgendwo/Nie"}):
            self.assertEqual(self.run_in(environment), usual, environment)
        self.assertEqual(list(locked.iterdir()), [])
        print("home and locale: the same bytes without any, with a read-only home, unknown locales and time zones")

    def test_without_fonts(self):
        """Every picture is drawn, and the same whenever it is drawn."""
        config = self.folder / "keine.conf"
        config.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
        environment = {"FONTCONFIG_FILE": str(config)}

        def draw(view, ending, run):
            target = self.folder / f"{run}-{view}.{ending}"
            done = subprocess.run([LOTSE, "draw", view, str(NETWORK), "-o", str(target)], env=environment, cwd=self.folder,
                                  capture_output=True, timeout=300)
            self.assertEqual(done.returncode, 0, f"{view} {ending}: {done.stderr.decode()}")
            self.assertGreater(target.stat().st_size, 1000)
            return target.read_bytes()

        for ending in ("pdf", "png"):
            draw("partners", ending, 1)
        for view in ("partners", "matrix", "region", "rings"):
            for ending in ("svg", "dot"):
                self.assertEqual(draw(view, ending, 1), draw(view, ending, 2), f"{view} {ending}")
        print("no fonts: every picture is drawn")

    def test_words_that_are_no_text(self):
        for words in ([b"check", b"fehlt-\xff\xfe"], [b"check", os.fsencode(NETWORK), b"--\xff"], [b"\xff"]):
            run = subprocess.run([os.fsencode(LOTSE), *words], env={}, cwd=self.folder, capture_output=True, timeout=60)
            self.assertIn(run.returncode, (2, 6))
            (run.stdout + run.stderr).decode("utf-8")

    def test_data_with_crlf(self):
        usual = self.run_in({})
        copy = self.folder / "musterkreis"
        copy.mkdir()
        for path in NETWORK.iterdir():
            data = path.read_bytes()
            (copy / path.name).write_bytes(data.replace(b"\n", b"\r\n") if path.suffix in (".csv", ".json") else data)
        self.assertEqual(self.run_in({}, network=copy), usual)
        print("data with CRLF: the same bytes")

    def test_long_path_with_umlauts_and_blanks(self):
        usual = self.run_in({})
        deep = self.folder
        for _ in range(6):
            deep = deep / ("Größe und Mäße " * 3).strip()
        shutil.copytree(NETWORK, deep / "musterkreis")
        self.assertGreater(len(str(deep)), 260)
        self.assertEqual(self.run_in({}, network=deep / "musterkreis"), usual)
        print(f"a path of {len(str(deep))} characters with umlauts and blanks: the same bytes")


if __name__ == "__main__":
    unittest.main()
