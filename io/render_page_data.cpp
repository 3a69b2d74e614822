#include <lotse/io/render.hpp>

#include "json.hpp"

namespace lotse::io {
namespace {

/// Both languages, or one text where they agree.
void write_text(JsonWriter& json, const Message& text) {
    if (text.de == text.en) return json.string(text.de);
    json.begin_list(JsonLayout::inline_);
    json.string(text.de);
    json.string(text.en);
    json.end_list();
}

struct Write {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(const Withheld&) const { json.null(); }
    void operator()(bool v) const { json.boolean(v); }
    void operator()(std::int64_t v) const { json.integer(v); }
    void operator()(double v) const { json.number(v); }
    void operator()(const std::string& v) const { json.string(v); }
    void operator()(const Message& v) const {
        json.begin_object(JsonLayout::inline_);
        json.key("text");
        write_text(json, v);
        json.end_object();
    }
    void operator()(const Choice& v) const {
        json.begin_object(JsonLayout::inline_);
        json.key("key");
        json.string(v.key);
        json.key("text");
        write_text(json, v.label);
        json.end_object();
    }
    template <class T>
    void operator()(const std::vector<T>& v) const {
        json.begin_list(JsonLayout::inline_);
        for (const T& member : v) (*this)(member);
        json.end_list();
    }
};

void write_table(JsonWriter& json, const Table& table) {
    json.begin_object(JsonLayout::inline_);
    json.key("columns");
    json.begin_list(JsonLayout::inline_);
    for (const Column& column : table.columns) json.string(column.key);
    json.end_list();
    json.key("rows");
    json.begin_list();
    for (const auto& row : table.rows) {
        json.begin_list(JsonLayout::inline_);
        for (const Value& value : row) std::visit(Write{json}, value);
        json.end_list();
    }
    json.end_list();
    json.end_object();
}

}  // namespace

std::string page_data(std::span<const Table> tables) {
    JsonWriter json;
    json.begin_object();
    for (const Table& table : tables) {
        json.key(table.key);
        write_table(json, table);
    }
    json.end_object();
    std::string out;
    for (const char c : std::move(json).text())
        if (c == '<')
            out += "\\u003c";  // no element can begin inside the data
        else
            out += c;
    return out;
}

}  // namespace lotse::io
