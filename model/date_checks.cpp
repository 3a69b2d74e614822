#include "date_checks.hpp"

#include <algorithm>
#include <chrono>

namespace lotse {
namespace {

constexpr std::chrono::days one_year{366};

struct DatedRow {
    PartialDate as_of;
    RowOrigin origin;
};

/// The newest first; of one date, as the tables stand in the format and the rows in them.
std::vector<DatedRow> dated_rows(const NetworkTables& tables) {
    std::vector<DatedRow> out;
    NetworkTables::for_each(tables, [&](const auto& rows) {
        for (const auto& row : rows)
            if (row.as_of) out.push_back({*row.as_of, row.origin});
    });
    std::ranges::stable_sort(out, std::ranges::greater{}, &DatedRow::as_of);
    return out;
}

/// One mistyped year moves the date that the whole network is measured by. Where few rows have a
/// date, a single new one is nothing odd.
void warn_lone_date(const std::vector<DatedRow>& rows, BuildLog& log) {
    constexpr std::size_t enough = 10;
    if (rows.size() < enough) return;
    const DatedRow& newest = rows[0];
    const DatedRow& next = rows[1];
    if (newest.as_of.earliest() <= next.as_of.latest() + one_year) return;
    log.say(Severity::warning, "lone-date", log.place(newest.origin, "as_of"),
            message({"as_of: {} liegt über ein Jahr nach jedem anderen Stand des Netzes (der "
                     "nächste ist {}) und gilt als Stand des ganzen Netzes. Stimmt das Jahr?",
                     "as_of: {} is over a year later than any other date of the network (the next "
                     "is {}) and counts as the date of all of it. Is the year right?"},
                    {to_string(newest.as_of), to_string(next.as_of)}));
}

/// One warning a table: rows certainly more than a year older than the newest date of the network.
void warn_stale(const NetworkTables& tables, const DatedRow& newest, BuildLog& log) {
    const auto limit = newest.as_of.earliest() - one_year;
    const std::string date = to_string(newest.as_of);
    const std::string place = to_string(log.place(newest.origin, "as_of"));
    NetworkTables::for_each(tables, [&](const auto& rows) {
        std::vector<RowOrigin> stale;
        for (const auto& row : rows)
            if (row.as_of && row.as_of->latest() < limit) stale.push_back(row.origin);
        if (stale.empty()) return;
        const auto first = *std::ranges::min_element(stale, {}, &RowOrigin::row);
        log.say(Severity::warning, "stale", log.place(first, "as_of"),
                stale.size() == 1
                    ? message({"Diese Zeile ist über ein Jahr älter als der neueste Stand des "
                               "Netzes ({} in {}).",
                               "This row is over a year older than the newest date of the network "
                               "({} in {})."},
                              {date, place})
                    : message({"{} Zeilen dieser Tabelle sind über ein Jahr älter als der neueste "
                               "Stand des Netzes ({} in {}); diese ist die erste.",
                               "{} rows of this table are over a year older than the newest date "
                               "of the network ({} in {}); this is the first."},
                              {std::to_string(stale.size()), date, place}));
    });
}

/// Programs of administrations write 31.12.9999 or 31.12.2099 where nothing ends. One warning a
/// table.
template <class Row>
void warn_endless(const std::vector<Row>& rows, std::optional<PartialDate> Row::*end,
                  std::string_view column, BuildLog& log) {
    constexpr int no_year_of_an_end = 2099;
    const auto is_endless = [&](const Row& row) {
        return row.*end && (row.*end)->year >= no_year_of_an_end;
    };
    const auto first = std::ranges::find_if(rows, is_endless);
    if (first == rows.end()) return;
    log.say(Severity::warning, "no-end", log.place(first->origin, column),
            message({"{}: {} heißt meist „unbefristet“, zählt hier aber als Ende (Zellen in dieser "
                     "Spalte: {}). Ist kein Ende vorgesehen, bitte leer lassen.",
                     "{}: {} usually means that there is no end, but counts as one here (cells in "
                     "this column: {}). If no end is planned, leave it empty."},
                    {column, to_string(*((*first).*end)),
                     std::to_string(std::ranges::count_if(rows, is_endless))}));
}

}  // namespace

std::optional<PartialDate> newest_date(const NetworkTables& tables) {
    std::optional<PartialDate> newest;
    NetworkTables::for_each(tables, [&](const auto& rows) {
        for (const auto& row : rows) newest = std::max(newest, row.as_of);
    });
    return newest;
}

void check_dates(const NetworkTables& tables, BuildLog& log) {
    warn_endless(tables.actors, &Actor::until, "until", log);
    warn_endless(tables.ties, &Tie::until, "until", log);
    warn_endless(tables.offers, &Offer::end, "end", log);
    const std::vector<DatedRow> rows = dated_rows(tables);
    if (rows.empty()) return;
    warn_lone_date(rows, log);
    warn_stale(tables, rows.front(), log);
}

}  // namespace lotse
