#include "offer_phase.hpp"

#include "coverage_evidence.hpp"
#include "words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lotse::analysis {

StatusWord status_word(const Network& network, const Offer& offer) {
    constexpr std::array<std::string_view, 5> clear{"active", "paused", "planned", "proposed",
                                                    "ended"};
    if (std::ranges::find(clear, offer.status) != clear.end()) return StatusWord::clear;
    const bool is_code = network.codes().list("offer_statuses")->find(offer.status) != nullptr;
    return is_code ? StatusWord::own : StatusWord::not_known;
}

void note_own_statuses(const Network& network, const std::set<OfferId>& offers,
                       std::vector<Message>& notes) {
    std::int64_t count = 0;
    std::set<std::string> codes;
    for (const OfferId id : offers)
        if (const Offer& offer = network[id]; status_word(network, offer) == StatusWord::own) {
            ++count;
            codes.insert(offer.status);
        }
    if (count == 0) return;
    std::vector<Message> labels;
    for (const std::string& code : codes)
        labels.push_back(network.codes().choice("offer_statuses", code).label);
    notes.push_back(message({"Angebote mit einem eigenen Status dieses Netzes ({}): {}. Sie gelten "
                             "hier als laufend.",
                             "Offers with a status of this network's own ({}): {}. They are taken "
                             "as running here."},
                            {list_words(labels), count_words(count)}));
}

namespace {

std::vector<ActorId> not_ended(const View& view, const std::vector<Ref<Actor>>& actors) {
    std::vector<ActorId> out;
    for (const Ref<Actor>& actor : actors)
        if (actor_phase(view, *actor) != Phase::ended) out.push_back(*actor);
    return out;
}

}  // namespace

std::vector<ActorId> providers_now(const View& view, const Offer& offer) {
    if (!offer.providers.empty() || offer.host.empty()) return not_ended(view, offer.providers);
    return not_ended(view, {offer.host});
}

std::vector<ActorId> funders_now(const View& view, const Offer& offer) {
    return not_ended(view, offer.funders);
}

bool has_lost_providers(const View& view, const Offer& offer) {
    return !(offer.providers.empty() && offer.host.empty()) && providers_now(view, offer).empty();
}

namespace {

/// All who are recorded to pay for the offer.
bool is_taken_away(const View& view, const Offer& offer) {
    return std::ranges::find(view.funder_gone, offer.key) != view.funder_gone.end();
}

}  // namespace

bool has_lost_funders(const View& view, const Offer& offer) {
    return is_taken_away(view, offer) ||
           (!offer.funders.empty() && funders_now(view, offer).empty());
}

namespace {

bool reaches_view(const View& view, const Offer& offer) {
    return view.areas.empty() || std::ranges::any_of(view.areas, [&](AreaId area) {
               return presence_of(*view.network, offer, area) != Presence::none;
           });
}

/// To a group asked for; one that is not recorded may be open.
bool may_be_open(const View& view, OfferId offer) {
    return std::ranges::any_of(groups_asked(view), [&](const Group& group) {
        return evidence_anywhere(view, offer, AreaId{0}, group).has_value();
    });
}

template <class Lost>
std::vector<OfferId> current_offers(const View& view, const Lost& has_lost) {
    const Network& network = *view.network;
    std::vector<OfferId> out;
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        if (topic_in_view(view, offer) && has_lost(offer) &&
            phase_of(offer, view.moment()) != Phase::ended && reaches_view(view, offer) &&
            may_be_open(view, OfferId{i}))
            out.emplace_back(i);
    }
    return out;
}

}  // namespace

void note_lost_providers(const View& view, std::vector<Message>& notes) {
    const auto lost =
        current_offers(view, [&](const Offer& offer) { return has_lost_providers(view, offer); });
    if (!lost.empty())
        notes.push_back(message(
            {"Angebote, deren erfasste Anbieter alle beendet sind: {}. Ob es sie noch gibt, "
             "ist damit nicht erfasst; tragen Sie ein, wer sie heute macht, oder dass sie "
             "beendet sind.",
             "Offers whose recorded providers have all ended: {}. So it is not recorded "
             "whether they still exist; enter who provides them today, or that they have "
             "ended."},
            {names_words<Offer>(*view.network, lost)}));
}

