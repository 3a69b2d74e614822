"""Readers of everything that lotse writes, which share no code with it.

Python >= 3.9, standard library only; Graphviz for DOT where it is installed."""
import collections
import csv
import html
import html.parser
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

from hostile_network import FORBIDDEN, squeezed
from workbook_test import Book

DOT = shutil.which("dot")


class Faults(list):
    """What is wrong with outputs; `read` counts them."""

    read = 0

    def same(self, what, got, wanted):
        if got == wanted:
            return
        if isinstance(got, dict) and isinstance(wanted, dict):
            wrong = [key for key in {**wanted, **got} if got.get(key) != wanted.get(key)]
            what, got, wanted = f"{what}: {len(wrong)} differ, {wrong[0]}", got.get(wrong[0]), wanted.get(wrong[0])
        self.append(f"{what}: {got!a:.300} instead of {wanted!a:.300}")

    def none(self, what, found):
        if found:
            self.append(f"{what}: {found!a:.300}")

    def first(self):
        """One of each kind."""
        kinds = {}
        for fault in self:
            kinds.setdefault(fault.split(": ")[0], fault)
        return list(kinds.values())[:20]


def json_of(data):
    def once(pairs):
        assert len(dict(pairs)) == len(pairs), "a member twice"
        return dict(pairs)
    return json.loads(data, object_pairs_hook=once)


def rows_of(data, encoding="utf-8", **dialect):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), strict=True, **dialect))


def records(data):
    first, *others = rows_of(data)
    assert all(len(row) == len(first) for row in others), "rows of different lengths"
    return [dict(zip(first, row)) for row in others]


def tables_of(rows):
    """Tables one below the other, an empty line between them."""
    tables = [[]]
    for row in rows:
        if row:
            tables[-1].append(row)
        else:
            tables.append([])
    return tables


def xml_of(faults, what, data):
    faults.none(f"{what} declares", re.findall(r"<!.{9}|<\?(?!xml version=\"1.0\" encoding=\"UTF-8\"(?: standalone=\"yes\")?\?>).{9}", data.decode()))
    return ET.fromstring(data)


def local(name):
    return name.rsplit("}", 1)[-1]


def elements(root, name):
    return [element for element in root.iter() if local(element.tag) == name]


# --- maps

DRAWN = "fill stroke stroke-width stroke-dasharray "
SVG = {tag: set(names.split()) for tag, names in {
    "svg": "width height viewBox lang role aria-labelledby", "g": "id class transform", "title": "id", "desc": "id", "polygon": DRAWN + "points",
    "polyline": DRAWN + "points", "path": DRAWN + "d", "ellipse": DRAWN + "cx cy rx ry",
    "text": "class text-anchor x y font-family font-size font-weight fill"}.items()}


def check_svg(faults, what, root):
    for element in root.iter():
        tag, names = local(element.tag), {local(name) for name in element.keys()}
        faults.none(f"{what} has an element", tag if tag not in SVG else "")
        faults.none(f"{what} has attributes of {tag}", names - SVG.get(tag, names))
        faults.none(f"{what} has values", [value for value in element.attrib.values() if not re.fullmatch(r"[\w #,.()+-]*", value, re.ASCII)])


def consists_of(stream, pieces):
    """Nothing but pieces, each at most once, in any order."""
    left = collections.Counter(filter(None, pieces))

    def fits(at):
        for piece in sorted((piece for piece in left if left[piece] and stream.startswith(piece, at)), key=len, reverse=True):
            left[piece] -= 1
            if fits(at + len(piece)):
                return True
            left[piece] += 1
        return at == len(stream)

    return fits(0)


class Map:
    """Texts of a map: of its nodes and lines by title, and the free ones by class."""

    def __init__(self, root):
        self.title = next(e.text for e in root if local(e.tag) == "title")
        self.nodes, self.lines, self.texts = [], [], collections.defaultdict(list)
        for element in root.iter():
            if local(element.tag) == "text" and element.get("class"):
                self.texts[element.get("class")].append(element.text)
            if local(element.tag) == "g" and element.get("class", "").split()[0] in ("node", "edge"):
                title = next((e.text for e in element if local(e.tag) == "title"), None)
                if element.get("class").startswith("edge"):
                    self.lines.append(title)
                else:
                    self.nodes.append((title, [e.text for e in element if local(e.tag) == "text"]))

    def joined(self, role):
        return "".join(squeezed(text) for text in self.texts[role])


