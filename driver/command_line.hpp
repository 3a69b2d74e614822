/// Words to a Call, and the help pages. CLI11 splits the words; the descriptions are ours.
#ifndef LOTSE_DRIVER_COMMAND_LINE_HPP
#define LOTSE_DRIVER_COMMAND_LINE_HPP

#include "command.hpp"

namespace lotse::driver {

/// Messages and outputs repeat words of the call, such as a title. Errors: privacy (one of them
/// holds an identifier of a person, which is not repeated).
Status refuse_words_of_persons(std::span<const std::string> words);

/// --language, else LOTSE_LANGUAGE, else the locale, else German. Errors: usage (no such language).
Result<Language> choose_language(std::span<const std::string> words);

/// Errors: usage, each with the word that does not fit and the nearest that would.
Result<Call> parse(const Command& command, std::span<const std::string> words, Language language);

const Command* find_command(std::string_view name);
/// "Did you mean ..." for a command that does not exist.
Error unknown_command(std::string_view name);

/// The one-letter form of an option; 0: it has none.
char short_name(std::string_view key);

/// "coverage NETWORK [options]"
std::string usage_line(const Command& command, Language language);
std::string general_help(Language language);
std::string command_help(const Command& command, Language language);

}  // namespace lotse::driver

#endif
