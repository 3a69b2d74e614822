#include "checks.hpp"

#include "target.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/render.hpp>

#include "json_network.hpp"

#include <cmath>

namespace lotse::fuzz {
namespace {

void check_table(const Table& table, std::int64_t below) {
    for (const auto& row : table.rows) {
        if (row.size() != table.columns.size()) fail("cells and columns differ: " + table.key);
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto* real = std::get_if<double>(&row[c]);
            if (real != nullptr && !std::isfinite(*real))
                fail("no number in " + table.key + "." + table.columns[c].key);
            const auto* count = std::get_if<std::int64_t>(&row[c]);
            if (count != nullptr && table.columns[c].unit == Unit::persons && *count > 0 &&
                *count < below)
                fail("a small count is shown in " + table.key + "." + table.columns[c].key);
        }
    }
}

}  // namespace

io::Limits small_limits() {
    io::Limits limits;
    limits.actors = limits.ties = limits.rows = 2000;
    limits.columns = 100;
    limits.field_kb = 4;
    limits.values = 20'000;
    return limits;
}

void check_printable(std::string_view text) {
    if (unicode::first_invalid_utf8(text)) fail("a message is not UTF-8");
    if (unicode::first_forbidden(text)) fail("a message holds control characters");
}

void check_built(const BuildResult& result) {
    for (const Issue& issue : result.issues)
        for (const Language language : {Language::de, Language::en})
            check_printable(to_string(issue, language));
    if (result.rows.read != result.rows.used + result.rows.rejected) fail("rows are lost");
    const std::string text = io::json_text(result.network, {io::Mailboxes::include});
    NetworkBuilder builder;
    const auto read =
        io::read_json_network(text, "netz.json", result.network.info().name, io::Limits{}, builder);
    if (!read) fail("our own JSON is refused: " + read.error().message.en);
    const BuildResult again = std::move(builder).finish();
    if (again.has_errors() && !result.has_errors())
        for (const Issue& issue : again.issues)
            if (issue.severity == Severity::error)
                fail("our own JSON has an error: " + to_string(issue, Language::en));
    if (!result.has_errors() && again.network.identity().sha256 != result.network.identity().sha256)
        fail("our own JSON holds another network");
}

void check_document(const Document& document, std::int64_t below) {
    check_table(document.summary, below);
    for (const Table& table : document.tables) check_table(table, below);
    for (const Language language : {Language::de, Language::en}) {
        check_printable(io::render_text(document, language));
        for (const auto& text :
             {io::render_csv(document, language), io::render_csv_excel(document, language),
              io::render_json(document, language), io::render_html(document, language)})
            if (unicode::first_invalid_utf8(text)) fail("a document is not UTF-8");
    }
}

}  // namespace lotse::fuzz
