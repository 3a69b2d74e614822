"""What the program draws, read back from the files.

usage: LOTSE=build/release/lotse python3 tests/cli/draw_test.py
Python >= 3.9, standard library only."""
import csv
import json
import re
import shutil
import unittest
import xml.etree.ElementTree as ET

from program import DATASETS, NETWORKS, Scratch, lotse, result


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

    def test_places_without_effect_are_refused(self):
        network, target, places = DATASETS / "musterkreis", self.folder / "bild.svg", self.folder / "plätze.csv"
        for words in (["ego", network], ["matrix", network], ["chain", network, "--from", "jc-mk", "--to", "kgk"],
                      ["rings", network, "--empty"]):
            for option in ("--positions", "--save-positions"):
                run = lotse("draw", *words, "-o", target, option, places, rc=2)
                self.assertIn(option, run.stderr.decode())
                self.assertIn("partners, rings, chain, region, compare", run.stderr.decode())
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_text_that_has_room_is_not_warned_of(self):
        run = lotse("draw", "chain", DATASETS / "musterkreis", "--paper", "a2", "-o", self.folder / "ebenen.svg")
        self.assertNotIn("Noto", run.stderr.decode())

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
        self.assertEqual(count("3›2 weniger"), summary["ties_weakened"])
        self.assertEqual(count("Akteure: + neu", "Akteure: (+) neu", "Akteure: × neu"), summary["actors_added"])
        self.assertEqual(count("Akteure: × nicht mehr"), summary["actors_removed"])
        run = lotse("draw", "compare", states[0], "-o", self.folder / "x.svg", rc=2)
        self.assertIn("VORHER NACHHER", run.stderr.decode())

    def test_map_of_changes_says_who_goes_on_with_whom_and_who_is_still_to_come(self):
        actors = "key,name,kind,area,as_of,aliases,since,status\n"
        earlier = self.folder / "vorher"
        shutil.copytree(self.network(
            actors=actors + "jc,Jobcenter,jobcenter,14523,2025-05,,,\nalt,Alt,counselling,14523,2025-05,,,\n",
            ties="from,to,kind\njc,alt,refers_to\n"), earlier)
        states = [earlier, self.network(
            actors=actors + "jc,Jobcenter,jobcenter,14523,2026-06,,,\nneu,Neu,counselling,14523,2026-06,alt,,\n"
                            "kiosk,Kiosk,counselling,14523,2026-06,,2027-01,planned\n",
            ties="from,to,kind,status,since\njc,neu,refers_to,ended,\njc,kiosk,refers_to,planned,2027-01\n")]
        texts = self.texts("compare", *states)
        for words in ("Akteure: × hat Nachfolge (1)", "Akteure: (+) neu erfasst als Nachfolge (1)",
                      "Akteure: (+) neu erfasst, erst geplant (1)", "× beendet (1)"):
            self.assertIn(words, texts)
        self.assertIn("1 Beziehung, davon neu, fehlend oder geändert 1.", " ".join(texts))
        texts = " ".join(self.texts("compare", *states, "--at", "2026-06-01"))
        self.assertIn("Nicht gezeichnete Akteure: 1 noch nicht begonnen.", texts)

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

    def test_sheet_of_an_actor_says_which_way_only_a_paused_tie_makes(self):
        network = self.folder / "netz"
        network.mkdir()
        (network / "actors.csv").write_text("key,name,kind\njc,JC,jobcenter\nk,Klub,sports_club\n")
        (network / "offers.csv").write_text("key,name,topics,providers,status\no,Kurs,LP-STR,k,active\np,Lauf,LP-BEW,k,active\n")
        (network / "ties.csv").write_text("from,to,kind,topics,status\njc,k,refers_to,LP-BEW,paused\njc,k,refers_to,LP-STR,active\n")
        ways = [text for text in self.texts("ego", network, "--actor", "jc") if text and text.startswith("direkt:")]
        self.assertEqual(sorted(ways), ["direkt: Klub", "direkt: Klub (eine Beziehung ruht)"])

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


if __name__ == "__main__":
    unittest.main(verbosity=1)
