#include "compare_states.hpp"

#include <lotse/analysis/person_counts.hpp>

#include "area_index.hpp"
#include "coverage_rows.hpp"
#include "lent_rows.hpp"

#include <algorithm>
#include <array>
#include <map>
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
    AreasByKey areas = areas_by_key(network);
    std::map<std::string, AreaId> rows{};       ///< by key_of_same_area
    std::map<std::string, std::string> held{};  ///< key of the row here, by the same
    bool has_changed = false;

    Status find_rows() {
        const auto found = area_rows(view, {});
        if (!found) return found.error();
        view.lost_areas.clear();
        for (const AreaId area : *found) {
            const std::string key = key_of_same_area(network, area);
            rows.emplace(key, area);
            held.emplace(key, network[area].key);
            view.lost_areas.push_back(network[area].key);
        }
        return std::monostate{};
    }

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
    void take_areas(const State& other) {
        for (const auto& [key, area] : other.rows) {
            if (rows.contains(key)) continue;
            const auto here = network.find_area(other.network[area].key);
            const Network& owner = here ? network : other.network;
            const AreaId row = here.value_or(area);
            held.emplace(key, owner[row].key);
            view.lost_areas.push_back(owner[row].key);
            lend_area(owner, row, tables, view);
            has_changed = true;
        }
    }

    const std::vector<AreaId>& areas_of(const std::string& key) const {
        static const std::vector<AreaId> none;
        const auto it = areas.find(key);
        return it == areas.end() ? none : it->second;
    }

    /// The count as results show it.
    std::optional<std::int64_t> shown(const std::string& key,
                                      Guarded<std::int64_t> AreaCounts::*count) const {
        for (const AreaId area : areas_of(key))
            if (const auto value = (counts[area].*count).value) return value;
        return std::nullopt;
    }
    bool records(const std::string& key, std::optional<std::int64_t> Area::*count) const {
        return std::ranges::any_of(areas_of(key),
                                   [&](AreaId area) { return (network[area].*count).has_value(); });
    }

    /// True: of this area a count of the other state is taken. What the network records under
    /// another key of the area counts first.
    bool take_counts(const State& other, const std::string& key) {
        using Count = std::optional<std::int64_t> Area::*;
        using Shown = Guarded<std::int64_t> AreaCounts::*;
        constexpr std::array<std::pair<Count, Shown>, 3> columns{
            std::pair{&Area::population, &AreaCounts::population},
            std::pair{&Area::unemployed_sgb2, &AreaCounts::unemployed_sgb2},
            std::pair{&Area::unemployed_sgb3, &AreaCounts::unemployed_sgb3}};
        const std::string& here = held.at(key);
        const auto area = network.find_area(here);
        bool taken = false;
        for (const auto& [count, as_shown] : columns) {
            const bool is_own = records(key, count);
            const auto value = is_own ? shown(key, as_shown) : other.shown(key, as_shown);
            if (!value || (area && network[*area].*count)) continue;
            auto row = std::ranges::find(tables.areas, here, &Area::key);
            if (row == tables.areas.end()) {
                lend_area(network, *area, tables, view);
                row = std::ranges::find(tables.areas, here, &Area::key);
            }
            (*row).*count = *value;
            has_changed = true;
            taken = taken || !is_own;
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
    for (State* state : {&earlier, &later})
        if (const Status found = state->find_rows(); !found) return found.error();
    Keys all;
    for (const State* state : {&earlier, &later})
        for (const auto& [key, area] : state->rows) all.insert(key);
    const Keys named_before = named_of(earlier, all);
    const Keys named_after = named_of(later, all);
    RowsOfBoth out;
    out.only_before = without(named_before, named_after);
    out.only_after = without(named_after, named_before);
    earlier.take_topics(later);
    later.take_topics(earlier);
    earlier.take_areas(later);
    later.take_areas(earlier);
    for (const std::string& key : all) {
        const bool is_taken = earlier.take_counts(later, key);
        if (later.take_counts(earlier, key) || is_taken) ++out.counts_shared;
    }
    out.before = std::move(earlier).finished();
    out.after = std::move(later).finished();
    return out;
}

}  // namespace lotse::analysis
