/// Commitment: how binding the ties are, what rests on an agreement, what ends soon.
#ifndef LOTSE_ANALYSIS_COMMITMENT_HPP
#define LOTSE_ANALYSIS_COMMITMENT_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Whether two partners are bound by more than habit.
enum class Formality { formal, informal, not_recorded };

constexpr auto enumerators(Formality) {
    using enum Formality;
    return std::array{
        Enumerator{formal, "formal", {"vereinbart", "agreed"}},
        Enumerator{informal, "informal", {"nicht vereinbart", "not agreed"}},
        Enumerator{not_recorded, "not_recorded", {"nicht erhoben", "not recorded"}},
    };
}

/// Ties of the layer `actors` (unless --layer says otherwise) by level: 0 know each other,
/// 1 information, 2 coordination, 3 joint activity, 4 agreement or shared funds (code list
/// tie_levels). A level that is not recorded stays apart from 0.
///
/// *Pairs* are partners with at least one tie. A pair is *formal* if both are party to the same
/// agreement or a tie has level 4, *informal* if the level of every tie is recorded and neither is
/// so, else not recorded. The share of formal pairs is given as bounds: pairs that are not
/// recorded count as informal in the lower and as formal in the upper one.
/// *Multiplexity* is the number of kinds of ties in a pair; pairs on a single tie are counted,
/// since nothing is left when it ends (Provan et al. 2005).
///
/// *Ends soon*: ties and agreements that end within the months of review_periods `expiry` (12).
/// *Feedback*: referrals for which it is recorded whether the sender hears what came of it.
///
/// *Jobcenter and health conference*: pairs that work for a common area, tied or not; branches of a
/// jobcenter are left out. A joint
/// project is a tie of level 3 or 4, a group of the conference in which the jobcenter sits, a
/// programme, agreement or event in which both take part, or an offer that both make or pay for.
///
/// Cost: O(ties log ties + sum over agreements of parties squared).
/// Source: Provan, K. G., Veazie, M. A., Staten, L. K. & Teufel-Shone, N. I. (2005), The Use of
/// Network Analysis to Strengthen Community Partnerships, Public Administration Review 65(5),
/// 603-613, doi:10.1111/j.1540-6210.2005.00487.x; the levels are those of the project.
struct Commitment {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    struct LevelRow {
        Choice level;
        std::int64_t ties = 0;
        std::optional<double> share{};           ///< of all ties
        std::optional<double> recorded_share{};  ///< of the ties with a recorded level

        static constexpr auto fields() {
            return std::tuple{
                field("level", &LevelRow::level, {"Stufe", "Level"}),
                field("ties", &LevelRow::ties, {"Beziehungen", "Ties"}),
                field("share", &LevelRow::share, {"Anteil an allen", "Share of all"}, Unit::share),
                field("recorded_share", &LevelRow::recorded_share,
                      {"Anteil an den erfassten", "Share of the recorded"}, Unit::share),
            };
        }
    };

    /// Ties per level; the last is for levels that are not recorded.
    struct LevelCounts {
        std::int64_t ties = 0;
        std::int64_t level_0 = 0;
        std::int64_t level_1 = 0;
        std::int64_t level_2 = 0;
        std::int64_t level_3 = 0;
        std::int64_t level_4 = 0;
        std::int64_t not_recorded = 0;

        /// Counts one tie; nullopt: its level is not recorded.
        void add(const std::optional<std::int64_t>& level);
    };

    struct KindRow : LevelCounts {
        Choice kind;

        static constexpr auto fields() {
            return std::tuple{
                field("kind", &KindRow::kind, {"Art", "Kind"}),
                field("ties", &KindRow::ties, {"Beziehungen", "Ties"}),
                field("level_0", &KindRow::level_0, {"0", "0"}),
                field("level_1", &KindRow::level_1, {"1", "1"}),
                field("level_2", &KindRow::level_2, {"2", "2"}),
                field("level_3", &KindRow::level_3, {"3", "3"}),
                field("level_4", &KindRow::level_4, {"4", "4"}),
                field("not_recorded", &KindRow::not_recorded, {"nicht erhoben", "Not recorded"}),
            };
        }
    };

    struct SectorRow : LevelCounts {
        std::optional<Sector> sector{};  ///< empty: not recorded
        std::optional<Sector> other{};

