#include "graph.hpp"
#include "target.hpp"

void lotse::fuzz::pajek(std::string_view bytes) {
    run_graph_reader(bytes, "netz.net", decode_text, io::read_pajek);
}
