#include "json.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>

#include <nlohmann/json.hpp>

#include "json_scanner.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lotse::io {
namespace {

/// Where the library stands. `before` is the place of the character read last.
struct Progress {
    JsonPlace now;
    JsonPlace before;
};

/// Input of the library that counts lines and columns on its way.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Progress* progress) : at_{at}, progress_{progress} {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        progress_->before = progress_->now;
        if (*at_ == '\n') {
            ++progress_->now.line;
            progress_->now.column = 1;
        } else if ((static_cast<unsigned char>(*at_) & 0xC0U) != 0x80U) {
            ++progress_->now.column;
        }
        ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator copy = *this;
        ++*this;
        return copy;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
        return a.at_ == b.at_;
    }

private:
    const char* at_;
    Progress* progress_;
};

/// Listens to the library for one thing: where and why a text is no JSON.
class ErrorListener {
public:
    explicit ErrorListener(const Progress& progress) : progress_{progress} {}

    std::optional<JsonProblem> problem;

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(std::int64_t) { return true; }
    bool number_unsigned(std::uint64_t) { return true; }
    bool number_float(double v, const std::string&) { return std::isfinite(v) || overflow(); }
    bool string(std::string&) { return true; }
    bool binary(std::vector<std::uint8_t>&) { return true; }  // never in JSON text
    bool start_object(std::size_t) { return true; }
    bool end_object() { return true; }
    bool start_array(std::size_t) { return true; }
    bool end_array() { return true; }
    bool key(std::string&) { return true; }

    bool parse_error(std::size_t, const std::string& last_token,
                     const nlohmann::detail::exception& error) {
        constexpr int number_overflow = 406;
        if (error.id == number_overflow) return overflow();
        const std::string_view words = error.what();
        if (words.find("unexpected end of input") != std::string_view::npos ||
            words.find("missing closing quote") != std::string_view::npos)
            return fail("bad-json", progress_.now,
                        Text{"Der Text endet zu früh oder ist leer; das ist kein gültiges JSON.",
                             "The text ends too early or is empty; this is not valid JSON."});
        return fail("bad-json", progress_.before,
                    message({"Bei „{}“ ist der Text kein gültiges JSON mehr.",
                             "At '{}' the text stops being valid JSON."},
                            {last_token}));
    }

private:
    bool overflow() {
        return fail("bad-json", progress_.before,
                    Text{"Die Zahl ist zu groß.", "The number is too large."});
    }
    bool fail(std::string_view code, JsonPlace place, Message text) {
        problem = JsonProblem{JsonProblem::Kind::content, code, 0, place, std::move(text)};
        return false;
    }

    const Progress& progress_;
};

/// Why the walk ended early. What it cannot say itself it asks the library.
JsonProblem defect(std::string_view text, const JsonScanner& scanner) {
    const std::string_view rest = scanner.rest().substr(0, scanner.rest().find_first_of("\r\n"));
    const auto here = [&](Text words) {
        return JsonProblem{JsonProblem::Kind::content, "bad-json", 0, scanner.place(),
                           message(words, {rest})};
    };
    if (rest.starts_with("//") || rest.starts_with("/*"))
        return here({"Hier steht ein Kommentar: „{}“. JSON kennt keine Kommentare; bitte löschen.",
                     "Here stands a comment: '{}'. JSON knows no comments; please delete it."});
    if (scanner.is_closed())
        return here(
            {"Nach dem Ende des JSON-Textes steht noch „{}“. Bitte löschen; eine Datei "
             "enthält genau ein JSON-Objekt.",
             "'{}' follows after the end of the JSON text. Delete it; a file holds exactly "
             "one JSON object."});
    Progress progress;
    ErrorListener listener{progress};
    nlohmann::json::sax_parse(CountingIterator{text.data(), &progress},
                              CountingIterator{text.data() + text.size(), &progress}, &listener);
    if (listener.problem) return *std::move(listener.problem);
    return {JsonProblem::Kind::content, "bad-json", 0, scanner.place(),
            Text{"Hier ist der Text kein gültiges JSON mehr.",
                 "Here the text stops being valid JSON."}};
}

class TreeBuilder final : public JsonVisitor {
public:
    JsonValue root;

    void scalar(JsonType type, std::string_view text, JsonPlace place) override {
        JsonValue& value = add(type, place);
        value.text = text;
    }
    void begin(JsonType type, JsonPlace place) override { open_.push_back(&add(type, place)); }
    void end(JsonType) override { open_.pop_back(); }
    void member(std::string_view name, JsonPlace) override { name_ = name; }
    std::optional<JsonProblem> problem() override {
        if (values_ <= most_values) return std::nullopt;
        return JsonProblem{
            JsonProblem::Kind::content, "wrong-structure", 0, last_,
            Text{"Die Datei enthält mehr als 500 000 Werte. Sie soll ein Paket von Tabellen nur "
                 "beschreiben; bitte alles andere löschen.",
                 "The file holds more than 500,000 values. It is to describe a package of tables "
                 "only; delete anything else."}};
    }

private:
    static constexpr int most_values = 500'000;  // of about a hundred bytes each

