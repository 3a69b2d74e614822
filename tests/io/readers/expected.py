"""What a folder of exports must hold, from its lossless x.json."""
import json
from pathlib import Path

UNDIRECTED = {"cooperates", "same_as"}


def network(folder):
    tables = json.loads((Path(folder) / "x.json").read_text(encoding="utf-8"))["tables"]
    return {actor["key"]: actor for actor in tables["actors"]}, tables.get("ties", [])


def arcs(ties):
    """(from, to, kind, level) with undirected ties in both directions, sorted."""
    out = []
    for tie in ties:
        out.append((tie["from"], tie["to"], tie["kind"], tie.get("level", -1)))
        if tie["kind"] in UNDIRECTED:
            out.append((tie["to"], tie["from"], tie["kind"], tie.get("level", -1)))
    return sorted(out)
