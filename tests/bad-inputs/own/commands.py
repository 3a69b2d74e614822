"""Command lines, limits, places on disk, surroundings, formulas and markup in every output."""
from case import ACCEPT, ACTORS, EITHER, FILE, INPUT, LIMIT, NEUTRALISE, TIES, USAGE, WARN, actors, case, leak, rows

NETWORK = {"actors.csv": ACTORS, "ties.csv": TIES}


def call(name, why, expect, *words, given=NETWORK, **more):
    return case(name, why, expect, given, runs=[list(words), [*words, "--language", "en"]] if "--language" not in words else [list(words)], **more)


def every_form(name, why, text, **more):
    """The text as the name, note and extra column of an actor, and as an own code's label, in all outputs."""
    quoted = '"' + text.replace('"', '""') + '"'
    given = actors(f"a,{quoted},sports_club,{quoted},{quoted}", f"b,{quoted},jobcenter,,", head="key,name,kind,note,Extra",
                   ties=f"from,to,kind,note\na,b,cooperates,{quoted}\n", offers=f"key,name,topics,providers\no,{quoted},X-NEU,a\n",
                   codes=f"list,code,de,en\ntopics,X-NEU,{quoted},{quoted}\n", sources=f"key,title\nq,{quoted}\n")
    forms = ["netz.json", "netz.gexf", "netz.graphml", "netz.dot", "netz.xlsx", "netz.geojson"]
    runs = [["convert", "{input}", "{out}/" + form] for form in forms]
    runs += [["convert", "{input}", "{out}/" + form, "--as", name] for form, name in
             [("gephi", "gephi-csv"), ("hsds", "hsds"), ("hsds.json", "hsds"), ("kumu.xlsx", "kumu"), ("gebiete.csv", "indicators")]]
    runs += [["centrality", "{input}", "--format", "csv-excel", "-o", "{out}/centrality-excel.csv"],
             ["centrality", "{input}", "--format", "xlsx", "-o", "{out}/centrality.xlsx"],
             ["centrality", "{input}", "--format", "html", "-o", "{out}/centrality.html"],
             ["draw", "partners", "{input}", "-o", "{out}/karte.svg"], ["report", "{input}", "-o", "{out}/bericht"]]
    checks = [{"check": "formula", "text": text}, {"check": "label", "text": text, "in": [".gexf", ".graphml", ".dot", ".html"], "nodes": 2}]
    return case(name, why, NEUTRALISE, given, runs=runs, checks=checks, seconds=30, mb=1024, **more)


def skipping(name, why, given, expect=INPUT, **more):
    """A network of which more than single rows is faulty."""
    return case(name, why, expect, given, runs=[["convert", "{input}", "{out}/netz.json", "--skip-bad-rows"],
                                               ["centrality", "{input}", "--skip-bad-rows", "--language", "en"]], **more)


def folder_for_file(name, form):
    """A folder under the name of a file that is to be written, with and without a slash behind it."""
    return call(name, "a folder where a file is meant: " + form, FILE, "convert", "{input}", "{out}/x" + form, "--overwrite",
                setup={"mkdir": ["{out}/x" + form]}, message=["x\\" + form])


