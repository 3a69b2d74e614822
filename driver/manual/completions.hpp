/// Completions for shells, from the descriptions that the help is made of.
#ifndef LOTSE_DRIVER_MANUAL_COMPLETIONS_HPP
#define LOTSE_DRIVER_MANUAL_COMPLETIONS_HPP

#include "values.hpp"

namespace lotse::driver::manual {

/// An option and the commands that take it in the same form, with the same words and values.
struct OptionUse {
    OptionInfo option;
    Values values;
    std::vector<std::string_view> commands;
};

/// Every option of every command, in the order of the help.
std::vector<OptionUse> option_uses();

/// The lists that have a name, each once.
std::vector<Values> named_lists(const std::vector<OptionUse>& uses);

/// As it is typed: "--output", and "-o" where it has one letter.
std::vector<std::string> spellings(const OptionInfo& option);

/// The texts with blanks between them.
std::string joined(std::span<const std::string> texts, std::string_view separator = " ");

/// In single quotes for bash and zsh.
std::string shell_quoted(std::string_view text);

/// Words are offered without explanations, the same in both languages.
std::string bash_completion();

/// With explanations in the language that lotse would choose.
std::string zsh_completion();
std::string fish_completion();

}  // namespace lotse::driver::manual

#endif
