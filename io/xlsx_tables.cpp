#include "xlsx_tables.hpp"

#include <lotse/base/text_parts.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::io {
namespace {

const XlsxLook heading_look{XlsxFill::heading, true, true, false, {}};

XlsxValidation list_of(std::string formula, XlsxValidation::Strictness strictness,
                       const XlsxColumn& column, Language language) {
    XlsxValidation rule;
    rule.strictness = strictness;
    rule.list_formula = std::move(formula);
    rule.title = column.heading;
    rule.message = Text{"Dieser Wert steht nicht in der Liste. Trotzdem übernehmen?",
                        "This value is not in the list. Keep it nevertheless?"}
                       .in(language);
    return rule;
}

std::optional<XlsxValidation> number_rule(const XlsxColumn& column, Language language) {
    constexpr double most = 1e12;
    XlsxValidation rule;
    rule.kind = column.content == XlsxContent::whole ? XlsxValidation::Kind::whole
                                                     : XlsxValidation::Kind::decimal;
    rule.min = std::max(column.range.min, -most);
    rule.max = std::min(column.range.max, most);
    rule.title = column.heading;
    rule.message = Text{"Hier wird eine Zahl im erlaubten Bereich erwartet. Trotzdem übernehmen?",
                        "A number in the allowed range is expected here. Keep it nevertheless?"}
                       .in(language);
    return rule;
}

std::optional<XlsxValidation> rule_of(const XlsxColumn& column, const XlsxLists& lists,
                                      Language language) {
    using enum XlsxValidation::Strictness;
    const auto code = lists.codes.find(column.list);
    const auto keys = lists.keys.find(column.table);
    switch (column.content) {
        case XlsxContent::whole:
        case XlsxContent::decimal: return number_rule(column, language);
        case XlsxContent::yes_no: return list_of(lists.yes_no, ask, column, language);
        case XlsxContent::code:
            if (code == lists.codes.end()) return std::nullopt;
            return list_of(code->second, ask, column, language);
        case XlsxContent::codes:  // several may be typed with | between them
            if (code == lists.codes.end()) return std::nullopt;
            return list_of(code->second, offer, column, language);
        case XlsxContent::key:
        case XlsxContent::keys:
            if (keys == lists.keys.end()) return std::nullopt;
            return list_of(keys->second, offer, column, language);
        case XlsxContent::text: break;
    }
    return std::nullopt;
}

bool is_number(const XlsxColumn& column) {
    return column.content == XlsxContent::whole || column.content == XlsxContent::decimal;
}

}  // namespace

std::string xlsx_code_text(const Codebook& codes, std::string_view list, const std::string& code,
                           Language language) {
    const CodeList* known = Codebook::built_in().list(list);
    const std::string label = codes.choice(list, code).label.in(language);
    const bool comes_back = known != nullptr && known->recognise(label) != nullptr &&
                            known->recognise(label)->code == code;
    return comes_back && label.find('|') == label.npos ? label : code;
}

std::string xlsx_words(const XlsxColumn& column, const Codebook& codes, std::string text,
                       Language language) {
    if (column.content == XlsxContent::code)
        return xlsx_code_text(codes, column.list, text, language);
    if (column.content != XlsxContent::codes) return text;
    std::string words;
    for (const std::string& code : split_list(text))
        words += (words.empty() ? "" : "|") + xlsx_code_text(codes, column.list, code, language);
    return words;
}

XlsxLists write_code_lists(XlsxBook& book, int sheet, const Codebook& codes, Language language) {
    XlsxLists out;
    int column = 1;
    const std::string name = book.sheet_name(sheet);
    const auto heading = [&](const std::string& text, double width) {
        book.text(sheet, 1, column, text, heading_look);
        book.column(sheet, column, width);
    };
    heading(std::string{Text{"ja/nein", "yes/no"}.in(language)}, 12);
    int row = 2;
    for (const Text& word : {Text{"ja", "yes"}, Text{"nein", "no"}, Text{"unbekannt", "unknown"}})
        book.text(sheet, row++, column, word.in(language));
    out.yes_no = xlsx_range(name, column, 2, row - 1);
    for (const auto& shared : codes.lists()) {
        const CodeList& list = *shared;
        if (list.codes().empty()) continue;
        ++column;
        heading(list.name(), 16);
        const int labels = column + 1;
        row = 2;
        for (const Code& code : list.codes()) {
            book.text(sheet, row, column, code.code);
            book.text(sheet, row, labels, xlsx_code_text(codes, list.name(), code.code, language));
            ++row;
        }
        out.codes[list.name()] = xlsx_range(name, labels, 2, row - 1);
        column = labels;
        heading(std::string{Text{"Bedeutung", "Meaning"}.in(language)}, 32);
    }
    book.freeze(sheet, 1, 0);
    book.print_on_a4(sheet, 1);
    return out;
}

void lay_out_table(XlsxBook& book, int sheet, const std::vector<XlsxColumn>& columns,
                   const std::vector<double>& widths, const XlsxLists& lists, int last_row,
                   Language language) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        const XlsxColumn& column = columns[i];
        // Text format keeps Excel from making dates and numbers of what is typed: 05911, 1-2.
        XlsxLook look;
        if (!is_number(column)) look.number_format = "@";
        book.column(sheet, number, widths[i], look);
        const bool required = column.need != Need::optional;
        book.text(sheet, 1, number, column.heading + (required ? " *" : ""), heading_look);
        if (const auto rule = rule_of(column, lists, language))
            book.validate(sheet, 2, last_row + xlsx_spare_rows, number, *rule);
    }
    book.freeze(sheet, 1, columns.front().need == Need::key ? 2 : 1);
    book.print_on_a4(sheet, 1);
}

}  // namespace lotse::io
