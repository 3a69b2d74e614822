#!/usr/bin/env python3
"""Every analysis on two shipped networks, in every format and both languages, against what somebody
has read and approved.

    LOTSE=build/test/lotse python3 tests/approved/approved.py [--approve] [--got FOLDER]

`text` is kept whole in <network>/<analysis>.<language>.txt, to be read and reviewed. The other
formats show the same document; of them digests.csv keeps the SHA-256. Where an output differs, the
new one is written to the folder of --got and named. --approve takes the new outputs over: read the
difference first (git diff)."""
import argparse
import csv
import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOTSE = os.path.abspath(os.environ.get("LOTSE", ROOT / "build/test/lotse"))
NETWORKS = ["musterkreis", "verzahnung"]
LANGUAGES = ["de", "en"]
FORMATS = {"text": "txt", "csv": "csv", "csv-excel": "excel.csv", "json": "json", "html": "html"}
# Options without which an analysis cannot be asked.
ASKED = {
    ("paths", "musterkreis"): ["--from", "jc-mk", "--to", "topic=LP-SUC", "--mandate"],
    ("paths", "verzahnung"): ["--from", "jc-worms", "--to", "topic=LP-BEW"],
    ("factsheet", "musterkreis"): ["--actor", "kgk"],
    ("factsheet", "verzahnung"): ["--area", "15085"],
}


def lotse(*words):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "LOTSE_"))}
    run = subprocess.run([LOTSE, *words], cwd=ROOT, env=environment, capture_output=True, timeout=120)
    if run.returncode != 0:
        sys.exit(f"lotse {' '.join(words)}: exit {run.returncode}\n{run.stderr.decode()}")
    return run.stdout


def cases():
    version = lotse("--version").decode().split()[1]
    listed = json.loads(lotse("list", "analyses", "--format", "json"))["tables"]["analyses"]
    for analysis in (row["id"] for row in listed):
        for network in NETWORKS:
            words = [analysis, f"datasets/{network}", *ASKED.get((analysis, network), [])]
            if analysis == "compare":
                if network != "musterkreis":
                    continue
                words = ["compare", "datasets/musterkreis-vorher", "datasets/musterkreis"]
            for language in LANGUAGES:
                for form in FORMATS:
                    yield (network, analysis, language, form), [*words, "--language", language, "--format", form], version


def output(case):
    key, words, version = case
    return key, re.sub(rb'(lotse"?:? ?"?)' + re.escape(version.encode()), rb"\1VERSION", lotse(*words))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--approve", action="store_true")
    parser.add_argument("--got", type=Path, default=Path("build/approved"))
    arguments = parser.parse_args()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = dict(pool.map(output, cases()))
    digests = {key: hashlib.sha256(text).hexdigest() for key, text in outputs.items() if key[3] != "text"}
    path = HERE / "digests.csv"
    kept = {}
    if path.exists():
        with open(path, encoding="utf-8", newline="") as file:
            kept = {tuple(row[:4]): row[4] for row in list(csv.reader(file))[1:]}
    if arguments.approve:
        for old in HERE.glob("*/*.txt"):
            old.unlink()
        for (network, analysis, language, form), text in outputs.items():
            if form == "text":
                target = HERE / network / f"{analysis}.{language}.txt"
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(text)
        with open(path, "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["network", "analysis", "language", "format", "sha256"])
            rows.writerows([*key, digest] for key, digest in sorted(digests.items()))
        return
    differ = []
    for key, text in outputs.items():
        network, analysis, language, form = key
        approved = HERE / network / f"{analysis}.{language}.txt"
        same = (approved.exists() and approved.read_bytes() == text) if form == "text" else kept.get(key) == digests[key]
        if not same:
            differ.append(f"{network}/{analysis}.{language}.{FORMATS[form]}")
            got = arguments.got / differ[-1]
            got.parent.mkdir(parents=True, exist_ok=True)
            got.write_bytes(text)
    gone = [key for key in kept if key not in outputs]
    if differ or gone:
        sys.exit("differs from what was approved:\n  " + "\n  ".join([*differ, *("/".join(key) + " is gone" for key in gone)])
                 + f"\nThe new outputs lie in {arguments.got}. After reading them: tests/approved/approved.py --approve")
    print(f"{len(outputs)} outputs as approved")


main()
