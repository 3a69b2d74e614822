"""Networks of random hostile texts: markup, formulas, scripts, signs of every script. For tests of what becomes of them.

Python >= 3.9, standard library only."""
import csv
import json
import random
import re
import unicodedata

ACTORS, OFFERS, VENUES, AREAS, SOURCES, TOPICS = 150, 36, 10, 8, 4, 2  # of one network
LONGEST = 48  # characters of a name on a map

FRAGMENTS = [fragment for group in (
    """<script>alert(1)</script>¦"><svg/onload=alert(1)>¦" onload="alert(1)¦' onmouseover='x¦ style=¦<img src=x onerror=alert(1)>""",
    """<foreignObject>¦<a href="javascript:x">¦<b>¦<br/>¦<TABLE>¦</script>¦</style>¦</svg>¦</title>¦</td>¦<?xml ?>¦<![CDATA[¦]]>¦<!--¦-->¦--¦<¦>""",
    """&¦&amp;¦&lt;¦&#x3c;¦&quot;¦javascript:alert(1)¦data:text/html,x¦vbscript:x¦file:///x¦http://x.example/?a=b&c=d""",
    """%0A¦%3Cscript%3E¦%s¦%n¦{}¦{{}}¦${x}¦#{x}¦{%x%}¦\\¦\\\\¦\\N¦\\G¦\\E¦\\l¦\\r¦\\n¦\\"¦"¦""¦'¦''¦`¦„¦“¦‘¦’¦»¦«¦_x0041_¦_x000D_""",
    """;¦,¦|¦[¦]¦(¦)¦*¦?¦#¦$¦^¦~¦/¦.¦…¦-¦–¦NULL¦null¦true¦0¦1e5""",
    """=cmd|¦=1+1¦=HYPERLINK("http://x.example";"x")¦+1¦-2¦@SUM(A1)¦＝1¦＋1¦－1¦＠x¦'=1¦''+1""",
    "\u0301¦\u0308\u0323¦e\u0301¦é¦ﬁ¦İ¦ı¦ß¦ẞ¦\u212b¦\u200d¦\u200c¦\u200b¦\u00ad¦\u2060¦\u034f¦\ufe0f",
    "👩\u200d👧¦🇩🇪¦🦄¦\ufffd¦\U0001fffe¦\ue000",
    "\t¦\n¦\r¦\r\n¦ ¦  ¦   ¦\u00a0¦\u3000¦\u2003") for fragment in group.split("¦")]
SCRIPTS = [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0xFF), (0x100, 0x17F), (0x391, 0x3A1), (0x3B1, 0x3C9), (0x410, 0x44F), (0x5D0, 0x5EA), (0x621, 0x63A),
           (0x905, 0x939), (0xE01, 0xE2E), (0x10D0, 0x10F0), (0x1100, 0x1112), (0x3041, 0x3093), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3),
           (0x1F600, 0x1F64F)]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


INVISIBLE = re.compile("[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0"
                       "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]")

EDGE_MARKS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # left out of tables at the ends of cells, with a note


def canonical(text):
    return unicodedata.normalize("NFC", text.strip()) if INVISIBLE.sub("", text) else ""


def is_mail_address(text):
    return re.search(r"\S@\S", re.sub(INVISIBLE.pattern.replace("\\s", ""), "", unicodedata.normalize("NFKC", text))) is not None


def starts_formula(text):
    return text.lstrip("'").startswith(FORMULA)


def guarded(text):
    """In tables for people."""
    return "'" + text if starts_formula(text) else text


def unquoted(cell):
    """In the network's own tables and workbooks."""
    return cell[1:] if cell.startswith("'") and starts_formula(cell) else cell


def in_line(text):
    return re.sub("[\t\n\r]", " ", text)


def in_sentence(text):
    data = in_line(text).encode()
    return data.decode() if len(data) <= 200 else data[:200].decode(errors="ignore") + "…"


