#include "starter_rules.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/model/codebook.hpp>

#include "built_in.hpp"

#include <algorithm>

namespace lotse {
namespace {

using Cells = std::map<std::string, std::string, std::less<>>;  ///< by heading

std::vector<Cells> rows_of(std::string_view name) {
    const auto files = built_in_starter();
    const auto file = std::ranges::find(files, name, &BuiltInFile::name);
    std::vector<Cells> out;
    CsvScanner scanner{file->text, ','};
    CsvRecord headings;
    scanner.next(headings);
    for (CsvRecord record; scanner.next(record) == CsvScanner::Step::record;) {
        Cells& row = out.emplace_back();
        for (std::size_t i = 0; i < std::min(headings.fields.size(), record.fields.size()); ++i)
            row[headings.fields[i]] = record.fields[i];
    }
    return out;
}

StarterRule rule_of(const Code& code) {
    const auto text = [&](std::string_view column) { return std::string{code.attribute(column)}; };
    StarterRule rule;
    rule.code = code.code;
    rule.kind = text("kind");
    rule.prefix = text("prefix");
    rule.land = text("land");
    if (text("required") == "yes") rule.demand = StarterRule::Demand::yes;
    if (text("required") == "no") rule.demand = StarterRule::Demand::no;
    rule.basis = text("basis");
    rule.name = {text("name_de"), text("name_en")};
    rule.note = {text("note_de"), text("note_en")};
    rule.source = text("source");
    rule.as_of = parse_partial_date(text("as_of"));
    return rule;
}

StarterException exception_of(const Cells& row) {
    StarterException out;
    out.key = row.at("key");
    out.kind = row.at("kind");
    if (row.at("effect") == "besides") out.effect = StarterException::Effect::besides;
    out.carrier = row.at("carrier");
    out.name = {row.at("de"), row.at("en")};
    out.districts = split_list(row.at("districts"));
    out.area = row.at("area");
    out.area_name = row.at("area_name");
    out.note = {row.at("note_de"), row.at("note_en")};
    out.source = row.at("source");
    out.as_of = parse_partial_date(row.at("as_of"));
    return out;
}

}  // namespace

const StarterRules& starter_rules() {
    static const StarterRules rules = [] {
        StarterRules out;
        for (const Code& code : Codebook::built_in().list("starter_rules")->codes())
            out.rules.push_back(rule_of(code));
        for (const Cells& row : rows_of("starter_exceptions"))
            out.exceptions.push_back(exception_of(row));
        for (const Cells& row : rows_of("municipal_carriers"))
            out.municipal_carriers.insert(row.at("area"));
        for (const Cells& row : rows_of("kreise_nachbarn")) {
            out.neighbours[row.at("key_a")].insert(row.at("key_b"));
            out.neighbours[row.at("key_b")].insert(row.at("key_a"));
        }
        return out;
    }();
    return rules;
}

}  // namespace lotse
