"""Geographic exports, indicators and the workbook for Kumu, read back by the standard library
(GeoJSON, GeoPackage as SQLite), by GDAL's own programs and by LibreOffice.

usage: LOTSE=build/release/lotse python3 tests/cli/map_test.py
Python >= 3.9. Cases that need gdal-bin or LibreOffice are skipped with a message without it."""
import csv
import json
import shutil
import sqlite3
import struct
import subprocess
import unittest

from program import DATASETS, Scratch, lotse, result

ATTRIBUTION = "© GeoBasis-DE / BKG (2016), Daten verändert"


def said_by(*words, **how):
    return lotse(*words, **how).stderr.decode()


def csv_rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def table(name, file):
    path = DATASETS / name / f"{file}.csv"
    return csv_rows(path) if path.exists() else []


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def decimals(value):
    return len(repr(value).partition(".")[2])


class InFolder(Scratch):
    def geojson(self, network, *words):
        target = self.folder / "netz.geojson"
        self.said = said_by("convert", network, target, "--overwrite", *words)
        return json.loads(target.read_text(encoding="utf-8"))

    def layer(self, collection, name):
        return [f for f in collection["features"] if f["properties"]["layer"] == name]


class GeoJson(InFolder):
    def test_actors_and_ties_stand_where_the_tables_say(self):
        for name in ("musterkreis", "verzahnung"):
            collection = self.geojson(DATASETS / name)
            areas = {r["key"]: r for r in table("geo", "kreise") + table("geo", "laender") + table(name, "areas")}
            places = {}
            for row in table(name, "actors"):
                area = areas.get(row["area"], {})
                if row.get("lat") and row.get("lon"):
                    places[row["key"]] = ("recorded", [float(row["lon"]), float(row["lat"])])
                elif area.get("lat") and area.get("lon"):
                    places[row["key"]] = ("area", [float(area["lon"]), float(area["lat"])])
                else:
                    places[row["key"]] = ("none", None)
            actors = self.layer(collection, "actors")
            self.assertEqual(len(actors), len(places))
            for feature in actors:
                position, point = places[feature["properties"]["key"]]
                self.assertEqual(feature["properties"]["position"], position)
                if point is None:
                    self.assertIsNone(feature["geometry"])
                else:
                    self.assertEqual(feature["geometry"]["type"], "Point")
                    self.assertEqual(feature["geometry"]["coordinates"], [round(x, 6) for x in point])
            ties = self.layer(collection, "ties")
            self.assertEqual(len(ties), len(table(name, "ties")))
            for feature in ties:
                ends = [places[feature["properties"][end]] for end in ("from", "to")]
                kinds = {kind for kind, _ in ends}
                weaker = next(kind for kind in ("none", "area", "recorded") if kind in kinds)
                self.assertEqual(feature["properties"]["position"], weaker)
                if weaker == "none":
                    self.assertIsNone(feature["geometry"])
                else:
                    self.assertEqual(feature["geometry"]["coordinates"], [[round(x, 6) for x in p] for _, p in ends])

    def test_areas_follow_rfc_7946_and_name_their_source(self):
        collection = self.geojson(DATASETS / "verzahnung")
        self.assertEqual(collection["type"], "FeatureCollection")
        self.assertEqual(collection["boundary_sources"], [ATTRIBUTION])
        self.assertIn("GeoNutzV", collection["boundary_licenses"][0])
        self.assertIn(ATTRIBUTION, self.said)
        areas = self.layer(collection, "areas")
        self.assertGreater(len(areas), 10)
        for feature in areas:
            self.assertEqual(set(feature), {"type", "properties", "geometry"})
            self.assertEqual(feature["geometry"]["type"], "MultiPolygon")
            self.assertEqual(feature["properties"]["boundary_source"], ATTRIBUTION)
            for rings in feature["geometry"]["coordinates"]:
                self.assertGreater(signed_area(rings[0]), 0)
                for ring in rings:
                    self.assertEqual(ring[0], ring[-1])
                    self.assertGreaterEqual(len(ring), 4)
                    self.assertLessEqual(max(decimals(x) for at in ring for x in at), 6)
                for hole in rings[1:]:
                    self.assertLess(signed_area(hole), 0)
        bochum = next(f for f in areas if f["properties"]["area"] == "05911")
        self.assertEqual(bochum["properties"]["population"], 364628)  # Destatis, 2018-12-31
        self.assertIsNone(bochum["properties"]["unemployed_sgb2"])

    def test_indicators_are_those_of_the_analysis(self):
        for name in ("musterkreis", "verzahnung"):
            areas = {f["properties"]["area"]: f["properties"] for f in self.layer(self.geojson(DATASETS / name), "areas")}
            cells = result("coverage", DATASETS / name)["tables"]["cells"]
            self.assertEqual(set(areas), {c["area"] for c in cells})
            for cell in cells:
                self.assertEqual(areas[cell["area"]][f"coverage_{cell['topic']}"], cell["state"])
            for key, figures in areas.items():
                for state in ("available", "barrier", "planned", "none", "unknown"):
                    self.assertEqual(figures[f"topics_{state}"], sum(c["area"] == key and c["state"] == state for c in cells))
        self.assertIn("unknown", {c["state"] for c in cells})

    def test_own_boundaries_replace_and_add(self):
        square = {"type": "FeatureCollection", "attribution": "Vermessungsamt Musterkreis", "features": [
            {"type": "Feature", "properties": {"key": "mk-moorheide"}, "geometry": {
                "type": "Polygon", "coordinates": [[[9, 52.7], [9, 52.8], [9.1, 52.8], [9.1, 52.7], [9, 52.7]]]}}]}
        own = self.folder / "eigene.geojson"
        own.write_text(json.dumps(square), encoding="utf-8")
        collection = self.geojson(DATASETS / "musterkreis", "--boundaries", own)
        shown = [f for f in self.layer(collection, "areas") if f["geometry"]]
        self.assertEqual([f["properties"]["area"] for f in shown], ["mk-moorheide"])
        self.assertEqual(shown[0]["geometry"]["coordinates"], [[[[9, 52.7], [9.1, 52.7], [9.1, 52.8], [9, 52.8], [9, 52.7]]]])
        self.assertEqual(collection["boundary_sources"], ["Vermessungsamt Musterkreis"])
        self.assertEqual({f["properties"]["position"] for f in self.layer(collection, "areas")}, {"boundary", "none"})
        self.assertTrue(collection["fictional"])
        square["features"].append({**square["features"][0], "properties": {"AGS": 1001}})
        own.write_text(json.dumps(square), encoding="utf-8")
        unused = "1 von 2 Grenzen, zuerst „01001“"
        words = ("convert", DATASETS / "musterkreis", self.folder / "x.geojson", "--boundaries", own, "--overwrite")
        self.assertIn(unused, said_by(*words))
        self.assertNotIn(unused, said_by(*words, "--quiet"))
        self.assertIn(unused, said_by("draw", "region", DATASETS / "musterkreis", "-o", self.folder / "x.svg", "--boundaries", own))
        own.write_text("{}", encoding="utf-8")
        self.assertIn("eigene.geojson:1:", said_by("convert", DATASETS / "musterkreis", self.folder / "x.gpkg", "--boundaries", own, rc=3))
        self.assertFalse((self.folder / "x.gpkg").exists())

    def test_foreign_columns_never_hide_ours(self):
        network = self.network(actors="key,name,kind,area,Position,layer,FID,Geom\na,Ämter & Söhne,other,05911,oben,unten,7,x\n")
        actor = self.layer(self.geojson(network), "actors")[0]["properties"]
        self.assertEqual((actor["layer"], actor["position"], actor["name"]), ("actors", "area", "Ämter & Söhne"))
        self.assertEqual({actor["extra_Position"], actor["extra_layer"], actor["extra_FID"], actor["extra_Geom"]}, {"oben", "unten", "7", "x"})
        said_by("convert", network, self.folder / "x.gpkg")