    /// Only the innermost open value grows, so the pointers to the outer ones stay valid.
    JsonValue& add(JsonType type, JsonPlace place) {
        JsonValue* value = &root;
        if (!open_.empty() && open_.back()->type == JsonType::list)
            value = &open_.back()->items.emplace_back();
        else if (!open_.empty())
            value = &open_.back()->members.emplace_back(JsonMember{std::move(name_), {}}).value;
        value->type = type;
        value->place = last_ = place;
        ++values_;
        return *value;
    }

    std::vector<JsonValue*> open_;
    std::string name_;
    JsonPlace last_;
    int values_ = 0;
};

/// What JSON escapes: quotes, backslashes, control characters.
bool stands_for_itself(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void add_quoted(std::string_view text, std::string& out) {
    const bool plain =
        std::ranges::all_of(text, stands_for_itself) && !unicode::first_invalid_utf8(text);
    if (!plain) {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

}  // namespace

bool overflows(std::string_view number) {
    return nlohmann::json::parse(number, nullptr, false).is_discarded();
}

std::string decimal_text(std::string_view number) {
    if (number.find_first_of(".eE") == std::string_view::npos) return std::string{number};
    double value = 0;  // what is too small for a double stays zero
    std::from_chars(number.data(), number.data() + number.size(), value);
    return unambiguous_text(value);
}

std::optional<JsonProblem> visit_json(std::string_view text, const Limits& limits,
                                      JsonVisitor& visitor) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    if (text.size() > 1 && (text[0] == '\0' || text[1] == '\0'))
        return JsonProblem{JsonProblem::Kind::content,
                           "unreadable-text",
                           0,
                           {1, 1},
                           Text{"Die Datei ist UTF-16; JSON muss UTF-8 sein. Bitte neu als UTF-8 "
                                "speichern.",
                                "The file is UTF-16; JSON must be UTF-8. Save it again as UTF-8."}};
    if (const auto bad = unicode::first_invalid_utf8(text)) {
        Progress progress;
        CountingIterator at{text.data(), &progress};
        for (std::size_t i = 0; i < *bad; ++i) ++at;
        return JsonProblem{JsonProblem::Kind::content, "unreadable-text", 0, progress.now,
                           Text{"Der Text ist kein gültiges UTF-8. Bitte die Datei neu als UTF-8 "
                                "speichern.",
                                "The text is not valid UTF-8. Save the file again as UTF-8."}};
    }
    JsonScanner scanner{text, limits, visitor};
    if (scanner.run()) return std::nullopt;
    if (scanner.problem()) return std::move(scanner.problem());
    return defect(text, scanner);
}

const JsonValue* JsonValue::find(std::string_view name) const {
    for (const auto& [key, value] : members)
        if (key == name) return &value;
    return nullptr;
}

std::variant<JsonValue, JsonProblem> parse_json(std::string_view text, const Limits& limits) {
    TreeBuilder builder;
    if (auto problem = visit_json(text, limits, builder)) return *std::move(problem);
    return std::move(builder.root);
}

void JsonWriter::key(std::string_view name) {
    next_entry();
    add_quoted(name, out_);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::number(double value) {
    raw(std::isfinite(value) ? shortest_text(value) : "null");
}

void JsonWriter::string(std::string_view value) {
    if (!after_key_) next_entry();
    after_key_ = false;
    add_quoted(value, out_);
}

std::string JsonWriter::text() && {
    out_ += '\n';
    return std::move(out_);
}

void JsonWriter::begin(char sign, JsonLayout layout) {
    raw({&sign, 1});
    open_.push_back({layout});
}

void JsonWriter::end(char sign) {
    const Frame frame = open_.back();
    open_.pop_back();
    if (frame.layout == JsonLayout::lines && frame.entries > 0) line_break();
    out_ += sign;
}

void JsonWriter::raw(std::string_view text) {
    if (!after_key_) next_entry();
    after_key_ = false;
    out_ += text;
}

void JsonWriter::next_entry() {
    if (open_.empty()) return;
    Frame& frame = open_.back();
    const bool first = frame.entries++ == 0;
    if (!first) out_ += ',';
    if (frame.layout == JsonLayout::lines)
        line_break();
    else if (!first)
        out_ += ' ';
}

void JsonWriter::line_break() {
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
}

}  // namespace lotse::io
