#include "map_text.hpp"

#include <lotse/base/csv_field.hpp>
#include <lotse/base/formula.hpp>

#include "column_map.hpp"

#include <initializer_list>
#include <string_view>

namespace lotse::io {

std::string map_text(const std::vector<ProposedRow>& rows, Language language) {
    std::string out = "\xEF\xBB\xBF";
    const auto line = [&](std::initializer_list<std::string_view> fields) {
        bool first = true;
        for (const std::string_view field : fields) {
            if (!first) out += ';';
            first = false;
            add_csv_field(guarded_formula(std::string{field}), ';', out);
        }
        out += "\r\n";
    };
    line({map_column.in(language), map_word.in(language), map_field.in(language),
          map_becomes.in(language), map_separators.in(language), map_example.in(language),
          map_hint.in(language)});
    for (const ProposedRow& row : rows) {
        const Code* field = directory_fields().find(row.field);
        line({row.column, row.word, field->label.in(language), row.becomes, row.separators,
              row.example, row.hint.in(language)});
    }
    return out;
}

}  // namespace lotse::io
