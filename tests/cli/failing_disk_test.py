"""Disks that fail: exit 6, the old file stays, nothing is left behind.

usage: LOTSE=build/release/lotse FAILING_DISK=.../libfailing_disk.so [LOTSE_LONG=1] python3 tests/cli/failing_disk_test.py
Python >= 3.9, standard library only."""
import errno
import os
import resource
import shutil
import signal
import subprocess
import unittest

from writing import COMMANDS, LONG, LOTSE, NEW, OLD, SAMPLE, Interrupted, digest, environment, words_of

SHIM = os.path.abspath(os.environ["FAILING_DISK"])
FAULTS = [("open", errno.EACCES), ("open", errno.EMFILE), ("mkdir", errno.EROFS), ("write", errno.ENOSPC), ("write", errno.EIO),
          ("fsync", errno.EIO), ("close", errno.EIO), ("rename", errno.EACCES)]
WHOLE = list(COMMANDS) if LONG else ["netz.json", "netz"]  # every call of them fails once
SLOW = ("bericht",)  # a second and more a run, and hundreds of calls


def step(target):
    """Of a slow command every 20th call is enough: it writes its folder as "netz" is written."""
    return 20 if target in SLOW else 1


class FailingCalls(Interrupted):
    def run_with(self, target, fault):
        return subprocess.run(words_of(target, NEW), cwd=self.folder, capture_output=True, timeout=120,
                              env=environment(LD_PRELOAD=SHIM, LOTSE_FAULT=fault, ASAN_OPTIONS="verify_asan_link_order=0"))

    def fails(self, target, call, error, number, old, new):
        """One run; False: the command makes fewer such calls, and was done."""
        run = self.run_with(target, f"{call}:{number}:{error}")
        what = f"{target}, {call} {number} fails"
        self.assertEqual(self.temporaries(), [], what)
        if b"failing_disk: now" not in run.stderr:
            self.assertEqual(run.returncode, 0, f"{what} not: {run.stderr.decode()}")
            return False
        if run.returncode == 0:  # a library found another way, and the output is whole
            self.assertEqual(digest(self.folder / target), new, what)
            self.run_whole(target, OLD)
            return True
        self.assertEqual(run.returncode, 6, f"{what}: {run.stderr.decode()}")
        self.assertIn(b"lotse: ", run.stderr, what)
        self.assertEqual(digest(self.folder / target), old, what)
        return True

    def test_the_nth_call_fails(self):
        runs = 0
        for target in WHOLE:
            old, new = self.both(target)
            for call, error in FAULTS:
                number = 1
                while self.fails(target, call, error, number, old, new):
                    number += step(target)
                    runs += 1
                self.assertLess(number, 1000)
                self.assertEqual(digest(self.folder / target), new, target)
                self.run_whole(target, OLD)
        self.assertGreater(runs, 20)
        print(f"failing calls: {runs} runs of {len(WHOLE)} commands, each exit 6 and the old intact")

    @unittest.skipIf(LONG, "the other test lets every call of every command fail")
    def test_a_call_of_every_command_fails(self):
        runs = 0
        for target in COMMANDS:
            old, new = self.both(target)
            faults = [fault for fault in FAULTS if fault[0] != "mkdir" or "." not in target]
            for call, error in self.random.sample(faults, 1 if target in SLOW else 3):
                self.assertTrue(self.fails(target, call, error, 1, old, new), f"{target} makes no {call}")
                runs += 1
        print(f"a failing call of every command: {runs} runs of {len(COMMANDS)} commands, each exit 6 and the old intact")

    def test_killed_at_the_nth_call(self):
        runs = 0
        for target in WHOLE:
            old, new = self.both(target)
            for call in ["open", "mkdir", "write", "fsync", "close", "rename"]:
                for number in range(1, 1000, step(target)):
                    run = self.run_with(target, f"{call}:{number}:kill")
                    if b"failing_disk: now" not in run.stderr:
                        break
                    runs += 1
                    self.assertEqual(run.returncode, -signal.SIGKILL)
                    self.assertIn(digest(self.folder / target), [old, new], f"{target}, killed at {call} {number}")
                self.assertEqual(run.returncode, 0)
                self.assertEqual(self.temporaries(), [], "the next run removes what is left")
                self.run_whole(target, OLD)
        print(f"killed at a call: {runs} runs of {len(WHOLE)} commands, 0 faults")


