"""Folders of reports: their names, what their manifests say, and how a batch of them fails.

usage: LOTSE=build/release/lotse python3 tests/cli/batch_of_reports_test.py
Python >= 3.9, standard library only."""
import json
import os
import shutil
import signal
import subprocess
import time
import unittest
from pathlib import Path

from program import DATASETS, LOTSE, Scratch, lotse

ACTORS = "key,name,kind,area\njc,Jobcenter A,jobcenter,kv1\nb,Verein,sports_club,kv2\n"


class Folders(Scratch):
    def small(self, **tables):
        return self.network(**{"actors": ACTORS, "areas": "key,name,level\nkv1,Ost,district\nkv2,West,district\n",
                               "ties": "from,to,kind\njc,b,refers_to\n", **tables})

    def manifest(self, folder):
        return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    def test_names_of_files_are_unique_and_bounded(self):
        long_name = "Langes Gebiet " * 20
        network = self.small(actors="key,name,kind,area\njc,Jobcenter A,jobcenter,Юг\nb,Verein,sports_club,Север\nc,Klub,sports_club,kv3\n",
                             areas=f"key,name,level\nЮг,Юг,district\nСевер,Север,district\nkv3,{long_name},district\n",
                             offers="key,name,topics,providers\no1,Kurs,X-SUC.1,b\no2,Treff,X-SUC-1,b\no3,Rat,X-Ж,b\no4,Tat,X-Я,b\n",
                             codes="list,code,de,en\ntopics,X-SUC.1,Eins,One\ntopics,X-SUC-1,Zwei,Two\n"
                                   "topics,X-Ж,Drei,Three\ntopics,X-Я,Vier,Four\n")
        lotse("report", network, "-o", self.folder / "bericht")
        ways = sorted(path.name for path in (self.folder / "bericht" / "ergebnisse").glob("paths-*.json"))
        self.assertEqual(ways, ["paths-x-2.json", "paths-x-suc-1-2.json", "paths-x-suc-1.json", "paths-x.json"])
        lotse("report", network, "--each", "area", "-o", self.folder / "mappen")
        names = sorted(path.name for path in (self.folder / "mappen").iterdir() if path.is_dir())
        self.assertEqual(names[:2], ["gebiet", "gebiet-2"])
        self.assertTrue(names[2].startswith("kv3-langes-gebiet"))
        self.assertLessEqual(len(names[2]), 100)

    def test_what_only_the_earlier_state_has_can_be_chosen(self):
        before = self.folder / "vorher"
        shutil.copytree(self.small(), before)
        network = self.network(actors="key,name,kind,area\njc,Jobcenter A,jobcenter,kv1\n", areas="key,name,level\nkv1,Ost,district\n",
                               ties="from,to,kind\n")
        words = ["report", network, "-o", self.folder / "bericht", "--area", "kv2"]
        self.assertIn("kv2", lotse(*words, rc=2).stderr.decode())
        lotse(*words, "--before", before)
        compared = json.loads((self.folder / "bericht" / "ergebnisse" / "compare.json").read_text(encoding="utf-8"))
        self.assertEqual(compared["summary"]["actors_removed"], 1)

    def test_the_manifest_holds_what_decides_the_report(self):
        places = self.folder / "plaetze.csv"
        places.write_text("key,x,y\njc,0.5,0.5\n", encoding="utf-8")
        network = self.small()
        before = self.folder / "vorher"
        shutil.copytree(network, before)
        words = ["--grey", "--title", "[Karte]", "--font-scale", "1.2", "--with-contacts", "--skip-bad-rows", "--positions", places,
                 "--before", before, "--threads", "2", "--topic", "LP-BEW"]
        options = {"language": "de", "grey": True, "title": "[Karte]", "font-scale": "1.2", "with-contacts": True, "skip-bad-rows": True,
                   "topic": ["LP-BEW"]}
        lotse("report", network, "-o", self.folder / "bericht", *words)
        said = self.manifest(self.folder / "bericht")["options"]
        hashes = {key: said.pop(key) for key in ("positions_sha256", "before_sha256")}
        self.assertTrue(all(len(value) == 64 for value in hashes.values()), hashes)
        self.assertEqual(said, options)
        lotse("report", network, "--each", "area", "--area", "kv1", "-o", self.folder / "mappen", *words)
        said = self.manifest(self.folder / "mappen")["options"]
        self.assertEqual(said, {**options, **hashes, "each": "area", "area": ["kv1"]})
        inner = self.manifest(self.folder / "mappen" / "kv1-ost")["options"]
        self.assertEqual(inner, {**options, **hashes, "area": ["kv1"]})
        lotse("report", network, "-o", self.folder / "ohne", "--pseudonymise", "--area", "kv1")
        said = self.manifest(self.folder / "ohne")["options"]
        self.assertTrue(said["pseudonymise"])
        self.assertNotIn("kv1", said["area"])

    def test_places_of_nobody_are_named(self):
        places = self.folder / "plaetze.csv"
        places.write_text("key,x,y\njc,0.5,0.5\nniemand,0.5,0.5\n", encoding="utf-8")
        for words in ([], ["--each", "area"]):
            report = ["report", self.small(), "-o", self.folder / "bericht", "--positions", places, "--overwrite", *words]
            self.assertEqual(lotse(*report).stderr.decode().count("„niemand“"), 1)
            said = lotse(*report, "--pseudonymise").stderr.decode()
            self.assertIn("--positions: Schlüssel, die mit --pseudonymise kein Akteur hat: 2", said)
            self.assertNotIn("niemand", said)
            shutil.rmtree(self.folder / "bericht")

    def test_areas_without_a_report_are_named(self):
        network = self.small(areas="key,name,level\nkv1,Ost,district\nkv2,West,district\nkv3,Leer,district\n")
        each = ["report", network, "--each", "area", "-o", self.folder / "mappen", "--area"]
        self.assertIn("Meinten Sie „kv1“".encode(), lotse(*each, "kv11", rc=2).stderr)
        self.assertIn("In den genannten Gebieten sitzt kein Akteur".encode(), lotse(*each, "kv3", rc=2).stderr)
        self.assertFalse((self.folder / "mappen").exists())


