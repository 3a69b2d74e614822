/// JSON text in and out. The only place that knows the JSON library.
#ifndef LOTSE_IO_JSON_HPP
#define LOTSE_IO_JSON_HPP

#include <lotse/base/text.hpp>
#include <lotse/io/limits.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lotse::io {

/// Line and column (in characters), both from 1.
struct JsonPlace {
    int line = 1;
    int column = 1;
};

enum class JsonType { null, boolean, number, string, list, object };

/// Why a text is not the JSON we read.
struct JsonProblem {
    enum class Kind { content, limit };
    Kind kind;
    std::string_view code;   ///< of the issue; for a limit: the limit's name
    std::int64_t limit = 0;  ///< for a limit: its value
    JsonPlace place;
    Message message;
};

/// Is told what a JSON text holds, in order. Numbers arrive as they stand in the text, booleans as
/// "yes" or "no".
class JsonVisitor {
public:
    virtual ~JsonVisitor() = default;
    virtual void scalar(JsonType type, std::string_view text, JsonPlace place) = 0;
    virtual void begin(JsonType list_or_object, JsonPlace place) = 0;
    virtual void end(JsonType list_or_object) = 0;
    virtual void member(std::string_view name, JsonPlace place) = 0;
    /// Asked after every event: a problem ends the reading.
    virtual std::optional<JsonProblem> problem() { return std::nullopt; }
};

/// Walks over the text once; depth, number of values and members per object are limited, a member
/// that stands twice and a number that overflows are problems. A byte order mark is skipped.
std::optional<JsonProblem> visit_json(std::string_view text, const Limits& limits,
                                      JsonVisitor& visitor);

/// A number of a JSON text in the digits that parse_number reads back: without exponent, "1.234"
/// unmistakable.
std::string decimal_text(std::string_view number);

struct JsonMember;

/// A small JSON text as a tree.
struct JsonValue {
    JsonType type = JsonType::null;
    std::string text;              ///< of scalars
    std::vector<JsonValue> items;  ///< of lists
    std::vector<JsonMember> members;
    JsonPlace place;

    /// nullptr: no such member, or no object.
    const JsonValue* find(std::string_view name) const;
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

std::variant<JsonValue, JsonProblem> parse_json(std::string_view text, const Limits& limits);

/// How a list or object is laid out: one entry a line, or all of it on one line.
enum class JsonLayout { lines, inline_ };

/// Writes JSON piece by piece, so that large networks need no tree.
class JsonWriter {
public:
    void begin_object(JsonLayout layout = JsonLayout::lines) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_list(JsonLayout layout = JsonLayout::lines) { begin('[', layout); }
    void end_list() { end(']'); }
    void key(std::string_view name);

    void null() { raw("null"); }
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void integer(std::int64_t value) { raw(std::to_string(value)); }
    void number(double value);  ///< shortest digits that read back as the same value
    void string(std::string_view value);

    /// The whole text, ending in a line break.
    std::string text() &&;

private:
    struct Frame {
        JsonLayout layout;
        int entries = 0;
    };
    void begin(char sign, JsonLayout layout);
    void end(char sign);
    void raw(std::string_view text);
    void next_entry();
    void line_break();

    std::string out_;
    std::vector<Frame> open_;
    bool after_key_ = false;
};

}  // namespace lotse::io

#endif
