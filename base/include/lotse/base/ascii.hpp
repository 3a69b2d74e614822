/// Classes of ASCII characters, whatever the locale; every other byte belongs to none.
#ifndef LOTSE_BASE_ASCII_HPP
#define LOTSE_BASE_ASCII_HPP

namespace lotse::ascii {

/// "0" to "9".
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// "A" to "Z".
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
/// "a" to "z".
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
/// "A" to "Z" and "a" to "z".
constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}
/// A letter or digit.
constexpr bool is_alphanumeric(char c) {
    return is_letter(c) || is_digit(c);
}
/// A digit of a hexadecimal number, in either case.
constexpr bool is_hex_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace lotse::ascii

#endif