class GeoPackage(InFolder):
    def write(self, network, name="netz.gpkg", env=None):
        said_by("convert", network, self.folder / name, env=env)
        return self.folder / name

    def open(self, path):
        base = sqlite3.connect(path)
        self.addCleanup(base.close)
        return base

    def test_holds_what_geojson_holds(self):
        for name in ("musterkreis", "verzahnung"):
            collection = self.geojson(DATASETS / name)
            base = self.open(self.write(DATASETS / name, f"{name}.gpkg"))
            self.assertEqual(base.execute("PRAGMA application_id").fetchone()[0], 0x47504B47)  # "GPKG", OGC 12-128r17
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            for layer, kind in (("actors", "POINT"), ("ties", "LINESTRING"), ("areas", "MULTIPOLYGON")):
                self.assertEqual(base.execute("SELECT geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", [layer]).fetchone(), (kind, 4326))
                cursor = base.execute(f"SELECT * FROM {layer} ORDER BY fid")
                names = [d[0] for d in cursor.description]
                rows = [dict(zip(names, row)) for row in cursor]
                features = self.layer(collection, layer)
                self.assertEqual(len(rows), len(features))
                for row, feature in zip(rows, features):
                    self.assertEqual(row["geom"] is None, feature["geometry"] is None)
                    for field, value in feature["properties"].items():
                        if field != "layer":
                            self.assertEqual(row[field], value, f"{name} {layer} {field}")
                    if layer == "actors" and row["geom"]:
                        self.assertEqual(list(struct.unpack("<dd", row["geom"][-16:])), feature["geometry"]["coordinates"])
            words = base.execute("SELECT DISTINCT description FROM gpkg_contents WHERE data_type = 'features'").fetchall()
            self.assertEqual(len(words), 1)
            self.assertIn(ATTRIBUTION if name == "verzahnung" else "fiktive Daten", words[0][0])

    def test_same_network_same_bytes(self):
        first = self.write(DATASETS / "verzahnung", "a.gpkg").read_bytes()
        zone = {"TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LOTSE_LANGUAGE": "de", "OGR_CURRENT_DATE": "2001-01-01T00:00:00Z"}
        self.assertEqual(first, self.write(DATASETS / "verzahnung", "b.gpkg", env=zone).read_bytes())

    def test_network_without_ties_or_places(self):
        path = self.write(self.network(actors="key,name,kind\na,A,other\n"))
        base = self.open(path)
        self.assertEqual([base.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("actors", "ties", "areas")], [1, 0, 0])

    @unittest.skipUnless(shutil.which("ogrinfo"), "gdal-bin is not installed")
    def test_gdal_reads_it(self):
        path = self.write(DATASETS / "verzahnung")
        said = subprocess.run(["ogrinfo", "-so", "-al", path], capture_output=True, text=True, check=True)
        self.assertNotRegex(said.stderr, "(?i)warning|error")
        for words in ("Layer name: actors", "Feature Count: 66", "Layer name: ties", "Feature Count: 113", "Geometry: Multi Polygon", 'ID["EPSG",4326]'):
            self.assertIn(words, said.stdout)
        valid = subprocess.run(["ogrinfo", "-q", "-dialect", "SQLite", "-sql", "SELECT count(*) AS n FROM areas WHERE NOT ST_IsValid(geom)", path], capture_output=True, text=True)
        if valid.returncode == 0 and "no such function" not in valid.stderr:
            self.assertIn("= 0", valid.stdout)
        back = self.folder / "back.json"
        subprocess.run(["ogr2ogr", "-f", "GeoJSON", back, path, "actors"], check=True, capture_output=True)
        names = [f["properties"]["name"] for f in json.loads(back.read_text(encoding="utf-8"))["features"]]
        self.assertEqual(sorted(names), sorted(r["name"] for r in table("verzahnung", "actors")))

    @unittest.skipUnless(shutil.which("ogrinfo"), "gdal-bin is not installed")
    def test_gdal_reads_geojson(self):
        self.geojson(DATASETS / "musterkreis")
        said = subprocess.run(["ogrinfo", "-so", "-al", self.folder / "netz.geojson"], capture_output=True, text=True, check=True)
        self.assertEqual(said.stderr, "")
        self.assertIn(f"Feature Count: {86 + 179 + 8}", said.stdout)


