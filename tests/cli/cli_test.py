"""The words a user types: help, usage, checks.

usage: LOTSE=build/release/lotse python3 tests/cli/cli_test.py
Python >= 3.9, standard library only."""
import json
import os
import shutil
import subprocess
import unittest

from program import DATASETS, LOTSE, NETWORKS, Scratch, analyses, lotse, result


class Help(unittest.TestCase):
    def test_version(self):
        self.assertRegex(lotse("--version").stdout.decode(), r"^lotse \d+\.\d+\.\d+\n$")

    def test_every_command_explains_itself_in_both_languages(self):
        for command in ["check", "convert", "generate", "compare", "draw", "report", "demo", "list", *analyses()]:
            german = lotse(command, "--help", "--language", "de").stdout.decode()
            english = lotse(command, "--help", "--language", "en").stdout.decode()
            self.assertIn("Aufruf: lotse " + command, german)
            self.assertIn("Usage: lotse " + command, english)
            self.assertNotEqual(german, english)

    def test_help_takes_the_name_of_a_command(self):
        page = lotse("check", "--help", "--language", "en").stdout
        for words in (["check"], ["check", "--language", "en"], ["--language", "en", "check"]):
            self.assertEqual(lotse("help", *words, env={"LOTSE_LANGUAGE": "en"}).stdout, page)
        self.assertIn("„check“", lotse("help", "chekc", rc=2).stderr.decode())
        self.assertIn("„wolken“", lotse("help", "wolken", rc=2).stderr.decode())
        for words in ([], ["help"], ["--language", "de"]):
            self.assertEqual(lotse("help", *words).stdout, lotse("--help").stdout)

    def test_every_form_that_is_read_is_named(self):
        for page in (lotse("--help").stdout.decode(), lotse("convert", "--help").stdout.decode()):
            page = " ".join(page.split())
            for form in (".json", ".gexf", ".graphml", ".gml", ".net", "HSDS", "nodes.csv"):
                self.assertIn(form, page)

    def test_language_of_the_locale(self):
        self.assertIn("Aufruf", lotse("--help", env={"LC_ALL": "C.UTF-8"}).stdout.decode())
        self.assertIn("Usage", lotse("--help", env={"LC_ALL": "en_GB.UTF-8"}).stdout.decode())
        self.assertIn("Aufruf", lotse("--help", env={"LC_ALL": "en_GB.UTF-8", "LOTSE_LANGUAGE": "de"}).stdout.decode())


