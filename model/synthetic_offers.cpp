#include <algorithm>
#include <array>

#include "synthetic_draft.hpp"

namespace lotse {
namespace {

bool certifiable(const Offer& offer) {
    return offer.form == "course" && offer.topics.front().starts_with("LP-");
}

/// Who may come, and by which way.
void draw_access(SyntheticDraft& draft, Offer& offer) {
    constexpr std::array<std::string_view, 8> targets{
        "public",    "public", "unemployed",     "sgb2",
        "long_term", "over50", "single_parents", "mental_illness"};
    offer.targets = {std::string{draft.any(targets)}};
    const bool assigned = offer.form == "labour_measure" || offer.form == "coaching";
    if (assigned) {
        offer.legal = {"sgb2"};
        if (draft.percent(60)) offer.legal.emplace_back("sgb3");
    } else if (draft.percent(40)) {
        offer.legal = {"free"};
    } else if (draft.percent(50)) {
        offer.legal = {"sgb2", "sgb3", "free"};
    }
    if (assigned)
        offer.open_to = draft.percent(80) ? "jobcenter_only" : "mixed";
    else if (draft.percent(90))
        offer.open_to = draft.percent(75) ? "public" : "mixed";
    if (draft.percent(90))
        offer.voluntary = assigned && draft.percent(50) ? ThreeValued::no : ThreeValued::yes;
    if (draft.percent(70))
        offer.routes = {assigned || draft.percent(20) ? "integration_officer" : "self"};
    if (!assigned && draft.percent(30)) {
        offer.free = ThreeValued::no;
        if (draft.percent(80)) offer.fee_eur = draft.between(2, 24) * 5;
    } else if (draft.percent(90)) {
        offer.free = ThreeValued::yes;
    }
}

/// When it runs, how long, and for how many.
void draw_run(SyntheticDraft& draft, Offer& offer) {
    offer.status = "active";
    if (draft.percent(8)) offer.status = draft.percent(60) ? "planned" : "ended";
    if (offer.status == "planned")
        offer.start = PartialDate{2026, static_cast<unsigned>(draft.between(1, 12))};
    else if (draft.percent(60))
        offer.start =
            PartialDate{draft.between(2012, 2024), static_cast<unsigned>(draft.between(1, 12))};
    if (offer.status == "ended")
        offer.end = PartialDate{2025, static_cast<unsigned>(draft.between(1, 11))};
    else if (draft.percent(40))
        offer.end = PartialDate{draft.between(2027, 2029), 12, 31};
    constexpr std::array weeks{4, 6, 8, 8, 10, 12, 12, 26, 40};
    if (offer.form != "open_offer" && draft.percent(70)) offer.duration_weeks = draft.any(weeks);
    if (draft.percent(60)) {
        offer.capacity = draft.between(6, 30);
        if (draft.percent(60))
            offer.vacancies = draft.between(0, static_cast<int>(*offer.capacity));
    }
}

void draw_quality(SyntheticDraft& draft, Offer& offer) {
    if (certifiable(offer))
        offer.certified = draft.percent(40) ? "zpp" : "none";
    else if (draft.percent(70))
        offer.certified = "none";
    if (draft.percent(80))
        offer.neutral_title = draft.percent(90) ? ThreeValued::yes : ThreeValued::no;
    if (draft.percent(70)) offer.evaluated = draft.percent(20) ? ThreeValued::yes : ThreeValued::no;
    offer.languages = {"de"};
    if (draft.percent(8)) offer.languages.emplace_back(draft.any_word("ar|tr|uk|en"));
}

class OfferDrawing {
public:
    explicit OfferDrawing(SyntheticDraft& draft) : draft_{draft} {}

    void draw() {
        for (const SyntheticKreis& kreis : draft_.kreise) {
            for (const SyntheticKind& kind : local_kinds())
                for (const std::string& provider : kreis.of(kind.kind))
                    offers_of(provider, kind, kreis);
        }
        for (const SyntheticKind& kind : superior_kinds()) {
            for (const auto& [land, actors] : draft_.laender)
                if (const auto it = actors.find(kind.kind); it != actors.end())
                    for (const std::string& provider : it->second)
                        offers_of(provider, kind, draft_.any(draft_.kreise));
            if (const auto it = draft_.federal.find(kind.kind); it != draft_.federal.end())
                for (const std::string& provider : it->second)
                    offers_of(provider, kind, draft_.any(draft_.kreise));
        }
    }

private:
    void offers_of(const std::string& provider, const SyntheticKind& kind,
                   const SyntheticKreis& kreis) {
        if (kind.offers == 0) return;
        // Evenly from none to twice the mean.
        const auto most = static_cast<std::size_t>(kind.offers) * 2 + 1;
        for (int i = draft_.count(static_cast<int>(draft_.random.below(most))); i > 0; --i)
            offer(provider, kind, kreis);
    }

    void offer(const std::string& provider, const SyntheticKind& kind,
               const SyntheticKreis& kreis) {
        const std::string number = std::to_string(draft_.tables.offers.size() + 1);
        Offer& offer = draft_.tables.offers.emplace_back();
        offer.key = "angebot-" + number;
        offer.name =
            std::string{Text{"Synthetisches Angebot ", "Synthetic offer "}.in(draft_.language)} +
            number;
        offer.topics = {draft_.any_word(kind.topics)};
        if (const std::string more = draft_.any_word(kind.topics);
            draft_.percent(25) && more != offer.topics.front())
            offer.topics.push_back(more);
        offer.form = draft_.any_word(kind.forms);
        offer.delivery = draft_.percent(92) ? "on_site" : draft_.any_word("online|hybrid");
        offer.providers = {{provider, {}}};
        if (draft_.percent(5)) offer.host.key = kreis.of("jobcenter").front();
        draw_funders(offer, kreis);
        offer.areas = {{kreis.area->key, {}}};
        if (const SyntheticKreis& beside = draft_.around(kreis, 6); &beside != &kreis)
            offer.areas.push_back({beside.area->key, {}});
        if (offer.delivery != "online" && draft_.percent(85))
            offer.venues = {{draft_.any(kreis.venues), {}}};
        draw_access(draft_, offer);
        draw_run(draft_, offer);
        draw_quality(draft_, offer);
        mark(offer);
    }

    void draw_funders(Offer& offer, const SyntheticKreis& kreis) {
        if (offer.form == "labour_measure" || offer.form == "coaching") {
            offer.funders = {
                {draft_.percent(70) ? kreis.of("jobcenter").front() : kreis.agency, {}}};
        } else if (offer.topics.front().starts_with("LP-")) {
            if (draft_.percent(40))
                offer.funders = {{draft_.any(draft_.federal.at("health_insurer")), {}}};
        } else if (draft_.percent(40)) {
            offer.funders = {{kreis.of("municipality").front(), {}}};
        }
    }

    SyntheticDraft& draft_;
};

}  // namespace

void draw_offers(SyntheticDraft& draft) {
    OfferDrawing{draft}.draw();
}

}  // namespace lotse
