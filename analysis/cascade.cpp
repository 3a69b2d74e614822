#include <lotse/analysis/cascade.hpp>

#include "cascade_evidence.hpp"
#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "offer_phase.hpp"
#include "ranking.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

using Values = std::array<ThreeValued, 5>;
constexpr std::array stages{Stage::exists, Stage::reachable, Stage::acceptable, Stage::contact,
                            Stage::effective};

std::optional<Stage> first(const Values& values, ThreeValued wanted) {
    for (std::size_t s = 0; s < stages.size(); ++s)
        if (values[s] == wanted) return stages[s];
    return std::nullopt;
}

/// The stage before which everything is yes.
std::optional<Stage> undecided(const Values& values) {
    for (std::size_t s = 0; s < stages.size(); ++s)
        if (values[s] != ThreeValued::yes)
            return values[s] == ThreeValued::unknown ? std::optional{stages[s]} : std::nullopt;
    return std::nullopt;
}

Values values_of(const Cascade::Cell& cell) {
    return {cell.exists, cell.reachable, cell.acceptable, cell.contact, cell.effective};
}

/// yes before unknown before no, stage after stage.
int rank(ThreeValued value) {
    return value == ThreeValued::yes ? 2 : value == ThreeValued::unknown ? 1 : 0;
}
std::array<int, 5> rank(const Values& values) {
    std::array<int, 5> out{};
    std::ranges::transform(values, out.begin(), [](ThreeValued v) { return rank(v); });
    return out;
}

/// Weighted cells of one topic, or of all.
struct Sums {
    std::array<double, 5> yes{};
    std::array<double, 5> possible{};  ///< yes or not recorded
    std::array<double, 5> lost{};
    double total = 0;

    void add(double weight, const Values& values) {
        total += weight;
        for (std::size_t s = 0; s < stages.size(); ++s) {
            if (values[s] == ThreeValued::yes) yes[s] += weight;
            if (values[s] != ThreeValued::no) possible[s] += weight;
        }
        if (const auto stage = first(values, ThreeValued::no))
            lost[static_cast<std::size_t>(*stage)] += weight;
    }
    std::optional<double> at_least(Stage stage) const {
        if (total <= 0) return std::nullopt;
        return yes[static_cast<std::size_t>(stage)] / total;
    }
    std::optional<double> at_most(Stage stage) const {
        if (total <= 0) return std::nullopt;
        return possible[static_cast<std::size_t>(stage)] / total;
    }
    std::optional<Stage> largest_drop() const {
        const auto it = std::ranges::max_element(lost, {}, [](double d) { return rank_value(d); });
        if (*it <= 0) return std::nullopt;
        return stages[static_cast<std::size_t>(it - lost.begin())];
    }
};

class Builder {
public:
    Builder(const View& view, const TravelRules& rules, std::vector<AreaId> rows)
        : view_{view},
          network_{*view.network},
          rules_{rules},
          rows_{std::move(rows)},
          topics_{topic_columns(view)},
          supply_{open_supply(view)},
          offers_{candidates(supply_)},
          weights_{weights_of(view, rows_)},
          whom_to_ask_{view},
          in_question_(offers_.size(), false),
          near_(offers_.size(), 0),
          near_known_(offers_.size(), 0) {
        const auto groups = groups_asked(view);
        if (groups.size() == 1) group_ = groups.front();
        for (std::size_t o = 0; o < offers_.size(); ++o) {
            const Offer& row = network_[offers_[o].offer];
            checks_.push_back(acceptability(network_, row));
            acceptable_.push_back(checks_.back().all());
            for (const std::string& topic : row.topics)
                if (auto& offers = offers_of_[topic]; offers.empty() || offers.back() != o)
                    offers.push_back(o);
        }
    }

