#include "gexf_description.hpp"

#include <string_view>

namespace lotse::io {
namespace {

constexpr std::string_view dash = " – ";
constexpr std::string_view license = "License:";
constexpr std::string_view sources = "Sources:";
constexpr std::string_view made_up = "fictional";

std::string with_each(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        out += text.substr(0, at);
        out += to;
        text.remove_prefix(at + from.size());
    }
    return out += text;
}

std::string twice(std::string_view word) {
    return std::string{word} + ':';
}

/// Ends in "fictional", with any number of "!".
bool ends_made_up(std::string_view text) {
    while (text.ends_with('!')) text.remove_suffix(1);
    return text.ends_with(made_up);
}

std::string escaped(std::string_view text) {
    std::string out = with_each(with_each(text, license, twice(license)), sources, twice(sources));
    if (ends_made_up(out)) out += '!';
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out = with_each(with_each(text, twice(license), license), twice(sources), sources);
    if (out.ends_with('!') && ends_made_up(out)) out.pop_back();
    return out;
}

}  // namespace

std::string gexf_description(const NetworkInfo& info, const std::string& source_list) {
    std::string out = escaped(info.name);
    const auto add = [&](std::string_view name, const std::string& text) {
        if (text.empty()) return;
        if (!out.empty()) out += dash;
        out += name;
        if (!name.empty()) out += ' ';
        out += text;
    };
    add(license, escaped(info.license));
    add(sources, escaped(source_list));
    add("", std::string{info.fictional ? made_up : std::string_view{}});
    return out;
}

NetworkInfo info_of_gexf(std::string text) {
    NetworkInfo info;
    const auto cut_end = [&](std::string_view end) {
        if (!text.ends_with(end)) return false;
        text.resize(text.size() - end.size());
        return true;
    };
    if (cut_end(made_up)) {
        info.fictional = true;
        cut_end(dash);
    }
    const auto at = text.rfind(std::string{license} + ' ');
    const std::string before_sources = std::string{sources} + ' ';
    const auto from =
        at == std::string::npos ? text.rfind(before_sources) : text.find(before_sources, at);
    if (from != std::string::npos) {
        text.resize(from);
        cut_end(dash);
    }
    if (at != std::string::npos) {
        info.license = unescaped(std::string_view{text}.substr(at + license.size() + 1));
        text.resize(at);
        cut_end(dash);
    }
    info.name = unescaped(text);
    return info;
}

}  // namespace lotse::io
