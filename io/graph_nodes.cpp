#include "graph_nodes.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include <algorithm>
#include <set>

namespace lotse::io {
namespace {

std::string value_of(const GraphNode& node, std::uint32_t attribute) {
    const auto value = std::ranges::find(node.values, attribute, &GraphValue::attribute);
    return value == node.values.end() ? std::string{} : std::string{unicode::trim(value->text)};
}

std::vector<std::string> values_of(const GraphFile& graph, std::uint32_t attribute) {
    std::vector<std::string> out;
    for (const GraphNode& node : graph.nodes) out.push_back(value_of(node, attribute));
    return out;
}

bool are_numbered(const std::vector<GraphNode>& nodes, std::string_view begin, std::size_t first) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].id != std::string{begin} + std::to_string(first + i)) return false;
    return true;
}

/// 0: "17", "n1::n0" of yEd, "v1", "a", a UUID; 1: "node7"; 2: words, as "AOK" or "Gruppe 7".
int says(std::string_view id) {
    constexpr std::size_t shortest_hash = 8;
    const bool has_digit = std::ranges::any_of(id, ascii::is_digit);
    const bool is_hash = id.find_first_not_of("0123456789abcdefABCDEF:-{}") == id.npos;
    if (is_hash && has_digit && id.size() >= shortest_hash) return 0;
    std::set<std::string> words;
    std::string word;
    for (const char c : unicode::match_key(id) + ' ') {
        if (c != ' ' && !ascii::is_digit(c)) {
            word += c;
            continue;
        }
        if (word.size() > 1) words.insert(word);
        word.clear();
    }
    if (words.empty()) return 0;
    const bool counts = words.size() == 1 && has_digit && id.find(' ') == id.npos;
    return counts ? 1 : 2;
}

/// R igraph keeps the ids as `name`, beside a `label`, and numbers the nodes n0, n1 ...
bool are_of_igraph(const GraphFile& graph, const std::vector<Meaning>& meanings) {
    const auto has = [&](Role role) {
        return std::ranges::find(meanings, role, &Meaning::role) != meanings.end();
    };
    return has(Role::label) && has(Role::name) && !has(Role::key) &&
           are_numbered(graph.nodes, "n", 0);
}

}  // namespace

void leave_sides(const GraphFile& graph, std::vector<Meaning>& meanings) {
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        if (meanings[i].role != Role::kind) continue;
        const auto values = values_of(graph, static_cast<std::uint32_t>(i));
        const auto is_side = [](const std::string& text) {
            const std::string key = unicode::match_key(text);
            return key == "true" || key == "false" || key == "0" || key == "1";
        };
        if (!values.empty() && std::ranges::all_of(values, is_side))
            meanings[i] = kept(meanings[i].title);
    }
}

NodeIds::NodeIds(const GraphFile& graph, std::vector<Meaning>& meanings, GroupedIssues& issues) {
    if (are_of_igraph(graph, meanings))
        for (Meaning& meaning : meanings)
            if (meaning.role == Role::name && meaning.title == "name") meaning.role = Role::key;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        if (meanings[i].role != Role::key) continue;
        const auto attribute = static_cast<std::uint32_t>(i);
        auto values = values_of(graph, attribute);
        auto sorted = values;
        std::ranges::sort(sorted);
        const bool tells_apart = !sorted.empty() && !sorted.front().empty() &&
                                 std::ranges::adjacent_find(sorted) == sorted.end();
        if (attribute_ || !tells_apart) {
            meanings[i] = kept(meanings[i].title);
            continue;
        }
        attribute_ = attribute;
        ids = std::move(values);
    }
    for (const std::string_view begin : {"", "n"})
        for (const std::size_t first : {0U, 1U})
            are_numbered_ = are_numbered_ || are_numbered(graph.nodes, begin, first);
    keys_ = GraphKeys{graph.nodes, attribute_ ? &ids : nullptr, issues};
}

std::string NodeIds::key_text(const GraphNode& node) const {
    return attribute_ ? value_of(node, *attribute_) : node.id;
}

bool NodeIds::is_adapted(const GraphNode& node) const {
    const std::string* key = keys_.find(node.id);
    return key && *key != unicode::nfc(key_text(node));
}

std::string NodeIds::id(const GraphNode& node) const {
    const std::string text = key_text(node);
    const bool is_other = !are_numbered_ && node.id != text;
    return is_other && is_adapted(node) ? text + "; " + node.id : text;
}

std::string NodeIds::other_id(const GraphNode& node) const {
    const bool is_said = are_numbered_ || node.id == key_text(node) || is_adapted(node);
    return is_said ? std::string{} : node.id;
}

std::string NodeIds::name(const GraphNode& node) const {
    const std::string text = key_text(node);
    const int own = says(node.id);
    const bool says_less = own < 2 && own <= says(text);
    return says_less || privacy::holds_personal_contact(node.id) ? text : node.id;
}

}  // namespace lotse::io
