#include <lotse/analysis/compare.hpp>

#include "compare_measures.hpp"
#include "compare_rows.hpp"

#include <cmath>

namespace lotse::analysis {
namespace {

/// Counts the rows without a change and, unless all are asked for, drops them. What matters most
/// first: changed, added, removed.
template <class Row>
void finish(std::vector<Row>& rows, Flag all, std::int64_t& unchanged) {
    const auto is_same = [](const Row& row) { return row.change == Change::same; };
    unchanged += std::ranges::count_if(rows, is_same);
    if (all == Flag::off) std::erase_if(rows, is_same);
    std::ranges::stable_sort(rows, {}, &Row::change);
}

/// The column holds counts and shares: where all of a row are whole, no decimals of its own.
void show_whole_numbers(Table& measures) {
    for (auto& row : measures.rows) {
        const auto is_whole = [](const Value& value) {
            const auto* number = std::get_if<double>(&value);
            return !number || *number == std::round(*number);
        };
        if (!std::ranges::all_of(row, is_whole)) continue;
        for (Value& value : row)
            if (const auto* number = std::get_if<double>(&value))
                value = static_cast<std::int64_t>(*number);
    }
}

}  // namespace

Info Compare::info() {
    return {"compare",
            "A25",
            Theme::proposals,
            {"Vorher – Nachher", "Before and after"},
            {"Was hat sich zwischen zwei Ständen des Netzes geändert, und was ist nur neu erfasst?",
             "What changed between two states of the network, and what is only newly recorded?"},
            "lotse, QUESTIONS A25; ranges of ranks: robustness"};
}

Result<Compare::Findings> Compare::run(const View& before, const View& after,
                                       const Options& options) {
    Findings out;
    const auto finished = [&](auto& rows) { finish(rows, options.all, out.unchanged); };
    compare_actors(before, after, out);
    finished(out.actors);
    compare_ties(before, after, out);
    finished(out.ties);
    compare_offers(before, after, out);
    finished(out.offers);
    compare_agenda(before, after, out);
    finished(out.agenda);
    compare_contacts(before, after, out);
    finished(out.contacts);
    compare_others(before, after, out);
    finished(out.others);
    const auto states = rows_of_both(before, after);
    if (!states) return states.error();
    out.counts_shared = states->counts_shared;
    if (const Status done = compare_cells(*states, out); !done) return done.error();
    if (const Status done = compare_measures(before, after, *states, out); !done)
        return done.error();
    if (const Status done = compare_positions(before, after, out); !done) return done.error();
    finished(out.cells);
    finished(out.measures);
    return out;
}

Result<Document> Compare::document(const View& before, const View& after, const Options& options) {
    const auto findings = run(before, after, options);
    if (!findings) return findings.error();
    Document out = Tabulator{*after.network}.document(info().id, info().title, *findings);
    show_whole_numbers(*std::ranges::find(out.tables, "measures", &Table::key));
    out.options = option_values(options);
    explain(before, after, *findings, out);
    for (const View* view : {&before, &after})
        for (Message& note : notes_on_known_ties(*view))
            if (std::ranges::find(out.notes, note) == out.notes.end())
                out.notes.push_back(std::move(note));
    return out;
}

}  // namespace lotse::analysis
