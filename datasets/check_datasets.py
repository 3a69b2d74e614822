#!/usr/bin/env python3
"""Checks the shipped data sets: codes, areas, networks and, given the documents, the evidence.

Usage: check_datasets.py [FOLDER_OF_THE_FIVE_DOCUMENTS]
Prints every problem, then one line a part; exit code 1 when there is a problem.
"""
import csv
import json
import re
import sys
from pathlib import Path

from evidence import check_evidence

ROOT = Path(__file__).resolve().parent
problems = []

SECTORS = """work health municipality social sport education insurance science politics
    umbrella""".split()
ACTOR_KINDS = """jobcenter employment_agency health_conference health_office health_insurer
insurer_association prevention_alliance state_association municipality council general_practice
physician_network clinic rehabilitation psychotherapy addiction_counselling debt_counselling
family_counselling counselling mens_network womens_centre self_help welfare_association sports_club
sports_federation adult_education training_provider unemployed_initiative community_centre
neighbourhood_office research ministry umbrella body working_group steering_group agreement
programme event other""".split()
TIE_KINDS = """cooperates refers_to informs member_of leads hosts_office party_to provides funds
coordinates accompanies participates_in part_of represents trains advises evaluates successor_of
same_as""".split()
STATES = "available barrier planned none unknown".split()
CIRCLES = "sgb2 sgb3 sgb5 sgb6 sgb8 sgb9 sgb12 oegd free".split()
COMMON = "source as_of confidence note".split()
COLUMNS = {
    "actors": """key name kind short_name aliases sector area serves part_of legal carrier level
        lat lon website mailbox expected_role scope status since until""",
    "ties": """from to kind level topics targets legal_basis route feedback confirmed_by
        funding_share since until status origin""",
    "offers": """key name topics form delivery providers host funders areas venues targets legal
        free fee_eur voluntary open_to start end duration_weeks capacity vacancies routes certified
        neutral_title evaluated languages status""",
    "venues": "key name kind area lat lon barrier_free neutral transit_minutes",
    "areas": """key name level parent settlement population unemployed_sgb2 unemployed_sgb3
        long_term deprivation lat lon""",
    "contacts": "actor role filled mailbox",
    "agenda": "body topic stage date next_step",
    "findings": "area topic target state reason",
    "needs": "area topic target persons year",
    "travel": "from to minutes km mode",
    "sources": "key title date url kind",
    "codes": "list code de en sector rule",
}
COLUMNS = {table: names.split() for table, names in COLUMNS.items()}
REQUIRED = {
    "actors": "key name kind", "ties": "from to kind", "offers": "key name topics",
    "venues": "key name", "areas": "key name level", "contacts": "actor role filled",
    "agenda": "body topic stage", "findings": "area topic state", "needs": "area topic persons",
    "travel": "from to", "sources": "key title", "codes": "list code de en",
}
THREE_VALUED = {"free", "voluntary", "feedback", "barrier_free", "neutral", "filled",
                "neutral_title", "evaluated"}
# column of a table -> code list
CODE_COLUMNS = {
    "actors": {"kind": "actor_kinds", "legal": "legal_circles", "carrier": "carriers",
               "level": "levels", "expected_role": "expected_roles", "scope": "scopes",
               "status": "actor_statuses", "confidence": "confidences"},
    "ties": {"kind": "tie_kinds", "level": "tie_levels", "topics": "topics", "targets": "targets",
             "legal_basis": "legal_bases", "route": "routes", "confirmed_by": "confirmed_by",
             "status": "tie_statuses", "confidence": "confidences"},
    "offers": {"topics": "topics", "form": "offer_forms", "delivery": "deliveries",
               "targets": "targets", "legal": "legal_circles", "open_to": "open_to",
               "routes": "routes", "status": "offer_statuses", "confidence": "confidences"},
    "venues": {"kind": "venue_kinds"},
    "areas": {"level": "levels", "settlement": "settlement_classes"},
    "contacts": {"role": "contact_roles"},
    "agenda": {"topic": "topics", "stage": "agenda_stages"},
    "findings": {"topic": "topics", "target": "targets", "state": "coverage_states",
                 "reason": "gap_reasons"},
    "needs": {"topic": "topics", "target": "targets"},
}
# column of a table -> table (or "places": venues or areas) whose keys it names
REFERENCES = {
    "actors": {"area": "areas", "serves": "areas", "part_of": "actors"},
    "ties": {"from": "actors", "to": "actors"},
    "offers": {"providers": "actors", "host": "actors", "funders": "actors", "areas": "areas",
               "venues": "venues"},
    "venues": {"area": "areas"}, "areas": {"parent": "areas"}, "contacts": {"actor": "actors"},
    "agenda": {"body": "actors"}, "findings": {"area": "areas"}, "needs": {"area": "areas"},
    "travel": {"from": "places", "to": "places"},
}
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
TEN = "15001 15003 15081 15082 15084 15085 15086 15087 15088 15091".split()


