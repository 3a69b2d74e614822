#include <lotse/analysis/person_counts.hpp>
#include <lotse/analysis/reach.hpp>

#include "accessibility.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "nearest.hpp"
#include "reach_areas.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// The known ways of some cells, to be added up.
struct KnownWays {
    std::vector<double> weights;
    std::vector<double> gaps;
    std::vector<double> minutes;
    std::vector<double> within;

    /// The same for cells whose area has a recorded deprivation.
    std::vector<double> ranked_minutes;
    std::vector<double> ranked_weights;
    std::vector<double> standing;  ///< deprivation negated: the most deprived first

    void add(double weight, const Reach::Cell& cell, const std::optional<double>& deprivation) {
        weights.push_back(weight);
        minutes.push_back(*cell.nearest_minutes);
        gaps.push_back(*cell.nearest_minutes / cell.threshold_minutes - 1);
        within.push_back(cell.within_threshold == ThreeValued::yes ? 1 : 0);
        if (within.back() > 0) gaps.back() = 0;
        if (!deprivation) return;
        ranked_minutes.push_back(*cell.nearest_minutes);
        ranked_weights.push_back(weight);
        standing.push_back(-*deprivation);
    }

    std::optional<double> mean(const std::vector<double>& values) const {
        double total = 0;
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            total += weights[i];
            sum += weights[i] * values[i];
        }
        if (total <= 0) return std::nullopt;
        return sum / total;
    }

    void total(Reach::Total& out) const {
        out.share_within = mean(within);
        if (const auto found = shortfall(gaps, weights)) {
            out.fgt0 = found->headcount;
            out.fgt1 = found->gap;
            out.fgt2 = found->severity;
        }
        out.concentration_index = concentration_index(ranked_minutes, standing, ranked_weights);
    }
};

/// Links of one topic, gathered area by area; several venues of an offer count once, the nearest.
class LinkCollector {
public:
    explicit LinkCollector(std::size_t offers) : best_(offers, 0) {}

    void add(std::size_t offer, double ratio) {
        const double weight = zone_weight(ratio);
        if (weight <= 0) return;
        if (best_[offer] == 0) touched_.push_back(offer);
        best_[offer] = std::max(best_[offer], weight);
    }
    void finish_area(std::size_t area, std::vector<CatchmentLink>& links) {
        std::ranges::sort(touched_);
        for (const std::size_t offer : touched_) {
            links.push_back({area, offer, best_[offer]});
            best_[offer] = 0;
        }
        touched_.clear();
    }

private:
    std::vector<double> best_;
    std::vector<std::size_t> touched_;
};

void count(ThreeValued value, std::int64_t& yes, std::int64_t& no, std::int64_t& unknown) {
    ++(value == ThreeValued::yes ? yes : value == ThreeValued::no ? no : unknown);
}

template <class E>
Choice as_choice(E value) {
    return {std::string{enumerator(value).key}, enumerator(value).label};
}

constexpr double per_thousand = 1000;

bool is_withheld(const AreaCounts& counts, Demand measure) {
    switch (measure) {
        case Demand::unemployed: return counts.unemployed.withheld.has_value();
        case Demand::unemployed_sgb2: return counts.unemployed_sgb2.withheld.has_value();
        case Demand::unemployed_sgb3: return counts.unemployed_sgb3.withheld.has_value();
        case Demand::population: return counts.population.withheld.has_value();
        case Demand::none: break;
    }
    return false;
}

/// Cells lie area by area, topics inside.
class Builder {
public:
    /// `shown` are among the areas that share the places; both in canonical order.
    Builder(const View& view, const TravelRules& rules, std::vector<AreaId> sharing,
            std::span<const AreaId> shown)
        : view_{view},
          network_{*view.network},
          rules_{rules},
          rows_{std::move(sharing)},
          topics_{topic_columns(view)},
          supply_{open_supply(view)},
          by_topic_{network_, supply_, topics_},
          weights_{weights_of(view, rows_)},
          links_(topics_.size()),
          shown_{shown} {}

    Reach::Findings build() {
        look_from_every_area();
        add_access();
        keep_shown();
        add_up();
        describe();
        sort();
        return std::move(out_);
    }

private:
    Reach::Cell& cell(std::size_t row, std::size_t topic) {
        return out_.areas[row * topics_.size() + topic];
    }

    std::optional<std::int64_t> capacity(std::size_t offer) const {
        return network_[supply_.offers[offer].offer].capacity;
    }

