#include <lotse/base/version.hpp>
#include <lotse/io/export.hpp>

#include "gexf_description.hpp"
#include "graph_columns.hpp"
#include "graph_look.hpp"
#include "network_credit.hpp"
#include "xml_writer.hpp"

#include <algorithm>

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

constexpr std::string_view mutual_title = "mutual";

/// Gephi Lite shows the ids, so they are the titles; an edge's `kind` is a word of Gephi itself.
std::string id_of(const GraphColumn& column) {
    return column.id == "e_kind" ? column.id : column.title;
}

/// Foreign columns of ties that GEXF has a word of its own for.
bool is_edge_word(const GraphColumn& column) {
    return column.title == "label" || column.title == "weight";
}

void declare(XmlWriter& xml, std::string_view owner, const GraphColumns& columns) {
    xml.start("attributes").attribute("class", owner);
    for (const GraphColumn& column : columns.list)
        if (!is_edge_word(column))
            xml.start("attribute")
                .attribute("id", id_of(column))
                .attribute("title", column.title)
                .attribute("type", column.type_name)
                .end();
    xml.end();
}

void write_meta(XmlWriter& xml, const Network& network) {
    const std::string description = gexf_description(network.info(), source_list(network));
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
    const auto write_value = [&](const GraphColumn& column, std::string_view text) {
        xml.start("attvalue").attribute("for", id_of(column)).attribute("value", text).end();
    };
    const bool draft = options.gexf_version == GexfVersion::v1_2draft;
    xml.start("gexf")
        .attribute("xmlns", draft ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3")
        .attribute("xmlns:viz",
                   draft ? "http://www.gexf.net/1.2draft/viz" : "http://gexf.net/1.3/viz")
        .attribute("version", draft ? "1.2" : "1.3");
    write_meta(xml, network);
    xml.start("graph");
    // No defaultedgetype: with "directed", Gephi drops every undirected tie. The readers that need
    // the draft know one direction only and refuse a mixture, so there each undirected tie stands
    // twice, as in GraphML.
    if (draft) xml.attribute("defaultedgetype", "directed");
    xml.attribute("idtype", "string").attribute("timeformat", "date");
    declare(xml, "node", actors);
    GraphColumns declared = ties;
    const GraphColumn mutual{"", std::string{mutual_title}};
    if (draft) declared.list.push_back(mutual);
    declare(xml, "edge", declared);
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
    const bool has_edge_words = std::ranges::any_of(ties.list, is_edge_word);
    const auto write_edge = [&](const Tie& tie, const std::string& from, const std::string& to) {
        xml.start("edge")
            .attribute("id", "e" + std::to_string(++number))
            .attribute("source", from)
            .attribute("target", to)
            .attribute("type", draft || is_directed(tie.kind) ? "directed" : "undirected");
        if (!draft) xml.attribute("kind", enumerator(tie.kind).key);
        if (has_edge_words)
            for_each_attribute(ties, tie, options,
                               [&](const GraphColumn& column, std::string_view text) {
                                   if (is_edge_word(column)) xml.attribute(column.title, text);
                               });
        write_lifetime(xml, tie);
        xml.start("attvalues");
        for_each_attribute(ties, tie, options,
                           [&](const GraphColumn& column, std::string_view text) {
                               if (!is_edge_word(column)) write_value(column, text);
                           });
        if (draft) write_value(mutual, is_directed(tie.kind) ? "false" : "true");
        xml.end().end();
    };
    for (const Tie& tie : network.ties()) {
        write_edge(tie, tie.from.key, tie.to.key);
        if (draft && !is_directed(tie.kind)) write_edge(tie, tie.to.key, tie.from.key);
    }
    xml.end().end().end();
    return std::move(xml).document();
}

}  // namespace lotse::io
