/// Walks over JSON text without copying it.
#ifndef LOTSE_IO_JSON_SCANNER_HPP
#define LOTSE_IO_JSON_SCANNER_HPP

#include "json.hpp"

#include <deque>

namespace lotse::io {

/// The number is too large for a double. The range is that of the library, so json.cpp defines it.
bool overflows(std::string_view number);

/// One walk over one text, which is valid UTF-8. Names and strings without escapes are handed on as
/// they stand in the text. O(text).
class JsonScanner {
public:
    JsonScanner(std::string_view text, const Limits& limits, JsonVisitor& visitor)
        : text_{text}, limits_{limits}, visitor_{visitor} {}

    /// False: the walk ended early, by a problem, or (there is none) where the text stops being
    /// JSON.
    bool run();
    /// The walk came to the end of the outermost value.
    bool is_closed() const { return closed_; }

    std::optional<JsonProblem>& problem() { return problem_; }
    /// What was not walked over.
    std::string_view rest() const { return text_.substr(at_); }
    JsonPlace place() const;

private:
    /// A list or object that is open.
    struct Frame {
        JsonType type;
        std::size_t first_name;  ///< of its members
        std::size_t first_owned;
        bool has_entries = false;
    };

    void skip_blanks();
    bool take(char c);
    bool value();
    bool literal(std::string_view word, JsonType type, std::string_view text);
    bool string_value();
    bool number();
    bool begin(JsonType type);
    bool end();
    bool member();
    bool after_value();

    bool quoted(std::string_view& content);
    bool escape();
    bool hex4(unsigned& code);

    bool scalar(JsonType type, std::string_view text, JsonPlace place);
    bool count_value(JsonPlace place);
    bool go_on();
    bool over(std::string_view name, std::int64_t limit, JsonPlace place);

    std::string_view text_;
    const Limits& limits_;
    JsonVisitor& visitor_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::size_t line_start_ = 0;
    std::size_t continuations_ = 0;  ///< bytes of the line that begin no character
    std::vector<Frame> open_;
    std::vector<std::string_view> names_;  ///< members so far of all open objects
    std::deque<std::string> owned_;        ///< names that stand with escapes in the text
    std::string unescaped_;                ///< of the string read last, if it has escapes
    std::int64_t values_ = 0;
    bool closed_ = false;
    std::optional<JsonProblem> problem_;
};

}  // namespace lotse::io

#endif
