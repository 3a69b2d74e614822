/// What a command of the program is: its words for people, its options, and what it does.
#ifndef LOTSE_DRIVER_COMMAND_HPP
#define LOTSE_DRIVER_COMMAND_HPP

#include <lotse/base/options.hpp>
#include <lotse/base/result.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace lotse::driver {

/// CONTRACT: 0 done, 1 defect of the program, 2 usage, 3 input, 4 privacy, 5 limit, 6 file,
/// 7 renderer, 130/143 interrupted.
enum class ExitCode {
    done = 0,
    defect = 1,
    usage = 2,
    input = 3,
    privacy = 4,
    limit = 5,
    file = 6,
    renderer = 7
};

ExitCode exit_code(ErrorKind kind) noexcept;

/// An exit code in words.
struct ExitStatus {
    int code;
    Text label;
};
std::span<const ExitStatus> exit_statuses();

struct Positional {
    Text name;  ///< as shown in the usage line, upper case
    Text label;
    enum class Presence { required, optional } presence = Presence::required;
    std::vector<std::string> choices = {};  ///< empty: a file, a folder or free text
};

/// A parsed command line.
struct Call {
    std::vector<std::string> arguments;  ///< positional ones in order
    OptionTexts options;
    Language language = Language::de;

    /// The last value given for an option; fallback: none was.
    std::string option(std::string_view key, std::string_view fallback = {}) const;
    bool has(std::string_view key) const;
};

/// Headings of the help page, besides the themes of the analyses.
constexpr Text data_group{"Daten", "Data"};
constexpr Text products_group{"Karten und Mappen", "Maps and workshop folders"};

struct Command {
    std::string_view name;
    Text group;  ///< heading of the help page; commands of one group follow each other
    Text title;
    Message description;
    std::vector<Positional> positionals;
    std::vector<OptionInfo> options;  ///< besides those of every command
    std::function<Result<ExitCode>(const Call&)> run;
};

/// All commands in the order of the help page.
std::span<const Command> commands();

/// Options that every command takes.
std::span<const OptionInfo> common_options();

/// The network that a command reads.
Positional network_positional();

Command new_command();
Command check_command();
Command convert_command();
Command compare_command();
Command list_command();
Command generate_command();
Command draw_command();
Command report_command();
Command demo_command();
/// One per analysis of the catalogue.
std::vector<Command> analysis_commands();

}  // namespace lotse::driver

#endif