# --- pages

class Page(html.parser.HTMLParser):
    """Elements and their attributes, the cells of all tables, and other words; faults where it is not well-formed or holds more than text."""

    VOID = {"meta", "br"}

    def __init__(self, faults, what, text):
        super().__init__()
        self.faults, self.what = faults, what
        self.open, self.elements, self.attributes = [], collections.Counter(), set()
        self.tables, self.words, self.data = [], "", ""
        faults.none(f"{what} holds", FORBIDDEN.findall(text))
        self.feed(text)
        self.close()
        faults.none(f"{what} leaves open", self.open)

    def fault(self, kind, found):
        self.faults.none(f"{self.what} {kind}", found)

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        self.fault("repeats attributes", names if len(set(names)) != len(names) else "")
        self.fault("has event attributes", [name for name in names if name.startswith("on")])
        self.fault("has links", [value for name, value in attributes
                                 if name in ("href", "src", "action", "xlink:href") and not re.match(r"https?://|#[a-z0-9-]*$", value or "")])
        if "svg" not in self.open:
            self.elements[tag, tuple(sorted(names))] += 1
        self.attributes |= {(tag, name) for name in [*names, ""]}
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        self.fault("closes", tag if not self.open or self.open.pop() != tag else "")

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.data = self.data or data  # the first one
        elif {"td", "th"} & set(self.open) and "svg" not in self.open:
            self.tables[-1][-1][-1] += data
        else:
            self.words += data

    def handle_comment(self, data):
        self.fault("has a comment", data)

    def handle_decl(self, decl):
        self.fault("declares", decl if decl != "doctype html" else "")

    def handle_pi(self, data):
        self.fault("has an instruction", data)

    unknown_decl = handle_comment


# --- workbooks

class Workbook(Book):
    """Texts as Excel shows them; `faults` of what is no typed text or number."""

    def __init__(self, faults, what, path):
        super().__init__(path)
        for name, data in self.parts.items():
            if name.endswith((".xml", ".rels")):
                root = xml_of(faults, f"{what} {name}", data)
                faults.none(f"{what} {name} has", {local(e.tag) for e in root.iter()} & {"f", "hyperlink", "oleObject", "externalReference"})
                faults.none(f"{what} {name} leads to", [e.get("Target") for e in root.iter() if e.get("TargetMode") == "External"])
        types = {kind for cells in self.sheets.values() for kind, _ in cells.values()}
        faults.none(f"{what} has cells of type", types - {"s", "n", "b"})
        for cells in self.sheets.values():
            for place, (kind, text) in cells.items():
                if kind == "s":
                    cells[place] = kind, re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


# --- Graphviz

def graphviz(*words, data):
    run = subprocess.run([DOT, *words], input=data, capture_output=True, timeout=120)
    assert run.returncode == 0 and b"Error" not in run.stderr, f"Graphviz: {run.stderr.decode()[:300]}"
    return run.stdout


def texts_of_xdot(text):
    """Of the drawing operations in Graphviz's notation, where the length of a text is that of its UTF-8."""
    data, texts = text.encode(), []
    number, at = rb"-?[\d.]+ ", 0
    while at < len(data):
        found = re.compile(rb"T (?:%b){4}(\d+) -|[FcCSI] (?:%b)?(\d+) -|[PpLbB] (\d+) " % (number, number)).match(data, at)
        assert found, f"xdot: {data[at:at + 60]}"
        if found[3]:
            at = re.compile(rb"(?:%b?){%d}" % (number, 2 * int(found[3]))).match(data, found.end()).end()
            continue
        size = int(found[1] or found[2])
        if found[1]:
            texts.append(data[found.end():found.end() + size].decode())
        at = found.end() + size + 1
    return texts


def shown(label):
    """What Graphviz makes of its escapes and references."""
    return html.unescape(re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label))
