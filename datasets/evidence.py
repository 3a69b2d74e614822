"""Looks the rows of datasets/verzahnung up in the documents they cite.

The documents are not part of the repository, and neither are quotations from them: a row holds when
the names it uses stand in the lines it cites.
"""
import hashlib
import re

DOCUMENT_SHA256 = {
    "doc-000": "14540739ce396069f283e6b0fd1d8e2692938be37c1295c692a0f542e3e820fc",
    "doc-001": "430022e934ce489b16947120a04f46ef9d5a64d45edf44bdd992011737c0a373",
    "doc-002": "7f59106fa0799570d360160810fe0fdb3bb5222db3b5d41ee10a559e307295a9",
    "doc-003": "d5187a74bb31fe157e05b705f4e75a2b235ecf7e99abbe3496c4eae3837c3bbd",
    "doc-004": "af3aa90d810bf15c08d97583cd6edc73a56bf1085bf6a1b434747c405895dd0c",
}


def stems(text):
    """First five letters of each capitalised word (else of each word), brackets left out."""
    text = re.sub(r" \([^)]*\)", "", text)
    words = re.findall(r"\b[A-ZÄÖÜ][\w.]+", text) or re.findall(r"[\w.()]{3,}", text)
    return [word[:5].lower() for word in words]


def mentioned(actor, text):
    """Whether a spelling of the actor stands in the text; for a programme "project" will do."""
    if actor["kind"] == "programme" and re.search(r"(?i)projekt|programm|vorhaben|teamw", text):
        return True
    spellings = [actor["name"], actor["short_name"], *actor["aliases"].split("|")]
    return any(stems(s) and all(stem in text.lower() for stem in stems(s)) for s in spellings if s)


def cited(source, documents, expect):
    """The cited lines as one text, with words joined that the line breaks divide."""
    part = []
    for reference in source.split("|"):
        key, _, lines = reference.partition(":")
        first, _, last = lines.partition("-")
        first, last = int(first), int(last or first)
        expect(1 <= first <= last <= len(documents[key]), f"{reference}: no such lines")
        part += documents[key][first - 1:last]
    text = re.sub(r"\s+", " ", "\n".join(part))
    return re.sub(r"(\w)- (?=[a-zäöüß])", r"\1", text)


def check_evidence(tables, folder, expect):
    """Looks every row of the network up in the documents; reports to expect(holds, message)."""
    documents = {}
    for key, digest in DOCUMENT_SHA256.items():
        files = sorted(folder.glob(f"{key[4:]}_*.txt"))
        expect(len(files) == 1, f"{key}: no document in {folder}")
        if files:
            raw = files[0].read_bytes()
            expect(hashlib.sha256(raw).hexdigest() == digest, f"{key}: another version")
            documents[key] = raw.decode("utf-8").split("\n")
    if len(documents) < len(DOCUMENT_SHA256):
        return
    actors = {r["key"]: r for r in tables["actors"]}
    count = 0
    for table, found in tables.items():
        for number, row in enumerate(found, 2):
            if table == "sources":
                continue
            where = f"verzahnung/{table}.csv:{number} ({row['source']})"
            text = cited(row["source"], documents, expect)
            count += 1
            ends = {"ties": ("from", "to"), "contacts": ("actor",)}.get(table, ())
            for end in ends:
                expect(mentioned(actors[row[end]], text), f"{where}: {row[end]} is not there")
            if table == "actors":
                expect(mentioned(row, text), f"{where}: {row['key']} is not there")
            if table in ("offers", "venues", "areas") and row["confidence"] != "assumed":
                words = stems(row["name"])
                hits = sum(w in text.lower() for w in words)
                expect(hits and 2 * hits >= len(words), f"{where}: {row['name']} is not there")
            if row.get("mailbox"):
                expect(row["mailbox"] in text, f"{where}: mailbox is not there")
            for basis in filter(None, row.get("legal_basis", "").split("|")):
                section = re.sub(r"^sgb\d+-", "", basis)
                expect(f"§ {section}" in text, f"{where}: § {section} is not there")
            if row.get("since"):
                expect(row["since"][:4] in text, f"{where}: year {row['since']} is not there")
    print(f"evidence: {count} rows looked up in {len(documents)} documents")