class Failures(Scratch):
    def batch(self, *words):
        return subprocess.Popen([LOTSE, "report", str(DATASETS / "musterkreis"), "--each", "area", "-o", str(self.folder / "mappen"),
                                 "--threads", "2", "--language", "en", *words], stderr=subprocess.PIPE)

    def workers(self, batch):
        """Processes at work, once a report is finished: until then one may be about to start a helper."""
        until = time.monotonic() + 60
        while time.monotonic() < until and not list(self.folder.glob(".mappen.lotse-*/*/manifest.json")):
            time.sleep(0.01)
        children = Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text().split()
        return [int(child) for child in children]

    def test_a_worker_that_is_killed_is_told_with_area_and_signal(self):
        for sent in (signal.SIGKILL, signal.SIGTERM):
            batch = self.batch()
            workers = self.workers(batch)
            self.assertEqual(len(workers), 2)
            os.kill(workers[0], sent)
            said = batch.communicate(timeout=60)[1].decode()
            self.assertEqual(batch.returncode, 1, said)
            self.assertRegex(said, rf"lotse: [A-Z][^:]+: The process that wrote this report was ended by a signal: {int(sent)} \(")
            self.assertEqual(list(self.folder.iterdir()), [])
            self.assertFalse(Path(f"/proc/{workers[1]}").exists())

    def test_a_report_that_fails_is_told_with_its_area(self):
        batch = self.batch("--limit", "render-seconds=1", "--limit", "memory-mb=40")
        said = batch.communicate(timeout=120)[1].decode()
        self.assertEqual(batch.returncode, 5, said)
        self.assertRegex(said, r"lotse: [A-Z][^:]+: lotse-render: .*--limit memory-mb")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_picture_that_takes_too_long_is_exit_5(self):
        network = self.folder / "netz.json"
        lotse("generate", network, "--areas", "1", "--actors-per-area", "500", "--quiet")
        run = lotse("report", network, "-o", self.folder / "mappe", "--each", "area", "--limit", "render-seconds=1",
                    "--language", "en", rc=5)
        said = run.stderr.decode()
        self.assertIn("--limit render-seconds", said)
        self.assertRegex(said, r"lotse: [A-Z][^:]+: The process that wrote this report ended at a limit")
        self.assertEqual(list(self.folder.iterdir()), [network])

    def test_what_a_killed_batch_left_goes_with_the_next_run(self):
        batch = self.batch()
        self.workers(batch)
        batch.kill()
        batch.communicate()
        self.assertEqual(len(list(self.folder.glob(".mappen.lotse-*"))), 1)
        until = time.monotonic() + 10  # its workers end with it, a moment later
        while list(self.folder.glob(".mappen.lotse-*")) and time.monotonic() < until:
            lotse("centrality", DATASETS / "musterkreis", "-o", self.folder / "x.csv", "--overwrite")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["x.csv"])

    def test_a_file_put_into_the_old_folder_meanwhile_is_kept(self):
        first = self.batch()
        first.communicate(timeout=120)
        batch = self.batch("--overwrite")
        self.workers(batch)
        note = self.folder / "mappen" / "notizen.txt"
        note.write_text("wichtig", encoding="utf-8")
        said = batch.communicate(timeout=120)[1].decode()
        self.assertEqual(batch.returncode, 2, said)
        self.assertIn("notizen.txt", said)
        self.assertEqual(note.read_text(encoding="utf-8"), "wichtig")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["mappen"])


if __name__ == "__main__":
    unittest.main()
