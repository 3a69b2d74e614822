"""Networks that are drawn: long texts, many partners, names of blanks only."""
from case import ACCEPT, ACTORS, INPUT, LIMIT, TIES, WARN, case

AREAS = 300


def drawn(name, why, expect, given, *words, **more):
    return case(name, why, expect, given, runs=[list(words)], **{"seconds": 20, "mb": 1024, **more})


def report(name, why, given, *words, expect=ACCEPT, **more):
    return drawn(name, why, expect, given, "report", "{input}", "-o", "{out}/bericht", *words, **more)


def star(partners, name):
    return {"actors.csv": "key,name,kind,area,source,as_of\nz,Jobcenter,jobcenter,05911,q,2026\n"
            + "".join(f"v{i},{name} {i},sports_club,05911,q,2026\n" for i in range(partners)),
            "ties.csv": "from,to,kind,level\n" + "".join(f"z,v{i},refers_to,2\n" for i in range(partners)),
            "sources.csv": "key,title,as_of\nq,Erhebung,2026\n"}


def crowded(partners, ties):
    network = star(partners, "Verein")
    pairs = {(i % partners, (i * 31 + i // partners * 17) % partners) for i in range(ties)}
    network["ties.csv"] += "".join(f"v{a},v{b},informs,1\n" for a, b in sorted(pairs) if a != b)
    return network


CASES = [
    report("DRAW-O01", "a question longer than a page", star(50, "Turn- und Sportverein Beispielhausen")),
    report("DRAW-O02", "an actor that serves 300 areas",
           {"actors.csv": "key,name,kind,serves\nz,Jobcenter,jobcenter," + " | ".join(f"g{i}" for i in range(AREAS)) + "\na,Verein A,sports_club,\n",
            "ties.csv": "from,to,kind\nz,a,refers_to\n",
            "areas.csv": "key,name,level\n" + "".join(f"g{i},Gemeinde Musterhausen {i},municipality\n" for i in range(AREAS))}),
    report("DRAW-O03", "a name of 2,000 characters", {"actors.csv": ACTORS.replace("Verein A", "Verein Musterstadt " * 110), "ties.csv": TIES}),
    drawn("DRAW-O04", "a folder, and so a network, whose name is a blank", ACCEPT, {" /actors.csv": ACTORS, " /ties.csv": TIES},
          "report", "{input}/ ", "-o", "{out}/bericht"),
    report("DRAW-O05", "a network without actors", {"actors.csv": "key,name,kind\n"}, expect=[*ACCEPT, *WARN]),
    report("DRAW-O06", "a network of which no row is used", {"actors.csv": "key,name,kind\na,,other\n"}, "--skip-bad-rows", expect=[*ACCEPT, *WARN]),
    report("DRAW-O16", "a file that is no network", (".txt", "Liebe Kolleginnen und Kollegen,\n"), "--skip-bad-rows", expect=INPUT),
    drawn("DRAW-O08", "the time for a picture bounds its layout too", [*LIMIT, *ACCEPT], crowded(600, 6000), "draw", "rings", "{input}", "-o", "{out}/x.svg",
          "--limit", "render-seconds=1", seconds=6),
    drawn("DRAW-O09", "a hub of 300 partners", ACCEPT, star(300, "Verein"), "draw", "rings", "{input}", "-o", "{out}/x.svg", seconds=10),
    drawn("DRAW-O10", "a hub of 6,000 partners", LIMIT, star(6000, "Verein"), "draw", "rings", "{input}", "-o", "{out}/x.svg", seconds=10),
    drawn("DRAW-O11", "a middle whose name no sheet holds", LIMIT, {"actors.csv": ACTORS.replace("Jobcenter B", "Jobcenter" * 220), "ties.csv": TIES},
          "draw", "rings", "{input}", "-o", "{out}/x.svg"),
    drawn("DRAW-O12", "a middle whose name of 480 letters needs a larger sheet", ACCEPT, {"actors.csv": ACTORS.replace("Jobcenter B", "x" * 480), "ties.csv": TIES},
          "draw", "rings", "{input}", "-o", "{out}/x.svg"),
    drawn("DRAW-O07", "a title of blanks", ACCEPT, {"actors.csv": ACTORS, "ties.csv": TIES}, "draw", "rings", "{input}", "-o", "{out}/x.svg", "--title", "  "),
]
