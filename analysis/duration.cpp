#include <lotse/analysis/duration.hpp>

#include "area_index.hpp"
#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "offer_phase.hpp"
#include "unused_options.hpp"
#include "whom_to_ask.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using State = Duration::State;

/// A row of the code list, read for use.
struct DurationRule {
    Choice choice;
    std::vector<std::string> topics;
    std::vector<std::string> targets;
    std::vector<std::string> open_forms;
    double min_weeks = 0;
    std::string source;
};

std::vector<std::string> members(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('|'), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

/// The rules that speak of the chosen topics and groups. A rule without topics, groups or weeks
/// says nothing and is left out.
std::vector<DurationRule> rules_of(const View& view) {
    const Network& network = *view.network;
    std::vector<DurationRule> out;
    for (const Code& code : network.codes().list("duration_rules")->codes()) {
        DurationRule rule{network.codes().choice("duration_rules", code.code),
                          members(code.attribute("topics")),
                          members(code.attribute("targets")),
                          members(code.attribute("open_forms")),
                          0,
                          std::string{code.attribute("source")}};
        const auto weeks = parse_number(code.attribute("min_weeks"), {0, 5200});
        if (const double* value = std::get_if<double>(&weeks)) rule.min_weeks = *value;
        const auto chosen = [](const auto& wanted, const auto& of_rule) {
            return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& want) {
                       return contains(of_rule, want);
                   });
        };
        if (rule.min_weeks > 0 && !rule.topics.empty() && !rule.targets.empty() &&
            chosen(view.topics, rule.topics) && chosen(view.targets, rule.targets))
            out.push_back(std::move(rule));
    }
    return out;
}

std::vector<Choice> choices(const Network& network, std::string_view list,
                            const std::vector<std::string>& codes) {
    std::vector<Choice> out;
    for (const std::string& code : codes) out.push_back(network.codes().choice(list, code));
    return out;
}

/// How long the offer carries somebody who begins on the reference date.
struct Length {
    State state = State::not_recorded;
    std::optional<double> weeks = {};  ///< at most, where the dates are not exact
    bool enough = false;               ///< also while it is planned
};

Length carries(const View& view, const Offer& offer, const DurationRule& rule) {
    if (offer.duration_weeks) {
        const bool enough = *offer.duration_weeks >= rule.min_weeks;
        return {enough ? State::meets : State::too_short, offer.duration_weeks, enough};
    }
    if (!contains(rule.open_forms, offer.form)) return {};
    const auto left = weeks_left(offer, view.moment());
    if (left ? left->least >= rule.min_weeks : !offer.end.has_value())
        return {State::open_ended, std::nullopt, true};
    if (left && left->most < rule.min_weeks) return {State::too_short, left->most};
    return {};
}

Length length_of(const View& view, const Offer& offer, const DurationRule& rule) {
    Length out = carries(view, offer, rule);
    if (phase_of(offer, view.moment()) == Phase::planned) out.state = State::planned;
    return out;
}

bool fits_rule(const View& view, const Offer& offer, const DurationRule& rule) {
    const auto topic = [&](const std::string& code) { return contains(rule.topics, code); };
    const auto open = [&](const auto& recorded, const auto& wanted, auto&& includes) {
        return recorded.empty() || wanted.empty() ||
               std::ranges::any_of(wanted, [&](const std::string& want) {
                   return std::ranges::any_of(
                       recorded, [&](const std::string& code) { return includes(code, want); });
               });
    };
    return std::ranges::any_of(offer.topics, topic) && topic_in_view(view, offer) &&
           open(offer.targets, rule.targets, includes_target) &&
           open(offer.legal, view.legal, includes_legal) &&
           phase_of(offer, view.moment()) != Phase::ended && !has_lost_providers(view, offer);
}

/// An offer whose group (or circle, where one is asked for) is not recorded may be closed: how
/// long it lasts does not make it an offer for the group.
bool group_recorded(const View& view, const Offer& offer) {
    return !offer.targets.empty() && (view.legal.empty() || !offer.legal.empty());
}

bool is_gap(State state) {
    return state != State::meets && state != State::open_ended;
}

/// Gaps first, the ones that talks can close before those that nobody knows about.
int gap_order(State state) {
    switch (state) {
        case State::too_short: return 0;
        case State::planned: return 1;
        case State::none: return 2;
        case State::not_recorded: return 3;
        case State::unknown: return 4;
        case State::open_ended: return 5;
        case State::meets: return 6;
    }
    return 6;
}

class Judge {
public:
    explicit Judge(const View& view, std::vector<DurationRule> rules)
        : view_{view}, network_{*view.network}, rules_{std::move(rules)}, whom_to_ask_{view} {
        for (const DurationRule& rule : rules_) {
            auto& fitting = fitting_.emplace_back();
            AreaIndex& at = fitting_at_.emplace_back(network_);
            for (std::size_t i = 0; i < network_.offers().size(); ++i) {
                const Offer& offer = network_.offers()[i];
                if (!fits_rule(view_, offer, rule)) continue;
                Length length = length_of(view_, offer, rule);
                if (!group_recorded(view_, offer)) length.state = State::not_recorded;
                at.add(fitting.size(), offer);
                fitting.push_back({OfferId{i}, length});
            }
        }
    }