    void look_from_every_area() {
        TravelWays ways{rules_, supply_.places};
        LinkCollector links{supply_.offers.size()};
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            ways.start_from(rows_[r]);
            const TravelRule& rule = ways.rule();
            for (std::size_t t = 0; t < topics_.size(); ++t) {
                Reach::Cell& made = out_.areas.emplace_back(rows_[r], topics_[t]);
                made.threshold_minutes = rule.threshold_minutes;
                made.online_offers = static_cast<std::int64_t>(by_topic_.online(t));
                const Nearest nearest = by_topic_.nearest(ways, rows_[r], t);
                if (nearest.offer && rule.in_reach(nearest.way.minutes))
                    made.within_threshold = ThreeValued::yes;
                else if (nearest.offer && recorded_around(rows_[r], t) &&
                         !by_topic_.may_be_nearer(ways, rows_[r], t))
                    made.within_threshold = ThreeValued::no;
                if (nearest.offer &&
                    (made.within_threshold != ThreeValued::unknown ||
                     nearest.way.minutes <= farthest_told * rule.threshold_minutes))
                    show(made, nearest);
                int counted = 0, uncounted = 0;
                by_topic_.within_threshold(
                    ways, rows_[r], t, [&](std::size_t offer, double minutes) {
                        const auto places = capacity(offer);
                        ++(places ? counted : uncounted);
                        if (places.value_or(0) > 0)
                            links.add(offer, minutes / rule.threshold_minutes);
                    });
                all_counted_.push_back(counted > 0 && uncounted == 0);
                links.finish_area(r, links_[t]);
            }
        }
    }

    /// The topic is known around the area: an open offer on site in its Kreis, or a finding. Where
    /// nobody recorded anything, a far offer elsewhere does not mean that there is none nearby.
    bool recorded_around(AreaId area, std::size_t topic) {
        const auto home = surroundings(network_, area);
        const auto [it, fresh] = around_.try_emplace(home, topics_.size(), !home);
        if (fresh && home)
            for (const OpenOffer& offer : supply_.offers) {
                const Offer& row = network_[offer.offer];
                if (offer.online || presence_of(network_, row, *home) == Presence::none) continue;
                for (std::size_t t = 0; t < topics_.size(); ++t)
                    if (std::ranges::find(row.topics, topics_[t].key) != row.topics.end())
                        it->second[t] = true;
            }
        return it->second[topic] || finding_for(view_, area, topics_[topic].key, {}) != nullptr;
    }

    void show(Reach::Cell& made, const Nearest& nearest) {
        made.nearest_km = nearest.way.km;
        made.nearest_minutes = nearest.way.minutes;
        made.nearest_offer = supply_.offers[*nearest.offer].offer;
        made.basis = as_choice(nearest.way.basis);
    }

    void add_access() {
        if (weights_.measure == Demand::none) return;
        std::vector<double> demand;
        for (const auto& weight : weights_.of) demand.push_back(weight.value_or(0));
        std::vector<double> capacities;
        for (std::size_t i = 0; i < supply_.offers.size(); ++i)
            capacities.push_back(static_cast<double>(capacity(i).value_or(0)));
        for (std::size_t t = 0; t < topics_.size(); ++t) {
            if (by_topic_.with_capacity(t) == 0) continue;
            const auto enhanced = enhanced_two_step(links_[t], demand, capacities);
            const auto balanced = balanced_catchment(links_[t], demand, capacities);
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                // 0 is true where no offer at all is within the threshold, or those have no places.
                if (!weights_.of[r] || (enhanced[r] == 0 && !all_counted_[r * topics_.size() + t] &&
                                        cell(r, t).within_threshold != ThreeValued::no))
                    continue;
                cell(r, t).access_e2sfca = per_thousand * enhanced[r];
                cell(r, t).access_bfca = per_thousand * balanced[r];
            }
        }
    }

    /// From here on the rows are those shown.
    void keep_shown() {
        if (rows_.size() == shown_.size()) return;
        std::vector<Reach::Cell> cells;
        std::vector<std::optional<double>> weights;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (!std::ranges::binary_search(shown_, rows_[r])) continue;
            weights.push_back(weights_.of[r]);
            const auto first = out_.areas.begin() + static_cast<std::ptrdiff_t>(r * topics_.size());
            std::move(first, first + std::ssize(topics_), std::back_inserter(cells));
        }
        rows_.assign(shown_.begin(), shown_.end());
        out_.areas = std::move(cells);
        weights_.of = std::move(weights);
        count_missing_weights();
    }

    void count_missing_weights() {
        const PersonCounts counts = person_counts(network_, view_.suppress_below);
        weights_.withheld = std::ranges::count_if(
            rows_, [&](AreaId area) { return is_withheld(counts[area], weights_.measure); });
        weights_.not_recorded =
            std::ranges::count_if(weights_.of, [](const auto& weight) { return !weight; }) -
            weights_.withheld;
    }

    void add_up() {
        KnownWays all;
        for (std::size_t t = 0; t < topics_.size(); ++t) {
            KnownWays known;
            Reach::TopicTotal& total = out_.topics.emplace_back();
            total.topic = topics_[t];
            total.open_offers = static_cast<std::int64_t>(by_topic_.on_site(t));
            total.with_capacity = static_cast<std::int64_t>(by_topic_.with_capacity(t));
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                const Reach::Cell& made = cell(r, t);
                const ThreeValued value = made.within_threshold;
                if (made.basis) {
                    if (made.basis->key == enumerator(WayBasis::recorded).key) ++out_.recorded_ways;
                    if (made.basis->key == enumerator(WayBasis::area_point).key)
                        ++out_.at_area_points;
                }
                count(value, total.within, total.outside, total.unknown);
                count(value, out_.within, out_.outside, out_.unknown);
                if (value == ThreeValued::unknown && !made.nearest_offer && made.online_offers > 0)
                    ++out_.online_only;
                if (value == ThreeValued::unknown || !weights_.of[r]) continue;
                known.add(*weights_.of[r], made, network_[rows_[r]].deprivation);
                all.add(*weights_.of[r], made, network_[rows_[r]].deprivation);
            }
            known.total(total);
            total.mean_minutes = known.mean(known.minutes);
        }
        all.total(out_);
    }

    void describe() {
        out_.area_count = static_cast<std::int64_t>(rows_.size());
        out_.mode = rules_.mode();
        out_.unusable_rules = rules_.unusable();
        out_.demand = as_choice(weights_.measure);
        out_.demand_measured = weights_.measure != Demand::none;
        out_.unplaced = supply_.unplaced;
        out_.openness_not_recorded = supply_.openness_not_recorded;
        out_.areas_without_demand = weights_.not_recorded;
        out_.areas_with_withheld_demand = weights_.withheld;
        out_.demand_hidden = weights_.hidden;
        for (const AreaId area : rows_) {
            const Area& row = network_[area];
            if (!row.lat || !row.lon) ++out_.areas_without_point;
            if (!row.deprivation) ++out_.areas_without_deprivation;
            const TravelRule& rule = rules_.of(area);
            std::optional<Choice> settlement;
            if (const auto code = rules_.settlement(area))
                settlement = network_.codes().choice("settlement_classes", *code);
            out_.settlements.push_back(
                {area, settlement, rule.threshold_minutes, rule.detour, rule.speed_kmh});
        }
        for (const Travel& row : network_.tables().travel)
            if (!rules_.accepts(row)) ++out_.travel_rows_unused;
    }

    /// Beyond the threshold first, the farthest of them on top; then what is not known.
    void sort() {
        const auto order = [](const Reach::Cell& c) {
            const int group = c.within_threshold == ThreeValued::no        ? 0
                              : c.within_threshold == ThreeValued::unknown ? 1
                                                                           : 2;
            return std::pair{group, -c.nearest_minutes.value_or(0) / c.threshold_minutes};
        };
        std::ranges::stable_sort(out_.areas, {}, order);
    }

    const View& view_;
    const Network& network_;
    const TravelRules& rules_;
    std::vector<AreaId> rows_;
    std::vector<Choice> topics_;
    Supply supply_;
    TopicSupply by_topic_;
    DemandWeights weights_;
    std::vector<std::vector<CatchmentLink>> links_;
    std::span<const AreaId> shown_;
    /// By row and topic: all offers within the threshold have a recorded capacity. Where nothing
    /// comes of it, it is 0.
    std::vector<bool> all_counted_;
    std::map<std::optional<AreaId>, std::vector<bool>> around_;  ///< by Kreis: topics offered there
    Reach::Findings out_;
};

}  // namespace

