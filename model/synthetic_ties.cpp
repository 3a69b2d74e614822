#include <algorithm>
#include <array>
#include <unordered_set>

#include "synthetic_draft.hpp"

namespace lotse {
namespace {

/// Services that people are sent to, and how often a jobcenter of the Kreis does so (percent).
struct Service {
    std::string_view kind;
    int referred;
    std::string_view legal_basis;
    std::string_view topics;
};
constexpr std::array services{
    Service{"training_provider", 80, "sgb2-16-1-sgb3-45", "X-COA|LP-STR"},
    Service{"addiction_counselling", 90, "sgb2-16a", "LP-SUC"},
    Service{"debt_counselling", 90, "sgb2-16a", "X-SOZ"},
    Service{"family_counselling", 40, "", "X-FAM"},
    Service{"counselling", 40, "sgb2-16a", "X-PSY|X-BER"},
    Service{"community_centre", 30, "", "X-SOZ|LP-ERN"},
    Service{"adult_education", 40, "", "LP-BEW|LP-STR"},
    Service{"welfare_association", 50, "", "X-SOZ|X-FAM"},
    Service{"unemployed_initiative", 50, "", "X-SOZ"},
    Service{"clinic", 15, "", "X-PSY|LP-SUC"},
    Service{"psychotherapy", 10, "", "X-PSY"},
    Service{"self_help", 10, "", "X-PSY|LP-SUC"},
    Service{"rehabilitation", 20, "sgb6-14", "X-AU"},
    Service{"womens_centre", 30, "", "X-FAM"},
    Service{"mens_network", 20, "", "X-SOZ"},
    Service{"neighbourhood_office", 30, "", "X-SOZ"},
    Service{"municipality", 15, "", "X-SOZ"},
};

class Ties {
public:
    explicit Ties(SyntheticDraft& draft) : draft_{draft} {}

    /// Does nothing where there is such a tie already, or both ends are the same.
    Tie* add(const std::string& from, const std::string& to, TieKind kind) {
        std::string a = from;
        std::string b = to;
        if (!is_directed(kind) && b < a) a.swap(b);
        if (a == b || !seen_.insert(a + '>' + b + std::to_string(static_cast<int>(kind))).second)
            return nullptr;
        Tie& tie = draft_.tables.ties.emplace_back();
        tie.from.key = a;
        tie.to.key = b;
        tie.kind = kind;
        if (draft_.percent(70)) tie.level = draft_.any(levels);
        tie.confirmed_by = draft_.any(confirmations);
        tie.status = draft_.percent(97) ? "active" : "planned";
        if (draft_.percent(50)) tie.since = PartialDate{draft_.between(1995, 2024)};
        if (draft_.percent(4)) tie.until = PartialDate{draft_.between(2026, 2029), 12};
        mark(tie);
        return &tie;
    }

    void refer(const std::string& from, const std::string& to, std::string_view topics,
               std::string_view route, std::string_view legal_basis = {}) {
        Tie* tie = add(from, to, TieKind::refers_to);
        if (!tie) return;
        if (draft_.percent(75)) tie->topics = {draft_.any_word(topics)};
        tie->route = route;
        if (draft_.percent(70)) tie->legal_basis = legal_basis;
        if (draft_.percent(40))
            tie->feedback = draft_.percent(70) ? ThreeValued::yes : ThreeValued::no;
    }

    void fund(const std::string& from, const std::string& to, std::string_view legal_basis) {
        Tie* tie = add(from, to, TieKind::funds);
        if (!tie) return;
        if (draft_.percent(60)) tie->legal_basis = legal_basis;
        if (draft_.percent(40)) tie->funding_share = draft_.between(1, 10) / 10.0;
    }

    void cooperate(const std::string& a, const std::string& b, std::string_view topics) {
        Tie* tie = add(a, b, TieKind::cooperates);
        if (tie && draft_.percent(50)) tie->topics = {draft_.any_word(topics)};
    }

private:
    static constexpr std::array levels{0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
    static constexpr std::array<std::string_view, 10> confirmations{
        "both", "both", "both", "both", "both", "from", "from", "to", "none", ""};

    SyntheticDraft& draft_;
    std::unordered_set<std::string> seen_;
};

class TieDrawing {
public:
    explicit TieDrawing(SyntheticDraft& draft) : draft_{draft}, ties_{draft} {}

