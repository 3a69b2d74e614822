#include "graph_directions.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

namespace lotse::io {
namespace {

std::string pair_of(const std::string& from, const std::string& to, std::string_view more) {
    return from + '\0' + to + '\0' + std::string{more};
}

}  // namespace

PairMark pair_mark(std::string_view mutual, std::string_view kind) {
    const std::string key = unicode::match_key(mutual);
    if (key.empty()) return PairMark::none;
    const bool twice = key == "true" || key == "1";  // GML has no truth values
    const Code* code = Codebook::built_in().list("tie_kinds")->recognise(kind);
    const auto known = code ? from_key<TieKind>(code->code) : std::nullopt;
    if (!known || is_directed(*known) == twice || (!twice && key != "false" && key != "0"))
        return PairMark::foreign;
    return twice ? PairMark::twice : PairMark::once;
}

bool TwiceWritten::is_second(const std::string& from, const std::string& to,
                             const std::string& content) {
    const auto waiting = open_.find(pair_of(to, from, content));
    if (waiting == open_.end() || waiting->second == 0) {
        ++open_[pair_of(from, to, content)];
        return false;
    }
    --waiting->second;
    return true;
}

void DroppedDirections::add(std::string_view kind, const std::string& from, const std::string& to,
                            XmlPlace place) {
    if (from == to) return;
    const auto reverse = open_.find(pair_of(to, from, kind));
    if (reverse != open_.end() && !reverse->second.empty()) {
        edges_[reverse->second.back()].has_reverse = true;
        reverse->second.pop_back();
        return;
    }
    open_[pair_of(from, to, kind)].push_back(edges_.size());
    edges_.push_back({std::string{kind}, place});
}

void DroppedDirections::report_to(GroupedIssues& issues) const {
    for (const Edge& edge : edges_)
        if (!edge.has_reverse)
            issues.add(Severity::warning, "direction-dropped", edge.place,
                       {"„{}“ gilt in beide Richtungen; die Richtung der Kante entfällt. Ist eine "
                        "Richtung gemeint, braucht die Kante eine andere Art, z. B. refers_to "
                        "(Anzahl: {}).",
                        "'{}' holds both ways; the direction of the edge is dropped. If one is "
                        "meant, the edge needs another kind, e.g. refers_to (number: {})."},
                       edge.kind);
}

}  // namespace lotse::io