CASES = [
    call("CLI-O01", "option twice", [*USAGE, "ACCEPT"], "centrality", "{input}", "--format", "csv", "--format", "json"),
    call("CLI-O02", "option without its value", USAGE, "centrality", "{input}", "--format"),
    call("CLI-O03", "no threads", USAGE, "centrality", "{input}", "--threads", "0", message=["threads"]),
    call("CLI-O04", "minus one thread", USAGE, "centrality", "{input}", "--threads", "-1", message=["threads"]),
    call("CLI-O05", "threads in words", USAGE, "centrality", "{input}", "--threads", "viele", message=["threads"]),
    call("CLI-O06", "a million threads: used up to what there is, or refused", [*USAGE, "ACCEPT", "REFUSE_LIMIT"], "centrality", "{input}", "--threads", "1000000"),
    call("CLI-O07", "empty network", [*USAGE, *FILE], "check", "", given=None),
    call("CLI-O08", "empty output", [*USAGE, *FILE], "centrality", "{input}", "-o", ""),
    call("CLI-O09", "no network", USAGE, "check", given=None),
    call("CLI-O10", "two networks", USAGE, "check", "{input}", "{input}"),
    call("CLI-O11", "unknown area", [*USAGE, *INPUT], "coverage", "{input}", "--area", "00000"),
    call("CLI-O12", "unknown topic nearly right", [*USAGE, *INPUT], "coverage", "{input}", "--topic", "LP-BEWE", message=["LP-BEW\\b"]),
    call("CLI-O13", "31 February", USAGE, "coverage", "{input}", "--at", "31.02.2026", message=["--at"]),
    call("CLI-O14", "level beyond the scale", USAGE, "centrality", "{input}", "--min-level", "9", message=["min-level"]),
    call("CLI-O15", "suppression below three", USAGE, "needs", "{input}", "--suppress-below", "1", message=["suppress-below"]),
    call("CLI-O16", "what-if tie without a kind", USAGE, "centrality", "{input}", "--with", "a>b"),
    call("CLI-O17", "what-if tie of an unknown kind", [*USAGE, *INPUT], "centrality", "{input}", "--with", "a>b:telefoniert"),
    call("CLI-O18", "what-if tie to an unknown actor", [*USAGE, *INPUT], "centrality", "{input}", "--with", "a>zz:informs"),
    call("CLI-O19", "paths without a start", USAGE, "paths", "{input}", "--to", "topic=LP-BEW"),
    call("CLI-O20", "no path wanted", USAGE, "paths", "{input}", "--from", "a", "--to", "b", "-k", "0"),
    call("CLI-O21", "a thousand million paths", [*USAGE, "ACCEPT", "REFUSE_LIMIT"], "paths", "{input}", "--from", "a", "--to", "b", "-k", "1000000000"),
    call("CLI-O22", "unknown view", USAGE, "draw", "torte", "{input}", "-o", "{out}/x.svg", message=["partners"]),
    call("CLI-O23", "picture of an unknown ending", USAGE, "draw", "partners", "{input}", "-o", "{out}/x.bmp", message=["svg"]),
    call("CLI-O24", "font scale of nothing", USAGE, "draw", "partners", "{input}", "-o", "{out}/x.svg", "--font-scale", "nan"),
    call("CLI-O25", "font scale beyond reason", USAGE, "draw", "partners", "{input}", "-o", "{out}/x.svg", "--font-scale", "1e9"),
    call("CLI-O27", "escape sequence as a command is not echoed", USAGE, "\x1b[2Jcheck", given=None),
    call("CLI-O28", "escape sequence as an option is not echoed", USAGE, "check", "{input}", "--\x1b[31mrot"),
    call("CLI-O29", "command nearly right", USAGE, "centralty", "{input}", message=["centrality"]),
    call("CLI-O30", "option nearly right", USAGE, "centrality", "{input}", "--formt", "json", message=["--format"]),
    call("CLI-O31", "option shortened", [*USAGE, "ACCEPT"], "centrality", "{input}", "--form", "json"),
    call("CLI-O32", "value joined by =", ["ACCEPT"], "centrality", "{input}", "--format=json"),
    call("CLI-O33", "unknown format", USAGE, "centrality", "{input}", "--format", "xml", message=["json"]),
    call("CLI-O34", "a title of 100 KB", [*USAGE, "ACCEPT", "REFUSE_LIMIT"], "draw", "partners", "{input}", "-o", "{out}/x.svg", "--title", "x" * 100000, seconds=30),
    call("CLI-O35", "everything behind -- is a name", [*USAGE, *FILE, *INPUT], "check", "--", "--help-mir", given=None),
    call("CLI-O36", "compare with a network that is missing", FILE, "compare", "{input}", "fehlt"),
    call("CLI-O37", "new network of an area that does not exist", [*USAGE, *INPUT], "new", "{out}/neu", "--area", "99999", given=None),
    call("CLI-O45", "invented network of no size", [*USAGE, *LIMIT], "generate", "{out}/neu", "--areas", "-5", given=None),
    call("CLI-O46", "invented network beyond every limit", [*USAGE, *LIMIT], "generate", "{out}/neu", "--areas", "999999999999", given=None),
    call("CLI-O38", "new network of an unknown ending", USAGE, "new", "{out}/neu.txt", given=None),
    call("CLI-O39", "--each of something else", USAGE, "report", "{input}", "-o", "{out}/b", "--each", "actor"),
    call("CLI-O40", "title with markup and escapes", ["ACCEPT", *USAGE], "draw", "partners", "{input}", "-o", "{out}/x.svg", "--title", "</title><script>alert(4711)</script>\x1b",
         checks=[{"check": "inert"}], seconds=30),

    call("CLI-O41", "empty value of a list", USAGE, "centrality", "{input}", "--without", "", message=["--without"]),
    call("CLI-O42", "empty value of a date", USAGE, "coverage", "{input}", "--at", "", message=["--at"]),
    call("CLI-O43", "a list of commas", USAGE, "coverage", "{input}", "--area", ",,", message=["--area"]),
    call("CLI-O44", "ending in capitals", ["ACCEPT"], "draw", "partners", "{input}", "-o", "{out}/karte.SVG", "--overwrite", seconds=30),

    call("LIM-O01", "limit of nothing", USAGE, "check", "{input}", "--limit", "file-mb=0"),
    call("LIM-O02", "negative limit", USAGE, "check", "{input}", "--limit", "actors=-1"),
    call("LIM-O03", "limit in words", USAGE, "check", "{input}", "--limit", "rows=alle"),
    call("LIM-O04", "limit without a value", USAGE, "check", "{input}", "--limit", "rows"),
    call("LIM-O05", "limit beyond 64 bits", USAGE, "check", "{input}", "--limit", "rows=99999999999999999999"),
    call("LIM-O06", "limit with decimals", USAGE, "check", "{input}", "--limit", "file-mb=1.5"),
    call("LIM-O07", "one actor allowed", LIMIT, "check", "{input}", "--limit", "actors=1", message=["actors"]),
    call("LIM-O08", "limit twice, the last counts", ["ACCEPT", *USAGE], "check", "{input}", "--limit", "actors=1", "--limit", "actors=5"),
    call("LIM-O09", "two columns allowed", LIMIT, "check", "{input}", "--limit", "columns=2", message=["columns"]),
    call("LIM-O10", "limit name nearly right", USAGE, "check", "{input}", "--limit", "file_mb=5", message=["file-mb"]),
    call("LIM-O11", "very little memory: refused with a message", LIMIT, "centrality", "{input}", "--limit", "memory-mb=1", message=["memory-mb|Arbeitsspeicher|memory"]),
    case("LIM-O12", "100 001 actors", LIMIT, actors(*(f"v{i},V,sports_club" for i in range(100001))), at=("actors.csv",), runs=[["check", "{input}"]]),
    case("LIM-O13", "100 000 errors: the first are shown, the rest is counted", INPUT, actors(*(f"v{i},,nichts" for i in range(50000))), at=("actors.csv", 2),
         runs=[["check", "{input}"], ["convert", "{input}", "{out}/netz.gexf"]]),
    case("LIM-O14", "an unbounded device", [*LIMIT, *INPUT, *FILE, *USAGE], None, runs=[["check", "/dev/zero"], ["check", "/dev/urandom"]]),

    call("IOX-O01", "output is a folder", [*FILE, *USAGE], "centrality", "{input}", "--format", "json", "-o", "{out}/ordner", setup={"mkdir": ["{out}/ordner"]}),
    call("IOX-O02", "output is a device", FILE, "centrality", "{input}", "--format", "json", "-o", "/dev/full"),
    call("IOX-O03", "output is a dangling link", [*FILE, *USAGE, "ACCEPT"], "centrality", "{input}", "--format", "json", "-o", "{out}/x.json",
         setup={"symlink": {"{out}/x.json": "{out}/fehlt.json"}}),
    call("IOX-O04", "output is a hard link to the input", [*USAGE, *FILE], "convert", "{input}", "{out}/x.json", "--overwrite", given=(".json", '{"lotse": "1", "tables": {"actors": []}}'),
         setup={"hardlink": {"{out}/x.json": "{input}"}}),
    call("IOX-O05", "name of 300 bytes", [*FILE, *USAGE], "centrality", "{input}", "--format", "json", "-o", "{out}/" + "x" * 300 + ".json", setup={"mkdir": ["{out}/da"]}),
    call("IOX-O06", "path of 5 000 bytes", [*FILE, *USAGE], "check", "x/" * 2500, given=None),
    call("IOX-O07", "a link to itself as the input", [*FILE, *INPUT], "check", "{in}/kreis", given=None, setup={"symlink": {"{in}/kreis": "{in}/kreis"}}),
    call("IOX-O08", "output exists already", USAGE, "centrality", "{input}", "--format", "json", "-o", "{out}/alt.txt", message=["--overwrite"]),
    call("IOX-O09", "output in a folder that is missing", FILE, "report", "{input}", "-o", "{out}/fehlt/bericht"),
    call("IOX-O10", "report over a folder that is not ours", USAGE, "report", "{input}", "-o", "{out}/fremd", "--overwrite", setup={"write": {"{out}/fremd/brief.txt": "x"}}),
    call("IOX-O11", "folder written where a file lies", [*FILE, *USAGE], "report", "{input}", "-o", "{out}/alt.txt"),
    call("IOX-O12", "output name with blanks, umlauts and quotes", ["ACCEPT"], "convert", "{input}", "{out}/Größe 'x' \"y\".json", "--overwrite"),
    call("IOX-O13", "network with a slash at the end", ["ACCEPT"], "check", "{input}/"),
    call("IOX-O14", "positions from a folder", [*FILE, *INPUT, *USAGE], "draw", "partners", "{input}", "-o", "{out}/x.svg", "--positions", "{out}"),
    call("IOX-O15", "boundaries that are no GeoJSON", INPUT, "convert", "{input}", "{out}/x.geojson", "--boundaries", "{out}/alt.txt", at=("alt.txt", 1)),
    call("IOX-O16", "positions that are not numbers", INPUT, "draw", "partners", "{input}", "-o", "{out}/x.svg", "--positions", "{out}/p.csv",
         setup={"write": {"{out}/p.csv": "key,x,y\na,nan,1e400\n"}}, at=("p.csv", 2)),

    *(folder_for_file(f"IOX-O{17 + number}", form)
      for number, form in enumerate([".json", ".xlsx", ".gexf", ".graphml", ".dot", ".geojson", ".gpkg", ".JSON", ".json/"])),
    call("IOX-O26", "a slash behind the name of a file", FILE, "convert", "{input}", "{out}/neu.json/"),
    call("IOX-O27", "a folder where an invented network is to be one file", FILE, "generate", "{out}/x.json", given=None, setup={"mkdir": ["{out}/x.json"]}),
    call("IOX-O28", "a folder with a dot in its name stays a folder", ["ACCEPT"], "convert", "{input}", "{out}/netz.v2", "--overwrite", setup={"mkdir": ["{out}/netz.v2"]}),
    call("IOX-O29", "tables for Gephi into a folder that is called like a file", ["ACCEPT"], "convert", "{input}", "{out}/x.json", "--overwrite", "--as", "gephi-csv",
         setup={"mkdir": ["{out}/x.json"]}),

    skipping("SKIP-O01", "JSON that breaks off", (".json", '{"lotse": "1", "tables": {"actors": [{"key": "a", "name": "A", "kind": "other"}')),
    skipping("SKIP-O02", "JSON of 0 bytes", (".json", "")),
    skipping("SKIP-O03", "workbook that breaks off", (".xlsx", b"PK\x03\x04" + bytes(200))),
    skipping("SKIP-O04", "a form that is not read", (".txt", "x\n")),
    skipping("SKIP-O05", "GEXF that breaks off", (".gexf", "<gexf")),
    skipping("SKIP-O06", "a folder without actors", {"ties.csv": TIES}),
    skipping("SKIP-O07", "a table that mixes encodings", {"actors.csv": ACTORS, "ties.csv": TIES.encode() + "a,b,informs,1,Bürgerhaus\n".encode() + "b,a,informs,1,Büro\n".encode("cp1252")}),
    skipping("SKIP-O08", "a quote that is never closed", {"actors.csv": ACTORS + 'c,"C,other\nd,D,other\n'}),
    skipping("SKIP-O09", "text behind a quote", {"actors.csv": ACTORS + 'c,"C" D,other\nd,D,other\n'}),
    skipping("SKIP-O10", "a required column is missing", {"actors.csv": ACTORS, "ties.csv": "from,to\na,b\n"}),
    skipping("SKIP-O11", "a column twice", {"actors.csv": ACTORS, "ties.csv": "from,to,kind,kind\na,b,informs,informs\n"}),
    skipping("SKIP-O12", "a description that breaks off", {"actors.csv": ACTORS, "datapackage.json": '{"title": "x"'}),
    skipping("SKIP-O13", "a table in JSON that is no list", (".json", '{"lotse": "1", "tables": {"actors": [], "ties": {}}}')),
    skipping("SKIP-O14", "a table of Gephi with a quote that is never closed", {"nodes.csv": 'Id,Label\na,A\nb,"B\nc,C\n'}),
    skipping("SKIP-O15", "GML and Pajek that break off", (".gml", "graph [ node [ id 1 ] node [ id")),
    skipping("SKIP-O20", "rows with every kind of defect are left out", {
        "actors.csv": ACTORS + "a,Doppelt,other\nc,,other\nd,D,nichts\n!?,E,other\nzu,viele,other,Felder\nwenige\n",
        "ties.csv": TIES + "a,fehlt,informs,1\na,b,informs,7\na,b,informs,viel\n"}, ["ACCEPT_WARN"],
        checks=[rows("actors", 2), rows("ties", 1)]),
    skipping("SKIP-O21", "rows of JSON of the wrong type are left out",
             (".json", '{"lotse": "1", "tables": {"actors": [{"key": "a", "name": "A", "kind": "other"}, {"key": "b", "name": 5, "kind": "other"}, '
                       '{"key": "c", "name": "C", "kind": "other", "aliases": [[]]}, 7]}}'), ["ACCEPT_WARN"], checks=[rows("actors", 1)]),

    every_form("INJ-O01", "command of a spreadsheet", "=cmd|' /C calc'!A0"),
    every_form("INJ-O02", "formula that starts with a minus", "-2+3+cmd|' /C calc'!A0"),
    every_form("INJ-O03", "formula in full width", "＠SUM(1+1)"),
    every_form("INJ-O04", "end of CDATA and of a comment", "]]> --> <![CDATA[ */ </style></script><img src=x onerror=alert(4711)>"),
    every_form("INJ-O05", "quotes, backslashes and braces", "\\\"]}};\\ {a|b} <x> %s $(id) `id` ${x}"),
    every_form("INJ-O06", "legitimate but rare characters", "A\u00adB\u2011C\u00a0D · 😀 ẞ ﬁ"),
    every_form("INJ-O07", "links of Markdown and spreadsheets", '=HYPERLINK("http://198.51.100.1","x")'),

    case("NET-O01", "no command opens a socket for addresses in the data", ["ACCEPT"],
         actors("a,A,sports_club,http://198.51.100.1/x", "b,B,jobcenter,https://example.org", head="key,name,kind,website",
                sources="key,title,url\nq,Quelle,http://198.51.100.1/q\n"),
         runs=[["check", "{input}"], ["report", "{input}", "-o", "{out}/bericht"], ["draw", "partners", "{input}", "-o", "{out}/x.svg"]],
         scenario={"type": "no_network"}, seconds=60),
    call("CLI-O50", "threshold of a million", USAGE, "needs", "{input}", "--suppress-below", "1000000", message=["suppress-below"]),
    call("CLI-O51", "a result as .pdf", USAGE, "centrality", "{input}", "-o", "{out}/lage.pdf", message=[".pdf"]),
    call("CLI-O52", "switch with the value it has anyway", USAGE, "convert", "{input}", "{out}/netz.json", "--overwrite=true", message=["overwrite"]),
]