        static constexpr auto fields() {
            return std::tuple{
                field("sector", &SectorRow::sector, {"Sektor", "Sector"}),
                field("other", &SectorRow::other, {"mit Sektor", "With sector"}),
                field("ties", &SectorRow::ties, {"Beziehungen", "Ties"}),
                field("level_0", &SectorRow::level_0, {"0", "0"}),
                field("level_1", &SectorRow::level_1, {"1", "1"}),
                field("level_2", &SectorRow::level_2, {"2", "2"}),
                field("level_3", &SectorRow::level_3, {"3", "3"}),
                field("level_4", &SectorRow::level_4, {"4", "4"}),
                field("not_recorded", &SectorRow::not_recorded, {"nicht erhoben", "Not recorded"}),
            };
        }
    };

    struct Dyad {
        ActorId from;
        ActorId to;
        Formality formality = Formality::not_recorded;
        std::optional<std::int64_t> level{};  ///< the highest recorded
        std::int64_t ties = 0;
        std::int64_t multiplexity = 0;
        std::vector<Choice> kinds{};
        std::vector<Choice> agreements{};

        static constexpr auto fields() {
            return std::tuple{
                field("from", &Dyad::from, {"Akteur", "Actor"}),
                field("to", &Dyad::to, {"mit", "With"}),
                field("formality", &Dyad::formality, {"Absicherung", "Formality"}),
                field("level", &Dyad::level, {"höchste Stufe", "Highest level"}),
                field("ties", &Dyad::ties, {"Beziehungen", "Ties"}),
                field("multiplexity", &Dyad::multiplexity, {"Arten", "Kinds"}),
                field("kinds", &Dyad::kinds, {"welche Arten", "Which kinds"}),
                field("agreements", &Dyad::agreements, {"Vereinbarungen", "Agreements"}),
            };
        }
    };

    struct Ending {
        PartialDate until;
        ActorId from;
        std::optional<ActorId> to{};  ///< empty: an agreement ends
        Choice kind{};

        static constexpr auto fields() {
            return std::tuple{
                field("until", &Ending::until, {"endet", "Ends"}),
                field("from", &Ending::from, {"Akteur oder Vereinbarung", "Actor or agreement"}),
                field("kind", &Ending::kind, {"Art", "Kind"}),
                field("to", &Ending::to, {"an", "To"}),
            };
        }
    };

    /// A referral and whether something is reported back.
    struct Feedback {
        ActorId from;
        ActorId to;
        ThreeValued feedback = ThreeValued::unknown;
        std::vector<Choice> topics{};

        static constexpr auto fields() {
            return std::tuple{
                field("from", &Feedback::from, {"von", "From"}),
                field("to", &Feedback::to, {"an", "To"}),
                field("feedback", &Feedback::feedback,
                      {"Rückmeldung vereinbart", "Feedback agreed"}),
                field("topics", &Feedback::topics, {"Themen", "Topics"}),
            };
        }
    };

    struct Unconfirmed {
        ActorId from;
        ActorId to;
        Choice kind{};
        std::optional<Choice> confirmed_by{};  ///< empty: not recorded

        static constexpr auto fields() {
            return std::tuple{
                field("from", &Unconfirmed::from, {"von", "From"}),
                field("to", &Unconfirmed::to, {"an", "To"}),
                field("kind", &Unconfirmed::kind, {"Art", "Kind"}),
                field("confirmed_by", &Unconfirmed::confirmed_by,
                      {"bestätigt von", "Confirmed by"}),
            };
        }
    };

    struct Pair {
        ActorId jobcenter;
        ActorId conference;
        std::int64_t joint = 0;
        std::vector<Choice> projects{};
        std::optional<std::int64_t> level{};
        std::int64_t to_conference = 0;  ///< directed ties; undirected ones count both ways
        std::int64_t to_jobcenter = 0;
        std::vector<Choice> kinds{};

        static constexpr auto fields() {
            return std::tuple{
                field("jobcenter", &Pair::jobcenter, {"Jobcenter", "Jobcenter"}),
                field("conference", &Pair::conference,
                      {"Gesundheitskonferenz", "Health conference"}),
                field("joint", &Pair::joint, {"gemeinsame Vorhaben", "Joint projects"}),
                field("projects", &Pair::projects, {"welche", "Which"}),
                field("level", &Pair::level, {"höchste Stufe", "Highest level"}),
                field("to_conference", &Pair::to_conference,
                      {"Beziehungen zur Konferenz", "Ties to the conference"}),
                field("to_jobcenter", &Pair::to_jobcenter,
                      {"Beziehungen zum Jobcenter", "Ties to the jobcenter"}),
                field("kinds", &Pair::kinds, {"Arten", "Kinds"}),
            };
        }
    };

