#include "graph_row.hpp"

#include <lotse/base/formula.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "graph_columns.hpp"
#include "text_file.hpp"

#include <charconv>
#include <cmath>

namespace lotse::io {
namespace {

/// The column of lotse that the heading is a synonym of; empty: none, or it is the column's own.
std::string_view column_meant(std::string_view table, std::string_view heading) {
    const std::string_view key = column_key(table, heading);
    bool is_own = false;
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != table) return;
        for_each_column<Row>([&](const auto& column) {
            if (column.key != key) return;
            for (const std::string_view own : {column.key, column.heading.de, column.heading.en})
                is_own = is_own || unicode::match_key(own) == unicode::match_key(heading);
        });
    });
    return is_own ? std::string_view{} : key;
}

}  // namespace

bool is_synonym(std::string_view table, std::string_view heading) {
    return !column_meant(table, heading).empty();
}

void GraphRows::declare(std::string_view heading, int number) {
    if (columns_.contains(heading)) return;
    if (const auto meant = column_meant(table_, heading); !meant.empty()) declare(meant, 0);
    columns_.emplace(heading, columns_.size());
    input_->add_column(heading, number);
}

std::string_view GraphRows::text(std::string_view heading) const {
    const auto column = columns_.find(heading);
    if (column == columns_.end() || column->second >= cells_.size()) return {};
    std::string_view value = cells_[column->second].text;
    if (is_guarded_formula(value)) value.remove_prefix(1);  // put there by set
    return value;
}

Cell& GraphRows::cell(std::string_view heading) {
    auto column = columns_.find(heading);
    if (column == columns_.end()) {
        declare(heading, 0);
        column = columns_.find(heading);
    }
    if (cells_.size() <= column->second) cells_.resize(column->second + 1);
    return cells_[column->second];
}

void GraphRows::set(std::string_view heading, std::string value) {
    // The builder takes one such quote off, as tables for people have it.
    if (is_guarded_formula(value)) value.insert(0, 1, '\'');
    cell(heading).text = std::move(value);
}

void GraphRows::clear(std::string_view heading) {
    if (has(heading)) cells_[columns_.find(heading)->second] = {};
}

void GraphRows::set_or_keep(std::string_view heading, std::string_view title,
                            const std::string& value) {
    if (!has(heading))
        set(heading, value);
    else if (unicode::trim(text(heading)) != unicode::trim(value))
        keep(title, value);
}

void GraphRows::keep(std::string_view title, const std::string& value) {
    std::string heading = kept_heading(title);
    for (int number = 2; has(heading) && text(heading) != value; ++number)
        heading = kept_heading(title) + '_' + std::to_string(number);
    set(heading, value);
}

std::string GraphRows::fingerprint() const {
    std::string out;
    for (const Cell& cell : cells_) {
        out += cell.text;
        out += '\0';
    }
    while (out.ends_with('\0')) out.pop_back();
    return out;
}

namespace {

const std::map<std::string, int, std::less<>>& german_areas() {
    static const std::map<std::string, int, std::less<>> names = [] {
        std::map<std::string, int, std::less<>> out;
        const Network nothing{{}, {}};
        for (const Area& area : nothing.areas()) ++out[unicode::match_key(area.name)];
        return out;
    }();
    return names;
}

}  // namespace

bool names_german_area(std::string_view text) {
    const auto named = german_areas().find(unicode::match_key(text));
    return named != german_areas().end() && named->second == 1;
}

bool ImpliedRows::take(std::string_view table, std::string_view column, std::string_view text,
                       XmlPlace place, GroupedIssues& issues) {
    bool usable = true;
    const bool of_actors = table == Actor::table;
    if (of_actors && (column == "area" || column == "serves"))
        for_each_member(text, [&](auto key) { usable = take_area(key, place, issues) && usable; });
    else if (of_actors && column == "legal")
        for_each_member(text, [&](auto code) { take_code("legal_circles", code, place, issues); });
    else if (!of_actors && column == "topics")
        for_each_member(text, [&](auto code) { take_code("topics", code, place, issues); });
    return usable;
}

bool ImpliedRows::take_area(std::string_view key, XmlPlace place, GroupedIssues& issues) {
    if (all_digits(key)) return true;
    if (names_german_area(key)) return true;
    constexpr std::size_t longest = 64;
    const std::string area = unicode::nfc(key);
    if (unicode::length(area) > longest || !unicode::is_key_text(area)) {
        issues.add(Severity::warning, "unknown-area", place,
                   {"„{}“ ist kein Gebiet, das lotse kennt; der Text wird unter „extra_…“ "
                    "mitgeführt (Anzahl: {}).",
                    "'{}' is no area that lotse knows; the text is kept under 'extra_…' (number: "
                    "{})."},
                   area);
        return false;
    }
    areas_.insert(area);
    issues.add(Severity::note, "implied-area", place,
               {"Das Gebiet „{}“ ist ein eigenes; eine Graphdatei beschreibt es nicht, es "
                "erscheint ohne Namen (Anzahl: {}).",
                "The area '{}' is one of its own; a graph file does not describe it, it appears "
                "without a name (number: {})."},
               area);
    return true;
}

