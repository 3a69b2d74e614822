#include "completions.hpp"

#include <algorithm>

namespace lotse::driver::manual {
namespace {

constexpr std::string_view head =
    R"(# Completion of lotse for bash, generated from the descriptions of its commands.
_lotse_offer() {
    mapfile -t COMPREPLY < <(compgen "${@:2}" -- "$1")
}

_lotse_files() {
    compopt -o filenames 2> /dev/null
    _lotse_offer "$1" -f
}

_lotse() {
    local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    [ "$current" = = ] && current=
    if [ "$COMP_CWORD" -eq 1 ]; then
        _lotse_offer "$current" -W "$_lotse_commands"
        return
    fi
    # The option that the word belongs to, and how many plain words lie between.
    local option= between=0 at word
    for ((at = COMP_CWORD - 1; at > 1; at--)); do
        word=${COMP_WORDS[at]}
        [ "$word" = = ] && continue
        [[ $word == -?* ]] && option=$word && break
        between=$((between + 1))
    done
    local options= words= first= takes=
)";

constexpr std::string_view tail = R"(    if [[ $current == -* ]]; then
        _lotse_offer "$current" -W "$options"
        return
    fi
    [ "$takes" = list ] || [ "$between" -eq 0 ] || takes= words=
    case $takes in
        one | list)
            if [ -n "$words" ]; then
                _lotse_offer "$current" -W "$words"
                [ "$between" -eq 0 ] || [ ${#COMPREPLY[@]} -gt 0 ] || _lotse_files "$current"
            elif [ "$between" -gt 0 ]; then
                _lotse_files "$current"
            fi
            return
            ;;
    esac
    if [ -n "$first" ] && [ -z "$takes" ]; then
        for word in $first; do
            [[ " ${COMP_WORDS[*]:2:COMP_CWORD-2} " == *" $word "* ]] && first= && break
        done
        if [ -n "$first" ]; then
            _lotse_offer "$current" -W "$first"
            return
        fi
    fi
    _lotse_files "$current"
}
complete -F _lotse lotse
)";

std::string words_of(const Values& values) {
    std::vector<std::string> texts;
    for (const Word& word : values.words) texts.push_back(word.text);
    return joined(texts);
}

/// What `takes` and `words` of the script become behind an option.
std::string assignment(const OptionUse& use) {
    switch (use.values.form) {
        case Values::Form::flag: return {};
        case Values::Form::file: return "takes=file";
        case Values::Form::none:
        case Values::Form::words: break;
    }
    std::string out = use.option.form == OptionForm::list ? "takes=list" : "takes=one";
    if (!use.values.words.empty()) out += " words=" + shell_quoted(words_of(use.values));
    return out;
}

/// One branch of `case "$command $option"` for each way an option is used.
std::string option_branches(const std::vector<OptionUse>& uses) {
    std::string out;
    for (const OptionUse& use : uses) {
        const std::string assigned = assignment(use);
        if (assigned.empty()) continue;
        const bool is_unambiguous = std::ranges::all_of(uses, [&](const OptionUse& other) {
            return other.option.key != use.option.key || assignment(other) == assigned;
        });
        const auto first_of_key = std::ranges::find(
            uses, use.option.key, [](const OptionUse& other) { return other.option.key; });
        if (is_unambiguous && &*first_of_key != &use) continue;
        std::vector<std::string> patterns;
        for (const std::string& spelling : spellings(use.option)) {
            if (is_unambiguous)
                patterns.push_back("*' " + spelling + "'");
            else
                for (const std::string_view command : use.commands)
                    patterns.push_back(shell_quoted(std::string{command} + ' ' + spelling));
        }
        out += "        " + joined(patterns, " | ") + ") " + assigned + " ;;\n";
    }
    return out;
}

}  // namespace

std::string bash_completion() {
    const std::vector<OptionUse> uses = option_uses();
    std::vector<std::string> names{"--help", "--version"};
    std::string branches;
    for (const Command& command : commands()) {
        names.emplace_back(command.name);
        std::vector<std::string> options;
        for (const OptionUse& use : uses)
            if (std::ranges::find(use.commands, command.name) != use.commands.end())
                for (const std::string& spelling : spellings(use.option))
                    options.push_back(spelling);
        branches += "        " + std::string{command.name} + ") options='" + joined(options) + '\'';
        if (!command.positionals.empty() && !command.positionals.front().choices.empty())
            branches += " first='" + joined(command.positionals.front().choices) + '\'';
        branches += " ;;\n";
    }
    std::string script{head};
    script.replace(script.find("$_lotse_commands"), std::string_view{"$_lotse_commands"}.size(),
                   joined(names));
    script += "    case $command in\n" + branches + "        *) return ;;\n    esac\n";
    script += "    case \"$command $option\" in\n" + option_branches(uses) + "    esac\n";
    return script + std::string{tail};
}

}  // namespace lotse::driver::manual
