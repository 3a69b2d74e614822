#include <lotse/base/ascii.hpp>
#include <lotse/base/encoding.hpp>

#include "gml_tokens.hpp"

#include <charconv>
#include <utility>

namespace lotse::io {
namespace {

bool is_gml_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string gml_character(std::string_view name) {
    unsigned code = 0;
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
        if (hexadecimal) name.remove_prefix(1);
        const auto [end, problem] =
            std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
        if (problem != std::errc{} || end != name.data() + name.size()) return {};
    } else {
        code = code_of_entity(name);
    }
    constexpr unsigned last = 0x10FFFF;
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code == 0 || code > last || surrogate) return {};
    std::string out;
    encoding::append_utf8(out, code);
    return out;
}

/// &amp;, &uuml;, &#228; and &#xE4; as writers for ASCII have them.
std::string gml_unescaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        constexpr std::size_t longest = 16;  // of a name and its signs
        const auto end =
            text.front() == '&' ? text.substr(0, longest).find(';') : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        const std::string replaced = gml_character(text.substr(1, end - 1));
        out += replaced.empty() ? text.substr(0, 1) : replaced;
        text.remove_prefix(replaced.empty() ? 1 : end + 1);
    }
    return out;
}

}  // namespace

GmlToken GmlTokens::next() {
    skip_blanks_and_comments();
    const XmlPlace place = place_;
    if (at_ >= text_.size()) return {GmlToken::Kind::end, {}, place};
    const char c = text_[at_];
    if (c == '[' || c == ']') {
        advance();
        return {c == '[' ? GmlToken::Kind::open : GmlToken::Kind::close, {}, place};
    }
    if (c == '"') return string(place);
    std::string word;
    while (at_ < text_.size() && !is_gml_blank(text_[at_]) && text_[at_] != '[' &&
           text_[at_] != ']' && text_[at_] != '"')
        word += advance();
    const bool number = ascii::is_digit(c) || c == '-' || c == '+' || c == '.';
    return {number ? GmlToken::Kind::number : GmlToken::Kind::word, std::move(word), place};
}

char GmlTokens::advance() {
    const char c = text_[at_++];
    if (c == '\n')
        place_ = {place_.line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
        ++place_.column;
    return c;
}

void GmlTokens::skip_blanks_and_comments() {
    while (at_ < text_.size()) {
        if (text_[at_] == '#')
            while (at_ < text_.size() && text_[at_] != '\n') advance();
        else if (is_gml_blank(text_[at_]))
            advance();
        else
            return;
    }
}

GmlToken GmlTokens::string(XmlPlace place) {
    advance();
    std::string out;
    while (at_ < text_.size() && text_[at_] != '"') out += advance();
    if (at_ >= text_.size()) return {GmlToken::Kind::broken, {}, place};
    advance();
    return {GmlToken::Kind::string, gml_unescaped(out), place};
}

}  // namespace lotse::io