    void draw() {
        above_the_kreise();
        for (const SyntheticKreis& kreis : draft_.kreise) {
            jobcenter(kreis);
            conference(kreis);
            clubs(kreis);
            practices(kreis);
            among_services(kreis);
        }
    }

private:
    const KeysByKind& land_of(const SyntheticKreis& kreis) const {
        return draft_.laender.at(std::string_view{kreis.area->key}.substr(0, 2));
    }
    const std::vector<std::string>& insurers() const { return draft_.federal.at("health_insurer"); }
    /// Few insurers are everywhere, most are rare.
    const std::string& any_insurer() {
        const std::size_t n = insurers().size();
        return insurers()[draft_.random.below(draft_.random.below(n) + 1)];
    }
    /// Somebody of this kind here, or beside; null: nobody.
    const std::string* one_of(const SyntheticKreis& kreis, std::string_view kind, int beside = 0) {
        const auto& keys = draft_.around(kreis, beside).of(kind);
        return keys.empty() ? nullptr : &draft_.any(keys);
    }

    void above_the_kreise() {
        const auto& programme = draft_.federal.at("programme").front();
        ties_.add(draft_.federal.at("steering_group").front(), programme, TieKind::coordinates);
        for (const std::string& umbrella : draft_.federal.at("umbrella"))
            ties_.add(umbrella, programme, TieKind::party_to);
        ties_.add(draft_.federal.at("research").front(), programme, TieKind::evaluates);
        for (const auto& [land, actors] : draft_.laender) {
            const auto& ministry = actors.at("ministry").front();
            const auto& association = actors.at("state_association").front();
            const auto& alliance = actors.at("prevention_alliance").front();
            ties_.fund(ministry, association, {});
            ties_.cooperate(association, actors.at("sports_federation").front(), "LP-BEW");
            ties_.add(association, programme, TieKind::coordinates);
            ties_.add(actors.at("insurer_association").front(), alliance, TieKind::leads);
            ties_.add(actors.at("research").front(), association, TieKind::advises);
        }
        for (const std::string& insurer : insurers())
            for (const auto& [land, actors] : draft_.laender) {
                if (!draft_.percent(15)) continue;
                ties_.add(insurer, actors.at("prevention_alliance").front(), TieKind::member_of);
                ties_.add(insurer, actors.at("insurer_association").front(), TieKind::member_of);
            }
    }

    void jobcenter(const SyntheticKreis& kreis) {
        const std::string& jobcenter = kreis.of("jobcenter").front();
        ties_.cooperate(jobcenter, kreis.agency, "X-COA|X-AU");
        ties_.refer(kreis.agency, jobcenter, "X-COA", "specialist_service");
        for (const Service& service : services)
            for (const std::string& key : kreis.of(service.kind))
                if (draft_.percent(service.referred))
                    ties_.refer(jobcenter, key, service.topics, "integration_officer",
                                service.legal_basis);
        for (const std::string& provider : kreis.of("training_provider"))
            if (draft_.percent(50))
                ties_.refer(kreis.agency, provider, "X-COA", "specialist_service", "sgb3-45");
        if (const auto* beside = one_of(draft_.around(kreis, 100), "jobcenter");
            beside && draft_.percent(60))
            ties_.cooperate(jobcenter, *beside, "X-COA|LP-STR");
        if (draft_.percent(55))
            ties_.add(jobcenter, draft_.federal.at("programme").front(), TieKind::participates_in);
        for (int i = draft_.between(1, 4); i > 0; --i)
            ties_.cooperate(jobcenter, any_insurer(), "LP-BEW|LP-STR|LP-ERN");
        for (const std::string& agreement : kreis.of("agreement")) {
            ties_.add(jobcenter, agreement, TieKind::party_to);
            ties_.add(kreis.of("municipality").front(), agreement, TieKind::party_to);
            if (draft_.percent(50)) ties_.add(any_insurer(), agreement, TieKind::party_to);
        }
    }

