#include <array>

#include "synthetic_draft.hpp"

namespace lotse {
namespace {

constexpr std::array<std::string_view, 12> topics{"LP-BEW", "LP-ERN", "LP-STR", "LP-SUC",
                                                  "X-PSY",  "X-PFL",  "X-BER",  "X-SOZ",
                                                  "X-FAM",  "X-KOM",  "X-AU",   "X-COA"};

void contacts(SyntheticDraft& draft, const SyntheticKreis& kreis) {
    const auto add = [&](const std::string& actor, std::string_view role) {
        Contact& contact = draft.tables.contacts.emplace_back();
        contact.actor.key = actor;
        contact.role = role;
        contact.filled = draft.percent(70)
                             ? ThreeValued::yes
                             : (draft.percent(50) ? ThreeValued::no : ThreeValued::unknown);
        mark(contact);
    };
    add(kreis.of("jobcenter").front(), "health_in_jobcenter");
    if (draft.percent(50)) add(kreis.of("jobcenter").front(), "steering");
    for (const std::string& conference : kreis.of("health_conference")) {
        add(conference, "unemployed_in_health_conference");
        add(conference, "office");
    }
}

/// A different topic for each draw, beginning anywhere.
template <class Add>
void some_topics(SyntheticDraft& draft, int least, int most, Add&& add) {
    const std::size_t first = draft.random.below(topics.size());
    const auto number = static_cast<std::size_t>(draft.between(least, most));
    for (std::size_t i = 0; i < number; ++i) add(topics[(first + i) % topics.size()]);
}

void agenda(SyntheticDraft& draft, const SyntheticKreis& kreis) {
    for (const std::string& body : kreis.of("health_conference"))
        some_topics(draft, 1, 5, [&](std::string_view topic) {
            AgendaItem& item = draft.tables.agenda.emplace_back();
            item.body.key = body;
            item.topic = topic;
            item.stage = draft.between(1, 7);
            item.date =
                PartialDate{draft.between(2018, 2025), static_cast<unsigned>(draft.between(1, 12))};
            mark(item);
        });
}

void findings(SyntheticDraft& draft, const SyntheticKreis& kreis) {
    some_topics(draft, 0, 2, [&](std::string_view topic) {
        Finding& finding = draft.tables.findings.emplace_back();
        finding.area.key = kreis.area->key;
        finding.topic = topic;
        finding.target = "family_carers";
        finding.state = CoverageState::none;
        finding.reason = draft.any_word("missing_kind|capacity|funding_ended|distance");
        mark(finding);
    });
}

void needs(SyntheticDraft& draft, const SyntheticKreis& kreis, std::int64_t unemployed) {
    some_topics(draft, 2, 6, [&](std::string_view topic) {
        PersonNeed& need = draft.tables.needs.emplace_back();
        need.area.key = kreis.area->key;
        need.topic = topic;
        need.target = "sgb2";
        need.persons = unemployed * draft.between(5, 40) / 100;
        need.year = 2025;
        mark(need);
    });
}

/// Between the middles of two Kreise that touch, once each way.
void travel(SyntheticDraft& draft, const SyntheticKreis& kreis) {
    for (const std::size_t beside : kreis.neighbours) {
        Travel& way = draft.tables.travel.emplace_back();
        way.from = kreis.area->key;
        way.to = draft.kreise[beside].area->key;
        way.mode = "public_transport";
        way.minutes = draft.between(20, 90);
        way.km = draft.between(12, 60);
        mark(way);
    }
}

}  // namespace

void draw_governance(SyntheticDraft& draft) {
    for (std::size_t i = 0; i < draft.kreise.size(); ++i) {
        const SyntheticKreis& kreis = draft.kreise[i];
        contacts(draft, kreis);
        agenda(draft, kreis);
        findings(draft, kreis);
        needs(draft, kreis, draft.tables.areas[i].unemployed_sgb2.value_or(0));
        travel(draft, kreis);
    }
}

}  // namespace lotse