    void area(AreaId area, Duration::Findings& findings) const {
        for (std::size_t r = 0; r < rules_.size(); ++r) {
            Duration::Cell cell = judged(area, r);
            count(findings, cell.state);
            findings.areas.push_back(std::move(cell));
        }
    }

    void offers(const std::vector<AreaId>& areas, Duration::Findings& findings) const {
        for (std::size_t r = 0; r < rules_.size(); ++r)
            for (const auto& [id, length] : fitting_[r]) {
                const Offer& offer = network_[id];
                const auto reaches = [&](AreaId area) {
                    return presence_of(network_, offer, area) != Presence::none;
                };
                if (!view_.areas.empty() && std::ranges::none_of(areas, reaches)) continue;
                Duration::OfferRow row{
                    id, rules_[r].choice, length.state, {}, length.weeks, {}, offer.end, {}};
                if (!offer.form.empty())
                    row.form = network_.codes().choice("offer_forms", offer.form);
                if (length.weeks && *length.weeks < rules_[r].min_weeks)
                    row.missing_weeks = rules_[r].min_weeks - *length.weeks;
                for (const auto& provider : offer.providers)
                    row.providers.push_back(named(network_, *provider));
                findings.offers.push_back(std::move(row));
            }
    }

    void rules(Duration::Findings& findings) const {
        for (const DurationRule& rule : rules_)
            findings.rules.push_back({rule.choice, choices(network_, "topics", rule.topics),
                                      choices(network_, "targets", rule.targets), rule.min_weeks,
                                      rule.source});
    }

private:
    struct Fitting {
        OfferId offer;
        Length length;
    };

    static void count(Duration::Findings& findings, State state) {
        switch (state) {
            case State::meets: ++findings.meets; break;
            case State::open_ended: ++findings.open_ended; break;
            case State::not_recorded: ++findings.not_recorded; break;
            case State::too_short: ++findings.too_short; break;
            case State::planned: ++findings.planned; break;
            case State::none: ++findings.none; break;
            case State::unknown: ++findings.unknown; break;
        }
    }

    Duration::Cell judged(AreaId area, std::size_t r) const {
        const DurationRule& rule = rules_[r];
        Duration::Cell cell{area, rule.choice, rule.min_weeks, State::unknown, {}, {}, {}, {}};
        std::vector<Fitting> running;
        for (const std::size_t position : fitting_at_[r].touching(area)) {
            const Fitting& fit = fitting_[r][position];
            if (presence_of(network_, network_[fit.offer], area) == Presence::none) continue;
            if (fit.length.state != State::planned)
                running.push_back(fit);
            else if (fit.length.enough)
                cell.planned.push_back(named(network_, fit.offer));
            if (cell.state == State::unknown && fit.length.state == State::planned)
                cell.state = State::planned;
        }
        // State is ordered from the best to the worst.
        std::ranges::stable_sort(running, {}, [](const Fitting& f) { return f.length.state; });
        if (!running.empty()) cell.state = running.front().length.state;
        for (const Fitting& fit : running) {
            cell.offers.push_back(named(network_, fit.offer));
            if (fit.length.weeks)
                cell.longest_weeks = std::max(cell.longest_weeks.value_or(0), *fit.length.weeks);
        }
        if (cell.state == State::unknown && found_none(area, rule)) cell.state = State::none;
        if (is_gap(cell.state)) cell.ask = whom_to_ask_.about(area);
        return cell;
    }

    /// Every topic of the rule has a finding that there is none, for the group or for everybody.
    bool found_none(AreaId area, const DurationRule& rule) const {
        return std::ranges::all_of(rule.topics, [&](const std::string& topic) {
            return std::ranges::all_of(rule.targets, [&](const std::string& target) {
                const Finding* finding = finding_for(view_, area, topic, {target, {}});
                return finding && finding->state == CoverageState::none;
            });
        });
    }

    const View& view_;
    const Network& network_;
    std::vector<DurationRule> rules_;
    std::vector<std::vector<Fitting>> fitting_;  ///< by rule
    std::vector<AreaIndex> fitting_at_;          ///< by rule, positions in fitting_
    WhomToAsk whom_to_ask_;
};

}  // namespace

Info Duration::info() {
    return {
        "duration",
        "A18",
        Theme::supply,
        {"Bedarf und Dauer", "Duration"},
        {"Laufen die Angebote so lange, wie es für die Zielgruppe gefordert wird, und wo nicht?",
         "Do offers last as long as is asked for the target group, and where not?"},
        "lotse, QUESTIONS A18: rules of the code list duration_rules"};
}

Result<Duration::Findings> Duration::run(const View& view, const Options& options) {
    const auto rows = area_rows(view, options.by);
    if (!rows) return rows.error();
    const Judge judge{view, rules_of(view)};
    Findings findings;
    findings.areas_checked = static_cast<std::int64_t>(rows->size());
    for (const AreaId area : *rows) judge.area(area, findings);
    judge.offers(*rows, findings);
    judge.rules(findings);
    std::ranges::stable_sort(findings.areas, {}, [](const Cell& c) { return gap_order(c.state); });
    std::ranges::stable_sort(findings.offers, {}, &OfferRow::state);
    return findings;
}

