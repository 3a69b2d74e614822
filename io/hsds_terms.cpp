#include "hsds_terms.hpp"

#include <lotse/model/codebook.hpp>

#include "hsds.hpp"

#include <algorithm>

namespace lotse::io::hsds {
namespace {

Term term_of(const ReadTable& table, const ReadRow& row) {
    const std::string_view code = table.text(row, "code");
    Term term{{}, {}, std::string{table.text(row, "name")}};
    if (term.name.empty()) term.name = table.text(row, "term");  // HSDS 2.0
    const auto colon = code.find(':');
    const auto list = std::ranges::find(
        taxonomies(), colon == std::string_view::npos ? "" : code.substr(0, colon),
        &Taxonomy::list);
    if (list != taxonomies().end()) {
        term.column = list->column;
        term.code = code.substr(colon + 1);
    } else {
        for (const Taxonomy& known : taxonomies()) {
            const CodeList& codes = *Codebook::built_in().list(known.list);
            const Code* found = code.empty() ? nullptr : codes.recognise(code);
            if (!found && !term.name.empty()) found = codes.recognise(term.name);
            if (!found) continue;
            term.column = known.column;
            term.code = found->code;
            break;
        }
    }
    if (term.name.empty()) term.name = code;
    return term;
}

/// A code of lotse's lists that neither lotse nor the package's own table of codes knows.
bool is_unknown(const Term& term, const ReadPackage& package) {
    const auto list = std::ranges::find(taxonomies(), term.column, &Taxonomy::column);
    if (list == taxonomies().end() || term.code.empty() ||
        Codebook::built_in().list(list->list)->recognise(term.code))
        return false;
    return std::ranges::none_of(package.tables, [&](const ReadTable& table) {
        return table.name == "x_lotse_codes" &&
               std::ranges::any_of(table.rows, [&](const ReadRow& row) {
                   return table.text(row, "code") == term.code;
               });
    });
}

/// Those that lotse wrote are its own lists.
bool is_own(const ReadTable& table, const ReadRow& row) {
    const auto list = table.text(row, table.name == "taxonomy" ? "name" : "taxonomy");
    return std::ranges::find(taxonomies(), list, &Taxonomy::list) != taxonomies().end();
}

bool says_more(const ReadTable& table, const ReadRow& row) {
    return std::ranges::any_of(row.cells, [&](const ReadCell& cell) {
        const std::string& name = table.columns[cell.column].name;
        return name != "id" && name != "code" && name != "name" && name != "term" &&
               !name.empty() && !name.ends_with("_id");
    });
}

}  // namespace

Terms::Terms(const ReadPackage& package, FileIssues& issues) {
    for (const ReadTable& table : package.tables) {
        ById* into = table.name == "taxonomy_term" ? &terms_
                     : table.name == "taxonomy"    ? &taxonomies_
                                                   : nullptr;
        if (!into) continue;
        for (const ReadRow& row : table.rows) {
            const Term& term =
                into->try_emplace(std::string{table.text(row, "id")}, term_of(table, row))
                    .first->second;
            if (is_unknown(term, package)) {
                const SourcePosition where = table.place_of(row, "code");
                issues.of(table.file)
                    .add(Severity::note, "unknown-code", {where.row, where.column},
                         {"Den Code „{}“ kennt lotse nicht. Was bei Angeboten und Organisationen "
                          "über ihn gemeldet ist, bitte hier berichtigen (Begriffe: {}).",
                          "lotse does not know the code '{}'. Correct here what is reported about "
                          "it at services and organizations (terms: {})."},
                         term.code);
            }
            if (!is_own(table, row) && says_more(table, row))
                issues.of(table.file)
                    .add(Severity::warning, "not-carried", row.place,
                         {"{}: Von Begriffen liest lotse nur Code und Namen; das Übrige wird nicht "
                          "übernommen (Zeilen: {}).",
                          "{}: of terms lotse reads the code and the name only; the rest is not "
                          "carried over (rows: {})."},
                         table.name);
        }
    }
}

const Term* Terms::find(const std::string& id, std::string_view column) const {
    if (const auto found = terms_.find(id); found != terms_.end()) return &found->second;
    if (column == "taxonomy_term_id" && !terms_.empty()) return nullptr;
    const auto found = taxonomies_.find(id);
    return found == taxonomies_.end() ? nullptr : &found->second;
}

}  // namespace lotse::io::hsds