Info Reach::info() {
    return {
        "reach",
        "A02",
        Theme::supply,
        {"Erreichbarkeit", "Reach"},
        {"Wie weit ist es zum nächsten offenen Angebot, und für wen reichen die Plätze?",
         "How far is it to the nearest open offer, and whom do the places reach?"},
        "Luo & Qi (2009), doi:10.1016/j.healthplace.2009.06.002; Paez, Higgins & Vivona (2019), "
        "doi:10.1371/journal.pone.0218773; Foster, Greer & Thorbecke (1984), "
        "doi:10.2307/1913475; Kakwani, Wagstaff & van Doorslaer (1997), "
        "doi:10.1016/S0304-4076(96)01807-6"};
}

Result<Reach::Findings> Reach::run(const View& view, const Options& options) {
    const auto rules =
        TravelRules::make(view, {options.mode, options.threshold, options.detour, options.speed});
    if (!rules) return rules.error();
    const auto shown = area_rows(view, options.by);
    if (!shown) return shown.error();
    auto sharing = sharing_areas(view, options.by, *shown);
    if (!sharing) return sharing.error();
    return Builder{view, *rules, *std::move(sharing), *shown}.build();
}

Entry Reach::entry() {
    return erase<Reach>();
}

}  // namespace lotse::analysis
