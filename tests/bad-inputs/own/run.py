"""Builds the cases of this folder and runs them as run_bad_inputs.py does (same options but the manifest).

usage: python3 run.py --lotse build/test/lotse [--only PRIV,CLI-O03] [--keep DIR] [--list]
Python >= 3.11, standard library only."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import commands  # noqa: E402
import doubts  # noqa: E402
import graphs  # noqa: E402
import persons  # noqa: E402
import pictures  # noqa: E402
import tables  # noqa: E402
import values  # noqa: E402
import workbooks  # noqa: E402

CASES = [*tables.CASES, *values.CASES, *graphs.CASES, *workbooks.CASES, *persons.CASES, *pictures.CASES, *commands.CASES, *doubts.CASES]
SHARED = HERE.parent


def as_bytes(data):
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def place(case, folder):
    """Writes what the case gives below `folder`; returns the case as the manifest wants it."""
    out = {k: v for k, v in case.items() if k != "given"}
    given = case["given"]
    if given is None:
        return out
    path = folder / case["id"]
    if isinstance(given, dict):
        for name, data in {".": None, **given}.items():
            if data is None:
                (path / name).mkdir(parents=True, exist_ok=True)
                continue
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(as_bytes(data))
    else:
        path = folder / (case["id"] + given[0])
        path.write_bytes(as_bytes(given[1]))
    return {**out, "input": f"cases/{path.name}"}


def main():
    names = [case["id"] for case in CASES]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        sys.exit(f"case twice: {sorted(twice)}")
    shared = json.loads((SHARED / "manifest.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="lotse-own-cases-") as folder:
        cases = Path(folder) / "cases"
        (cases / "CONTROL").mkdir(parents=True)
        (cases / "CONTROL" / "actors.csv").write_bytes((SHARED / shared["control"] / "actors.csv").read_bytes())
        manifest = {**shared, "half": "own", "cases": [place(case, cases) for case in CASES]}
        path = Path(folder) / "manifest.json"
        path.write_text(json.dumps(manifest), encoding="utf-8")
        return subprocess.run([sys.executable, "-B", str(SHARED / "run_bad_inputs.py"), str(path), *sys.argv[1:]]).returncode


if __name__ == "__main__":
    sys.exit(main())
