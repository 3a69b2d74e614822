"""The real program on real data: what a user types and what comes back.

usage: LOTSE=build/release/lotse python3 tests/cli/cli_test.py
Python >= 3.9, standard library only."""
import csv
import hashlib
import html.parser
import json
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
DATASETS = Path(__file__).resolve().parents[2] / "datasets"
NETWORKS = ["verzahnung", "musterkreis", "musterkreis-vorher"]


def lotse(*words, rc=0, env=None, stdout=subprocess.PIPE):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_"))}
    environment.update(env or {})
    run = subprocess.run([LOTSE, *map(str, words)], stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=120)
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
                             (["draw", "partners", network, "--title", "a\u202eb", "-o", str(self.folder / "k.svg")], "--title")]:
            self.assertIn(named, lotse(*words, rc=2).stderr.decode(), words)
        self.assertEqual(list(self.folder.iterdir()), [])
        lotse("centrality", network, "-o", target, "-o", target)  # the same twice is no doubt

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


class Coverage(Scratch):
    def test_a_verdict_written_to_a_file_is_said_as_well(self):
        network = self.network(actors="key,name,kind\na,A,nonsense\n")
        run = lotse("check", network, "-o", self.folder / "geprueft.csv", rc=3)
        self.assertIn("1 Fehler", run.stderr.decode())

    def test_sachsen_anhalt(self):
        """Ten Kreise take part; of the other four nothing is recorded. 67.7 % of the inhabitants of 2018 (Destatis)."""
        document = result("coverage", DATASETS / "verzahnung", "--area", "15", "--programme", "prg-verzahnung")
        states = {}
        for cell in document["tables"]["cells"]:
            self.assertEqual(cell["topic"], "prg-verzahnung")
            states.setdefault(cell["state"], set()).add(cell["area"])
        self.assertEqual(states["available"], {"15001", "15003", "15081", "15082", "15084", "15085", "15086", "15087", "15088", "15091"})
        self.assertEqual(states["unknown"], {"15002", "15083", "15089", "15090"})
        self.assertEqual(set(states), {"available", "unknown"})
        summary = document["summary"]
        self.assertEqual(round(100 * summary["population_available"] / summary["population_total"], 1), 67.7)

    def test_three_regions_stand_alone(self):
        for area in ["15", "rheinhessen", "14"]:
            self.assertGreater(len(result("coverage", DATASETS / "verzahnung", "--area", area)["tables"]["cells"]), 0, area)


