#include <lotse/analysis/venues.hpp>

#include "acceptability.hpp"
#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "offer_phase.hpp"
#include "supply.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

Choice not_recorded() {
    return {"not_recorded", Text{"nicht erhoben", "not recorded"}};
}

/// Yes if one of the venues says so, no if all say no.
template <class Question>
ThreeValued any_venue(const Network& network, const Offer& offer, Question&& question) {
    if (offer.venues.empty()) return ThreeValued::unknown;
    ThreeValued out = ThreeValued::no;
    for (const auto& venue : offer.venues) out = either(out, question(network[*venue]));
    return out;
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

class Builder {
public:
    explicit Builder(const View& view) : view_{view}, network_{*view.network} {
        const Supply supply = open_supply(view);
        const auto is_asked = [&](const OpenOffer& open) {
            const Offer& row = network_[open.offer];
            return topic_in_view(view, row) && in_area(row);
        };
        out_.openness_not_recorded = std::ranges::count_if(supply.perhaps, is_asked);
        for (const OpenOffer& open : supply.offers) {
            const Offer& row = network_[open.offer];
            if (!open.online && topic_in_view(view, row))
                for (const auto& venue : row.venues) ++used_anywhere_[network_[*venue].key];
            if (!is_asked(open)) continue;
            ++out_.offers;
            if (open.online)
                ++out_.online;
            else
                on_site_.push_back(&row);
        }
        out_.on_site = static_cast<std::int64_t>(on_site_.size());
    }

    Venues::Findings build(const TravelRules& rules, const std::vector<AreaId>& rows) {
        count_kinds();
        answer();
        list_venues();
        find_neutral(rules, rows);
        out_.mode = rules.mode();
        return std::move(out_);
    }

private:
    bool in_area(const Offer& offer) const {
        return view_.areas.empty() || std::ranges::any_of(view_.areas, [&](AreaId area) {
                   return presence_of(network_, offer, area) != Presence::none;
               });
    }
    bool in_area(const Venue& venue) const {
        return view_.areas.empty() || std::ranges::any_of(view_.areas, [&](AreaId area) {
                   return !venue.area.empty() && network_.within(*venue.area, area);
               });
    }

    void count_kinds() {
        std::map<std::string, std::set<std::string>> venues;
        std::map<std::string, std::int64_t> offers;
        std::int64_t known = 0;
        for (const Offer* offer : on_site_) {
            std::set<std::string> kinds;
            for (const auto& ref : offer->venues) {
                const Venue& venue = network_[*ref];
                kinds.insert(venue.kind);
                venues[venue.kind].insert(venue.key);
                ++used_[venue.key];
            }
            if (offer->venues.empty()) {
                ++out_.without_venue;
                kinds.insert("");
            }
            for (const std::string& kind : kinds) ++offers[kind];
            if (kinds.size() > 1 || !kinds.contains("")) ++known;
        }
        for (const auto& [kind, count] : offers) {
            Venues::Kind row;
            row.kind = kind.empty() ? not_recorded() : network_.codes().choice("venue_kinds", kind);
            row.offers = count;
            row.venues = static_cast<std::int64_t>(venues[kind].size());
            if (!kind.empty()) row.share = static_cast<double>(count) / static_cast<double>(known);
            out_.kinds.push_back(std::move(row));
        }
        std::ranges::stable_sort(out_.kinds, {}, [](const Venues::Kind& k) {
            return std::pair{k.kind.key == "not_recorded", -k.offers};
        });
    }

    template <class Question>
    std::optional<double> ask(std::string key, Text words, Question&& question) {
        Venues::Answer row{{std::move(key), words}, 0, 0, 0, {}};
        for (const Offer* offer : on_site_) {
            const ThreeValued value = question(*offer);
            ++(value == ThreeValued::yes  ? row.yes
               : value == ThreeValued::no ? row.no
                                          : row.unknown);
        }
        if (row.yes + row.no > 0)
            row.share = static_cast<double>(row.yes) / static_cast<double>(row.yes + row.no);
        out_.answers.push_back(row);
        return row.share;
    }

    void answer() {
        out_.share_outside_jobcenter =
            ask("outside_jobcenter", {"außerhalb des Jobcenters", "outside the jobcenter"},
                [&](const Offer& o) { return acceptability(network_, o).venue; });
        out_.share_neutral =
            ask("neutral", {"neutraler Ort", "neutral venue"}, [&](const Offer& o) {
                return any_venue(network_, o, [](const Venue& v) { return v.neutral; });
            });
        out_.share_barrier_free =
            ask("barrier_free", {"barrierefrei", "barrier-free"}, [&](const Offer& o) {
                return any_venue(network_, o, [](const Venue& v) { return v.barrier_free; });
            });
        out_.share_mixed = ask("mixed", {"offen für mehrere Gruppen", "open to several groups"},
                               [&](const Offer& o) { return acceptability(network_, o).open; });
    }

    void list_venues() {
        std::vector<double> minutes;
        for (std::size_t i = 0; i < network_.venues().size(); ++i) {
            const Venue& venue = network_.venues()[i];
            const auto used = used_.find(venue.key);
            const std::int64_t offers = used == used_.end() ? 0 : used->second;
            if (venue.kind == "online" || (offers == 0 && !in_area(venue))) continue;
            Venues::Row row{
                VenueId{i}, {}, {}, venue.neutral, venue.barrier_free, venue.transit_minutes,
                offers};
            if (!venue.kind.empty()) row.kind = network_.codes().choice("venue_kinds", venue.kind);
            if (!venue.area.empty()) row.area = *venue.area;
            if (offers > 0 && venue.transit_minutes) minutes.push_back(*venue.transit_minutes);
            if (offers > 0 && !venue.transit_minutes) ++out_.transit_not_recorded;
            out_.venues.push_back(std::move(row));
        }
        out_.transit_minutes_median = median(std::move(minutes));
        std::ranges::stable_sort(out_.venues, std::greater{}, &Venues::Row::offers);
    }

    void find_neutral(const TravelRules& rules, const std::vector<AreaId>& rows) {
        std::vector<TravelPlace> places;
        std::vector<VenueId> neutral;
        for (std::size_t i = 0; i < network_.venues().size(); ++i) {
            const Venue& venue = network_.venues()[i];
            if (venue.neutral != ThreeValued::yes || venue.kind == "online") continue;
            places.push_back(place_of(network_, VenueId{i}));
            neutral.emplace_back(i);
        }
        TravelWays ways{rules, std::move(places)};
        for (const AreaId area : rows) {
            ways.start_from(area);
            Venues::AreaRow row{area, {}, {}, {}, {}, {}};
            const double limit = farthest_told * ways.rule().threshold_minutes;
            bool too_far = !neutral.empty();
            for (std::size_t i = 0; i < neutral.size(); ++i) {
                const auto way = ways.to(i);
                too_far = too_far && way && way->minutes > limit;
                if (!way || way->minutes > limit || (row.minutes && *row.minutes <= way->minutes))
                    continue;
                row.nearest_neutral = neutral[i];
                row.km = way->km;
                row.minutes = way->minutes;
                const auto& basis = enumerator(way->basis);
                row.basis = Choice{std::string{basis.key}, basis.label};
            }
            if (too_far) {
                row.basis = Choice{"too_far", message({"über {} Minuten", "over {} minutes"},
                                                      {number_words(limit, 0)})};
                out_.too_far.push_back(area);
            }
            if (row.nearest_neutral)
                row.offers_there = used_anywhere_[network_[*row.nearest_neutral].key];
            out_.areas.push_back(std::move(row));
        }
        // The farthest on top, what is not known before it.
        std::ranges::stable_sort(out_.areas, {}, [](const Venues::AreaRow& row) {
            return std::pair{row.minutes.has_value(), -row.minutes.value_or(0)};
        });
    }

    const View& view_;
    const Network& network_;
    std::vector<const Offer*> on_site_;
    /// Open offers by key of the venue: of the areas asked for, and of all.
    /// @{
    std::map<std::string, std::int64_t> used_;
    std::map<std::string, std::int64_t> used_anywhere_;
    /// @}
    Venues::Findings out_;
};

}  // namespace

