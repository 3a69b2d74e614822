"""JSON, GEXF, GraphML, GML, Pajek, tables of Gephi."""
from case import ACCEPT, ACTORS, EITHER, INPUT, LIMIT, WARN, case, rows, value

ROW_A = '{"key": "a", "name": "Verein A", "kind": "sports_club"}'
ROW_B = '{"key": "b", "name": "Jobcenter B", "kind": "jobcenter"}'


def network(actors=f"[{ROW_A}, {ROW_B}]", more=""):
    return f'{{"lotse": "1", "tables": {{"actors": {actors}{more}}}}}'


def graphml(body, head="", keys='<key id="k" for="node" attr.name="kind" attr.type="string"/>'):
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph id="g" edgedefault="directed">{body}</graph></graphml>'


def gexf(nodes, edges="", attributes="", head=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>{head}<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>{attributes}'
            f"<nodes>{nodes}</nodes><edges>{edges}</edges></graph></gexf>")


NODES = '<node id="a"><data key="k">jobcenter</data></node><node id="b"><data key="k">sports_club</data></node>'
GEXF_NODES = '<node id="a" label="Verein A"/><node id="b" label="Jobcenter B"/>'
LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha\">" + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + "]>"


def json_case(name, why, expect, text, **more):
    return case(name, why, expect, (".json", text), **more)


