#include "graph.hpp"
#include "target.hpp"

void lotse::fuzz::gml(std::string_view bytes) {
    run_graph_reader(bytes, "netz.gml", decode_text, io::read_gml);
}
