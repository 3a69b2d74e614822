#include <lotse/base/text.hpp>
#include <lotse/base/unicode.hpp>

#include <functional>

namespace lotse {
namespace {

constexpr std::size_t longest_argument = 200;  // bytes; longer ones end in an ellipsis

std::string presentable(std::string_view argument) {
    if (argument.size() <= longest_argument) return unicode::visible(argument);
    return unicode::visible(unicode::prefix(argument, longest_argument)) + "…";
}

std::string fill(std::string_view pattern, std::size_t count,
                 const std::function<std::string_view(std::size_t)>& argument) {
    std::string out;
    for (std::size_t next = 0; !pattern.empty(); ++next) {
        const auto hole = pattern.find("{}");
        out += pattern.substr(0, hole);
        if (hole == std::string_view::npos) break;
        if (next < count) out += presentable(argument(next));
        pattern.remove_prefix(hole + 2);
    }
    return out;
}

}  // namespace

Message message(Text pattern, std::initializer_list<std::string_view> arguments) {
    const auto argument = [&](std::size_t i) { return arguments.begin()[i]; };
    return {fill(pattern.de, arguments.size(), argument),
            fill(pattern.en, arguments.size(), argument)};
}

Message message(Text pattern, std::initializer_list<Message> arguments) {
    return {fill(pattern.de, arguments.size(),
                 [&](std::size_t i) -> std::string_view { return arguments.begin()[i].de; }),
            fill(pattern.en, arguments.size(),
                 [&](std::size_t i) -> std::string_view { return arguments.begin()[i].en; })};
}

}  // namespace lotse
