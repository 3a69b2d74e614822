#include <lotse/base/version.hpp>
#include <lotse/io/render.hpp>

#include "json.hpp"

namespace lotse::io {
namespace {

struct Write {
    JsonWriter& json;
    Language language;

    void operator()(std::monostate) const { json.null(); }
    void operator()(bool v) const { json.boolean(v); }
    void operator()(std::int64_t v) const { json.integer(v); }
    void operator()(double v) const { json.number(v); }
    void operator()(const std::string& v) const { json.string(v); }
    void operator()(const Choice& v) const { json.string(v.key); }
    void operator()(const Message& v) const { json.string(v.in(language)); }
    void operator()(const std::vector<std::string>& v) const {
        json.begin_list(JsonLayout::inline_);
        for (const std::string& member : v) json.string(member);
        json.end_list();
    }
};

void write_row(JsonWriter& json, const Table& table, std::size_t row, JsonLayout layout,
               Language language) {
    json.begin_object(layout);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        json.key(table.columns[i].key);
        std::visit(Write{json, language}, table.rows[row][i]);
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
    json.begin_object(JsonLayout::inline_);
    json.key("name");
    json.string(document.network.name);
    json.key("sha256");
    json.string(document.network.sha256);
    json.key("actors");
    json.integer(document.network.actors);
    json.key("ties");
    json.integer(document.network.ties);
    json.key("fictional");
    json.boolean(document.network.fictional);
    json.end_object();
    json.key("options");
    json.begin_object(JsonLayout::inline_);
    for (const auto& [key, value] : document.options) {
        json.key(key);
        std::visit(Write{json, language}, value);
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
