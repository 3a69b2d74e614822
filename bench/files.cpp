#include "files.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/read_network.hpp>

#include "file_peers.hpp"

#include <graph_file.hpp>
#include <json.hpp>
#include <xml.hpp>

#include <stdexcept>
#include <string_view>

namespace lotse::bench {
namespace {

using Text = std::shared_ptr<const std::string>;

class JsonCounter final : public io::JsonVisitor {
public:
    JsonCounts counts;

    void scalar(io::JsonType type, std::string_view text, io::JsonPlace) override {
        ++counts.values;
        if (type == io::JsonType::string) counts.bytes += static_cast<double>(text.size());
    }
    void begin(io::JsonType, io::JsonPlace) override { ++counts.values; }
    void end(io::JsonType) override {}
    void member(std::string_view member_name, io::JsonPlace) override {
        ++counts.members;
        counts.bytes += static_cast<double>(member_name.size());
    }
};

std::vector<double> json_counts(std::string_view text) {
    JsonCounter counter;
    if (const auto problem = io::visit_json(text, {}, counter))
        throw std::runtime_error{problem->message.en};
    return counter.counts.all();
}

std::vector<double> csv_counts(std::string_view text) {
    CsvScanner scanner{text, ','};
    CsvRecord record;
    double records = 0;
    double fields = 0;
    while (scanner.next(record) == CsvScanner::Step::record) {
        ++records;
        fields += static_cast<double>(record.fields.size());
    }
    return {records, fields};
}

std::vector<double> graphml_counts(const std::string& text) {
    const std::string file = "netz.graphml";
    NetworkBuilder builder;
    const auto decoded = io::decode_xml(text, file, builder);
    const auto graph = io::read_graphml(*decoded, file, {}, builder);
    if (!graph) throw std::runtime_error{graph.error().message.en};
    if (!*graph) throw std::runtime_error{"lotse does not read its own GraphML"};
    return {static_cast<double>((*graph)->nodes.size()),
            static_cast<double>((*graph)->edges.size())};
}

FileWay reading(std::string_view form, double goal, const Text& text, Contender own,
                Contender peer) {
    return {"read " + std::string{form}, std::move(own), std::move(peer), goal, text->size(),
            text->size()};
}

}  // namespace

std::vector<FileWay> file_ways(const std::shared_ptr<const Network>& network) {
    std::vector<FileWay> out;
    const auto json = std::make_shared<const std::string>(io::json_text(*network));
    out.push_back(reading("JSON", 2, json, {"lotse", [=] { return json_counts(*json); }},
                          {"nlohmann/json", [=] { return count_by_tree(*json).all(); }}));
    std::string tables;
    for (const io::OutputFile& file : io::csv_files(*network))
        if (file.name.ends_with(".csv")) tables += file.bytes;
    const auto csv = std::make_shared<const std::string>(std::move(tables));
    out.push_back(reading("CSV", 3, csv, {"lotse", [=] { return csv_counts(*csv); }},
                          {"getline", [=] { return count_by_getline(*csv); }}));
    const auto graphml = std::make_shared<const std::string>(io::graphml_text(*network));
    const auto igraph = std::make_shared<const IgraphFile>(*graphml);
    out.push_back(reading("GraphML", 2, graphml, {"lotse", [=] { return graphml_counts(*graphml); }},
                          {"igraph", [=] { return IgraphFile{*graphml}.counts(); }}));
    const std::string by_igraph = igraph->graphml();
    if (graphml_counts(by_igraph) != igraph->counts())
        throw std::runtime_error{"igraph writes another graph than lotse"};
    const auto nothing = [] { return std::vector<double>{}; };
    out.push_back({"write GraphML",
                   {"lotse",
                    [=] {
                        io::graphml_text(*network);
                        return nothing();
                    }},
                   {"igraph",
                    [=] {
                        igraph->graphml();
                        return nothing();
                    }},
                   3,
                   graphml->size(),
                   by_igraph.size()});
    return out;
}

}  // namespace lotse::bench
