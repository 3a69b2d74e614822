#include "rules.hpp"

#include <charconv>

namespace lotse::analysis {

std::vector<std::string_view> rule_parts(const Code& code) {
    std::vector<std::string_view> out;
    std::string_view rest = code.attribute("rule");
    if (rest == "none") return out;
    while (!rest.empty()) {
        const auto end = rest.find('|');
        if (const auto part = rest.substr(0, end); !part.empty()) out.push_back(part);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return out;
}

int review_months(const Network& network, std::string_view code) {
    const std::string_view text = network.codes().attribute("review_periods", code, "rule");
    int months = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), months);
    const bool number = error == std::errc{} && end == text.data() + text.size();
    return number && months > 0 && months <= 1200 ? months : 12;
}

}  // namespace lotse::analysis
