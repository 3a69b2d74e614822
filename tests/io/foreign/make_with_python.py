"""Writes the fixtures networkx-* and igraph-* with networkx 2.8.8 and python-igraph 0.10.2 (Debian 12).

usage: python3 make_with_python.py      in this folder"""
import igraph
import networkx as nx

NODES = [("jc-köln", "Jobcenter Köln", "jobcenter", 50.938), ("kk", "Krankenkasse „Süd“ & Söhne", "health_insurer", 51.5),
         ("verein-ß", "Sportverein <Blau> 😀", "sports_club", 1e-05), ("allein", "Ohne Beziehung", "Raumschiff", 3.0)]
EDGES = [("jc-köln", "kk", "cooperates", 3), ("jc-köln", "verein-ß", "refers_to", 2), ("kk", "verein-ß", "funds", 4),
         ("kk", "verein-ß", "cooperates", 1)]

graph = nx.MultiDiGraph(name="Netz von networkx")
for key, label, kind, size in NODES:
    graph.add_node(key, label=label, kind=kind, budget=size, gefördert=key == "kk")
for source, target, kind, level in EDGES:
    graph.add_edge(source, target, kind=kind, level=level, weight=level / 2)
nx.write_graphml_xml(graph, "networkx-multidigraph.graphml")
nx.write_gexf(graph, "networkx-multidigraph.gexf", version="1.2draft")

texts = nx.MultiDiGraph()  # only texts get into Pajek
for key, label, kind, size in NODES:
    texts.add_node(key, label=label, kind=kind, budget=str(size))
for source, target, kind, level in EDGES:
    texts.add_edge(source, target, kind=kind, level=str(float(level)), weight=level / 2)
nx.write_pajek(texts, "networkx.net")

plain = nx.Graph()
plain.add_edge("Jobcenter Köln", "Sportverein Blau e.V.")
plain.add_edge("Sportverein Blau e.V.", 7, weight=float("nan"))
nx.write_graphml_xml(plain, "networkx-blank-ids.graphml")
nx.write_gexf(plain, "networkx-blank-ids.gexf", version="1.1draft")

graph = igraph.Graph(directed=True)
graph["name"] = "Netz von igraph"
for key, label, kind, size in NODES:
    graph.add_vertex(name=label, id=key, kind=kind, budget=size)
ids = [node[0] for node in NODES]
for source, target, kind, level in EDGES:
    graph.add_edge(ids.index(source), ids.index(target), kind=kind, level=level)
graph.write_graphml("igraph-python.graphml")

sides = igraph.Graph(2, [(0, 1)])
sides.vs["id"] = ["Jobcenter Köln", 'Verein "Süd"']
sides.vs["type"] = [False, True]
sides.vs["shape"] = ["box", "ellipse"]
sides.vs["color"] = ["Red", "Blue"]
sides.es["weight"] = [2]
sides.es["label"] = ["seit 2019"]
sides.es["color"] = ["Gray"]
sides.write_pajek("igraph-python.net")
