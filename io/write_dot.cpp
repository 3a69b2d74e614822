#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>

#include "graph_look.hpp"
#include "network_credit.hpp"

namespace lotse::io {
namespace {

/// A quoted string that Graphviz shows as it is: neither its escapes (`\N`, `\G` ...) nor its
/// character references mean anything in it.
std::string dot_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t start = 0;;) {
        const auto end = text.find('\n', start);
        for (const char c : unicode::visible(text.substr(start, end - start))) {
            switch (c) {
                case '&': out += "&amp;"; break;
                case '<': out += "&lt;"; break;
                case '>': out += "&gt;"; break;
                case '"': out += "\\\""; break;
                case '\\': out += "\\\\"; break;
                default: out += c;
            }
        }
        if (end == std::string_view::npos) return out + '"';
        out += "\\n";
        start = end + 1;
    }
}

std::string colour(const GraphLook& look) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const int part : {look.red, look.green, look.blue}) {
        out += digits[static_cast<std::size_t>(part / 16)];
        out += digits[static_cast<std::size_t>(part % 16)];
    }
    return out;
}

void add(std::string& attributes, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    if (!attributes.empty()) attributes += ", ";
    attributes += name;
    attributes += '=';
    attributes += dot_string(text);
}

}  // namespace

std::string dot_text(const Network& network, const ExportOptions&) {
    std::string out = "digraph network {\n  graph [";
    std::string graph;
    add(graph, "label", network.info().name);
    add(graph, "license", network.info().license);
    add(graph, "sources", source_list(network));
    if (network.info().fictional) add(graph, "fictional", "true");
    add(graph, "overlap", "false");
    out += graph + "];\n  node [shape=box];\n";
    const auto looks = graph_looks(network);
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        std::string attributes;
        add(attributes, "label", actor.name);
        add(attributes, "color", colour(looks[i]));
        add(attributes, "kind", actor.kind);
        if (const auto sector = network.sector_of(ActorId{i}))
            add(attributes, "sector", enumerator(*sector).key);
        add(attributes, "area", actor.area.key);
        add(attributes, "status", actor.status);
        out += "  " + dot_string(actor.key) + " [" + attributes + "];\n";
    }
    for (const Tie& tie : network.ties()) {
        std::string attributes;
        add(attributes, "kind", enumerator(tie.kind).key);
        if (!is_directed(tie.kind)) add(attributes, "dir", "none");
        if (tie.level) add(attributes, "level", std::to_string(*tie.level));
        add(attributes, "status", tie.status);
        out += "  " + dot_string(tie.from.key) + " -> " + dot_string(tie.to.key) + " [" +
               attributes + "];\n";
    }
    return out + "}\n";
}

}  // namespace lotse::io
