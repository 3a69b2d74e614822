#include "gexf_lifetime.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace lotse::io {
namespace {

std::string bound(const XmlElement& element, std::string_view name, std::string_view open_name) {
    std::string_view text = element.value(name);
    if (text.empty()) text = element.value(open_name);
    const bool infinite =
        text == "Infinity" || text == "-Infinity" || text == "INF" || text == "-INF";
    return std::string{infinite ? std::string_view{} : text};
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    return problem == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

/// Numbers by their value, dates by their text, which begins with the year.
bool comes_before(const std::string& a, const std::string& b) {
    const auto left = number(a);
    const auto right = number(b);
    return left && right ? *left < *right : a < b;
}

}  // namespace

GexfLifetime::Spell GexfLifetime::spell(const XmlElement& element) {
    return {bound(element, "start", "startopen"), bound(element, "end", "endopen")};
}

GexfLifetime::GexfLifetime(const XmlElement& element) : own_{spell(element)} {
    if (const std::string point{element.value("timestamp")}; !point.empty())
        spells_.push_back({point, point, true});
}

void GexfLifetime::add_spell(const XmlElement& element) {
    Spell added = spell(element);
    const std::string point{element.value("timestamp")};
    if (added.start.empty() && added.end.empty() && !point.empty()) added = {point, point, true};
    spells_.push_back(std::move(added));
}

bool GexfLifetime::is_later(const Spell& earlier, const Spell& other) {
    if (earlier.end.empty() != other.end.empty()) return other.end.empty();
    if (comes_before(earlier.end, other.end)) return true;
    if (comes_before(other.end, earlier.end)) return false;
    if (earlier.start.empty() != other.start.empty()) return earlier.start.empty();
    return !comes_before(other.start, earlier.start);
}

bool GexfLifetime::counts(std::uint32_t attribute, const XmlElement& value) {
    Spell said = spell(value);
    if (const std::string point{value.value("timestamp")}; !point.empty())
        said = {point, point, true};
    const auto [counting, is_first] = of_values_.try_emplace(attribute, said);
    if (is_first) return true;
    if (!is_later(counting->second, said)) return false;
    counting->second = std::move(said);
    return true;
}

bool GexfLifetime::is_one_point() const {
    return !spells_.empty() && std::ranges::all_of(spells_, [&](const Spell& s) {
        return s.point && s.start == spells_.front().start;
    });
}

std::string GexfLifetime::start() const {
    if (spells_.empty() || is_one_point()) return own_.start;
    const auto open = [](const Spell& s) { return s.start.empty(); };
    if (std::ranges::any_of(spells_, open)) return {};
    return std::ranges::min_element(spells_, comes_before, &Spell::start)->start;
}

std::string GexfLifetime::end() const {
    if (spells_.empty() || is_one_point()) return own_.end;
    const auto open = [](const Spell& s) { return s.end.empty(); };
    if (std::ranges::any_of(spells_, open)) return {};
    return std::ranges::max_element(spells_, comes_before, &Spell::end)->end;
}

std::string GexfLifetime::spells() const {
    if (spells_.size() < 2 || is_one_point()) return {};
    std::string out;
    for (const Spell& s : spells_) {
        if (!out.empty()) out += '|';
        out += s.point ? s.start : s.start + ".." + s.end;
    }
    return out;
}

std::string GexfLifetime::overruled() const {
    const bool says_more =
        (!own_.start.empty() && own_.start != start()) || (!own_.end.empty() && own_.end != end());
    return says_more ? own_.start + ".." + own_.end : std::string{};
}

std::string GexfLifetime::timestamp() const {
    return is_one_point() ? spells_.front().start : std::string{};
}

}  // namespace lotse::io
