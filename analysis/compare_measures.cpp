#include "compare_measures.hpp"

#include <lotse/analysis/bodies.hpp>
#include <lotse/analysis/bottlenecks.hpp>
#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/centrality.hpp>
#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/communities.hpp>
#include <lotse/analysis/contacts.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/duration.hpp>
#include <lotse/analysis/funding.hpp>
#include <lotse/analysis/matching.hpp>
#include <lotse/analysis/profile.hpp>
#include <lotse/analysis/reach.hpp>
#include <lotse/analysis/suppression.hpp>

#include "area_index.hpp"
#include "ranking.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

/// Key of the same area, topic, target group, legal circle.
using CellKey = std::array<std::string, 4>;

struct FoundCell {
    const Coverage::Cell* cell = nullptr;
    Naming area{};
};

std::map<CellKey, FoundCell> by_key(const Network& network, const Coverage::Findings& found) {
    std::map<CellKey, FoundCell> out;
    for (const Coverage::Cell& cell : found.cells) {
        const FoundCell found_cell{&cell, network.name_of(cell.area)};
        const auto add = [&](const std::string& area) {
            return out
                .try_emplace({area, cell.topic.key, cell.target ? cell.target->key : "",
                              cell.legal ? cell.legal->key : ""},
                             found_cell)
                .second;
        };
        // Two rows may be one area where their parents lie apart.
        if (!add(key_of_same_area(network, cell.area))) add(found_cell.area.key);
    }
    return out;
}

Meaning cell_meaning(CoverageState before, CoverageState after) {
    if (before == after) return Meaning::same;
    if (before == CoverageState::unknown) return Meaning::newly_recorded;
    if (after == CoverageState::unknown) return Meaning::no_longer_recorded;
    return after < before ? Meaning::improved : Meaning::worsened;  // available comes first
}

template <class T>
void drop_rows(T&) {}
template <Described Row>
void drop_rows(std::vector<Row>& rows) {
    rows = {};
}

/// What the summary of an analysis says; its tables, which are most of the work, are not made.
template <Definition A>
Result<Table> summary_of(const View& view) {
    Result<typename A::Findings> findings = A::run(view, {});
    if (!findings) return findings.error();
    for_each_field<typename A::Findings>(
        [&](const auto& field) { drop_rows((*findings).*field.member); });
    Document out = Tabulator{*view.network}.document(A::info().id, A::info().title, *findings);
    withhold_small_counts(out, view.suppress_below);
    return std::move(out.summary);
}

/// What `centrality` says of the network as a whole, without the measures of its actors.
Result<Table> whole_network(const View& view) {
    const Info info = Centrality::info();
    return Tabulator{*view.network}.document(info.id, info.title, Centrality::whole(view)).summary;
}

/// What the figures are shares or counts of.
enum class Whole {
    state,        ///< what the state holds
    rows_of_both  ///< rows of areas and topics, of either state
};

/// Which figures of which analysis are worth a comparison.
struct Figures {
    Info info;
    Result<Table> (*summary)(const View&);
    std::vector<std::string_view> keys;
    Whole whole = Whole::state;
};

template <Definition A>
Figures figures_of(std::vector<std::string_view> keys, Whole whole = Whole::state) {
    return {A::info(), summary_of<A>, std::move(keys), whole};
}

std::vector<Figures> all_figures() {
    return {
        figures_of<Coverage>(
            {"available", "barrier", "planned", "none", "unknown", "population_share"},
            Whole::rows_of_both),
        figures_of<Reach>({"share_within", "within", "outside", "unknown"}, Whole::rows_of_both),
        figures_of<Cascade>(
            {"exists", "reachable", "acceptable", "contact", "effective", "effective_at_most"},
            Whole::rows_of_both),
        figures_of<Bottlenecks>({"cut_vertex_count", "bridge_count"}),
        {Centrality::info(), whole_network, {"actors", "pairs", "density", "mean_degree"}},
        figures_of<Commitment>({"binding", "agreements", "formal"}),
        figures_of<Contacts>({"named", "vacant", "outdated"}),
        figures_of<Bodies>({"body_count", "member_count", "jobcenter_member"}),
        figures_of<Duration>({"meets", "too_short"}),
        figures_of<Funding>({"fits", "conditional", "not_recorded", "funder_gone"}),
        figures_of<Communities>({"communities", "modularity"}),
        figures_of<Matching>({"measures", "matched"}),
    };
}

std::optional<double> number(const Table& summary, std::string_view key) {
    const auto it = std::ranges::find(summary.columns, key, &Column::key);
    if (it == summary.columns.end()) return std::nullopt;
    const Value& value =
        summary.rows.front()[static_cast<std::size_t>(it - summary.columns.begin())];
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

}  // namespace

