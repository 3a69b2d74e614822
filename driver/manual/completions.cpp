#include "completions.hpp"

#include "command_line.hpp"

#include <algorithm>

namespace lotse::driver::manual {
namespace {

bool is_same(const OptionInfo& a, const OptionInfo& b) {
    return a.key == b.key && a.form == b.form && a.label.de == b.label.de &&
           a.label.en == b.label.en && a.choices == b.choices;
}

}  // namespace

std::vector<OptionUse> option_uses() {
    std::vector<OptionUse> uses;
    const auto add = [&](const OptionInfo& option, const Command& command) {
        const auto known = std::ranges::find_if(
            uses, [&](const OptionUse& use) { return is_same(use.option, option); });
        if (known == uses.end())
            uses.push_back({option, values_of(option), {command.name}});
        else
            known->commands.push_back(command.name);
    };
    for (const Command& command : commands()) {
        for (const OptionInfo& option : command.options) add(option, command);
        for (const OptionInfo& option : common_options()) add(option, command);
    }
    return uses;
}

std::vector<Values> named_lists(const std::vector<OptionUse>& uses) {
    std::vector<Values> out;
    for (const OptionUse& use : uses)
        if (!use.values.name.empty() &&
            std::ranges::find(out, use.values.name, &Values::name) == out.end())
            out.push_back(use.values);
    return out;
}

std::vector<std::string> spellings(const OptionInfo& option) {
    std::vector<std::string> out{"--" + option.key};
    if (const char letter = short_name(option.key)) out.push_back({'-', letter});
    return out;
}

std::string joined(std::span<const std::string> texts, std::string_view separator) {
    std::string out;
    for (const std::string& text : texts) {
        if (!out.empty()) out += separator;
        out += text;
    }
    return out;
}

std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

}  // namespace lotse::driver::manual
