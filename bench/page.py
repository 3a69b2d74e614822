"""docs/performance.md and the table in docs/scaling.md, made of the figures of scripts/bench."""
import math
import re

SECTIONS = ["kernels", "peers", "files", "start", "commands", "scaling"]
BEGIN, END = "<!-- measured by scripts/bench: begin -->", "<!-- end -->"
STEPS = ["generate", "check", "coverage", "mixing", "bottlenecks", "paths"]


def seconds(value):
    if value < 0.0005:
        return f"{value * 1e6:.0f} µs"
    if value < 0.9995:
        return f"{value * 1e3:.3g} ms"
    return f"{value:.3g} s" if value < 99.5 else f"{value:.0f} s"


def factor(value):
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def ratio(spread):
    return f"{factor(spread[0])}× ({factor(spread[1])}–{factor(spread[2])})"


def kernel_line(row):
    goal = f", goal {row['goal']:g}×" if row["goal"] else ""
    what = "wall" if row["threads"] > 1 else "CPU"
    found = row["wall_ratio"] if row["threads"] > 1 else row["cpu_ratio"]
    return f"{row['kernel']} · {row['graph']} · {row['peer']} · {row['threads']} thread(s): {ratio(found)} {what}, {row['pairs']} pairs{goal}"


def peer_line(row):
    if row.get("missing"):
        return f"{row['kernel']} · {row['peer']}: not there yet"
    return f"{row['kernel']} · {row['graph']} · {row['peer']} {row['version']}: {ratio(row['cpu_ratio'])}"


def file_line(row):
    if "reader" in row:
        return f"memory of {row['reader']} reading .{row['form']}: {megabytes(row['peak'])} for {megabytes(row['file'])}, {megabytes(row['kept'])} kept"
    if "way" not in row:
        return f"{row['peer']} is not installed: left out"
    goal = f", goal {row['goal']:g}×" if row["goal"] else ""
    return f"{row['way']} · {number(row['ties'])} ties · {row['peer']}: {ratio(row['cpu_ratio'])}, {row['pairs']} pairs{goal}"


def start_line(row):
    return f"{row['command']}: {seconds(row['wall'][0])} ({seconds(row['wall'][1])}–{seconds(row['wall'][2])}), CPU {seconds(row['cpu'][0])}, {row['mb'][0]:.0f} MB"


def command_line(row):
    if "over" in row:
        return f"{row['command']}: more than {row['over']} s"
    refused = " (refused: over a limit)" if row["refused"] else ""
    return f"{row['command']}: {seconds(row['wall'][0])}, CPU {seconds(row['cpu'][0])}, {row['mb'][0]:.0f} MB{refused}"


def scaling_line(row):
    return f"{row['actors']} actors: " + ", ".join(f"{name} {cell(row[name])}" for name in STEPS)


def cell(found):
    if found is None:
        return "more than 30 s"
    return "refused" if found["refused"] else f"{seconds(found['cpu'])}, {found['mb']:.0f} MB"


def number(value):
    return f"{value:,}"


def megabytes(value):
    return f"{value / 1e6:.0f} MB"


def exponent(points):
    """Slope of log(CPU seconds) over log(actors), least squares; None: fewer than four points."""
    points = [(math.log(x), math.log(y)) for x, y in points if y > 0]
    if len(points) < 4:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def told(section):
    form = ", short form" if section["quick"] else ""
    return (f"*{section['date']}, lotse {section['lotse']}, {section['compiler']}, {section['build']}, igraph {section['igraph']}; {section['machine']}, "
            f"load {section['load']} ({section['seconds']} s{form}).*")


