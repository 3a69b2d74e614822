#include "unused_options.hpp"

#include <algorithm>

namespace lotse::analysis {

void note_unused_options(const View& view, std::initializer_list<std::string_view> heeded,
                         std::vector<Message>& notes) {
    const std::pair<std::string_view, bool> given[]{
        {"area", !view.areas.empty()},     {"topic", !view.topics.empty()},
        {"target", !view.targets.empty()}, {"legal", !view.legal.empty()},
        {"kinds", !view.kinds.empty()},    {"layer", view.layer.has_value()},
        {"min-level", view.min_level > 0}, {"at", view.at.has_value()},
    };
    std::string names;
    for (const auto& [key, is_given] : given) {
        if (!is_given || std::ranges::find(heeded, key) != heeded.end()) continue;
        if (!names.empty()) names += ", ";
        names += "--" + std::string{key};
    }
    if (!names.empty())
        notes.push_back(message(
            {"Ohne Wirkung auf diese Auswertung: {}.", "Without effect on this analysis: {}."},
            {names}));
}

}  // namespace lotse::analysis