    /// The health conference, its office and members, and its working groups.
    void conference(const SyntheticKreis& kreis) {
        const std::string& office = kreis.of("health_office").front();
        const std::string& county = kreis.of("municipality").front();
        ties_.add(office, county, TieKind::part_of);
        for (const std::string& conference : kreis.of("health_conference")) {
            ties_.add(office, conference, TieKind::hosts_office);
            ties_.add(county, conference, TieKind::leads);
            ties_.add(conference, kreis.of("council").front(), TieKind::advises);
            ties_.add(conference, land_of(kreis).at("state_association").front(),
                      TieKind::cooperates);
            if (draft_.percent(50))
                ties_.add(kreis.of("jobcenter").front(), conference, TieKind::member_of);
            for (const std::string_view kind :
                 {"welfare_association", "clinic", "physician_network", "sports_federation",
                  "adult_education", "self_help", "addiction_counselling", "rehabilitation"})
                if (const auto* member = one_of(kreis, kind); member && draft_.percent(70))
                    ties_.add(*member, conference, TieKind::member_of);
            for (int i = draft_.between(1, 3); i > 0; --i)
                ties_.add(any_insurer(), conference, TieKind::member_of);
            for (const std::string& group : kreis.of("working_group"))
                ties_.add(group, conference, TieKind::part_of);
        }
        for (const std::string& group : kreis.of("working_group"))
            for (int i = draft_.between(4, 8); i > 0; --i)
                if (const auto* member = one_of(kreis, draft_.any(services).kind))
                    ties_.add(*member, group, TieKind::member_of);
        for (const std::string& event : kreis.of("event"))
            for (int i = draft_.between(2, 6); i > 0; --i)
                if (const auto* guest = one_of(kreis, draft_.any(services).kind))
                    ties_.add(*guest, event, TieKind::participates_in);
    }

    /// Most clubs know their federation only: the leaves of the network.
    void clubs(const SyntheticKreis& kreis) {
        const std::string& federation = kreis.of("sports_federation").front();
        ties_.add(federation, land_of(kreis).at("sports_federation").front(), TieKind::member_of);
        for (const std::string& club : kreis.of("sports_club")) {
            if (draft_.percent(95)) ties_.add(club, federation, TieKind::member_of);
            if (draft_.percent(30))
                if (const auto* other = one_of(kreis, draft_.any(services).kind, 5))
                    ties_.cooperate(club, *other, "LP-BEW|X-SOZ");
            if (draft_.percent(8)) ties_.fund(any_insurer(), club, "sgb5-20a");
        }
    }

    void practices(const SyntheticKreis& kreis) {
        for (const std::string& practice : kreis.of("general_practice")) {
            const auto& network = kreis.of("physician_network");
            if (!network.empty() && draft_.percent(60))
                ties_.add(practice, network.front(), TieKind::member_of);
            for (const std::string_view kind : {"psychotherapy", "psychotherapy", "clinic",
                                                "rehabilitation", "addiction_counselling"})
                if (const auto* other = one_of(kreis, kind, 10); other && draft_.percent(45))
                    ties_.refer(practice, *other, "X-PSY|X-AU|LP-SUC", "doctor");
        }
    }

    /// Services know several others, one of ten beyond the border of the Kreis.
    void among_services(const SyntheticKreis& kreis) {
        for (const Service& service : services)
            for (const std::string& key : kreis.of(service.kind)) {
                for (int i = draft_.between(2, 8); i > 0; --i) {
                    const Service& other = draft_.any(services);
                    const auto* to = one_of(kreis, other.kind, 10);
                    if (!to) continue;
                    if (draft_.percent(50))
                        ties_.cooperate(key, *to, other.topics);
                    else
                        ties_.refer(key, *to, other.topics, "counselling");
                }
                if (draft_.percent(20))
                    ties_.fund(any_insurer(), key,
                               service.kind == "self_help" ? "sgb5-20h" : "sgb5-20a");
                if (draft_.percent(15)) ties_.fund(kreis.of("municipality").front(), key, {});
                if (draft_.percent(10))
                    ties_.add(kreis.of("health_office").front(), key, TieKind::informs);
            }
    }

    SyntheticDraft& draft_;
    Ties ties_;
};

}  // namespace

void draw_ties(SyntheticDraft& draft) {
    TieDrawing{draft}.draw();
}

}  // namespace lotse
