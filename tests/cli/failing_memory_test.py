"""No memory for the n-th request: exit 5 with a message, no signal, the old file stays.

usage: LOTSE=build/release/lotse FAILING_MEMORY=.../libfailing_memory.so [LOTSE_LONG=1] python3 tests/cli/failing_memory_test.py
libstdc++ ends the program where it opens a folder (exit 1); workbooks are written by libxlsxwriter, which does not survive this; they are left out.
Python >= 3.9, standard library only."""
import os
import re
import subprocess
import unittest

from writing import LONG, LOTSE, NEW, OLD, Interrupted, digest, environment

SHIM = os.path.abspath(os.environ["FAILING_MEMORY"])
DENSE = 2000 if LONG else 0  # the first requests, one by one
SPREAD = 200 if LONG else 12  # of all the others
SAID = ("lotse: Der Arbeitsspeicher reicht nicht (--limit memory-mb=ZAHL lässt mehr zu). / "
        "Not enough memory (--limit memory-mb=NUMBER allows more).\n").encode()
COMMANDS = {  # words, the file they write
    "check": (["check", NEW], None),
    "coverage": (["coverage", NEW], None),
    "centrality": (["centrality", NEW], None),
    "to JSON": (["convert", NEW, "out.json", "--overwrite"], "out.json"),
    "to GEXF": (["convert", NEW, "out.gexf", "--overwrite"], "out.gexf"),
    "from JSON": (["check", "in.json"], None),
    "from GEXF": (["check", "in.gexf"], None),
}


# libxml2 2.9 may go on without an attribute when one request fails and the next is granted.
LASTING = ["from GEXF"]


class FailingMemory(Interrupted):
    def lotse(self, words, fault=None):
        preloaded = {} if fault is None else {"LD_PRELOAD": SHIM, "LOTSE_NO_MEMORY": fault}
        return subprocess.run([LOTSE, *map(str, words)], cwd=self.folder, env=environment(**preloaded), capture_output=True, timeout=120)

    def setUp(self):
        super().setUp()
        for name in ["in.json", "in.gexf"]:
            self.assertEqual(self.lotse(["convert", NEW, name, "--quiet"]).returncode, 0)

    def digest_of(self, output):
        return digest(self.folder / output) if output else None

    def old_output(self, output):
        if output:
            self.assertEqual(self.lotse(["convert", OLD, output, "--overwrite", "--quiet"]).returncode, 0)
        return self.digest_of(output)

    def points(self, words):
        total = int(re.search(rb"failing_memory: (\d+) requests", self.lotse(words, "0").stderr)[1])
        spread = self.random.sample(range(min(DENSE, total) + 1, total + 1), min(SPREAD, max(0, total - DENSE)))
        start = [] if LONG else self.random.sample(range(1, 31), 4)  # before main
        return [*start, *range(1, min(DENSE, total) + 1), *spread]

    def test_the_nth_request_fails(self):
        runs = done_without = ended = 0
        for name, (words, output) in COMMANDS.items():
            expected = self.lotse(words)
            points = self.points(words)
            old = self.old_output(output)
            for number in points:
                for lasting in ["", "+"] if number > DENSE else [""]:
                    if name in LASTING and not lasting:
                        continue
                    what = f"{name}, request {number}{lasting} fails"
                    run = self.lotse(words, f"{number}{lasting}")
                    runs += 1
                    if run.returncode == 1 and run.stderr.endswith(b": std::terminate\n"):
                        ended += 1
                        self.assertEqual(self.digest_of(output), old, what)
                        continue
                    self.assertIn(run.returncode, [5, expected.returncode], f"{what}: {run.stderr.decode()}")
                    if run.returncode == 5:
                        self.assertTrue(run.stderr.endswith(SAID), f"{what}: {run.stderr.decode()}")
                        self.assertEqual(self.digest_of(output), old, what)
                    else:  # one that could be done without
                        done_without += 1
                        self.assertEqual(run.stdout, expected.stdout, what)
                        self.old_output(output)
        print(f"no memory: {runs} runs of {len(COMMANDS)} commands, the n-th request or all from it on: 0 signals, "
              f"{runs - done_without - ended} times exit 5, {done_without} times done without, {ended} times ended by libstdc++ with exit 1")
        self.assertLessEqual(ended, runs // 100)


if __name__ == "__main__":
    unittest.main()
