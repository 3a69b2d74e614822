/// Networks small enough to check by hand; each cites the values it is known for.
#ifndef LOTSE_TESTS_NETWORKS_HPP
#define LOTSE_TESTS_NETWORKS_HPP

#include <lotse/model/network.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

/// Tables built line by line: actor("a"), tie("a", "b"). Everything else is set on the row.
struct TestTables : lotse::NetworkTables {
    lotse::Actor& actor(std::string key, std::string kind = "sports_club");
    lotse::Tie& tie(std::string from, std::string to,
                    lotse::TieKind kind = lotse::TieKind::cooperates);
    lotse::Offer& offer(std::string key, std::string topic, std::string provider = {});

    std::shared_ptr<const lotse::Network> network() const;
};

/// Actors A, B, C ... and undirected ties between them, given as pairs of letters: "AB BC".
TestTables lettered(std::size_t actors, std::string_view pairs);

/// Krackhardt (1990), Administrative Science Quarterly 35(2), 342-369: highest degree D (6),
/// highest betweenness H (14 of 36 pairs), highest closeness F and G (9/14).
TestTables krackhardt_kite();

/// Marriages of 16 families; Padgett and Ansell (1993), American Journal of Sociology 98(6),
/// 1259-1319; the ties as in Breiger and Pattison (1986), Social Networks 8(3), 215-256.
/// Betweenness of the Medici: 47.5; the Pucci are isolated.
TestTables florentine_families();

/// Zachary (1977), Journal of Anthropological Research 33(4), 452-473: 34 members, 78 ties, most
/// of them at 34 (17), 1 (16) and 33 (12).
TestTables karate_club();

#endif
