/// Manual pages in the macros of man(7), from the descriptions that the help is made of.
#ifndef LOTSE_DRIVER_MANUAL_MAN_PAGE_HPP
#define LOTSE_DRIVER_MANUAL_MAN_PAGE_HPP

#include "command.hpp"

namespace lotse::driver::manual {

/// lotse(1): the commands, exit codes, environment, files.
std::string program_page(Language language);

/// lotse-COMMAND(1)
std::string command_page(const Command& command, Language language);

}  // namespace lotse::driver::manual

#endif