Info Venues::info() {
    return {"venues",
            "A29",
            Theme::supply,
            {"Ortsprofil", "Venues"},
            {"An welchen Orten finden Angebote statt, und wo ist der nächste neutrale Ort?",
             "At what places do offers happen, and where is the nearest neutral venue?"},
            "Penchansky, R. & Thomas, J. W. (1981), The concept of access: definition and "
            "relationship to consumer satisfaction, Medical Care 19(2), 127-140"};
}

Result<Venues::Findings> Venues::run(const View& view, const Options& options) {
    const auto rules = TravelRules::make(view, {options.mode, {}, {}, {}});
    if (!rules) return rules.error();
    const auto rows = area_rows(view, options.by);
    if (!rows) return rows.error();
    return Builder{view}.build(*rules, *rows);
}

namespace {

/// "1 Minute", "17 Minuten", rounded as in the table.
Message minutes_words(double minutes) {
    const Message number = number_words(minutes, 0);
    return message(
        number.en == "1" ? Text{"{} Minute", "{} minute"} : Text{"{} Minuten", "{} minutes"},
        {number});
}

/// What a workshop can do next, as far as there is anything to do.
Message next_step(const Venues::Findings& f) {
    const bool gaps =
        f.transit_not_recorded > 0 ||
        std::ranges::any_of(f.answers, [](const auto& answer) { return answer.unknown > 0; });
    const bool at_jobcenter = f.answers.front().no > 0;
    const Message fill_in =
        Text{"in den Blättern „Orte“ und „Angebote“ ergänzen, was nicht erhoben ist",
             "fill in what is not recorded (sheets 'Venues' and 'Offers')"};
    const Message move =
        at_jobcenter
            ? Text{"mit den Anbietern klären, welches Angebot im Jobcenter an einen neutralen Ort "
                   "umziehen kann",
                   "settle with the providers which offer at the jobcenter can move to a neutral "
                   "venue"}
            : Text{"mit den Anbietern klären, welches Angebot an einen neutralen Ort umziehen kann",
                   "settle with the providers which offer can move to a neutral venue"};
    const Message fact =
        Text{"Ein neutraler Ort macht ein Angebot leichter annehmbar, aber noch nicht gut.",
             "A neutral venue makes an offer easier to accept, but not yet good."};
    const bool can_move = at_jobcenter || f.answers[1].no > 0;
    if (gaps && can_move)
        return message({"{} Als Nächstes {}, und {}.", "{} Next, {}, and {}."},
                       {fact, fill_in, move});
    if (gaps || can_move)
        return message({"{} Als Nächstes {}.", "{} Next, {}."}, {fact, gaps ? fill_in : move});
    return fact;
}

}  // namespace

