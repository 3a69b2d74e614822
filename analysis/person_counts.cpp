#include <lotse/analysis/person_counts.hpp>

#include "area_index.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace lotse::analysis {
namespace {

using CellId = std::size_t;
using CellOfArea = std::map<AreaId, CellId>;

/// Group totals and the parts that make them up, as target codes; empty: nobody in particular.
struct Partition {
    std::string_view total;
    std::array<std::string_view, 2> parts;
};
constexpr std::array partitions{
    Partition{"unemployed", {"sgb2", "sgb3"}}, Partition{"", {"sgb2", "sgb3"}},
    Partition{"public", {"sgb2", "sgb3"}},     Partition{"", {"women", "men"}},
    Partition{"public", {"women", "men"}},     Partition{"unemployed", {"women", "men"}},
    Partition{"sgb2", {"women", "men"}},       Partition{"sgb3", {"women", "men"}},
    Partition{"long_term", {"women", "men"}},
};

/// Groups of which one is a part of the other, as target codes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> parts_of_groups{
    {{"long_term", "unemployed"},
     {"long_term", ""},
     {"unemployed", ""},
     {"sgb2", ""},
     {"sgb3", ""},
     {"long_term", "public"}}};

class Cells {
public:
    explicit Cells(const Network& network) : network_{network} {
        for (std::size_t i = 0; i < network.areas().size(); ++i) add_area(AreaId{i});
        for (std::size_t i = 0; i < network.tables().needs.size(); ++i) add_need(i);
        for (const CellOfArea& cells : counts_) add_sums_of_areas(cells);
        for (const auto& [key, cells] : needs_) add_sums_of_areas(cells);
        add_sums_of_targets();
        add_sums_of_counts();
        add_bounds();
    }

    PersonCounts guarded_counts(std::int64_t below) const {
        const auto showing = suppress(values_, sums_, below, order_);
        PersonCounts out;
        out.areas.resize(network_.areas().size());
        constexpr std::array members{&AreaCounts::population, &AreaCounts::unemployed_sgb2,
                                     &AreaCounts::unemployed_sgb3, &AreaCounts::unemployed,
                                     &AreaCounts::long_term};
        for (std::size_t column = 0; column < members.size(); ++column)
            for (const auto& [area, cell] : counts_[column])
                out.areas[area.index()].*members[column] =
                    guarded(values_[cell], showing[cell], below);
        for (const std::optional<CellId>& cell : need_cells_)
            out.needs.push_back(cell ? guarded(values_[*cell], showing[*cell], below)
                                     : Guarded<std::int64_t>{});
        return out;
    }

private:
    enum Column : std::size_t { population, sgb2, sgb3, unemployed, long_term };
    static constexpr std::array<std::pair<std::string_view, Column>, 6> columns_of_targets{
        {{"public", population},
         {"", population},
         {"sgb2", sgb2},
         {"sgb3", sgb3},
         {"unemployed", unemployed},
         {"long_term", long_term}}};
    using NeedKey = std::tuple<std::string, std::string, std::optional<std::int64_t>>;

    /// Small areas give way first; where nobody knows how small, a part before the whole.
    CellId add(std::int64_t value, AreaId area) {
        constexpr std::int64_t level = -1'000'000;
        constexpr std::int64_t tiny = 1000;  // its own count may have to be hidden
        const auto depth = static_cast<std::int64_t>(up_from(network_, area).size() - 1);
        const auto& inhabitants = network_[area].population;
        values_.push_back(value);
        order_.push_back(inhabitants ? std::max(*inhabitants, tiny) : level * depth);
        return values_.size() - 1;
    }

    void add_area(AreaId id) {
        const Area& area = network_[id];
        const auto column = [&](Column which, const std::optional<std::int64_t>& value) {
            if (value) counts_[which].emplace(id, add(*value, id));
        };
        column(population, area.population);
        column(sgb2, area.unemployed_sgb2);
        column(sgb3, area.unemployed_sgb3);
        column(long_term, area.long_term);
        if (!area.unemployed_sgb2 || !area.unemployed_sgb3) return;
        column(unemployed, *area.unemployed_sgb2 + *area.unemployed_sgb3);
        sums_.push_back({counts_[unemployed].at(id), {counts_[sgb2].at(id), counts_[sgb3].at(id)}});
    }