namespace {

/// Names of the offers with the state, each once.
std::vector<Message> offers_with(const Network& network, const Duration::Findings& findings,
                                 State state) {
    std::vector<Message> out;
    for (const Duration::OfferRow& row : findings.offers) {
        Message name = name_words(network, row.offer);
        if (row.state == state && std::ranges::find(out, name) == out.end())
            out.push_back(std::move(name));
    }
    return out;
}

const Duration::Cell* first_gap(const Duration::Findings& findings) {
    const auto it = std::ranges::find_if(
        findings.areas, [](const Duration::Cell& cell) { return cell.ask.has_value(); });
    return it == findings.areas.end() ? nullptr : &*it;
}

}  // namespace

void Duration::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    auto& notes = document.notes;
    const auto date = view.reference_date();
    notes.push_back(
        date ? message({"Grundlage: Angebote, Gebiete und Feststellungen, Stichtag {}; Regeln aus "
                        "der Liste der Regeln zur Dauer.",
                        "Basis: offers, areas and findings, reference date {}; rules from the list "
                        "of rules of duration."},
                       {date_words(*date)})
             : Message{Text{"Grundlage: Angebote, Gebiete und Feststellungen, ohne Stichtag; "
                            "Regeln aus der Liste der Regeln zur Dauer.",
                            "Basis: offers, areas and findings, without a reference date; rules "
                            "from the list of rules of duration."}});
    notes.push_back(Text{
        "Beratung und offene Angebote ohne Ende gelten als „ohne festes Ende“: Man kann bleiben, "
        "zugesagt ist die Dauer damit nicht.",
        "Counselling and open offers without an end count as 'open-ended': people can stay, but "
        "the time is not promised."});
    notes.push_back(
        Text{"„Angaben fehlen“ heißt: Es gibt ein Angebot, aber seine Wochenzahl oder Zielgruppe "
             "ist nicht erfasst, oder Ende und Stichtag sind dafür nicht genau genug. Zu kurz ist "
             "es damit nicht.",
             "'Entries missing' means that there is an offer, but its number of weeks or target "
             "group is not recorded, or its end and the reference date are not exact enough. That "
             "does not make it too short."});
    note_lost_providers(view, notes);
    note_offers_without_area(view, notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);

    auto& reading = document.reading;
    if (findings.rules.empty()) {
        reading.push_back(message({"Für diese Auswahl gibt es keine Regel zur Dauer. Eigene Regeln "
                                   "gehören ins {} (Liste „duration_rules“).",
                                   "There is no rule of duration for this choice. Own rules belong "
                                   "into the {} (list 'duration_rules')."},
                                  {place_of_table("codes")}));
        return;
    }
    if (findings.areas.empty()) {
        reading.push_back(no_rows_words(view));
        return;
    }
    reading.push_back(message(
        {"Geprüft: {} in {}. Lang genug {}, ohne festes Ende {}, zu kurz {}, erst geplant {}, "
         "Angaben fehlen {}, nach einer Feststellung keins {}, kein Angebot "
         "erfasst {}.",
         "Checked: {} in {}. Long enough {}, open-ended {}, too short {}, only planned {}, "
         "entries missing {}, none by a finding {}, no offer recorded {}."},
        {counted(findings.rules.size(), {"Regel", "rule"}, {"Regeln", "rules"}),
         counted(findings.areas_checked, {"Gebiet", "area"}, {"Gebieten", "areas"}),
         count_words(findings.meets), count_words(findings.open_ended),
         count_words(findings.too_short), count_words(findings.planned),
         count_words(findings.not_recorded), count_words(findings.none),
         count_words(findings.unknown)}));
    const auto long_enough = offers_with(network, findings, State::meets);
    const auto too_short = offers_with(network, findings, State::too_short);
    if (!long_enough.empty() || !too_short.empty()) {
        const Message nobody = Text{"kein erfasstes Angebot", "no recorded offer"};
        reading.push_back(
            message({"Lang genug: {}. Zu kurz: {}. Ob ein Angebot wirkt, sagt seine Dauer nicht.",
                     "Long enough: {}. Too short: {}. How long an offer lasts does not tell "
                     "whether it helps."},
                    {long_enough.empty() ? nobody : list_words(long_enough),
                     too_short.empty() ? nobody : list_words(too_short)}));
    }
    if (const Cell* gap = first_gap(findings))
        reading.push_back(message(
            {"Nächster Schritt: Lücke „{}“ in {} mit „{}“ besprechen; alle Lücken stehen in der "
             "Tabelle „Gebiete und Regeln“.",
             "Next step: discuss the gap '{}' in {} with '{}'; the table 'Areas and rules' lists "
             "all gaps."},
            {gap->rule.label, name_words(network, gap->area), name_words(network, *gap->ask)}));
}

Entry Duration::entry() {
    return erase<Duration>();
}

}  // namespace lotse::analysis
