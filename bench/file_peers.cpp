#include "file_peers.hpp"

#include <igraph.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace lotse::bench {

struct IgraphFile::State {
    explicit State(const std::string& graphml) {
        igraph_set_attribute_table(&igraph_cattribute_table);
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in{
            // Mode "r" never writes.
            fmemopen(const_cast<char*>(graphml.data()), graphml.size(), "r"), std::fclose};
        graph::check(igraph_read_graph_graphml(&graph, in.get(), 0));
    }
    ~State() { igraph_destroy(&graph); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    igraph_t graph;
};

namespace {

template <class Compute>
auto session(Compute&& compute) {
    auto out = graph::in_session(compute);
    if (!out) throw std::runtime_error{out.error().message.en};
    return *std::move(out);
}

void walk(const nlohmann::json& value, JsonCounts& counts) {
    ++counts.values;
    if (value.is_string()) {
        counts.bytes += static_cast<double>(value.get_ref<const std::string&>().size());
    } else if (value.is_array()) {
        for (const nlohmann::json& entry : value) walk(entry, counts);
    } else if (value.is_object()) {
        for (const auto& member : value.items()) {
            ++counts.members;
            counts.bytes += static_cast<double>(member.key().size());
            walk(member.value(), counts);
        }
    }
}

bool has_open_quote(const std::string& text) {
    return std::count(text.begin(), text.end(), '"') % 2 == 1;
}

}  // namespace

IgraphFile::IgraphFile(const std::string& graphml)
    : state_{session([&] { return std::make_shared<const State>(graphml); })} {}

std::vector<double> IgraphFile::counts() const {
    return {static_cast<double>(igraph_vcount(&state_->graph)),
            static_cast<double>(igraph_ecount(&state_->graph))};
}

std::string IgraphFile::graphml() const {
    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* out = open_memstream(&text, &size);
    const auto failed = session(
        [&] { return igraph_write_graph_graphml(&state_->graph, out, true) != IGRAPH_SUCCESS; });
    std::fclose(out);
    const std::unique_ptr<char, void (*)(void*)> owned{text, std::free};
    if (failed) throw std::runtime_error{"igraph does not write GraphML"};
    return std::string{text, size};
}

JsonCounts count_by_tree(const std::string& json) {
    JsonCounts counts;
    walk(nlohmann::json::parse(json), counts);
    return counts;
}

std::shared_ptr<const void> json_tree(const std::string& json) {
    return std::make_shared<const nlohmann::json>(nlohmann::json::parse(json));
}

std::vector<double> count_by_getline(const std::string& csv) {
    std::istringstream in{csv};
    double records = 0;
    double fields = 0;
    std::string line;
    std::string field;
    while (std::getline(in, line)) {
        while (has_open_quote(line)) {
            std::string next;
            if (!std::getline(in, next)) break;
            line += '\n' + next;
        }
        ++records;
        std::istringstream rest{line};
        while (std::getline(rest, field, ',')) {
            while (has_open_quote(field)) {
                std::string next;
                if (!std::getline(rest, next, ',')) break;
                field += ',' + next;
            }
            ++fields;
        }
        if (line.ends_with(',')) ++fields;
    }
    return {records, fields};
}

}  // namespace lotse::bench