def expect(holds, message):
    if not holds:
        problems.append(message)


def rows(path):
    raw = path.read_bytes()
    expect(b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf"), f"{path}: not UTF-8 with LF")
    found = list(csv.DictReader(raw.decode("utf-8").splitlines(keepends=True)))
    for number, row in enumerate(found, 2):
        expect(None not in row and None not in row.values(), f"{path}:{number}: wrong field count")
        expect(all(v == v.strip() for v in row.values() if isinstance(v, str)),
               f"{path}:{number}: leading or trailing blank")
    return found


def items(text):
    return [part for part in text.split("|") if part]


def check_dates(where, row):
    for column in ("as_of", "valid_from", "valid_until", "since", "until", "start", "end", "date"):
        value = row.get(column, "")
        expect(not value or PARTIAL_DATE.match(value), f"{where}: {column} is no date: {value}")
    for first, last in (("valid_from", "valid_until"), ("since", "until"), ("start", "end")):
        a, b = row.get(first, ""), row.get(last, "")
        expect(not a or not b or a[:len(b)] <= b, f"{where}: {last} before {first}")


def check_codes():
    lists = {}
    for path in sorted((ROOT / "codes").glob("*.csv")):
        table = rows(path)
        lists[path.stem] = table
        for number, row in enumerate(table, 2):
            where = f"codes/{path.name}:{number}"
            expect(row.get("source"), f"{where}: no source")
            check_dates(where, row)
        if path.stem in ("mandates", "municipal_carriers", "starter_exceptions"):
            continue
        spelling = {}
        for number, row in enumerate(table, 2):
            where = f"codes/{path.name}:{number}"
            expect(row["code"] and row["de"] and row["en"], f"{where}: code, de or en is empty")
            words = {w.lower() for w in [row["code"], row["de"], row["en"], *items(row["aliases"])]}
            for word in sorted(words):
                other = spelling.setdefault(word, row["code"])
                expect(other == row["code"], f"{where}: '{word}' also means {other}")
            expect(len(items(row["aliases"])) == len({a.lower() for a in items(row["aliases"])}),
                   f"{where}: an alias twice")
    codes = {name: {r["code"] for r in t} for name, t in lists.items() if t and "code" in t[0]}
    codes |= {"tie_kinds": set(TIE_KINDS), "coverage_states": set(STATES)}  # fixed in the program
    expect([r["code"] for r in lists["actor_kinds"]] == ACTOR_KINDS, "actor kinds differ")
    expect([r["code"] for r in lists["legal_circles"]] == CIRCLES, "legal circles differ")
    tags = [r["tag"] for r in lists["actor_kinds"]]
    expect(len(set(tags)) == len(tags) and all(2 <= len(t) <= 4 for t in tags), "map tags")
    for r in lists["actor_kinds"]:
        expect(r["sector"] in SECTORS + [""], f"actor_kinds {r['code']}: sector")
        expect(r["role"] in ("organisation", "body", "fact"), f"actor_kinds {r['code']}: role")
        expect((r["tier"] in ("steering", "structure", "action")) != (r["code"] == "other"),
               f"actor_kinds {r['code']}: tier")
        expect(set(items(r["legal"])) <= codes["legal_circles"], f"actor_kinds {r['code']}: legal")
    for r in lists["topics"]:
        expect(r["official"] == ("yes" if r["code"].startswith("LP-") else "no"),
               f"topics {r['code']}: official")
    for r in lists["legal_bases"]:
        expect(r["circle"] in CIRCLES + [""], f"legal_bases {r['code']}: circle")
    seen = set()
    for r in lists["mandates"]:
        name = f"mandates {r['circle']} {r['legal_basis']}"
        expect(r["circle"] in CIRCLES and r["legal_basis"] in codes["legal_bases"], name)
        expect(r["allowed"] in ("yes", "conditional"), f"{name}: allowed")
        conditional = r["allowed"] == "conditional"
        expect(conditional == bool(r["condition_de"]) == bool(r["condition_en"]),
               f"{name}: condition")
        expect((r["circle"], r["legal_basis"], r["valid_from"]) not in seen, f"{name}: twice")
        seen.add((r["circle"], r["legal_basis"], r["valid_from"]))
    for r in lists["legal_bases"]:
        may = [m["circle"] for m in lists["mandates"]
               if m["legal_basis"] == r["code"] and m["allowed"] == "yes"]
        expect(may, f"legal_bases {r['code']}: no circle may act on it")
    for r in lists["funding_instruments"]:
        expect(r["funder_circle"] in CIRCLES, f"funding_instruments {r['code']}: circle")
        expect(r["legal_basis"] in codes["legal_bases"] | {""}, f"funding {r['code']}: basis")
        expect(r["allowed"] in ("yes", "conditional"), f"funding {r['code']}: allowed")
        expect(r["voluntary"] in ("yes", ""), f"funding {r['code']}: voluntary")
        expect(r["evaluation"] in ("conditional", ""), f"funding {r['code']}: evaluation")
        for column, code_list in (("forms", "offer_forms"), ("topics", "topics"),
                                  ("targets", "targets"), ("legal", "legal_circles"),
                                  ("providers", "actor_kinds"), ("funders", "actor_kinds"),
                                  ("certified", "certifications")):
            expect(set(items(r[column])) <= codes[code_list], f"funding {r['code']}: {column}")
        expect(not r["max_share"] or 0 < float(r["max_share"]) <= 1, f"funding {r['code']}: share")
    print(f"codes: {len(codes)} lists, {len(lists['legal_bases'])} legal bases, "
          f"{len(lists['mandates'])} mandates")
    return codes, lists


def polygons(geometry):
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def inside(lon, lat, geometry):
    for polygon in polygons(geometry):
        odd = False
        for ring in polygon:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    odd = not odd
        if odd:
            return True
    return False


def check_geo(codes, lists):
    geo = ROOT / "geo"
    states = {r["key"]: r for r in rows(geo / "laender.csv")}
    districts = {r["key"]: r for r in rows(geo / "kreise.csv")}
    expect(len(states) == 16, f"{len(states)} Laender instead of 16")
    expect(len(districts) == 400, f"{len(districts)} Kreise instead of 400")
    expect(len({r["name"] for r in districts.values()}) == 400, "two Kreise share a name")
    for key, r in districts.items():
        expect(re.fullmatch(r"\d{5}", key) and r["parent"] == key[:2] and key[:2] in states,
               f"Kreis {key}: key or parent")
        expect(r["level"] == "district" and r["settlement"] in ("", "1"), f"Kreis {key}: level")
        city = r["kind"] in ("Kreisfreie Stadt", "Stadtkreis") and int(r["population"]) >= 100000
        expect(city == (r["settlement"] == "1"), f"Kreis {key}: settlement")
        expect(r["source"] and r["as_of"] == "2018-12-31", f"Kreis {key}: source or date")
        expect(", " not in r["name"], f"Kreis {key}: name {r['name']}")
    for key, r in states.items():
        total = sum(int(d["population"]) for d in districts.values() if d["parent"] == key)
        expect(r["level"] == "state" and int(r["population"]) == total, f"Land {key}: population")
    population = sum(int(r["population"]) for r in districts.values())
    expect(round(population / 1e6, 1) == 83.0, f"population is {population}")
    for table, file in ((states, "laender.geojson"), (districts, "kreise.geojson")):
        features = json.loads((geo / file).read_text(encoding="utf-8"))["features"]
        shapes = {f["properties"]["key"]: f["geometry"] for f in features}
        expect(len(features) == len(shapes) and set(shapes) == set(table), f"{file}: keys")
        for key in set(shapes) & set(table):
            point = float(table[key]["lon"]), float(table[key]["lat"])
            expect(inside(*point, shapes[key]), f"{file}: label point of {key} is outside")
    for r in rows(geo / "kreise_nachbarn.csv"):
        expect(r["key_a"] < r["key_b"] and {r["key_a"], r["key_b"]} <= set(districts),
               f"neighbours {r}")
    for r in rows(geo / "kreise_aenderungen.csv"):
        expect(r["old_key"] not in districts and r["new_key"] in districts, f"change {r}")
    places = [geo / "gemeinden.csv", geo / "orte.csv"]
    for path in places:
        for number, r in enumerate(rows(path), 2):
            in_germany = 47 < float(r["lat"]) < 56 and 5 < float(r["lon"]) < 16
            expect(r["parent"] in districts and in_germany,
                   f"{path.name}:{number}: parent or position")
    expect(sum(p.stat().st_size for p in places) < 1_000_000, "places are 1 MB or more")
    for key, name in (("15002", "Halle (Saale)"), ("15083", "Börde"), ("15089", "Salzlandkreis"),
                      ("15090", "Stendal"), ("15085", "Harz"), ("05911", "Bochum"),
                      ("09162", "München"), ("09184", "Landkreis München")):
        expect(districts.get(key, {}).get("name") == name, f"Kreis {key} is not {name}")
    share = sum(int(districts[k]["population"]) for k in TEN) / int(states["15"]["population"])
    expect(round(100 * share, 1) == 67.7, f"the ten Kreise hold {100 * share:.1f} %")
    carriers = [r["area"] for r in lists["municipal_carriers"]]
    expect(len(carriers) == 104 and set(carriers) <= set(districts), "municipal carriers")
    print(f"geo: {len(states)} Laender, {len(districts)} Kreise, {population} inhabitants, "
          f"ten Kreise {100 * share:.1f} % of Sachsen-Anhalt")
    return set(states) | set(districts)


def check_starter(lists, areas):
    """Rules of starter networks: one for every kind and Land, exceptions in known Kreise."""
    rules, exceptions = lists["starter_rules"], lists["starter_exceptions"]
    kinds = {r["kind"] for r in rules}
    expect(kinds <= set(ACTOR_KINDS), "starter rules: unknown kind")
    lands = [(r["kind"], r["land"]) for r in rules]
    expect(len(set(lands)) == len(lands), "starter rules: a kind and Land twice")
    expect(all((kind, "") in lands for kind in kinds), "starter rules: a kind without general rule")
    for r in rules:
        where = f"starter_rules {r['code']}"
        expect(r["land"] in areas | {""} and len(r["land"]) in (0, 2), f"{where}: land")
        expect(r["required"] in ("yes", "no", "unchecked") and r["as_of"], f"{where}: required")
        made = r["required"] == "yes"
        expect(made == bool(r["name_de"]) == bool(r["name_en"]), f"{where}: name")
        expect(not made or r["basis"], f"{where}: no basis")
        expect(bool(r["note_de"]) == bool(r["note_en"]), f"{where}: note in one language")
        expect(made or r["note_de"], f"{where}: does not say why nothing is made")
    expect(len({r["key"] for r in exceptions}) == len(exceptions), "starter exceptions: key twice")
    places = {r["key"] for r in rows(ROOT / "geo" / "gemeinden.csv")}
    for r in exceptions:
        where, districts = f"starter_exceptions {r['key']}", items(r["districts"])
        expect(r["kind"] in kinds and r["effect"] in ("instead", "besides"), f"{where}: kind")
        expect(districts and set(districts) <= areas and all(len(d) == 5 for d in districts),
               f"{where}: districts")
        seat = r["area"] in districts if not r["area_name"] else r["area"] not in areas
        expect(seat and (r["area"] in places or not r["area"].isdigit() or r["area"] in areas),
               f"{where}: area")
        expect(r["de"] and r["en"] and r["note_de"] and r["note_en"], f"{where}: words")
        expect(bool(r["carrier"]) == (r["kind"] == "jobcenter"), f"{where}: carrier")
    print(f"starter: {len(rules)} rules, {len(exceptions)} exceptions")


def check_network(folder, codes, built_in_areas):
    name = folder.relative_to(ROOT).as_posix()
    tables = {t: rows(folder / f"{t}.csv") for t in COLUMNS if (folder / f"{t}.csv").exists()}
    own = {r["list"]: set() for r in tables.get("codes", [])}
    for r in tables.get("codes", []):
        own[r["list"]].add(r["code"])
    keys = {t: {r["key"] for r in tables.get(t, [])} for t in ("actors", "areas", "venues")}
    keys["areas"] |= built_in_areas
    keys["places"] = keys["areas"] | keys["venues"]
    for table, found in tables.items():
        for number, row in enumerate(found, 2):
            where = f"{name}/{table}.csv:{number}"
            for column in row:
                expect(column in COLUMNS[table] + COMMON, f"{where}: unknown column {column}")
            for column in REQUIRED[table].split():
                expect(row.get(column), f"{where}: {column} is empty")
            for column, code_list in CODE_COLUMNS.get(table, {}).items():
                for value in items(row.get(column, "")):
                    expect(value in codes[code_list] | own.get(code_list, set()),
                           f"{where}: {column} {value} is no code of {code_list}")
            for column, target in REFERENCES.get(table, {}).items():
                for value in items(row.get(column, "")):
                    place = target in ("areas", "places") and re.fullmatch(r"\d{8}", value)
                    expect(value in keys[target] or place,
                           f"{where}: {column} {value} is not among the {target}")
            for column in THREE_VALUED & set(row):
                expect(row[column] in ("yes", "no", "unknown", ""), f"{where}: {column}")
            check_dates(where, row)
            if table == "ties":
                expect(row["from"] != row["to"], f"{where}: a tie to itself")
        values = [r["key"] for r in found if "key" in r]
        expect(len(values) == len(set(values)), f"{name}/{table}.csv: a key twice")
    check_package(folder, tables)
    check_privacy(folder)
    print(f"{name}: " + ", ".join(f"{len(t)} {n}" for n, t in tables.items()))
    return tables


def check_package(folder, tables):
    path = folder / "datapackage.json"
    if not path.exists():
        return
    package = json.loads(path.read_text(encoding="utf-8"))
    expect(package.get("title") and package.get("licenses"), f"{path}: title or licence missing")
    resources = {r["name"]: r for r in package["resources"]}
    expect(set(resources) == set(tables), f"{path}: resources are not the tables")
    for table in set(resources) & set(tables):
        fields = [f["name"] for f in resources[table]["schema"]["fields"]]
        expect(not tables[table] or fields == list(tables[table][0]), f"{path}: fields of {table}")


def check_privacy(folder):
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for mail in re.findall(r"[\w.+-]+@[\w.-]*\w", text):
            expect(mail.endswith(".example"), f"{path}: a real mailbox")
        expect(not re.search(r"(?i)\b(tel|fax|telefon)\b[.: ]*\d", text), f"{path}: a phone number")


def check_verzahnung(tables):
    sources = {r["key"]: r for r in tables["sources"]}
    expect(list(sources) == [f"doc-00{i}" for i in range(5)], "verzahnung: sources")
    for table, found in tables.items():
        for number, row in enumerate(found, 2):
            if table == "sources":
                continue
            where = f"verzahnung/{table}.csv:{number}"
            expect(items(row["source"]) and row["confidence"], f"{where}: source or confidence")
            for reference in items(row["source"]):
                expect(re.fullmatch(r"doc-00[0-4]:[1-9]\d*(-[1-9]\d*)?", reference),
                       f"{where}: source {reference}")
    actors = {r["key"]: r for r in tables["actors"]}
    inside_programme = {r["from"] for r in tables["ties"] if r["kind"] == "participates_in"
                        and r["to"] == "prg-verzahnung" and r["status"] == "active"}
    served = {a for k in inside_programme if actors[k]["kind"] in ("jobcenter", "employment_agency")
              for a in items(actors[k]["serves"])}
    expect(sorted(a for a in served if a.startswith("15")) == TEN, "verzahnung: the ten Kreise")
    for land in ("07", "14", "15"):
        expect(any(a.startswith(land) for a in served), f"verzahnung: no site in Land {land}")
    for row in tables["ties"]:
        for end in (row["from"], row["to"]):
            expect(actors[end]["scope"] != "proposed" or row["status"] in ("proposed", "planned"),
                   f"verzahnung: existing tie to {end}, which is only proposed")


def main():
    codes, lists = check_codes()
    areas = check_geo(codes, lists)
    check_starter(lists, areas)
    for file in sorted(ROOT.glob("**/actors.csv")):
        tables = check_network(file.parent, codes, areas)
        if file.parent.name == "verzahnung":
            check_verzahnung(tables)
            if len(sys.argv) > 1:
                check_evidence(tables, Path(sys.argv[1]), expect)
            else:
                print("evidence: skipped, no folder of documents given")
    for problem in problems:
        print("PROBLEM", problem, file=sys.stderr)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
