#include "graph_keys.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include <set>
#include <unordered_set>

namespace lotse::io {
namespace {

constexpr std::size_t longest = 64;

bool is_key(std::string_view text) {
    return !text.empty() && unicode::length(text) <= longest && unicode::is_key_text(text);
}

/// Every character that keys do not allow becomes `-`, several in a row one.
std::string cleaned(std::string_view id) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < id.size() && count < longest;) {
        std::size_t end = i + 1;
        while (end < id.size() && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80U) ++end;
        const std::string_view character = id.substr(i, end - i);
        const bool allowed = unicode::is_key_text(character);
        if (allowed || (!out.empty() && !out.ends_with('-'))) {
            out += allowed ? character : "-";
            ++count;
        }
        i = end;
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? "n" : out;
}

}  // namespace

GraphKeys::GraphKeys(const std::vector<GraphNode>& nodes, const std::vector<std::string>* instead,
                     GroupedIssues& issues) {
    const auto wanted = [&](std::size_t i) {
        return unicode::nfc(instead ? (*instead)[i] : nodes[i].id);
    };
    std::unordered_set<std::string> taken;
    std::set<std::string> contacts;  // mail addresses and telephone numbers
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (std::string key = wanted(i); privacy::holds_personal_contact(key))
            contacts.insert(std::move(key));
        else if (is_key(key))
            taken.insert(std::move(key));
    std::unordered_map<std::string_view, std::size_t> number_of_contact;  // in whatever order read
    for (const std::string& contact : contacts)
        number_of_contact.emplace(contact, number_of_contact.size() + 1);
    std::unordered_map<std::string, int> next_number;  // by what it follows
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const GraphNode& node = nodes[i];
        if (node.id.empty()) continue;
        auto [entry, added] = key_by_id_.try_emplace(node.id);
        if (!added) {
            // Without other keys the builder sees the same key twice and says so itself.
            if (instead)
                issues.add(Severity::error, "duplicate-id", node.place,
                           {"Die Nummer (id) „{}“ haben mehrere Knoten (Anzahl: {}).",
                            "Several nodes have the id '{}' (number: {})."},
                           node.id);
            continue;
        }
        std::string key = wanted(i);
        const auto contact = number_of_contact.find(key);
        const bool withheld = contact != number_of_contact.end();
        if (withheld || (!is_key(key) && !unicode::first_forbidden(key))) {
            const std::string base =
                withheld ? 'n' + std::to_string(contact->second) : cleaned(key);
            key = base;
            const std::string begin{unicode::prefix(base, longest - 8)};
            int& number = next_number.try_emplace(begin, 2).first->second;
            while (!taken.insert(key).second) key = begin + '-' + std::to_string(number++);
            if (withheld)
                issues.add(Severity::warning, "withheld-id", node.place,
                           {"Manche Nummern (id) enthalten eine Mailadresse oder Telefonnummer und "
                            "werden nicht übernommen; der Schlüssel ist dort n1, n2 … (Anzahl: "
                            "{}).",
                            "Some ids hold a mail address or telephone number and are not taken "
                            "over; the key there is n1, n2 ... (number: {})."});
            else
                issues.add(
                    Severity::warning, "changed-id", node.place,
                    {"Manche Nummern (id) taugen nicht als Schlüssel (1 bis 64 Buchstaben, "
                     "Ziffern und - _ . :). Sie wurden angepasst und stehen unter "
                     "„original_id“ (Anzahl: {}).",
                     "Some ids cannot be keys (1 to 64 letters, digits and - _ . :). They were "
                     "adapted and stand under 'original_id' (number: {})."});
        }
        entry->second = std::move(key);
    }
}

const std::string* GraphKeys::find(std::string_view id) const {
    const auto found = key_by_id_.find(std::string{id});
    return found == key_by_id_.end() ? nullptr : &found->second;
}

namespace {

void trim_id(std::string& id, XmlPlace place, GroupedIssues& issues) {
    const std::string trimmed{unicode::trim(id)};
    if (trimmed.size() == id.size()) return;
    issues.add(Severity::warning, "blank-around-key", place,
               {"Leerzeichen am Rand von Ids wurden entfernt, zuerst hier (Anzahl: {}).",
                "Blanks around ids were removed, first here (number: {})."});
    id = trimmed;
}

}  // namespace

void trim_ids(GraphFile& graph, GroupedIssues& node_issues, GroupedIssues& edge_issues) {
    for (GraphNode& node : graph.nodes) {
        trim_id(node.id, node.place, node_issues);
        trim_id(node.parent, node.place, node_issues);
    }
    for (GraphEdge& edge : graph.edges) {
        trim_id(edge.from, edge.place, edge_issues);
        trim_id(edge.to, edge.place, edge_issues);
    }
}

}  // namespace lotse::io
