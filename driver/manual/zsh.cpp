#include "completions.hpp"

#include <algorithm>

namespace lotse::driver::manual {
namespace {

constexpr std::string_view head =
    R"(#compdef lotse
# Completion of lotse for zsh, generated from the descriptions of its commands.
_lotse_is_english() {
    [[ ${LOTSE_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-$LANG}}} == en* ]]
}

)";

constexpr std::string_view tail = R"(    shift words
    (( CURRENT-- ))
    _arguments -S : $specs
}

_lotse "$@"
)";

/// Backslashes before the characters that part a specification of _arguments and _describe.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

/// A function that offers the codes of a list with their labels.
std::string code_function(const Values& values) {
    std::string out = "_lotse_" + values.name + "() {\n    local -a codes\n";
    const auto list = [&](Language language) {
        out += "        codes=(\n";
        for (const Word& word : values.words)
            out += "            " +
                   shell_quoted(escaped(word.text) + ':' + escaped(word.label.in(language))) + '\n';
        out += "        )\n";
    };
    out += "    if _lotse_is_english; then\n";
    list(Language::en);
    out += "    else\n";
    list(Language::de);
    return out + "    fi\n    _describe -t codes code codes\n}\n\n";
}

/// ":NAME:what completes it"
std::string action(const Values& values, std::string_view name) {
    std::string out = ':' + escaped(name) + ':';
    if (values.form == Values::Form::file) return out + "_files";
    if (!values.name.empty()) return out + "_lotse_" + values.name;
    if (values.words.empty()) return out + ' ';
    out += '(';
    for (const Word& word : values.words) out += (out.ends_with('(') ? "" : " ") + word.text;
    return out + ')';
}

std::string option_specs(const OptionUse& use, Language language) {
    std::string out;
    const auto all = spellings(use.option);
    for (const std::string& spelling : all) {
        std::string spec;
        if (use.option.form == OptionForm::list)
            spec = "*";
        else if (all.size() > 1)
            spec = '(' + joined(all) + ')';
        spec += spelling + '[' + escaped(use.option.label.in(language)) + ']';
        if (use.values.form != Values::Form::flag)
            spec += action(use.values, Text{"Wert", "value"}.in(language));
        out += (out.empty() ? "" : " ") + shell_quoted(spec);
    }
    return out;
}

std::string command_list(Language language) {
    std::string out = "        commands=(\n";
    for (const Command& command : commands())
        out += "            " +
               shell_quoted(std::string{command.name} + ':' + escaped(command.title.in(language))) +
               '\n';
    return out + "        )\n";
}

std::string specs(const std::vector<OptionUse>& uses, Language language) {
    std::string out;
    const auto all = commands().size();
    for (const OptionUse& use : uses) {
        const std::string added = "specs+=(" + option_specs(use, language) + ")\n";
        if (use.commands.size() == all) {
            out += "        " + added;
            continue;
        }
        std::vector<std::string> names(use.commands.begin(), use.commands.end());
        out += "        [[ $command == (" + joined(names, "|") + ") ]] && " + added;
    }
    for (const Command& command : commands())
        for (std::size_t i = 0; i < command.positionals.size(); ++i)
            out += "        [[ $command == " + std::string{command.name} + " ]] && specs+=(" +
                   shell_quoted(std::to_string(i + 1) +
                                action(values_of(command.positionals[i]),
                                       command.positionals[i].name.in(language))) +
                   ")\n";
    return out;
}

std::string either(const std::string& english, const std::string& german) {
    return "    if _lotse_is_english; then\n" + english + "    else\n" + german + "    fi\n";
}

}  // namespace

std::string zsh_completion() {
    const std::vector<OptionUse> uses = option_uses();
    std::string out{head};
    for (const Values& list : named_lists(uses)) out += code_function(list);
    out += "_lotse() {\n    local -a commands specs\n    if (( CURRENT == 2 )); then\n";
    out += either(command_list(Language::en), command_list(Language::de));
    out += "        _describe -t commands command commands\n        return\n    fi\n";
    out += "    local command=$words[2]\n";
    out += either(specs(uses, Language::en), specs(uses, Language::de));
    return out + std::string{tail};
}

}  // namespace lotse::driver::manual
