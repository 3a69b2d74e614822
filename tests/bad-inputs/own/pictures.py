"""Networks that are drawn: long texts, many partners, names of blanks only."""
from case import ACCEPT, ACTORS, TIES, WARN, case

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
    report("DRAW-O06", "a file of which no row is used", (".txt", "Liebe Kolleginnen und Kollegen,\n"), "--skip-bad-rows", expect=[*ACCEPT, *WARN]),
    drawn("DRAW-O07", "a title of blanks", ACCEPT, {"actors.csv": ACTORS, "ties.csv": TIES}, "draw", "rings", "{input}", "-o", "{out}/x.svg", "--title", "  "),
]
