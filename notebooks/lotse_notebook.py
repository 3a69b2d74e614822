"""Calls lotse from the notebooks and hands back data frames. Offline; nothing is written here.

The program is found by the variable LOTSE, in build/release or build/test, or on the PATH; the
language of texts and pictures by LOTSE_LANGUAGE (de or en, else German)."""
import json
import os
import shutil
import subprocess
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
DATASETS = ROOT / "datasets"
LANGUAGE = "en" if os.environ.get("LOTSE_LANGUAGE", "de").startswith("en") else "de"

# The five states of an offer, readable in black and white: colour and hatching.
STATES = {
    "available": ("verfügbar", "available", "#009e73", ""),
    "barrier": ("mit Hürde", "with a barrier", "#e69f00", "//"),
    "planned": ("geplant", "planned", "#56b4e9", ".."),
    "none": ("keines", "none", "#d55e00", "xx"),
    "unknown": ("nicht erhoben", "not recorded", "#ffffff", ""),
}


def say(de, en):
    """The text in the language of the notebook."""
    return en if LANGUAGE == "en" else de


def partners_of(graph):
    """The nodes that are partners: programmes, agreements and events have ties, but are nobody's partner."""
    kind = graph.nodes(data="kind")
    return graph.subgraph(node for node, word in kind if word not in ("programme", "agreement", "event"))


def labels(code_list):
    """Code -> name in the language of the notebook, of a list in datasets/codes."""
    table = pd.read_csv(DATASETS / "codes" / f"{code_list}.csv", dtype=str)
    return dict(zip(table["code"], table[LANGUAGE]))


def program():
    """The path of lotse; FileNotFoundError says how to build it."""
    places = [os.environ.get("LOTSE"), ROOT / "build/release/lotse", ROOT / "build/test/lotse", shutil.which("lotse")]
    for place in places:
        if place and Path(place).exists():
            return str(place)
    raise FileNotFoundError(say("lotse fehlt: scripts/build baut es", "lotse is missing: scripts/build builds it"))


def run(*words):
    """What lotse prints; RuntimeError with its message where it fails."""
    call = [program(), *map(str, words), "--language", LANGUAGE, "--quiet"]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"lotse {' '.join(map(str, words))}: {done.stderr.strip()}")
    return done.stdout


class Answer:
    """The result of an analysis: .summary (dictionary), .notes (texts), and a data frame for each table."""

    def __init__(self, result):
        self.summary = result["summary"]
        self.notes = result["notes"]
        self.reading = result["reading"]
        self.tables = {name: pd.DataFrame(rows) for name, rows in result["tables"].items()}

    def __getitem__(self, table):
        return self.tables[table]


def ask(analysis, *words):
    """The answer of an analysis, such as ask("coverage", DATASETS / "musterkreis", "--topic", "LP-BEW")."""
    return Answer(json.loads(run(analysis, *words, "--format", "json")))
