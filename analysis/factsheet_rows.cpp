#include "factsheet_rows.hpp"

#include <lotse/model/fee.hpp>

#include "coverage_evidence.hpp"
#include "offer_phase.hpp"
#include "path_graph.hpp"
#include "seats.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

std::optional<Choice> choice_of(const Network& network, std::string_view list,
                                const std::string& code) {
    if (code.empty()) return std::nullopt;
    return network.codes().choice(list, code);
}

std::vector<Choice> choices_of(const Network& network, std::string_view list,
                               const std::vector<std::string>& codes) {
    std::vector<Choice> out;
    for (const std::string& code : codes) out.push_back(network.codes().choice(list, code));
    return out;
}

bool mentions(const std::vector<Ref<Actor>>& actors, ActorId actor) {
    return std::ranges::any_of(actors, [&](const Ref<Actor>& ref) { return *ref == actor; });
}

}  // namespace

void SheetRows::contacts_of(ActorId actor) {
    for (const Contact& contact : network_.tables().contacts) {
        if (*contact.actor != actor) continue;
        out_.contacts.push_back({actor, network_.codes().choice("contact_roles", contact.role),
                                 contact.filled, contact.as_of});
        sources_.add(contact);
    }
}

void SheetRows::add_offer(OfferId id, std::vector<Choice> parts) {
    const Offer& offer = network_[id];
    if (phase_of(offer, view_.moment()) == Phase::ended) return;
    out_.offers.push_back(
        {id, choices_of(network_, "topics", offer.topics), std::move(parts),
         choice_of(network_, "offer_forms", offer.form), free_of_charge(offer), offer.start,
         offer.end,
         choice_of(network_, "offer_statuses", std::string{offer_status(offer, view_.moment())})});
    sources_.add(offer);
}

void SheetRows::offers_of(ActorId actor) {
    for (std::size_t i = 0; i < network_.offers().size(); ++i) {
        const Offer& offer = network_.offers()[i];
        std::vector<Choice> parts;
        if (mentions(offer.providers, actor))
            parts.push_back({"provider", Text{"bietet es an", "provides it"}});
        if (!offer.host.empty() && *offer.host == actor)
            parts.push_back({"host", Text{"ist Gastgeber", "hosts it"}});
        if (mentions(offer.funders, actor))
            parts.push_back({"funder", Text{"finanziert es", "funds it"}});
        if (!parts.empty()) add_offer(OfferId{i}, std::move(parts));
    }
}

void SheetRows::add_body(ActorId body, std::vector<Choice> parts) {
    std::set<ActorId> members;
    bool recorded = false;  // as in `bodies`: a lead alone is no list of members
    for (const Tie& tie : network_.ties()) {
        if (!is_membership(tie.kind) || *tie.to != body || !is_in_force(tie, view_) ||
            !is_present(view_, *tie.from) || is_planned(network_[*tie.from]))
            continue;
        members.insert(*tie.from);
        recorded = recorded || tie.kind == TieKind::member_of;
    }
    Factsheet::BodyRow row{body, network_.codes().choice("actor_kinds", network_[body].kind),
                           std::move(parts), std::nullopt};
    if (recorded) row.members = static_cast<std::int64_t>(members.size());
    out_.bodies.push_back(std::move(row));
    sources_.add(network_[body]);
}

void SheetRows::bodies_of(ActorId actor) {
    std::map<ActorId, std::vector<Choice>> parts;
    for (const Tie& tie : network_.ties())
        if (*tie.from == actor && is_membership(tie.kind) && is_in_force(tie, view_) &&
            is_present(view_, *tie.to))
            parts[*tie.to].push_back(kind_choice(tie.kind, TieDirection::outgoing));
    for (auto& [body, kinds] : parts) add_body(body, std::move(kinds));
}

void SheetRows::ties_of(ActorId actor) {
    for (const Tie& tie : network_.ties()) {
        const bool outgoing = *tie.from == actor;
        std::string status{status_on(tie, view_.moment())};
        const bool planned = phase_of(tie, view_.moment()) == Phase::planned &&
                             (view_.at || phase_of(status) == Phase::planned);
        if (planned && phase_of(status) != Phase::planned) status = "planned";  // begins later
        if ((!outgoing && *tie.to != actor) || *tie.from == *tie.to ||
            !(planned || is_in_force(tie, view_)) ||
            !is_present(view_, outgoing ? *tie.to : *tie.from))
            continue;
        const TieDirection direction = !is_directed(tie.kind) ? TieDirection::mutual
                                       : outgoing             ? TieDirection::outgoing
                                                              : TieDirection::incoming;
        out_.ties.push_back(
            {outgoing ? *tie.to : *tie.from, direction, tie.kind, kind_choice(tie.kind, direction),
             tie.level ? choice_of(network_, "tie_levels", std::to_string(*tie.level))
                       : std::nullopt,
             choices_of(network_, "topics", tie.topics),
             choice_of(network_, "confirmed_by", tie.confirmed_by), tie.until,
             choice_of(network_, "tie_statuses", status), planned});
        sources_.add(tie);
    }
    std::ranges::stable_sort(out_.ties, {}, [](const Factsheet::TieRow& row) {
        return std::pair{row.direction, row.kind};
    });
}

void SheetRows::add_agenda(ActorId body) {
    for (const AgendaItem& item : network_.tables().agenda) {
        if (*item.body != body || !item.stage) continue;
        out_.agenda.push_back(
            {body, network_.codes().choice("topics", item.topic),
             network_.codes().choice("agenda_stages", std::to_string(*item.stage)), item.date,
             item.next_step});
        sources_.add(item);
    }
}

void SheetRows::agenda_of(ActorId actor) {
    if (network_.role_of(actor) == ActorRole::body) return add_agenda(actor);
    for (const Factsheet::BodyRow& row : out_.bodies) add_agenda(row.body);
}

void SheetRows::everything_in(AreaId area) {
    for (std::size_t i = 0; i < network_.actors().size(); ++i) {
        const ActorId actor{i};
        if (!network_.is_partner(actor) || !is_present(view_, actor) ||
            service(network_, actor, area) == Service::none)
            continue;
        contacts_of(actor);
        if (network_.role_of(actor) == ActorRole::body) {
            add_body(actor, {});
            add_agenda(actor);
            continue;
        }
        out_.actors.push_back({actor, network_.codes().choice("actor_kinds", network_[actor].kind),
                               network_.sector_of(actor)});
        sources_.add(network_[actor]);
    }
    for (std::size_t i = 0; i < network_.offers().size(); ++i)
        if (presence_of(network_, network_.offers()[i], area) != Presence::none)
            add_offer(OfferId{i}, {});
}

void SheetRows::finish() {
    out_.sources = sources_.rows();
    out_.as_of = sources_.as_of();
}

}  // namespace lotse::analysis
