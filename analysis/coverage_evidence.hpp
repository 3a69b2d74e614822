/// What one offer, one participation or one finding says about a cell of the coverage table.
#ifndef LOTSE_ANALYSIS_COVERAGE_EVIDENCE_HPP
#define LOTSE_ANALYSIS_COVERAGE_EVIDENCE_HPP

#include <lotse/analysis/view.hpp>

#include <set>

namespace lotse::analysis {

/// Codes of reasons; those of the list gap_reasons keep its wording.
using Reasons = std::set<std::string, std::less<>>;

/// One offer (or participant) in one cell.
struct Evidence {
    CoverageState state = CoverageState::unknown;
    Reasons reasons;
    std::string key;  ///< of the offer or the participant
    bool online = false;
};

/// Whom a cell speaks of; empty codes: anybody.
struct Group {
    std::string target;
    std::string legal;
};

/// Every pair of a target group and a legal circle asked for; one group of anybody if none
/// is.
std::vector<Group> groups_asked(const View& view);

enum class Presence { none, online, on_site };

Presence presence_of(const Network& network, const Offer& offer, AreaId area);

/// Delivered online, or only at venues of the kind online.
bool is_online(const Network& network, const Offer& offer);

/// Whether it costs something, is voluntary, or is for people sent by the jobcenter only: of one of
/// these nothing is recorded.
bool lacks_barriers(const Offer& offer);

/// Neither area nor venue is recorded, and it is not online.
bool lacks_area(const Network& network, const Offer& offer);

/// nullopt: the offer does not reach the area or is certainly not open to the group.
std::optional<Evidence> evidence_of(const View& view, OfferId offer, AreaId area,
                                    const Group& group);

/// The same whether or not the offer reaches the area, which only tells which of its venues count.
std::optional<Evidence> evidence_anywhere(const View& view, OfferId offer, AreaId area,
                                          const Group& group);

/// A jobcenter or agency, not a category of them.
bool may_participate(const Network& network, ActorId actor);

/// Jobcenters and agencies that serve the area and take part in the programme, or plan to.
std::vector<Evidence> participants(const View& view, ActorId programme, AreaId area);

/// The finding that speaks of the cell: the one for the group before one for everybody, the
/// nearest area before a wider one, then the newest; of two that contradict each other the worse
/// one. nullptr: there is none.
const Finding* finding_for(const View& view, AreaId area, std::string_view topic,
                           const Group& group);

/// Less than twelve months lie between the reference date and the day, or it has passed.
bool ends_within_a_year(const PartialDate& day, const PartialDate& reference);

/// A recorded group that includes the wanted one: itself, `public` (all but professionals),
/// `unemployed` for SGB II, SGB III and long-term.
bool includes_target(std::string_view recorded, std::string_view wanted);

/// A recorded legal circle that includes the wanted one: itself, and `free`.
bool includes_legal(std::string_view recorded, std::string_view wanted);

/// Offers and finding together.
struct Verdict {
    CoverageState state = CoverageState::unknown;
    Reasons reasons;
    std::vector<std::string> offers;
    bool contradicted = false;  ///< the finding says something worse or better than the offers
};
Verdict judge(std::vector<Evidence> evidence, const Finding* finding);

/// Codes separated by `|`, labels by a semicolon. nullopt: none.
std::optional<Choice> reason_choice(const Network& network, const Reasons& reasons);

}  // namespace lotse::analysis

#endif