CASES = [
    json_case("JSON-O01", "half a surrogate pair as an escape", INPUT, network('[{"key": "a", "name": "\\ud83d", "kind": "jobcenter"}]')),
    json_case("JSON-O02", "escaped NUL in a name", INPUT, network('[{"key": "a", "name": "A\\u0000B", "kind": "jobcenter"}]')),
    json_case("JSON-O03", "trailing comma", INPUT, network(f"[{ROW_A},]")),
    json_case("JSON-O04", "comments", INPUT, "// Netz\n" + network()),
    json_case("JSON-O05", "NaN", INPUT, network(more=', "ties": [{"from": "a", "to": "b", "kind": "cooperates", "level": NaN}]')),
    json_case("JSON-O06", "two documents in one file", INPUT, network() + network()),
    json_case("JSON-O07", "a member twice, once with an escaped letter", INPUT, network('[{"key": "a", "\\u006bey": "x", "name": "A", "kind": "jobcenter"}]')),
    json_case("JSON-O08", "a list at the top", INPUT, f"[{ROW_A}]"),
    json_case("JSON-O09", "rows as lists", INPUT, network('[["a", "A", "jobcenter"]]')),
    json_case("JSON-O10", "a table that is an object", INPUT, network(ROW_A)),
    json_case("JSON-O11", "true where a text belongs", INPUT, network('[{"key": "a", "name": true, "kind": "jobcenter"}]')),
    json_case("JSON-O12", "a cell that is an object", INPUT, network('[{"key": "a", "name": {"de": "A"}, "kind": "jobcenter"}]')),
    json_case("JSON-O13", "integer beyond 64 bits", INPUT, network(more=', "ties": [{"from": "a", "to": "b", "kind": "cooperates", "level": 18446744073709551618}]')),
    json_case("JSON-O14", "UTF-16", EITHER, ("\ufeff" + network()).encode("utf-16-le"), checks=[rows("actors", 2)]),
    json_case("JSON-O15", "null is not recorded", ACCEPT, network('[{"key": "a", "name": "A", "kind": "jobcenter", "website": null}]'), rows_used=1),
    json_case("JSON-O16", "65 levels", LIMIT, '{"lotse": "1", "x": ' + "[" * 70 + "]" * 70 + ', "tables": {"actors": []}}'),
    json_case("JSON-O17", "single quotes", INPUT, network().replace('"', "'")),
    json_case("JSON-O18", "version as a number", INPUT, network().replace('"1"', "1")),
    json_case("JSON-O19", "control character in a text", INPUT, network('[{"key": "a", "name": "A\x01", "kind": "jobcenter"}]')),
    json_case("JSON-O20", "raw line break in a text", INPUT, network('[{"key": "a", "name": "A\nB", "kind": "jobcenter"}]')),
    json_case("JSON-O21", "a file of blanks", INPUT, " \n\t" * 1000),
    json_case("JSON-O22", "number with a leading zero and a plus", INPUT, network(more=', "ties": [{"from": "a", "to": "b", "kind": "cooperates", "level": +01}]')),
    json_case("JSON-O23", "a megabyte of digits", INPUT, network(more=', "ties": [{"from": "a", "to": "b", "kind": "cooperates", "level": ' + "1" * 10**6 + "}]")),
    json_case("JSON-O24", "member names that hold markup and escapes are not echoed raw", [*INPUT, *WARN],
              '{"lotse": "1", "<b>\\u001b[31m": 1, "tables": {"actors": [' + ROW_A + "]}}"),
    json_case("JSON-O25", "five million and one values", LIMIT, network(more=', "ties": [' + "0," * 5_000_001 + "0]"), seconds=10),

    case("XML-O01", "external document type over the net", INPUT, (".graphml", graphml(NODES, '<!DOCTYPE graphml SYSTEM "http://198.51.100.1/x.dtd">'))),
    case("XML-O02", "parameter entity", INPUT, (".graphml", graphml(NODES, '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'))),
    case("XML-O03", "XInclude stays text or is refused", EITHER,
         (".graphml", graphml(NODES + '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>')), checks=[rows("actors", 2)]),
    case("XML-O04", "CDATA in a label", ACCEPT, (".graphml", graphml('<node id="a"><data key="n"><![CDATA[A <b> & C]]></data><data key="k">jobcenter</data></node>',
         keys='<key id="k" for="node" attr.name="kind" attr.type="string"/><key id="n" for="node" attr.name="label" attr.type="string"/>')),
         checks=[value("actors", {"key": "a"}, "name", "A <b> & C")]),
    case("XML-O05", "billion laughs in an attribute", INPUT, (".gexf", gexf('<node id="a" label="&j;"/>', head=LAUGHS))),
    case("XML-O06", "quadratic blow-up", INPUT, (".gexf", gexf('<node id="a" label="' + "&a;" * 20000 + '"/>', head='<!DOCTYPE x [<!ENTITY a "' + "x" * 20000 + '">]>'))),
    case("XML-O07", "style sheet instruction is ignored", ACCEPT, (".gexf", gexf(GEXF_NODES, head='<?xml-stylesheet href="http://198.51.100.1/x.xsl"?>')), rows_used=2),
    case("XML-O08", "no namespace", ACCEPT, (".graphml", graphml(NODES).replace(' xmlns="http://graphml.graphdrawing.org/xmlns"', "")), rows_used=2),
    case("XML-O09", "namespace with a prefix", ACCEPT, (".graphml", '<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns"><g:graph edgedefault="directed">'
         '<g:node id="a"/><g:node id="b"/></g:graph></g:graphml>'), rows_used=2),
    case("XML-O10", "UTF-7", INPUT, (".graphml", graphml(NODES).replace("UTF-8", "UTF-7"))),
    case("XML-O11", "said to be UTF-8, but Windows-1252", INPUT, (".gexf", gexf('<node id="a" label="B\u00fcro"/>').encode("cp1252"))),
    case("XML-O12", "UTF-16", ACCEPT, (".gexf", gexf(GEXF_NODES).replace("UTF-8", "UTF-16").encode("utf-16")), rows_used=2),
    case("XML-O13", "attribute of 100 KB", LIMIT, (".gexf", gexf(f'<node id="a" label="{"x" * 100000}"/>'))),
    case("XML-O14", "comment of 10 MB", ACCEPT, (".gexf", gexf(GEXF_NODES, head="<!--" + "x" * 10_000_000 + "-->")), rows_used=2),
    case("XML-O15", "negative weight is kept or refused, never NaN", [*WARN, *EITHER], (".gexf", gexf(GEXF_NODES, '<edge id="1" source="a" target="b" weight="-1"/>')),
         checks=[{"check": "no_nan"}]),
    case("XML-O16", "edge without a source", INPUT, (".gexf", gexf(GEXF_NODES, '<edge id="1" target="b"/>'))),
    case("XML-O17", "edge ids twice", [*WARN, *EITHER], (".gexf", gexf(GEXF_NODES, '<edge id="1" source="a" target="b"/><edge id="1" source="b" target="a"/>'))),
    case("XML-O18", "node without an id", INPUT, (".gexf", gexf('<node label="A"/>'))),
    case("XML-O19", "a web page called .gexf", INPUT, (".gexf", "<!DOCTYPE html><html><body>Anmeldung<br></body></html>")),
    case("XML-O20", "SVG called .graphml", INPUT, (".graphml", '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')),
    case("XML-O21", "loop edge", [*WARN, *INPUT], (".gexf", gexf(GEXF_NODES, '<edge id="1" source="a" target="a"/>'))),
    case("XML-O22", "text behind the end", INPUT, (".gexf", gexf(GEXF_NODES) + "Rest")),
    case("XML-O23", "reference to a control character", INPUT, (".gexf", gexf('<node id="a" label="A&#1;B"/>'))),
    case("XML-O24", "unknown entity", INPUT, (".gexf", gexf('<node id="a" label="A&nbsp;B"/>'))),
    case("XML-O25", "100 000 attributes of one element", ["REFUSE_LIMIT", *INPUT], (".gexf", gexf("<node " + " ".join(f'x{i}="1"' for i in range(100000)) + ' id="a"/>'))),
    case("XML-O26", "no node at all", [*WARN, *INPUT, *ACCEPT], (".gexf", gexf("")), checks=[{"check": "no_nan"}]),

    case("TXT-O01", "GML without ids", INPUT, (".gml", 'graph [ node [ label "A" ] ]')),
    case("TXT-O02", "GML with NaN and infinity as weight", [*WARN, *EITHER], (".gml", 'graph [ node [ id 1 label "A" ] node [ id 2 label "B" ] edge [ source 1 target 2 value NAN ] ]'),
         checks=[{"check": "no_nan"}]),
    case("TXT-O03", "GML edge to an unknown node", INPUT, (".gml", "graph [ node [ id 1 ] edge [ source 1 target 2 ] ]")),
    case("TXT-O04", "GML: a string that does not end", INPUT, (".gml", 'graph [ node [ id 1 label "A ] ]')),
    case("TXT-O05", "GML with a BOM, CRLF and entities", ACCEPT, (".gml", '\ufeffgraph [\r\n node [ id 1 label "M&#252;ller &amp; Co" ]\r\n node [ id 2 label "B" ]\r\n]\r\n'), rows_used=2),
    case("TXT-O06", "Pajek arc out of range", INPUT, (".net", '*Vertices 2\n1 "A"\n2 "B"\n*Arcs\n1 3 1\n')),
    case("TXT-O07", "Pajek: number of vertices beyond 64 bits", ["REFUSE_LIMIT", *INPUT], (".net", "*Vertices 99999999999999999999\n")),
    case("TXT-O08", "Pajek: no vertices", [*WARN, *INPUT, *ACCEPT], (".net", "*Vertices 0\n*Arcs\n"), checks=[{"check": "no_nan"}]),
    case("TXT-O09", "Pajek: fewer vertices than announced", [*WARN, *EITHER], (".net", '*Vertices 3\n1 "A"\n2 "B"\n')),
    case("TXT-O10", "Pajek: a label that does not end", INPUT, (".net", '*Vertices 2\n1 "A\n2 "B"\n')),
    case("TXT-O35", "Pajek: attributes, times and line labels are kept", WARN,
         (".net", '*Vertices 2 1\n1 "A" [1-3] kind jobcenter sector work club "Mr. Hi"\n2 "B" 0 0 box ic Red\n*Edges\n1 2 1 l "Ehe" [2-5]\n'),
         checks=[value("actors", {"key": "1"}, "kind", "jobcenter"), value("actors", {"key": "1"}, "club", "Mr. Hi"), value("actors", {"key": "1"}, "times", "[1-3]"),
                 value("actors", {"key": "2"}, "mode", "2"), value("ties", {"from": "1"}, "label", "Ehe"), value("ties", {"from": "1"}, "times", "[2-5]")]),
    case("TXT-O36", "Pajek: what is left over in a line is said", WARN, (".net", '*Vertices 1\n1 "A" 0 0 kind other sector\n'), at=("TXT-O36.net", 2), message=["sector"]),
    case("TXT-O37", "a direction that the kind does not have", WARN,
         (".gml", 'graph [ directed 1 node [ id 1 kind "event" ] node [ id 2 kind "event" ]\nedge [ source 1 target 2 kind "cooperates" level 2.0 ] ]'),
         at=("TXT-O37.gml", 2), message=["cooperates"], checks=[value("ties", {"from": "1"}, "level", 2)]),
    case("TXT-O38", "both directions are there: nothing is lost", ACCEPT,
         (".gml", 'graph [ directed 1 node [ id 1 kind "event" ] node [ id 2 kind "event" ]\n'
                  'edge [ source 1 target 2 kind "cooperates" topics "LP-BEW" ] edge [ source 2 target 1 kind "cooperates" topics "LP-ERN" ] ]'), rows_used=4),
    case("TXT-O11", "Gephi's tables: edge to an unknown node", INPUT, {"nodes.csv": "Id,Label\na,A\nb,B\n", "edges.csv": "Source,Target,Type\na,c,Directed\n"}, at=("edges.csv", 2)),
    case("TXT-O12", "Gephi's tables: unknown type", [*INPUT, *WARN], {"nodes.csv": "Id,Label\na,A\nb,B\n", "edges.csv": "Source,Target,Type\na,b,Sideways\n"}, at=("edges.csv", 2)),
    case("TXT-O31", "Gephi's tables: edges without Target", INPUT, {"nodes.csv": "Id,Label\na,A\nb,B\n", "edges.csv": "Source,Ziel\na,b\n"}, at=("edges.csv", 1),
         message=["Target"]),
    case("TXT-O32", "Gephi's tables: nodes without Label", ["ACCEPT", *WARN], {"nodes.csv": "Id\na\nb\n", "edges.csv": "Source,Target\na,b\n"}, checks=[rows("actors", 2), rows("ties", 1)]),
    case("TXT-O33", "Gephi's tables beside one of lotse", INPUT, {"nodes.csv": "Id,Label\na,A\n", "edges.csv": "Source,Target\na,a\n", "offers.csv": "key,name,topics\no,O,LP-BEW\n"},
         message=["nodes.csv"]),
    case("TXT-O34", "Gephi's tables beside another", WARN, {"nodes.csv": "Id,Label\na,A\n", "edges.csv": "Source,Target\na,a\n", "mehr.csv": "x,y\n1,2\n"}, at=("mehr.csv",)),
    case("TXT-O13", "Gephi's tables: edges only", INPUT, {"edges.csv": "Source,Target\na,b\n"}, message=["nodes.csv"]),
    case("TXT-O14", "a text file called .json", INPUT, (".json", "Liebe Kolleginnen und Kollegen,\n")),
    case("TXT-O15", "a file without an ending", ["REFUSE_INPUT", "REFUSE_USAGE"], ("", "key,name,kind\n")),
    case("TXT-O16", "a PDF", ["REFUSE_INPUT", "REFUSE_USAGE"], (".pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    case("TXT-O17", "a Word document", ["REFUSE_INPUT", "REFUSE_USAGE"], (".docx", b"PK\x03\x04")),
    case("TXT-O18", "one table in place of a folder", EITHER, ("-actors.csv", ACTORS), checks=[rows("actors", 2)]),
]
