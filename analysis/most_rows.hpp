/// Tables with a row for every source and actor: how much of them is kept in large networks.
#ifndef LOTSE_ANALYSIS_MOST_ROWS_HPP
#define LOTSE_ANALYSIS_MOST_ROWS_HPP

#include "words.hpp"

#include <algorithm>
#include <functional>

namespace lotse::analysis {

/// About 100,000 rows in all, and of every source at least ten.
constexpr std::size_t rows_of_a_source(std::size_t sources) {
    constexpr std::size_t in_all = 100000;
    constexpr std::size_t least = 10;
    return std::max(least, in_all / std::max<std::size_t>(sources, 1));
}

/// Sorts by falling key, keeps the first `most`, and returns how many are left out.
template <class Row, class Key>
std::int64_t keep_first(std::vector<Row>& rows, std::size_t most, Key&& key) {
    std::ranges::stable_sort(rows, std::greater{}, key);
    if (rows.size() <= most) return 0;
    const std::size_t left_out = rows.size() - most;
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
    return static_cast<std::int64_t>(left_out);
}

/// Says so; nothing if nothing is left out.
inline void note_left_out(Text table, std::int64_t left_out, std::vector<Message>& notes) {
    if (left_out == 0) return;
    notes.push_back(message({"Die Tabelle „{}“ zeigt von jedem Ausgangspunkt nur die ersten "
                             "Zeilen; weggelassen: {}.",
                             "The table '{}' shows only the first rows of every source; left "
                             "out: {}."},
                            {Message{table}, count_words(left_out)}));
}

}  // namespace lotse::analysis

#endif
