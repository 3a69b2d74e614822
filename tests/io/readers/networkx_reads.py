"""usage: networkx_reads.py FOLDER      with x.json, x.graphml, draft.gexf of the same network"""
import sys

import expected
import networkx

folder = sys.argv[1]
actors, ties = expected.network(folder)
for graph in (networkx.read_graphml(f"{folder}/x.graphml", force_multigraph=True),
              networkx.read_gexf(f"{folder}/draft.gexf")):
    assert graph.is_directed() and set(graph.nodes) == set(actors), graph
    for key, data in graph.nodes(data=True):
        actor = actors[key]
        assert data["label"] == actor["name"] and data["kind"] == actor["kind"], data
        for column in ("note", "area", "lat", "since", "Größe & <Art>"):
            assert str(data.get(column, "")) == str(actor.get(column, "")), (column, data)
    found = sorted((u, v, d["kind"], d.get("level", -1)) for u, v, d in graph.edges(data=True))
    assert found == expected.arcs(ties), found
    for *_, data in graph.edges(data=True):
        assert str(data["mutual"]).lower() == str(data["kind"] in expected.UNDIRECTED).lower(), data
