#include "text_graphs.hpp"

#include <algorithm>

namespace lotse::io {

bool TitledAttributes::add(std::vector<GraphValue>& values, std::vector<GraphAttribute>& attributes,
                           const std::string& title, std::string value) {
    const auto [found, added] =
        index_.try_emplace(title, static_cast<std::uint32_t>(attributes.size()));
    if (added) attributes.push_back({title});
    if (std::ranges::find(values, found->second, &GraphValue::attribute) != values.end())
        return false;
    values.push_back({found->second, std::move(value)});
    return true;
}

GraphValue* TitledAttributes::find(std::vector<GraphValue>& values, std::string_view title) const {
    const auto known = index_.find(title);
    if (known == index_.end()) return nullptr;
    const auto value = std::ranges::find(values, known->second, &GraphValue::attribute);
    return value == values.end() ? nullptr : &*value;
}

void warn_second_value(GroupedIssues& issues, XmlPlace place, std::string title) {
    issues.add(Severity::warning, "duplicate-data", place,
               {"„{}“ steht hier zweimal; es gilt der erste Wert (Anzahl: {}).",
                "'{}' stands here twice; the first value counts (number: {})."},
               std::move(title));
}

}  // namespace lotse::io
