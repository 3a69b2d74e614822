#include <lotse/base/number.hpp>
#include <lotse/io/limits.hpp>

#include <charconv>

namespace lotse::io {
namespace {

std::string known_names() {
    std::string out;
    for_each_field<Limits>([&](const auto& f) {
        if (!out.empty()) out += ' ';
        out += f.key;
    });
    return out;
}

}  // namespace

Result<Limits> parse_limits(std::span<const std::string> settings) {
    Limits limits;
    for (const std::string& setting : settings) {
        const std::string_view text = setting;
        const auto sign = text.find('=');
        const std::string_view name = text.substr(0, sign);
        const std::string_view value =
            sign == std::string_view::npos ? std::string_view{} : text.substr(sign + 1);
        std::int64_t* limit = nullptr;
        for_each_field<Limits>([&](const auto& f) {
            if (f.key == name) limit = &(limits.*f.member);
        });
        if (!limit)
            return Error{ErrorKind::usage,
                         message({"--limit: Eine Grenze „{}“ gibt es nicht. Bekannt sind: {}",
                                  "--limit: there is no limit '{}'. Known are: {}"},
                                 {name, known_names()})};
        const auto [end, problem] =
            std::from_chars(value.data(), value.data() + value.size(), *limit);
        constexpr std::int64_t largest = 1'000'000'000;  // of megabytes: still fits in 64 bits
        if (problem != std::errc{} || end != value.data() + value.size() || *limit < 1 ||
            *limit > largest)
            return Error{ErrorKind::usage,
                         message({"--limit {}: „{}“ ist keine ganze Zahl von 1 bis {}.",
                                  "--limit {}: '{}' is not a whole number from 1 to {}."},
                                 {name, value, std::to_string(largest)})};
    }
    return limits;
}

Error limit_error(std::string_view name, std::int64_t limit, std::string_view where) {
    Message what;
    for_each_field<Limits>([&](const auto& f) {
        if (f.key == name) what = f.label;
    });
    const std::string number = std::to_string(limit);
    const Message place{std::string{where}, std::string{where}};
    const Message key{std::string{name}, std::string{name}};
    return {ErrorKind::limit,
            message({"{}: Die Grenze ist überschritten: {} höchstens {} (--limit {}=ZAHL hebt sie "
                     "an).",
                     "{}: over the limit: {} at most {} (--limit {}=NUMBER raises it)."},
                    {place, what, Message{number, number}, key})};
}

}  // namespace lotse::io
