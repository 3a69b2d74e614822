/// Counts the rows of one table against the limits.
#ifndef LOTSE_IO_ROW_BUDGET_HPP
#define LOTSE_IO_ROW_BUDGET_HPP

#include <lotse/io/limits.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

class RowBudget {
public:
    RowBudget(std::string_view table_key, const Limits& limits) {
        most_ = limits.rows;
        if (table_key == "actors" && limits.actors < most_) {
            name_ = "actors";
            most_ = limits.actors;
        } else if (table_key == "ties" && limits.ties < most_) {
            name_ = "ties";
            most_ = limits.ties;
        }
    }

    /// One more row; the error once there are too many. `where()` is the row's place as text.
    template <class Where>
    std::optional<Error> count_row(Where&& where) {
        if (++count_ <= most_) return std::nullopt;
        return limit_error(name_, most_, where());
    }

private:
    std::string_view name_ = "rows";
    std::int64_t most_ = 0;
    std::int64_t count_ = 0;
};

}  // namespace lotse::io

#endif
