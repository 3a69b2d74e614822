#include <lotse/base/ascii.hpp>
#include <lotse/base/encoding.hpp>

#include "json_scanner.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

namespace lotse::io {
namespace {

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

JsonPlace JsonScanner::place() const {
    return {line_, static_cast<int>(at_ - line_start_ - continuations_) + 1};
}

bool JsonScanner::run() {
    do {
        skip_blanks();
        if (!value() || !after_value()) return false;
    } while (!open_.empty());
    closed_ = true;
    skip_blanks();
    return at_ == text_.size();
}

/// Behind a complete value, or the bracket that opened one: goes to where the next value begins.
bool JsonScanner::after_value() {
    while (!open_.empty()) {
        skip_blanks();
        Frame& frame = open_.back();
        const bool in_object = frame.type == JsonType::object;
        if (take(in_object ? '}' : ']')) {
            if (!end()) return false;
            continue;
        }
        if (std::exchange(frame.has_entries, true) && !take(',')) return false;
        if (!in_object) return true;
        skip_blanks();
        return member();
    }
    return true;
}

void JsonScanner::skip_blanks() {
    for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '\n') {
            ++line_;
            line_start_ = at_ + 1;
            continuations_ = 0;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            return;
        }
    }
}

bool JsonScanner::take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
}

bool JsonScanner::value() {
    if (at_ >= text_.size()) return false;
    switch (text_[at_]) {
        case '{': return begin(JsonType::object);
        case '[': return begin(JsonType::list);
        case '"': return string_value();
        case 't': return literal("true", JsonType::boolean, "yes");
        case 'f': return literal("false", JsonType::boolean, "no");
        case 'n': return literal("null", JsonType::null, {});
        default: return number();
    }
}

bool JsonScanner::literal(std::string_view word, JsonType type, std::string_view text) {
    if (!text_.substr(at_).starts_with(word)) return false;
    const JsonPlace start = place();
    at_ += word.size();
    return scalar(type, text, start);
}

bool JsonScanner::string_value() {
    const JsonPlace start = place();
    std::string_view content;
    if (!quoted(content)) return false;
    if (content.size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
        return over("field-kb", limits_.field_kb, start);
    return scalar(JsonType::string, content, start);
}

bool JsonScanner::number() {
    const JsonPlace start = place();
    const std::size_t first = at_;
    const auto digits = [&] {
        const std::size_t from = at_;
        while (at_ < text_.size() && ascii::is_digit(text_[at_])) ++at_;
        return at_ > from;
    };
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    const bool has_exponent = take('e') || take('E');
    if (has_exponent) {
        if (!take('+')) take('-');
        if (!digits()) return false;
    }
    const std::string_view written = text_.substr(first, at_ - first);
    constexpr std::size_t fits_surely = 300;  // digits in a double
    if ((has_exponent || written.size() > fits_surely) && overflows(written)) return false;
    return scalar(JsonType::number, written, start);
}

bool JsonScanner::begin(JsonType type) {
    const JsonPlace start = place();
    ++at_;
    if (!count_value(start)) return false;
    if (open_.size() >= static_cast<std::size_t>(limits_.depth))
        return over("depth", limits_.depth, start);
    open_.push_back({type, names_.size(), owned_.size()});
    visitor_.begin(type, start);
    return go_on();
}

bool JsonScanner::end() {
    const Frame frame = open_.back();
    open_.pop_back();
    names_.resize(frame.first_name);
    owned_.resize(frame.first_owned);
    visitor_.end(frame.type);
    return go_on();
}

bool JsonScanner::member() {
    const JsonPlace start = place();
    std::string_view name;
    if (!quoted(name)) return false;
    if (name.size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
        return over("field-kb", limits_.field_kb, start);
    const std::size_t first = open_.back().first_name;
    const auto others = std::span{names_}.subspan(first);
    if (std::ranges::find(others, name) != others.end()) {
        problem_ = JsonProblem{JsonProblem::Kind::content, "duplicate-member", 0, start,
                               message({"„{}“ steht im selben Objekt zweimal. Bitte eines löschen.",
                                        "'{}' stands twice in the same object. Delete one."},
                                       {name})};
        return false;
    }
    if (others.size() >= static_cast<std::size_t>(limits_.columns))
        return over("columns", limits_.columns, start);
    if (name.data() == unescaped_.data()) name = owned_.emplace_back(name);
    names_.push_back(name);
    visitor_.member(name, start);
    if (!go_on()) return false;
    skip_blanks();
    return take(':');
}

/// Reads from quote to quote.
bool JsonScanner::quoted(std::string_view& content) {
    if (!take('"')) return false;
    unescaped_.clear();
    bool escaped = false;
    std::size_t run = at_;  ///< start of what was not yet copied
    for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '"') {
            content = text_.substr(run, at_ - run);
            ++at_;
            if (escaped) content = unescaped_.append(content);
            return true;
        }
        if (c == '\\') {
            unescaped_.append(text_, run, at_ - run);
            escaped = true;
            if (!escape()) return false;
            run = at_ + 1;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            return false;
        } else if (is_continuation(c)) {
            ++continuations_;
        }
    }
    return false;
}

/// Stands on the backslash; leaves at_ on the last character of the escape.
bool JsonScanner::escape() {
    if (++at_ >= text_.size()) return false;
    switch (text_[at_]) {
        case '"':
        case '\\':
        case '/': unescaped_ += text_[at_]; return true;
        case 'b': unescaped_ += '\b'; return true;
        case 'f': unescaped_ += '\f'; return true;
        case 'n': unescaped_ += '\n'; return true;
        case 'r': unescaped_ += '\r'; return true;
        case 't': unescaped_ += '\t'; return true;
        case 'u': break;
        default: return false;
    }
    unsigned code = 0;
    if (!hex4(code)) return false;
    if (code >= 0xDC00U && code <= 0xDFFFU) return false;
    if (code >= 0xD800U && code <= 0xDBFFU) {
        unsigned low = 0;
        if (!text_.substr(at_ + 1).starts_with("\\u")) return false;
        at_ += 2;
        if (!hex4(low) || low < 0xDC00U || low > 0xDFFFU) return false;
        code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
    }
    encoding::append_utf8(unescaped_, code);
    return true;
}

/// Stands on the `u`; leaves at_ on the last digit.
bool JsonScanner::hex4(unsigned& code) {
    constexpr std::size_t width = 4;
    const std::string_view digits = text_.substr(std::min(at_ + 1, text_.size()), width);
    const auto [stop, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (failed != std::errc{} || stop != digits.data() + width) return false;
    at_ += width;
    return true;
}

bool JsonScanner::scalar(JsonType type, std::string_view text, JsonPlace start) {
    if (!count_value(start)) return false;
    visitor_.scalar(type, text, start);
    return go_on();
}

bool JsonScanner::count_value(JsonPlace start) {
    return ++values_ <= limits_.values || over("values", limits_.values, start);
}

bool JsonScanner::go_on() {
    problem_ = visitor_.problem();
    return !problem_;
}

bool JsonScanner::over(std::string_view name, std::int64_t limit, JsonPlace start) {
    problem_ = JsonProblem{JsonProblem::Kind::limit, name, limit, start, {}};
    return false;
}

}  // namespace lotse::io
