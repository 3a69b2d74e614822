/// The way of every graph file, from its text to the network.
#ifndef LOTSE_TESTS_FUZZ_GRAPH_HPP
#define LOTSE_TESTS_FUZZ_GRAPH_HPP

#include "checks.hpp"

#include "graph_network.hpp"
#include "text_file.hpp"
#include "text_graphs.hpp"
#include "xml.hpp"

namespace lotse::fuzz {

inline std::optional<std::string> decode_text(std::string bytes, const std::string& file,
                                              NetworkBuilder& builder) {
    return io::decode_table(std::move(bytes), file, builder);
}

template <class Decode, class Read>
void run_graph_reader(std::string_view bytes, const std::string& file, Decode&& decode,
                      Read&& read) {
    NetworkBuilder builder;
    const auto text = decode(std::string{bytes}, file, builder);
    if (!text) return;
    auto graph = read(*text, file, small_limits(), builder);
    if (!graph) return;
    if (*graph) io::build_graph_network(**std::move(graph), "netz", builder);
    check_built(std::move(builder).finish());
}

}  // namespace lotse::fuzz

#endif
