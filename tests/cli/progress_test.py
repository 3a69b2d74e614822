"""What a command says while it takes long: on a terminal only, and nothing stays behind.

usage: LOTSE=build/release/lotse python3 tests/cli/progress_test.py
Python >= 3.9, standard library only."""
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from program import LOTSE, environment

ERASED = "\r\x1b[K"


class Progress(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="lotse-progress-"))
        cls.network = cls.folder / "netz"
        cls.network.mkdir()
        # A chain of rings keeps `robustness --samples 2000` busy for seconds on any machine.
        n = 1200
        actors = [f"a{i},Verein {i},sports_club" for i in range(n)]
        ties = [f"a{i},a{(i + step) % n},cooperates" for i in range(n) for step in (1, 7, 31)]
        for name, head, rows in [("actors", "key,name,kind", actors), ("ties", "from,to,kind", ties)]:
            (cls.network / f"{name}.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def on_terminal(self, *words, interrupt_after=None, **more):
        """What standard error shows on a terminal, and the exit code."""
        ours, theirs = pty.openpty()
        run = subprocess.Popen([LOTSE, *words], stdout=subprocess.DEVNULL, stderr=theirs, env=environment(**{"TERM": "xterm", **more}))
        os.close(theirs)
        shown, start = b"", time.monotonic()
        while run.poll() is None or select.select([ours], [], [], 0)[0]:
            if interrupt_after and time.monotonic() - start > interrupt_after:
                run.send_signal(signal.SIGINT)
                interrupt_after = None
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    read = os.read(ours, 4096)
                except OSError:  # the other side is closed
                    break
                if not read:
                    break
                shown += read
        run.wait(timeout=60)
        os.close(ours)
        return shown.decode(), run.returncode

    def long(self, *more):
        return ["robustness", str(self.network), "--samples", "2000", "--threads", "1", *more]

    def test_says_what_takes_long_and_for_how_long(self):
        for language, words in [("de", "Belastbarkeit der Daten"), ("en", "Robustness of the data")]:
            shown, code = self.on_terminal(*self.long("--language", language), interrupt_after=3.5)
            self.assertEqual(code, 130)
            lines = re.findall(r"\r(lotse: [^\r\x1b]*)\x1b\[K", shown)
            self.assertTrue(lines, repr(shown))
            self.assertRegex(lines[-1], rf"^lotse: {words} … \d+ s$")
            seconds = [int(line.split()[-2]) for line in lines]
            self.assertEqual(seconds, sorted(set(seconds)), "once a second")
            self.assertTrue(shown.endswith(ERASED), repr(shown[-80:]))

    def test_keeps_to_the_width_of_the_terminal(self):
        ours, theirs = pty.openpty()
        import fcntl, struct, termios
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 20, 0, 0))
        run = subprocess.Popen([LOTSE, *self.long("--language", "de")], stdout=subprocess.DEVNULL, stderr=theirs, env=environment(TERM="xterm"))
        time.sleep(2.5)
        run.send_signal(signal.SIGINT)
        run.wait(timeout=30)
        shown = os.read(ours, 4096).decode()
        os.close(ours)
        os.close(theirs)
        self.assertTrue(all(len(line) < 20 for line in re.findall(r"\r([^\r\x1b]*)\x1b", shown)), repr(shown))
        self.assertIn("\rlotse: Belastbarke", shown)

    def test_is_silent_where_nobody_waits(self):
        for more, env in [(["--quiet"], {}), (["--no-progress"], {}), ([], {"TERM": "dumb"})]:
            shown, _ = self.on_terminal(*self.long(*more), interrupt_after=2.5, **env)
            self.assertEqual(shown, "", more)
        run = subprocess.Popen([LOTSE, *self.long()], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(TERM="xterm"))
        time.sleep(2.5)
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.communicate(timeout=30)[1], b"", "not a terminal")

    def test_what_is_quick_shows_nothing(self):
        shown, code = self.on_terminal("mixing", str(self.network))
        self.assertEqual((shown, code), ("", 0))


if __name__ == "__main__":
    unittest.main()
