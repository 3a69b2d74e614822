"""Makes the inputs that fuzzing starts from out of the data sets and the files of the tests.

usage: python3 tests/fuzz/make_seeds.py LOTSE FOLDER     writes FOLDER/TARGET/NAME
Python >= 3.9, standard library only."""
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
DATASETS = TESTS.parent / "datasets"
FEW = 6  # rows of a table


def few_rows(folder, to):
    """A network small enough to be changed millions of times."""
    to.mkdir()
    for path in sorted(folder.glob("*.csv")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        (to / path.name).write_text("".join(lines[:1 + FEW]), encoding="utf-8")
    (to / "datapackage.json").write_bytes((folder / "datapackage.json").read_bytes())
    return to


def parts(files):
    return b"".join(b"=== " + name.encode() + b"\n" + data + (b"" if data.endswith(b"\n") else b"\n") for name, data in files)


def main(lotse, out):
    def put(target, name, data):
        folder = out / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    def convert(network, target, *words):
        subprocess.run([lotse, "convert", network, target, "--quiet", "--skip-bad-rows", *words], check=True)
        return target

    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        for name in ["musterkreis", "verzahnung"]:
            small = few_rows(DATASETS / name, scratch / name)
            tables = sorted(small.glob("*.csv"))
            put("csv", name, parts((path.stem, path.read_bytes()) for path in tables))
            put("hsds_folder", f"{name}-own", parts((path.name, path.read_bytes()) for path in sorted(small.iterdir())))
            for target, ending, words in [("json", "json", []), ("hsds", "hsds.json", ["--as", "hsds"]),
                                          ("gexf", "gexf", []), ("graphml", "graphml", [])]:
                put(target, name, convert(small, scratch / f"{name}.{ending}", *words).read_bytes())
            for form in ["hsds", "gephi-csv"]:
                folder = convert(small, scratch / f"{name}-{form}", "--as", form)
                put("hsds_folder", f"{name}-{form}", parts((path.name, path.read_bytes()) for path in sorted(folder.iterdir())))
            book = convert(small, scratch / f"{name}.xlsx")
            with zipfile.ZipFile(book) as archive:
                put("workbook_parts", name, parts((part, archive.read(part)) for part in archive.namelist()))
            put("workbook_parts", f"{name}-packed", book.read_bytes())
            helper = Path(lotse).parent / "lotse-gdal"
            listing = subprocess.run([helper, "xlsx", "200", "100", "2048", "60"], stdin=book.open("rb"), capture_output=True, check=True)
            put("workbook", name, listing.stdout)
    for target in ["gexf", "graphml", "gml", "pajek"]:
        ending = "net" if target == "pajek" else target
        for path in sorted((TESTS / "io" / "foreign").glob(f"*.{ending}")):
            put(target, path.name, path.read_bytes())
    put("gml", "small", b'graph [\n  directed 1\n  node [ id 0 label "S\xc3\xbcd &amp; Ost" kind "jobcenter" ]\n'
        b'  node [ id 1 label "b" graphics [ x 1.5 y 2 ] ]\n  edge [ source 0 target 1 weight 2.5 label "refers_to" ]\n]\n')
    put("pajek", "small", b'*Network netz\n*Vertices 3\n1 "S\xc3\xbcd" 0.1 0.2 ellipse\n2 "b c"\n3\n*Arcs :1 "verweist"\n1 2 3.5\n'
        b'*Edges\n2 3\n*Arcslist\n1 2 3\n*Edgeslist\n3 1\n')
    sample = (DATASETS / "beispiel-verzeichnis" / "verzeichnis.csv").read_bytes().splitlines(keepends=True)
    put("directory", "sample", b"".join(sample[:16]))
    square = b"[[[11,51],[12,51],[12,52],[11,52],[11,51]]]"
    put("boundaries", "square", parts([
        ("areas.geojson", b'{"type":"FeatureCollection","attribution":"x","features":[{"type":"Feature",'
         b'"properties":{"AGS":"05911"},"geometry":{"type":"Polygon","coordinates":' + square + b"}}]}"),
        ("positions.csv", b"key,x,y\na,0.5,0.25\nb,0,1\n")]))
    draw = random.Random(0)
    for target in ["analyses", "labels", "round_trip"]:
        for number in range(40):
            put(target, f"random-{number}", draw.randbytes(draw.choice([50, 200, 600])))
    calls = [["check", "netz", "--strict"], ["coverage", "netz", "--area", "05911", "05913", "--format", "csv"],
             ["paths", "netz", "--from", "a", "--to", "topic=LP-BEW", "-k", "3"],
             ["centrality", "netz", "--layer", "referral", "--limit", "file-mb=3", "--threads", "2"],
             ["robustness", "netz", "--without", "a,b", "--with", "a>b:cooperates", "--at", "2024-06"],
             ["convert", "netz", "x.gexf", "--as", "gexf", "--overwrite"], ["draw", "partners", "netz", "-o", "x.svg", "--language=en"],
             ["report", "netz", "-o", "ordner"], ["list", "topics"], ["compare", "a", "b", "--suppress-below", "5"]]
    for number, words in enumerate(calls):
        put("command_line", str(number), "\n".join(words).encode())


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), Path(sys.argv[2]))
