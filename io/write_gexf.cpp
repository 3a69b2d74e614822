#include <lotse/base/version.hpp>
#include <lotse/io/export.hpp>

#include "graph_columns.hpp"
#include "graph_look.hpp"
#include "xml_writer.hpp"

namespace lotse::io {
namespace {

std::string day_text(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return to_string(PartialDate{static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                 static_cast<unsigned>(date.day())});
}

/// From the first day it can have existed to the last one.
template <class Row>
void write_lifetime(XmlWriter& xml, const Row& row) {
    if (row.since) xml.attribute("start", day_text(row.since->earliest()));
    if (row.until) xml.attribute("end", day_text(row.until->latest()));
}

std::string_view type_name(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return "long";
        case ColumnType::number: return "double";
        case ColumnType::text: break;
    }
    return "string";
}

void declare(XmlWriter& xml, std::string_view owner, const GraphColumns& columns) {
    xml.start("attributes").attribute("class", owner);
    for (const GraphColumn& column : columns.list)
        xml.start("attribute")
            .attribute("id", column.id)
            .attribute("title", column.title)
            .attribute("type", type_name(column.type))
            .end();
    xml.end();
}

void write_meta(XmlWriter& xml, const NetworkInfo& info) {
    std::string description = info.name;
    if (!info.license.empty())
        description += (description.empty() ? "" : " – ") + ("License: " + info.license);
    if (info.fictional)
        description += (description.empty() ? "" : " – ") + std::string{"fictional"};
    xml.start("meta");
    xml.start("creator").text("lotse " + std::string{version}).end();
    if (!description.empty()) xml.start("description").text(description).end();
    xml.end();
}

}  // namespace

std::string gexf_text(const Network& network, const ExportOptions& options) {
    const GraphColumns actors = actor_columns(network, options);
    const GraphColumns ties = tie_columns(network, options);
    const auto looks = graph_looks(network);
    XmlWriter xml;
    const auto write_value = [&](const GraphColumn& column, const std::string& text) {
        xml.start("attvalue").attribute("for", column.id).attribute("value", text).end();
    };
    xml.start("gexf")
        .attribute("xmlns", "http://gexf.net/1.3")
        .attribute("xmlns:viz", "http://gexf.net/1.3/viz")
        .attribute("version", "1.3");
    write_meta(xml, network.info());
    // No defaultedgetype: with "directed", Gephi drops every undirected tie.
    xml.start("graph").attribute("idtype", "string").attribute("timeformat", "date");
    declare(xml, "node", actors);
    declare(xml, "edge", ties);
    xml.start("nodes");
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        const GraphLook& look = looks[i];
        xml.start("node").attribute("id", actor.key).attribute("label", actor.name);
        write_lifetime(xml, actor);
        xml.start("attvalues");
        for_each_attribute(actors, network, ActorId{i}, options, write_value);
        xml.end();
        xml.start("viz:color")
            .attribute("r", std::to_string(look.red))
            .attribute("g", std::to_string(look.green))
            .attribute("b", std::to_string(look.blue))
            .end();
        xml.start("viz:position").attribute("x", look.x).attribute("y", look.y).end();
        xml.start("viz:size").attribute("value", look.size).end();
        xml.end();
    }
    xml.end();
    xml.start("edges");
    std::size_t number = 0;
    for (const Tie& tie : network.ties()) {
        xml.start("edge")
            .attribute("id", "e" + std::to_string(++number))
            .attribute("source", tie.from.key)
            .attribute("target", tie.to.key)
            .attribute("type", is_directed(tie.kind) ? "directed" : "undirected")
            .attribute("kind", enumerator(tie.kind).key);
        write_lifetime(xml, tie);
        xml.start("attvalues");
        for_each_attribute(ties, tie, options, write_value);
        xml.end().end();
    }
    xml.end().end().end();
    return std::move(xml).document();
}

}  // namespace lotse::io
