#include "json.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::io {
namespace {

/// Where the reading stands. `before` is the place of the character read last.
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

class Events {
public:
    Events(const Progress& progress, const Limits& limits, JsonVisitor& visitor)
        : progress_{progress}, limits_{limits}, visitor_{visitor} {}

    std::optional<JsonProblem> problem;

    bool null() { return scalar(JsonType::null, {}, 4); }
    bool boolean(bool v) { return scalar(JsonType::boolean, v ? "yes" : "no", v ? 4 : 5); }
    bool number_integer(std::int64_t v) { return integer(std::to_string(v)); }
    bool number_unsigned(std::uint64_t v) { return integer(std::to_string(v)); }
    bool number_float(double v, const std::string& written) {
        if (!std::isfinite(v)) return overflow();
        return number(unambiguous_text(v), written.size());
    }
    bool string(std::string& v) {
        if (v.size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
            return over("field-kb", limits_.field_kb);
        return scalar(JsonType::string, v, unicode::length(v) + 2);
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }  // never in JSON text

    bool start_object(std::size_t) { return start(JsonType::object); }
    bool start_array(std::size_t) { return start(JsonType::list); }
    bool end_object() { return stop(JsonType::object); }
    bool end_array() { return stop(JsonType::list); }

    bool key(std::string& name) {
        auto& names = names_.back();
        const JsonPlace place = back(unicode::length(name) + 2);
        if (std::ranges::find(names, name) != names.end())
            return fail("duplicate-member", place,
                        message({"„{}“ steht im selben Objekt zweimal. Bitte eines löschen.",
                                 "'{}' stands twice in the same object. Delete one."},
                                {name}));
        if (names.size() >= static_cast<std::size_t>(limits_.columns))
            return over("columns", limits_.columns);
        names.push_back(name);
        visitor_.member(name, place);
        return go_on();
    }

    bool parse_error(std::size_t, const std::string& last_token,
                     const nlohmann::detail::exception& error) {
        constexpr int number_overflow = 406;
        if (error.id == number_overflow) return overflow();
        const std::string_view words = error.what();
        if (words.find("end of input") != std::string_view::npos ||
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
    bool scalar(JsonType type, std::string_view text, std::size_t length) {
        if (!count_value()) return false;
        visitor_.scalar(type, text, back(length));
        return go_on();
    }
    bool integer(const std::string& digits) { return number(digits, digits.size()); }
    /// The library has read one character beyond a number.
    bool number(const std::string& digits, std::size_t length) {
        return scalar(JsonType::number, digits, length + 1);
    }
    bool start(JsonType type) {
        if (!count_value()) return false;
        if (names_.size() >= static_cast<std::size_t>(limits_.depth))
            return over("depth", limits_.depth);
        names_.emplace_back();
        visitor_.begin(type, back(1));
        return go_on();
    }
    bool stop(JsonType type) {
        names_.pop_back();
        visitor_.end(type);
        return go_on();
    }
    bool go_on() {
        problem = visitor_.problem();
        return !problem;
    }
    bool count_value() {
        if (++values_ > limits_.values) return over("values", limits_.values);
        return true;
    }
    /// Place where a token of this many characters began, on the same line.
    JsonPlace back(std::size_t length) const {
        JsonPlace place = progress_.now;
        place.column = std::max(1, place.column - static_cast<int>(length));
        return place;
    }
    bool overflow() {
        return fail("bad-number", progress_.before,
                    Text{"Die Zahl ist zu groß.", "The number is too large."});
    }
    bool over(std::string_view name, std::int64_t limit) {
        problem = JsonProblem{JsonProblem::Kind::limit, name, limit, progress_.before, {}};
        return false;
    }
    bool fail(std::string_view code, JsonPlace place, Message text) {
        problem = JsonProblem{JsonProblem::Kind::content, code, 0, place, std::move(text)};
        return false;
    }

    const Progress& progress_;
    const Limits& limits_;
    JsonVisitor& visitor_;
    std::int64_t values_ = 0;
    std::vector<std::vector<std::string>> names_;  ///< members so far of each open object
};

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

private:
    /// Only the innermost open value grows, so the pointers to the outer ones stay valid.
    JsonValue& add(JsonType type, JsonPlace place) {
        JsonValue* value = &root;
        if (!open_.empty() && open_.back()->type == JsonType::list)
            value = &open_.back()->items.emplace_back();
        else if (!open_.empty())
            value = &open_.back()->members.emplace_back(JsonMember{std::move(name_), {}}).value;
        value->type = type;
        value->place = place;
        return *value;
    }

    std::vector<JsonValue*> open_;
    std::string name_;
};

std::string quoted(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::optional<JsonProblem> visit_json(std::string_view text, const Limits& limits,
                                      JsonVisitor& visitor) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    Progress progress;
    if (const auto bad = unicode::first_invalid_utf8(text)) {
        CountingIterator at{text.data(), &progress};
        for (std::size_t i = 0; i < *bad; ++i) ++at;
        return JsonProblem{JsonProblem::Kind::content, "bad-encoding", 0, progress.now,
                           Text{"Der Text ist kein gültiges UTF-8. Bitte die Datei neu als UTF-8 "
                                "speichern.",
                                "The text is not valid UTF-8. Save the file again as UTF-8."}};
    }
    Events events{progress, limits, visitor};
    nlohmann::json::sax_parse(CountingIterator{text.data(), &progress},
                              CountingIterator{text.data() + text.size(), &progress}, &events);
    return std::move(events.problem);
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
    out_ += quoted(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::number(double value) {
    raw(std::isfinite(value) ? shortest_text(value) : "null");
}

void JsonWriter::string(std::string_view value) {
    raw(quoted(value));
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
