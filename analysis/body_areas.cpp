#include "body_areas.hpp"

#include "choices.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

constexpr std::array<std::string_view, 2> kinds_of_bodies{"health_conference", "steering_group"};
constexpr std::size_t most_examples = 3;

/// Actors of a kind, kept apart so that areas need not look at all.
std::vector<ActorId> of_kind(const Network& network, std::string_view kind) {
    std::vector<ActorId> out;
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (network.actors()[i].kind == kind && network.actors()[i].scope != "category")
            out.emplace_back(i);
    return out;
}

class Rows {
public:
    Rows(const View& view, const std::vector<Seat>& seats)
        : view_{view},
          network_{*view.network},
          seats_{seats},
          wholes_{view},
          jobcenters_{head_offices()},
          health_offices_{present(of_kind(network_, "health_office"))} {
        for (const Tie& tie : network_.ties())
            if ((tie.status == "planned" || tie.status == "proposed") &&
                (tie.kind == TieKind::member_of || tie.kind == TieKind::leads ||
                 tie.kind == TieKind::hosts_office))
                wished_.emplace(*tie.from, *tie.to);
    }

    std::vector<Bodies::AreaRow> all(const std::vector<AreaId>& areas) const {
        std::vector<Bodies::AreaRow> out;
        for (const std::string_view kind : kinds_of_bodies) {
            const auto bodies = of_kind(network_, kind);
            for (const AreaId area : areas) add(out, area, kind, at_work(bodies, area));
        }
        std::ranges::stable_sort(out, {}, &Bodies::AreaRow::state);
        return out;
    }

private:
    std::vector<ActorId> present(std::vector<ActorId> actors) const {
        std::erase_if(actors, [&](ActorId id) { return !exists_now(id); });
        return actors;
    }

    bool exists_now(ActorId id) const { return network_.is_partner(id) && is_present(view_, id); }

    std::vector<ActorId> head_offices() const {
        auto out = present(of_kind(network_, "jobcenter"));
        std::erase_if(out, [&](ActorId id) { return is_branch(view_, wholes_, id); });
        return out;
    }

    std::vector<ActorId> at_work(const std::vector<ActorId>& actors, AreaId area) const {
        std::vector<ActorId> out;
        std::ranges::copy_if(actors, std::back_inserter(out), [&](ActorId id) {
            return service(network_, id, area) != Service::none;
        });
        return out;
    }

    void add(std::vector<Bodies::AreaRow>& out, AreaId area, std::string_view kind,
             const std::vector<ActorId>& bodies) const {
        Bodies::AreaRow row{area, network_.codes().choice("actor_kinds", kind)};
        const auto jobcenters = at_work(jobcenters_, area);
        const auto now = present(bodies);
        if (now.empty()) {
            row.state = bodies.empty() ? SeatState::body_not_recorded : SeatState::does_not_exist;
            if (!bodies.empty()) row.body = bodies.front();
            if (!jobcenters.empty()) row.jobcenter = jobcenters.front();
            row.write_to = health_office(area);
            row.examples = examples(kind, std::nullopt);
            out.push_back(std::move(row));
            return;
        }
        for (const ActorId body : now) {
            row.body = body;
            row.write_to = addressee(seats_, body);
            if (!row.write_to) row.write_to = health_office(area);
            if (jobcenters.empty()) {
                row.state = SeatState::jobcenter_not_recorded;
                out.push_back(row);
            }
            for (const ActorId jobcenter : jobcenters) {
                row.jobcenter = jobcenter;
                const Seat* seat = seat_of(network_, wholes_, seats_, jobcenter, body);
                row.state = seat ? SeatState::member : state_without_seat(jobcenter, body);
                row.seats = seat ? seat_choices(network_, seat->kinds) : std::vector<Choice>{};
                row.examples = seat ? std::vector<Choice>{} : examples(kind, body);
                out.push_back(row);
            }
        }
    }

    SeatState state_without_seat(ActorId jobcenter, ActorId body) const {
        if (wished_.contains({jobcenter, body})) return SeatState::proposed;
        return members_recorded(seats_of(seats_, body)) ? SeatState::without_jobcenter
                                                        : SeatState::members_not_recorded;
    }

    std::optional<ActorId> health_office(AreaId area) const {
        const auto offices = at_work(health_offices_, area);
        if (offices.empty()) return std::nullopt;
        return offices.front();
    }

    std::vector<Choice> examples(std::string_view kind, std::optional<ActorId> besides) const {
        std::vector<Choice> out;
        for (const Seat& seat : seats_) {
            if (out.size() == most_examples) break;
            if (seat.body == besides || network_[seat.body].kind != kind ||
                network_[seat.actor].kind != "jobcenter" || !network_.is_partner(seat.body))
                continue;
            add_once(out, named(network_, seat.body));
        }
        return out;
    }

    const View& view_;
    const Network& network_;
    const std::vector<Seat>& seats_;
    Wholes wholes_;
    std::set<std::pair<ActorId, ActorId>> wished_;
    std::vector<ActorId> jobcenters_;
    std::vector<ActorId> health_offices_;
};

}  // namespace

std::vector<Bodies::AreaRow> jobcenters_in_bodies(const View& view, const std::vector<Seat>& seats,
                                                  const std::vector<AreaId>& areas) {
    return Rows{view, seats}.all(areas);
}

std::vector<Choice> seat_choices(const Network& network, const std::vector<TieKind>& kinds) {
    std::vector<Choice> out;
    out.reserve(kinds.size());
    for (const TieKind kind : kinds)
        out.push_back(network.codes().choice("tie_kinds", enumerator(kind).key));
    return out;
}

}  // namespace lotse::analysis
