#include "compare_rows.hpp"
#include "offer_pairs.hpp"

namespace lotse::analysis {
namespace {

/// Offers of the view, ended ones too.
std::set<const Offer*> chosen_offers(const View& view) {
    std::set<const Offer*> out;
    for (const OfferId id : offers_of_view(view)) out.insert(&(*view.network)[id]);
    return out;
}

bool body_in_view(const View& view, const std::vector<bool>& inside, const Ref<Actor>& actor,
                  const std::string& topic) {
    return inside[(*actor).index()] && (view.topics.empty() || topic.empty() ||
                                        std::ranges::find(view.topics, topic) != view.topics.end());
}

/// What a date says of an item or a step: one that lies ahead has not been made.
Meaning meaning_of_date(const View& before, const View& after,
                        const std::optional<PartialDate>& date) {
    return is_ahead(date, after.reference_date()) ? Meaning::planned
                                                  : meaning_of_added(date, before.reference_date());
}

/// `by_date`: what the date of the later one says.
Meaning agenda_meaning(const AgendaItem& old_item, const AgendaItem& new_item, Meaning by_date) {
    const std::int64_t from = old_item.stage.value_or(0);  // 0 means unknown
    const std::int64_t to = new_item.stage.value_or(0);
    if (from == to) return Meaning::same;
    if (to == 0) return Meaning::no_longer_recorded;
    // A step dated after the earlier state was made since; whether it leads higher is not known.
    if (from == 0) return by_date == Meaning::begun ? Meaning::begun : Meaning::newly_recorded;
    return to > from ? Meaning::improved : Meaning::worsened;
}

Meaning contact_meaning(ThreeValued before, ThreeValued after) {
    if (before == after) return Meaning::same;
    if (before == ThreeValued::unknown) return Meaning::newly_recorded;
    if (after == ThreeValued::unknown) return Meaning::no_longer_recorded;
    return after == ThreeValued::yes ? Meaning::improved : Meaning::worsened;
}

}  // namespace

void compare_offers(const View& before, const View& after, Compare::Findings& out) {
    const auto old_scope = chosen_offers(before);
    const auto new_scope = chosen_offers(after);
    const auto key = [](const Offer& offer) { return offer.key; };
    for (const auto& pair :
         pair_rows(before.network->tables().offers, after.network->tables().offers, key, key)) {
        if (!old_scope.contains(pair.before) && !new_scope.contains(pair.after)) continue;
        const Offer& shown = pair.after ? *pair.after : *pair.before;
        Compare::OfferRow row{shown.key, shown.name};
        if (pair.before && pair.after) {
            Differences found =
                differences(*before.network, *pair.before, *after.network, *pair.after);
            row.meaning = turn(standing_of(before, *pair.before), standing_of(after, *pair.after))
                              .value_or(meaning_of_rest(found));
            row.change = row.meaning == Meaning::same ? Change::same : Change::changed;
            row.before = std::move(found.before);
            row.after = std::move(found.after);
            if (row.meaning == Meaning::started) ++out.offers_started;
            if (row.meaning == Meaning::ended) ++out.offers_ended;
        } else if (pair.after) {
            row.change = Change::added;
            row.meaning =
                meaning_of_added(standing_of(after, shown), shown.start, before.reference_date());
            ++out.offers_added;
            if (row.meaning == Meaning::planned) ++out.offers_planned;
        } else {
            row.change = Change::removed;
            row.meaning = meaning_of_removed(standing_of(before, shown));
            ++out.offers_removed;
        }
        out.offers.push_back(std::move(row));
    }
}

void compare_agenda(const View& before, const View& after, Compare::Findings& out) {
    const auto old_inside = actors_in_view(before);
    const auto new_inside = actors_in_view(after);
    const auto key = [](const AgendaItem& item) { return item.body.key + '\x1f' + item.topic; };
    for (const auto& pair :
         pair_rows(before.network->tables().agenda, after.network->tables().agenda, key, key)) {
        const bool in_old =
            pair.before && body_in_view(before, old_inside, pair.before->body, pair.before->topic);
        const bool in_new =
            pair.after && body_in_view(after, new_inside, pair.after->body, pair.after->topic);
        if (!in_old && !in_new) continue;
        const AgendaItem& shown = pair.after ? *pair.after : *pair.before;
        const Network& network = pair.after ? *after.network : *before.network;
        Compare::AgendaRow row{shown.body.key, network.name_of(*shown.body).name,
                               network.codes().choice("topics", shown.topic)};
        if (pair.before) row.before = pair.before->stage;
        if (pair.after) row.after = pair.after->stage;
        if (pair.before && pair.after) {
            row.meaning = agenda_meaning(*pair.before, *pair.after,
                                         meaning_of_date(before, after, shown.date));
            row.change = row.meaning == Meaning::same ? Change::same : Change::changed;
            if (row.meaning == Meaning::improved) ++out.agenda_higher;
            if (row.meaning == Meaning::worsened) ++out.agenda_lower;
        } else if (pair.after) {
            row.change = Change::added;
            row.meaning = meaning_of_date(before, after, shown.date);
            ++out.agenda_added;
        } else {
            row.change = Change::removed;
            row.meaning = Meaning::no_longer_recorded;
        }
        out.agenda.push_back(std::move(row));
    }
}

void compare_contacts(const View& before, const View& after, Compare::Findings& out) {
    const auto old_inside = actors_in_view(before);
    const auto new_inside = actors_in_view(after);
    const auto key = [](const Contact& c) { return c.actor.key + '\x1f' + c.role; };
    for (const auto& pair :
         pair_rows(before.network->tables().contacts, after.network->tables().contacts, key, key)) {
        const bool in_old = pair.before && old_inside[(*pair.before->actor).index()];
        const bool in_new = pair.after && new_inside[(*pair.after->actor).index()];
        if (!in_old && !in_new) continue;
        const Contact& shown = pair.after ? *pair.after : *pair.before;
        const Network& network = pair.after ? *after.network : *before.network;
        Compare::ContactRow row{shown.actor.key, network.name_of(*shown.actor).name,
                                network.codes().choice("contact_roles", shown.role)};
        if (pair.before) row.before = pair.before->filled;
        if (pair.after) row.after = pair.after->filled;
        if (pair.before && pair.after) {
            row.meaning = contact_meaning(pair.before->filled, pair.after->filled);
            row.change = row.meaning == Meaning::same ? Change::same : Change::changed;
            if (row.meaning == Meaning::improved) ++out.contacts_filled;
            if (row.meaning == Meaning::worsened) ++out.contacts_vacated;
        } else {
            row.change = pair.after ? Change::added : Change::removed;
            row.meaning = pair.after ? Meaning::undated : Meaning::no_longer_recorded;
        }
        out.contacts.push_back(std::move(row));
    }
}

}  // namespace lotse::analysis
