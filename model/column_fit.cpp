#include <lotse/base/text_parts.hpp>
#include <lotse/model/column_fit.hpp>
#include <lotse/model/error_text.hpp>
#include <lotse/model/privacy.hpp>

#include "read_field.hpp"

#include <algorithm>

namespace lotse {
namespace {

template <class Row>
bool is_readable(std::string_view key, const std::string& text, BuildLog& log) {
    bool good = true;
    for_each_column<Row>([&](const auto& column) {
        if (column.key != key) return;
        using T = typename std::decay_t<decltype(column)>::Type;
        constexpr bool is_list = std::is_same_v<T, std::vector<std::string>>;
        const CellContext context{column.key, column.list, column.range, Codebook::built_in(),
                                  log,        {},          is_list};
        T field{};
        good = read_field(field, Cell{text}, context) != Outcome::failed;
        if (!good || column.list.empty()) return;
        if constexpr (is_list)
            good = std::ranges::all_of(field, [&](const std::string& member) {
                return parse_code(member, context).has_value();
            });
        else if constexpr (std::is_same_v<T, std::string>)
            good = parse_code(field, context).has_value();
    });
    return good;
}

}  // namespace

bool fits_column(std::string_view table, std::string_view column, const std::string& text) {
    if (is_error_text(text)) return column_key(table, column).empty();
    BuildLog log;
    log.origins.push_back({{}, table, {}});
    const bool good = table == Actor::table ? is_readable<Actor>(column, text, log)
                      : table == Tie::table ? is_readable<Tie>(column, text, log)
                                            : true;
    return good || privacy::client_value(text) ||
           std::ranges::find(log.issues, "personal-contact", &Issue::code) != log.issues.end();
}

}  // namespace lotse
