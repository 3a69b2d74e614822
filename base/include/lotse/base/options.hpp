/// Fills a described options struct from key/value texts (command line).
#ifndef LOTSE_BASE_OPTIONS_HPP
#define LOTSE_BASE_OPTIONS_HPP

#include <lotse/base/describe.hpp>
#include <lotse/base/document.hpp>
#include <lotse/base/enumerators.hpp>
#include <lotse/base/result.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

namespace lotse {

/// Option key to the values given for it; a flag has none.
using OptionTexts = std::map<std::string, std::vector<std::string>, std::less<>>;

enum class OptionForm { flag, single, list };

struct OptionInfo {
    std::string key;  ///< as on the command line, without the dashes
    Text label;
    OptionForm form;
    std::string default_text;          ///< empty: none
    std::vector<std::string> choices;  ///< empty: free text or number
};

/// A bare switch on the command line.
enum class Flag { off, on };

namespace detail {

template <class T>
constexpr OptionForm form_of() {
    if constexpr (std::is_same_v<T, Flag>)
        return OptionForm::flag;
    else if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return OptionForm::list;
    else
        return OptionForm::single;
}

template <class T>
struct Unwrapped {
    using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using type = T;
};

inline bool parse_value(std::string_view text, std::string& out) {
    out = text;
    return true;
}
template <class N>
requires std::is_arithmetic_v<N>
bool parse_value(std::string_view text, N& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if constexpr (std::is_floating_point_v<N>)
        if (!std::isfinite(out)) return false;
    return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}
template <Enumerated E>
bool parse_value(std::string_view text, E& out) {
    const auto value = from_key<E>(text);
    if (value) out = *value;
    return value.has_value();
}
template <class T>
bool parse_value(std::string_view text, std::optional<T>& out) {
    T value{};
    if (!parse_value(text, value)) return false;
    out = value;
    return true;
}

/// What parse_value takes, in words.
template <class T>
Message wanted() {
    if constexpr (Enumerated<T>) {
        std::string keys;
        for (const auto& e : all_enumerators<T>) {
            if (!keys.empty()) keys += ", ";
            keys += e.key;
        }
        return {keys, keys};
    } else if constexpr (std::is_integral_v<T>) {
        const std::string most = std::to_string(std::numeric_limits<T>::max());
        return message({"eine ganze Zahl (höchstens {})", "a whole number (at most {})"}, {most});
    } else {
        return Text{"eine Zahl mit Punkt vor den Dezimalstellen (0.5)", "a number (0.5)"};
    }
}

inline std::string default_text(const std::string& v) {
    return v;
}
inline std::string default_text(int v) {
    return std::to_string(v);
}
inline std::string default_text(double v) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), v);
    return {text.data(), written.ptr};
}
template <Enumerated E>
std::string default_text(E v) {
    return std::string{enumerator(v).key};
}
template <class T>
std::string default_text(const T&) {
    return {};
}

inline Value option_value(const std::string& v) {
    return v.empty() ? Value{} : Value{v};
}
inline Value option_value(int v) {
    return std::int64_t{v};
}
inline Value option_value(double v) {
    return v;
}
inline Value option_value(Flag v) {
    return v == Flag::on;
}
inline Value option_value(const std::vector<std::string>& v) {
    return v;
}
template <Enumerated E>
Value option_value(E v) {
    return Choice{std::string{enumerator(v).key}, enumerator(v).label};
}
template <class T>
Value option_value(const std::optional<T>& v) {
    return v ? option_value(*v) : Value{};
}

}  // namespace detail

/// The options of a described struct with their defaults and choices, for parsing and help.
template <Described Options>
std::vector<OptionInfo> option_infos() {
    std::vector<OptionInfo> out;
    const Options defaults{};
    for_each_field<Options>([&](const auto& f) {
        using T = std::decay_t<decltype(defaults.*f.member)>;
        OptionInfo info{std::string{f.key},
                        f.label,
                        detail::form_of<T>(),
                        detail::default_text(defaults.*f.member),
                        {}};
        if constexpr (Enumerated<typename detail::Unwrapped<T>::type>)
            for (const auto& e : all_enumerators<typename detail::Unwrapped<T>::type>)
                info.choices.emplace_back(e.key);
        out.push_back(std::move(info));
    });
    return out;
}

/// Errors: usage (a value that does not fit). Unknown keys are the caller's business.
template <Described Options>
Result<Options> parse_options(const OptionTexts& texts) {
    Options options{};
    std::optional<Error> error;
    for_each_field<Options>([&](const auto& f) {
        const auto it = texts.find(f.key);
        if (it == texts.end() || error) return;
        auto& member = options.*f.member;
        using T = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<T, Flag>) {
            member = Flag::on;
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            member = it->second;
        } else {
            for (const std::string& text : it->second)
                if (!detail::parse_value(text, member))
                    error = Error{ErrorKind::usage,
                                  message({"--{}: „{}“ passt nicht. Gebraucht wird: {}.",
                                           "--{}: '{}' does not fit. Wanted: {}."},
                                          {Message{std::string{f.key}, std::string{f.key}},
                                           Message{text, text},
                                           detail::wanted<typename detail::Unwrapped<T>::type>()})};
        }
    });
    if (error) return *error;
    return options;
}

/// The values in force, for the record in the output.
template <Described Options>
std::vector<std::pair<std::string, Value>> option_values(const Options& options) {
    std::vector<std::pair<std::string, Value>> out;
    for_each_field<Options>(
        [&](const auto& f) { out.emplace_back(f.key, detail::option_value(options.*f.member)); });
    return out;
}

}  // namespace lotse

#endif
