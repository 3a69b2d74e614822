#include "funding_rules.hpp"

#include "coverage_evidence.hpp"

#include <lotse/base/number.hpp>

#include <algorithm>

namespace lotse::analysis {
namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto bar = text.find('|');
        out.emplace_back(text.substr(0, bar));
        text = bar == std::string_view::npos ? std::string_view{} : text.substr(bar + 1);
    }
    return out;
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::ranges::find(list, value) != list.end();
}

/// A column of the offers as a choice: its key and its heading.
Choice column_choice(std::string_view key) {
    Choice out{std::string{key}, {}};
    for_each_column<Offer>([&](const auto& column) {
        if (column.key == key) out.label = Message{column.heading};
    });
    return out;
}

/// Collects what speaks against and what is missing.
class Judge {
public:
    Judge(FundingVerdict& verdict, const Codebook& codes) : verdict_{verdict}, codes_{codes} {}

    void demand(std::string_view column, ThreeValued met) {
        if (met == ThreeValued::no) verdict_.against.push_back(column_choice(column));
        if (met == ThreeValued::unknown) verdict_.missing.push_back(column_choice(column));
    }
    /// A word that the list does not know may be any of its codes.
    template <class Fits>
    void demand_any(std::string_view column, std::string_view list,
                    const std::vector<std::string>& wanted,
                    const std::vector<std::string>& recorded, Fits&& fits) {
        if (wanted.empty()) return;
        if (recorded.empty()) return demand(column, ThreeValued::unknown);
        const bool met = std::ranges::any_of(recorded, [&](const std::string& r) {
            return std::ranges::any_of(wanted, [&](const std::string& w) { return fits(r, w); });
        });
        const bool all_known = std::ranges::all_of(
            recorded, [&](const std::string& r) { return codes_.list(list)->find(r) != nullptr; });
        demand(column, met ? ThreeValued::yes : all_known ? ThreeValued::no : ThreeValued::unknown);
    }

private:
    FundingVerdict& verdict_;
    const Codebook& codes_;
};

Instrument instrument_of(const Code& code) {
    Instrument out;
    out.choice = {code.code, code.label};
    out.circle = code.attribute("funder_circle");
    out.basis = code.attribute("legal_basis");
    if (code.attribute("allowed") == "yes") out.best = Fundability::allowed;
    if (code.attribute("allowed") == "conditional") out.best = Fundability::conditional;
    out.forms = split(code.attribute("forms"));
    out.topics = split(code.attribute("topics"));
    out.targets = split(code.attribute("targets"));
    out.legal = split(code.attribute("legal"));
    out.providers = split(code.attribute("providers"));
    out.funders = split(code.attribute("funders"));
    out.certified = code.attribute("certified");
    out.voluntary = code.attribute("voluntary") == "yes";
    out.evaluation = !code.attribute("evaluation").empty();
    const auto share = parse_number(code.attribute("max_share"), {0, 1});
    if (const double* value = std::get_if<double>(&share)) out.max_share = *value;
    out.condition = {std::string{code.attribute("conditions_de")},
                     std::string{code.attribute("conditions_en")}};
    out.valid_from = parse_partial_date(code.attribute("valid_from"));
    out.valid_until = parse_partial_date(code.attribute("valid_until"));
    out.source = code.attribute("source");
    out.as_of = code.attribute("as_of");
    return out;
}

}  // namespace

std::vector<Instrument> instruments(const Network& network) {
    std::vector<Instrument> out;
    for (const Code& code : network.codes().list("funding_instruments")->codes())
        out.push_back(instrument_of(code));
    return out;
}

bool in_force(const Instrument& instrument, const std::optional<PartialDate>& day) {
    if (!day) return !instrument.valid_until;
    return (!instrument.valid_from || instrument.valid_from->earliest() <= day->latest()) &&
           (!instrument.valid_until || instrument.valid_until->latest() >= day->earliest());
}

bool makes_no_demand(const Instrument& instrument) {
    return instrument.best && instrument.forms.empty() && instrument.topics.empty() &&
           instrument.targets.empty() && instrument.legal.empty() && instrument.providers.empty() &&
           instrument.certified.empty() && !instrument.voluntary;
}

FundingVerdict judge(const Network& network, const Instrument& instrument, const Offer& offer,
                     const std::optional<PartialDate>& day) {
    FundingVerdict out;
    if (!instrument.best) return out;
    Judge judge{out, network.codes()};
    const auto same = std::equal_to<>{};
    const auto one = [](const std::string& text) {
        return text.empty() ? std::vector<std::string>{} : std::vector{text};
    };
    judge.demand_any("form", "offer_forms", instrument.forms, one(offer.form), same);
    judge.demand_any("topics", "topics", instrument.topics, offer.topics, same);
    judge.demand_any("targets", "targets", instrument.targets, offer.targets, includes_target);
    judge.demand_any("legal", "legal_circles", instrument.legal, offer.legal, includes_legal);
    judge.demand_any("certified", "certifications", one(instrument.certified), one(offer.certified),
                     same);
    if (instrument.voluntary) judge.demand("voluntary", offer.voluntary);
    std::vector<std::string> kinds;
    for (const auto& provider : offer.providers) kinds.push_back(network[*provider].kind);
    judge.demand_any("providers", "actor_kinds", instrument.providers, kinds, same);
    if (!in_force(instrument, day))
        out.against.push_back({"not_in_force", Text{"am Stichtag nicht in Kraft",
                                                    "not in force on the reference date"}});
    out.state = !out.against.empty()   ? Fundability::not_allowed
                : !out.missing.empty() ? Fundability::not_decidable
                                       : *instrument.best;
    return out;
}

bool may_pay(const Network& network, const Instrument& instrument, ActorId funder) {
    return contains(network.legal_circles(funder), instrument.circle) &&
           (instrument.funders.empty() || contains(instrument.funders, network[funder].kind));
}

}  // namespace lotse::analysis