Compare::MeasureRow measure_row(const Info& analysis, std::string_view key, const Message& label,
                                std::optional<double> before, std::optional<double> after) {
    const std::string id{analysis.id};
    Compare::MeasureRow row{{id + '.' + std::string{key}, label}, {id, analysis.title}};
    row.before = before;
    row.after = after;
    if (before && after) row.difference = *after - *before;
    row.change = before && !after                                       ? Change::removed
                 : after && !before                                     ? Change::added
                 : !before || rank_value(*before) == rank_value(*after) ? Change::same
                                                                        : Change::changed;
    return row;
}

Status compare_cells(const RowsOfBoth& states, Compare::Findings& out) {
    const View& before = states.before;
    const View& after = states.after;
    const auto old_cells = Coverage::run(before, {});
    if (!old_cells) return old_cells.error();
    const auto new_cells = Coverage::run(after, {});
    if (!new_cells) return new_cells.error();

    const auto old_by_key = by_key(*before.network, *old_cells);
    const auto new_by_key = by_key(*after.network, *new_cells);
    std::set<CellKey> keys;
    for (const auto& [key, cell] : old_by_key) keys.insert(key);
    for (const auto& [key, cell] : new_by_key) keys.insert(key);
    for (const CellKey& key : keys) {
        const auto old_it = old_by_key.find(key);
        const auto new_it = new_by_key.find(key);
        const FoundCell& shown = new_it != new_by_key.end() ? new_it->second : old_it->second;
        Compare::CellRow row{shown.area.key, shown.area.name, shown.cell->topic, shown.cell->target,
                             shown.cell->legal};
        // Of an area that a state does not name it may still know something.
        const auto state_of = [&](const auto& cells, const auto& it,
                                  const std::set<std::string>& named_by_other) {
            const bool is_known =
                it != cells.end() && (it->second.cell->state != CoverageState::unknown ||
                                      !named_by_other.contains(key[0]));
            return is_known ? std::optional{it->second.cell->state} : std::nullopt;
        };
        row.before = state_of(old_by_key, old_it, states.only_after);
        row.after = state_of(new_by_key, new_it, states.only_before);
        if (row.after) row.reason = new_it->second.cell->reason;
        const CoverageState from = row.before.value_or(CoverageState::unknown);
        const CoverageState to = row.after.value_or(CoverageState::unknown);
        row.meaning = cell_meaning(from, to);
        row.change = !row.before                    ? Change::added
                     : !row.after                   ? Change::removed
                     : row.meaning == Meaning::same ? Change::same
                                                    : Change::changed;
        if (row.meaning == Meaning::improved) ++out.cells_improved;
        if (row.meaning == Meaning::worsened) ++out.cells_worsened;
        if (row.meaning == Meaning::newly_recorded) ++out.cells_newly_recorded;
        if (row.meaning == Meaning::no_longer_recorded) ++out.cells_no_longer_recorded;
        out.cells.push_back(std::move(row));
    }
    return std::monostate{};
}

namespace {

/// Density, centralisation and the like.
Status compare_profiles(const View& before, const View& after, Compare::Findings& out) {
    const auto old_profile = Profile::observed(before);
    if (!old_profile) return old_profile.error();
    const auto new_profile = Profile::observed(after);
    if (!new_profile) return new_profile.error();
    for (const Profile::Measure& measure : new_profile->measures) {
        const auto old_measure =
            std::ranges::find(old_profile->measures, measure.measure.key,
                              [](const Profile::Measure& m) { return m.measure.key; });
        out.measures.push_back(measure_row(
            Profile::info(), measure.measure.key, measure.measure.label,
            old_measure == old_profile->measures.end() ? std::nullopt : old_measure->value,
            measure.value));
    }
    return std::monostate{};
}

}  // namespace

Status compare_measures(const View& before, const View& after, const RowsOfBoth& states,
                        Compare::Findings& out) {
    for (const Figures& wanted : all_figures()) {
        const bool of_both = wanted.whole == Whole::rows_of_both;
        const auto old_summary = wanted.summary(of_both ? states.before : before);
        if (!old_summary) return old_summary.error();
        const auto new_summary = wanted.summary(of_both ? states.after : after);
        if (!new_summary) return new_summary.error();
        for (const std::string_view key : wanted.keys) {
            const auto column = std::ranges::find(new_summary->columns, key, &Column::key);
            if (column == new_summary->columns.end()) continue;
            out.measures.push_back(measure_row(wanted.info, key, column->label,
                                               number(*old_summary, key),
                                               number(*new_summary, key)));
        }
    }
    return compare_profiles(before, after, out);
}

}  // namespace lotse::analysis
