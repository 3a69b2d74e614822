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

#endif