class Indicators(InFolder):
    def read(self, network):
        target = self.folder / "k.csv"
        self.said = said_by("convert", network, target, "--as", "indicators", "--overwrite")
        return csv_rows(target)

    def test_one_row_an_area_and_date(self):
        rows = self.read(DATASETS / "verzahnung")
        self.assertEqual(len(rows), len({(r["area"], r["year"]) for r in rows}))
        self.assertEqual([r["area"] for r in rows], sorted(r["area"] for r in rows))
        luneburg = rows[0]
        self.assertEqual((luneburg["area"], luneburg["area_name"], luneburg["unemployed_sgb2"]), ("03355", "Lüneburg", ""))
        for row in rows:
            self.assertRegex(row["date"], r"^\d{4}-\d\d-\d\d$")
            self.assertEqual(row["date"][:4], row["year"])

    def test_small_counts_are_kept_back_and_named(self):
        network = self.network(
            actors="key,name,kind,area\na,A,other,g1\n",
            areas="key,name,level,parent,population,long_term\nkreis,Kreis,district,,900,12\n"
                  "g1,G1,municipality,kreis,300,2\ng2,G2,municipality,kreis,300,4\ng3,G3,municipality,kreis,300,6\n",
            offers="key,name,topics,areas\no,O,LP-BEW,kreis\n")
        rows = {r["area"]: r for r in self.read(network)}
        self.assertEqual(set(rows), {"g1", "g2", "g3"})
        self.assertEqual((rows["g1"]["long_term"], rows["g1"]["withheld"]), ("", "long_term"))
        # 12 - 4 - 6 would give it away.
        self.assertIn("", (rows["g2"]["long_term"], rows["g3"]["long_term"]))
        self.assertEqual({r["population"] for r in rows.values()}, {"300"})
        self.assertIn("withheld", self.said)
        areas = {f["properties"]["area"]: f["properties"] for f in self.layer(self.geojson(network), "areas")}
        self.assertIsNone(areas["g1"]["long_term"])
        self.assertEqual(areas["g1"]["withheld"], "long_term")


