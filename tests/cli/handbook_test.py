"""The pages of docs/handbuch: each command is typed as it stands there, and prints what stands there.

A block ```console holds lines "$ COMMAND" and below each what it prints, messages and results together. A line "…"
stands for any lines. Blocks of one page share a folder that holds the data sets, and copies of the files a page
names as datasets/NAME/FILE.

usage: LOTSE=build/release/lotse python3 tests/cli/handbook_test.py
Python >= 3.9, standard library only."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

LOTSE = Path(os.path.abspath(os.environ["LOTSE"]))
ROOT = Path(__file__).resolve().parents[2]


def steps(page):
    """Commands of a page with the lines that they print."""
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = step.partition("\n")
            yield command, printed


def matches(expected, printed):
    parts = [re.escape(part) for part in re.split(r"^…\n", expected, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed)


class Handbook(unittest.TestCase):
    def test_commands_print_what_the_page_shows(self):
        pages = sorted((ROOT / "docs" / "handbuch").glob("*.md"))
        self.assertTrue(pages)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_"))}
        environment["PATH"] = f"{LOTSE.parent}:{environment['PATH']}"
        for page in pages:
            text = page.read_text(encoding="utf-8")
            folder = Path(tempfile.mkdtemp(prefix="lotse-handbook-"))
            self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
            for name in set(re.findall(r"datasets/[a-z-]+/[a-z.-]+\.(?:csv|xlsx)", text)):
                shutil.copy(ROOT / name, folder)
            (folder / "datasets").symlink_to(ROOT / "datasets")
            for command, expected in steps(text):
                with self.subTest(page=page.name, command=command):
                    run = subprocess.run(command, shell=True, cwd=folder, env=environment, timeout=600, text=True,
                                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
                    self.assertIn(run.returncode, (0, 3), f"$ {command}\n{run.stdout}")  # 3: data to be mended
                    self.assertTrue(matches(expected, run.stdout), f"$ {command}\n{run.stdout}")


if __name__ == "__main__":
    unittest.main()
