"""Every cell of a notebook runs, and no output of it is committed.

usage: LOTSE=build/test/lotse python3 tests/notebooks/notebooks_test.py NOTEBOOK
Needs Debian's packages jupyter-nbconvert, python3-ipykernel, -matplotlib, -pandas, -networkx and
-igraph; ends with 77 (skipped) where jupyter-nbconvert is missing."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    notebook = Path(sys.argv[1]).resolve()
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    kept = [number for number, cell in enumerate(cells) if cell.get("outputs") or cell.get("execution_count")]
    if kept:
        sys.exit(f"{notebook.name}: outputs of the cells {kept} are to be cleared before committing")
    nbconvert = shutil.which("jupyter-nbconvert", path="/usr/bin") or shutil.which("jupyter-nbconvert")
    if not nbconvert:
        print("jupyter-nbconvert is not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="lotse-notebook-") as home:
        environment = {**os.environ, "HOME": home, "TMPDIR": home,
                       "LOTSE": os.path.abspath(os.environ["LOTSE"])}
        environment.setdefault("LOTSE_LANGUAGE", "de")
        run = subprocess.run([nbconvert, "--to", "html", "--execute", "--output-dir", home, str(notebook)],
                             env=environment, capture_output=True, text=True, timeout=300)
        if run.returncode != 0:
            sys.exit(run.stderr[-6000:])
        page = (Path(home) / notebook.with_suffix(".html").name).read_text(encoding="utf-8")
        pictures = len(re.findall(r'<img[^>]*data:image/png', page))
        if pictures == 0:
            sys.exit(f"{notebook.name}: shows no picture")
        print(f"{notebook.name}: {len(cells)} cells, {pictures} pictures")


if __name__ == "__main__":
    main()
