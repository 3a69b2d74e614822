"""Makes the inputs that fuzzing starts from out of the data sets and the files of the tests.

usage: python3 tests/fuzz/make_seeds.py LOTSE FOLDER     writes FOLDER/TARGET/NAME
Python >= 3.9, standard library only."""
import csv
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
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="ta2"
 style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>
<office:spreadsheet><table:table table:name="Akteure"><table:table-row><table:table-cell office:value-type="string"><text:p>key</text:p>
</table:table-cell><table:table-cell><text:p>na<text:s text:c="2"/>me</text:p><text:p>x<text:tab/>y<text:line-break/></text:p>
</table:table-cell><table:table-cell table:number-columns-spanned="2"><office:annotation><text:p>nein</text:p></office:annotation>
<text:p>stand</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="3">
<table:table-cell office:value-type="float" office:value="3.5"><text:p>3,5</text:p></table:table-cell><table:table-cell
 office:value-type="date" office:date-value="2026-06-30"><text:p>30.06.26</text:p></table:table-cell><table:table-cell
 office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="time" office:time-value="PT1H"><text:p>1:00</text:p>
</table:table-cell><table:table-cell office:value-type="string" office:string-value="" table:formula="of:=1/0"><text:p>#DIV/0!</text:p>
</table:table-cell><table:table-cell table:formula="of:=A1" table:number-columns-repeated="2"/></table:table-row></table:table>
<table:table table:name="leer" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>
""".encode()
LISTING = """ods
sheet\tvisible\tactors
merged\t1\t1\t1\t3
cell\t1\t1\ttext\tNetz
cell\t2\t1\ttext\tkey
cell\t2\t2\ttext\tname
cell\t2\t3\ttext\tkind
cell\t2\t4\ttext\tas_of
cell\t2\t5\ttext\tas_reported
cell\t3\t1\tnumber\t12
cell\t3\t2\ttext\tVerein\\nSüd
cell\t3\t3\ttext\tclub
cell\t3\t4\tdate\t2026-06-30
cell\t3\t5\tboolean\tyes
cell\t4\t1\tmoment\t2026-06-30 12:00
cell\t4\t2\terror\t#REF!
cell\t4\t3\tempty-formula\t
cell\t4\t4\ttime\t1:00
cell\t4\t5\tlost-formula\t
sheet\thidden\tCodes
end
""".encode()


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
    put("workbook", "kinds", LISTING)
    put("workbook_parts", "content", parts([("content.xml", CONTENT), ("META-INF/manifest.xml", b"<manifest:manifest/>")]))
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
    table = ("Kreis;Celle;Stand;3/2026;;;;\nAnbieter;Angebot;Ort;Themen;;Raum;Kosten;Notiz\n;;;Bewegung;Sucht;;;\n"
             "VHS, Trift 17, 29221 Celle;Yoga;online (Zoom);x;;Halle;12 EUR;Frau Muster\nVHS;Tanz;Celle;;x;;0,2;12. M\u00e4rz 2026\n"
             "Stand:;3/2026;;;;;;\n").encode()
    with open(DATASETS / "codes" / "directory_columns.csv", encoding="utf-8") as columns:
        fields = [row["de"] for row in csv.DictReader(columns)]
    columns = "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\nOrt;;Ort;\nKosten;;Kosten;\nThemen: Bewegung;x;Thema;LP-BEW\n"
    for name, value in [("place", "Landkreis Celle"), ("yes", "ja"), ("number", "12"), ("date", "Okt. 2026"), ("person", "Frau Muster")]:
        fixed = "".join(f";;{field};{value}\n" for field in fields[2:]
                        if field not in ("Anbieter", "Angebot") and (name == "place" or "Kreis" not in field))
        put("directory", f"fixed-{name}", parts([("directory.csv", table), ("map.csv", (columns + fixed).encode())]))
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
