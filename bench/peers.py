"""A kernel by networkx or python-igraph, timed: peers.py PEER KERNEL GRAPH prints one JSON object.

GRAPH is a file of lotse_bench --write-graphs. Without a KERNEL: the peer's version, or exit 1.
peers.py networkx files GRAPHML reads that file and writes it again, each timed."""
import io
import json
import math
import sys
import time


def read(path):
    with open(path, encoding="ascii") as file:
        vertices, _ = map(int, file.readline().split())
        return vertices, [tuple(map(int, line.split())) for line in file]


def by_networkx(kernel, vertices, edges):
    import networkx
    graph = networkx.Graph()
    graph.add_nodes_from(range(vertices))
    graph.add_edges_from(edges)
    run = {"betweenness": lambda: networkx.betweenness_centrality(graph, normalized=False),
           "closeness": lambda: networkx.closeness_centrality(graph, wf_improved=False),
           "harmonic": lambda: {v: s / (vertices - 1) for v, s in networkx.harmonic_centrality(graph).items()},
           "constraint": lambda: networkx.constraint(graph)}[kernel]

    def values():
        found = run()
        return [found[v] for v in range(vertices)]
    return values


def by_igraph(kernel, vertices, edges):
    import igraph
    graph = igraph.Graph(n=vertices, edges=edges)
    return {"betweenness": lambda: graph.betweenness(directed=False),
            "closeness": lambda: graph.closeness(normalized=True),
            "harmonic": lambda: graph.harmonic_centrality(normalized=True),
            "constraint": graph.constraint}[kernel]


def files(path):
    """CPU seconds and bytes of each way. Files lie in memory, as they do for lotse."""
    import networkx
    with open(path, "rb") as file:
        text = file.read()
    start = time.process_time()
    graph = networkx.read_graphml(io.BytesIO(text))
    out = {"read GraphML": {"cpu": time.process_time() - start, "bytes": len(text)}}
    for way, write in (("write GraphML", networkx.write_graphml), ("write GEXF", networkx.write_gexf)):
        target = io.BytesIO()
        start = time.process_time()
        write(graph, target)
        out[way] = {"cpu": time.process_time() - start, "bytes": target.tell()}
        if any(target.getvalue().count(tag) != text.count(tag) for tag in (b"<node ", b"<edge ")):
            sys.exit(f"networkx: {way}: another graph than lotse")
    return out


def main(peer, kernel=None, path=None):
    if kernel is None:
        module = __import__("networkx" if peer == "networkx" else "igraph")
        print(module.__version__)
        return
    if kernel == "files":
        print(json.dumps(files(path)))
        return
    values = (by_networkx if peer == "networkx" else by_igraph)(kernel, *read(path))
    start = time.process_time()
    found = values()
    cpu = time.process_time() - start
    checksum = sum(v * (i % 97 + 1) for i, v in enumerate(found) if math.isfinite(v))
    print(json.dumps({"cpu": cpu, "checksum": checksum}))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except ImportError as error:
        sys.exit(str(error))
