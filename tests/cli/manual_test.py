"""Manual pages and completions: complete against `--help`, accepted by man, bash, zsh and fish.

usage: LOTSE=build/release/lotse MANUAL=build/release/manual python3 tests/cli/manual_test.py
Python >= 3.9. Cases of man, zsh and fish are skipped with a message where it is missing."""
import csv
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

LOTSE = os.path.abspath(os.environ["LOTSE"])
MANUAL = Path(os.environ["MANUAL"]).resolve()
GEO = Path(__file__).resolve().parents[2] / "datasets/geo"
PAGES = {"de": MANUAL / "man/de/man1", "en": MANUAL / "man/man1"}
OPTION = re.compile(r"^  (?:(-\w), )?(--[a-z-]+)", re.MULTILINE)


def plain_environment(**more):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_", "MAN"))}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def run(*words, **more):
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, env=plain_environment(**more), timeout=120)
    assert done.returncode == 0, f"{words[0]}: exit {done.returncode}\n{done.stderr}"
    return done


def help_page(*words):
    return run(LOTSE, *words, "--help").stdout


def commands():
    return re.findall(r"^  ([a-z][a-z-]*) ", help_page(), re.MULTILINE)


def options(command):
    return {name for pair in OPTION.findall(help_page(command)) for name in pair if name}


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class ManualPages(unittest.TestCase):
    def test_every_command_has_a_page_in_both_languages_and_no_other_is_there(self):
        expected = {"lotse.1"} | {f"lotse-{name}.1" for name in commands()}
        self.assertGreater(len(expected), 30)
        for folder in PAGES.values():
            self.assertEqual({page.name for page in folder.iterdir()}, expected)

    @needs("man")
    def test_man_shows_them_without_a_warning(self):
        for language, folder in PAGES.items():
            for page in sorted(folder.iterdir()):
                shown = run("man", "--warnings", "-E", "UTF-8", "-l", page, MANWIDTH="100", MANPAGER="cat")
                self.assertEqual(shown.stderr, "", f"{language} {page.name}")
                self.assertNotIn("\ufffd", shown.stdout)

    @needs("man")
    def test_a_page_has_what_the_help_has(self):
        for language, folder in PAGES.items():
            for name in commands():
                shown = run("man", "-E", "UTF-8", "-l", folder / f"lotse-{name}.1", MANWIDTH="200", MANPAGER="cat").stdout
                headed = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "\n".join(re.findall(r"^       -.*", shown, re.MULTILINE))))
                self.assertEqual(options(name) - headed, set(), f"{language} {name}")
                title = run(LOTSE, name, "--help", "--language", language).stdout.split("\n")[0].split(" – ")[1]
                self.assertIn(f"lotse-{name} - {title}", " ".join(shown.split()))

    @needs("lexgrog")
    def test_the_index_of_man_finds_them(self):
        for folder in PAGES.values():
            for page in folder.iterdir():
                self.assertIn(f'"{page.stem} - ', run("lexgrog", page).stdout)

    @needs("man")
    def test_exit_codes_and_codes_of_a_list_stand_there(self):
        shown = run("man", "-E", "UTF-8", "-l", PAGES["de"] / "lotse-coverage.1", MANWIDTH="200", MANPAGER="cat").stdout
        for text in ["LP-BEW (Bewegungsgewohnheiten)", "sgb12 (SGB XII – Sozialhilfe)", "aus Gründen des Datenschutzes abgelehnt"]:
            self.assertIn(text, shown)
        for code in ["0", "1", "2", "3", "4", "5", "6", "7", "130", "143"]:
            self.assertRegex(shown, rf"\n       {code} +\w")


class Bash(unittest.TestCase):
    SCRIPT = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_lotse
