#include <lotse/io/export.hpp>

#include "graph_columns.hpp"
#include "graph_look.hpp"
#include "network_credit.hpp"
#include "xml_writer.hpp"

namespace lotse::io {
namespace {

void declare(XmlWriter& xml, std::string_view owner, std::string_view id, std::string_view title,
             std::string_view type) {
    xml.start("key")
        .attribute("id", id)
        .attribute("for", owner)
        .attribute("attr.name", title)
        .attribute("attr.type", type)
        .end();
}

void write_data(XmlWriter& xml, std::string_view id, std::string_view text) {
    xml.start("data").attribute("key", id).text(text).end();
}

enum class Mutual { no, yes };

}  // namespace

std::string graphml_text(const Network& network, const ExportOptions& options) {
    const GraphColumns actors = actor_columns(network, options);
    const GraphColumns ties = tie_columns(network, options);
    const auto looks = graph_looks(network);
    XmlWriter xml;
    xml.start("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    for (const std::string_view id : {"name", "license", "sources"})
        declare(xml, "graph", id, id, "string");
    declare(xml, "graph", "fictional", "fictional", "boolean");
    declare(xml, "node", "label", "label", "string");
    for (const std::string_view id : {"x", "y", "size"}) declare(xml, "node", id, id, "double");
    for (const std::string_view id : {"r", "g", "b"}) declare(xml, "node", id, id, "int");
    for (const GraphColumn& column : actors.list)
        declare(xml, "node", column.id, column.title, column.type_name);
    declare(xml, "edge", "mutual", "mutual", "boolean");
    for (const GraphColumn& column : ties.list)
        declare(xml, "edge", column.id, column.title, column.type_name);

    xml.start("graph").attribute("id", "network").attribute("edgedefault", "directed");
    const NetworkInfo& info = network.info();
    write_data(xml, "name", info.name);
    if (!info.license.empty()) write_data(xml, "license", info.license);
    if (const std::string sources = source_list(network); !sources.empty())
        write_data(xml, "sources", sources);
    if (info.fictional) write_data(xml, "fictional", "true");
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const GraphLook& look = looks[i];
        xml.start("node").attribute("id", network.actors()[i].key);
        write_data(xml, "label", network.actors()[i].name);
        write_data(xml, "x", look.x);
        write_data(xml, "y", look.y);
        write_data(xml, "size", look.size);
        write_data(xml, "r", std::to_string(look.red));
        write_data(xml, "g", std::to_string(look.green));
        write_data(xml, "b", std::to_string(look.blue));
        for_each_attribute(actors, network, ActorId{i}, options,
                           [&](const GraphColumn& column, std::string_view text) {
                               write_data(xml, column.id, text);
                           });
        xml.end();
    }
    std::size_t number = 0;
    const auto write_edge = [&](const Tie& tie, const std::string& from, const std::string& to,
                                Mutual mutual) {
        xml.start("edge")
            .attribute("id", "e" + std::to_string(++number))
            .attribute("source", from)
            .attribute("target", to);
        write_data(xml, "mutual", mutual == Mutual::yes ? "true" : "false");
        for_each_attribute(ties, tie, options,
                           [&](const GraphColumn& column, std::string_view text) {
                               write_data(xml, column.id, text);
                           });
        xml.end();
    };
    for (const Tie& tie : network.ties()) {
        if (is_directed(tie.kind)) {
            write_edge(tie, tie.from.key, tie.to.key, Mutual::no);
        } else {
            write_edge(tie, tie.from.key, tie.to.key, Mutual::yes);
            write_edge(tie, tie.to.key, tie.from.key, Mutual::yes);
        }
    }
    xml.end().end();
    return std::move(xml).document();
}

}  // namespace lotse::io
