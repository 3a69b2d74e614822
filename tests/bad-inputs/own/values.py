"""Numbers, dates, areas, and tables that contradict themselves."""
from case import ACCEPT, EITHER, INPUT, WARN, actors, case, rows, value

AREAS = "key,name,level,population,lat,lon\n"
ACTOR_ROWS = ("a,Verein A,sports_club", "b,Jobcenter B,jobcenter")


def tie(name, why, expect, column, text, *one_of, **more):
    """One tie whose `column` holds `text`."""
    checks = [value("ties", {"from": "a"}, column, *one_of)] if one_of else []
    return case(name, why, expect, actors(*ACTOR_ROWS, ties=f'from;to;kind;{column}\na;b;cooperates;{text}\n'),
                at=("ties.csv", 2, [column, 4]), checks=checks, **more)


def offer(name, why, expect, column, text, *one_of, **more):
    checks = [value("offers", {"key": "o"}, column, *one_of)] if one_of else []
    return case(name, why, expect, actors(*ACTOR_ROWS, offers=f'key;name;topics;{column}\no;Kurs;LP-BEW;{text}\n'),
                at=("offers.csv", 2, [column, 4]), checks=checks, **more)


def population(name, why, expect, text, *one_of):
    checks = [value("areas", {"key": "ort"}, "population", *one_of)] if one_of else []
    return case(name, why, expect, actors(*ACTOR_ROWS, areas=f"key;name;level;population\nort;Ort;municipality;{text}\n"),
                at=("areas.csv", 2, ["population", 4]), checks=checks)


def actor_area(name, why, expect, area, *one_of):
    checks = [value("actors", {"key": "a"}, "area", *one_of)] if one_of else []
    return case(name, why, expect, actors(f"a,A,jobcenter,{area}", "b,B,sports_club,", head="key,name,kind,area"),
                at=("actors.csv", 2, ["area", 4]), checks=checks)