def kernels(section):
    out = ["## Kernels", "",
           "How many times as long the peer takes (median of the pairs, smallest–largest), in CPU seconds on one thread. The values were",
           "equal to 1e-9 before anything was timed. With two threads: seconds on the clock against the peer's one thread.", "",
           "| kernel | graph | vertices, edges | lotse | igraph | igraph, lotse on 2 threads | Boost.Graph | goal |", "|---|---|---|---|---|---|---|---|"]
    found = {}
    for row in section["rows"]:
        found.setdefault((row["kernel"], row["graph"]), {})[row["peer"], row["threads"]] = row
    for (kernel, graph), peers in sorted(found.items()):
        one = peers.get(("igraph", 1))
        if not one:
            continue
        two, boost = peers.get(("igraph", 2)), peers.get(("Boost.Graph", 1))
        goal = "" if not one["goal"] else f"{one['goal']:g}× " + ("met" if one["cpu_ratio"][0] >= one["goal"] else "**missed**")
        out.append(f"| {kernel} | {graph} | {number(one['vertices'])}, {number(one['edges'])} | {seconds(one['own_cpu'][0])} | {ratio(one['cpu_ratio'])} | "
                   f"{ratio(two['wall_ratio']) if two else ''} | {ratio(boost['cpu_ratio']) if boost else ''} | {goal} |")
    return out + ["", "`hanging`: districts of leaves, twins and bridges, with few ties among services; `referral`: larger districts, where services",
                  "have many partners, insurers and state offices across them; `scale-free`: Barabási–Albert, four edges a vertex; `small-world`:",
                  "Watts–Strogatz, eight neighbours, 0.1 rewired; `generate`: `lotse generate`; `musterkreis`, `verzahnung`: the shipped data sets.",
                  "An empty cell was not measured; the goals are of graphs of 1,000 vertices and more."]


def peers(section):
    out = ["## Other programs", "",
           "Each program computes the same on the same graph in turn with lotse; only the measure is timed, not starting or reading.", "",
           "| program | kernel | graph | lotse | program | times as long |", "|---|---|---|---|---|---|"]
    for row in section["rows"]:
        if not row["version"]:
            out.append(f"| {row['peer']} | | | | not installed | |")
        elif not row.get("missing"):
            out.append(f"| {row['peer']} {row['version']} | {row['kernel']} | {row['graph']} | {seconds(row['own_cpu'][0])} | {seconds(row['peer_cpu'][0])} | {ratio(row['cpu_ratio'])} |")
    return out


def files(section):
    def met(row, holds, words):
        if not row["goal"] or section["quick"]:  # the goals are of 100,000 ties
            return ""
        return words + (" met" if holds else " **missed**")

    first = section["rows"][0]
    out = ["## Reading and writing", "",
           f"A synthetic network of {number(first['actors'])} actors and {number(first['ties'])} ties, its text in memory, on one thread: CPU seconds and bytes, and how",
           "many times as long the peer takes (median of the pairs, smallest–largest). What both read had the same counts, and what both",
           "wrote as many vertices and edges.", "",
           "| | lotse | peer | | times as long | goal |", "|---|---|---|---|---|---|"]
    for row in section["rows"]:
        if "way" in row:
            goal = met(row, row["cpu_ratio"][0] >= row["goal"], f"{row['goal']:g}×")
            out.append(f"| {row['way']} | {seconds(row['own_cpu'][0])}, {megabytes(row['bytes'])} | {row['peer']} | {seconds(row['peer_cpu'][0])}, "
                       f"{megabytes(row['peer_bytes'])} | {ratio(row['cpu_ratio'])} | {goal} |")
        elif "peer" in row:
            out.append(f"| | | {row['peer']} | not installed | | |")
    out += ["", "JSON and CSV: every value and field is visited, by nlohmann/json as a tree that is built and walked, by `std::getline` with a",
            "stream made of each line. GraphML: with all attributes; igraph writes the empty ones too, so its text is longer.", "",
            "Memory while a file is read, each in a process of its own: the largest growth of the resident set, and what the network, tree or",
            "graph holds in the end.", "",
            "| | file | kept | peak | goal |", "|---|---|---|---|---|"]
    for row in section["rows"]:
        if "reader" in row:
            allowed = row["goal"] * row["file"] + row["kept"]
            goal = met(row, row["peak"] <= allowed, f"{row['goal']:g} × file + kept, {megabytes(allowed)}:")
            out.append(f"| .{row['form']} by {row['reader']} | {megabytes(row['file'])} | {megabytes(row['kept'])} | {megabytes(row['peak'])} | "
                       f"{goal} |")
    return out


