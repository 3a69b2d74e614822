#include <lotse/base/text.hpp>
#include <lotse/base/unicode.hpp>

#include <array>
#include <functional>

namespace lotse {
namespace {

// Bytes; longer ones end in an ellipsis.
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_wording = 2000;

std::string presentable(std::string_view argument, std::size_t longest) {
    if (argument.size() <= longest) return unicode::visible(argument);
    return unicode::visible(unicode::prefix(argument, longest)) + "…";
}

std::string fill(std::string_view pattern, std::size_t count, std::size_t longest,
                 const std::function<std::string_view(std::size_t)>& argument) {
    std::string out;
    for (std::size_t next = 0; !pattern.empty(); ++next) {
        const auto hole = pattern.find("{}");
        out += pattern.substr(0, hole);
        if (hole == std::string_view::npos) break;
        if (next < count) out += presentable(argument(next), longest);
        pattern.remove_prefix(hole + 2);
        // "... e. V." at the end of a sentence: its full stop is the sentence's too.
        if (out.ends_with('.') && pattern.starts_with('.')) pattern.remove_prefix(1);
    }
    return out;
}

}  // namespace

Message message(Text pattern, std::initializer_list<std::string_view> arguments) {
    const auto argument = [&](std::size_t i) { return arguments.begin()[i]; };
    return {fill(pattern.de, arguments.size(), longest_name, argument),
            fill(pattern.en, arguments.size(), longest_name, argument)};
}

Message message(Text pattern, std::initializer_list<Message> arguments) {
    return {fill(pattern.de, arguments.size(), longest_wording,
                 [&](std::size_t i) -> std::string_view { return arguments.begin()[i].de; }),
            fill(pattern.en, arguments.size(), longest_wording,
                 [&](std::size_t i) -> std::string_view { return arguments.begin()[i].en; })};
}

std::string_view list_separator(std::span<const std::string> items) {
    constexpr std::array<std::string_view, 3> inner{",", " und ", " and "};
    for (const std::string& item : items)
        for (const std::string_view mark : inner)
            if (item.find(mark) != std::string::npos) return "; ";
    return ", ";
}

std::string listed(std::span<const std::string> items) {
    const std::string_view separator = list_separator(items);
    std::string out;
    for (const std::string& item : items) {
        if (!out.empty()) out += separator;
        out += item;
    }
    return out;
}

}  // namespace lotse
