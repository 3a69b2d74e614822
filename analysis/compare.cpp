#include <lotse/analysis/compare.hpp>

#include "compare_measures.hpp"
#include "compare_rows.hpp"

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
    compare_actors(before, after, out);
    compare_ties(before, after, out);
    compare_offers(before, after, out);
    compare_agenda(before, after, out);
    compare_contacts(before, after, out);
    for (const auto part : {compare_cells, compare_measures, compare_positions})
        if (const Status done = part(before, after, out); !done) return done.error();
    finish(out.actors, options.all, out.unchanged);
    finish(out.ties, options.all, out.unchanged);
    finish(out.cells, options.all, out.unchanged);
    finish(out.offers, options.all, out.unchanged);
    finish(out.agenda, options.all, out.unchanged);
    finish(out.contacts, options.all, out.unchanged);
    finish(out.measures, options.all, out.unchanged);
    return out;
}

Result<Document> Compare::document(const View& before, const View& after, const Options& options) {
    const auto findings = run(before, after, options);
    if (!findings) return findings.error();
    Document out = Tabulator{*after.network}.document(info().id, info().title, *findings);
    out.options = option_values(options);
    explain(before, after, *findings, out);
    return out;
}

}  // namespace lotse::analysis
