#include <lotse/analysis/agenda.hpp>
#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/bodies.hpp>
#include <lotse/analysis/bottlenecks.hpp>
#include <lotse/analysis/brokerage.hpp>
#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/centrality.hpp>
#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/communities.hpp>
#include <lotse/analysis/contacts.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/door_opener.hpp>
#include <lotse/analysis/duration.hpp>
#include <lotse/analysis/evaluation.hpp>
#include <lotse/analysis/factsheet.hpp>
#include <lotse/analysis/funding.hpp>
#include <lotse/analysis/introductions.hpp>
#include <lotse/analysis/invitations.hpp>
#include <lotse/analysis/matching.hpp>
#include <lotse/analysis/mixing.hpp>
#include <lotse/analysis/needs.hpp>
#include <lotse/analysis/paths.hpp>
#include <lotse/analysis/peers.hpp>
#include <lotse/analysis/profile.hpp>
#include <lotse/analysis/reach.hpp>
#include <lotse/analysis/robustness.hpp>
#include <lotse/analysis/roles.hpp>
#include <lotse/analysis/sustainability.hpp>
#include <lotse/analysis/venues.hpp>

#include <algorithm>

namespace lotse::analysis {

std::span<const Entry> catalogue() {
    static const std::vector<Entry> entries = [] {
        std::vector<Entry> all{
            Coverage::entry(),        // A01
            Reach::entry(),           // A02
            Cascade::entry(),         // A03
            Paths::entry(),           // A04, A05
            Bottlenecks::entry(),     // A06
            Brokerage::entry(),       // A07
            DoorOpener::entry(),      // A08
            Invitations::entry(),     // A09
            Introductions::entry(),   // A10
            Centrality::entry(),      // A11
            Profile::entry(),         // A11
            Commitment::entry(),      // A12
            Robustness::entry(),      // A13
            Contacts::entry(),        // A14
            Bodies::entry(),          // A15
            Agenda::entry(),          // A16
            Sustainability::entry(),  // A17
            Duration::entry(),        // A18
            Funding::entry(),         // A19
            Evaluation::entry(),      // A20
            Peers::entry(),           // A21
            Needs::entry(),           // A22
            Roles::entry(),           // A23
            Communities::entry(),     // A26
            Mixing::entry(),          // A26
            Matching::entry(),        // A27
            Venues::entry(),          // A29
            Factsheet::entry(),       // A30
        };
        std::ranges::stable_sort(all, {}, [](const Entry& e) { return e.info.theme; });
        return all;
    }();
    return entries;
}

const Entry* find(std::string_view id) {
    const auto all = catalogue();
    const auto it = std::ranges::find(all, id, [](const Entry& e) { return e.info.id; });
    return it == all.end() ? nullptr : &*it;
}

}  // namespace lotse::analysis