class Places(Interrupted):
    def refused(self, words, code, **how):
        before = {path.name: digest(path) for path in self.folder.iterdir()}
        run = subprocess.run([LOTSE, *map(str, words)], cwd=self.folder, env=environment(), capture_output=True, timeout=120, **how)
        self.assertEqual(run.returncode, code, f"{words}: {run.stderr.decode()}")
        self.assertIn(b"lotse: ", run.stderr)
        self.assertEqual({path.name: digest(path) for path in self.folder.iterdir()}, before, words)

    def test_missing_folder_and_folder_for_a_file(self):
        (self.folder / "ordner").mkdir()
        for target in COMMANDS:
            words = words_of(target, NEW)[1:]
            words[words.index(target)] = f"fehlt/{target}"
            self.refused(words, 6)
            if "." in target and words[0] not in ("convert", "generate", "new"):  # those write their tables into a folder
                (self.folder / target).mkdir()
                self.refused(words_of(target, NEW)[1:], 6)
                (self.folder / target).rmdir()

    def test_the_input_is_not_overwritten(self):
        shutil.copytree(NEW, self.folder / "eingabe")
        shutil.copy(SAMPLE, self.folder / "verzeichnis.csv")
        os.symlink("eingabe", self.folder / "verweis")
        subprocess.run([LOTSE, "convert", "eingabe", "netz.json", "--quiet"], cwd=self.folder, env=environment(), check=True)
        for words in [["convert", "netz.json", "netz.json"], ["convert", "netz.json", "./netz.json"], ["convert", "eingabe", "eingabe"],
                      ["convert", "eingabe", "verweis"], ["coverage", "eingabe", "--format", "csv", "-o", "eingabe/actors.csv"],
                      ["coverage", "netz.json", "-o", "netz.json"], ["report", "eingabe", "-o", "eingabe"],
                      ["draw", "partners", "netz.json", "-o", "netz.json"],
                      ["convert", "verzeichnis.csv", "netz", "--propose-map", "-o", "verzeichnis.csv"]]:
            self.refused([*words, "--overwrite"], 2)

    def test_links_are_replaced_and_what_they_name_stays(self):
        """A link in the place of an output gives way to the output; the file it led to is another file."""
        for target in ["netz.json", "coverage.csv", "karte.svg"]:
            for make in (os.symlink, os.link):
                (self.folder / "anderes.txt").write_text("fremd")
                make(self.folder / "anderes.txt", self.folder / target)
                self.run_whole(target, NEW)
                self.assertEqual((self.folder / "anderes.txt").read_text(), "fremd", target)
                self.assertFalse((self.folder / target).is_symlink(), target)
                (self.folder / target).unlink()
                (self.folder / "anderes.txt").unlink()
        # A hard link to the input is the input.
        self.run_whole("netz.json", NEW)
        os.link(self.folder / "netz.json", self.folder / "gleich.json")
        os.symlink("netz.json", self.folder / "verweis.json")
        for target in ["gleich.json", "verweis.json"]:
            self.refused(["convert", "netz.json", target, "--overwrite"], 2)
            self.refused(["coverage", "netz.json", "--format", "json", "-o", target, "--overwrite"], 2)

    def test_full_disk(self):
        """As a limit of file size, which every account may set, and on a small file system for root."""
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        for target in ["netz.json", "netz", "netz.gexf", "gephi", "hsds.json", "neu.json", "coverage.csv", "profile.json", "codes.json"]:
            self.run_whole(target, OLD)
            self.refused(words_of(target, NEW)[1:], 6, preexec_fn=limit)
        small = self.folder / "klein"
        small.mkdir()
        mounted = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(small)], capture_output=True).returncode == 0
        if not mounted:
            return print("full disk: as a limit of file size only")
        try:
            for target in COMMANDS:
                words = words_of(target, NEW)[1:]
                words[words.index(target)] = f"klein/{target}"
                run = subprocess.run([LOTSE, *words], cwd=self.folder, env=environment(), capture_output=True, timeout=120)
                if run.returncode == 0:  # smaller than the disk
                    shutil.rmtree(small / target) if (small / target).is_dir() else (small / target).unlink()
                    continue
                self.assertEqual(run.returncode, 6, f"{target}: {run.stderr.decode()}")
                self.assertEqual(list(small.iterdir()), [], target)
        finally:
            subprocess.run(["umount", str(small)], check=True)
        print("full disk: as a limit of file size and as a full file system of 64 KB")

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "root writes everywhere, and there is no setpriv")
    def test_read_only_folder(self):
        locked = self.folder / "zu"
        locked.mkdir()
        os.chmod(locked, 0o555)
        os.chmod(self.folder, 0o755)
        drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        if drop and subprocess.run([*drop, LOTSE, "--version"], capture_output=True).returncode != 0:
            self.skipTest("another account cannot run lotse here")
        for target in COMMANDS:
            words = words_of(target, NEW)
            words[words.index(target)] = f"zu/{target}"
            run = subprocess.run([*drop, *words], cwd=self.folder, env=environment(), capture_output=True, timeout=120)
            self.assertEqual(run.returncode, 6, f"{target}: {run.stderr.decode()}")
            self.assertEqual(list(locked.iterdir()), [])

    def test_full_standard_output(self):
        for words in [["coverage", NEW], ["list", "codes"], ["check", NEW, "--format", "json"], ["--help"], ["draw", "partners", NEW]]:
            with open("/dev/full", "wb") as full:
                run = subprocess.run([LOTSE, *map(str, words)], stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60)
            self.assertEqual(run.returncode, 6 if words[0] != "draw" else run.returncode, words)


if __name__ == "__main__":
    unittest.main()
