#include "workbook_properties.hpp"

#include <lotse/base/three_valued.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/error_text.hpp>
#include <lotse/model/privacy.hpp>

#include "table_rows.hpp"
#include "text_file.hpp"
#include "workbook.hpp"

#include <vector>

namespace lotse::io {
namespace {

bool is_called(std::string_view name, Text text) {
    const std::string typed = unicode::match_key(name);
    return typed == unicode::match_key(text.de) || typed == unicode::match_key(text.en);
}

/// A formula without a value may stand where a property was meant.
bool is_filled(const WorkbookCell& cell) {
    return !is_blank(cell.text) || cell.kind == WorkbookCellKind::empty_formula ||
           cell.kind == WorkbookCellKind::lost_formula;
}

}  // namespace

void WorkbookProperties::report(Severity severity, std::string_view code, const std::string& sheet,
                                const WorkbookCell& cell, Message text) {
    builder_.report({severity, code, {file_, sheet, cell.row, cell.column}, std::move(text)});
}

WorkbookProperties::Property WorkbookProperties::property(std::string_view name) {
    if (is_called(name, network_name)) return Property::name;
    if (is_called(name, network_license)) return Property::license;
    if (is_called(name, network_fictional)) return Property::fictional;
    return Property::unknown;
}

void WorkbookProperties::read(const WorkbookSheet& sheet) {
    std::vector<const WorkbookCell*> row;
    const auto take_row = [&] {
        if (row.empty() || row.front()->text.starts_with('#')) return;
        if (row.size() > 1) {
            take(sheet.name, *row[0], *row[1]);
        } else if (property(row.front()->text) == Property::unknown) {
            report(Severity::note, "unknown-property", sheet.name, *row.front(),
                   Text{"Hier steht keine Angabe zum Netz (Name, Lizenz, Fiktiv); die Zelle wird "
                        "nicht gelesen.",
                        "Here stands no property of the network (name, licence, fictional); the "
                        "cell is not read."});
        }
        for (std::size_t i = 2; i < row.size(); ++i)
            report(Severity::warning, "unknown-property", sheet.name, *row[i],
                   Text{"Neben der Angabe und ihrem Wert wird nichts gelesen, auch diese Zelle "
                        "nicht.",
                        "Beside the property and its value nothing is read, nor is this cell."});
    };
    for (const WorkbookCell& cell : sheet.cells) {
        if (const auto found = privacy::client_value(cell.text))
            report(Severity::error, client_data, sheet.name, cell, privacy::value_refusal(*found));
        if (!row.empty() && row.front()->row != cell.row) {
            take_row();
            row.clear();
        }
        if (is_filled(cell)) row.push_back(&cell);
    }
    take_row();
}

void WorkbookProperties::take(const std::string& sheet, const WorkbookCell& name,
                              const WorkbookCell& value) {
    const Property meant = property(name.text);
    if (meant == Property::unknown)
        return report(
            Severity::warning, "unknown-property", sheet, name,
            message({"Die Angabe „{}“ zum Netz kennt lotse nicht; sie wird nicht gelesen. "
                     "Bekannt sind Name, Lizenz und Fiktiv.",
                     "lotse knows no property '{}' of a network; it is not read. Known "
                     "are name, licence and fictional."},
                    {name.text}));
    if (!given_.insert(meant).second)
        return report(Severity::warning, "second-property", sheet, name,
                      message({"Die Angabe „{}“ steht zweimal da; es gilt die erste.",
                               "The property '{}' stands twice; the first one counts."},
                              {name.text}));
    const auto text = clean_label(value.text);
    if (!text)
        return report(Severity::error, "bad-property", sheet, value,
                      Text{"Der Text enthält unsichtbare Steuerzeichen.",
                           "The text holds invisible control characters."});
    if (is_blank(value.text) || value.kind == WorkbookCellKind::error || is_error_text(*text))
        return report(
            Severity::warning, "bad-property", sheet, value,
            message({"Die Angabe „{}“ lässt sich nicht lesen: Hier steht eine Formel ohne "
                     "Wert oder mit einem Fehler. Bitte den Wert selbst eintragen.",
                     "The property '{}' cannot be read: here stands a formula without a "
                     "value or with an error. Enter the value itself."},
                    {name.text}));
    switch (meant) {
        case Property::name: info_.name = *text; break;
        case Property::license: info_.license = *text; break;
        case Property::fictional: take_fictional(sheet, value, *text); break;
        case Property::unknown: break;
    }
}

void WorkbookProperties::take_fictional(const std::string& sheet, const WorkbookCell& cell,
                                        const std::string& text) {
    const auto given = parse_three_valued(text);
    info_.fictional = given == ThreeValued::yes;
    if (!given || *given == ThreeValued::unknown)
        report(
            Severity::warning, "bad-property", sheet, cell,
            message({"„{}“ ist weder ja noch nein; das Netz gilt als nicht fiktiv. Bitte ja oder "
                     "nein eintragen.",
                     "'{}' is neither yes nor no; the network counts as not fictional. Enter "
                     "yes or no."},
                    {text}));
}

}  // namespace lotse::io