    /// A second row of the same area and key is a cell of its own, equal to the first at most.
    void add_need(std::size_t row) {
        const PersonNeed& need = network_.tables().needs[row];
        auto& cell = need_cells_.emplace_back();
        if (!need.persons) return;
        cell = add(*need.persons, *need.area);
        const auto [it, is_new] =
            needs_[NeedKey{need.topic, need.target, need.year}].emplace(*need.area, *cell);
        if (!is_new) sums_.push_back({it->second, {*cell}});
    }

    /// Every cell is a part of the nearest area above that has one.
    void add_sums_of_areas(const CellOfArea& cells) {
        std::map<AreaId, Sum> sums;
        for (const auto& [area, cell] : cells) {
            const auto up = up_from(network_, area);
            const auto above = std::find_if(up.begin() + 1, up.end(),
                                            [&](AreaId at) { return cells.contains(at); });
            if (above == up.end()) continue;
            Sum& sum = sums[*above];
            sum.total = cells.at(*above);
            sum.parts.push_back(cell);
        }
        for (auto& [area, sum] : sums) sums_.push_back(std::move(sum));
    }

    const CellOfArea* needs_of(const NeedKey& key) const {
        const auto it = needs_.find(key);
        return it == needs_.end() ? nullptr : &it->second;
    }

    void add_sums_of_targets() {
        for (const auto& [key, totals] : needs_)
            for (const Partition& partition : partitions) {
                const auto& [topic, target, year] = key;
                if (target != partition.total) continue;
                const auto* one = needs_of({topic, std::string{partition.parts[0]}, year});
                const auto* other = needs_of({topic, std::string{partition.parts[1]}, year});
                if (!one || !other) continue;
                for (const auto& [area, cell] : totals)
                    if (one->contains(area) && other->contains(area))
                        sums_.push_back({cell, {one->at(area), other->at(area)}});
            }
    }

    /// A need without topic may repeat a count of its area.
    void add_sums_of_counts() {
        for (const auto& [key, cells] : needs_)
            for (const auto& [target, column] : columns_of_targets) {
                if (!std::get<0>(key).empty() || std::get<1>(key) != target) continue;
                for (const auto& [area, cell] : cells)
                    if (counts_[column].contains(area))
                        sums_.push_back({counts_[column].at(area), {cell}});
            }
    }

    void add_bound(CellId part, CellId whole) {
        sums_.push_back({whole, {part}, Sum::Reach::some});
    }

    /// What cannot be more than something else: some of a group, and some of those in an area.
    void add_bounds() {
        constexpr std::array<std::pair<Column, Column>, 5> parts_of_counts{
            {{long_term, unemployed},
             {long_term, population},
             {unemployed, population},
             {sgb2, population},
             {sgb3, population}}};
        for (const auto& [part, whole] : parts_of_counts)
            for (const auto& [area, cell] : counts_[part])
                if (counts_[whole].contains(area)) add_bound(cell, counts_[whole].at(area));
        for (const auto& [key, cells] : needs_) {
            const auto& [topic, target, year] = key;
            const auto bound_by = [&, &cells = cells](const CellOfArea* wider) {
                if (!wider) return;
                for (const auto& [area, cell] : cells)
                    if (wider->contains(area)) add_bound(cell, wider->at(area));
            };
            for (const auto& [part, whole] : parts_of_groups)
                if (target == part) bound_by(needs_of({topic, std::string{whole}, year}));
            if (topic.empty()) continue;
            bound_by(needs_of({std::string{}, target, year}));
            for (const auto& [code, column] : columns_of_targets)
                if (target == code) bound_by(&counts_[column]);
        }
    }

    const Network& network_;
    std::vector<std::int64_t> values_;
    std::vector<std::int64_t> order_;
    std::vector<Sum> sums_;
    std::array<CellOfArea, 5> counts_;
    std::map<NeedKey, CellOfArea> needs_;
    std::vector<std::optional<CellId>> need_cells_;
};

}  // namespace

PersonCounts person_counts(const Network& network, std::int64_t below) {
    return Cells{network}.guarded_counts(below);
}

}  // namespace lotse::analysis