CASES = [
    tie("NUM-O01", "overflowing number", INPUT, "funding_share", "1e400"),
    tie("NUM-O02", "hexadecimal number", INPUT, "level", "0x2"),
    tie("NUM-O03", "full-width digit", INPUT, "level", "２"),
    tie("NUM-O04", "Arabic-Indic digit", INPUT, "level", "٢"),
    tie("NUM-O05", "two decimal signs", INPUT, "funding_share", "0,5,1"),
    tie("NUM-O06", "percent: a share of one half, or refused, never 50", EITHER, "funding_share", "50 %", 0.5),
    tie("NUM-O07", "level with a fraction", INPUT, "level", "2,5"),
    tie("NUM-O08", "minus behind the number", INPUT, "level", "2-"),
    tie("NUM-O09", "range of numbers", INPUT, "level", "2-3"),
    tie("NUM-O10", "about", INPUT, "level", "ca. 2"),
    tie("NUM-O11", "number with a unit", INPUT, "funding_share", "0,5 Euro"),
    tie("NUM-O12", "a negative zero is zero", ACCEPT, "funding_share", "-0,0", 0),
    tie("NUM-O13", "integer with decimals of nothing", ACCEPT, "level", "2,0", 2),
    tie("NUM-O81", "integer as programs write it in a column with gaps", ACCEPT, "level", "2.0", 2),
    tie("NUM-O82", "year as programs write it in a column with gaps", ACCEPT, "since", "2019.0", "2019"),
    tie("NUM-O83", "three zeros behind the sign are thousands, out of range here", INPUT, "level", "2.000"),
    tie("NUM-O14", "typographic minus", INPUT, "level", "\u22121"),
    tie("NUM-O15", "a very long fraction", ACCEPT, "funding_share", "0," + "3" * 400, 1 / 3),
    offer("NUM-O16", "ambiguous 1.234 euro", INPUT, "fee_eur", "1.234"),
    offer("NUM-O17", "plain decimal point", ACCEPT, "fee_eur", "1.5", 1.5),
    offer("NUM-O18", "thousands dot and decimal comma", EITHER, "fee_eur", "1.234,50", 1234.5),
    offer("NUM-O19", "English thousands comma", EITHER, "fee_eur", '"1,234.50"', 1234.5),
    offer("NUM-O20", "negative fee", INPUT, "fee_eur", "-5"),
    offer("NUM-O21", "currency sign", EITHER, "fee_eur", "5 €", 5),
    offer("NUM-O22", "negative capacity", INPUT, "capacity", "-1"),
    offer("NUM-O23", "capacity beyond 64 bits", INPUT, "capacity", "99999999999999999999"),
    offer("NUM-O24", "infinity sign", INPUT, "capacity", "∞"),
    offer("NUM-O25", "free: wahrscheinlich", INPUT, "free", "wahrscheinlich"),
    offer("NUM-O26", "free: TRUE, as Excel writes it", ACCEPT, "free", "WAHR"),
    population("NUM-O27", "thousands dots", EITHER, "364.000", 364000),
    population("NUM-O28", "exponent", INPUT, "1E+06"),
    population("NUM-O29", "narrow no-break space between thousands", EITHER, "364\u202f000", 364000),
    population("NUM-O30", "apostrophe between thousands", EITHER, "364'000", 364000),
    population("NUM-O31", "Excel's ####", INPUT, "#####"),
    population("NUM-O32", "wrong groups", INPUT, "36.40.00"),
    tie("NUM-O33", "29 February of no leap year", INPUT, "since", "2019-02-29"),
    tie("NUM-O34", "German date of a leap year", ACCEPT, "since", "29.02.2020", "2020-02-29"),
    tie("NUM-O35", "German date without leading zeros", ACCEPT, "since", "1.3.2019", "2019-03-01"),
    tie("NUM-O36", "US date", INPUT, "since", "03/25/2019"),
    tie("NUM-O37", "month in words", INPUT, "since", "Mrz 19"),
    tie("NUM-O38", "date without separators", INPUT, "since", "20190305"),
    tie("NUM-O39", "two-digit year", INPUT, "since", "05.03.19"),
    tie("NUM-O40", "week", INPUT, "since", "2019-W10"),
    tie("NUM-O41", "date and time", EITHER, "since", "2019-03-05T00:00:00", "2019-03-05"),
    tie("NUM-O42", "month 13", INPUT, "since", "2019-13"),
    tie("NUM-O43", "year 0", INPUT, "since", "0000-01-01"),
    tie("NUM-O44", "year of five digits", INPUT, "since", "20190-01-01"),
    tie("NUM-O45", "month as people write it", EITHER, "since", "03.2019", "2019-03"),
    case("NUM-O46", "latitude and longitude swapped", WARN, actors(*ACTOR_ROWS, areas=AREAS + "ort,Ort,municipality,1,7.2,51.5\n"), at=("areas.csv", 2)),
    case("NUM-O47", "latitude with a decimal comma", ACCEPT, actors(*ACTOR_ROWS, areas=AREAS + 'ort,Ort,municipality,1,"51,5","7,2"\n'),
         checks=[value("areas", {"key": "ort"}, "lat", 51.5)]),
    case("NUM-O48", "until before since by partial dates", [*WARN, *INPUT],
         actors(*ACTOR_ROWS, ties="from,to,kind,since,until\na,b,cooperates,2020-05,2019\n"), at=("ties.csv", 2)),

    tie("NUM-O84", "a dash for a level that nobody recorded", WARN, "level", "-", None),
    tie("NUM-O85", "NA, as R writes it, for a date", WARN, "since", "NA", None),
    offer("NUM-O86", "n/a for yes or no", WARN, "free", "n/a", None),
    actor_area("NUM-O87", "null for an area", WARN, "null", None),
    tie("NUM-O88", "an end that means none", WARN, "until", "31.12.9999", "9999-12-31"),
    case("NUM-O89", "one mistyped year moves the date of the whole network", WARN,
         actors(*(f"a{i},Verein {i},sports_club,{2062 if i == 7 else 2026}-06" for i in range(12)), head="key,name,kind,as_of"),
         at=("actors.csv", 9, ["as_of", 4])),

    actor_area("AREA-O01", "AGS without its leading zero", WARN, "5911", "05911"),
    actor_area("AREA-O02", "AGS with blanks", EITHER, "05 911", "05911"),
    actor_area("AREA-O03", "municipality of 8 digits", ACCEPT, "05911000", "05911000"),
    actor_area("AREA-O04", "ARS of 11 digits", WARN, "59110000000", "059110000000"),
    actor_area("AREA-O05", "9 digits", INPUT, "059110000"),
    actor_area("AREA-O06", "name in place of the key: the Kreis of that name", ACCEPT, "Bochum", "05911"),
    actor_area("AREA-O07", "well-formed AGS that does not exist", WARN, "05999", "05999"),
    actor_area("AREA-O08", "AGS with a decimal part", INPUT, "5911.0"),
    actor_area("AREA-O09", "letter O for zero", INPUT, "O5911"),
    actor_area("AREA-O10", "negative AGS", INPUT, "-5911"),
    case("AREA-O11", "areas that contain each other", [*WARN, *INPUT],
         actors(*ACTOR_ROWS, areas="key,name,level,parent\nx,X,district,y\ny,Y,district,x\n"), at=("areas.csv",)),
    case("AREA-O12", "area inside of itself", [*WARN, *INPUT], actors(*ACTOR_ROWS, areas="key,name,level,parent\nx,X,district,x\n"), at=("areas.csv", 2)),
    case("AREA-O13", "area twice", INPUT, actors(*ACTOR_ROWS, areas="key,name,level\nx,X,district\nx,Y,district\n"), at=("areas.csv", 3)),
    case("AREA-O14", "area twice, once without the leading zero", INPUT,
         actors(*ACTOR_ROWS, areas="key,name,level\n05911,X,district\n5911,Y,district\n"), at=("areas.csv", 3)),
    case("AREA-O15", "unknown parent", INPUT, actors(*ACTOR_ROWS, areas="key,name,level,parent\nx,X,district,nirgends\n"), at=("areas.csv", 2, ["parent", 4])),
    case("AREA-O16", "own area with a key of digits", INPUT, actors(*ACTOR_ROWS, areas="key,name,level\n123456,X,district\n"), at=("areas.csv", 2)),

    case("GRA-O01", "keys that differ only by case", WARN, actors("a,A,sports_club", "A,B,sports_club"), at=("actors.csv",)),
    case("GRA-O02", "kind nearly right: the message proposes the right one", INPUT, actors("a,A,job-center"), at=("actors.csv", 2, ["kind", 3]),
         message=["jobcenter|Jobcenter"]),
    case("GRA-O03", "tie to a key in other case: the message proposes the right one", INPUT,
         actors(*ACTOR_ROWS, ties="from,to,kind\nA,b,cooperates\n"), at=("ties.csv", 2, ["from", 1]), message=["[„'\"]a[“'\"]"]),
    case("GRA-O04", "tie twice", [*WARN, *INPUT], actors(*ACTOR_ROWS, ties="from,to,kind\na,b,cooperates\na,b,cooperates\n"), at=("ties.csv",)),
    case("GRA-O05", "undirected tie in both directions", [*WARN, *ACCEPT], actors(*ACTOR_ROWS, ties="from,to,kind\na,b,cooperates\nb,a,cooperates\n")),
    case("GRA-O06", "offer at an unknown venue", INPUT, actors(*ACTOR_ROWS, offers="key,name,topics,venues\no,Kurs,LP-BEW,haus\n"), at=("offers.csv", 2, ["venues", 4])),
    case("GRA-O07", "part of itself", [*WARN, *INPUT], actors("a,A,sports_club,a", head="key,name,kind,part_of"), at=("actors.csv", 2)),
    case("GRA-O08", "agenda of an unknown body", INPUT, actors(*ACTOR_ROWS, agenda="body,topic,stage\nkgk,LP-BEW,1\n"), at=("agenda.csv", 2, ["body", 1])),
    case("GRA-O09", "need without a number of persons", INPUT, actors(*ACTOR_ROWS, needs="area,topic,target,persons,year\n05911,LP-BEW,sgb2,,2024\n"), at=("needs.csv", 2, ["persons", 4])),
    case("GRA-O10", "code list that is none", INPUT, actors(*ACTOR_ROWS, codes="list,code,de,en\nnichts,x,X,X\n"), at=("codes.csv", 2)),
    case("GRA-O11", "own code like a built-in one", [*WARN, *INPUT], actors(*ACTOR_ROWS, codes="list,code,de,en\ntopics,LP-BEW,Kegeln,bowling\n"), at=("codes.csv", 2)),
    case("GRA-O12", "key of 65 characters", INPUT, actors(f"{'k' * 65},A,sports_club"), at=("actors.csv", 2, ["key", 1])),
    case("GRA-O13", "key with a slash and a blank", INPUT, actors("a/b c,A,sports_club"), at=("actors.csv", 2, ["key", 1])),
    case("GRA-O14", "list with an empty member", [*WARN, *EITHER], actors(*ACTOR_ROWS, offers="key,name,topics\no,Kurs,LP-BEW||X-PSY|\n")),
    case("GRA-O15", "list separated by commas in place of |", INPUT, actors(*ACTOR_ROWS, offers='key,name,topics\no,Kurs,"LP-BEW,X-PSY"\n'),
         at=("offers.csv", 2, ["topics", 3]), message=[r"\|"]),
    case("GRA-O16", "every actor alone", ACCEPT, actors(*(f"v{i},Verein {i},sports_club" for i in range(50))), rows_used=50, checks=[{"check": "no_nan"}]),
    case("GRA-O17", "same_as of an actor with itself", [*WARN, *INPUT], actors(*ACTOR_ROWS, ties="from,to,kind\na,a,same_as\n"), at=("ties.csv", 2)),
    case("GRA-O18", "unknown tie kind nearly right", INPUT, actors(*ACTOR_ROWS, ties="from,to,kind\na,b,cooperate\n"), at=("ties.csv", 2, ["kind", 3]),
         message=["cooperates|kooperiert|Kooperation"]),
    case("GRA-O19", "name of blanks", INPUT, actors("a,   ,sports_club"), at=("actors.csv", 2, ["name", 2])),
    case("GRA-O20", "one coordinate of two", [*WARN, *EITHER], actors(*ACTOR_ROWS, venues="key,name,kind,lat,lon\nv,Haus,park,51.4,\n"), at=("venues.csv", 2)),
    case("NUM-O50", "a tick where yes or no stands", INPUT, actors(*ACTOR_ROWS, offers="key,name,topics,providers,free\no,Kurs,LP-BEW,a,\u2713\n"),
         at=("offers.csv", 2, ["free", 5])),
    case("NUM-O51", "a question mark where yes or no stands: not recorded", ACCEPT, actors(*ACTOR_ROWS, offers="key,name,topics,providers,free\no,Kurs,LP-BEW,a,?\n"),
         checks=[value("offers", {"key": "o"}, "free", None)]),
    case("GRA-O40", "name that nobody can see", INPUT, actors("a,\u200b\u2060,sports_club"), at=("actors.csv", 2, ["name", 2])),
    case("GRA-O41", "20,000 references to keys that do not exist", INPUT,
         actors(*(f"verein-{i:05},V {i},sports_club" for i in range(20000)),
                ties="from,to,kind\n" + "".join(f"verein-{i:05}x,verein-00001,refers_to\n" for i in range(20000))), runs=[["check", "{input}"]]),
]
