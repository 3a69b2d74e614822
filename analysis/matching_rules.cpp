#include "matching_rules.hpp"

#include "coverage_evidence.hpp"
#include "offer_pairs.hpp"
#include "offer_phase.hpp"
#include "rules.hpp"

#include <lotse/base/number.hpp>
#include <lotse/model/fee.hpp>

#include <algorithm>

namespace lotse::analysis {
namespace {

struct Words {
    std::string_view key;
    Text label;
};

constexpr std::array obstacle_words{
    Words{"targets", {"Kurs für eine andere Zielgruppe", "course for another target group"}},
    Words{"legal", {"Kurs nicht offen für den Rechtskreis", "course not open to the legal circle"}},
    Words{"dates", {"Kurs nicht zur selben Zeit", "course not at the same time"}},
    Words{"funding",
          {"kein Förderinstrument für den Kurs", "no funding instrument for the course"}},
    Words{"fee", {"Kurs kostet etwas", "course takes a fee"}},
    Words{"certificate", {"Kurs nicht zertifiziert", "course not certified"}},
    Words{"full", {"Kurs ohne freien Platz", "course without a vacancy"}},
    Words{"taken", {"Kurs ist an andere Maßnahmen vergeben", "course is given to other measures"}},
    Words{"no_course",
          {"kein Präventionskurs am Ort erfasst", "no prevention course recorded in the place"}},
    Words{"place_not_recorded",
          {"Gebiet der Maßnahme nicht erfasst", "area of the measure not recorded"}},
};

constexpr std::array check_words{
    Words{"targets", {"Zielgruppe nicht erfasst", "target group not recorded"}},
    Words{"legal", {"Rechtskreis nicht erfasst", "legal circle not recorded"}},
    Words{"some_circles",
          {"nur für einen Teil der Rechtskreise offen", "open to some of the legal circles only"}},
    Words{"funding", {"Förderung nicht entscheidbar", "funding not decidable"}},
    Words{"condition", {"Förderbedingung prüfen", "check the condition of funding"}},
    Words{"fee", {"ob es etwas kostet, ist nicht erfasst", "fee not recorded"}},
    Words{"has_fee", {"Entgelt", "fee"}},
    Words{"certificate", {"Zertifikat nicht erfasst", "certificate not recorded"}},
    Words{"no_certificate", {"nicht zertifiziert", "not certified"}},
    Words{"vacancies", {"freie Plätze nicht erfasst", "vacancies not recorded"}},
    Words{"status", {"ob es läuft, ist nicht erfasst", "whether it runs is not recorded"}},
    Words{"provider_ended",
          {"alle erfassten Anbieter des Kurses sind beendet",
           "all recorded providers of the course have ended"}},
    Words{"measure_provider_ended",
          {"alle erfassten Anbieter der Maßnahme sind beendet",
           "all recorded providers of the measure have ended"}},
    Words{"planned", {"erst geplant", "only planned"}},
    Words{"paused", {"ruht zurzeit", "paused"}},
    Words{"compulsory", {"Kurs ist nicht freiwillig", "the course is not voluntary"}},
};

template <std::size_t N>
Choice choice(const std::array<Words, N>& words, std::string_view key) {
    const auto it = std::ranges::find(words, key, &Words::key);
    return {std::string{key}, it->label};
}

std::int64_t points_of(const Network& network, std::string_view code) {
    const CodeList* list = network.codes().list("matching_points");
    const Code* known = list->find(code);
    if (!known) return 0;
    for (const std::string_view part : rule_parts(*known))
        if (const auto value = parse_integer(part, {0, 1000});
            std::holds_alternative<std::int64_t>(value))
            return std::get<std::int64_t>(value);
    return 0;
}

template <class Includes>
ThreeValued overlap(const std::vector<std::string>& one, const std::vector<std::string>& other,
                    Includes&& includes) {
    if (one.empty() || other.empty()) return ThreeValued::unknown;
    for (const std::string& a : one)
        for (const std::string& b : other)
            if (includes(a, b)) return ThreeValued::yes;
    return ThreeValued::no;
}

/// A target group in words that the list does not know may be any.
template <class Includes>
ThreeValued share_target(const Network& network, const Offer& one, const Offer& other,
                         Includes&& includes) {
    const CodeList* list = network.codes().list("targets");
    const auto known = [&](std::vector<std::string> targets) {
        std::erase_if(targets, [&](const std::string& code) { return !list->find(code); });
        return targets;
    };
    const auto ours = known(one.targets), theirs = known(other.targets);
    const ThreeValued out = overlap(ours, theirs, includes);
    const bool all_known =
        ours.size() == one.targets.size() && theirs.size() == other.targets.size();
    return out == ThreeValued::no && !all_known ? ThreeValued::unknown : out;
}

bool certainly_apart(const Offer& one, const Offer& other) {
    const auto before = [](const Offer& a, const Offer& b) {
        return a.end && b.start && a.end->latest() < b.start->earliest();
    };
    return before(one, other) || before(other, one);
}

/// Collects the parts of a fit.
template <class Out>
class Collector {
public:
    Collector(Out& out, const Network& network) : out_{out}, network_{network} {}

