#include "write_value.hpp"

namespace lotse::io {
namespace {

struct Write {
    JsonWriter& json;
    Language language;

    void operator()(std::monostate) const { json.null(); }
    void operator()(const Withheld&) const { json.null(); }
    void operator()(bool v) const { json.boolean(v); }
    void operator()(std::int64_t v) const { json.integer(v); }
    void operator()(double v) const { json.number(v); }
    void operator()(const std::string& v) const { json.string(v); }
    void operator()(const Choice& v) const { json.string(v.key); }
    void operator()(const Message& v) const { json.string(v.in(language)); }
    void operator()(const std::vector<Choice>& v) const {
        json.begin_list(JsonLayout::inline_);
        for (const Choice& choice : v) json.string(choice.key);
        json.end_list();
    }
    void operator()(const std::vector<std::string>& v) const {
        json.begin_list(JsonLayout::inline_);
        for (const std::string& member : v) json.string(member);
        json.end_list();
    }
};

}  // namespace

void write_value(JsonWriter& json, const Value& value, Language language) {
    std::visit(Write{json, language}, value);
}

void write_identity(JsonWriter& json, const NetworkIdentity& network) {
    json.begin_object(JsonLayout::inline_);
    json.key("name");
    json.string(network.name);
    json.key("sha256");
    json.string(network.sha256);
    json.key("actors");
    json.integer(network.actors);
    json.key("ties");
    json.integer(network.ties);
    json.key("fictional");
    json.boolean(network.fictional);
    json.end_object();
}

}  // namespace lotse::io
