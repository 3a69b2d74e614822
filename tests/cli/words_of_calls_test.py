"""What the words of a call mean: forgotten values, values that look like something else, surroundings of the call.

usage: LOTSE=build/release/lotse python3 tests/cli/words_of_calls_test.py
Python >= 3.9, standard library only."""
import os
import resource
import signal
import subprocess
import unicodedata
import unittest

from program import DATASETS, LOTSE, Scratch, lotse, result

NETWORK = DATASETS / "musterkreis"
LARGEST = 1_000_000_000


class Words(Scratch):
    def test_the_next_option_is_no_value(self):
        """Else a forgotten title would switch --pseudonymise off."""
        target = self.folder / "karte.svg"
        draw = ["draw", "partners", NETWORK, "-o", target]
        for words in [["--title=", "--pseudonymise"], ["--title", "--pseudonymise"], ["--title", "--pseudonymize"], ["--title", ""], ["--title"],
                      ["--title", "--", "x"], ["--title", "-o", "anders.svg"]]:
            run = lotse(*draw, *words, "--language", "en", rc=2) if "--" not in words else lotse(*draw, "--language", "en", *words, rc=2)
            self.assertIn(b"An option lacks its value: --title", run.stderr, words)
            self.assertFalse(target.exists(), words)
        for words, option in [(["-o=", "--quiet"], "--output"), (["-o", "--quiet"], "--output"), (["--area", "--quiet"], "--area"),
                              (["--area=", "mk-waldau"], "--area")]:
            run = lotse("centrality", NETWORK, *words, "--language", "en", rc=2)
            self.assertIn(f"An option lacks its value: {option}\n".encode(), run.stderr, words)

    def test_values_are_taken_as_typed(self):
        for number, title in enumerate(["[Entwurf]", "[2026]", "[a,b]", "{}", "--x", "-1", "[]", "a=b", "-", "%%"]):
            target = self.folder / f"{number}.svg"
            lotse("draw", "partners", NETWORK, "-o", target, f"--title={title}")
            self.assertIn(f">{title}<", target.read_text(encoding="utf-8"), title)
        lotse("draw", "partners", NETWORK, "-o", self.folder / "k.svg", "--title", "[Entwurf]")
        self.assertIn(">[Entwurf]<", (self.folder / "k.svg").read_text(encoding="utf-8"))
        subprocess.run([LOTSE, "convert", NETWORK, "[2026]"], cwd=self.folder, check=True, capture_output=True)
        subprocess.run([LOTSE, "centrality", NETWORK, "-o", "[x]"], cwd=self.folder, check=True, capture_output=True)
        self.assertTrue({"[2026]", "[x]"} <= {path.name for path in self.folder.iterdir()})
        run = lotse("centrality", NETWORK, "--area", "[mk-waldau]", rc=2)
        self.assertIn("„[mk-waldau]“".encode(), run.stderr)

    def test_threads_are_a_number_for_every_command(self):
        for words in [["list", "views"], ["new", self.folder / "neu"], ["generate", self.folder / "neu"], ["centrality", NETWORK]]:
            for threads in ("0", "viele", "2000", "-1"):
                self.assertIn(b"--threads", lotse(*words, "--threads", threads, rc=2).stderr)
        lotse("list", "views", "--threads", "3")


    def test_keys_are_compared_after_normalisation_and_trimming(self):
        network = self.network(actors="key,name,kind,area\nkä,Käthe-Haus,counselling,gebö\nb,B,jobcenter,\n", ties="from,to,kind\nkä,b,cooperates\n",
                               areas="key,name,level,parent\ngebö,Gebö,quarter,05911\n", offers="key,name,topics,providers,areas\nö1,O,LP-BEW,kä,gebö\n")
        for words in [["coverage", "--area", "gebö"], ["centrality", "--without", "kä"], ["centrality", "--with", "kä>b:refers_to"],
                      ["paths", "--from", "kä", "--to", "b"], ["paths", "--from", "b", "--to", "ö1"], ["factsheet", "--actor", "kä"],
                      ["invitations", "--fixed", "kä"], ["funding", "--offer", "ö1"]]:
            expected = result(words[0], network, *words[1:])
            for typed in [[unicodedata.normalize("NFD", word) for word in words], [*words[:2], *(f" {word} " for word in words[2:3]), *words[3:]]]:
                self.assertEqual(result(typed[0], network, *typed[1:]), expected, typed)

    def test_a_result_is_not_written_under_an_ending_that_says_something_else(self):
        for ending in ("htm", "tsv", "xml"):
            run = lotse("coverage", NETWORK, "-o", self.folder / f"x.{ending}", "--language", "en", rc=2)
            self.assertIn(f"cannot be written as .{ending}".encode(), run.stderr)


