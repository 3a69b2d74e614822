/// A proposed column map as the file that people edit.
#ifndef LOTSE_IO_MAP_TEXT_HPP
#define LOTSE_IO_MAP_TEXT_HPP

#include <lotse/base/text.hpp>

#include <string>
#include <vector>

namespace lotse::io {

/// One row of the proposal.
struct ProposedRow {
    std::string column;
    std::string word;
    std::string field;
    std::string becomes;
    std::string separators;
    std::string example;
    Message hint;
};

/// CSV as spreadsheets read it: UTF-8 with mark, semicolons.
std::string map_text(const std::vector<ProposedRow>& rows, Language language);

}  // namespace lotse::io

#endif
