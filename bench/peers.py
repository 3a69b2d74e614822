"""A kernel by networkx or python-igraph, timed: peers.py PEER KERNEL GRAPH prints one JSON object.

GRAPH is a file of lotse_bench --write-graphs. Without a KERNEL: the peer's version, or exit 1."""
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


def main(peer, kernel=None, path=None):
    if kernel is None:
        module = __import__("networkx" if peer == "networkx" else "igraph")
        print(module.__version__)
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