    void obstacle(std::string_view key) { out_.obstacles.push_back(choice(obstacle_words, key)); }
    void check(std::string_view key) { out_.to_check.push_back(choice(check_words, key)); }
    void point(std::string_view code) {
        if (points_of(network_, code) > 0)
            out_.why.push_back(network_.codes().choice("matching_points", code));
    }

private:
    Out& out_;
    const Network& network_;
};

void judge_funding(const View& view, const std::vector<Instrument>& list, CourseFit& out,
                   Collector<CourseFit>& collect) {
    const Network& network = *view.network;
    Fundability best = Fundability::not_allowed;
    for (const Instrument& instrument : list) {
        if (makes_no_demand(instrument)) continue;  // own funds say nothing about the offer
        const Fundability state =
            judge(network, instrument, network[out.course], view.reference_date()).state;
        if (state >= best) continue;
        best = state;
        out.instrument = instrument.choice;
    }
    switch (best) {
        case Fundability::allowed:
            if (out.instrument->key == "gkv-course") collect.point("subsidy");
            break;
        case Fundability::conditional: collect.check("condition"); break;
        case Fundability::not_decidable: collect.check("funding"); break;
        case Fundability::not_allowed: collect.obstacle("funding"); break;
    }
}

}  // namespace

bool is_measure(const Offer& offer) {
    return offer.form == "labour_measure";
}

bool is_prevention_course(const View& view, const Offer& offer) {
    constexpr std::array<std::string_view, 3> forms{"course", "group", "training"};
    if (std::ranges::find(forms, offer.form) == forms.end()) return false;
    return std::ranges::any_of(offer.topics, [&](const std::string& topic) {
        if (!view.topics.empty()) return std::ranges::find(view.topics, topic) != view.topics.end();
        return view.network->codes().attribute("topics", topic, "prevention") == "yes";
    });
}

CourseFit course_fit(const View& view, const std::vector<Instrument>& list, OfferId course,
                     Flag all_courses) {
    const Network& network = *view.network;
    const Offer& offer = network[course];
    CourseFit out{course};
    Collector collect{out, network};
    judge_funding(view, list, out, collect);

    const bool strict = all_courses == Flag::off;
    const ThreeValued free = free_of_charge(offer);
    if (free == ThreeValued::no)
        strict ? collect.obstacle("fee") : collect.check("has_fee");
    else if (free == ThreeValued::unknown)
        collect.check("fee");
    else
        collect.point("free");
    if (!network.codes().list("certifications")->find(offer.certified))
        collect.check("certificate");
    else if (offer.certified == "none")
        strict ? collect.obstacle("certificate") : collect.check("no_certificate");
    else
        collect.point("certified");
    if (!offer.vacancies) {
        collect.check("vacancies");
    } else if (*offer.vacancies <= 0) {
        collect.obstacle("full");
    } else {
        collect.point("vacancies");
        out.capacity = static_cast<std::size_t>(*offer.vacancies);
    }
    if (offer.voluntary == ThreeValued::no) collect.check("compulsory");
    if (has_lost_providers(view, offer)) collect.check("provider_ended");
    if (phase_of(offer, view.moment()) == Phase::planned)
        collect.check("planned");
    else if (offer.status == "paused")
        collect.check("paused");
    else if (!network.codes().list("offer_statuses")->find(offer.status))
        collect.check("status");
    return out;
}

Fit fit(const View& view, OfferId measure_id, const CourseFit& of_course) {
    const Network& network = *view.network;
    const Offer& measure = network[measure_id];
    const Offer& course = network[of_course.course];
    Fit out;
    out.area = shared_area(network, measure, course);
    out.same_place = out.area || is_everywhere(network, course);
    if (!out.same_place) return out;
    const ThreeValued group =
        share_target(network, measure, course, [](const std::string& a, const std::string& b) {
            return includes_target(a, b) || includes_target(b, a);
        });
    const bool sent_only = course.open_to == "jobcenter_only" && !measure.legal.empty() &&
                           std::ranges::find(measure.legal, "sgb2") == measure.legal.end();
    const ThreeValued open =
        sent_only ? ThreeValued::no : overlap(course.legal, measure.legal, includes_legal);
    out.obstacles = of_course.obstacles;
    Collector collect{out, network};
    if (group == ThreeValued::no) collect.obstacle("targets");
    if (open == ThreeValued::no) collect.obstacle("legal");
    if (certainly_apart(measure, course)) collect.obstacle("dates");
    if (!out.obstacles.empty()) return out;

    out.to_check = of_course.to_check;
    if (has_lost_providers(view, measure)) collect.check("measure_provider_ended");
    collect.point("pair");
    if (group == ThreeValued::unknown) collect.check("targets");
    if (share_target(network, measure, course, std::equal_to<>{}) == ThreeValued::yes)
        collect.point("shared_target");
    if (open == ThreeValued::unknown) collect.check("legal");
    if (open == ThreeValued::yes) {
        const bool all = std::ranges::all_of(measure.legal, [&](const std::string& circle) {
            return overlap(course.legal, {circle}, includes_legal) == ThreeValued::yes;
        });
        all ? collect.point("all_circles") : collect.check("some_circles");
    }
    const auto own = areas_of(network, measure);
    const auto theirs = areas_of(network, course);
    if (std::ranges::any_of(own,
                            [&](AreaId a) { return std::ranges::find(theirs, a) != theirs.end(); }))
        collect.point("same_area");
    out.why.insert(out.why.end(), of_course.why.begin(), of_course.why.end());
    for (const Choice& point : out.why) out.weight += points_of(network, point.key);
    return out;
}

Choice obstacle(std::string_view key) {
    return choice(obstacle_words, key);
}

}  // namespace lotse::analysis
