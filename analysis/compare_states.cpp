#include "compare_states.hpp"

#include <lotse/analysis/person_counts.hpp>

#include "coverage_rows.hpp"
#include "lent_rows.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace lotse::analysis {
namespace {

using Keys = std::set<std::string>;

/// A state as it is, and what it takes from the other one.
struct State {
    explicit State(const View& of)
        : view{of},
          network{*of.network},
          counts{person_counts(network, of.suppress_below)},
          tables{network.tables()} {}

    View view;
    const Network& network;
    PersonCounts counts;
    NetworkTables tables;
    std::vector<AreaId> rows{};
    bool has_changed = false;

    void take_topics(const State& other) {
        if (!view.topics.empty()) return;
        for (const Choice& topic : topic_columns(other.view)) {
            view.lost_topics.push_back(topic.key);
            if (network.codes().list("topics")->find(topic.key)) continue;
            for (const OwnCode& row : other.network.tables().codes)
                if (row.list == "topics" && row.code == topic.key) {
                    tables.codes.emplace_back(row).as_of = {};
                    has_changed = true;
                }
        }
    }

    /// The rows of both stay, also where those of one alone would put others in their place.
    void take_areas(const State& other, const Keys& own) {
        view.lost_areas.assign(own.begin(), own.end());
        for (const AreaId area : other.rows) {
            const std::string& key = other.network[area].key;
            view.lost_areas.push_back(key);
            if (own.contains(key)) continue;
            lend_area(other.network, area, tables, view);
            has_changed = true;
        }
    }

    /// The count as results show it.
    std::optional<std::int64_t> shown(const std::string& key,
                                      Guarded<std::int64_t> AreaCounts::*count) const {
        const auto area = network.find_area(key);
        return area ? (counts[*area].*count).value : std::nullopt;
    }
    bool records(const std::string& key, std::optional<std::int64_t> Area::*count) const {
        const auto area = network.find_area(key);
        return area && network[*area].*count;
    }

    /// True: of this area a count of the other state is taken.
    bool take_counts(const State& other, const std::string& key) {
        using Count = std::optional<std::int64_t> Area::*;
        using Shown = Guarded<std::int64_t> AreaCounts::*;
        constexpr std::array<std::pair<Count, Shown>, 3> columns{
            std::pair{&Area::population, &AreaCounts::population},
            std::pair{&Area::unemployed_sgb2, &AreaCounts::unemployed_sgb2},
            std::pair{&Area::unemployed_sgb3, &AreaCounts::unemployed_sgb3}};
        bool taken = false;
        for (const auto& [count, as_shown] : columns) {
            const auto value = other.shown(key, as_shown);
            if (!value || records(key, count)) continue;
            auto row = std::ranges::find(tables.areas, key, &Area::key);
            if (row == tables.areas.end()) {
                lend_area(network, *network.find_area(key), tables, view);
                row = std::ranges::find(tables.areas, key, &Area::key);
            }
            (*row).*count = *value;
            taken = has_changed = true;
        }
        return taken;
    }

    /// The view of the network with what it has taken.
    View finished() && {
        if (!has_changed) return std::move(view);
        std::vector<std::string> chosen;
        for (const AreaId area : view.areas) chosen.push_back(network[area].key);
        view.network = std::make_shared<const Network>(network.info(), std::move(tables));
        view.areas.clear();
        for (const std::string& key : chosen) view.areas.push_back(*view.network->find_area(key));
        return std::move(view);
    }
};

Keys keys_of(const State& state) {
    Keys out;
    for (const AreaId area : state.rows) out.insert(state.network[area].key);
    return out;
}

/// Of the rows those that the state names, or of which it names a part.
Keys named_of(const State& state, const Keys& rows) {
    const std::set<AreaId> named = named_areas(state.view);
    Keys out;
    for (const std::string& key : rows) {
        const auto row = state.network.find_area(key);
        if (row && std::ranges::any_of(
                       named, [&](AreaId area) { return state.network.within(area, *row); }))
            out.insert(key);
    }
    return out;
}

Keys without(Keys keys, const Keys& others) {
    std::erase_if(keys, [&](const std::string& key) { return others.contains(key); });
    return keys;
}

}  // namespace

Result<RowsOfBoth> rows_of_both(const View& before, const View& after) {
    State earlier{before};
    State later{after};
    for (State* state : {&earlier, &later}) {
        auto rows = area_rows(state->view, {});
        if (!rows) return rows.error();
        state->rows = *std::move(rows);
    }
    const Keys old_keys = keys_of(earlier);
    const Keys new_keys = keys_of(later);
    Keys all = old_keys;
    all.insert(new_keys.begin(), new_keys.end());
    const Keys named_before = named_of(earlier, all);
    const Keys named_after = named_of(later, all);
    RowsOfBoth out;
    out.only_before = without(named_before, named_after);
    out.only_after = without(named_after, named_before);
    earlier.take_topics(later);
    later.take_topics(earlier);
    earlier.take_areas(later, old_keys);
    later.take_areas(earlier, new_keys);
    for (const std::string& key : all) {
        const bool is_taken = earlier.take_counts(later, key);
        if (later.take_counts(earlier, key) || is_taken) ++out.counts_shared;
    }
    out.before = std::move(earlier).finished();
    out.after = std::move(later).finished();
    return out;
}

}  // namespace lotse::analysis
