"""What a case of ours is made of; the classes of outcome and the rules are those of run_bad_inputs.py."""
import io
import warnings
import zipfile

ACCEPT, WARN, NEUTRALISE = ["ACCEPT", "ACCEPT_WARN"], ["ACCEPT_WARN"], ["ACCEPT_NEUTRALISE", "ACCEPT", "ACCEPT_WARN"]
USAGE, INPUT, PRIVACY, LIMIT, FILE = ["REFUSE_USAGE"], ["REFUSE_INPUT"], ["REFUSE_PRIVACY"], ["REFUSE_LIMIT"], ["IO_ERROR"]
EITHER = [*ACCEPT, *INPUT]  # what matters is what an accepted value became

ACTORS = "key,name,kind\na,Verein A,sports_club\nb,Jobcenter B,jobcenter\n"
TIES = "from,to,kind,level\na,b,cooperates,2\n"

REFUSED_RUNS = [["check", "{input}"], ["check", "{input}", "--language", "en"], ["check", "{input}", "--format", "json"],
                ["convert", "{input}", "{out}/netz.gexf"]]
ACCEPTED_RUNS = [["check", "{input}"], ["check", "{input}", "--format", "json"], ["convert", "{input}", "{out}/netz.json"],
                 ["convert", "{input}", "{out}/netz.gexf"], ["centrality", "{input}", "--format", "json"]]


def case(name, why, expect, given, **more):
    """`given`: {file of the network's folder: text or bytes}, or (".ending", text or bytes) for one file, or None."""
    refused = expect[0].startswith("REFUSE") or expect[0] == "IO_ERROR"
    at = more.pop("at", None)
    out = {"id": name, "category": name.split("-")[0], "why": why, "expect": expect, "given": given,
           "runs": more.pop("runs", REFUSED_RUNS if refused else ACCEPTED_RUNS),
           "max_seconds": more.pop("seconds", 5), "max_rss_mb": more.pop("mb", 512)}
    if at:
        out["at"] = dict(zip(["file", "row", "column"], at))
    return {**out, **more}


def actors(*rows, head="key,name,kind", **files):
    """A folder whose table of actors has these rows, beside other tables given as `ties="..."`."""
    text = "\n".join([head, *rows]) + "\n"
    return {"actors.csv": text, **{f"{table}.csv": rest for table, rest in files.items()}}


def value(table, where, column, *one_of):
    return {"check": "value", "file": "netz.json", "table": table, "where": where, "column": column, "one_of": list(one_of)}


def rows(table, count):
    return {"check": "rows", "file": "netz.json", "table": table, "count": count}


def leak(*values):
    return {"check": "leak", "values": list(values)}


def archive(entries):
    """A ZIP file of (name, text or bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice is meant
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