void note_lost_funders(const View& view, std::vector<Message>& notes) {
    const auto note = [&](Text words, const auto& has_lost) {
        if (const auto lost = current_offers(view, has_lost); !lost.empty())
            notes.push_back(message(words, {names_words<Offer>(*view.network, lost)}));
    };
    note({"Angebote, deren erfasste Geldgeber alle beendet sind: {}. Tragen Sie ein, wer heute "
          "zahlt.",
          "Offers whose recorded funders have all ended: {}. Enter who pays today."},
         [&](const Offer& offer) {
             return !is_taken_away(view, offer) && has_lost_funders(view, offer);
         });
    note({"Angebote, denen --without alle erfassten Geldgeber nimmt, soweit nicht beendet: {}.",
          "Offers that --without takes all recorded funders from that have not ended: {}."},
         [&](const Offer& offer) { return is_taken_away(view, offer); });
    const std::vector<bool> inside = actors_in_view(view);
    std::vector<ActorId> unfunded;
    for (const std::string& key : view.unfunded)
        if (const auto actor = view.network->find_actor(key); inside[actor->index()])
            unfunded.push_back(*actor);
    if (!unfunded.empty())
        notes.push_back(message({"Akteure, denen --without alle erfassten Geldgeber nimmt: {}.",
                                 "Actors that --without takes all recorded funders from: {}."},
                                {names_words<Actor>(*view.network, unfunded)}));
}

std::int64_t offers_without_area(const View& view) {
    return std::ranges::count_if(view.network->offers(), [&](const Offer& offer) {
        return phase_of(offer, view.moment()) != Phase::ended && lacks_area(*view.network, offer);
    });
}

void note_offers_without_area(const View& view, std::vector<Message>& notes) {
    if (const std::int64_t count = offers_without_area(view); count > 0)
        notes.push_back(message({"Angebote ohne Gebiet und Ort, die in keinem Feld zählen: {}.",
                                 "Offers without area and venue, which count in no cell: {}."},
                                {count_words(count)}));
}

std::vector<Message> why_not_running(const View& view, const Offer& offer) {
    const Phase phase = phase_of(offer, view.moment());
    if (phase != Phase::ended && has_lost_providers(view, offer))
        return {Text{"alle erfassten Anbieter sind beendet", "all recorded providers have ended"}};
    if (phase == Phase::running && offer.status != "paused") return {};
    std::vector<Message> out{
        view.network->codes()
            .choice("offer_statuses", std::string{offer_status(offer, view.moment())})
            .label};
    if (phase == Phase::ended && offer.end)
        out.push_back(message({"bis {}", "until {}"}, {date_words(*offer.end)}));
    else if (phase == Phase::planned && offer.start)
        out.push_back(message({"ab {}", "from {}"}, {date_words(*offer.start)}));
    return out;
}

std::optional<WeeksLeft> weeks_left(const Offer& offer, const Moment& moment) {
    const auto reference = moment.date();
    if (!offer.end || !reference) return std::nullopt;
    auto first = reference->earliest();
    auto last = reference->latest();
    if (offer.start && phase_of(offer, moment) == Phase::planned) {
        first = std::max(first, offer.start->earliest());
        last = std::max(last, offer.start->latest());
    }
    const auto weeks = [](std::chrono::sys_days from, std::chrono::sys_days to) {
        return static_cast<double>(std::max<std::int64_t>(0, (to - from).count() + 1)) / 7;
    };
    return WeeksLeft{weeks(last, offer.end->earliest()), weeks(first, offer.end->latest())};
}

bool topic_in_view(const View& view, const Offer& offer) {
    return view.topics.empty() || std::ranges::any_of(offer.topics, [&](const std::string& topic) {
               return std::ranges::find(view.topics, topic) != view.topics.end();
           });
}

}  // namespace lotse::analysis
