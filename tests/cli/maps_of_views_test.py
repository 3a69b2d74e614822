"""What maps and handouts show of a network: who is there on the date, what the options choose.

usage: LOTSE=build/release/lotse python3 tests/cli/maps_of_views_test.py
Python >= 3.9. Cases that read a PDF are skipped with a message without pdftotext."""
import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import LOTSE, environment

NETWORK = {
    "actors": "key,name,kind,area,serves,status,since,until\n"
              "jc,Jobcenter A-Stadt,jobcenter,x,x,active,,\n"
              "vhs,Volkshochschule A-Stadt,adult_education,x,x,,,\n"
              "ali,Arbeitsloseninitiative,unemployed_initiative,x,x,ended,,\n"
              "alt,Altes Haus,sports_club,x,x,,,2020\n"
              "fern,Fernverein,sports_club,,,,,\n",
    "areas": "key,name,level,parent,lat,lon,population,unemployed_sgb2,unemployed_sgb3,long_term\n"
             "x,A-Stadt,municipality,,51.1,9.2,8545,602,2,240\n",
    "ties": "from,to,kind,status\njc,ali,cooperates,ended\njc,vhs,cooperates,planned\njc,alt,cooperates,\n",
    "offers": "key,name,topics,providers,areas,status\n"
              "o1,Stress lass nach,LP-STR,vhs,x,ended\no2,Lauf mit,LP-BEW,vhs,x,active\n",
}


def run(*words, rc=0):
    done = subprocess.run([LOTSE, *map(str, words)], capture_output=True, text=True, env=environment(), timeout=240)
    assert done.returncode == rc, f"lotse {' '.join(map(str, words))}: exit {done.returncode}, expected {rc}\n{done.stderr}"
    return done.stdout + done.stderr