def start(section):
    out = ["## Starting", "", "| command | runs | time (smallest–largest) | CPU | memory peak |", "|---|---|---|---|---|"]
    for row in section["rows"]:
        wall = row["wall"]
        out.append(f"| `{row['command']}` | {row['runs']} | {seconds(wall[0])} ({seconds(wall[1])}–{seconds(wall[2])}) | {seconds(row['cpu'][0])} | {row['mb'][0]:.0f} MB |")
    return out


def commands(section):
    sizes = section["rows"]
    out = ["## Whole commands", "",
           "From start to written result (`--format json`), reading the folder of CSV tables included: time on the clock, CPU seconds of all",
           "threads and helpers, memory peak of the largest process. `refused` is exit code 5, over a limit.", ""]
    heads = [f"{number(size['actors'])} actors, {number(size['ties'])} ties, {number(size['offers'])} offers" for size in sizes]
    out += ["| command | " + " | ".join(heads) + " |", "|---|" + "---|" * len(heads)]

    def shown(row):
        if "over" in row:
            return f"more than {row['over']} s"
        if row["refused"]:
            return "refused"
        return f"{seconds(row['wall'][0])}; CPU {seconds(row['cpu'][0])}; {row['mb'][0]:.0f} MB"

    out.append("| `generate` | " + " | ".join(f"{seconds(s['generate']['wall'])}; CPU {seconds(s['generate']['cpu'])}; {s['generate']['mb']:.0f} MB" for s in sizes) + " |")
    for name in [row["command"] for row in sizes[0]["rows"]]:
        rows = [next((row for row in size["rows"] if row["command"] == name), None) for size in sizes]
        out.append(f"| `{name}` | " + " | ".join(shown(row) if row else "" for row in rows) + " |")
    sums = [sum(row["wall"][0] for row in size["rows"] if "wall" in row and not row["refused"]) for size in sizes]
    late = [sum("over" in row for row in size["rows"]) for size in sizes]
    out.append("| sum of those that ended | " + " | ".join(f"{seconds(s)}" + (f", {n} did not" if n else "") for s, n in zip(sums, late)) + " |")
    return out


def performance(kept):
    out = ["# Performance, as measured", "",
           "`scripts/bench` makes this page from `docs/performance.json`; nothing stands here that it did not measure. Seconds depend on the",
           "machine and on what else it does; ratios of runs in turn hardly do. [What one machine holds](scaling.md) is another page.", ""]
    parts = {"kernels": kernels, "peers": peers, "files": files, "start": start, "commands": commands}
    for name, part in parts.items():
        if name in kept:
            out += [*part(kept[name]), "", told(kept[name]), ""]
    return "\n".join(out)


def scaling(section):
    rows = section["rows"]
    out = [BEGIN, "", "| actors, ties, offers | " + " | ".join(f"`{name}`" for name in STEPS) + " |", "|---|" + "---|" * len(STEPS)]
    for row in rows:
        out.append(f"| {number(row['actors'])}, {number(row['ties'])}, {number(row['offers'])} | " + " | ".join(cell(row[name]) for name in STEPS) + " |")
    fitted = []
    for name in STEPS:
        found = exponent([(row["actors"], row[name]["cpu"]) for row in rows if row[name] and not row[name]["refused"]])
        fitted.append("" if found is None else f"n^{found:.2f}")
    out += ["| CPU grows with the actors n as | " + " | ".join(fitted) + " |", ""]
    largest = rows[-1]
    if largest["check"] and not largest["check"]["refused"]:
        out += [f"Largest case: {number(largest['actors'])} actors, {number(largest['ties'])} ties, {number(largest['offers'])} offers, read and checked in "
                f"{seconds(largest['check']['wall'])} with {largest['check']['mb']:.0f} MB.", ""]
    return "\n".join([*out, told(section), "", END])


def write(kept, folder):
    (folder / "performance.md").write_text(performance(kept), encoding="utf-8")
    if "scaling" in kept:
        path = folder / "scaling.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: scaling(kept["scaling"]), text, flags=re.S), encoding="utf-8")
