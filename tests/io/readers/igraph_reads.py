"""usage: igraph_reads.py FOLDER      with x.json and x.graphml of the same network"""
import sys

import expected
import igraph

folder = sys.argv[1]
actors, ties = expected.network(folder)
graph = igraph.Graph.Read_GraphML(f"{folder}/x.graphml")
assert graph.is_directed() and set(graph.vs["id"]) == set(actors), graph.vs["id"]
for vertex in graph.vs:
    actor = actors[vertex["id"]]
    assert vertex["label"] == actor["name"] and vertex["kind"] == actor["kind"], vertex
    assert (vertex["area"] or "") == actor.get("area", ""), vertex
key = graph.vs["id"]
levels = graph.es["level"] if "level" in graph.es.attributes() else [-1] * graph.ecount()
found = sorted((key[e.source], key[e.target], e["kind"], -1 if level != level else int(level))
               for e, level in zip(graph.es, levels))
assert found == expected.arcs(ties), found