class Results(Scratch):
    def test_every_analysis_in_every_format_and_language(self):
        for analysis in analyses():
            for language in ["de", "en"]:
                words = [analysis, DATASETS / "musterkreis", *words_for(analysis), "--language", language]
                for form in ["text", "csv", "csv-excel", "html", "json"]:
                    self.assertGreater(len(lotse(*words, "--format", form).stdout), 100, words)
                document = result(*words)
                self.assertEqual(document["analysis"], analysis)
                self.assertEqual(set(document) & {"lotse", "analysis", "network", "options", "summary", "tables", "notes"},
                                 {"lotse", "analysis", "network", "options", "summary", "tables", "notes"})
                fictional = "Fiktiv" if language == "de" else "Fictional"
                self.assertTrue(any(fictional in note for note in document["notes"]), analysis)

    def test_same_bytes_for_any_locale_thread_count_and_row_order(self):
        shuffled = self.folder / "gemischt"
        shutil.copytree(DATASETS / "musterkreis", shuffled)
        for table in shuffled.glob("*.csv"):
            with open(table, encoding="utf-8", newline="") as stream:
                rows = list(csv.reader(stream))
            body = rows[1:]
            random.Random(4).shuffle(body)
            with open(table, "w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, lineterminator="\n").writerows([rows[0], *body])
        for analysis in analyses():
            words = [*words_for(analysis), "--format", "json", "--language", "de"]
            first = lotse(analysis, DATASETS / "musterkreis", *words).stdout
            for env in [{"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"}, {"OMP_NUM_THREADS": "7"}]:
                self.assertEqual(lotse(analysis, DATASETS / "musterkreis", *words, "--threads", "2", env=env).stdout, first)
            self.assertEqual(lotse(analysis, shuffled, *words).stdout, first, analysis)

    def test_what_if(self):
        network = self.network(actors="key,name,kind\na,A,sports_club\nb,B,sports_club\nc,C,sports_club\n", ties="from,to,kind\na,b,cooperates\n")
        degree = lambda *words: {r["actor"]: r["degree"] for r in result("centrality", network, *words)["tables"]["actors"]}
        self.assertEqual(degree(), {"a": 1, "b": 1, "c": 0})
        self.assertEqual(degree("--with", "b>c:refers_to"), {"a": 1, "b": 2, "c": 1})
        self.assertEqual(degree("--without", "a"), {"b": 0, "c": 0})
        for form in ("text", "json", "csv", "html"):
            shown = lotse("centrality", network, "--without", "a", "--with", "b>c:refers_to", "--format", form).stdout.decode()
            self.assertIn("was wäre ohne a", html.unescape(shown), form)
            self.assertIn("was wäre mit b>c:refers_to", html.unescape(shown), form)
        lotse("draw", "partners", network, "--without", "a", "-o", self.folder / "k.svg")
        self.assertIn("was wäre ohne a", (self.folder / "k.svg").read_text(encoding="utf-8"))


class Compare(Scratch):
    PAIR = [DATASETS / "musterkreis-vorher", DATASETS / "musterkreis"]

    def test_every_format_and_language(self):
        for language in ["de", "en"]:
            for form in ["text", "csv", "csv-excel", "html", "json"]:
                words = ["compare", *self.PAIR, "--language", language, "--format", form]
                first = lotse(*words).stdout
                self.assertGreater(len(first), 1000, words)
                self.assertEqual(lotse(*words, "--threads", "2", env={"LC_ALL": "tr_TR.UTF-8"}).stdout, first)

    def test_changes_of_the_fictional_kreis(self):
        document = result("compare", *self.PAIR)
        self.assertEqual(document["network"]["actors"], 86)
        self.assertEqual(document["options"]["before_sha256"], result("coverage", self.PAIR[0])["network"]["sha256"])
        summary, tables = document["summary"], document["tables"]
        for name in ["actors", "ties", "cells", "measures"]:
            for row in tables[name]:
                self.assertIn(row["change"], ["added", "removed", "changed"])
                self.assertLessEqual({"before", "after"}, set(row))
        expected = {"ties_added": 12, "ties_removed": 2, "ties_strengthened": 3, "offers_added": 3, "offers_ended": 1,
                    "offers_started": 3, "agenda_higher": 7, "agenda_added": 2, "actors_added": 2}
        self.assertEqual({key: summary[key] for key in expected}, expected)
        lost = [(r["before"], r["after"]) for r in tables["cells"] if r["meaning"] == "worsened"]
        self.assertEqual(lost.count(("available", "barrier")), 2)
        shown = sum(len(tables[name]) for name in tables if name != "positions")
        everything = result("compare", *self.PAIR, "--all")["tables"]
        self.assertEqual(sum(len(everything[n]) for n in everything if n != "positions"), shown + summary["unchanged"])
        self.assertEqual(sum(row["change"] != "added" for row in everything["ties"]), 169)

    def test_a_network_against_itself(self):
        tables = result("compare", self.PAIR[1], self.PAIR[1])["tables"]
        self.assertEqual([name for name in tables if tables[name]], [])

    def test_options_apply_to_both(self):
        ties = lambda *words: result("compare", *self.PAIR, *words)["tables"]["ties"]
        self.assertEqual({row["kind"] for row in ties("--kinds", "member_of")}, {"member_of"})
        self.assertFalse(any("jc-mk" in (row["from"], row["to"]) for row in ties("--without", "jc-mk")))
        self.assertFalse(any("ag-arbeit" in (row["from"], row["to"]) for row in ties("--without", "ag-arbeit")))
        later_only = ["--with", "jc-mk>ag-arbeit:advises"]
        self.assertIn(("added", "advises"), {(row["change"], row["kind"]) for row in ties(*later_only)})
        self.assertIn("gilt nur für den späteren Stand", lotse("compare", *self.PAIR, *later_only).stdout.decode().replace("\n ", ""))
        wrong = lambda *words: lotse("compare", *self.PAIR, *words, rc=2).stderr.decode()
        self.assertIn("Netz NACHHER: --with", wrong("--without", "jc-mk", "--with", "jc-mk>ag-arbeit:advises"))
        self.assertNotIn("Netz VORHER", wrong("--with", "jc-mk>nirgends:advises"))

    def test_usage(self):
        network, missing = self.PAIR[1], self.folder / "fehlt"
        self.assertIn("NACHHER", lotse("compare", network, rc=2).stderr.decode())
        lotse("compare", network, network, network, rc=2)
        self.assertIn("nirgends", lotse("compare", *self.PAIR, "--without", "nirgends", rc=2).stderr.decode())
        lotse("compare", network, missing, rc=6)
        bad = self.network(actors="key,name,kind\na,Verein A,sports_clubb\n")
        lotse("compare", network, bad, rc=3)
        lotse("compare", bad, network, rc=3)
        empty = self.folder / "leer"
        empty.mkdir()
        (empty / "actors.csv").write_text("key,name,kind\n")
        self.assertEqual(result("compare", empty, network)["summary"]["actors_added"], 86)
        self.assertEqual(result("compare", network, empty)["summary"]["ties_removed"], 179)


class Conversions(Scratch):
    def test_round_trip_keeps_everything(self):
        for name in NETWORKS:
            identity = lambda path: result("centrality", path)["network"]["sha256"]
            lotse("convert", DATASETS / name, self.folder / f"{name}.json", "--with-contacts")
            lotse("convert", self.folder / f"{name}.json", self.folder / name, "--with-contacts")
            self.assertEqual(identity(self.folder / f"{name}.json"), identity(DATASETS / name))
            self.assertEqual(identity(self.folder / name), identity(DATASETS / name))

    def test_graph_files_hold_all_actors_and_ties(self):
        document = result("centrality", DATASETS / "verzahnung")
        for ending, node, edge in [("gexf", "{http://gexf.net/1.3}node", "{http://gexf.net/1.3}edge"),
                                   ("graphml", "{http://graphml.graphdrawing.org/xmlns}node", None)]:
            target = self.folder / f"netz.{ending}"
            lotse("convert", DATASETS / "verzahnung", target)
            root = ET.parse(target).getroot()
            self.assertEqual(len(list(root.iter(node))), document["network"]["actors"])
            if edge:
                self.assertEqual(len(list(root.iter(edge))), document["network"]["ties"])


class Hsds(Scratch):
    def test_folder_and_document_hold_the_whole_network(self):
        for name in NETWORKS:
            for target in ["folder", "x.json"]:
                with self.subTest(name=name, target=target):
                    out = self.folder / f"{name}-{target}"
                    lotse("convert", DATASETS / name, out, "--as", "hsds", "--with-contacts")
                    self.assertEqual(result("check", out)["network"]["sha256"],
                                     result("check", DATASETS / name)["network"]["sha256"])

    def test_only_when_asked_for(self):
        plain = self.folder / "plain.json"
        lotse("convert", DATASETS / "musterkreis", plain)
        self.assertIn("tables", json.loads(plain.read_text(encoding="utf-8")))
        refused = lotse("convert", DATASETS / "musterkreis", self.folder / "x.gexf", "--as", "hsds", rc=2)
        self.assertIn("--as hsds", refused.stderr.decode())
        self.assertFalse((self.folder / "x.gexf").exists())

    def test_analyses_read_a_package_of_another_program(self):
        folder = self.network(organizations="id,name\no,Office\n",
                              services="id,organization_id,name,status\ns,o,Walk,active\n",
                              service_areas="id,service_id,name\na,s,Bochum\n",
                              taxonomy_terms="id,name\nt,Physical activity\n",
                              attributes="id,link_id,taxonomy_term_id\n1,s,t\n")
        rows = result("coverage", folder, "--area", "05911")["tables"]["cells"]
        self.assertIn(("LP-BEW", "available"), {(row["topic"], row["state"]) for row in rows})

    def test_links_to_nothing_are_named(self):
        folder = self.network(organizations="id,name,parent_organization_id\no,Office,none\n")
        self.assertIn("organizations.csv:2:3", lotse("check", folder, rc=3).stdout.decode())
class Starter(Scratch):
    """A network begun with what must exist by law."""

    def states(self, network, *words):
        return {cell["state"] for cell in result("coverage", network, *words)["tables"]["cells"]}

    def test_one_kreis_in_every_form(self):
        for name in ["bochum", "bochum.json", "bochum.xlsx"]:
            target = self.folder / name
            said = lotse("new", "--area", "05911", target).stderr.decode()
            for word in ["Kreise: 1, Akteure: 4", "angenommen", "lotse check"]:
                self.assertIn(word, said)
            summary = result("check", target)["summary"]
            self.assertEqual((summary["errors"], summary["warnings"]), (0, 0), name)
            self.assertEqual(self.states(target), {"unknown"}, name)
        self.assertEqual(len(list((self.folder / "bochum").glob("*.csv"))), 12)

    def test_analyses_say_not_recorded(self):
        target = self.folder / "netz"
        lotse("new", "--area", "05911", "05916", target, "--language", "en")
        self.assertEqual(self.states(target, "--area", "05911"), {"unknown"})
        ways = result("paths", target, "--from", "jc-05911", "--to", "topic=LP-BEW")
        self.assertEqual(ways["tables"]["paths"], [])
        for analysis in analyses():
            words = {"paths": ["--from", "jc-05911", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "jc-05911"]}.get(analysis, [])
            lotse(analysis, target, *words)
        lotse("report", target, "-o", self.folder / "mappe")

    def test_the_last_word_is_the_target(self):
        for words in [["--area", "05911", "05916", "A"], ["A", "--area", "05911", "05916"], ["--area", "05911,05916", "A"]]:
            lotse("new", *[str(self.folder / w) if w == "A" else w for w in words], "--overwrite")
            actors = (self.folder / "A" / "actors.csv").read_text(encoding="utf-8")
            self.assertIn("jc-05911", actors)
            self.assertIn("jc-05916", actors)

    def test_refusals_touch_nothing(self):
        target = self.folder / "netz.json"
        for key, meant in [("Bochum", "05911 (Bochum)"), ("5911", "05911"), ("99", "09 (Bayern)"), ("zzzzzzzz", "05911")]:
            self.assertIn(meant, lotse("new", "--area", key, target, rc=2).stderr.decode())
        lotse("new", target, rc=2)
        self.assertEqual(list(self.folder.iterdir()), [])
        target.write_text("alt")
        lotse("new", "--area", "05911", target, rc=2)
        self.assertEqual(target.read_text(), "alt")
        lotse("new", "--area", "05911", target, "--overwrite")
        self.assertEqual(json.loads(target.read_text())["lotse"], "1")

    def test_what_no_checked_law_demands_is_named(self):
        said = lotse("new", "--area", "06", "09", self.folder / "netz").stderr.decode()
        self.assertIn("(Hessen) nicht angelegt", said)
        self.assertIn("(Bayern) nicht angelegt", said)
        self.assertNotIn("health_conference", (self.folder / "netz" / "actors.csv").read_text(encoding="utf-8"))

    def test_the_shipped_starter_is_what_the_program_makes(self):
        lotse("new", "--area", "05", self.folder / "neu")
        made = {f.name: f.read_bytes() for f in (self.folder / "neu").iterdir()}
        shipped = {f.name: f.read_bytes() for f in (DATASETS / "nrw-starter").iterdir() if f.name != "README.md"}
        self.assertEqual(made.keys(), shipped.keys())
        for name in made:
            self.assertEqual(made[name], shipped[name], name)
        with open(DATASETS / "nrw-starter" / "actors.csv", encoding="utf-8", newline="") as stream:
            kinds = [row["kind"] for row in csv.DictReader(stream)]
        self.assertEqual({k: kinds.count(k) for k in set(kinds)}, dict.fromkeys(
            ["jobcenter", "employment_agency", "health_office", "health_conference"], 53))


class Generate(Scratch):
    """A synthetic network of a chosen size."""

    def test_every_form_is_read_again_without_a_problem(self):
        identities = set()
        for name, *words in [["netz"], ["netz.json"], ["netz.xlsx"], ["hsds", "--as", "hsds"]]:
            target = self.folder / name
            said = lotse("generate", target, "--areas", "2", "--actors-per-area", "50", *words).stderr.decode()
            self.assertIn("Nichts davon gibt es", said)
            document = result("check", target)
            self.assertEqual((document["summary"]["errors"], document["summary"]["warnings"]), (0, 0), name)
            self.assertTrue(document["network"]["fictional"], name)
            identities.add(document["network"]["sha256"])
        self.assertEqual(len(identities), 1)
        for name, *words in [["netz.graphml"], ["netz.gexf"], ["netz.dot"], ["netz.geojson"], ["netz.gpkg"], ["kumu.xlsx", "--as", "kumu"],
                             ["gephi", "--as", "gephi-csv"], ["zahlen.csv", "--as", "indicators"]]:
            lotse("generate", self.folder / name, "--areas", "2", "--actors-per-area", "50", "--seed", "4", *words)

    def test_every_analysis_has_something_to_say(self):
        target = self.folder / "netz"
        lotse("generate", target, "--areas", "3", "--actors-per-area", "60")
        for analysis in analyses():
            words = {"paths": ["--from", "jobcenter-1", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "jobcenter-1"]}.get(analysis, [])
            document = result(analysis, target, *words)
            self.assertTrue(any(document["tables"].values()), analysis)

    def test_the_same_numbers_give_the_same_bytes(self):
        texts = {}
        for name, seed in [("a.json", 1), ("b.json", 1), ("c.json", 2)]:
            lotse("generate", "--areas", 3, "--seed", seed, self.folder / name)
            texts[name] = (self.folder / name).read_bytes()
        self.assertEqual(texts["a.json"], texts["b.json"])
        self.assertNotEqual(texts["a.json"], texts["c.json"])

    def test_refusals_touch_nothing(self):
        target = self.folder / "netz"
        for words, rc in [(["--areas", "0"], 2), (["--areas", "401"], 2), (["--areas", "-5"], 2), (["--areas", "viele"], 2), (["--actors-per-area", "10"], 2),
                          (["--as", "wolke"], 2), (["--areas", "400", "--actors-per-area", "300"], 5),
                          (["--areas", "3", "--limit", "actors=100"], 5)]:
            lotse("generate", target, *words, rc=rc)
        self.assertEqual(list(self.folder.iterdir()), [])
        lotse("generate", target, "--areas", "1", "--actors-per-area", "50")
        lotse("generate", target, "--areas", "2", "--actors-per-area", "50", rc=2)
        lotse("generate", target, "--areas", "2", "--actors-per-area", "50", "--overwrite")


class Draw(Scratch):
    def test_map_of_a_region(self):
        target = self.folder / "karte.svg"
        lotse("draw", "partners", DATASETS / "verzahnung", "--area", "15", "-o", target)
        text = "".join(ET.parse(target).getroot().itertext())
        self.assertIn("Sachsen-Anhalt", text)
        self.assertIn("Jobcenter Magdeburg", text)
        self.assertNotIn("Jobcenter Dresden", text)

    def test_map_and_positions_are_written_together(self):
        one, other = self.folder / "karte.svg", self.folder / "plätze.csv"
        words = ["draw", "partners", DATASETS / "verzahnung", "--area", "15", "--overwrite", "-o", one, "--save-positions"]
        lotse(*words, other)
        self.assertEqual(sorted(self.folder.iterdir()), [one, other])
        one.write_text("old")
        run = lotse(*words, self.folder / "nirgends" / "plätze.csv", rc=6)
        self.assertIn("nirgends", run.stderr.decode())
        run = lotse(*words, self.folder / "." / "karte.svg", rc=2)
        self.assertIn("karte.svg", run.stderr.decode())
        self.assertEqual(one.read_text(), "old")

    def texts(self, *words):
        target = self.folder / "bild.svg"
        lotse("draw", *words, "--overwrite", "-o", target)
        return [element.text for element in ET.parse(target).getroot().iter()
                if element.tag.endswith("}text")]

    def test_matrix_agrees_with_coverage(self):
        network = DATASETS / "musterkreis"
        summary = json.loads(lotse("coverage", network, "--format", "json").stdout)["summary"]
        texts = self.texts("matrix", network)
        for state, label in [("available", "vorhanden"), ("barrier", "mit Hürde"), ("planned", "geplant"),
                             ("none", "keins"), ("unknown", "nicht erhoben")]:
            self.assertTrue([text for text in texts
                             if text.startswith(label) and text.endswith(f"({summary[state]})")], label)
        self.assertIn("Rheinhessen", " ".join(self.texts("matrix", DATASETS / "verzahnung", "--by", "region")))

    def test_regional_map(self):
        network = DATASETS / "verzahnung"
        texts = self.texts("region", network, "--area", "15", "--indicator", "population")
        self.assertIn("Stendal", texts)
        self.assertTrue([text for text in texts if "© GeoBasis-DE / BKG (2016), Daten verändert" in text])
        self.assertIn("111.982", texts)  # inhabitants of Stendal, kreise.csv
        self.assertTrue([text for text in texts if "Zahlen: © Statistisches Bundesamt (Destatis), 2019 (CC BY 4.0)" in text])
        own = self.texts("region", DATASETS / "musterkreis", "--indicator", "population")
        self.assertFalse([text for text in own if "Destatis" in text])
        states = self.texts("region", network, "--indicator", "coverage:LP-BEW")
        cells = result("coverage", network, "--topic", "LP-BEW")["summary"]
        for label, state in [("vorhanden", "available"), ("nicht erhoben", "unknown")]:
            self.assertTrue([text for text in states if text.startswith(label + ":")
                             and text.endswith(f"({cells[state]})")], label)
        everywhere = self.texts("region", network, "--indicator", "offers", "--paper", "a2",
                                "--area", *[f"{land:02}" for land in range(1, 17)])
        self.assertTrue([text for text in everywhere if "400 Gebiete" in text])

    def test_regional_map_with_own_boundaries(self):
        network, boundaries = DATASETS / "musterkreis", DATASETS / "geo" / "musterkreis.geojson"
        note = [text for text in self.texts("region", network) if text.startswith("Flächentreu")][0]
        self.assertIn("8 Gebiete ohne Grenzen", note)
        texts = self.texts("region", network, "--boundaries", boundaries, "--indicator", "unemployed_share")
        # No real Kreis around a fictional one, and no attribution for it.
        self.assertTrue([text for text in texts if text.endswith("Grenzen: erfundene Grenzen")])
        self.assertFalse([text for text in texts if "ohne Grenzen" in text])
        lines = (network / "areas.csv").read_text(encoding="utf-8").splitlines()
        town = next(row for row in csv.DictReader(lines) if row["key"] == "mk-musterstadt")
        share = 100 * (int(town["unemployed_sgb2"]) + int(town["unemployed_sgb3"])) / int(town["population"])
        self.assertIn(f"{share:.1f}".replace(".", ","), texts)
        run = lotse("draw", "region", network, "--indicator", "beauty", "-o", self.folder / "x.svg", rc=2)
        self.assertIn("unemployed_share", run.stderr.decode())

    def test_poster_in_tiles(self):
        target = self.folder / "poster.pdf"
        lotse("draw", "matrix", DATASETS / "musterkreis", "--paper", "a1", "--tiles", "a4", "-o", target)
        self.assertTrue(target.read_bytes().startswith(b"%PDF-"))
        run = lotse("draw", "matrix", DATASETS / "musterkreis", "--tiles", "a4", "-o", self.folder / "x.svg", rc=2)
        self.assertIn(".pdf", run.stderr.decode())

    def test_map_of_changes_agrees_with_compare(self):
        states = [DATASETS / "musterkreis-vorher", DATASETS / "musterkreis"]
        summary = json.loads(lotse("compare", *states, "--format", "json").stdout)["summary"]
        texts = self.texts("compare", *states)

        def count(*beginnings):
            found = [text for text in texts if text and text.startswith(beginnings)]
            return sum(int(re.search(r"\((\d+)\)$", text)[1]) for text in found)

        self.assertEqual(count("+ neu", "(+) neu"), summary["ties_added"])
        self.assertEqual(count("× nicht mehr"), summary["ties_removed"])
        self.assertEqual(count("2›3 verbindlicher"), summary["ties_strengthened"])
        self.assertEqual(count("2›3 weniger"), summary["ties_weakened"])
        self.assertEqual(count("Akteure: + neu", "Akteure: (+) neu"), summary["actors_added"])
        self.assertEqual(count("Akteure: × nicht mehr"), summary["actors_removed"])
        run = lotse("draw", "compare", states[0], "-o", self.folder / "x.svg", rc=2)
        self.assertIn("VORHER NACHHER", run.stderr.decode())

    def test_network_card_around_the_busiest_jobcenter_or_a_chosen_actor(self):
        network = DATASETS / "musterkreis"
        text = " ".join(self.texts("rings", network))
        self.assertIn("Netzwerkkarte: Jobcenter Musterkreis", text)
        self.assertIn("Fiktive Daten", text)
        text = " ".join(self.texts("rings", network, "--around", "kgk", "--language", "en"))
        self.assertIn("Network card: Kommunale Gesundheitskonferenz", text)
        text = " ".join(self.texts("rings", network, "--empty", "--grey", "--paper", "a4"))
        self.assertIn("zum Ausfüllen", text)
        self.assertNotIn("Jobcenter Musterkreis", text)
        run = lotse("draw", "rings", network, "--around", "niemand",
                    "-o", self.folder / "x.svg", rc=2)
        self.assertIn("niemand", run.stderr.decode())

    def test_sheet_of_an_actor_agrees_with_factsheet_and_paths(self):
        network = DATASETS / "musterkreis"
        sheet = json.loads(lotse("factsheet", network, "--actor", "suchtb-mu", "--format", "json").stdout)["tables"]
        texts = [text for text in self.texts("ego", network, "--actor", "suchtb-mu") if text]
        self.assertEqual(len([text for text in texts if re.search(r" · Stufe [0-4?]$", text)]), len(sheet["ties"]))
        self.assertIn(f"Angebote ({len(sheet['offers'])})", texts)
        self.assertEqual(texts.count("kein Weg erfasst"),
                         1 + len([way for way in sheet["ways"] if not way["reachable"]]))
        for offer in sheet["offers"]:
            self.assertIn(offer["offer_name"], texts)
        self.assertIn("Sheet A4 landscape", " ".join(self.texts("ego", network, "--actor", "alz", "--language", "en")))

    def test_levels_hold_every_actor_once(self):
        for name in NETWORKS:
            texts = [text for text in self.texts("chain", DATASETS / name) if text]
            counts = [re.search(r"^(?:.*ebene|Ebene nicht zuzuordnen|Noch ohne Verbindung) \((\d+)\)$", text)
                      for text in texts]
            ended = sum(int(count) for count in
                        re.findall(r"Nicht gezeichnete Akteure: (\d+) beendet", " ".join(texts)))
            actors = result("centrality", DATASETS / name)["network"]["actors"]
            self.assertEqual(sum(int(count[1]) for count in counts if count) + ended, actors)

    def test_strip_agrees_with_paths(self):
        network = DATASETS / "musterkreis"
        question = ["--from", "jc-mk", "--to", "topic=X-PFL"]
        hops = result("paths", network, *question, "--mandate", "-k", "2")["tables"]["hops"]
        texts = [text for text in self.texts("chain", network, *question, "-k", "2") if text]
        self.assertIn("Übergabe", texts)
        self.assertEqual(texts.count("im Auftrag"), 1 + len(hops))  # one in the legend
        texts = " ".join(self.texts("chain", network, "--from", "jc-mk", "--to", "topic=X-FAM"))
        self.assertIn("Kein Weg erfasst", texts)
        lotse("draw", "chain", network, "--from", "jc-mk", "-o", self.folder / "x.svg", rc=2)
        lotse("draw", "partners", network, "--from", "jc-mk", "-o", self.folder / "x.svg", rc=2)


class PageLinks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.loads = set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name in ("src", "href", "xlink:href", "data") and not (value or "").startswith("#"):
                self.loads.append((tag, value))
            assert not name.startswith("on"), (tag, name)


class Report(Scratch):
    def report(self, network, *words):
        folder = self.folder / "bericht"
        lotse("report", network, "-o", folder, *words)
        return folder

    def test_folder_is_complete_and_the_manifest_true(self):
        for language, names in [("de", {"partnerkarte-a3.pdf", "partnerkarte.svg", "netz.gexf", "netz.graphml",
                                           "angebotsmatrix.pdf", "steckbriefe.pdf", "akteurskarten.pdf", "offene-fragen.pdf", "ringkarte-leer.pdf"}),
                                ("en", {"partner-map-a3.pdf", "partner-map.svg", "network.gexf", "network.graphml",
                                           "service-matrix.pdf", "factsheets.pdf", "actor-cards.pdf", "open-questions.pdf", "empty-ring-card.pdf"})]:
            folder = self.report(DATASETS / "musterkreis", "--language", language, "--overwrite")
            found = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
            self.assertTrue(names | {"index.html", "manifest.json"} <= found, found)
            manifest = json.loads((folder / "manifest.json").read_text())
            listed = manifest["files"]
            self.assertEqual(set(listed), found - {"manifest.json"})
            for name, digest in listed.items():
                self.assertEqual(hashlib.sha256((folder / name).read_bytes()).hexdigest(), digest, name)

    def test_a_report_of_each_area_holds_that_area_only(self):
        folder = self.folder / "mappen"
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--threads", "3")
        found = sorted(p.name for p in folder.iterdir() if p.is_dir())
        with open(DATASETS / "musterkreis" / "actors.csv", encoding="utf-8", newline="") as file:
            areas = sorted({row["area"] for row in csv.DictReader(file) if row["area"]})
        self.assertEqual(len(found), len(areas))
        contents = (folder / "index.html").read_text(encoding="utf-8")
        for area, name in zip(areas, found):
            self.assertTrue(name.startswith(area.replace("_", "-")), name)
            self.assertIn(f'href="{name}/index.html"', contents)
        one = self.report(DATASETS / "musterkreis", "--area", "mk-waldau")
        same = folder / next(name for name in found if name.startswith("mk-waldau"))
        for file in ("netz.gexf", "steckbriefe.pdf", "ergebnisse/coverage.json"):
            self.assertEqual((one / file).read_bytes(), (same / file).read_bytes(), file)
        self.assertIn("Waldau", (same / "netz.gexf").read_text(encoding="utf-8"))
        again = lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, rc=2)
        self.assertIn(b"--overwrite", again.stderr)
        self.assertIsNone(self.interrupted(folder))  # what was there stays, in full
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite")
        (folder / found[0] / "notizen.txt").write_text("wichtig", encoding="utf-8")
        lotse("report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite", rc=2)

    def interrupted(self, folder):
        """Interrupts a batch in which a report is finished: nothing of it may be seen."""
        before = sorted((p, p.is_file() and p.stat().st_mtime_ns) for p in folder.rglob("*"))
        run = subprocess.Popen([LOTSE, "report", DATASETS / "musterkreis", "--each", "area", "-o", folder, "--overwrite", "--threads", "1"],
                               stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while not list(folder.parent.glob(".mappen.lotse-*/*/manifest.json")) and time.monotonic() < until:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.wait(60), 130)
        self.assertEqual(before, sorted((p, p.is_file() and p.stat().st_mtime_ns) for p in folder.rglob("*")))
        self.assertEqual([], list(folder.parent.glob(".mappen.lotse-*")))

    def test_no_input_is_overwritten_whatever_option_names_it(self):
        musterkreis = DATASETS / "musterkreis"
        boundaries = self.folder / "b.geojson"
        boundaries.write_bytes((DATASETS / "geo" / "musterkreis.geojson").read_bytes())
        places = self.folder / "p.csv"
        lotse("draw", "partners", musterkreis, "-o", self.folder / "x.svg", "--save-positions", places)
        region = ["draw", "region", musterkreis, "--boundaries", boundaries, "--overwrite"]
        for file, words in [(boundaries, ["convert", musterkreis, boundaries, "--boundaries", boundaries, "--overwrite"]),
                            (boundaries, [*region, "-o", self.folder / "x.svg", "--save-positions", boundaries]),
                            (places, ["draw", "partners", musterkreis, "--positions", places, "-o", self.folder / "x.svg", "--save-positions", places,
                                      "--overwrite"])]:
            before = file.read_bytes()
            run = lotse(*words, rc=2)
            self.assertIn(file.name.encode(), run.stderr)
            self.assertEqual(before, file.read_bytes())

    def test_ways_of_a_report_lead_to_the_chosen_topics(self):
        lotse("report", DATASETS / "musterkreis", "-o", self.folder / "bericht", "--topic", "LP-BEW")
        ways = [path.name for path in (self.folder / "bericht" / "ergebnisse").glob("paths-*.json")]
        self.assertEqual(ways, ["paths-lp-bew.json"])

    def test_ways_of_an_area_start_at_a_jobcenter_of_that_area(self):
        network, folder = self.folder / "netz", self.folder / "mappen"
        lotse("generate", network, "--areas", "2", "--actors-per-area", "50")
        lotse("report", network, "--each", "area", "-o", folder)
        starts = set()
        for file in folder.glob("*/ergebnisse/paths-*.json"):
            starts.add((file.parts[-3], json.loads(file.read_text(encoding="utf-8"))["options"]["from"]))
        self.assertGreater(len({start for _, start in starts}), 1, starts)

    def test_page_loads_nothing_and_shows_every_actor(self):
        for name in NETWORKS[:2]:
            text = (self.report(DATASETS / name, "--overwrite") / "index.html").read_text(encoding="utf-8")
            links = PageLinks()
            links.feed(text)
            self.assertFalse(links.tags & {"iframe", "object", "embed", "link", "img", "form"}, links.tags)
            self.assertEqual(links.loads, [])
            self.assertIn("default-src 'none'", text)
            self.assertEqual("fiktiv" in text.lower(), name != "verzahnung")
            for table in ["actors", "contacts"]:
                with open(DATASETS / name / f"{table}.csv", encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        self.assertNotIn(row.get("mailbox") or "no mailbox", text)

    def test_same_bytes_twice(self):
        first = self.report(DATASETS / "musterkreis")
        one = {p.name: p.read_bytes() for p in first.rglob("*") if p.is_file()}
        again = self.report(DATASETS / "musterkreis", "--overwrite")
        self.assertEqual(one, {p.name: p.read_bytes() for p in again.rglob("*") if p.is_file()})

    def test_empty_network(self):
        network = self.network(actors="key,name,kind\n")
        for analysis in analyses():
            if not words_for(analysis):
                result(analysis, network)
        self.report(network)


if __name__ == "__main__":
    unittest.main(verbosity=1)
