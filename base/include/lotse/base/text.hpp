/// Bilingual text. Every string a user can see is a Text or a Message: German and English together.
#ifndef LOTSE_BASE_TEXT_HPP
#define LOTSE_BASE_TEXT_HPP

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace lotse {

enum class Language { de, en };

/// A fixed piece of wording. consteval: a missing translation does not compile.
struct Text {
    /// Both are literals, with the same number of holes `{}`.
    consteval Text(std::string_view german, std::string_view english) : de{german}, en{english} {
        if (german.empty() || english.empty()) throw "both languages are required";
        if (holes(german) != holes(english)) throw "both languages take the same arguments";
    }
    /// The wording in a language.
    constexpr std::string_view in(Language l) const noexcept { return l == Language::de ? de : en; }

    std::string_view de;
    std::string_view en;

private:
    static constexpr int holes(std::string_view s) {
        int n = 0;
        for (auto at = s.find("{}"); at != s.npos; at = s.find("{}", at + 2)) ++n;
        return n;
    }
};

/// Wording that is only known at run time: a Text with its arguments filled in, or a label from a
/// data file.
struct Message {
    std::string de;
    std::string en;

    Message() = default;
    /// The same in both languages, word by word or in sense.
    Message(std::string german, std::string english)
        : de{std::move(german)}, en{std::move(english)} {}
    /// A wording without arguments.
    Message(Text text) : de{text.de}, en{text.en} {}

    /// The wording in a language.
    const std::string& in(Language l) const noexcept { return l == Language::de ? de : en; }
    /// Nothing is said in either language.
    bool empty() const noexcept { return de.empty() && en.empty(); }
    friend bool operator==(const Message&, const Message&) = default;
};

/// Fills the holes `{}` in order. Arguments come from users' files: control and bidirectional
/// characters in them are made visible and very long ones are cut, so that a message can never
/// drive a terminal.
Message message(Text pattern, std::initializer_list<std::string_view> arguments = {});

/// The same for arguments that differ by language, such as labels.
Message message(Text pattern, std::initializer_list<Message> arguments);

/// What stands between the items of a list that people read: a semicolon as soon as an item holds a
/// comma or an "und", "and" of its own, else a comma.
std::string_view list_separator(std::span<const std::string> items);

/// The items as people read them in a row.
std::string listed(std::span<const std::string> items);

}  // namespace lotse

#endif
