#include "graph_fit.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/column_fit.hpp>
#include <lotse/model/error_text.hpp>
#include <lotse/model/municipalities.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace lotse::io {
namespace {

constexpr std::size_t digits_of_land = 2;

const Network& germany() {
    static const Network only{{}, {}};
    return only;
}

bool is_number(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return (problem == std::errc{} && end == text.data() + text.size()) ||
           std::holds_alternative<double>(parse_number(text));
}

/// The key of an area that exists, also as a number without its leading zero.
bool is_known_area(std::string_view text) {
    if (text.ends_with(".0")) text.remove_suffix(2);
    constexpr std::size_t digits_of_district = 4;
    if (!all_digits(text) || text.size() < digits_of_district) return false;
    std::string key{text};
    const bool lost_zero = key.size() == 4 || key.size() == 7 || key.size() == 11;
    if (lost_zero) key.insert(0, 1, '0');
    return germany().find_area(key) || find_municipality(key);
}

/// Where it first stands.
using Values = std::map<std::string, XmlPlace>;

Values values_of(const GraphFile& graph, std::uint32_t attribute) {
    Values out;
    for (const GraphNode& node : graph.nodes)
        for (const GraphValue& value : node.values)
            if (value.attribute == attribute && !unicode::trim(value.text).empty())
                out.emplace(unicode::trim(value.text), node.place);
    return out;
}

bool are_measures(const Values& values, GraphType type) {
    const auto is_value_number = [](const auto& value) { return is_number(value.first); };
    if (values.empty() || !std::ranges::all_of(values, is_value_number)) return false;
    const auto keys = std::ranges::count_if(values, [&](const auto& value) {
        const bool looks_like_key = type != GraphType::number && !level_of_key(value.first).empty();
        return looks_like_key || is_known_area(value.first);
    });
    return static_cast<std::size_t>(keys) * 2 < values.size();
}

/// "12" alone is Brandenburg, or a dozen of something.
void warn_of_lands(const Values& values, const std::string& title, GroupedIssues& issues) {
    const auto may_be_count = [](const auto& value) {
        return value.first.size() == digits_of_land && value.first.front() != '0';
    };
    if (!std::ranges::all_of(values, may_be_count)) return;
    for (const auto& value : values)
        if (const auto land = germany().find_area(value.first))
            issues.add(Severity::warning, "number-as-area", value.second,
                       {"Eine Zahl ist als Gebiet gelesen ({}). Ist eine Anzahl oder Größe "
                        "gemeint, bitte das Attribut umbenennen (Anzahl: {}).",
                        "A number is read as an area ({}). If a count or size is meant, rename "
                        "the attribute (number: {})."},
                       title + " = " + value.first + ": " + germany()[*land].name);
}

/// "LP-BEW?". Unknown codes of these lists count as ones of the network's own.
bool holds_uncertain_code(std::string_view table, std::string_view text) {
    const CodeList& list =
        *Codebook::built_in().list(table == Actor::table ? "legal_circles" : "topics");
    bool out = false;
    for_each_member(text, [&](auto code) {
        out = out || (unicode::holds_question_mark(code) && !list.recognise(code) &&
                      list.recognise(unicode::match_key(code)));
    });
    return out;
}

}  // namespace

void warn_of_misfit(const std::string& title, XmlPlace place, GroupedIssues& issues) {
    issues.add(Severity::warning, "misfit", place,
               {"Das Attribut „{}“ heißt wie eine Spalte von lotse, sein Wert passt dort aber "
                "nicht hin; er wird unter „extra_…“ mitgeführt (Anzahl: {}).",
                "The attribute '{}' is called like a column of lotse, but its value cannot stand "
                "there; it is kept under 'extra_…' (number: {})."},
               title);
}

void leave_measures(const GraphFile& graph, std::vector<Meaning>& meanings, GroupedIssues& issues) {
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        Meaning& meaning = meanings[i];
        const bool is_of_areas = meaning.column == "area" || meaning.column == "serves";
        if (meaning.role != Role::column || !is_of_areas) continue;
        const Values values = values_of(graph, static_cast<std::uint32_t>(i));
        if (!are_measures(values, graph.node_attributes[i].type)) {
            warn_of_lands(values, meaning.title, issues);
            continue;
        }
        for (const auto& value : values) warn_of_misfit(meaning.title, value.second, issues);
        meaning = kept(meaning.title);
    }
}

bool leaves_open(const Meaning& meaning, std::string_view text, XmlPlace place,
                 GroupedIssues& issues) {
    constexpr std::array<std::string_view, 5> mentions{"area", "serves", "legal", "topics",
                                                       "part_of"};
    if (meaning.role != Role::column ||
        std::ranges::find(mentions, meaning.column) == mentions.end() ||
        !(says_not_recorded(text) || may_say_not_recorded(text)))
        return false;
    issues.add(Severity::warning, "not-recorded", place,
               {"Der Text „{}“ zählt als nicht erfasst, wie ein leerer (Anzahl: {}).",
                "The text '{}' counts as not recorded, as an empty one does (number: {})."},
               std::string{unicode::trim(text)});
    return true;
}

bool fits_attribute(std::string_view table, const Meaning& meaning, std::string_view text,
                    XmlPlace place, GroupedIssues& issues) {
    const std::string_view own_codes = table == Actor::table ? "legal" : "topics";
    const bool fits = meaning.column == own_codes
                          ? !holds_uncertain_code(table, text)
                          : fits_column(table, meaning.column, std::string{text});
    // A foreign column leaves out what a formula failed at, and says so.
    if (!fits && !is_error_text(text)) warn_of_misfit(meaning.title, place, issues);
    return fits;
}

void keep_reversed_dates(GraphRows& rows, XmlPlace place, GroupedIssues& issues) {
    const auto since = parse_partial_date(unicode::trim(rows.text("since")));
    const auto until = parse_partial_date(unicode::trim(rows.text("until")));
    if (!since || !until || until->latest() >= since->earliest()) return;
    for (const std::string_view column : {"since", "until"}) {
        const std::string text{rows.text(column)};
        rows.clear(column);
        rows.keep(column, text);
    }
    issues.add(Severity::warning, "ends-before-start", place,
               {"Das Ende liegt vor dem Beginn; beide werden unter „extra_…“ mitgeführt "
                "(Anzahl: {}).",
                "The end lies before the start; both are kept under 'extra_…' (number: {})."});
}

std::set<std::string> names_of_nodes(const GraphFile& graph, const std::vector<Meaning>& meanings) {
    std::map<std::string, int> count;
    for (const GraphNode& node : graph.nodes) {
        std::set<std::string> own;
        for (const GraphValue& value : node.values) {
            const Role role = meanings[value.attribute].role;
            if (role == Role::label || role == Role::name)
                own.insert(unicode::match_key(value.text));
        }
        for (const std::string& name : own) ++count[name];
    }
    std::set<std::string> out;
    for (const auto& [name, nodes] : count)
        if (nodes == 1) out.insert(name);
    return out;
}

}  // namespace lotse::io