def squeezed(text):
    return in_line(text).replace(" ", "")


class Hostile:
    """Random texts. None looks like data of persons, which lotse refuses or leaves out."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.before = "Stelle"

    def text(self, longest=LONGEST):
        while True:
            roll = self.dice.random()
            if roll < 0.04:
                text = self.dice.choice([str.upper, str.lower, str.swapcase])(self.before)
            elif roll < 0.08:
                text = unicodedata.normalize("NFD", self.before)
            else:
                text = "".join(self.piece() for _ in range(self.dice.randint(1, 6)))
            text = text[:longest]
            ends = canonical(text)
            kept = text.lstrip(" \u00a0\u3000\u2003")[:1] in "\t\r\n" and starts_formula(ends)  # such blanks stay in free text
            if ends and not kept and not {ends[0], ends[-1]} & set(EDGE_MARKS) and not is_mail_address(text) and sum(c.isdigit() for c in unicodedata.normalize("NFKC", text)) < 6 and not FORBIDDEN.search(text):
                self.before = text
                return text

    def piece(self):
        if self.dice.random() < 0.5:
            return self.dice.choice(FRAGMENTS)
        first, last = self.dice.choice(SCRIPTS)
        return "".join(chr(self.dice.randint(first, last)) for _ in range(self.dice.randint(1, 9))) + self.dice.choice(["", " "])

    def long(self):
        return " ".join(self.text() for _ in range(self.dice.randint(10, 60)))

    def address(self):
        return self.dice.choice(["javascript:", "data:text/html,", "http://x.example/", "https://x.example/", "HTTP://x", "//x/", ""]) + self.text()


KEYS = {"ties": ["from", "to", "kind"], "contacts": ["actor", "role"], "agenda": ["body", "topic"], "findings": ["area", "topic"],
        "codes": ["list", "code"]}
TEXTS = {"actors": ["name", "short_name", "aliases", "website", "note"], "ties": ["note"], "offers": ["name", "note"], "venues": ["name", "note"],
         "areas": ["name", "note"], "contacts": ["note"], "agenda": ["next_step"], "findings": ["note"], "sources": ["title", "url", "note"],
         "codes": ["de", "en"]}


class Network:
    """One network of hostile texts, given as JSON or as a folder of tables; `plain`: the same with texts that harm nobody."""

    KINDS = ["jobcenter", "employment_agency", "health_office", "health_insurer", "municipality", "clinic", "addiction_counselling", "self_help",
             "sports_club", "adult_education", "training_provider", "research", "ministry", "umbrella", "body", "programme", "other"]
    HEADINGS = ["=1+1 <b>", "\"; onload='x'", "a,b;c", "＠x & y", "{{x}} ${y}", "</th>", "x\\N", "–"]  # of a column of one's own

    def __init__(self, seed, folder):
        self.hostile = Hostile(seed)
        self.dice = random.Random(seed)
        text, dice = self.hostile.text, self.dice
        self.heading = dice.choice(self.HEADINGS)
        self.given_title, self.given_license = text(), text()
        self.title, self.license = in_line(canonical(self.given_title)), in_line(canonical(self.given_license))
        alone = [fragment for fragment in FRAGMENTS if canonical(fragment)] if seed == 0 else []
        self.tables = {
            "actors": [{"key": f"a{i}", "name": alone[i] if i < len(alone) else text(), "kind": dice.choice(self.KINDS) if i else "health_conference",
                        "short_name": text(), "aliases": [text().replace("|", "/"), text().replace("|", "/")], "area": self.area(),
                        "website": self.hostile.address(), "note": text(300), self.heading: text(), **self.place(0.5)} for i in range(ACTORS)],
            "ties": [{"from": f"a{i}", "to": f"a{dice.randrange(i)}", "kind": dice.choice("cooperates refers_to informs funds member_of".split()),
                      "level": dice.randint(1, 4), "note": text()} for i in range(1, ACTORS) if dice.random() < 0.9],
            "offers": [{"key": f"o{i}", "name": text() if i else self.hostile.long(), "topics": dice.sample(["LP-BEW", "X-SOZ", "X-E0", "X-E1"], 2),
                        "providers": [f"a{dice.randrange(ACTORS)}"], "areas": [self.area()], "venues": [f"v{dice.randrange(VENUES)}"],
                        "note": self.hostile.long()} for i in range(OFFERS)],
            "venues": [{"key": f"v{i}", "name": text(), "kind": "other", "area": self.area(), "note": text(), **self.place(0.5)}
                       for i in range(VENUES)],
            "areas": [{"key": f"g{i}", "name": text(), "level": "municipality" if i else "district", **({"parent": "g0"} if i else {}),
                       "population": 1000 + i, "note": text(), **self.place(1)} for i in range(AREAS)],
            "contacts": [{"actor": "a1", "role": "steering", "filled": "yes", "note": text()}],
            "agenda": [{"body": "a0", "topic": "LP-BEW", "stage": 3, "next_step": text()}],
            "findings": [{"area": "g1", "topic": "X-E0", "state": "none", "reason": "distance", "note": text()}],
            "sources": [{"key": f"q{i}", "title": text(), "date": "2026-05", "url": self.hostile.address(), "note": text()} for i in range(SOURCES)],
            "codes": [{"list": "topics", "code": f"X-E{i}", "de": text(), "en": text()} for i in range(TOPICS)],
        }
        self.names = ACTORS + OFFERS + VENUES + AREAS + SOURCES + 2 * TOPICS
        self.columns = {**TEXTS, "actors": [*TEXTS["actors"], self.heading]}
        self.named = {row["key"]: canonical(row["name"]) for table in ("actors", "offers", "venues", "areas") for row in self.tables[table]}
        self.folder = folder
        folder.mkdir()
        self.path = self.write_json("in.json", self.tables) if seed % 2 else self.write_tables()

    def area(self):
        return f"g{self.dice.randrange(1, AREAS)}"

    def place(self, share):
        return {"lat": round(self.dice.uniform(52.5, 52.9), 4), "lon": round(self.dice.uniform(8.9, 9.4), 4)} if self.dice.random() < share else {}

    def write_json(self, name, tables):
        path = self.folder / name
        content = {"lotse": "1", "name": self.given_title, "license": self.given_license, "tables": tables}
        path.write_text(json.dumps(content, ensure_ascii=self.dice.random() < 0.5), encoding="utf-8")
        return path

    @staticmethod
    def cell(value):
        text = "|".join(value) if isinstance(value, list) else str(value)
        return text if unquoted(text.strip()) == text.strip() else "'" + text.strip()

    def write_tables(self):
        path = self.folder / "in"
        path.mkdir()
        for table, rows in self.tables.items():
            with open(path / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                columns = list(dict.fromkeys(column for row in rows for column in row))
                writer = csv.writer(file)
                writer.writerow(columns)
                writer.writerows([self.cell(row.get(column, "")) for column in columns] for row in rows)
        package = {"name": "in", "title": self.given_title, "licenses": [{"name": self.given_license}], "resources": []}
        (path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return path

    def plain(self):
        """Words of the same lengths in place of the texts."""
        def harmless(value):
            return [harmless(one) for one in value] if isinstance(value, list) else re.sub(r"\S", "x", canonical(value))
        other = {table: [{"eigene" if column == self.heading else column: harmless(value) if column in self.columns[table] else value
                          for column, value in row.items()} for row in rows] for table, rows in self.tables.items()}
        return self.write_json("plain.json", other)

    def key_of(self, table, row):
        return "/".join(row[column] for column in KEYS.get(table, ["key"]))

    def texts(self, table, column):
        def text_of(value):
            return "|".join(dict.fromkeys(map(canonical, value))) if isinstance(value, list) else canonical(value)
        return {self.key_of(table, row): text_of(row[column]) for row in self.tables[table]}
