#include <lotse/base/version.hpp>
#include <lotse/io/render.hpp>

#include "write_value.hpp"

namespace lotse::io {
namespace {

void write_row(JsonWriter& json, const Table& table, std::size_t row, JsonLayout layout,
               Language language) {
    json.begin_object(layout);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        json.key(table.columns[i].key);
        write_value(json, table.rows[row][i], language);
    }
    json.end_object();
}

void write_sentences(JsonWriter& json, std::string_view key, const std::vector<Message>& sentences,
                     Language language) {
    json.key(key);
    json.begin_list();
    for (const Message& sentence : sentences) json.string(sentence.in(language));
    json.end_list();
}

}  // namespace

std::string render_json(const Document& document, Language language) {
    JsonWriter json;
    json.begin_object();
    json.key("lotse");
    json.string(version);
    json.key("analysis");
    json.string(document.id);
    json.key("network");
    write_identity(json, document.network);
    json.key("options");
    json.begin_object(JsonLayout::inline_);
    for (const auto& [key, value] : document.options) {
        json.key(key);
        write_value(json, value, language);
    }
    json.end_object();
    json.key("summary");
    write_row(json, document.summary, 0, JsonLayout::lines, language);
    json.key("tables");
    json.begin_object();
    for (const Table& table : document.tables) {
        json.key(table.key);
        json.begin_list();
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            write_row(json, table, row, JsonLayout::inline_, language);
        json.end_list();
    }
    json.end_object();
    write_sentences(json, "notes", document.notes, language);
    write_sentences(json, "reading", document.reading, language);
    json.end_object();
    return std::move(json).text();
}

}  // namespace lotse::io
