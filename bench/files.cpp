#include "files.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/io/export.hpp>

#include "file_peers.hpp"

#include <graph_file.hpp>
#include <json.hpp>
#include <xml.hpp>

#include <stdexcept>
#include <string_view>

namespace lotse::bench {
namespace {

using Shared = std::shared_ptr<const std::string>;

Shared shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

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

std::string tables_text(const Network& network) {
    std::string out;
    for (const io::OutputFile& file : io::csv_files(network))
        if (file.name.ends_with(".csv")) out += file.bytes;
    return out;
}

std::vector<double> size_of(const std::string& text) {
    return {static_cast<double>(text.size())};
}

}  // namespace

std::vector<FileWay> file_ways(const std::shared_ptr<const Network>& network) {
    const Shared json = shared(io::json_text(*network));
    const Shared csv = shared(tables_text(*network));
    const Shared graphml = shared(io::graphml_text(*network));
    const Shared gexf = shared(io::gexf_text(*network));
    const auto on = [](std::string name, const Shared& text, auto counts) {
        return [=] { return Contender{name, [=] { return counts(*text); }}; };
    };
    const auto own_text = [network](auto write) {
        return [=] { return Contender{"lotse", [=] { return size_of(write(*network, {})); }}; };
    };
    return {
        {"read JSON", 2, true, json->size(), on("lotse", json, json_counts),
         on("nlohmann/json", json, [](const auto& text) { return count_by_tree(text).all(); })},
        {"read CSV", 3, true, csv->size(), on("lotse", csv, csv_counts),
         on("getline", csv, count_by_getline)},
        {"read GraphML", 2, true, graphml->size(), on("lotse", graphml, graphml_counts),
         on("igraph", graphml, [](const auto& text) { return IgraphFile{text}.counts(); })},
        {"write GraphML", 3, false, graphml->size(), own_text(io::graphml_text),
         [graphml] {
             const auto graph = std::make_shared<const IgraphFile>(*graphml);
             if (graphml_counts(graph->graphml()) != graph->counts())
                 throw std::runtime_error{"igraph writes another graph than lotse"};
             return Contender{"igraph", [=] { return size_of(graph->graphml()); }};
         }},
        {"write GEXF", 0, false, gexf->size(), own_text(io::gexf_text), {}},
    };
}

}  // namespace lotse::bench