printf '%s\\n' "${COMPREPLY[@]}"
"""

    def offered(self, *words, folder="/"):
        done = subprocess.run(["bash", "-c", self.SCRIPT, "bash", MANUAL / "bash/lotse", "lotse", *words],
                              capture_output=True, text=True, cwd=folder, env=plain_environment(), timeout=60)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_commands(self):
        self.assertEqual(self.offered(""), set(commands()) | {"--help", "--version"})
        self.assertEqual(self.offered("co"), {"convert", "coverage", "commitment", "communities", "contacts", "compare"})

    def test_options_are_those_of_the_help(self):
        for name in commands():
            self.assertEqual(self.offered(name, "-"), options(name), name)

    def test_codes(self):
        self.assertEqual(self.offered("coverage", "netz", "--topic", "LP-"), {"LP-BEW", "LP-ERN", "LP-STR", "LP-SUC"})
        known = set()
        for name in ["laender", "kreise"]:
            with (GEO / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
                known |= {row["key"] for row in csv.DictReader(rows)}
        self.assertEqual(self.offered("coverage", "netz", "--area", ""), known)
        self.assertEqual(self.offered("new", "--area", "05911"), {"05911"})
        self.assertEqual(self.offered("centrality", "--kinds", "ref"), {"refers_to"})
        self.assertEqual(self.offered("paths", "--legal", "sgb1"), {"sgb12"})
        self.assertEqual(self.offered("coverage", "--by", ""), {"state", "region", "district", "municipality", "quarter"})

    def test_choices(self):
        self.assertEqual(self.offered("check", "--format", "csv"), {"csv", "csv-excel"})
        self.assertEqual(self.offered("draw", "--paper", ""), {"a0", "a1", "a2", "a3", "a4"})
        self.assertEqual(self.offered("draw", "r"), {"rings", "region"})
        self.assertEqual(self.offered("list", ""), {"analyses", "formats", "views", "codes", "texts"})

    def test_a_list_goes_on_and_a_value_with_equals_is_one(self):
        self.assertEqual(self.offered("coverage", "--topic", "LP-BEW", "LP-E"), {"LP-ERN"})
        self.assertEqual(self.offered("coverage", "--topic", "=", "LP-E"), {"LP-ERN"})

    def test_files_where_files_belong(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "netz.xlsx").touch()
            for words in [("check", ""), ("check", "-o", ""), ("draw", "rings", ""), ("check", "--quiet", ""),
                          ("coverage", "--topic", "LP-BEW", "ne"), ("check", "--language", "de", "")]:
                self.assertEqual(self.offered(*words, folder=folder), {"netz.xlsx"}, words)
            self.assertEqual(self.offered("centrality", "--at", "", folder=folder), set())


@needs("fish")
class Fish(unittest.TestCase):
    def offered(self, line, language="de"):
        with tempfile.TemporaryDirectory() as home:
            script = f"source {MANUAL}/fish/lotse.fish; complete --do-complete={line!r}"
            shown = run("fish", "--no-config", "-c", script, LOTSE_LANGUAGE=language, HOME=home, XDG_CONFIG_HOME=home)
        self.assertEqual(shown.stderr, "")
        return dict((row.split("\t") + [""])[:2] for row in shown.stdout.splitlines())

    def test_commands_options_and_codes_with_words_in_both_languages(self):
        self.assertEqual(set(self.offered("lotse ")), set(commands()))
        self.assertEqual(self.offered("lotse cover")["coverage"], "Angebotsmatrix")
        self.assertEqual(self.offered("lotse cover", "en")["coverage"], "Coverage")
        for name in ["coverage", "draw", "convert"]:
            self.assertEqual({o for o in options(name) if o.startswith("--")}, set(self.offered(f"lotse {name} --")))
        self.assertEqual(self.offered("lotse coverage netz --topic LP-B"), {"LP-BEW": "Bewegungsgewohnheiten"})
        self.assertEqual(self.offered("lotse coverage --area 15003"), {"15003": "Magdeburg"})
        self.assertEqual(set(self.offered("lotse draw --paper a")), {"a0", "a1", "a2", "a3", "a4"})
        self.assertIn("partners", self.offered("lotse draw p"))


@needs("zsh")
class Zsh(unittest.TestCase):
    # What the terminal shows when the line is completed; zpty is zsh's own pseudo-terminal.
    SCRIPT = """
zmodload zsh/zpty
zpty -b shell zsh -f -i
ask() { zpty -w shell "$1"; }
until_mark() { local part all=; repeat 400; do zpty -r -t shell part && all+=$part || sleep 0.05; [[ $all == *$1* ]] && break; done; print -r -- $all; }
ask "PROMPT= ; unsetopt zle_bracketed_paste prompt_cr; LISTMAX=9999; fpath=($1 \\$fpath); autoload -U compinit; compinit -u -D; print re''ady"
until_mark ready > /dev/null
zpty -w -n shell "$2"$'\\t'
sleep 2
zpty -w -n shell $'\\C-u'"print fin''ished"$'\\n'
until_mark finished
zpty -d shell
"""

    def test_syntax(self):
        self.assertEqual(run("zsh", "-n", MANUAL / "zsh/_lotse").stderr, "")

    def shown(self, line, language="de"):
        done = subprocess.run(["zsh", "-f", "-c", self.SCRIPT, "zsh", MANUAL / "zsh", line], capture_output=True, text=True,
                              env=plain_environment(LOTSE_LANGUAGE=language, TERM="dumb", COLUMNS="200"), timeout=60)
        return done.stdout

    def test_commands_options_and_codes_with_words_in_both_languages(self):
        shown = self.shown("lotse ")
        for name in commands():
            self.assertRegex(shown, rf"\n{name} +-- \w")
        self.assertRegex(self.shown("lotse coverage --topic LP-"), r"LP-BEW +-- Bewegungsgewohnheiten")
        self.assertRegex(self.shown("lotse coverage --topic LP-", "en"), r"LP-BEW +-- Physical activity")
        self.assertIn("lotse coverage --skip-bad-rows", self.shown("lotse coverage --sk"))


if __name__ == "__main__":
    unittest.main()
