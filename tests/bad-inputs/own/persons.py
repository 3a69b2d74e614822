"""Data of clients wherever a file can hold them: refused, and the value is never repeated.

The identifiers are made up; their check digits are right (privacy_test.cpp computes the same)."""
from case import ACCEPT, ACTORS, EITHER, INPUT, NEUTRALISE, PRIVACY, TIES, WARN, actors, archive, case, leak, rows
from graphs import GEXF_NODES, NODES, gexf, graphml, network
from workbooks import workbook

KVNR, RVNR, IBAN, TAX, BG, CUSTOMER = "Y123456781", "15070649C103", "DE89370400440532013000", "86095742719", "12345//0001234", "123A456789"
AB = ("a,Verein A,sports_club", "b,Jobcenter B,jobcenter")


def refused(name, why, given, *values, **more):
    return case(name, why, PRIVACY, given, checks=[leak(*values)], **more)


def noted(name, why, text, *values):
    return refused(name, why, actors(f'a,A,sports_club,"{text}"', head="key,name,kind,note"), *(values or [text]), at=("actors.csv", 2))


CASES = [
    noted("PRIV-O01", "health insurance number in lower case in a sentence", "siehe y123456781, ruft an", "y123456781"),
    noted("PRIV-O02", "health insurance number in groups", "KV-Nr. Y123 456 781", "Y123 456 781"),
    noted("PRIV-O03", "pension insurance number with blanks", "RV 15 070649 C 103", "15 070649 C 103"),
    noted("PRIV-O04", "IBAN with blanks", "DE89 3704 0044 0532 0130 00"),
    noted("PRIV-O05", "tax number as the tax office prints it", "86 095 742 719"),
    noted("PRIV-O06", "number of a Bedarfsgemeinschaft", BG),
    noted("PRIV-O07", "number of a Bedarfsgemeinschaft with BG", "12345BG0001234"),
    noted("PRIV-O08", "customer number", CUSTOMER),
    noted("PRIV-O09", "identifier behind a line break and a hyphen", f"Herr X\n- {KVNR}", KVNR),
    noted("PRIV-O10", "identifier between brackets without blanks", f"({KVNR})", KVNR),
    refused("PRIV-O11", "identifier in place of a level: the error does not quote it", actors(*AB, ties=f"from,to,kind,level\na,b,cooperates,{KVNR}\n"), KVNR),
    refused("PRIV-O12", "identifier in place of a reference", actors(*AB, ties=f"from,to,kind\na,{KVNR},cooperates\n"), KVNR),
    refused("PRIV-O13", "identifier as a key", actors(f"{KVNR},A,sports_club"), KVNR),
    refused("PRIV-O14", "identifier in place of a kind", actors(f"a,A,{KVNR}"), KVNR),
    refused("PRIV-O15", "identifier in place of a date", actors(*AB, ties=f"from,to,kind,since\na,b,cooperates,{RVNR}\n"), RVNR),
    refused("PRIV-O16", "identifier in an area", actors(f"a,A,sports_club,{TAX}", head="key,name,kind,area"), TAX),
    refused("PRIV-O17", "no heading: the first row holds an identifier", {"actors.csv": f"{KVNR},Verein A,sports_club\n"}, KVNR),
    refused("PRIV-O18", "identifier in an extra column", actors(f"a,A,sports_club,{IBAN}", head="key,name,kind,Bemerkung"), IBAN),
    refused("PRIV-O19", "identifier under an empty heading", actors(f"a,A,sports_club,{KVNR}", head="key,name,kind,"), KVNR),
    refused("PRIV-O20", "identifier in a cell too many", actors(f"a,A,sports_club,{KVNR}"), KVNR),
    refused("PRIV-O21", "heading Kd.-Nr.", actors("a,A,sports_club,4711", head="key,name,kind,Kd.-Nr."), "4711"),
    refused("PRIV-O22", "heading KUNDEN_NR", actors("a,A,sports_club,4711", head="key,name,kind,KUNDEN_NR"), "4711"),
    refused("PRIV-O23", "heading BG Nr", actors("a,A,sports_club,4711", head="key,name,kind,BG Nr"), "4711"),
    refused("PRIV-O24", "heading geb. am", actors("a,A,sports_club,1.1.", head="key,name,kind,geb. am"), "1.1."),
    refused("PRIV-O25", "heading Name des Teilnehmers", actors("a,A,sports_club,Xanthippe", head="key,name,kind,Name des Teilnehmers"), "Xanthippe"),
    refused("PRIV-O26", "heading Sozialvers.-Nr.", actors("a,A,sports_club,4711", head="key,name,kind,Sozialvers.-Nr."), "4711"),
    refused("PRIV-O27", "heading with an umlaut in two characters", {"actors.csv": "key,name,kind,Staatsangeho\u0308rigkeit\na,A,sports_club,Utopia\n"}, "Utopia"),
    refused("PRIV-O28", "heading in a second line below a title", {"actors.csv": "Liste der Vereine,,,\nkey,name,kind,Kundennummer\na,A,sports_club,4711\n"}, "4711"),
    refused("PRIV-O29", "column of birth dates, German form", actors(*(f"v{i},V {i},sports_club,{i + 1:02}.05.19{60 + i}" for i in range(12)), head="key,name,kind,Spalte4"),
            "01.05.1960"),
    refused("PRIV-O30", "identifier in JSON", (".json", network(f'[{{"key": "a", "name": "A", "kind": "jobcenter", "note": "{KVNR}"}}]')), KVNR),
    refused("PRIV-O31", "column of clients in JSON", (".json", network('[{"key": "a", "name": "A", "kind": "jobcenter", "Kundennummer": "4711"}]')), "4711"),
    refused("PRIV-O32", "identifier written with escapes in JSON", (".json", network('[{"key": "a", "name": "A", "kind": "jobcenter", "note": "\\u0059123456781"}]')), KVNR),
    refused("PRIV-O33", "identifier as an attribute in GraphML", (".graphml", graphml(f'<node id="a"><data key="k">{KVNR}</data></node>')), KVNR),
    refused("PRIV-O34", "identifier as the id of a node", (".graphml", graphml(f'<node id="{KVNR}"/><node id="b"/>')), KVNR),
    refused("PRIV-O35", "attribute Kundennummer in GEXF",
            (".gexf", gexf('<node id="a" label="A"><attvalues><attvalue for="0" value="4711"/></attvalues></node>',
                           attributes='<attributes class="node"><attribute id="0" title="Kundennummer" type="string"/></attributes>')), "4711"),
    refused("PRIV-O36", "identifier as the label of an edge in GEXF", (".gexf", gexf(GEXF_NODES, f'<edge id="1" source="a" target="b" label="{IBAN}"/>')), IBAN),
    refused("PRIV-O37", "identifier in GML", (".gml", f'graph [ node [ id 1 label "{KVNR}" ] ]'), KVNR),
    refused("PRIV-O38", "identifier in Pajek", (".net", f'*Vertices 1\n1 "{KVNR}"\n'), KVNR),
    refused("PRIV-O93", "identifier as an attribute in Pajek", (".net", f'*Vertices 1\n1 "A" 0 0 ellipse note {KVNR}\n'), KVNR),
    refused("PRIV-O39", "identifier in a workbook", (".xlsx", workbook({"actors": [["key", "name", "kind", "note"], ["a", "A", "sports_club", KVNR]]})), KVNR),
    refused("PRIV-O40", "heading of clients in a workbook", (".xlsx", workbook({"actors": [["key", "name", "kind", "BG-Nummer"], ["a", "A", "sports_club", "4711"]]})), "4711"),
    refused("PRIV-O41", "tax number as a number cell", (".xlsx", workbook({"actors": [["key", "name", "kind", "Nr"], ["a", "A", "sports_club", int(TAX)]]})), TAX),
    case("PRIV-O42", "sheet to be ignored that holds clients: never shown", [*PRIVACY, *NEUTRALISE],
         (".xlsx", workbook({"actors": [["key", "name", "kind"], ["a", "A", "sports_club"]], "Liste (ignore)": [["Kundennummer"], [CUSTOMER]]})), checks=[leak(CUSTOMER)]),
    case("PRIV-O43", "unknown sheet that holds clients", [*PRIVACY, *NEUTRALISE, *INPUT],
         (".xlsx", workbook({"actors": [["key", "name", "kind"], ["a", "A", "sports_club"]], "Teilnehmende": [["Vorname", "KVNR"], ["Xanthippe", KVNR]]})),
         checks=[leak(KVNR, "Xanthippe")]),
    refused("PRIV-O44", "comment row that holds an identifier",
            (".xlsx", workbook({"actors": [["key", "name", "kind"], ["#", KVNR, ""], ["a", "A", "sports_club"]]})), KVNR),
    case("PRIV-O45", "another file of clients in the folder", [*PRIVACY, *NEUTRALISE, *INPUT], {**actors(*AB), "teilnehmer.csv": f"Vorname,KVNR\nXanthippe,{KVNR}\n"},
         checks=[leak(KVNR, "Xanthippe")]),
    refused("PRIV-O46", "identifier in HSDS", {"organizations.csv": f"id,name,description\n8b1b7d1e-4ad9-4a6a-9a3c-0d7a55f0a001,Verein,{KVNR}\n"}, KVNR),
    refused("PRIV-O47", "identifier in HSDS as JSON",
            (".json", f'[{{"id": "8b1b7d1e-4ad9-4a6a-9a3c-0d7a55f0a001", "name": "Verein", "description": "{KVNR}"}}]'), KVNR),
    refused("PRIV-O48", "identifier in the label of an own code", actors(*AB, codes=f"list,code,de,en\ntopics,X-NEU,{KVNR},x\n"), KVNR),
    refused("PRIV-O49", "identifier in the title of a source", actors(*AB, sources=f"key,title\nq,Akte {BG}\n"), BG),
    refused("PRIV-O50", "identifier in the title of the data package", {**actors(*AB), "datapackage.json": f'{{"name": "x", "title": "Akte {KVNR}"}}'}, KVNR),
    case("PRIV-O51", "mail address in a name is withheld or refused", [*PRIVACY, *NEUTRALISE, *INPUT], actors("a,Xanthippe@example.org,sports_club"), runs=[["check", "{input}"]]),
    case("PRIV-O52", "column Durchwahl is withheld", [*PRIVACY, *NEUTRALISE], actors("a,A,sports_club,0234 4711", head="key,name,kind,Durchwahl"), checks=[leak("0234 4711")]),
    case("PRIV-O53", "harmless: numbers that look like identifiers", ACCEPT,
         actors('a,A,sports_club,"Aktenzeichen Y123456782, Telefon 0234 123456-78, Beschluss 2019/123456, ISBN 9783161484100"', head="key,name,kind,note"), rows_used=1),
    case("PRIV-O54", "harmless: column Gründungsdatum of old clubs", ACCEPT,
         actors(*(f"v{i},V {i},sports_club,{i + 1:02}.05.19{60 + i}" for i in range(12)), head="key,name,kind,Gründungsdatum"), rows_used=12),
    case("PRIV-O55", "harmless: names of organisations with Kunden and Patient", ACCEPT,
         actors("a,Kundenzentrum der Stadtwerke,municipality", "b,Unabhängige Patientenberatung,counselling", "c,Teilnehmerverein Name e. V.,sports_club"), rows_used=3),
    case("PRIV-O56", "a result of nothing but suppressed counts", NEUTRALISE,
         actors("a,A,jobcenter,05911", head="key,name,kind,area", needs="area,topic,target,persons,year\n05911,LP-BEW,sgb2,2,2024\n05911,LP-ERN,sgb2,1,2024\n"),
         runs=[["needs", "{input}", "--format", f] for f in ("text", "json", "csv", "html")]),
    refused("PRIV-O57", "identifier with narrow blanks and dots", actors('a,A,sports_club,"Y\u202f123.456.781"', head="key,name,kind,note"), "Y\u202f123.456.781"),
    refused("PRIV-O58", "identifier in full-width letters", actors("a,A,sports_club,Ｙ１２３４５６７８１", head="key,name,kind,note"), "Ｙ１２３４５６７８１"),
    refused("PRIV-O59", "identifier in a mailbox", actors(f"a,A,sports_club,{KVNR}@example.org", head="key,name,kind,mailbox"), KVNR),
    refused("PRIV-O61", "comment row of a CSV file that holds an identifier", actors(f"# {KVNR}", "a,A,sports_club"), KVNR),
    refused("PRIV-O62", "identifier in the properties of a workbook",
            (".xlsx", workbook({"Netz": [["Name", "x"], ["Notiz", KVNR]], "actors": [["key", "name", "kind"], ["a", "A", "sports_club"]]})), KVNR),
    refused("PRIV-O63", "identifier in the second field of a title row", {"actors.csv": f"Liste,{KVNR},\nkey,name,kind\na,A,sports_club\n"}, KVNR),
    refused("PRIV-O60", "identifier in a web address", actors(f"a,A,sports_club,https://example.org/{KVNR}", head="key,name,kind,website"), KVNR),
    refused("PRIV-O64", "Austrian IBAN", actors("a,A,sports_club,AT61 1904 3002 3457 3201", head="key,name,kind,note"), "AT61 1904 3002 3457 3201"),
    refused("PRIV-O65", "encoded web address", actors("a,A,sports_club,https://example.org/?q=Muster%20Y123456781", head="key,name,kind,website"), KVNR),
    refused("PRIV-O66", "names of clients in a longer heading", actors("a,A,sports_club,Xanthippe", head="key,name,kind,Name des Klienten lt. Akte"),
            "Xanthippe"),
    case("PRIV-O67", "date, letter and number: no pension insurance number", ACCEPT, actors('a,A,sports_club,"01.02.2024 J 995"', head="key,name,kind,note")),
    case("PRIV-O68", "name of a person as a role", INPUT, actors("a,A,sports_club", contacts="actor,role,filled\na,Frau Xanthippe Muster,yes\n"),
         at=("contacts.csv", 2, ["role", 2]), checks=[leak("Xanthippe")]),
    case("PRIV-O69", "practices with names of persons are organisations", WARN,
         actors(*(f"v{i},Dr. Erika Muster,general_practice" for i in range(6))), rows_used=6),
]
