"""Workbooks."""
from xml.sax.saxutils import escape

from case import ACCEPT, EITHER, INPUT, LIMIT, WARN, archive, case, rows, value

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = ["key", "name", "kind"]
A, B = ["a", "Verein A", "sports_club"], ["b", "Jobcenter B", "jobcenter"]


def cell(at, content):
    if content in ("", None):
        return ""
    if isinstance(content, (int, float)):
        return f'<c r="{at}"><v>{content}</v></c>'
    if content.startswith("<"):
        return content.replace("AT", at)
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is></c>'


def sheet(table):
    rows = "".join(f'<row r="{y}">' + "".join(cell(f"{chr(64 + x)}{y}", c) for x, c in enumerate(row, 1)) + "</row>" for y, row in enumerate(table, 1))
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def parts(sheets, state=""):
    """Names and texts of the parts of a workbook with these sheets."""
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + \
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    names, relations, out = "", "", {}
    for number, (name, table) in enumerate(sheets.items(), 1):
        types += f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        names += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{state}/>'
        relations += f'<Relationship Id="rId{number}" Type="{LINKS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        out[f"xl/worksheets/sheet{number}.xml"] = table if isinstance(table, str) else sheet(table)
    return {"[Content_Types].xml": f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>', **out}


def workbook(sheets, more=(), **how):
    return archive([*parts(sheets, **how).items(), *more])


def actors(*table, **how):
    return workbook({"actors": [HEAD, *table]}, **how)


def book(name, why, expect, data, **more):
    return case(name, why, expect, (".xlsx", data), mb=1024, **more)


def damaged(find, put):
    data = actors(A, B)
    at = data.index(find)
    return data[:at] + put + data[at + len(put):]


def far(row, cell):
    """Two actors, and a cell in the last column that a sheet has."""
    rows = sheet([HEAD, A, B]).split("</row>")
    rows[row - 1] += cell.replace("AT", f"XFD{row}")
    return workbook({"actors": "</row>".join(rows).replace("<sheetData>", f'<dimension ref="A1:XFD{row}"/><sheetData>')})


CASES = [
    book("XLSX-O01", "a web page called .xlsx", INPUT, "<html><body><table><tr><td>key</td></tr></table></body></html>"),
    book("XLSX-O02", "a CSV table called .xlsx", INPUT, "key,name,kind\na,A,sports_club\n"),
    book("XLSX-O03", "encrypted: a compound file", INPUT, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
    book("XLSX-O04", "a ZIP without a workbook", INPUT, archive([("liesmich.txt", "nichts")])),
    book("XLSX-O05", "an empty ZIP", INPUT, archive([])),
    book("XLSX-O06", "external link and macro are not followed", ACCEPT,
         actors(A, B, more=[("xl/vbaProject.bin", bytes(1000)), ("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>'),
                            ("xl/externalLinks/_rels/externalLink1.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINKS}/externalLinkPath" Target="http://198.51.100.1/x.xlsx" TargetMode="External"/></Relationships>')]),
         rows_used=2),
    book("XLSX-O07", "zip slip with backslashes", EITHER, actors(A, B, more=[("..\\..\\lotse-boese.txt", "x"), ("C:\\lotse-boese.txt", "x")]),
         checks=[{"check": "absent", "names": ["lotse-boese.txt"]}]),
    book("XLSX-O08", "formula without a value", [*WARN, *INPUT], actors(["a", '<c r="AT"><f>1+1</f></c>', "sports_club"], B)),
    book("XLSX-O09", "error value in a needed cell", INPUT, actors(["a", '<c r="AT" t="e"><v>#NAME?</v></c>', "sports_club"], B)),
    book("XLSX-O10", "shared string that is not there", INPUT, actors(["a", '<c r="AT" t="s"><v>99</v></c>', "sports_club"], B)),
    book("XLSX-O11", "negative and overflowing row numbers", [*INPUT, *WARN, "REFUSE_LIMIT"],
         workbook({"actors": f'<worksheet xmlns="{MAIN}"><sheetData><row r="-5"><c r="A99999999999" t="inlineStr"><is><t>key</t></is></c></row></sheetData></worksheet>'})),
    book("XLSX-O12", "cells without places", ACCEPT, workbook({"actors": sheet([HEAD, A, B]).replace(' r="A', ' x="A').replace(' r="B', ' x="B').replace(' r="C', ' x="C')}), rows_used=2),
    book("XLSX-O13", "hidden sheet", [*ACCEPT, *INPUT], workbook({"actors": [HEAD, A, B]}, state=' state="hidden"'), checks=[rows("actors", 2)]),
    book("XLSX-O14", "two parts of one name", EITHER, archive([*parts({"actors": [HEAD, A, B]}).items(), ("xl/workbook.xml", "<workbook/>")]), checks=[rows("actors", 2)]),
    book("XLSX-O15", "wrong check sum", INPUT, damaged(b"PK\x01\x02", b"PK\x01\x02")[:-200] + b"\xff" * 60 + damaged(b"PK\x05\x06", b"PK\x05\x06")[-140:]),
    book("XLSX-O16", "document type with an external entity", INPUT,
         workbook({"actors": sheet([HEAD, A]).replace("<worksheet", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet', 1).replace("Verein A", "&e;")})),
    book("XLSX-O17", "billion laughs in the sheet", INPUT,
         workbook({"actors": sheet([HEAD, A]).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "' + "ha" * 500 + '"><!ENTITY b "' + "&a;" * 500 + '"><!ENTITY c "' + "&b;" * 500 + '">]><worksheet', 1).replace("Verein A", "&c;")})),
    book("XLSX-O18", "number where a key is text: 4711 stays 4711", [*ACCEPT, *INPUT], actors([4711, "Verein A", "sports_club"], B),
         checks=[value("actors", {"key": "4711"}, "name", "Verein A")]),
    book("XLSX-O19", "AGS as a number loses no digit", [*ACCEPT, *INPUT],
         workbook({"actors": [[*HEAD, "area"], [*A, 5911], [*B, ""]]}), checks=[value("actors", {"key": "a"}, "area", "05911")]),
    book("XLSX-O20", "no sheet at all", INPUT, workbook({})),
    book("XLSX-O21", "elements nested 50 000 deep", ["REFUSE_LIMIT", *INPUT], workbook({"actors": f'<worksheet xmlns="{MAIN}"><sheetData>' + "<row>" * 50000 + "</row>" * 50000 + "</sheetData></worksheet>"})),
    book("XLSX-O22", "1500 parts", LIMIT, actors(A, B, more=[(f"xl/media/{i}.bin", "") for i in range(1500)])),
    book("XLSX-O23", "title row above, comment row, blank rows", ACCEPT,
         workbook({"Akteure": [["Akteure im Kreis"], [], ["Schlüssel", "Name", "Art"], ["# Beispiel", "x", "y"], ["a", "Verein A", "Sportverein"], [], ["b", "Jobcenter B", "Jobcenter"]]}), rows_used=2),
    book("XLSX-O24", "bomb within a bomb: high ratio", LIMIT, actors(A, B, more=[("xl/sharedStrings.xml", "0" * 60_000_000)]), seconds=10),
    book("XLSX-O25", "formula text in a cell stays text", ACCEPT, actors(["a", "=1+1", "sports_club"], B),
         checks=[value("actors", {"key": "a"}, "name", "=1+1")]),
    case("XLSX-O26", "old .xls that is none", INPUT, (".xls", "key\tname\tkind\n")),
    case("XLSX-O27", "ODS that is a text document", INPUT, (".ods", archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>")]))),
    book("XLSX-O28", "truth value where a name belongs", EITHER, actors(["a", '<c r="AT" t="b"><v>1</v></c>', "sports_club"], B)),
    book("XLSX-O30", "an empty coloured cell in the last column of the heading", ACCEPT, far(1, '<c r="AT" s="0"/>'), rows_used=2, checks=[rows("actors", 2)]),
    book("XLSX-O31", "empty coloured cells in the last columns of a row", ACCEPT, far(3, '<c r="XFC3" s="0"></c><c r="AT" s="0"><v/></c>'), rows_used=2),
    book("XLSX-O32", "a value in the last column", INPUT, far(2, '<c r="AT"><v>5</v></c>'), message=["actors!XFD2"]),
    book("XLSX-O33", "a value in the last column of the heading", INPUT, far(1, '<c r="AT"><v>5</v></c>'), message=["actors!XFD1"]),
    book("XLSX-O29", "_x000D_ and control characters in a text", EITHER, actors(["a", "A_x0007_B", "sports_club"], B)),
]
