"""Doubt that must not become certainty, headings that mean the same, values that contradict each other, what is not read."""
from case import ACCEPT, ACTORS, EITHER, INPUT, LIMIT, PRIVACY, WARN, actors, case, leak, rows, value
from graphs import gexf, graphml, network
from workbooks import A, B, HEAD, LINKS, MAIN, PACKAGE, archive, parts, sheet, workbook

AB = ("a,Verein A,sports_club", "b,Jobcenter B,jobcenter")
MARK = ["question mark|Fragezeichen"]
CHECK = [["check", "{input}"], ["check", "{input}", "--language", "en"]]


def offer(name, why, expect, column, text, *one_of, **more):
    checks = [value("offers", {"key": "o"}, column, *one_of)] if one_of else []
    return case(name, why, expect, actors(*AB, offers=f"key;name;topics;{column}\no;Kurs;LP-BEW;{text}\n"),
                at=("offers.csv", 2, [column, 4]), checks=checks, **more)


def kind(name, why, expect, text, *one_of, **more):
    checks = [value("actors", {"key": "a"}, "kind", *one_of)] if one_of else []
    return case(name, why, expect, actors(f"a,Verein A,{text}", "b,B,jobcenter"), at=("actors.csv", 2, ["kind", 3]), checks=checks, **more)


def beside(name, head, *checks, **more):
    """A column of somebody else beside the one of the data format."""
    return case(name, f"{head}: the contract's own name counts", WARN, actors("a,Verein A,sports_club,x y", "b,B,jobcenter,", head=head),
                at=("actors.csv", 1), checks=[value("actors", {"key": "a"}, "name", "Verein A"), *checks], **more)


def error_text(name, text, **more):
    return case(name, f"{text} in place of a name", INPUT, actors(f'a,"{text}",sports_club', "b,B,jobcenter"), at=("actors.csv", 2, ["name", 2]), **more)


def boundaries(name, why, expect, text, ending=".geojson", **more):
    words = ["convert", "{input}", "{out}/x.geojson", "--boundaries", "{out}/grenzen" + ending]
    return case(name, why, expect, actors(*AB), runs=[words, [*words, "--language", "en"]] if expect == INPUT else [words],
                setup={"write": {"{out}/grenzen" + ending: text}}, **more)


def features(*items):
    return '{"type": "FeatureCollection", "features": [' + ", ".join(items) + "]}"


def gexf_node(topic):
    return (".gexf", gexf('<node id="a" label="A"><attvalues><attvalue for="0" value="jobcenter"/></attvalues></node><node id="b" label="B"/>',
                          f'<edge source="a" target="b"><attvalues><attvalue for="1" value="{topic}"/></attvalues></edge>',
                          '<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>'
                          '<attributes class="edge"><attribute id="1" title="topics" type="liststring"/></attributes>'))


POINT = '{"type": "Feature", "properties": {"key": "q"}, "geometry": {"type": "Polygon", "coordinates": [[[7, 51], [7, 51], [7, 51], [7, 51]]]}}'
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="mmm yyyy"/></numFmts>'
          '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>')


def dated(serial):
    made = parts({"actors": [[*HEAD, "since"], [*A, f'<c r="AT" s="1"><v>{serial}</v></c>'], [*B, ""]]})
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        "</Types>", '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>')
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId9" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>')
    return archive([*made.items(), ("xl/styles.xml", STYLES)])


def commented():
    made = parts({"actors": [HEAD, A, B]})
    return archive([*made.items(),
                    ("xl/worksheets/_rels/sheet1.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINKS}/comments" '
                     'Target="../comments1.xml"/></Relationships>'),
                    ("xl/comments1.xml", f'<comments xmlns="{MAIN}"><commentList><comment ref="B2"><text><t>Ruht seit 2020</t></text></comment></commentList></comments>')])


def book(name, why, expect, data, **more):
    return case(name, why, expect, (".xlsx", data), mb=1024, **more)


