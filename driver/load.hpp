/// Reads the network a command works on, and says on stderr what was wrong with it.
#ifndef LOTSE_DRIVER_LOAD_HPP
#define LOTSE_DRIVER_LOAD_HPP

#include "command.hpp"

#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace lotse::driver {

struct Loaded {
    std::shared_ptr<const Network> network;
    NetworkIdentity identity;
    std::vector<Message> notes;  ///< what every result must say: fictional data, rejected rows
    std::shared_ptr<const Loaded> before;  ///< of a report: the state that --before names
    Call call;  ///< as given; with --pseudonymise its keys are those of `network`
    std::int64_t rows_left_out = 0;  ///< faulty rows of the input, with --skip-bad-rows
    Message beside_title;  ///< what the title of `network` says, in the language of `call`, of rows
                           ///< left out and of what is only supposed
};

/// A title that holds `beside_title`, with these words in another language.
std::string title_in(Language language, std::string title, const Loaded& loaded);

/// The network with a title that says what it is without or with besides what is recorded, since
/// every output carries the title: "Musterkreis (ohne 3 fehlerhafte Zeilen)", "Musterkreis (was
/// wäre ohne jc)". As it is where nothing is left out or supposed.
std::shared_ptr<const Network> honestly_titled(std::shared_ptr<const Network> network,
                                               std::int64_t rows_left_out, const Call& call);

/// A path as the user typed it (UTF-8).
std::filesystem::path path_of(std::string_view text);

/// Prints errors (all) and the number of warnings, unless --quiet. Errors: input (the network has
/// errors and --skip-bad-rows is not given or does not mend them, or warnings and --strict), else
/// as io::read_network.
Result<Loaded> load(const Call& call, const std::filesystem::path& path);

/// Two networks to be compared; with --pseudonymise an actor of both has one pseudonym.
Result<std::vector<Loaded>> load_two(const Call& call, const std::filesystem::path& before,
                                     const std::filesystem::path& after);

/// Names the places of data of persons and nothing else of the input. Errors: privacy.
Status refuse_client_data(std::span<const Issue> issues, Language language);

/// An error after which more than a row is missing: --skip-bad-rows does not help.
bool is_fault_of_a_file(const Issue& issue);

Result<io::Limits> limits_of(const Call& call);

/// As --threads says, which `parse` has checked; else one for each core.
std::size_t thread_count(const Call& call);

/// Lines to stderr.
void say(const std::string& text);

}  // namespace lotse::driver

#endif
