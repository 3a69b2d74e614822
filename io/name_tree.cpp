#include "name_tree.hpp"

#include <algorithm>
#include <utility>

namespace lotse::io {
namespace {

constexpr std::size_t far = NameTree::slips + 1;

}  // namespace

void NameTree::add(std::string_view name, std::size_t number) {
    std::size_t at = 0;
    nodes_[at].first = std::min(nodes_[at].first, number);
    while (!name.empty()) {
        const auto& children = nodes_[at].children;
        const auto same = std::ranges::find_if(
            children, [&](std::size_t child) { return nodes_[child].label[0] == name[0]; });
        if (same == children.end()) {
            nodes_.push_back({std::string{name}, number, number, {}});
            nodes_[at].children.push_back(nodes_.size() - 1);
            return;
        }
        at = *same;
        const std::string& label = nodes_[at].label;
        const auto end = std::ranges::mismatch(label, name).in1;
        const auto common = static_cast<std::size_t>(end - label.begin());
        if (common < label.size()) {
            Node rest = nodes_[at];
            rest.label.erase(0, common);
            nodes_[at].label.resize(common);
            nodes_[at].number = none;
            nodes_[at].children = {nodes_.size()};
            nodes_.push_back(std::move(rest));
        }
        name.remove_prefix(common);
    }
    nodes_[at].number = std::min(nodes_[at].number, number);
}

bool NameTree::step(std::string_view name, char next, Path& path) {
    Band band;
    band.fill(far);
    ++path.depth;
    for (std::size_t i = 0; i < band.size(); ++i) {
        if (path.depth + i < slips || path.depth + i - slips > name.size()) continue;
        const std::size_t length = path.depth + i - slips;  // of the name's beginning
        std::size_t& best = band[i];
        if (i + 1 < band.size()) best = std::min(best, path.band[i + 1] + 1);
        if (i > 0) best = std::min(best, band[i - 1] + 1);
        if (length > 0) best = std::min(best, path.band[i] + (name[length - 1] == next ? 0 : 1));
        if (length > 1 && path.depth > 1 && name[length - 2] == next &&
            name[length - 1] == path.last)
            best = std::min(best, path.before[i] + 1);
    }
    path.before = std::exchange(path.band, band);
    path.last = next;
    return std::ranges::min(band) < far;
}

std::size_t NameTree::first_near(std::string_view name) const {
    std::size_t best = none;
    Path start;
    start.before.fill(far);
    start.band.fill(far);
    for (std::size_t i = slips; i < start.band.size(); ++i) start.band[i] = i - slips;
    std::vector<Path> open{start};
    while (!open.empty()) {
        Path path = open.back();
        open.pop_back();
        const Node& node = nodes_[path.node];
        if (node.first >= best) continue;
        if (!std::ranges::all_of(node.label, [&](char c) { return step(name, c, path); })) continue;
        const std::size_t end = name.size() + slips - path.depth;
        const bool ends = node.number < best && end < path.band.size();
        if (ends && path.band[end] > 0 && path.band[end] < far) best = node.number;
        for (const std::size_t child : node.children) {
            open.push_back(path);
            open.back().node = child;
        }
    }
    return best;
}

}  // namespace lotse::io
