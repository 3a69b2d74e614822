#include "graph.hpp"
#include "target.hpp"

void lotse::fuzz::graphml(std::string_view bytes) {
    run_graph_reader(bytes, "netz.graphml", io::decode_xml, io::read_graphml);
}
