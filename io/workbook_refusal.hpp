/// Why a workbook is not read, in words for the person who has it.
#ifndef LOTSE_IO_WORKBOOK_REFUSAL_HPP
#define LOTSE_IO_WORKBOOK_REFUSAL_HPP

#include <lotse/base/issue.hpp>

#include "workbook_cells.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

struct WorkbookRefusal {
    std::string code;
    std::string sheet;
    int row = 0;
    int column = 0;
    std::string detail;
};

Issue refusal_issue(const WorkbookRefusal& refusal, const std::string& file);

/// The first bytes tell another form than the ending: renamed, encrypted, a page, an empty file.
std::optional<WorkbookRefusal> wrong_content(std::string_view bytes, WorkbookForm form);

/// A table of CSV is a page or JSON under a wrong name.
std::optional<Issue> other_text(std::string_view text, const std::string& file);

/// A file that should be text is a workbook or packed under a wrong name.
std::optional<Issue> packed_content(std::string_view bytes, const std::string& file);

}  // namespace lotse::io

#endif
