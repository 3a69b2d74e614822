/// Cascade: at which of five nested stages the way from an offer to its effect is lost.
#ifndef LOTSE_ANALYSIS_CASCADE_HPP
#define LOTSE_ANALYSIS_CASCADE_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// The stages of Tanahashi's coverage, each on top of the one before.
enum class Stage { exists, reachable, acceptable, contact, effective };

constexpr auto enumerators(Stage) {
    using enum Stage;
    return std::array{
        Enumerator{exists, "exists", {"Angebot vorhanden", "offer exists"}},
        Enumerator{reachable, "reachable", {"erreichbar", "reachable"}},
        Enumerator{acceptable, "acceptable", {"annehmbar", "acceptable"}},
        Enumerator{contact, "contact", {"Kontakt", "contact"}},
        Enumerator{effective, "effective", {"Wirkung geprüft", "effect checked"}},
    };
}

/// One cell per area (rows as in `coverage`) and topic. Every stage is asked of each offer that
/// comes into question, as yes, no or not recorded, together with the stages before it (no if one
/// of them is no); the cell has the best of its offers. So no stage is better than one before it.
///
/// - *exists*: an open offer (as in `reach`) in the same Kreis, recorded for the area, within the
///   threshold, or online. Without one: no where a finding says `none`, yes where a finding says
///   `available` or `barrier`, else not recorded; so too where only offers come into question of
///   which it is not recorded whether they are open to the group.
/// - *reachable*: within the threshold of `reach`; online counts as reachable. An offer without
///   venue reaches the areas recorded for it and no other.
/// - *acceptable*: title without a deficit, not on the jobcenter's premises alone, voluntary, free,
///   open to more than people sent by the jobcenter, not online only. All of them.
/// - *contact*: a jobcenter or employment agency (of --legal) that serves the area provides or
///   hosts the offer, or refers to or informs a provider or the host, on the topic or without a
///   recorded one. No: it has recorded referrals, but none there, or a paused one. Not recorded: it
///   has none at all, or whether it is active is not known.
/// - *effective*: the offer is evaluated, or one of these ties has feedback.
///
/// Shares are weighted as in `reach`; not recorded counts as no in the lower and as yes in the
/// upper bound. `largest_drop` is the first stage that is no; of all cells the stage at which most
/// weight is certainly lost, of equals the earliest: what fails there never comes to the others.
///
/// Cost: O(areas x offers). Source: Tanahashi, T. (1978), Health service coverage and its
/// evaluation, Bulletin of the World Health Organization 56(2), 295-303. There each stage is a
/// share of the target population; here a cell stands for the people of its area.
struct Cascade {
    struct Options {
        std::string by;
        std::string mode;
        std::optional<double> threshold;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Zeilen: state, region, district, municipality, quarter",
                       "level of the rows: state, region, district, municipality, quarter"}),
                field("mode", &Options::mode,
                      {"Verkehrsmittel: public_transport, car, bicycle, walk",
                       "means of transport: public_transport, car, bicycle, walk"}),
                field("threshold", &Options::threshold,
                      {"Schwelle in Minuten für alle Gebiete",
                       "threshold in minutes for all areas"})};
        }
    };

    struct Cell {
        AreaId area;
        Choice topic;
        ThreeValued exists = ThreeValued::unknown;
        ThreeValued reachable = ThreeValued::unknown;
        ThreeValued acceptable = ThreeValued::unknown;
        ThreeValued contact = ThreeValued::unknown;
        ThreeValued effective = ThreeValued::unknown;
        std::optional<Stage> largest_drop{};
        std::optional<OfferId> offer{};  ///< the one that gets farthest
        std::int64_t offers = 0;         ///< that come into question

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Cell::area, {"Gebiet", "Area"}),
                field("topic", &Cell::topic, {"Thema", "Topic"}),
                field("exists", &Cell::exists, {"vorhanden", "Exists"}),
                field("reachable", &Cell::reachable, {"erreichbar", "Reachable"}),
                field("acceptable", &Cell::acceptable, {"annehmbar", "Acceptable"}),
                field("contact", &Cell::contact, {"Kontakt", "Contact"}),
                field("effective", &Cell::effective, {"Wirkung geprüft", "Effect checked"}),
                field("largest_drop", &Cell::largest_drop, {"bricht ab bei", "Largest drop"}),
                field("offer", &Cell::offer, {"kommt am weitesten", "Gets farthest"}),
                field("offers", &Cell::offers, {"Angebote", "Offers"}),
            };
        }
    };

    struct StageTotal {
        Stage stage = Stage::exists;
        std::int64_t yes = 0;
        std::int64_t no = 0;
        std::int64_t unknown = 0;
        std::optional<double> share_at_least;
        std::optional<double> share_at_most;
        std::optional<double> lost;  ///< share of the cells that are lost here for certain

        static constexpr auto fields() {
            return std::tuple{
                field("stage", &StageTotal::stage, {"Stufe", "Stage"}),
                field("yes", &StageTotal::yes, {"ja", "Yes"}),
                field("no", &StageTotal::no, {"nein", "No"}),
                field("unknown", &StageTotal::unknown, {"nicht erhoben", "Not recorded"}),
                field("share_at_least", &StageTotal::share_at_least,
                      {"Anteil mindestens", "Share at least"}, Unit::share),
                field("share_at_most", &StageTotal::share_at_most,
                      {"Anteil höchstens", "Share at most"}, Unit::share),
                field("lost", &StageTotal::lost, {"geht hier verloren", "Lost here"}, Unit::share),
            };
        }
    };

    /// Shares of one topic, of the lower or of the upper bounds.
    struct TopicShares {
        Choice topic;
        std::optional<double> exists;
        std::optional<double> reachable;
        std::optional<double> acceptable;
        std::optional<double> contact;
        std::optional<double> effective;

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &TopicShares::topic, {"Thema", "Topic"}),
                field("exists", &TopicShares::exists, {"vorhanden", "Exists"}, Unit::share),
                field("reachable", &TopicShares::reachable, {"erreichbar", "Reachable"},
                      Unit::share),
                field("acceptable", &TopicShares::acceptable, {"annehmbar", "Acceptable"},
                      Unit::share),
                field("contact", &TopicShares::contact, {"Kontakt", "Contact"}, Unit::share),
                field("effective", &TopicShares::effective, {"Wirkung geprüft", "Effect checked"},
                      Unit::share),
            };
        }
    };

    struct TopicTotal : TopicShares {
        std::optional<Stage> largest_drop;

        static constexpr auto fields() {
            return std::tuple_cat(TopicShares::fields(),
                                  std::tuple{field("largest_drop", &TopicTotal::largest_drop,
                                                   {"größter Verlust bei", "Largest drop"})});
        }
    };

    /// What is not recorded where it would decide, and whom to ask.
    struct Question {
        std::optional<ActorId> ask;
        Stage stage = Stage::exists;
        std::vector<Choice> missing;
        std::vector<Choice> offers;
        std::vector<Choice> topics;
        std::int64_t cells = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("ask", &Question::ask, {"Wen fragen", "Whom to ask"}),
                field("stage", &Question::stage, {"Stufe", "Stage"}),
                field("missing", &Question::missing, {"nicht erhoben", "Not recorded"}),
                field("offers", &Question::offers, {"Angebote", "Offers"}),
                field("topics", &Question::topics, {"Themen", "Topics"}),
                field("cells", &Question::cells, {"Felder", "Cells"}),
            };
        }
    };

    /// Checklist of an offer that is open or may be: yes is good, no is a barrier. Of the topics
    /// and areas asked for.
    struct Barriers {
        OfferId offer;
        ThreeValued title = ThreeValued::unknown;
        ThreeValued venue = ThreeValued::unknown;
        ThreeValued voluntary = ThreeValued::unknown;
        ThreeValued cost = ThreeValued::unknown;
        ThreeValued open = ThreeValued::unknown;
        ThreeValued format = ThreeValued::unknown;
        std::optional<double>
            distance;  ///< share within the threshold; empty: online, no way known
        std::int64_t barriers = 0;
        std::int64_t unknown = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &Barriers::offer, {"Angebot", "Offer"}),
                field("title", &Barriers::title, {"neutraler Titel", "Neutral title"}),
                field("venue", &Barriers::venue,
                      {"nicht nur im Jobcenter", "Not only at the jobcenter"}),
                field("voluntary", &Barriers::voluntary, {"freiwillig", "Voluntary"}),
                field("cost", &Barriers::cost, {"kostenfrei", "Free"}),
                field("open", &Barriers::open,
                      {"nicht nur für Zugewiesene", "Not only for people sent"}),
                field("format", &Barriers::format, {"vor Ort", "On site"}),
                field("distance", &Barriers::distance, {"Anteil in der Nähe", "Share nearby"},
                      Unit::share),
                field("barriers", &Barriers::barriers, {"Hürden", "Barriers"}),
                field("unknown", &Barriers::unknown, {"nicht erhoben", "Not recorded"}),
            };
        }
    };

    struct Findings {
        std::int64_t area_count = 0;
        std::optional<double> exists;
        std::optional<double> reachable;
        std::optional<double> acceptable;
        std::optional<double> contact;
        std::optional<double> effective;
        std::optional<double> effective_at_most;
        std::optional<Stage> largest_drop;
        Choice mode;
        Choice demand;
        std::vector<StageTotal> stages;
        std::vector<Cell> areas;
        std::vector<TopicTotal> topics;           ///< not recorded counts as no
        std::vector<TopicShares> topics_at_most;  ///< not recorded counts as yes
        std::vector<Barriers> barriers;
        std::vector<Question> unknown;

        std::int64_t online_only = 0;                 ///< for explain only
        std::int64_t openness_not_recorded = 0;       ///< for explain only
        std::int64_t areas_without_contact = 0;       ///< nobody serves them; for explain only
        std::int64_t areas_with_withheld_demand = 0;  ///< for explain only
        std::optional<Message> demand_hidden;         ///< for explain only: as in Reach
        std::vector<std::string> unusable_rules;      ///< for explain only

        static constexpr auto fields() {
            return std::tuple{
                field("area_count", &Findings::area_count, {"Gebiete", "Areas"}),
                field("exists", &Findings::exists,
                      {"Angebot vorhanden, mindestens", "Offer exists, at least"}, Unit::share),
                field("reachable", &Findings::reachable,
                      {"Angebot erreichbar, mindestens", "Offer reachable, at least"}, Unit::share),
                field("acceptable", &Findings::acceptable,
                      {"Angebot annehmbar, mindestens", "Offer acceptable, at least"}, Unit::share),
                field("contact", &Findings::contact,
                      {"Angebot mit Kontakt, mindestens", "Offer with contact, at least"},
                      Unit::share),
                field("effective", &Findings::effective,
                      {"Angebot mit geprüfter Wirkung, mindestens",
                       "Offer whose effect is checked, at least"},
                      Unit::share),
                field("effective_at_most", &Findings::effective_at_most,
                      {"Angebot mit geprüfter Wirkung, höchstens",
                       "Offer whose effect is checked, at most"},
                      Unit::share),
                field("largest_drop", &Findings::largest_drop,
                      {"größter Verlust bei", "Largest drop"}),
                field("mode", &Findings::mode, {"Verkehrsmittel", "Means of transport"}),
                field("demand", &Findings::demand, {"gewichtet nach", "Weighted by"}),
                field("stages", &Findings::stages, {"Stufen", "Stages"}),
                field("areas", &Findings::areas, {"Gebiete und Themen", "Areas and topics"}),
                field("topics", &Findings::topics,
                      {"Themen (Anteil mindestens)", "Topics (share at least)"}),
                field("topics_at_most", &Findings::topics_at_most,
                      {"Themen (Anteil höchstens)", "Topics (share at most)"}),
                field("barriers", &Findings::barriers,
                      {"Prüfliste der Angebote", "Checklist of the offers"}),
                field("unknown", &Findings::unknown,
                      {"Was nicht erhoben ist, und wen man fragt",
                       "What is not recorded, and whom to ask"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown level or mode, a threshold that is not positive).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif
