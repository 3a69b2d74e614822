"""Commands killed at any moment: what was there stays, or the new is complete.

usage: LOTSE=build/release/lotse [LOTSE_LONG=1] python3 tests/cli/kill_test.py
Python >= 3.9, standard library only."""
import signal
import subprocess
import time
import unittest

from writing import COMMANDS, LONG, LOTSE, NEW, OLD, Interrupted, digest, environment, words_of

KILLS = 40 if LONG else 3  # of every command
SIGNALS = [signal.SIGINT, signal.SIGTERM]


class Killed(Interrupted):
    def test_kill_9_at_random_points(self):
        points = kept = replaced = 0
        targets = list(COMMANDS) if LONG else self.random.sample(list(COMMANDS), 12)
        for target in targets:
            old, new = self.both(target)
            start = time.monotonic()
            self.run_whole(target, OLD)
            duration = time.monotonic() - start
            for number in range(KILLS):
                # Two of three near the end, where files are written.
                earliest = 0 if number % 3 == 0 else 0.7
                run = subprocess.Popen(words_of(target, NEW), cwd=self.folder, env=environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(duration * self.random.uniform(earliest, 1.1))
                run.kill()
                run.wait()
                points += 1
                found = digest(self.folder / target)
                self.assertIn(found, [old, new], f"{target}: half written")
                if found == new:
                    replaced += 1
                    self.run_whole(target, OLD)
                else:
                    kept += 1
            self.run_whole(target, NEW)
            self.assertEqual(digest(self.folder / target), new)
            self.assertEqual(self.temporaries(), [], f"{target}: the next run removes what is left")
            time.sleep(0.2)
            self.assertEqual(self.processes(), [], f"{target}: orphans")
        print(f"kill -9: {points} points of {len(targets)} commands, {kept} times the old stayed, "
              f"{replaced} times the new was complete, 0 faults")

    def test_a_new_target_is_there_or_not(self):
        for target in COMMANDS if LONG else ["netz", "coverage.csv"]:
            self.run_whole(target, NEW)
            new = digest(self.folder / target)
            for _ in range(5 if LONG else 2):
                path = self.folder / target
                path.unlink() if path.is_file() else [p.unlink() for p in sorted(path.rglob("*")) if p.is_file()]
                if path.is_dir():
                    for inner in sorted((p for p in path.rglob("*") if p.is_dir()), reverse=True):
                        inner.rmdir()
                    path.rmdir()
                run = subprocess.Popen(words_of(target, NEW), cwd=self.folder, env=environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(self.random.uniform(0.02, 0.6))
                run.kill()
                run.wait()
                self.assertIn(digest(path), [None, new], target)
                self.run_whole(target, NEW)


class Interrupts(Interrupted):
    """Ctrl-C and the signal of a shutdown, on a network that keeps every command busy."""

    def large_network(self):
        actors = [f"a{i},Verein {i},{'jobcenter' if i % 40 == 0 else 'sports_club'},0591{i % 4}" for i in range(3000)]
        ties = [f"a{self.random.randrange(3000)},a{self.random.randrange(3000)},{kind}"
                for kind in ["cooperates", "refers_to", "informs"] for _ in range(5000)]
        ties = sorted({tie for tie in ties if tie.split(",")[0] != tie.split(",")[1]})
        offers = [f"o{i},Kurs {i},LP-BEW,a{i},0591{i % 4}" for i in range(1000)]
        folder = self.folder / "gross"
        folder.mkdir()
        for name, head, rows in [("actors", "key,name,kind,area", actors), ("ties", "from,to,kind", ties),
                                 ("offers", "key,name,topics,providers,areas", offers)]:
            (folder / f"{name}.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return folder

    def calls(self, network):
        listed = subprocess.run([LOTSE, "list", "analyses", "--format", "csv", "--language", "en"], env=environment(), capture_output=True, check=True)
        rows = [line.split(",") for line in listed.stdout.decode().splitlines()]
        names = [row[rows[0].index("id")] for row in rows[1:]]
        more = {"paths": ["--from", "a0", "--to", "topic=LP-BEW"], "factsheet": ["--actor", "a0"], "compare": [str(network)]}
        for name in names:
            yield [name, str(network), *more.get(name, []), "--format", "json", "-o", "aus.json"]
        yield from ([*words_of(target, network)[1:]] for target in COMMANDS if target != "paths.xlsx")

    def test_ends_at_once_and_changes_nothing(self):
        network = self.large_network()
        (self.folder / "aus.json").write_text("alt")
        calls = list(self.calls(network))
        ended = late = 0
        slowest = 0.0
        for number, words in enumerate(calls if LONG else calls[::4]):
            for sent in SIGNALS if LONG else [SIGNALS[number % 2]]:
                run = subprocess.Popen([LOTSE, *words, "--overwrite"], cwd=self.folder, env=environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(self.random.uniform(0.005, 0.08))
                start = time.monotonic()
                run.send_signal(sent)
                code = run.wait(timeout=30)
                took = time.monotonic() - start
                if code in (0, 3):  # it was done before; 3: check has its verdict
                    late += 1
                else:
                    ended += 1
                    slowest = max(slowest, took)
                    self.assertIn(code, [128 + sent, -sent], words)  # minus: before it had begun
                    self.assertLess(took, 2, words)
                    self.assertEqual((self.folder / "aus.json").read_text(), "alt", words)
                (self.folder / "aus.json").write_text("alt")
                self.assertEqual(self.temporaries(), [], words)
                time.sleep(0.1)
                self.assertEqual(self.processes(), [], f"{words}: orphans")
        self.assertGreater(ended, 0)
        print(f"signals: {ended} runs ended, slowest after {slowest:.2f} s, none with a new output; "
              f"{late} were done before; 0 orphans")

    def test_at_the_moment_of_the_new_output(self):
        """Signals as close to the rename as can be hit: 0 with the new output, or 130 with the old one."""
        (self.folder / "aus.json").write_text("alt")
        words = [LOTSE, "profile", str(NEW), "--format", "json", "-o", "aus.json", "--overwrite", "--quiet"]
        start = time.monotonic()
        subprocess.run(words, cwd=self.folder, env=environment(), check=True)
        duration = time.monotonic() - start
        outcomes = {0: 0, 130: 0}
        for _ in range(200 if LONG else 30):
            (self.folder / "aus.json").write_text("alt")
            run = subprocess.Popen(words, cwd=self.folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(duration * self.random.uniform(0.6, 1.0))
            run.send_signal(signal.SIGINT)
            code = run.wait(timeout=30)
            if code == -signal.SIGINT:  # before it had begun
                code = 130
            self.assertIn(code, outcomes)
            self.assertEqual(code == 130, (self.folder / "aus.json").read_text() == "alt")
            outcomes[code] += 1
        print(f"signals near the rename: {outcomes[0]} times 0 and the new output, {outcomes[130]} times 130 and the old one")

    def test_ends_within_two_seconds_whatever_it_computes(self):
        """In the middle of it: a network so large that reading it takes a good part of a second."""
        network = self.folder / "land"
        subprocess.run([LOTSE, "generate", str(network), "--areas", "300" if LONG else "100", "--quiet"],
                       env=environment(), check=True, timeout=300)
        sources = (network / "actors.csv").read_text(encoding="utf-8").splitlines()
        first = sources[1].split(",")[sources[0].split(",").index("key")]
        reading = self.seconds(["check", str(network)])
        more = {"paths": ["--from", first, "--to", "topic=LP-BEW"], "factsheet": ["--actor", first], "compare": [str(network)]}
        names = [words[0] for words in self.calls(network) if words[-1] == "aus.json" and words[0] != "check"]
        ended, slowest = 0, 0.0
        for name in names if LONG else self.random.sample(names, 6):
            words = [LOTSE, name, str(network), *more.get(name, []), "--format", "json", "-o", "aus.json", "--overwrite"]
            run = subprocess.Popen(words, cwd=self.folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(reading * self.random.uniform(0.2, 0.8))
            start = time.monotonic()
            run.send_signal(signal.SIGINT)
            code = run.wait(timeout=60)
            if code == 0:
                continue
            ended += 1
            self.assertEqual(code, 130, name)
            slowest = max(slowest, time.monotonic() - start)
            self.assertLess(slowest, 2, name)
            self.assertEqual(self.temporaries(), [], name)
        self.assertGreater(ended, 0)
        print(f"signals in a large network: {ended} of {len(names) if LONG else 6} analyses interrupted, "
              f"slowest after {slowest:.2f} s")

    def seconds(self, words):
        start = time.monotonic()
        subprocess.run([LOTSE, *words], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - start


if __name__ == "__main__":
    unittest.main()
