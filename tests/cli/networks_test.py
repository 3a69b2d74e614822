"""Networks the program writes: converted, begun from what the law demands, invented.

usage: LOTSE=build/release/lotse python3 tests/cli/networks_test.py
Python >= 3.9, standard library only."""
import csv
import json
import unittest
import xml.etree.ElementTree as ET

from program import DATASETS, NETWORKS, Scratch, analyses, lotse, result


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


class Keys(Scratch):
    def notes(self, before, after):
        paths = [self.folder / "vorher.json", self.folder / "nachher.json"]
        for path, keys in zip(paths, (before, after)):
            actors = [{"key": key, "name": name, "kind": kind} for key, (name, kind) in keys.items()]
            path.write_text(json.dumps({"lotse": "1", "tables": {"actors": actors}}), encoding="utf-8")
        return " ".join(result("compare", *paths, env={"LOTSE_LANGUAGE": "en"})["notes"])

    def test_actors_under_other_keys_are_named(self):
        office, club, twin = ("Jobcenter A", "jobcenter"), ("Verein B", "sports_club"), ("Amt", "council")
        notes = self.notes({"1": office, "2": club, "t": twin}, {"jc": ("jobcenter  a", "jobcenter"), "2": club, "u": twin, "v": twin})
        self.assertIn("(first '1' and 'jc'): 1.", notes)
        self.assertNotIn("No key", notes)
        self.assertIn("No key of an actor is in both", self.notes({"1": office, "2": club}, {"jc": office, "vb": club}))
        for after in ({"1": office, "2": club}, {"1": office, "3": ("Verein C", "sports_club")}, {"1": office, "2": club, "3": club}):
            notes = self.notes({"1": office, "2": club}, after)
            self.assertNotIn("another key", notes)
            self.assertNotIn("No key", notes)


class Towns(Scratch):
    """A kreisfreie Stadt is one area under its keys as Kreis and as municipality."""
    TABLES = {
        "actors.csv": "key,name,kind,area,serves\njc,Jobcenter,jobcenter,{0},{1}\nv,Verein,sports_club,{1},\n",
        "offers.csv": "key,name,topics,providers,areas,venues\no,Kurs,LP-BEW,v,{1},\np,Park,LP-STR,v,05913,h\n",
        "venues.csv": "key,name,area\nh,Halle,05913\n",
        "findings.csv": "area,topic,state\n{2},LP-ERN,none\n",
        "needs.csv": "area,topic,persons\n{0},LP-ERN,30\n",
        "travel.csv": "from,to,minutes\n{1},05913,17\n",
    }
    COMMANDS = [["coverage", "--area", "05911"], ["coverage", "--area", "05911000"], ["reach", "--area", "059110000000"],
                ["cascade", "--area", "05911"], ["needs"], ["peers"], ["venues"]]

    def network(self, name, keys):
        folder = self.folder / name / "netz"
        folder.mkdir(parents=True)
        for file, text in self.TABLES.items():
            (folder / file).write_text(text.format(*keys), encoding="utf-8")
        return folder

    def test_every_key_gives_the_same_answers(self):
        plain = self.network("plain", ["05911"] * 3)
        mixed = self.network("mixed", ["05911", "05911000", "059110000000"])
        self.assertEqual(result("check", mixed)["tables"]["issues"], [])
        for command, *options in self.COMMANDS:
            found = [result(command, path, *options)["tables"] for path in (plain, mixed)]
            self.assertEqual(*found, (command, *options))
        reach = result("reach", mixed, "--area", "05911", "--topic", "LP-STR")["tables"]["areas"]
        self.assertEqual([(row["area"], row["nearest_minutes"]) for row in reach], [("05911", 17)])

    def test_a_network_keeps_the_keys_it_was_given(self):
        mixed = self.network("mixed", ["05911", "05911000", "059110000000"])
        lotse("convert", mixed, self.folder / "again")
        self.assertIn("05911000", (self.folder / "again" / "actors.csv").read_text(encoding="utf-8"))
        self.assertIn("059110000000", (self.folder / "again" / "findings.csv").read_text(encoding="utf-8"))


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
        for key, meant in [("Bochum", "05911 (Bochum)"), ("5911", "05911"), ("099", "das Land Bayern"), ("99", "05911"), ("zzzzzzzz", "05911")]:
            self.assertIn(meant, lotse("new", "--area", key, target, rc=2).stderr.decode())
        lotse("new", target, rc=2)
        self.assertEqual(list(self.folder.iterdir()), [])
        lotse("new", self.folder / ("a" * 300 + ".foo"), rc=2)
        lotse("new", self.folder / ("a" * 300 + ".xlsx"), rc=6)
        (self.folder / "a.foo").symlink_to("b.foo")
        (self.folder / "b.foo").symlink_to("a.foo")
        lotse("new", self.folder / "a.foo", rc=2)
        (self.folder / "a.foo").unlink()
        (self.folder / "b.foo").unlink()
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


if __name__ == "__main__":
    unittest.main(verbosity=1)
