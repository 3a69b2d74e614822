/// What an empty network tells the person who fills it in: purpose and an example of every table.
#ifndef LOTSE_IO_TEMPLATE_ROWS_HPP
#define LOTSE_IO_TEMPLATE_ROWS_HPP

#include <lotse/base/text.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace lotse::io {

/// An example value; codes in the form both languages read.
struct TemplateCell {
    std::string_view column;
    Text text;
};

struct TemplateTable {
    std::string_view table;
    Text purpose;
    std::vector<TemplateCell> example;  ///< the first cell gets the `#` of a comment
};

/// nullptr: no such table.
const TemplateTable* template_table(std::string_view table);

/// How to fill in the tables, a sentence each; the last ones say what must not stand there.
std::span<const Text> template_advice();

}  // namespace lotse::io

#endif