    Cascade::Findings build() {
        OffersInReach offers{view_, rules_, offers_, supply_.places};
        Gatekeepers gatekeepers{view_};
        std::vector<Sums> sums(topics_.size());
        Sums all;
        for (const Stage stage : stages) out_.stages.emplace_back().stage = stage;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            offers.start_from(rows_[r]);
            gatekeepers.start_from(rows_[r]);
            if (gatekeepers.here().empty()) ++out_.areas_without_contact;
            note_nearness(offers, weights_.of[r].value_or(0));
            for (std::size_t t = 0; t < topics_.size(); ++t) {
                const Values values = add_cell(rows_[r], topics_[t], offers, gatekeepers);
                count(values);
                if (!weights_.of[r]) continue;
                sums[t].add(*weights_.of[r], values);
                all.add(*weights_.of[r], values);
            }
        }
        add_up(sums, all);
        check_offers();
        return std::move(out_);
    }

private:
    void note_nearness(const OffersInReach& offers, double weight) {
        for (std::size_t o = 0; o < offers_.size(); ++o) {
            if (offers.reachable(o) == ThreeValued::unknown) continue;
            near_known_[o] += weight;
            if (offers.reachable(o) == ThreeValued::yes) near_[o] += weight;
        }
    }

    Values stages_of(std::size_t offer, const Choice& topic, const OffersInReach& offers,
                     const Gatekeepers& gatekeepers) const {
        const Offer& row = network_[offers_[offer].offer];
        const Contact contact = gatekeepers.to(row, topic.key);
        Values out{offers_[offer].open, offers.reachable(offer), acceptable_[offer], contact.exists,
                   either(row.evaluated, contact.feedback)};
        for (std::size_t s = 1; s < out.size(); ++s) out[s] = both(out[s - 1], out[s]);
        return out;
    }

    Values add_cell(AreaId area, const Choice& topic, const OffersInReach& offers,
                    const Gatekeepers& gatekeepers) {
        std::vector<std::pair<std::size_t, Values>> found;
        for (const std::size_t o : offers_of_[topic.key])
            if (offers.in_question(o)) {
                found.emplace_back(o, stages_of(o, topic, offers, gatekeepers));
                in_question_[o] = true;
            }
        Cascade::Cell cell{area, topic};
        Values values{};
        values.fill(ThreeValued::no);
        const bool certain = std::ranges::any_of(
            found, [](const auto& f) { return f.second.front() == ThreeValued::yes; });
        if (!certain) values = without_offers(area, topic);
        if (!found.empty()) {
            const auto best =
                std::ranges::max_element(found, {}, [](const auto& f) { return rank(f.second); });
            cell.offer = offers_[best->first].offer;
        }
        if (certain)
            for (const auto& [offer, of] : found)
                for (std::size_t s = 0; s < of.size(); ++s) values[s] = either(values[s], of[s]);
        cell.exists = values[0];
        cell.reachable = values[1];
        cell.acceptable = values[2];
        cell.contact = values[3];
        cell.effective = values[4];
        cell.largest_drop = first(values, ThreeValued::no);
        cell.offers = static_cast<std::int64_t>(found.size());
        if (const auto stage = undecided(values)) ask(cell, *stage, found, gatekeepers);
        if (!found.empty() &&
            std::ranges::all_of(found, [&](const auto& f) { return offers_[f.first].online; }))
            ++out_.online_only;
        out_.areas.push_back(std::move(cell));
        return values;
    }

    /// Of an offer that may be open nothing is certain: the finding speaks before it.
    Values without_offers(AreaId area, const Choice& topic) const {
        Values out{};
        out.fill(ThreeValued::unknown);
        const Finding* finding = finding_for(view_, area, topic.key, group_);
        if (!finding) return out;
        if (finding->state == CoverageState::none) out.fill(ThreeValued::no);
        if (finding->state == CoverageState::available || finding->state == CoverageState::barrier)
            out[0] = ThreeValued::yes;
        return out;
    }

    std::optional<ActorId> asked_about(const Offer& offer, AreaId area) const {
        const auto providers = providers_now(view_, offer);
        return providers.empty() ? whom_to_ask_.about(area) : std::optional{providers.front()};
    }

    std::size_t question(std::optional<ActorId> actor, Stage stage) {
        const auto [it, fresh] = questions_.try_emplace({actor, stage}, out_.unknown.size());
        if (!fresh) return it->second;
        Cascade::Question& made = out_.unknown.emplace_back();
        made.ask = actor;
        made.stage = stage;
        return it->second;
    }

    /// What would decide the stage: of each offer that leaves it open, the first thing not
    /// recorded.
    void ask(const Cascade::Cell& cell, Stage stage,
             const std::vector<std::pair<std::size_t, Values>>& found,
             const Gatekeepers& gatekeepers) {
        std::set<std::size_t> asked;
        for (const auto& [index, values] : found) {
            if (values[static_cast<std::size_t>(stage)] != ThreeValued::unknown) continue;
            const Stage open = *undecided(values);
            const Offer& offer = network_[offers_[index].offer];
            std::optional<ActorId> whom = asked_about(offer, cell.area);
            if (open == Stage::contact)
                whom = gatekeepers.here().empty() ? whom_to_ask_.about(cell.area)
                                                  : std::optional{gatekeepers.here().front()};
            const std::size_t q = question(whom, open);
            for (const Choice& what : missing(index, offer, open))
                add_once(out_.unknown[q].missing, what);
            add_once(out_.unknown[q].offers, named(network_, offers_[index].offer));
            asked.insert(q);
        }
        if (asked.empty()) {
            const std::size_t q = question(whom_to_ask_.about(cell.area), stage);
            add_once(out_.unknown[q].missing,
                     {"offer", Text{"welches Angebot es gibt", "which offer there is"}});
            asked.insert(q);
        }
        for (const std::size_t q : asked) {
            add_once(out_.unknown[q].topics, cell.topic);
            ++out_.unknown[q].cells;
        }
    }

    std::vector<Choice> missing(std::size_t index, const Offer& offer, Stage stage) const {
        switch (stage) {
            case Stage::exists: return openness_missing(offer);
            case Stage::reachable: return {{"venue", Text{"Ort mit Lage", "venue with position"}}};
            case Stage::acceptable: return checks_[index].missing();
            case Stage::contact:
                if (offer.providers.empty() && offer.host.empty())
                    return {{"providers", Text{"Anbieter", "provider"}}};
                return {{"ties", Text{"Verweise", "referrals"}}};
            case Stage::effective:
                return {{"evaluated", Text{"ob bewertet", "whether evaluated"}},
                        {"feedback", Text{"Rückmeldung zum Verweis", "feedback on the referral"}}};
        }
        return {};
    }

    std::vector<Choice> openness_missing(const Offer& offer) const {
        std::vector<Choice> out;
        if (!view_.targets.empty() && offer.targets.empty())
            out.push_back({"targets", Text{"Zielgruppe", "target group"}});
        if (!view_.legal.empty() && offer.legal.empty())
            out.push_back({"legal", Text{"Rechtskreis", "legal circle"}});
        return out;
    }

    void count(const Values& values) {
        for (std::size_t s = 0; s < stages.size(); ++s) {
            Cascade::StageTotal& total = out_.stages[s];
            ++(values[s] == ThreeValued::yes  ? total.yes
               : values[s] == ThreeValued::no ? total.no
                                              : total.unknown);
        }
    }

    void add_up(const std::vector<Sums>& sums, const Sums& all) {
        for (std::size_t s = 0; s < stages.size(); ++s) {
            out_.stages[s].share_at_least = all.at_least(stages[s]);
            out_.stages[s].share_at_most = all.at_most(stages[s]);
            if (all.total > 0) out_.stages[s].lost = all.lost[s] / all.total;
        }
        for (std::size_t t = 0; t < topics_.size(); ++t) {
            const auto shares = [&](auto&& bound) -> Cascade::TopicShares {
                return {topics_[t],
                        bound(Stage::exists),
                        bound(Stage::reachable),
                        bound(Stage::acceptable),
                        bound(Stage::contact),
                        bound(Stage::effective)};
            };
            out_.topics.push_back({shares([&](Stage stage) { return sums[t].at_least(stage); }),
                                   sums[t].largest_drop()});
            out_.topics_at_most.push_back(
                shares([&](Stage stage) { return sums[t].at_most(stage); }));
        }
        out_.area_count = static_cast<std::int64_t>(rows_.size());
        out_.exists = all.at_least(Stage::exists);
        out_.reachable = all.at_least(Stage::reachable);
        out_.acceptable = all.at_least(Stage::acceptable);
        out_.contact = all.at_least(Stage::contact);
        out_.effective = all.at_least(Stage::effective);
        out_.effective_at_most = all.at_most(Stage::effective);
        out_.largest_drop = all.largest_drop();
        out_.mode = rules_.mode();
        out_.unusable_rules = rules_.unusable();
        out_.demand = {std::string{enumerator(weights_.measure).key},
                       enumerator(weights_.measure).label};
        out_.areas_with_withheld_demand = weights_.withheld;
        out_.demand_hidden = weights_.hidden;
        out_.openness_not_recorded = std::ssize(supply_.perhaps);
        // Cells that break off first, the earliest stage on top; complete ones last.
        std::ranges::stable_sort(out_.areas, {}, [](const Cascade::Cell& cell) {
            return std::pair{!cell.largest_drop, rank(values_of(cell))};
        });
        std::ranges::stable_sort(out_.unknown, std::greater{}, &Cascade::Question::cells);
    }

    /// Those that a cell asks about; without --area also the ones of no known place.
    void check_offers() {
        for (std::size_t o = 0; o < offers_.size(); ++o) {
            const OpenOffer& offer = offers_[o];
            if (!topic_in_view(view_, network_[offer.offer])) continue;
            if (!view_.areas.empty() && !in_question_[o]) continue;
            const Acceptability& check = checks_[o];
            Cascade::Barriers row{
                offer.offer,      check.title,
                check.venue,      check.voluntary,
                check.cost,       check.open,
                check.format,     {},
                check.barriers(), static_cast<std::int64_t>(check.missing().size())};
            if (!offer.online && near_known_[o] > 0) row.distance = near_[o] / near_known_[o];
            out_.barriers.push_back(std::move(row));
        }
        std::ranges::stable_sort(out_.barriers, {}, [](const Cascade::Barriers& b) {
            return std::pair{-b.barriers, -b.unknown};
        });
    }

    const View& view_;
    const Network& network_;
    const TravelRules& rules_;
    std::vector<AreaId> rows_;
    std::vector<Choice> topics_;
    Supply supply_;
    std::vector<OpenOffer> offers_;
    DemandWeights weights_;
    WhomToAsk whom_to_ask_;
    std::vector<Acceptability> checks_;
    std::vector<ThreeValued> acceptable_;
    std::map<std::string, std::vector<std::size_t>> offers_of_;  ///< by topic
    std::map<std::pair<std::optional<ActorId>, Stage>, std::size_t> questions_;
    std::vector<bool> in_question_;  ///< of some cell
    std::vector<double> near_;
    std::vector<double> near_known_;
    Group group_;
    Cascade::Findings out_;
};

}  // namespace

Info Cascade::info() {
    return {"cascade",
            "A03",
            Theme::supply,
            {"Versorgungskaskade", "Cascade"},
            {"Woran bricht der Weg ab: kein Angebot, zu weit, nicht annehmbar, kein Kontakt, keine "
             "geprüfte Wirkung?",
             "Where does the way break off: no offer, too far, not acceptable, no contact, no "
             "effect checked?"},
            "Tanahashi, T. (1978), Health service coverage and its evaluation, Bulletin of the "
            "World Health Organization 56(2), 295-303"};
}

Result<Cascade::Findings> Cascade::run(const View& view, const Options& options) {
    const auto rules = TravelRules::make(view, {options.mode, options.threshold, {}, {}});
    if (!rules) return rules.error();
    auto rows = area_rows(view, options.by);
    if (!rows) return rows.error();
    return Builder{view, *rules, *std::move(rows)}.build();
}

Entry Cascade::entry() {
    return erase<Cascade>();
}

}  // namespace lotse::analysis