class TwoStates(Scratch):
    """An area, a topic or an actor that only one of them has."""

    def setUp(self):
        super().setUp()
        self.old = self.network(actors="key,name,kind,area\na,A,jobcenter,05911\n").rename(self.folder / "vorher")
        self.new = self.network(actors="key,name,kind,area\na,A,jobcenter,05911\nb,B,clinic,neu\n",
                                areas="key,name,level,parent\nneu,Neues Gebiet,quarter,05911\n")

    def test_a_comparison_has_an_empty_side_and_says_so(self):
        for states, words in [([self.old, self.new], "is in the later state only"), ([self.new, self.old], "is in the earlier state only")]:
            document = result("compare", *states, "--area", "neu", "--language", "en")
            self.assertEqual([row["actor"] for row in document["tables"]["actors"]], ["b"])
            self.assertTrue(any(words in note for note in document["notes"]), document["notes"])
            target = self.folder / "karte.svg"
            lotse("draw", "compare", *states, "--area", "neu", "--language", "en", "-o", target, "--overwrite")
            self.assertIn(words, target.read_text(encoding="utf-8"))
        lotse("compare", self.old, self.new, "--area", "nirgends", rc=2)

    def test_reports_of_each_area_tell_of_a_new_one(self):
        lotse("report", self.new, "--before", self.old, "--each", "area", "-o", self.folder / "mappen")
        self.assertTrue((self.folder / "mappen" / "neu-neues-gebiet" / "index.html").exists())


class Pictures(Scratch):
    def test_every_limit_that_is_accepted_can_be_drawn_with(self):
        for limit in ("render-seconds", "memory-mb"):
            lotse("draw", "matrix", NETWORK, "-o", self.folder / f"{limit}.svg", "--limit", f"{limit}={LARGEST}")
            lotse("draw", "matrix", NETWORK, "-o", self.folder / "nie.svg", "--limit", f"{limit}={LARGEST + 1}", rc=2)

    @unittest.skipIf(os.environ.get("SANITIZED") == "1", "sanitizers need more memory than may be bounded")
    def test_a_renderer_without_memory_is_a_limit(self):
        for ending in ("svg", "png", "pdf"):
            run = lotse("draw", "partners", NETWORK, "-o", self.folder / f"karte.{ending}", "--limit", "memory-mb=40", rc=5)
            self.assertIn(b"--limit memory-mb", run.stderr)

    @unittest.skipIf(os.environ.get("SANITIZED") == "1", "sanitizers need more memory than may be bounded")
    def test_a_parent_that_ignores_its_children_hides_no_failure(self):
        target = self.folder / "karte.svg"
        for words in (["draw", "partners", NETWORK, "-o", target], ["report", NETWORK, "--each", "area", "-o", target]):
            run = subprocess.run([LOTSE, *map(str, words), "--limit", "memory-mb=40"], capture_output=True, timeout=120,
                                 preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
            self.assertEqual(run.returncode, 5, run.stderr.decode())
            self.assertFalse(target.exists())

    def test_a_report_where_few_files_may_be_open(self):
        run = subprocess.run([LOTSE, "report", NETWORK, "-o", str(self.folder / "bericht")], capture_output=True, timeout=300,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
        self.assertEqual(run.returncode, 0, run.stderr.decode())


if __name__ == "__main__":
    unittest.main()
