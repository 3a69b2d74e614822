"""Every limit of --limit: an input just inside is read, one just beyond is refused with exit 5 and the remedy."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import DATASETS, LOTSE

HEADINGS = "key,name,kind"


def lotse(*words):
    run = subprocess.run([LOTSE, *map(str, words)], capture_output=True, timeout=300)
    return run.returncode, run.stderr.decode()


def actors(count, name="Stelle"):
    return "".join(f"a{i},{name},other\n" for i in range(count))


class Limits(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name)

    def folder(self, name, **tables):
        path = self.out / name
        path.mkdir()
        for table, text in tables.items():
            (path / f"{table}.csv").write_text(text, encoding="utf-8")
        return path

    def check_limit(self, name, value, inside, beyond):
        setting = f"{name}={value}"
        code, said = lotse("check", inside, "--limit", setting)
        self.assertEqual(0, code, f"just inside {setting}: {said}")
        target = self.out / f"out-{name}.gexf"
        for command in (["check", beyond], ["convert", beyond, target]):
            code, said = lotse(*command, "--limit", setting)
            self.assertEqual(5, code, f"just beyond {setting}: {said}")
            self.assertIn(f"--limit {name}=", said)
            self.assertFalse(target.exists())
        code, said = lotse("check", beyond, "--limit", f"{name}={value * 1000}")
        self.assertEqual(0, code, f"raised: {said}")

    def test_memory_for_the_program_that_reads_workbooks(self):
        """Too little to load its libraries, then to read: never a damaged workbook."""
        book = self.out / "netz.xlsx"
        code, said = lotse("convert", DATASETS / "musterkreis", book)
        self.assertEqual(0, code, said)
        codes = []
        for megabytes in range(100, 220, 10):
            run = subprocess.run(["sh", "-c", f'ulimit -v {megabytes * 1024}; exec "{LOTSE}" check "{book}"'], capture_output=True)
            codes.append(run.returncode)
            self.assertIn(run.returncode, (0, 5), (megabytes, run.stderr))
        self.assertIn(5, codes)

    def test_size_of_a_file(self):
        size = 1 << 20
        def table(bytes_wanted):
            text = HEADINGS + "\n" + actors(14000, "S" * 60)
            text += "b,"
            return text + "S" * (bytes_wanted - len(text) - len(",other\n")) + ",other\n"
        text = table(size)
        self.assertEqual(size, len(text))
        inside = self.folder("inside", actors=text)
        beyond = self.folder("beyond", actors=table(size + 1))
        self.check_limit("file-mb", 1, inside, beyond)

    def test_actors_ties_and_rows(self):
        ties = "from,to,kind\n" + "".join(f"a0,a{i + 1},refers_to\n" for i in range(6))
        offers = "key,name,topics\n" + "".join(f"o{i},Angebot,LP-BEW\n" for i in range(6))
        def cut(text, lines):
            return "".join(line + "\n" for line in text.splitlines()[:lines + 1])
        all_actors = HEADINGS + "\n" + actors(7)
        inside = self.folder("inside", actors=cut(all_actors, 6), ties=cut(ties, 5), offers=cut(offers, 5))
        self.check_limit("actors", 6, inside, self.folder("actors", actors=all_actors))
        self.check_limit("ties", 5, inside, self.folder("ties", actors=all_actors, ties=ties))
        self.check_limit("rows", 6, inside, self.folder("rows", actors=all_actors, offers=offers))

    def test_columns(self):
        def table(count):
            extra = [f"x{i}" for i in range(count - 3)]
            return ",".join([HEADINGS, *extra]) + "\na1,Stelle,other" + ",1" * len(extra) + "\n"
        self.check_limit("columns", 9, self.folder("inside", actors=table(9)), self.folder("beyond", actors=table(10)))

    def test_size_of_a_cell(self):
        def table(length):
            return HEADINGS + ",note\na1,Stelle,other," + "n" * length + "\n"
        self.check_limit("field-kb", 1, self.folder("inside", actors=table(1024)), self.folder("beyond", actors=table(1025)))

    def test_depth_and_values_of_json(self):
        def network(aliases):
            path = self.out / f"{len(aliases)}.json"
            row = {"key": "a1", "name": "Stelle", "kind": "other", "aliases": aliases}
            path.write_text(json.dumps({"lotse": "1", "tables": {"actors": [row]}}), encoding="utf-8")
            return path
        one = network(["x"])
        code, said = lotse("check", one, "--limit", "depth=4")
        self.assertEqual(5, code, said)
        self.assertIn("--limit depth=", said)
        code, said = lotse("check", one, "--limit", "depth=5")
        self.assertEqual(0, code, said)
        at = next(n for n in range(1, 100) if lotse("check", one, "--limit", f"values={n}")[0] == 0)
        self.check_limit("values", at, one, network(["x", "y"]))

    def test_workbooks(self):
        book = self.out / "netz.xlsx"
        self.assertEqual(0, lotse("convert", self.folder("big", actors=HEADINGS + "\n" + actors(30000, "Stelle" * 8)), book)[0])
        for setting, raised in (("workbook-mb=1", "workbook-mb=500"), ("workbook-ratio=2", "workbook-ratio=500")):
            name = setting.split("=")[0]
            code, said = lotse("check", book, "--limit", setting)
            self.assertEqual(5, code, said)
            self.assertIn(f"--limit {name}=", said)
            code, said = lotse("check", book, "--limit", raised)
            self.assertEqual(0, code, said)

    def test_time_and_memory_of_a_picture(self):
        picture = self.out / "karte.svg"
        command = ["draw", "partners", DATASETS / "musterkreis", "-o", picture]
        if os.environ.get("SANITIZED") != "1":  # sanitizers need terabytes of it
            code, said = lotse(*command, "--limit", "memory-mb=8")
            self.assertEqual(5, code, said)
            self.assertIn("--limit memory-mb=", said)
            self.assertFalse(picture.exists())
        many = self.folder("many", actors=HEADINGS + "\n" + actors(900),
                           ties="from,to,kind\n" + "".join(f"a{i},a{i * 7 % 900},refers_to\na{i},a{i * 31 % 899},refers_to\n" for i in range(900)))
        code, said = lotse("draw", "partners", many, "-o", picture, "--limit", "render-seconds=1")
        self.assertIn(code, (0, 5), said)  # 0 on a machine that is fast enough
        if code == 5:
            self.assertIn("--limit render-seconds=", said)
            self.assertFalse(picture.exists())
        self.assertEqual(0, lotse(*command, "--limit", "memory-mb=4096", "--limit", "render-seconds=600", "--overwrite")[0])

    def test_each_name_of_the_help_is_documented(self):
        code, said = lotse("check", DATASETS / "musterkreis", "--limit", "gibtsnicht=1")
        self.assertEqual(2, code)
        names = said.split("Bekannt sind:")[-1].split("Known are:")[-1].split()
        documented = (DATASETS.parent / "docs" / "limits.md").read_text(encoding="utf-8")
        self.assertEqual(12, len(names))
        for name in names:
            self.assertIn(f"`{name}`", documented)


if __name__ == "__main__":
    unittest.main()
