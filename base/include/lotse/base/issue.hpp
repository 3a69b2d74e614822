/// Issue: something found in a user's file, with the place and what to do about it.
#ifndef LOTSE_BASE_ISSUE_HPP
#define LOTSE_BASE_ISSUE_HPP

#include <lotse/base/enumerators.hpp>
#include <lotse/base/text.hpp>

#include <array>
#include <string>
#include <vector>

namespace lotse {

enum class Severity { error, warning, note };

constexpr auto enumerators(Severity) {
    using enum Severity;
    return std::array{
        Enumerator{error, "error", {"Fehler", "error"}},
        Enumerator{warning, "warning", {"Warnung", "warning"}},
        Enumerator{note, "note", {"Hinweis", "note"}},
    };
}

/// A place in a file. Rows and columns count from 1; 0 means the file (or the row) as a whole.
/// In text files the row is the line on which the record starts.
struct SourcePosition {
    std::string file;   ///< name inside the network, e.g. "actors.csv"
    std::string sheet;  ///< workbooks only
    int row = 0;
    int column = 0;

    friend auto operator<=>(const SourcePosition&, const SourcePosition&) = default;
};

/// "actors.csv:3:2", in a workbook "netz.xlsx#Akteure!B3".
std::string to_string(const SourcePosition& where);

struct Issue {
    Severity severity;
    std::string_view code;  ///< stable slug such as "unknown-code"
    SourcePosition where;
    Message message;
};

/// "FILE:ROW:COLUMN: error: MESSAGE [code]"; the severity word stays English, programs look for it.
std::string to_string(const Issue& issue, Language language);

}  // namespace lotse

#endif
