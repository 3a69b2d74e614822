#include <lotse/base/html.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/io/render.hpp>

namespace lotse::io {
namespace {

constexpr std::string_view frame_style = R"(
:root { --ink: #1b2430; --soft: #54606e; --line: #d5dbe2; --accent: #004f86; --accent-soft: #e3eef7; }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; color: var(--ink); font: 16px/1.5 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.8rem; margin: 0 0 .2rem; } .network { color: var(--soft); margin: 0 0 1.2rem; }
@media print { @page { size: A4; margin: 14mm; } body { margin: 0; padding: 0; font-size: 10pt; } }
)";

bool is_number_column(const Table& table, std::size_t column) {
    for (const auto& row : table.rows)
        if (row[column].index() != 0) return is_number(row[column]);
    return false;
}

std::string cell(const Value& value, const Column& column, Language language) {
    const std::string text = html::escape(value_text(value, column, language));
    if (const auto* choice = std::get_if<Choice>(&value); choice && column.key == "state")
        return "<td><span class=\"state state-" + html::escape(choice->key) + "\">" + text +
               "</span></td>";
    return (is_number(value) ? "<td class=\"number\">" : "<td>") + text + "</td>";
}

std::string sentences(const std::vector<Message>& list, std::string_view start,
                      std::string_view end, std::string_view item, Language language) {
    if (list.empty()) return {};
    std::string out{start};
    for (const Message& sentence : list)
        out += "<" + std::string{item} + ">" + html::escape(sentence.in(language)) + "</" +
               std::string{item} + ">\n";
    return out + std::string{end};
}

}  // namespace

std::string html_summary(const Document& document, Language language) {
    const Table& summary = document.summary;
    if (summary.columns.empty()) return {};
    std::string out = "<dl class=\"summary\">\n";
    for (std::size_t i = 0; i < summary.columns.size(); ++i)
        out += "<div><dt>" + html::escape(column_heading(summary.columns[i], language)) +
               "</dt><dd>" +
               html::escape(value_text(summary.rows.front()[i], summary.columns[i], language)) +
               "</dd></div>\n";
    return out + "</dl>\n";
}

std::string html_table(const Table& table, Language language) {
    std::string out = "<table>\n<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += std::string{is_number_column(table, i) ? "<th scope=\"col\" class=\"number\">"
                                                      : "<th scope=\"col\">"} +
               html::escape(column_heading(table.columns[i], language)) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += cell(row[i], table.columns[i], language);
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
}

std::string html_notes(const Document& document, Language language) {
    return sentences(document.notes, "<ul class=\"notes\">\n", "</ul>\n", "li", language);
}

std::string render_html(const Document& document, Language language) {
    const std::string style = std::string{frame_style} + std::string{html_style()};
    const std::string title = html::escape(document.title.in(language));
    std::string out = "<!doctype html>\n<html lang=\"";
    out += language == Language::de ? "de" : "en";
    out +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'sha256-" +
        sha256_base64(style) +
        "'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        title + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<h1>" + title +
        "</h1>\n<p class=\"network\">" + html::escape(document.network.name) + "</p>\n";
    out += sentences(document.reading, "<div class=\"reading\">\n", "</div>\n", "p", language);
    out += html_summary(document, language);
    for (const Table& table : document.tables)
        out += "<h2>" + html::escape(table.title.in(language)) + "</h2>\n<div class=\"scroll\">" +
               html_table(table, language) + "</div>\n";
    return out + html_notes(document, language) + "</body>\n</html>\n";
}

}  // namespace lotse::io