CASES = [
    offer("NUM-O60", "yes with a question mark", INPUT, "free", "ja?", message=MARK),
    offer("NUM-O61", "no with a question mark in brackets", INPUT, "free", "nein (?)", message=MARK),
    offer("NUM-O62", "a dash before yes", INPUT, "free", "-ja"),
    offer("NUM-O63", "minus one is not yes", INPUT, "free", "-1"),
    offer("NUM-O64", "no with an exclamation mark", INPUT, "free", "nein!"),
    offer("NUM-O65", "yes in brackets", INPUT, "free", "(ja)"),
    offer("NUM-O66", "a full stop behind yes is a slip", ACCEPT, "free", "Ja.", "yes"),
    offer("NUM-O67", "a status with a question mark", INPUT, "status", "aktiv?", message=MARK),
    offer("NUM-O68", "a topic with a question mark", INPUT, "legal", "sgb2?", message=MARK),
    kind("NUM-O69", "a kind with a question mark", INPUT, "jobcenter?", message=MARK),
    kind("NUM-O70", "a kind between dashes", INPUT, "-jobcenter-"),
    kind("NUM-O71", "a kind with a colon", ACCEPT, "Jobcenter:", "jobcenter"),
    kind("NUM-O72", "a control character behind a kind", INPUT, "jobcenter\x0b"),
    case("NUM-O73", "a control character behind a key", INPUT, actors("a\x0c,A,sports_club"), at=("actors.csv", 2, ["key", 1])),
    case("NUM-O74", "a finding with a question mark is no finding", INPUT, actors(*AB, findings="area,topic,state\n05911,LP-BEW,none?\n"),
         at=("findings.csv", 2, ["state", 3]), message=MARK),
    offer("NUM-O75", "one comma before three digits: thousands, or less than two", INPUT, "capacity", "1,500"),
    offer("NUM-O76", "grouped by points as in German", ACCEPT, "capacity", "1.500", 1500),
    offer("NUM-O77", "grouped twice by commas is clear", ACCEPT, "capacity", "1,234,567", 1234567),
    offer("NUM-O78", "a number that doubles cannot hold", INPUT, "capacity", "9007199254740993"),
    offer("NUM-O79", "a sum that doubles cannot hold", INPUT, "fee_eur", "9007199254740993"),
    case("NUM-O80", "a code with a question mark in a GEXF file of others is kept beside the columns", ACCEPT, gexf_node("LP-BEW?")),

    beside("HEAD-O10", "key,name,kind,id"),
    beside("HEAD-O11", "key,name,kind,ID"),
    beside("HEAD-O12", "key,name,kind,Typ", value("actors", {"key": "a"}, "kind", "sports_club")),
    beside("HEAD-O13", "Schlüssel,Name,Art,Bezeichnung"),
    case("HEAD-O14", "the synonym stands first", WARN, actors("7,a,Verein A,sports_club", "8,b,B,jobcenter", head="ID,key,name,kind"),
         at=("actors.csv", 1), checks=[value("actors", {"key": "a"}, "name", "Verein A")]),
    case("HEAD-O15", "what Gephi calls its columns, beside those of ties", WARN,
         actors(*AB, ties="from,to,kind,Type,Source,Target\na,b,cooperates,Directed,a,b\n"), at=("ties.csv", 1), checks=[rows("ties", 1)]),
    case("HEAD-O16", "two synonyms: which one?", INPUT, actors("a,1,A,sports_club", head="ID,Kennung,name,kind"), at=("actors.csv", 1, ["Kennung", 2]),
         message=["ID.*1"], runs=CHECK),
    case("HEAD-O17", "a row that repeats the headings", WARN, actors("a,A,sports_club", "key,name,kind", "Schlüssel,Name,Art", "b,B,jobcenter"),
         at=("actors.csv", 3), message=["heading|Überschriften"], checks=[rows("actors", 2)]),
    case("HEAD-O18", "members key and id in JSON", WARN, (".json", network('[{"id": "x", "key": "a", "name": "A", "kind": "jobcenter"}]')),
         checks=[value("actors", {"key": "a"}, "name", "A")]),

    *(error_text(f"CSV-O{number}", text) for number, text in enumerate(
        ["#NV", "#BEZUG!", "#WERT!", "#N/A", "#REF!", "#NAME?", "#DIV/0!", "#####", "Err:502"], 30)),
    case("CSV-O40", "#NV in the first column is no comment", INPUT, actors("#NV,A,sports_club", "b,B,jobcenter"), at=("actors.csv", 2, ["key", 1])),
    case("CSV-O41", "#NV in a column of somebody else", WARN, actors("a,A,sports_club,#NV", "b,B,jobcenter,x", head="key,name,kind,Zimmer"), at=("actors.csv", 2)),
    case("CSV-O42", "a row of one field", INPUT, actors("a", "b,B,jobcenter"), at=("actors.csv", 2), message=["ein Feld|one field"], runs=CHECK),
    book("XLSX-O40", "#N/A as a text", INPUT, workbook({"actors": [HEAD, ["a", "#N/A", "clinic"], B]})),
    book("XLSX-O41", "a truth value that is none", INPUT,
         workbook({"actors": [HEAD, A], "offers": [["key", "name", "topics", "free"], ["o", "O", "LP-BEW", '<c r="AT" t="b"><v>7</v></c>']]})),
    book("XLSX-O42", "a date that shows month and year only", ACCEPT, dated(43831), checks=[value("actors", {"key": "a"}, "since", "2020-01")]),
    book("XLSX-O43", "the same format over another day, which somebody typed", ACCEPT, dated(43845), checks=[value("actors", {"key": "a"}, "since", "2020-01-15")]),
    book("XLSX-O44", "comments of cells are named, not read", ACCEPT, commented(), runs=CHECK, message=["[Cc]omments of cells|Kommentare an Zellen"]),
    book("XLSX-O45", "a sheet of actors without any cell", INPUT, workbook({"actors": sheet([])}), message=["leer|empty"], runs=CHECK),
    case("XLSX-O46", "a workbook of Excel called .ods", INPUT, (".ods", workbook({"actors": [HEAD, A, B]})), mb=1024, message=[r"\.xlsx"], runs=CHECK),

    case("NET-O02", "the same need twice", WARN, actors(*AB, needs="area,topic,target,persons,year\n05911,LP-BEW,,40,2024\n05911,LP-BEW,,70,2024\n"),
         at=("needs.csv", 3), message=["needs.csv:2"]),
    case("NET-O03", "the same way twice, by two words for the car", WARN, actors(*AB, travel="from,to,minutes,mode\n05911,05913,30,car\n05911,05913,45,Auto\n"),
         at=("travel.csv", 3), message=["travel.csv:2"]),
    case("NET-O04", "a way to where it begins", WARN, actors(*AB, travel="from,to,minutes\n05911,05911,30\n"), at=("travel.csv", 2)),
    case("NET-O05", "a way without minutes and kilometres", WARN, actors(*AB, travel="from,to,minutes\n05911,05913,\n"), at=("travel.csv", 2)),
    case("NET-O06", "an own code with the sign that separates codes", INPUT, actors(*AB, codes="list,code,de,en\ntopics,X|Y,Z,Z\n"), at=("codes.csv", 2, ["code", 2])),

    case("PRIV-O90", "the mail address of a person in the column for mailboxes", WARN,
         actors("a,A,sports_club,erika.muster@example.org", "b,B,jobcenter,info@example.org", head="key,name,kind,mailbox"), at=("actors.csv", 2),
         runs=[["check", "{input}"], ["convert", "{input}", "{out}/netz.json", "--with-contacts"], ["convert", "{input}", "{out}/netz.xlsx", "--with-contacts"]],
         checks=[leak("erika.muster"), value("actors", {"key": "b"}, "mailbox", "info@example.org")], mb=1024),
    case("PRIV-O91", "words in the column for mailboxes", WARN, actors("a,A,sports_club,kein Postfach", "b,B,jobcenter,mailto:info@example.org", head="key,name,kind,mailbox"),
         at=("actors.csv", 3)),
    case("PRIV-O92", "an identifier behind a quote that never closes", PRIVACY, {"actors.csv": 'key,name,kind\na,"Verein A Y123456781,sports_club\n'}, checks=[leak("Y123456781")]),

    case("TXT-O40", "GML: a graph inside of a node", WARN,
         (".gml", 'graph [ node [ id 1 label "A" graph [ node [ id 2 label "B" ] node [ id 3 label "C" ] edge [ source 2 target 3 ] ]  zimmer "Ort" ] '
                  'node [ id 4 label "D" ] edge [ source 1 target 4 ] ]'),
         checks=[rows("actors", 4), rows("ties", 2), value("actors", {"key": "2"}, "part_of", "1"), value("actors", {"key": "1"}, "zimmer", "Ort")]),
    case("TXT-O41", "GML: a list that lotse does not know", WARN, (".gml", 'graph [ node [ id 1 label "A" kontakt [ ort "Bochum" ] ] node [ id 2 label "B" ] ]'),
         message=["kontakt"], checks=[rows("actors", 2)]),
    case("TXT-O42", "GML: drawings say nothing about the network", ACCEPT,
         (".gml", 'graph [ node [ id 1 label "A" kind "jobcenter" graphics [ x 1 ] ] node [ id 2 label "B" kind "clinic" LabelGraphics [ text "B" ] ] ]'), rows_used=2),
    case("XML-O40", "a list as Gephi writes it", ACCEPT, gexf_node("[LP-BEW, LP-ERN]"), checks=[value("ties", {"from": "a"}, "topics", ["LP-BEW", "LP-ERN"])]),
    case("XML-O41", "blanks around an id", WARN, (".gexf", gexf('<node id="a" label="A"/><node id="b " label="B"/>', '<edge source="a" target="b"/>')),
         checks=[rows("actors", 2), rows("ties", 1)]),
    case("XML-O42", "descriptions in GraphML", WARN, (".graphml", graphml('<desc>alles</desc><node id="a"><desc>Nur montags</desc></node><node id="b"/>')),
         checks=[value("actors", {"key": "a"}, "note", "Nur montags")]),
    case("XML-O43", "said to be UTF-16 but is not", INPUT, (".gexf", gexf("").replace("UTF-8", "UTF-16")), message=["UTF-16.*(keines|not in it)"], runs=CHECK),
    case("JSON-O30", "UTF-16 without a mark", INPUT, (".json", network().encode("utf-16-be")), message=["UTF-16"], runs=CHECK),
    case("JSON-O31", "a table under two names", WARN, (".json", network(more=', "Akteure": [{"key": "c", "name": "C", "kind": "clinic"}]')), checks=[rows("actors", 3)]),
    case("LIM-O20", "a member's name of 100 KB", LIMIT, (".json", network('[{"key": "a", "name": "A", "kind": "jobcenter", "' + "x" * 100000 + '": 1}]'))),
    case("LIM-O21", "a cell too large is named with its column", LIMIT, actors(f"a,{'x' * 70000},clinic"), runs=[["check", "{input}"]], message=["actors.csv:2:2"]),

    case("PKG-O20", "values that say: not recorded", ACCEPT,
         {"actors.csv": "key,name,kind,note\na,A,clinic,NA\nb,B,clinic,-\n",
          "datapackage.json": '{"resources": [{"name": "actors", "path": "actors.csv", "schema": {"missingValues": ["", "NA", "-"]}}]}'},
         checks=[value("actors", {"key": "a"}, "note", None), value("actors", {"key": "b"}, "note", None)]),
    case("PKG-O21", "actors.csv listed as another table", INPUT,
         {"actors.csv": ACTORS, "datapackage.json": '{"resources": [{"name": "ties", "path": "actors.csv"}]}'}, message=["datapackage.json (lists|unter)|in datapackage.json"],
         runs=CHECK),

    boundaries("IOX-O40", "features that are none", INPUT, features("null", "5", '"x"'), at=("grenzen.geojson", 1)),
    boundaries("IOX-O41", "features as an object", INPUT, '{"type": "FeatureCollection", "features": {}}', at=("grenzen.geojson", 1)),
    boundaries("IOX-O42", "no features at all", INPUT, '{"type": "FeatureCollection"}', at=("grenzen.geojson", 1)),
    boundaries("IOX-O43", "an empty collection", EITHER, features(), message=["keine Grenze|no boundary"]),
    boundaries("IOX-O44", "a polygon of one point", EITHER, features(POINT), message=["umschließt keine Fläche|encloses no area"]),
    boundaries("IOX-O45", "a GeoPackage", INPUT, "SQLite format 3\0" + "\0" * 90, ending=".gpkg", at=("grenzen.gpkg",), message=["GeoJSON"]),
    boundaries("IOX-O46", "a shapefile", INPUT, "\0\0'\n" + "\0" * 90, ending=".shp", at=("grenzen.shp",), message=["GeoJSON"]),
]
