/// Peers: the most similar areas, what they have that is missing here, and reference values.
#ifndef LOTSE_ANALYSIS_PEERS_HPP
#define LOTSE_ANALYSIS_PEERS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// For every area of the view the k nearest areas of the same level, among those of the network and
/// the German Kreise.
///
/// *Distance*: root of the mean squared difference of z-scores over the variables that both areas
/// have: settlement class (1 to 4 as a number), share of unemployed people (SGB II and SGB III) in
/// the inhabitants, deprivation, and the logarithm of the inhabitants. Mean and standard deviation
/// (divisor n) are those of all areas of the level with a value; where all values are equal the
/// difference is 0. A variable that one of two areas lacks is left out, and the number of
/// variables stands beside the distance; with fewer than two an area cannot be compared. Counts
/// that are withheld (`person_counts`) count as lacking.
///
/// *Structures*: kinds of bodies that serve the area, topics with an offer that runs without a
/// recorded barrier (`coverage`), the highest agenda stage of each topic among those bodies. Of an
/// area for which the network records neither body nor local offer nothing is said.
/// *transferable* lists what at least one peer has and the area, as far as recorded, has not.
///
/// *reference*: median and quartiles of the peers with a value, by linear interpolation
/// (h = (n - 1) p, type 7).
///
/// Cost: O(areas x candidates). Sources: QUESTIONS A21; quantiles: Hyndman and Fan (1996), The
/// American Statistician 50(4), 361-365, doi:10.1080/00031305.1996.10473566.
struct Peers {
    struct Options {
        int k = 5;

        static constexpr auto fields() {
            return std::tuple{
                field("k", &Options::k,
                      {"so viele Vergleichsorte je Gebiet", "this many peers for each area"})};
        }
    };

    enum class Records { recorded, not_recorded };

    struct PeerRow {
        AreaId area;
        std::int64_t rank = 0;
        AreaId peer;
        double distance = 0;
        std::int64_t variables = 0;
        Records structures = Records::not_recorded;  ///< of the peer

        static constexpr auto fields() {
            return std::tuple{
                field("area", &PeerRow::area, {"Gebiet", "Area"}),
                field("rank", &PeerRow::rank, {"Rang", "Rank"}),
                field("peer", &PeerRow::peer, {"Vergleichsort", "Peer"}),
                field("distance", &PeerRow::distance, {"Abstand", "Distance"}, Unit::none, 2),
                field("variables", &PeerRow::variables, {"Merkmale", "Variables"}),
                field("structures", &PeerRow::structures, {"Strukturen", "Structures"}),
            };
        }
    };

    enum class Kind { body, topic, agenda };

    /// Something peers have and the area has not.
    struct Transfer {
        AreaId area;
        Kind kind = Kind::topic;
        Choice what;
        Choice here;  ///< what is recorded of it here
        std::vector<Choice> peers;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Transfer::area, {"Gebiet", "Area"}),
                field("kind", &Transfer::kind, {"Art", "Kind"}),
                field("what", &Transfer::what, {"Was", "What"}),
                field("here", &Transfer::here, {"Hier", "Here"}),
                field("peers", &Transfer::peers, {"Übertragbar aus", "Transferable from"}),
            };
        }
    };

    enum class Variable { population, unemployed_share, deprivation, settlement, topics };

    struct Reference {
        AreaId area;
        Variable variable = Variable::population;
        Guarded<double> value;
        std::int64_t peers = 0;  ///< with a value
        std::optional<double> lower_quartile;
        std::optional<double> median;
        std::optional<double> upper_quartile;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Reference::area, {"Gebiet", "Area"}),
                field("variable", &Reference::variable, {"Merkmal", "Variable"}),
                field("value", &Reference::value, {"Hier", "Here"}),
                field("lower_quartile", &Reference::lower_quartile,
                      {"Unteres Viertel", "Lower quartile"}),
                field("median", &Reference::median, {"Median", "Median"}),
                field("upper_quartile", &Reference::upper_quartile,
                      {"Oberes Viertel", "Upper quartile"}),
                field("peers", &Reference::peers, {"Vergleichsorte", "Peers"}),
            };
        }
    };

    struct Findings {
        std::int64_t areas = 0;
        std::int64_t compared = 0;
        std::int64_t not_comparable = 0;
        std::int64_t with_structures = 0;  ///< peers of which structures are recorded
        std::int64_t withheld = 0;  ///< areas with counts that no result shows; for explain only
        std::vector<PeerRow> peers;
        std::vector<Transfer> transferable;
        std::vector<Reference> reference;

        static constexpr auto fields() {
            return std::tuple{
                field("areas", &Findings::areas, {"Gebiete", "Areas"}),
                field("compared", &Findings::compared, {"davon verglichen", "Of these compared"}),
                field("not_comparable", &Findings::not_comparable,
                      {"davon nicht vergleichbar", "Of these not comparable"}),
                field(
                    "with_structures", &Findings::with_structures,
                    {"Vergleichsorte mit erfassten Strukturen", "Peers with recorded structures"}),
                field("peers", &Findings::peers, {"Vergleichsorte", "Peers"}),
                field("transferable", &Findings::transferable, {"Übertragbar", "Transferable"}),
                field("reference", &Findings::reference, {"Vergleichswerte", "Reference values"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    /// The k nearest of one area of any level; none if it cannot be compared.
    static std::vector<PeerRow> nearest_to(const View& view, AreaId area, std::size_t k);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

constexpr auto enumerators(Peers::Records) {
    using enum Peers::Records;
    return std::array{
        Enumerator{recorded, "recorded", {"erfasst", "recorded"}},
        Enumerator{not_recorded, "not_recorded", {"nicht erhoben", "not recorded"}},
    };
}

constexpr auto enumerators(Peers::Kind) {
    using enum Peers::Kind;
    return std::array{
        Enumerator{body, "body", {"Gremium", "body"}},
        Enumerator{topic, "topic", {"Angebot zum Thema", "offer for the topic"}},
        Enumerator{agenda, "agenda", {"Stufe der Agenda", "stage of the agenda"}},
    };
}

constexpr auto enumerators(Peers::Variable) {
    using enum Peers::Variable;
    return std::array{
        Enumerator{population, "population", {"Einwohner", "Inhabitants"}},
        Enumerator{unemployed_share,
                   "unemployed_share",
                   {"Arbeitslose je Einwohner", "Unemployed per inhabitant"}},
        Enumerator{deprivation, "deprivation", {"Deprivation", "Deprivation"}},
        Enumerator{settlement, "settlement", {"Siedlungstyp", "Settlement class"}},
        Enumerator{topics,
                   "topics",
                   {"Themen mit Angebot ohne Hürde", "Topics with an offer without a barrier"}},
    };
}

}  // namespace lotse::analysis

#endif
