#include "completions.hpp"

#include <algorithm>

namespace lotse::driver::manual {
namespace {

constexpr std::string_view head =
    R"(# Completion of lotse for fish, generated from the descriptions of its commands.
function __lotse_is_english
    for value in "$LOTSE_LANGUAGE" "$LC_ALL" "$LC_MESSAGES" "$LANG"
        if test -n "$value"
            string match --quiet 'en*' -- $value
            return
        end
    end
    return 1
end

# True where the command typed is one of these; without any, where none is typed yet.
function __lotse_command
    set --local typed (commandline --tokenize --cut-at-cursor --current-process)
    if test (count $argv) -eq 0
        test (count $typed) -eq 1
    else
        test (count $typed) -gt 1; and contains -- $typed[2] $argv
    end
end

)";

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + '\'';
}

/// A function that prints the codes of a list with their labels.
std::string code_function(const Values& values) {
    std::string out = "function __lotse_" + values.name + "\n    if __lotse_is_english\n";
    const auto list = [&](Language language) {
        out += "        printf '%s\\t%s\\n'";
        for (const Word& word : values.words)
            out += " \\\n            " + quoted(word.text) + ' ' + quoted(word.label.in(language));
        out += '\n';
    };
    list(Language::en);
    out += "    else\n";
    list(Language::de);
    return out + "    end\nend\n\n";
}

std::string condition(std::span<const std::string_view> names) {
    std::string out = "__lotse_command";
    for (const std::string_view name : names) out += ' ' + std::string{name};
    return quoted(out);
}

std::string option_line(const OptionUse& use, Language language) {
    std::string out = "    complete -c lotse -n " + condition(use.commands);
    for (const std::string& spelling : spellings(use.option)) {
        const bool is_long = spelling.starts_with("--");
        out += (is_long ? " -l " : " -s ") + spelling.substr(is_long ? 2 : 1);
    }
    switch (use.values.form) {
        case Values::Form::flag: break;
        case Values::Form::file: out += " -r -F"; break;
        case Values::Form::none: out += " -x"; break;
        case Values::Form::words: {
            std::string words;
            for (const Word& word : use.values.words)
                words += (words.empty() ? "" : " ") + word.text;
            out += " -x -a " +
                   quoted(use.values.name.empty() ? words : "(__lotse_" + use.values.name + ')');
            break;
        }
    }
    return out + " -d " + quoted(use.option.label.in(language)) + '\n';
}

std::string lines(const std::vector<OptionUse>& uses, Language language) {
    std::string out;
    for (const Command& command : commands())
        out += "    complete -c lotse -n __lotse_command -f -a " + std::string{command.name} +
               " -d " + quoted(command.title.in(language)) + '\n';
    for (const OptionUse& use : uses) out += option_line(use, language);
    return out;
}

}  // namespace

std::string fish_completion() {
    const std::vector<OptionUse> uses = option_uses();
    std::string out{head};
    for (const Values& list : named_lists(uses)) out += code_function(list);
    for (const Command& command : commands())
        if (!command.positionals.empty() && !command.positionals.front().choices.empty()) {
            const std::string_view name = command.name;
            out += "complete -c lotse -n " + condition({&name, 1}) + " -a " +
                   quoted(joined(command.positionals.front().choices)) + '\n';
        }
    out += "if __lotse_is_english\n" + lines(uses, Language::en) + "else\n" +
           lines(uses, Language::de) + "end\n";
    return out;
}

}  // namespace lotse::driver::manual
