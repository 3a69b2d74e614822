/// Graph files read from texts, and what is in them in short words.
#ifndef LOTSE_TESTS_IO_GRAPH_FILES_HPP
#define LOTSE_TESTS_IO_GRAPH_FILES_HPP

#include <lotse/io/export.hpp>
#include <lotse/io/read_network.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Reads the bytes as a file with this name; it must be readable as such.
lotse::BuildResult read_graph_text(std::string_view file, std::string_view bytes,
                                   const lotse::io::Limits& limits = {});

/// A file or folder of tests/io/foreign; it must be readable without an error.
lotse::BuildResult read_fixture(std::string_view name);

/// GraphML with keys for name and kind of nodes, kind and funding_share of edges, around this.
std::string graphml(std::string_view inside_of_graph, std::string_view edgedefault = "directed");

/// "key|name|kind" by actor, "from>to:kind" by tie.
std::vector<std::string> actors_of(const lotse::Network& network);
std::vector<std::string> ties_of(const lotse::Network& network);

/// Value of a foreign column of an actor; empty: none.
std::string extra(const lotse::Network& network, std::string_view actor, std::string_view column);

/// SHA-256 of the canonical form of actors and ties with all their columns.
std::string sha_of_graph(const lotse::Network& network);

/// A way to write a network, and the name under which it is read again.
struct Form {
    std::string target;
    lotse::io::ExportOptions options;
};

/// Written and read again; both must succeed without an error.
lotse::Network written_and_read(const lotse::Network& network, const Form& form);

/// A network with what is hard to carry: quotes, line breaks, markup, formulas, foreign columns.
lotse::Network hard_graph();

#endif