class Usage(Scratch):
    def test_wrong_usage_is_exit_2_and_names_the_word(self):
        network = str(DATASETS / "musterkreis")
        for words, named in [(["chekc", network], "chekc"), (["check", network, "--gibtsnicht"], "gibtsnicht"), (["check"], "NETZ"),
                             (["check", network, "--language", "xx"], "xx"), (["centrality", network, "--at", "31.02.2024"], "31.02.2024"),
                             (["centrality", network, "--without", "jc-anderstadt"], "jc-anderstadt"),
                             (["centrality", network, "--layer", "wolken"], "wolken"), (["centrality", network, "--area", "99999"], "99999"),
                             (["convert", network, str(self.folder / "netz.xyz")], "xyz"), (["list", "wolken"], "wolken"),
                             (["check", network, "--limit", "gibtsnicht=1"], "gibtsnicht"), (["centrality", network, "--with", "a>b"], "a>b"),
                             (["centrality", network, "--threads", "viele"], "viele")]:
            error = lotse(*words, rc=2).stderr.decode()
            self.assertIn(named, error)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_wrong_keys_are_answered_with_the_nearest(self):
        for words, meant in [(["--without", "jc-mkk"], b"jc-mk"), (["--area", "mk-waldauu"], b"mk-waldau"), (["--area", "Waldau"], b"mk-waldau"),
                             (["--kinds", "refers"], b"refers_to")]:
            run = lotse("centrality", DATASETS / "musterkreis", *words, rc=2)
            self.assertIn("Meinten Sie „".encode() + meant + "“?".encode(), run.stderr)

    def test_words_of_a_call(self):
        target = self.folder / "x.json"
        lotse("centrality", DATASETS / "musterkreis", f"-o={target}")
        self.assertTrue(target.is_file())
        network = self.folder / "--netz"
        shutil.copytree(DATASETS / "musterkreis", network)
        for words in (["check", "--quiet", "--", "--netz"], ["check", "--", "--netz"]):
            self.assertEqual(subprocess.run([LOTSE, *words], cwd=self.folder, capture_output=True).returncode, 0)
        run = lotse("check", DATASETS / "musterkreis", "--limit", "rows=10", "--limit", "rows=1000", rc=2)
        self.assertIn(b"--limit rows", run.stderr)
        lotse("check", DATASETS / "musterkreis", "--limit", "rows=1000", "file-mb=10", "rows=1000")

    def test_a_working_folder_that_is_gone_is_named(self):
        lost = self.folder / "weg"
        lost.mkdir()
        run = subprocess.run(["sh", "-c", f'rmdir "$PWD" && "{LOTSE}" check ../netz'], cwd=lost, capture_output=True)
        self.assertEqual(run.returncode, 6, run.stderr)
        self.assertIn(b"cd", run.stderr)

    def test_a_drawing_beyond_the_size_of_files_is_no_fault_of_the_renderer(self):
        run = subprocess.run(["sh", "-c", f'ulimit -f 1; "{LOTSE}" draw partners "{DATASETS / "musterkreis"}" -o karte.svg'], cwd=self.folder,
                             capture_output=True)
        self.assertEqual(run.returncode, 6, run.stderr)
        self.assertIn(b"ulimit", run.stderr)

    def test_options_that_would_be_ignored_are_refused(self):
        network, target = str(DATASETS / "musterkreis"), str(self.folder / "netz.json")
        with_tie = "jc-mk>tv-mu:refers_to"
        for words, named in [(["convert", network, target, "-o", str(self.folder / "y.json")], "-o"),
                             (["convert", network, target, "--map", "m.csv", "--propose-map"], "--map"),
                             (["convert", network, target, "--boundaries", "fehlt.geojson"], "--boundaries"),
                             (["generate", target, "--gexf-version", "1.3"], "--gexf-version"),
                             (["convert", network, "-"], "./-"), (["generate", "-"], "./-"), (["report", network, "-o", "-"], "./-"),
                             (["centrality", network, "-o", target, "-o", str(self.folder / "z.json")], "--output"),
                             (["paths", network, "--from", "jc-mk", "--from", "tv-mu", "--to", "topic=LP-BEW"], "--from"),
                             (["coverage", network, "--target", "women", "--target", ""], "--target"),
                             (["centrality", network, "--with", "jc-mk>jc-mk:refers_to"], "jc-mk>jc-mk"),
                             (["centrality", network, "--with", with_tie, "--without", "jc-mk"], "--with"),
                             (["reach", network, "--detour", "0.5"], "--detour"),
                             (["reach", network, "--detour", "1e308"], "--detour"), (["reach", network, "--speed", "1e-308"], "--speed"),
                             (["cascade", network, "--threshold", "1e-200"], "--threshold"),
                             (["draw", "partners", network, "--title", "a\u202eb", "-o", str(self.folder / "k.svg")], "--title")]:
            self.assertIn(named, lotse(*words, rc=2).stderr.decode(), words)
        self.assertEqual(list(self.folder.iterdir()), [])
        lotse("centrality", network, "-o", target, "-o", target)  # the same twice is no doubt

    def test_strict_names_the_warnings_that_it_stops_at(self):
        (self.folder / "actors.csv").write_text("key,name,kind,Farbe\na,A,clinic,rot\n", encoding="utf-8")
        said = lotse("centrality", self.folder, "--strict", rc=3).stderr.decode()
        self.assertIn("actors.csv:1:4: ", said)
        self.assertIn("[unknown-column]", said)
        self.assertNotIn("Farbe", lotse("centrality", self.folder, "--strict", "--pseudonymise", rc=3).stderr.decode())

    def test_positions_of_nobody_are_named(self):
        (self.folder / "orte.csv").write_text("key,x,y\njc-mk,0.5,0.5\nniemand,0.1,0.1\n", encoding="utf-8")
        run = lotse("draw", "partners", DATASETS / "musterkreis", "--positions", self.folder / "orte.csv", "-o", self.folder / "k.svg")
        self.assertIn("„niemand“", run.stderr.decode())

    def test_missing_input_is_exit_6(self):
        self.assertIn("fehlt", lotse("check", self.folder / "fehlt", rc=6).stderr.decode())

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_standard_output_is_exit_6(self):
        with open("/dev/full", "wb") as full:
            for words in (["centrality", DATASETS / "musterkreis"], ["--help"], ["--version"], ["draw", "--help"]):
                self.assertIn("voll", lotse(*words, rc=6, stdout=full).stderr.decode())

    def test_outputs_are_replaced_only_on_request(self):
        target = self.folder / "netz.json"
        target.write_text("alt")
        lotse("convert", DATASETS / "musterkreis", target, rc=2)
        self.assertEqual(target.read_text(), "alt")
        for switch in ["--overwrite=false", "--overwrite=no", "--with-contacts=nein"]:
            self.assertIn(switch.split("=")[0], lotse("convert", DATASETS / "musterkreis", target, switch, rc=2).stderr.decode())
            self.assertEqual(target.read_text(), "alt")
        lotse("convert", DATASETS / "musterkreis", target, "--overwrite")
        self.assertEqual(json.loads(target.read_text())["lotse"], "1")

    def test_the_ending_of_the_output_says_the_format(self):
        for ending, form in [("json", "json"), ("csv", "csv"), ("html", "html"), ("txt", "text"), ("dat", "text")]:
            target = self.folder / f"ergebnis.{ending}"
            lotse("centrality", DATASETS / "musterkreis", "-o", target)
            expected = lotse("centrality", DATASETS / "musterkreis", "--format", form).stdout
            self.assertEqual(target.read_bytes(), expected, ending)


class Check(Scratch):
    def test_shipped_networks_have_no_error(self):
        for name in NETWORKS:
            summary = result("check", DATASETS / name)["summary"]
            self.assertEqual(summary["errors"], 0, name)
            self.assertEqual(summary["rows_read"], summary["rows_used"], name)

    def test_errors_name_place_and_remedy(self):
        network = self.network(actors="key,name,kind\na,Verein A,sports_clubb\n")
        run = lotse("check", network, rc=3)
        self.assertRegex(run.stdout.decode(), r"(?m)^actors\.csv:2:3: error: .*sports_clubb.*sports_club.* \[unknown-code\]$")
        lotse("centrality", network, rc=3)
        document = result("centrality", network, "--skip-bad-rows", "--language", "en")
        self.assertTrue(any("faulty" in note for note in document["notes"]))

    def test_dates_that_exclude_each_other_are_said_in_every_output(self):
        network = self.network(actors="key,name,kind,since,until\na,Verein A,sports_club,2024,2020\nb,B,jobcenter,,\n")
        lotse("centrality", network, rc=3)
        document = result("centrality", network, "--skip-bad-rows", "--language", "en")
        self.assertEqual(document["summary"]["actors"], 2)
        self.assertIn("(without 1 faulty row)", json.dumps(document))
        self.assertTrue(any("only these two dates" in note for note in document["notes"]))


if __name__ == "__main__":
    unittest.main(verbosity=1)
