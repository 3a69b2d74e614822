#include "graph.hpp"
#include "target.hpp"

void lotse::fuzz::gexf(std::string_view bytes) {
    run_graph_reader(bytes, "netz.gexf", io::decode_xml, io::read_gexf);
}