    struct Findings {
        std::int64_t ties = 0;
        std::int64_t level_not_recorded = 0;
        std::int64_t binding = 0;  ///< level 3 or 4
        std::optional<double> binding_share{};
        std::int64_t dyads = 0;
        std::int64_t formal = 0;
        std::int64_t informal = 0;
        std::int64_t formality_not_recorded = 0;
        std::optional<double> formal_share_low{};
        std::optional<double> formal_share_high{};
        std::int64_t single = 0;
        std::int64_t multiplex = 0;
        std::int64_t agreements = 0;
        std::int64_t agreement_only = 0;  ///< pairs with a common agreement and no tie
        std::int64_t confirmed = 0;
        std::int64_t not_confirmed = 0;
        std::int64_t confirmation_not_recorded = 0;
        std::int64_t feedback_yes = 0;
        std::int64_t feedback_no = 0;
        std::int64_t feedback_not_recorded = 0;
        std::vector<LevelRow> levels{};
        std::vector<Pair> pairs{};
        std::vector<Ending> endings{};
        std::vector<KindRow> kinds{};
        std::vector<SectorRow> sectors{};
        std::vector<Dyad> dyad_rows{};
        std::vector<Feedback> feedback{};
        std::vector<Unconfirmed> unconfirmed{};

        LayerGraph layer{};

        static constexpr auto fields() {
            return std::tuple{
                field("ties", &Findings::ties, {"Beziehungen", "Ties"}),
                field("level_not_recorded", &Findings::level_not_recorded,
                      {"davon ohne erfasste Stufe", "Of these without a recorded level"}),
                field("binding", &Findings::binding,
                      {"Beziehungen der Stufe 3 oder 4", "Ties of level 3 or 4"}),
                field("binding_share", &Findings::binding_share,
                      {"Anteil an den erfassten Stufen", "Share of the recorded levels"},
                      Unit::share),
                field("dyads", &Findings::dyads, {"verbundene Paare", "Tied pairs"}),
                field("formal", &Findings::formal, {"davon vereinbart", "Of these agreed"}),
                field("informal", &Findings::informal, {"davon nicht vereinbart", "Not agreed"}),
                field("formality_not_recorded", &Findings::formality_not_recorded,
                      {"davon nicht erhoben", "Not recorded"}),
                field("formal_share_low", &Findings::formal_share_low,
                      {"Anteil vereinbart, mindestens", "Share agreed, at least"}, Unit::share),
                field("formal_share_high", &Findings::formal_share_high,
                      {"Anteil vereinbart, höchstens", "Share agreed, at most"}, Unit::share),
                field("single", &Findings::single,
                      {"Paare mit einer einzigen Beziehung", "Pairs on a single tie"}),
                field("multiplex", &Findings::multiplex,
                      {"Paare mit mehreren Arten", "Pairs with several kinds"}),
                field("agreements", &Findings::agreements, {"Vereinbarungen", "Agreements"}),
                field("agreement_only", &Findings::agreement_only,
                      {"Paare nur durch Vereinbarung", "Pairs by agreement only"}),
                field("confirmed", &Findings::confirmed,
                      {"von beiden Seiten bestätigt", "Confirmed by both sides"}),
                field("not_confirmed", &Findings::not_confirmed,
                      {"nicht von beiden bestätigt", "Not confirmed by both"}),
                field("confirmation_not_recorded", &Findings::confirmation_not_recorded,
                      {"Bestätigung nicht erhoben", "Confirmation not recorded"}),
                field("feedback_yes", &Findings::feedback_yes,
                      {"Verweise mit Rückmeldung", "Referrals with feedback"}),
                field("feedback_no", &Findings::feedback_no,
                      {"Verweise ohne Rückmeldung", "Referrals without feedback"}),
                field("feedback_not_recorded", &Findings::feedback_not_recorded,
                      {"Rückmeldung nicht erhoben", "Feedback not recorded"}),
                field("levels", &Findings::levels, {"Stufen der Beziehungen", "Levels of ties"}),
                field("pairs", &Findings::pairs,
                      {"Jobcenter und Gesundheitskonferenz", "Jobcenter and health conference"}),
                field("endings", &Findings::endings, {"Was bald endet", "What ends soon"}),
                field("kinds", &Findings::kinds,
                      {"Stufen nach Art der Beziehung", "Levels by kind of tie"}),
                field("sectors", &Findings::sectors, {"Stufen nach Sektoren", "Levels by sectors"}),
                field("dyad_rows", &Findings::dyad_rows, {"Paare", "Pairs"}),
                field("feedback", &Findings::feedback,
                      {"Rückmeldung bei Verweisen", "Feedback on referrals"}),
                field("unconfirmed", &Findings::unconfirmed,
                      {"Von beiden Seiten bestätigt? Nein oder nicht erhoben",
                       "Confirmed by both sides? No or not recorded"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif
