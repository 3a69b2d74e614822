"""What lotse makes of a network of hostile names, compared with what it was given.

The canonical form of a text is trimmed and in NFC. Beyond that, a name is changed in these ways only:
  tables for people        what begins like a formula has one more quote
  own tables, workbooks    only what begins like a formula behind a quote has one more; the tables of Gephi and HSDS have none
  pages, text, maps, DOT   line breaks and tabs are blanks (DOT keeps line breaks); text and maps break lines, so there blanks do not count
  Kumu                     | is /, and equal names have their key in brackets
Python >= 3.9, standard library only."""
import collections
import contextlib
import csv
import re
import sqlite3
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

from hostile_network import FORBIDDEN, FORMULA, guarded, in_line, in_sentence, squeezed, unquoted
from output_readers import (DOT, Faults, Map, Page, Workbook, check_svg, consists_of, elements, graphviz, json_of, local, records, rows_of, shown,
                            tables_of, texts_of_xdot, xml_of)
from writing import DATASETS, LOTSE, environment

RESULT_PAGE = {(tag, name) for tag, names in {
    "html": "lang", "head": "", "meta": "charset http-equiv content name", "title": "", "style": "", "body": "", "h1": "", "h2": "", "p": "class",
    "dl": "class", "div": "class", "dt": "", "dd": "", "table": "", "thead": "", "tbody": "", "tr": "", "th": "scope class", "td": "class",
    "span": "class", "ul": "class", "li": ""}.items() for name in ["", *names.split()]}


def match_key(text):
    """What Kumu and lotse take for the same name: letters and digits, whatever their case."""
    kept = [c if unicodedata.category(c).startswith(("L", "Nd")) or c == "§" else " " for c in unicodedata.normalize("NFC", text).casefold()]
    return " ".join("".join(kept).split())


def blocks_of(text):
    """Of a result as text: the first two columns of every block, a row that goes over several lines put together, without blanks."""
    blocks, columns = [], None
    for line in text.split("\n"):
        if re.fullmatch("(  ─+)+", line):
            columns = [found.span() for found in re.finditer("─+", line)][:2]
            blocks.append([])
        elif not line or line.startswith("  ohne Werte: ") or len(columns or []) < 2:
            columns = None
        else:
            first, second = (line[start:end].strip(" ") for start, end in columns)
            if first:
                blocks[-1].append((first, squeezed(second)))
            elif blocks[-1]:
                blocks[-1][-1] = blocks[-1][-1][0], blocks[-1][-1][1] + squeezed(second)
    return blocks


def run_lotse(faults, *words, code=0):
    run = subprocess.run([LOTSE, *map(str, words), "--quiet"], env=environment(), capture_output=True, timeout=900)
    if code is not None and run.returncode != code:
        faults.append(f"{' '.join(map(str, words))}: exit {run.returncode}, {run.stderr.decode(errors='replace')[:400]}")
    faults.none(f"{words[0]!a} says", FORBIDDEN.findall((run.stdout + run.stderr).decode()))
    return run


class Labels:
    """Of codes, as `lotse list codes` says them."""

    def __init__(self):
        listed = run_lotse(Faults(), "list", "codes", DATASETS / "musterkreis", "--format", "json", "--language", "de").stdout
        rows = json_of(listed)["tables"]["codes"]
        self.kind = {row["code"]: row["label"] for row in rows if row["list"] == "actor_kinds"}
        self.tie = {row["code"]: row["label"] for row in rows if row["list"] == "tie_kinds"}
        with open(DATASETS / "codes" / "actor_kinds.csv", encoding="utf-8", newline="") as file:
            self.tag = {row["code"]: row["tag"] for row in csv.DictReader(file)}


class Outputs:
    """Everything that lotse makes of one network, compared with what it was given."""

    def __init__(self, faults, network, labels):
        self.faults, self.net, self.labels = faults, network, labels

    def lotse(self, *words):
        return run_lotse(self.faults, *words, "--language", "de")

    def attempt(self, what, read, *words):
        self.faults.read += 1
        try:
            read(what, *words)
        except (AssertionError, OSError, ValueError, LookupError, ET.ParseError, csv.Error, sqlite3.Error, zipfile.BadZipFile) as problem:
            self.faults.append(f"{what}: {type(problem).__name__} {problem}"[:600])

    def exports(self):
        for what, read in (("out.json", self.json), ("tables", self.folder), ("out.gexf", self.gexf), ("out.graphml", self.graphml),
                           ("out.dot", self.dot), ("out.xlsx", self.workbook), ("gephi-csv", self.gephi), ("hsds", self.hsds),
                           ("hsds.json", self.hsds_json), ("kumu.xlsx", self.kumu), ("out.geojson", self.geojson), ("out.gpkg", self.geopackage),
                           ("indicators.csv", self.indicators)):
            words = [] if what.startswith("out.") else ["--as", what.split(".")[0]]
            target = self.net.folder / what
            self.lotse("convert", self.net.path, target, *words)
            self.attempt(what, read, target)

    def texts(self, what, table, rows, columns=None, unquote=str):
        """Of all text columns of a table."""
        for column in columns or self.net.columns[table]:
            got = {self.net.key_of(table, row): row.get(column) for row in rows}
            got = {key: "|".join(text) if isinstance(text, list) else unquote(text or "") for key, text in got.items()}
            self.faults.same(f"{what} {table}.{column}", got, self.net.texts(table, column))

    def json(self, what, path):
        content = json_of(path.read_bytes())
        self.faults.same(f"{what} name", (content["name"], content["license"]), (self.net.title, self.net.license))
        for table in self.net.tables:
            self.texts(what, table, content["tables"][table])

    def folder(self, what, path):
        package = json_of((path / "datapackage.json").read_bytes())
        self.faults.same(f"{what} title", package["title"], self.net.title)
        for table in self.net.tables:
            self.texts(what, table, records((path / f"{table}.csv").read_bytes()), unquote=unquoted)

    def gexf(self, what, path):
        root = xml_of(self.faults, what, path.read_bytes())
        for part, table, of in (("node", "actors", lambda e: {"key": e.get("id"), "name": e.get("label")}),
                                ("edge", "ties", lambda e: {"from": e.get("source"), "to": e.get("target")})):
            declared = [group for group in elements(root, "attributes") if group.get("class") == part]
            titles = {e.get("id"): e.get("title") for group in declared for e in elements(group, "attribute")}
            rows = [{**of(e), **{titles[value.get("for")]: value.get("value") for value in elements(e, "attvalue")}} for e in elements(root, part)]
            self.texts(what, table, rows)
        head, description = f"{self.net.title} – License: {self.net.license} – Sources: ", elements(root, "description")[0].text
        self.faults.same(f"{what} description", description[:len(head)], head)

    def graphml(self, what, path):
        root = xml_of(self.faults, what, path.read_bytes())
        names = {e.get("id"): e.get("attr.name") for e in elements(root, "key")}

        def data(element):
            return {names[value.get("key")]: value.text for value in elements(element, "data")}

        nodes = [{**row, "key": e.get("id"), "name": row["label"]} for e in elements(root, "node") for row in [data(e)]]
        self.texts(what, "actors", nodes)
        edges = [{**row, "from": e.get("source"), "to": e.get("target")} for e in elements(root, "edge") for row in [data(e)]]
        given = set(self.net.texts("ties", "note"))  # undirected ones stand there twice
        self.texts(what, "ties", [row for row in edges if self.net.key_of("ties", row) in given])
        graph = data(elements(root, "graph")[0])
        self.faults.same(f"{what} name", (graph["name"], graph["license"]), (self.net.title, self.net.license))

    def dot(self, what, path):
        if not DOT:
            return
        graph = json_of(graphviz("-Tdot_json", data=path.read_bytes()))
        wanted = {key: name.replace("\t", " ").replace("\r", " ") for key, name in self.net.texts("actors", "name").items()}
        self.faults.same(f"{what} labels", {node["name"]: shown(node["label"]) for node in graph["objects"]}, wanted)
        self.faults.same(f"{what} label", (shown(graph["label"]), shown(graph["license"])), (self.net.title, self.net.license))
        picture = ET.fromstring(graphviz("-Kosage", "-Tsvg", data=path.read_bytes()))

        def lines(text):  # Graphviz makes some blanks no-break spaces and leaves out empty lines
            return [line for line in text.replace("\xa0", " ").split("\n") if line.strip(" ")]

        drawn = {elements(node, "title")[0].text: lines("\n".join(e.text or "" for e in elements(node, "text")))
                 for node in elements(picture, "g") if node.get("class") == "node"}
        self.faults.same(f"{what} drawn by Graphviz", drawn, {key: lines(name) for key, name in wanted.items()})
        self.faults.none(f"{what} drawn by Graphviz has", [e.tag for e in picture.iter() if local(e.tag) in ("a", "image", "script")])

    def workbook(self, what, path):
        book = Workbook(self.faults, what, path)
        sheets = {"actors": "Akteure", "ties": "Beziehungen", "offers": "Angebote", "venues": "Orte", "areas": "Gebiete",
                  "contacts": "Ansprechstellen", "agenda": "Agenda", "findings": "Feststellungen", "sources": "Quellen", "codes": "Codes"}
        headings = {"Name *": "name", "Titel *": "title", "Kurzname": "short_name", "Auch genannt": "aliases", "Adresse": "url",
                    "Webseite": "website", "Anmerkung": "note", "Nächster Schritt": "next_step", "Deutsch *": "de", "Englisch *": "en"}
        for table, sheet in sheets.items():
            first, *others = book.rows(sheet)
            columns = ["key", *(headings.get(heading, heading) for heading in first[1:])]
            rows = [dict(zip(columns, row)) for row in others]
            if "key" in self.net.tables[table][0]:
                self.texts(what, table, rows, unquote=unquoted)
            else:  # the other keys are words there
                for column in self.net.columns[table]:
                    wanted = sorted(self.net.texts(table, column).values())
                    self.faults.same(f"{what} {table}.{column}", sorted(unquoted(row[column]) for row in rows), wanted)
        self.faults.same(f"{what} name", book.rows("Netz")[0][1], self.net.title)

    def gephi(self, what, path):
        nodes = records((path / "nodes.csv").read_bytes())
        self.texts(what, "actors", [{**row, "key": row["Id"], "name": row["Label"]} for row in nodes])
        self.texts(what, "ties", [{**row, "from": row["Source"], "to": row["Target"]} for row in records((path / "edges.csv").read_bytes())])

    def hsds_tables(self, what, tables):
        """Some columns have other names there, and bodies a table of their own."""
        prefix = "x_lotse_"

        def own(row):
            return {**row, **{name[len(prefix):]: value for name, value in row.items() if name.startswith(prefix) and value}}

        organizations = [own(row) for row in tables["organizations"]]
        for row in organizations:
            row[self.net.heading] = row.get(f"extra_{self.net.heading}")
        self.texts(what, "actors", organizations + tables["x_lotse_actors"])
        self.texts(what, "offers", [own(row) for row in tables["services"]])
        self.texts(what, "venues", [own(row) for row in tables["locations"]])
        for table in ("ties", "areas", "contacts", "agenda", "findings", "sources", "codes"):
            self.texts(what, table, tables[prefix + table])

    def hsds(self, what, path):
        self.hsds_tables(what, {file.stem: records(file.read_bytes()) for file in path.glob("*.csv")})

    def hsds_json(self, what, path):
        content = json_of(path.read_bytes())
        services = [*content.get("service", []), *(service for row in content["organization"] for service in row.get("services", []))]
        places = {at["location"]["x_lotse_key"]: at["location"] for service in services for at in service.get("service_at_locations", [])}
        places.update({row["x_lotse_key"]: row for row in content.get("location", [])})
        self.hsds_tables(what, {**content, "organizations": content["organization"], "services": services, "locations": list(places.values())})

    def kumu(self, what, path):
        book = Workbook(self.faults, what, path)
        first, *others = book.rows("Elements")
        actors = [dict(zip(first, row)) for row in others]
        given = {key: name.replace("|", "/") for key, name in self.net.texts("actors", "name").items()}
        likeness = collections.Counter(map(match_key, given.values()))
        wanted = {key: name if likeness[match_key(name)] == 1 else f"{name} ({key})" for key, name in given.items()}
        self.faults.same(f"{what} labels", {row["Key"]: row["Label"] for row in actors}, wanted)
        rows = [{**row, "key": row["Key"], "note": row["Description"]} for row in actors]
        self.texts(what, "actors", rows, ["note", "short_name", self.net.heading])
        known = set(wanted.values())
        self.faults.none(f"{what} joins", [row[:2] for row in book.rows("Connections")[1:] if not known >= set(row[:2])])

    def names(self, what, rows):
        """Stand behind their keys."""
        for row in rows:
            for column, name in self.names_in(row):
                self.faults.same(f"{what} {column}", row[column], name)

    def geojson(self, what, path):
        rows = [feature["properties"] for feature in json_of(path.read_bytes())["features"]]
        self.texts(what, "actors", [row for row in rows if row["layer"] == "actors"])
        self.texts(what, "ties", [row for row in rows if row["layer"] == "ties"])
        self.names(what, rows)

    def geopackage(self, what, path):
        with contextlib.closing(sqlite3.connect(path)) as base:
            base.row_factory = sqlite3.Row
            layers = {table: [dict(row) for row in base.execute(f"select * from {table}")] for table in ("actors", "ties", "areas")}
        for table in ("actors", "ties"):
            self.texts(what, table, layers[table])
        self.names(what, [row for rows in layers.values() for row in rows])

    def indicators(self, what, path):
        for row in records(path.read_bytes()):
            self.faults.same(f"{what} area_name", row["area_name"], guarded(self.net.named[row["area"]]))
            self.faults.same(f"{what} network", row["network"], guarded(self.net.title))

    # --- results of analyses

    def names_in(self, row):
        """Columns that hold the name of what another column has the key of, and that name."""
        for column, key in row.items():
            beside = "name" if column in ("actor", "key") and "name" in row else f"{column}_name"
            if beside in row and isinstance(key, str) and key in self.net.named:
                yield beside, self.net.named[key]

    def result(self, analysis, *words):
        networks = [self.net.plain(), self.net.path] if analysis == "compare" else [self.net.path]
        tables = {}
        for form, read in (("json", self.result_json), ("csv", self.result_csv), ("csv-excel", self.result_csv_excel), ("html", self.result_html),
                           ("xlsx", self.result_xlsx), ("text", self.result_text)):
            target = self.net.folder / f"{analysis}.{form}"
            self.lotse(analysis, *networks, *words, "--format", form, "-o", target)
            if form == "json" and target.exists():
                tables = json_of(target.read_bytes())["tables"]
            self.attempt(f"{analysis} {form}", read, tables, *([target] if form != "json" else []))
            self.faults.none(f"{analysis} has tables", not tables)

    def result_json(self, what, tables):
        for rows in tables.values():
            self.names(what, rows)

    def result_csv(self, what, tables, path, title=None):
        """Cell by cell what the JSON says, texts guarded."""
        def fits(cell, value):
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return float(cell) == value
            if value is None:
                return cell in ("", "•", "<3")
            return cell == (str(value).lower() if isinstance(value, bool) else guarded("|".join(value) if isinstance(value, list) else value))

        found = tables_of(rows_of(path.read_bytes()))
        self.faults.same(f"{what} tables", len(found), len(tables))
        for (name, rows), (headings, *cells) in zip(tables.items(), found):
            self.faults.same(f"{what} {name}", len(cells), len(rows))
            for given, row in zip(rows, cells):
                got = dict(zip(headings, row))
                if not what.startswith("check"):
                    given = {**given, "network": title or self.net.title, "license": self.net.license}
                self.faults.none(f"{what} {name}", [(cell, given.get(column)) for column, cell in got.items() if not fits(cell, given.get(column))])

    def result_csv_excel(self, what, tables, path):
        found = tables_of(rows_of(path.read_bytes(), "utf-8-sig", delimiter=";"))
        self.faults.same(f"{what} tables", [len(cells) - 1 for cells in found], [len(rows) for rows in tables.values()])
        for rows, (_, *cells) in zip(tables.values(), found):
            for given, row in zip(rows, cells):
                names = dict(self.names_in(given))
                for (column, value), cell in zip(given.items(), row):
                    number = isinstance(value, (int, float)) and not isinstance(value, bool)
                    if column in names:
                        self.faults.same(f"{what} {column}", cell, guarded(names[column]))
                    elif isinstance(value, list) and value and set(value) <= set(self.net.named):
                        names = [self.net.named[key] for key in value]
                        fitting = [guarded("|".join(names)), guarded("|".join(map(in_sentence, names)))]
                        self.faults.none(f"{what} {column} for {value}", cell if cell not in fitting else "")
                    elif not number:
                        self.faults.none(f"{what} {column}", cell if cell.startswith(FORMULA) else "")

    def result_html(self, what, tables, path):
        page = Page(self.faults, what, path.read_bytes().decode())
        self.faults.same(f"{what} tables", [len(rows) - 1 for rows in page.tables], [len(rows) for rows in tables.values()])
        for rows, (_, *cells) in zip(tables.values(), page.tables):
            for given, row in zip(rows, cells):
                self.faults.same(f"{what} columns", len(row), len(given))
                names = dict(self.names_in(given))
                for column, cell in zip(given, row):
                    if column in names:
                        self.faults.same(f"{what} {column}", cell, in_line(names[column]))
        self.faults.none(f"{what} has", page.attributes - RESULT_PAGE)
        if not what.startswith("check"):
            self.faults.none(f"{what} lacks", [text for text in (self.net.title, self.net.license) if text not in page.words])

    def result_xlsx(self, what, tables, path):
        book = Workbook(self.faults, what, path)
        for rows, sheet in zip(tables.values(), list(book.sheets)[1:]):
            cells = book.rows(sheet)[1:]
            self.faults.same(f"{what} {sheet}", len(cells), len(rows))
            for given, row in zip(rows, cells):
                names = dict(self.names_in(given))
                for column, cell in zip(given, row):
                    if column in names:
                        self.faults.same(f"{what} {column}", cell, names[column])

    def result_text(self, what, tables, path):
        text = path.read_bytes().decode()
        self.faults.none(f"{what} holds", re.findall("[\t\r]", text) + FORBIDDEN.findall(text))
        title = text.split("\n", 1)[0]
        self.faults.none(f"{what} title", title if not title.endswith(f" – {self.net.title}") and not what.startswith("check") else "")
        blocks = blocks_of(text)
        for name, rows in tables.items():
            first, second = [*(rows[0] if rows else {}), "", ""][:2]
            if rows and second in dict(self.names_in(rows[0])):
                self.faults.none(f"{what} {name}", "names differ" if [(row[first], squeezed(row[second])) for row in rows] not in blocks else "")

    # --- maps

    VIEWS = {"partners": "Partnerkarte ", "region": "Regionalkarte ", "matrix": "Angebotsmatrix "}  # how their titles begin

    def maps(self, *views):
        for view in views:
            words = ["--area", self.net.area()] if view == "rings" else []
            target = self.net.folder / f"{view}.svg"
            self.lotse("draw", view, self.net.path, "-o", target, *words)
            self.attempt(target.name, self.map, view, target)
            if DOT:
                self.lotse("draw", view, self.net.path, "-o", target.with_suffix(".dot"), *words)
                self.attempt(f"{view}.dot", self.map_dot, target)

    def map(self, what, view, path):
        root = xml_of(self.faults, what, path.read_bytes())
        check_svg(self.faults, what, root)
        self.drawing(what, Map(root), view)

    def drawing(self, what, drawn, view):
        """Its nodes are actors, its lines their ties; who has no line or place stands in a box of names."""
        def extra(kind, got, wanted):
            self.faults.none(f"{what} has {kind}", list((collections.Counter(got) - collections.Counter(wanted)).elements()))

        def list_of(role, pieces, heading=0):
            stream = "".join(map(squeezed, drawn.texts[role][heading:]))
            self.faults.none(f"{what} lists as {role}", "" if consists_of(stream, pieces) else stream)
            return stream

        kinds = {row["key"]: row["kind"] for row in self.net.tables["actors"]}
        names = self.net.texts("actors", "name")
        labels = {key: squeezed(self.labels.tag[kind] + names[key]) for key, kind in kinds.items()}
        boxes = [(title, "".join(map(squeezed, texts))) for title, texts in drawn.nodes if title]
        extra("boxes", boxes, [(f"{in_line(names[key])} ({self.labels.kind[kind]})", labels[key]) for key, kind in kinds.items()])
        self.faults.none(f"{what} shows nobody", not boxes and view != "matrix")
        pairs = collections.defaultdict(list)
        for row in json_of((self.net.folder / "out.json").read_bytes())["tables"]["ties"]:
            said = f"{in_line(names[row['from']])} {self.labels.tie[row['kind']]} {in_line(names[row['to']])}"
            pairs[frozenset((row["from"], row["to"]))].append(said)
        extra("lines", filter(None, drawn.lines), map("; ".join, pairs.values()))
        unconnected = list_of("unconnected", labels.values(), heading=1)
        list_of("unplaced", labels.values(), heading=1)
        if view == "partners":  # shows all
            rest = collections.Counter(labels.values()) - collections.Counter(label for _, label in boxes)
            self.faults.same(f"{what} letters", collections.Counter(unconnected), collections.Counter("".join(rest.elements())))
        list_of("area", map(squeezed, self.net.texts("areas", "name").values()))
        if view in self.VIEWS:
            self.faults.same(f"{what} title", drawn.title, self.VIEWS[view] + self.net.title)
        self.faults.same(f"{what} heading", drawn.joined("title"), squeezed(drawn.title))
        self.faults.none(f"{what} lacks the licence", squeezed(self.net.license) not in drawn.joined("footer"))

    def map_dot(self, what, path):
        """The same texts as in the SVG; DOT has no way to write a backslash before a quote."""
        graph = json_of(graphviz("-Knop2", "-Tdot_json", data=path.with_suffix(".dot").read_bytes()))
        drawn = Map(ET.parse(path).getroot())
        labels = [(node["id"], re.sub(r"\\\\", r"\\", node["label"])) for node in graph.get("objects", []) if node.get("label", "").startswith("<")]
        read = [(name.startswith("plate_"), "".join(ET.fromstring(label).itertext())) for name, label in labels]
        got = [text for on_plate, text in read if not on_plate]
        self.faults.same(f"{what} boxes", sorted(got), sorted("".join(texts) for _, texts in drawn.nodes))
        free = texts_of_xdot(graph["_background"]) + [text.replace('\\"', "\\\u201d") for on_plate, text in read if on_plate]
        self.faults.same(f"{what} texts", sorted(free), sorted(text.replace('\\"', "\\\u201d") for texts in drawn.texts.values() for text in texts))

    # --- the report

    def report(self, *words):
        out, plain = self.net.folder / "report", self.net.folder / "plain-report"
        self.lotse("report", self.net.path, "-o", out, *words)
        self.lotse("report", self.net.plain(), "-o", plain, *words)
        self.attempt("report", self.report_page, out, plain)
        self.attempt("report gexf", self.gexf if not words else self.is_xml, out / "netz.gexf")
        self.attempt("report graphml", self.graphml if not words else self.is_xml, out / "netz.graphml")
        self.attempt("report xlsx", lambda what, path: Workbook(self.faults, what, path), out / "ergebnisse.xlsx")
        self.attempt("report svg", self.map, "part" if words else "partners", out / "partnerkarte.svg")
        title = self.net.title + (f", {self.net.named[words[1]]}" if words else "")
        for path in sorted((out / "ergebnisse").glob("*.json")):
            tables = json_of(path.read_bytes())["tables"]
            self.attempt(f"{path.stem} report json", self.result_json, tables)
            if tables:
                self.attempt(f"{path.stem} report csv", self.result_csv, tables, path.with_suffix(".csv"), title)
        self.attempt("report manifest", lambda what, path: json_of(path.read_bytes()), out / "manifest.json")

    def is_xml(self, what, path):
        xml_of(self.faults, what, path.read_bytes())

    def report_page(self, what, out, plain):
        page, other = (Page(self.faults, f"{what} {folder.name}", (folder / "index.html").read_bytes().decode()) for folder in (out, plain))
        self.faults.same(f"{what} elements", page.elements, other.elements)
        self.faults.none(f"{what} has", page.attributes - other.attributes)
        self.faults.none(f"{what} data hold", re.findall("<.{20}", page.data))
        data = json_of(page.data)
        for table in ("actors", "offers", "areas"):
            columns = data[table]["columns"]
            rows = [dict(zip(columns, row)) for row in data[table]["rows"]]
            self.faults.same(f"{what} {table}", {row["key"]: row["name"] for row in rows}, {row["key"]: self.net.named[row["key"]] for row in rows})
            self.faults.none(f"{what} without", table if not rows else "")
        listed = collections.Counter(row[0] for row in page.tables[0][1:])
        self.faults.same(f"{what} list", listed, collections.Counter(in_line(self.net.named[row[0]]) for row in data["actors"]["rows"]))