class Kumu(InFolder):
    def rows(self, network, *words):
        book = self.folder / "kumu.xlsx"
        self.said = said_by("convert", network, book, "--as", "kumu", "--overwrite", *words)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", self.folder, book],
                       check=True, capture_output=True, timeout=120)
        return {p.stem.partition("-")[2]: csv_rows(p) for p in self.folder.glob("kumu-*.csv")}

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_elements_and_connections(self):
        sheets = self.rows(DATASETS / "musterkreis", "--language", "de")
        self.assertEqual(set(sheets), {"Elements", "Connections", "Netz (ignore)"})
        elements, connections = sheets["Elements"], sheets["Connections"]
        self.assertEqual(list(elements[0])[:4], ["Label", "Type", "Description", "Tags"])
        self.assertEqual(list(connections[0])[:6], ["From", "To", "Direction", "Type", "Label", "Strength"])
        actors = {r["key"]: r["name"] for r in table("musterkreis", "actors")}
        ties = table("musterkreis", "ties")
        self.assertEqual({e["Key"] for e in elements}, set(actors))
        labels = {e["Key"]: e["Label"] for e in elements}
        self.assertEqual(len(set(labels.values())), len(actors))
        self.assertEqual(sorted((c["From"], c["To"], c["Strength"]) for c in connections),
                         sorted((labels[t["from"]], labels[t["to"]], t["level"]) for t in ties))
        self.assertEqual(sum(c["Direction"] == "undirected" for c in connections), sum(t["kind"] in ("cooperates", "same_as") for t in ties))
        self.assertEqual({c["Direction"] for c in connections}, {"directed", "undirected"})
        self.assertNotIn("@", json.dumps(sheets["Elements"]))

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_labels_are_unique(self):
        network = self.network(actors="key,name,kind\na,Sportverein,sports_club\nb,sportverein,sports_club\nc,A|B,other\nd,Sportverein (a),other\n",
                               ties="from,to,kind\na,b,cooperates\nc,d,refers_to\n")
        sheets = self.rows(network)
        labels = {e["Key"]: e["Label"] for e in sheets["Elements"]}
        self.assertEqual(len({label.casefold() for label in labels.values()}), 4)
        self.assertEqual(labels["c"], "A/B")
        self.assertEqual({(c["From"], c["To"]) for c in sheets["Connections"]}, {(labels["a"], labels["b"]), (labels["c"], labels["d"])})
        self.assertIn("Kumu", self.said)


if __name__ == "__main__":
    unittest.main()
