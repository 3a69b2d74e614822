#include "offer_pairs.hpp"

#include "coverage_evidence.hpp"
#include "offer_phase.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// Whether one of the recorded codes includes one of the wanted; unknown: nothing is recorded.
template <class Includes>
ThreeValued fits(const std::vector<std::string>& recorded, const std::vector<std::string>& wanted,
                 Includes&& includes) {
    if (wanted.empty()) return ThreeValued::yes;
    if (recorded.empty()) return ThreeValued::unknown;
    const bool met = std::ranges::any_of(recorded, [&](const std::string& r) {
        return std::ranges::any_of(wanted, [&](const std::string& w) { return includes(r, w); });
    });
    return met ? ThreeValued::yes : ThreeValued::no;
}

}  // namespace

std::vector<AreaId> areas_of(const Network& network, const Offer& offer) {
    std::vector<AreaId> out;
    for (const auto& area : offer.areas) out.push_back(*area);
    for (const auto& venue : offer.venues)
        if (!network[*venue].area.empty()) out.push_back(*network[*venue].area);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool is_everywhere(const Network& network, const Offer& offer) {
    return offer.areas.empty() && !lacks_area(network, offer) && areas_of(network, offer).empty();
}

std::optional<AreaId> shared_area(const Network& network, const Offer& one, const Offer& other) {
    const auto theirs = areas_of(network, other);
    std::optional<AreaId> smaller;
    for (const AreaId a : areas_of(network, one))
        for (const AreaId b : theirs) {
            if (a == b) return a;
            if (smaller) continue;
            if (network.within(a, b))
                smaller = a;
            else if (network.within(b, a))
                smaller = b;
        }
    return smaller;
}

bool is_current(const View& view, const Offer& offer) {
    return phase_of(offer, view.moment()) != Phase::ended;
}

namespace {

/// Whether the view looks at the offer; unknown: a field that is asked for is not recorded.
ThreeValued is_in_view(const View& view, const Offer& offer) {
    const Network& network = *view.network;
    ThreeValued place = ThreeValued::yes;
    if (!view.areas.empty() && lacks_area(network, offer))
        place = ThreeValued::unknown;
    else if (!view.areas.empty() && std::ranges::none_of(view.areas, [&](AreaId area) {
                 return presence_of(network, offer, area) != Presence::none;
             }))
        place = ThreeValued::no;
    const std::array met{place, fits(offer.topics, view.topics, std::equal_to<>{}),
                         fits(offer.targets, view.targets, includes_target),
                         fits(offer.legal, view.legal, includes_legal)};
    const auto any = [&](ThreeValued v) { return std::ranges::find(met, v) != met.end(); };
    if (any(ThreeValued::no)) return ThreeValued::no;
    return any(ThreeValued::unknown) ? ThreeValued::unknown : ThreeValued::yes;
}

}  // namespace

OffersInView offers_in_view(const View& view) {
    OffersInView out;
    for (std::size_t i = 0; i < view.network->offers().size(); ++i) {
        const Offer& offer = view.network->offers()[i];
        const ThreeValued inside = is_in_view(view, offer);
        if (inside == ThreeValued::unknown)
            ++out.not_recorded;
        else if (inside == ThreeValued::yes && is_current(view, offer))
            out.offers.emplace_back(i);
        else if (inside == ThreeValued::yes)
            ++out.ended;
    }
    return out;
}

std::vector<OfferId> offers_of_view(const View& view) {
    std::vector<OfferId> out;
    for (std::size_t i = 0; i < view.network->offers().size(); ++i)
        if (is_in_view(view, view.network->offers()[i]) == ThreeValued::yes) out.emplace_back(i);
    return out;
}

std::vector<Message> offer_notes(const View& view, const OffersInView& selection) {
    std::vector<Message> notes;
    const auto date = view.reference_date();
    const Message count =
        counted(selection.offers.size(), {"Angebot", "offer"}, {"Angebote", "offers"});
    notes.push_back(date ? message({"Betrachtet: {}, {}, am Stichtag {} laufend, ruhend oder "
                                    "geplant.",
                                    "Looked at: {}, {}, running, paused or planned on the "
                                    "reference date {}."},
                                   {place_of_table("offers"), count, date_words(*date)})
                         : message({"Betrachtet: {}, {}, dem Status nach nicht beendet; kein "
                                    "Stichtag.",
                                    "Looked at: {}, {}, not ended by their status; no "
                                    "reference date."},
                                   {place_of_table("offers"), count}));
    const auto left_out = [&](std::int64_t n, Text words) {
        if (n > 0) notes.push_back(message(words, {count_words(n)}));
    };
    note_lost_providers(view, notes);
    left_out(selection.ended,
             {"Beendete Angebote, die nicht dabei sind: {}.", "Ended offers left out: {}."});
    left_out(selection.not_recorded,
             {"Angebote ohne Angabe zu Gebiet, Thema, Zielgruppe oder Rechtskreis, nach denen "
              "gefragt ist, und deshalb nicht dabei: {}.",
              "Offers left out because the area, topic, target group or legal circle asked for "
              "is not recorded: {}."});
    return notes;
}

}  // namespace lotse::analysis