void ImpliedRows::take_code(std::string_view list, std::string_view code, XmlPlace place,
                            GroupedIssues& issues) {
    const CodeList& known = *Codebook::built_in().list(list);
    if (known.recognise(code)) return;
    // "LP-BEW?" is no code of one's own: the builder reports it.
    if (unicode::holds_question_mark(code) && known.recognise(unicode::match_key(code))) return;
    codes_.emplace(list, unicode::nfc(code));
    const Code* nearest = known.nearest(code);
    issues.add(Severity::warning, "unknown-code", place,
               nearest ? Text{"Den Code „{}“ gibt es nicht; er gilt als eigener, weil eine "
                              "Graphdatei keine Codes beschreibt. Bitte die Schreibweise prüfen "
                              "(Anzahl: {}).",
                              "There is no code '{}'; it counts as one of its own, as a graph "
                              "file describes no codes. Check its spelling (number: {})."}
                       : Text{"Den Code „{}“ gibt es nicht; er gilt als eigener, weil eine "
                              "Graphdatei keine Codes beschreibt (Anzahl: {}).",
                              "There is no code '{}'; it counts as one of its own, as a graph "
                              "file describes no codes (number: {})."},
               std::string{code});
}

void ImpliedRows::report_to(const SourcePosition& where, NetworkBuilder& builder) const {
    const XmlPlace place{where.row, where.column};
    if (!areas_.empty()) {
        GraphRows rows{Area::table, where, builder};
        for (const std::string& area : areas_) {
            rows.begin();
            rows.set("key", area);
            rows.set("name", area);
            rows.end(place);
        }
    }
    if (codes_.empty()) return;
    GraphRows rows{OwnCode::table, where, builder};
    for (const auto& [list, code] : codes_) {
        rows.begin();
        rows.set("list", list);
        rows.set("code", code);
        rows.set("de", code);
        rows.set("en", code);
        rows.end(place);
    }
}

namespace {

/// "[x, y]", as Gephi writes lists, as "x|y". A member may stand in quotes.
std::string members_of_list(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::string{text};
    text = text.substr(1, text.size() - 2);
    std::string out;
    std::string member;
    char quote = 0;
    const auto close = [&] {
        const auto trimmed = unicode::trim(member);
        if (!out.empty() && !trimmed.empty()) out += '|';
        out += trimmed;
        member.clear();
    };
    for (const char c : text) {
        const bool opens = quote == 0 && (c == '"' || c == '\'') && unicode::trim(member).empty();
        if (opens)
            quote = c;
        else if (quote != 0 && c == quote)
            quote = 0;
        else if (quote == 0 && c == ',')
            close();
        else
            member += c;
    }
    close();
    return out;
}

}  // namespace

bool dropped_as_not_finite(std::string_view text, const std::string& title, XmlPlace place,
                           GroupedIssues& issues) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || std::isfinite(value))
        return false;
    issues.add(Severity::warning, "not-a-number", place,
               {"{}: Der Wert ist keine endliche Zahl und gilt als nicht erhoben "
                "(Anzahl: {}).",
                "{}: the value is no finite number and counts as not recorded "
                "(number: {})."},
               title);
    return true;
}

std::optional<std::string> typed_text(const std::string& raw, const GraphAttribute& attribute,
                                      GraphColumnUse use, XmlPlace place, GroupedIssues& issues) {
    const std::string text{unicode::trim(raw)};
    if (attribute.type == GraphType::list && use == GraphColumnUse::known)
        return members_of_list(text);
    if (attribute.type == GraphType::boolean && use == GraphColumnUse::known) {
        const std::string key = unicode::match_key(text);
        if (key == "true") return "yes";
        if (key == "false") return "no";
    }
    if (attribute.type != GraphType::number) return raw;
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (dropped_as_not_finite(text, attribute.title, place, issues)) return std::nullopt;
    if (problem == std::errc{} && end == text.data() + text.size())
        return use == GraphColumnUse::known ? unambiguous_text(value) : text;
    const auto typed = parse_number(text);
    if (const double* with_comma = std::get_if<double>(&typed)) {
        issues.add(Severity::warning, "decimal-comma", place,
                   {"{}: Die Zahl steht in deutscher Schreibweise, die diese Form nicht vorsieht; "
                    "gelesen als Dezimalkomma (Anzahl: {}).",
                    "{}: the number is written in the German way, which this form does not allow; "
                    "read with a decimal comma (number: {})."},
                   attribute.title);
        return unambiguous_text(*with_comma);
    }
    if (use == GraphColumnUse::foreign)
        issues.add(Severity::warning, "wrong-type", place,
                   {"{}: Der Wert ist keine Zahl, obwohl das Attribut als Zahl erklärt ist; er "
                    "wird als Text mitgeführt (Anzahl: {}).",
                    "{}: the value is no number although the attribute is declared as one; it is "
                    "kept as text (number: {})."},
                   attribute.title);
    return text;
}

std::optional<std::string> date_text(std::string_view text) {
    text = unicode::trim(text);
    if (const auto time = text.find('T'); time != std::string_view::npos)
        text = text.substr(0, time);
    if (text.ends_with(".0")) text.remove_suffix(2);
    const auto date = parse_partial_date(text);
    if (!date) return std::nullopt;
    return to_string(*date);
}

}  // namespace lotse::io
