"""valgrind finds no definite or indirect leak, and no invalid access, in lotse itself; its children are not looked into.

usage: LOTSE=build/test/lotse python3 tests/cli/leaks_test.py    minutes; scripts/reliability calls it
Python >= 3.9, standard library only."""
import subprocess
import unittest

from writing import COMMANDS, LOTSE, NEW, SAMPLE, Interrupted, analyses, environment, words_of

FOUND = 99
VALGRIND = ["valgrind", "--quiet", "--leak-check=full", "--show-leak-kinds=definite,indirect",
            "--errors-for-leak-kinds=definite,indirect", f"--error-exitcode={FOUND}"]


class Leaks(Interrupted):
    def test_no_leaks(self):
        runs = [["check", NEW], ["check", "netz.json"], ["check", "netz.gexf"], ["check", "netz.xlsx"], ["check", "fehlt"],
                ["convert", SAMPLE, "karte.csv", "--propose-map"], *analyses(NEW)]
        for words in [*(words_of(target, NEW)[1:] for target in COMMANDS), *runs]:
            run = subprocess.run([*VALGRIND, LOTSE, *map(str, words)], cwd=self.folder, env=environment(), capture_output=True, timeout=1800)
            self.assertNotEqual(run.returncode, FOUND, f"{words}: {run.stderr.decode()[-4000:]}")
        print(f"valgrind: {len(COMMANDS) + len(runs)} commands, 0 definite or indirect leaks, 0 invalid accesses in lotse")


if __name__ == "__main__":
    unittest.main()