void Venues::explain(const View& view, const Findings& f, Document& document) {
    auto& notes = document.notes;
    notes.push_back(message(
        {"Betrachtet werden laufende Angebote vor Ort und ihre Orte; Wege mit {}, wie bei "
         "„lotse reach“. Neutral heißt: nicht die Räume einer Behörde, so wie es im Blatt "
         "„Orte“ steht.",
         "Looks at running offers on site and their venues; ways by {}, as in 'lotse reach'. "
         "Neutral means: not the premises of an authority, as the sheet 'Venues' says."},
        {f.mode.label}));
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}.", "Reference date: {}."}, {date_words(*date)}));
    notes.push_back(
        Text{"Anteile rechnen nur mit Angeboten, bei denen das Merkmal erfasst ist; was "
             "nicht erhoben ist, steht daneben.",
             "Shares count only offers with the feature recorded; what is not recorded "
             "stands beside it."});
    if (f.openness_not_recorded > 0)
        notes.push_back(message(
            {"Laufende Angebote, bei denen nicht erfasst ist, ob sie der gefragten Gruppe "
             "offenstehen: {}. Sie fehlen in den Zahlen.",
             "Running offers for which it is not recorded whether they are open to the group asked "
             "for: {}. They are missing from the numbers."},
            {count_words(f.openness_not_recorded)}));
    note_lost_providers(view, notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "target", "legal", "at"}, notes);

    auto& reading = document.reading;
    if (f.on_site == 0 && f.openness_not_recorded > 0) {
        reading.push_back(
            Text{"Von keinem laufenden Angebot vor Ort ist erfasst, dass es der gefragten Gruppe "
                 "offensteht. Als Nächstes bei den Anbietern erfragen, wem ihre Angebote "
                 "offenstehen (Blatt „Angebote“, Zielgruppen und Rechtskreis).",
                 "Of no running offer on site it is recorded that it is open to the group asked "
                 "for. Next, ask the providers whom their offers are open to (sheet 'Offers', "
                 "target groups and legal circle)."});
        return;
    }
    if (f.on_site == 0) {
        reading.push_back(
            Text{"Es ist kein laufendes Angebot vor Ort erfasst. Das heißt nicht, "
                 "dass es keines gibt; als Nächstes Angebote mit ihren Orten "
                 "erfassen (Blätter „Angebote“ und „Orte“).",
                 "No running offer on site is recorded. This does not mean that "
                 "there is none; next, record offers with their venues (sheets "
                 "'Offers' and 'Venues')."});
        return;
    }
    for (const Answer& answer : f.answers)
        tell_few_known(document, "share_" + answer.question.key, answer.yes, answer.yes + answer.no,
                       answer.unknown);
    const Answer& outside = f.answers.front();
    const Answer& neutral = f.answers[1];
    reading.push_back(message(
        {"Von den laufenden Angeboten vor Ort ({}) liegen außerhalb des Jobcenters {}, an einem "
         "neutralen Ort {}; nicht erhoben ist das eine bei {}, das andere bei {}.",
         "Of the running offers on site ({}) those outside the jobcenter number {}, those at a "
         "neutral venue {}; the one is not recorded for {}, the other for {}."},
        {count_words(f.on_site), count_words(outside.yes), count_words(neutral.yes),
         count_words(outside.unknown), count_words(neutral.unknown)}));
    const auto farthest =
        std::ranges::find_if(f.areas, [](const AreaRow& row) { return row.minutes.has_value(); });
    if (farthest != f.areas.end())
        reading.push_back(message(
            farthest == f.areas.begin()
                ? Text{"Den weitesten Weg zu einem neutralen Ort hat {}: {} bis „{}“.",
                       "The longest way to a neutral venue has {}: {} to '{}'."}
                : Text{"Von den Gebieten, deren Weg bekannt ist, hat {} den weitesten zu einem "
                       "neutralen Ort: {} bis „{}“.",
                       "Of the areas whose way is known {} has the longest to a neutral venue: {} "
                       "to '{}'."},
            {name_words(*view.network, farthest->area), minutes_words(*farthest->minutes),
             name_words(*view.network, *farthest->nearest_neutral)}));
    if (!f.too_far.empty())
        reading.push_back(message(
            f.too_far.size() == 1
                ? Text{"Mehr als das Vierfache der Zeit, die als erreichbar gilt, braucht der Weg "
                       "zu jedem erfassten neutralen Ort von diesem Gebiet aus: {}.",
                       "More than four times what counts as within reach is the way to every "
                       "recorded neutral venue from this area: {}."}
                : Text{"Mehr als das Vierfache der Zeit, die als erreichbar gilt, braucht der Weg "
                       "zu jedem erfassten neutralen Ort von diesen Gebieten aus: {}.",
                       "More than four times what counts as within reach is the way to every "
                       "recorded neutral venue from these areas: {}."},
            {names_words<Area>(*view.network, f.too_far)}));
    reading.push_back(next_step(f));
}

Entry Venues::entry() {
    return erase<Venues>();
}

}  // namespace lotse::analysis
