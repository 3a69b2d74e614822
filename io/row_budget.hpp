/// Counts the rows of the tables of a network against the limits.
#ifndef LOTSE_IO_ROW_BUDGET_HPP
#define LOTSE_IO_ROW_BUDGET_HPP

#include <lotse/io/limits.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

/// Of one table.
class RowBudget {
public:
    RowBudget(std::string_view table_key, const Limits& limits) {
        most_ = limits.rows;
        if (table_key == "actors" && limits.actors <= most_) {
            name_ = "actors";
            most_ = limits.actors;
        } else if (table_key == "ties" && limits.ties <= most_) {
            name_ = "ties";
            most_ = limits.ties;
        }
    }

    /// One more row; the error once there are too many. `where()` is the row's place as text.
    template <class Where>
    std::optional<Error> count_row(Where&& where) {
        if (++count_ <= most_) return std::nullopt;
        return too_many(where());
    }
    /// Rows that may still come.
    std::int64_t left() const { return most_ - count_; }
    Error too_many(std::string_view where) const { return limit_error(name_, most_, where); }

private:
    std::string_view name_ = "rows";
    std::int64_t most_ = 0;
    std::int64_t count_ = 0;
};

/// Of all tables: several files, sheets or members may hold rows of the same one.
class RowBudgets {
public:
    explicit RowBudgets(const Limits& limits) : limits_{limits} {}

    const Limits& limits() const { return limits_; }
    RowBudget& of(std::string_view table_key) {
        return by_table_.try_emplace(std::string{table_key}, table_key, limits_).first->second;
    }

private:
    const Limits& limits_;
    std::map<std::string, RowBudget> by_table_;
};

}  // namespace lotse::io

#endif