class Maps(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.network = self.folder / "netz"
        self.network.mkdir()
        for name, text in NETWORK.items():
            (self.network / f"{name}.csv").write_text(text, encoding="utf-8")

    def table(self, name, text):
        (self.network / f"{name}.csv").write_text(text, encoding="utf-8")

    def drawn(self, view, *words):
        target = self.folder / "karte.svg"
        run("draw", view, self.network, "-o", target, "--overwrite", "--quiet", *words)
        svg = target.read_text(encoding="utf-8")
        return re.sub(r"\s+", " ", " ".join(re.findall(r"<text[^>]*>([^<]*)", svg))).replace("&lt;", "<")

    def pdf(self, file):
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not installed")
        return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout


class Drawing(Maps):
    def test_the_date_chooses_who_is_drawn(self):
        for view in ("partners", "rings", "chain"):
            then = self.drawn(view, "--at", "2019")
            self.assertIn("Stichtag 2019", then)
            self.assertIn("Altes Haus", then, view)
            self.assertNotIn("Altes Haus", self.drawn(view, "--at", "2024"), view)
        self.assertIn("Nicht gezeichnete Akteure: 2 beendet.", self.drawn("partners", "--at", "2024"))

    def test_an_option_without_effect_is_refused(self):
        target = self.folder / "karte.svg"
        for view in ("partners", "rings", "chain", "region"):
            for option, value in (("--topic", "LP-BEW"), ("--target", "women"), ("--legal", "sgb2")):
                said = run("draw", view, self.network, "-o", target, option, value, rc=2)
                self.assertIn(f"{option} hat in der Ansicht {view} keine Wirkung", said)
        self.assertFalse(target.exists())
        self.drawn("matrix", "--topic", "LP-BEW")
        self.assertIn("wählen die Wege", self.drawn("ego", "--topic", "LP-BEW"))
        self.assertIn("SGB II", self.drawn("region", "--indicator", "coverage:LP-BEW", "--legal", "sgb2"))

    def test_an_option_of_several_views_names_them_all(self):
        said = run("draw", "partners", self.network, "-o", self.folder / "k.svg", "--by", "municipality", rc=2)
        self.assertIn("--by gehört zur Ansicht region, matrix, nicht zu partners", said)

    def test_actors_of_nowhere_are_counted(self):
        self.assertIn("noch eine Beziehung hierher erfasst ist: 1 Akteur", self.drawn("partners", "--area", "x"))

    def test_an_offer_in_a_state_that_no_list_knows_is_no_missing_one(self):
        self.table("ties", "from,to,kind,status\njc,vhs,refers_to,in Klärung\n")
        self.table("offers", "key,name,topics,providers,areas,status\no1,Atempause,LP-STR,vhs,x,in Klärung\n"
                             "o2,Innehalten,LP-STR,vhs,x,\no3,Pausiert,LP-STR,vhs,x,paused\no4,Ruhe,LP-STR,vhs,x,active\n")
        strip = self.drawn("chain", "--from", "jc", "--to", "topic=LP-STR")
        for words in ("Angebot: Atempause, Status „in Klärung“", "Angebot: Innehalten, Status nicht erfasst", "Angebot: Ruhe"):
            self.assertIn(words, strip)
        self.assertNotIn("Pausiert", strip)
        self.assertNotIn("Ruhe, Status", strip)
        self.assertNotIn("Keine laufende Beziehung", self.drawn("ego", "--actor", "vhs"))


class Report(Maps):
    def report(self, *words):
        target = self.folder / "mappe"
        run("report", self.network, "-o", target, "--overwrite", "--quiet", *words)
        return target

    def test_whoever_has_no_sheet_is_counted(self):
        self.table("actors", NETWORK["actors"] + "ver,Unser Vertrag,agreement,x,,,,\nidee,Idee,sports_club,x,,planned,,\n")
        report = self.report()
        for name in ("steckbriefe.pdf", "akteurskarten.pdf"):
            text = re.sub(r"\s+", " ", self.pdf(report / name))
            self.assertIn("1 Akteur, der geplant, vorgeschlagen oder eine Gruppe ist; 1 Programm, Vereinbarung oder Ereignis.", text)

    def test_sheets_and_cards_are_of_those_who_are_there(self):
        report = self.report("--at", "2024")
        sheets = self.pdf(report / "steckbriefe.pdf")
        self.assertNotIn("Arbeitsloseninitiative", sheets)
        self.assertIn("Nicht dabei: 2 Akteure", sheets)
        self.assertRegex(sheets, r"Arbeitslose SGB II\n\s*•")  # 602 people are no "<3"
        cards = self.pdf(report / "akteurskarten.pdf")
        self.assertNotIn("Arbeitsloseninitiative", cards)
        self.assertIn("Bewegung", cards)
        self.assertNotIn("Stress", cards)

    def test_the_page_counts_the_partners_that_its_map_draws(self):
        page = (self.report() / "index.html").read_text(encoding="utf-8")
        rows = re.search(r'id="actors".*?</table>', page, re.S).group(0)
        row = re.search(r"<tr>(?:(?!</tr>).)*Volkshochschule A-Stadt.*?</tr>", rows, re.S).group(0)
        self.assertRegex(row, r">0</td>\s*</tr>")
        gone = re.search(r"<tr>(?:(?!</tr>).)*Arbeitsloseninitiative.*?</tr>", rows, re.S).group(0)
        self.assertIn("am Stichtag nicht da", gone)

    def test_sheet_page_and_picture_agree_on_an_offer_that_lies_ahead(self):
        self.table("offers", "key,name,topics,providers,areas,start,status,as_of\n"
                             "o1,Kurs,LP-BEW,vhs,x,2026-09-01,active,2026-01-01\n"
                             "o2,Ausgefallen,LP-STR,vhs,x,2026-09-01,abgesagt,2026-01-01\n")
        report = self.report()
        page = (report / "index.html").read_text(encoding="utf-8")
        offers = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S).group(1))["offers"]
        rows = [dict(zip(offers["columns"], row)) for row in offers["rows"]]
        self.assertEqual([(row["name"], row["status"], row["runs"]) for row in rows],
                         [("Kurs", "planned", False), ("Ausgefallen", "ended", False)])
        sheet = self.drawn("ego", "--actor", "vhs")
        self.assertIn("Bewegungsgewohnheiten · geplant", sheet)
        self.assertIn("· beendet", sheet)
        sheets = re.sub(r"\s+", " ", self.pdf(report / "steckbriefe.pdf"))
        self.assertIn("ab 01.09.2026 · geplant", sheets)
        self.assertNotIn("Ausgefallen", sheets)

    def test_the_page_says_what_is_left_out_in_both_languages(self):
        self.table("offers", "key,name,topics\no1,Kurs,LP-BEWEG\n")
        page = (self.report("--skip-bad-rows", "--without", "vhs", "--area", "x") / "index.html").read_text(encoding="utf-8")
        titles = re.findall(r"<h1[^>]*>([^<]*)</h1>", page)
        self.assertTrue(any("netz (ohne 1 fehlerhafte Zeile) (was wäre ohne vhs), A-Stadt" in title for title in titles), titles)
        self.assertTrue(any("netz (without 1 faulty row) (what if without vhs), A-Stadt" in title for title in titles), titles)

    def test_pictures_of_an_area_say_which_ties_lead_out_of_it(self):
        self.table("actors", "key,name,kind,area\njc,Jobcenter,jobcenter,05911\nga,Amt,health_office,05911\n"
                             "v,Verein,sports_club,05913\nw,Klub,sports_club,05914\n")
        for name in ("areas", "offers"):
            (self.network / f"{name}.csv").unlink()
        self.table("ties", "from,to,kind\njc,v,cooperates\njc,w,cooperates\nga,v,informs\n")
        note = "Nicht gezeichnet: {} zu Akteuren außerhalb des gewählten Gebiets."
        for words, ties in ((["partners"], "3 Beziehungen"), (["ego", "--actor", "jc"], "2 Beziehungen"),
                            (["ego", "--actor", "ga"], "1 Beziehung"), (["compare", self.network], "3 Beziehungen")):
            text = self.drawn(*words, "--area", "05911")
            self.assertIn(note.format(ties), text)
            self.assertNotIn("Keine Beziehung erfasst", text)
        self.assertNotIn("Nicht gezeichnet", self.drawn("compare", self.network))

    def test_ties_that_are_never_drawn_are_not_left_out_of_an_area(self):
        self.table("actors", "key,name,kind,area\njc,Jobcenter,jobcenter,05911\nga,Amt,health_office,05911\n"
                             "v,Verein,sports_club,05913\n")
        for name in ("areas", "offers"):
            (self.network / f"{name}.csv").unlink()
        self.table("ties", "from,to,kind,status\njc,ga,cooperates,\njc,v,same_as,\nga,v,successor_of,\n")
        for words in (["partners"], ["rings"], ["chain"], ["ego", "--actor", "jc"], ["compare", self.network]):
            self.assertNotIn("Nicht gezeichnet:", self.drawn(*words, "--area", "05911"), words)
        # What is recorded but not there is not called unrecorded.
        for status in ("paused", "planned", "ended"):
            self.table("ties", f"from,to,kind,status\njc,v,funds,{status}\n")
            for words in (["partners"], ["ego", "--actor", "jc"], ["compare", self.network]):
                self.assertIn("Keine Beziehung gezeichnet", self.drawn(*words, "--area", "05911"), words)

    def test_a_tie_of_two_states_that_leads_out_of_the_area_counts_once(self):
        later = self.folder / "nachher"
        later.mkdir()
        actors = "key,name,kind,area,aliases\njc,Jobcenter,jobcenter,05911,\nga,Amt,health_office,05911,\nv,Verein,sports_club,05913,\n"
        states = (
            (self.network, actors + "alt,Altverein,sports_club,05913,\n",
             "jc,v,cooperates,LP-BEW,women\njc,alt,refers_to,LP-STR,\njc,v,funds,,\njc,v,funds,,\njc,ga,informs,LP-STR,\n"),
            (later, actors + "neu,Neuverein,sports_club,05913,alt\n",
             "v,jc,cooperates,LP-BEW,women\njc,neu,refers_to,LP-STR,\njc,v,funds,,\njc,v,funds,,\njc,ga,informs,LP-STR,\n"))
        for name in ("areas", "offers"):
            (self.network / f"{name}.csv").unlink()
        for folder, people, ties in states:
            (folder / "actors.csv").write_text(people, encoding="utf-8")
            (folder / "ties.csv").write_text("from,to,kind,topics,targets\n" + ties, encoding="utf-8")
        note = "Nicht gezeichnet: {} zu Akteuren außerhalb des gewählten Gebiets."
        for words, ties in (([], "4 Beziehungen"), (["--topic", "LP-BEW"], "1 Beziehung"), (["--topic", "LP-STR"], "1 Beziehung"),
                            (["--target", "women"], "1 Beziehung")):
            self.assertIn(note.format(ties), self.drawn("compare", later, "--area", "05911", *words), words)
        text = self.drawn("compare", later, "--area", "05911", "--topic", "LP-ERN")
        self.assertNotIn("Nicht gezeichnet:", text)
        self.assertIn("Keine Beziehung gezeichnet", text)

    def test_the_largest_type_fits_its_sheet(self):
        for name in ("areas", "ties", "offers"):
            (self.network / f"{name}.csv").unlink()
        self.table("actors", "key,name,kind\njc,Jobcenter,jobcenter\nga,Amt,health_office\nkk,Kasse,health_insurer\n")
        before = self.folder / "vorher"
        shutil.copytree(self.network, before)
        self.table("actors", "key,name,kind\njc,Jobcenter,jobcenter\nv,Verein,sports_club\nw,Klub,sports_club\n")
        for one, other in ((before, self.network), (self.network, before)):
            run("draw", "compare", one, other, "-o", self.folder / "karte.svg", "--overwrite", "--font-scale", "3")

    def test_questions_and_maps_say_what_the_options_limit(self):
        report = self.report("--legal", "sgb2", "--target", "women")
        questions = self.pdf(report / "offene-fragen.pdf")
        self.assertRegex(re.sub(r"\s+", " ", questions), r"zum Thema Bewegungsgewohnheiten für [^?]*SGB II")
        svg = (report / "partnerkarte.svg").read_text(encoding="utf-8")
        self.assertIn("begrenzen sie nicht", re.sub(r"\s+", " ", svg))


if __name__ == "__main__":
    unittest.main()
