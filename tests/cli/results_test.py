"""Results on real data, in every format and language, of one network and of two.

usage: LOTSE=build/release/lotse python3 tests/cli/results_test.py
Python >= 3.9, standard library only."""
import csv
import html
import random
import re
import shutil
import unittest

from program import DATASETS, Scratch, analyses, lotse, result, words_for


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
        hashes = {result("centrality", network, *words)["network"]["sha256"]
                  for words in ([], ["--without", "a"], ["--without", "a", "--language", "en"], ["--with", "b>c:refers_to"])}
        self.assertEqual(len(hashes), 1, "the hash of what was read, whatever is supposed of it")
        for form in ("text", "json", "csv", "html"):
            shown = lotse("centrality", network, "--without", "a", "--with", "b>c:refers_to", "--format", form).stdout.decode()
            self.assertIn("was wäre ohne a", html.unescape(shown), form)
            self.assertIn("was wäre mit b>c:refers_to", html.unescape(shown), form)
        lotse("draw", "partners", network, "--without", "a", "-o", self.folder / "k.svg")
        self.assertIn("was wäre ohne a", (self.folder / "k.svg").read_text(encoding="utf-8"))

    def test_the_note_on_reversed_dates_is_true_of_every_table(self):
        network = self.network(actors="key,name,kind\na,A,jobcenter\nb,B,sports_club\n",
                               ties="from,to,kind,since,until\na,b,cooperates,2024,2020\n")
        document = result("centrality", network, "--skip-bad-rows", "--language", "en")
        self.assertEqual(document["summary"]["ties"], 0)
        notes = [note for note in document["notes"] if "before the start" in note]
        self.assertEqual(len(notes), 1, document["notes"])
        self.assertIn("ties and offers are missing altogether", notes[0])


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

    def test_each_state_is_named_after_what_is_supposed_of_it(self):
        supposed, words = "(was wäre mit jc-mk>ag-arbeit:advises)", ["--with", "jc-mk>ag-arbeit:advises"]
        text = re.sub(r"\s+", " ", lotse("compare", *self.PAIR, *words).stdout.decode())
        before, after = re.search(r"Vorher: (.*?) \* Nachher: (.*?) \* ", text).groups()
        self.assertNotIn(supposed, before)
        self.assertIn(supposed, after)
        lotse("draw", "compare", *self.PAIR, *words, "-o", self.folder / "k.svg")
        picture = re.sub(r"<[^>]*>|\s", " ", (self.folder / "k.svg").read_text(encoding="utf-8"))
        self.assertIn("gilt nur für den späteren Stand", re.sub(r"\s+", " ", picture))
        lotse("draw", "compare", *self.PAIR, "--with", "jc-mk>nirgends:advises", "-o", self.folder / "x.svg", rc=2)

    def test_means_of_transport_are_said_in_words(self):
        states = [self.folder / name for name in ("vorher", "nachher")]
        for state, mode in zip(states, ["ÖPNV", "Rad"]):
            state.mkdir()
            (state / "actors.csv").write_text("key,name,kind\na,A,jobcenter\n", encoding="utf-8")
            (state / "travel.csv").write_text(f"from,to,minutes,mode\n05911,05913,40,{mode}\n", encoding="utf-8")
        row = lotse("compare", *states, "--language", "de", "--format", "html").stdout.decode()
        self.assertIn("Verkehrsmittel: Bus und Bahn", row)
        self.assertIn("Verkehrsmittel: Fahrrad", row)

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


if __name__ == "__main__":
    unittest.main(verbosity=1)
