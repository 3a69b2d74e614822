/// Sustainability: what ends, what hangs on one funder, and what is there to stay.
#ifndef LOTSE_ANALYSIS_SUSTAINABILITY_HPP
#define LOTSE_ANALYSIS_SUSTAINABILITY_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// - *endings*: offers, bodies, agreements, programmes, other actors and ties whose recorded end
///   lies before the reference date (ended, also by status) or within twelve months after it, with
///   the successor that a tie `successor_of` records. Events end by nature and are left out.
/// - *offers*: all that run. `usable`: status active, no end, and a funder is recorded ("usable
///   now"); `no_funder`: the same, but no funder is recorded, which does not mean that there is
///   none; `funder_gone`: all recorded ones have ended or are taken away by --without; `ending`:
///   within twelve months; `limited`: ends later; `unclear`: paused, its status is not recorded, or
///   all its recorded providers have ended. A funder that has ended pays nothing.
/// - *funded*: actors with ties `funds`. Concentration is the Herfindahl-Hirschman index, the sum
///   of the squared funding shares, 0 to 1. Where the recorded shares of an actor leave a rest, the
///   index lies between the sum of squares (the rest comes from very many) and that plus the
///   squared rest (it comes from one other). Shares of more than 100 % give no index. `sole` is yes
///   where one funder's share is 1, no for several funders, else not recorded.
/// - *funders*: how many running offers and actors each pays for, and what has no other recorded
///   funder: what is in question if it leaves.
///
/// The index of the whole counts every running offer with a recorded funder once, in equal parts
/// to its funders (their shares are not recorded for offers).
///
/// Cost: O((offers + actors + ties) log n). Sources: QUESTIONS A17; Herfindahl-Hirschman index:
/// Rhoades (1993), Federal Reserve Bulletin 79, 188.
struct Sustainability {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    enum class Ending { within_year, ended };
    enum class Standing { ending, funder_gone, no_funder, unclear, limited, usable };

    struct EndingRow {
        Choice what;  ///< kind of actor, kind of tie, or offer
        std::string key;
        std::string name;
        Ending state = Ending::ended;
        std::optional<PartialDate> end;  ///< empty: ended by status, the day is not recorded
        std::vector<Choice> successors;

        static constexpr auto fields() {
            return std::tuple{
                field("what", &EndingRow::what, {"Was", "What"}),
                field("key", &EndingRow::key, {"Schlüssel", "Key"}),
                field("name", &EndingRow::name, {"Name", "Name"}),
                field("state", &EndingRow::state, {"Stand", "State"}),
                field("end", &EndingRow::end, {"Ende", "End"}),
                field("successors", &EndingRow::successors, {"Nachfolge", "Successors"}),
            };
        }
    };

    struct OfferRow {
        OfferId offer;
        Standing standing = Standing::unclear;
        std::optional<PartialDate> end;
        std::vector<Choice> funders;
        std::vector<Choice> providers;

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &OfferRow::offer, {"Angebot", "Offer"}),
                field("standing", &OfferRow::standing, {"Bestand", "Standing"}),
                field("end", &OfferRow::end, {"Ende", "End"}),
                field("funders", &OfferRow::funders, {"Finanziert von", "Funders"}),
                field("providers", &OfferRow::providers, {"Anbieter", "Providers"}),
            };
        }
    };

    struct FundedRow {
        ActorId actor;
        std::vector<Choice> funders;
        ThreeValued sole = ThreeValued::unknown;
        std::optional<double> recorded_share;
        std::optional<double> hhi_least;
        std::optional<double> hhi_most;
        std::optional<PartialDate> funding_until;  ///< the first recorded end

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &FundedRow::actor, {"Akteur", "Actor"}),
                field("funders", &FundedRow::funders, {"Finanziert von", "Funders"}),
                field("sole", &FundedRow::sole, {"Einziger Geldgeber", "Sole funder"}),
                field("recorded_share", &FundedRow::recorded_share,
                      {"Erfasster Anteil", "Recorded share"}, Unit::share, 2),
                field("hhi_least", &FundedRow::hhi_least,
                      {"Konzentration mindestens", "Concentration at least"}, Unit::none, 2),
                field("hhi_most", &FundedRow::hhi_most,
                      {"Konzentration höchstens", "Concentration at most"}, Unit::none, 2),
                field("funding_until", &FundedRow::funding_until, {"Mittel bis", "Funding until"}),
            };
        }
    };

    struct FunderRow {
        ActorId actor;
        std::int64_t offers = 0;
        std::int64_t sole_offers = 0;  ///< running offers without another recorded funder
        std::int64_t actors = 0;
        std::int64_t sole_actors = 0;  ///< whose whole funding it is
        std::vector<Choice> at_stake;  ///< those offers and actors
        std::vector<Choice> topics;    ///< without another running offer that others pay for

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &FunderRow::actor, {"Geldgeber", "Funder"}),
                field("offers", &FunderRow::offers, {"Angebote", "Offers"}),
                field("sole_offers", &FunderRow::sole_offers,
                      {"ohne anderen Geldgeber", "Without another funder"}),
                field("actors", &FunderRow::actors, {"Akteure", "Actors"}),
                field("sole_actors", &FunderRow::sole_actors,
                      {"ganz von ihm finanziert", "Funded by it alone"}),
                field("at_stake", &FunderRow::at_stake,
                      {"Was ohne ihn offen wäre", "What is open without it"}),
                field("topics", &FunderRow::topics,
                      {"Themen, die an ihm hängen", "Topics that hang on it"}),
            };
        }
    };

    struct Findings {
        std::int64_t offers_running = 0;
        std::int64_t usable = 0;
        std::int64_t ending = 0;
        std::int64_t limited = 0;
        std::int64_t funder_gone = 0;
        std::int64_t no_funder = 0;
        std::int64_t unclear = 0;
        std::int64_t lost_funder = 0;
        std::int64_t without_funder = 0;
        std::int64_t single_funder = 0;
        std::int64_t endings_within_year = 0;
        std::int64_t ended = 0;
        std::int64_t with_successor = 0;
        std::optional<double> funder_hhi;
        std::vector<EndingRow> endings;
        std::vector<OfferRow> offers;
        std::vector<FunderRow> funders;
        std::vector<FundedRow> funded;

        static constexpr auto fields() {
            return std::tuple{
                field("offers_running", &Findings::offers_running,
                      {"Angebote, die laufen oder ruhen", "Running or paused offers"}),
                field("usable", &Findings::usable, {"davon nutzbar jetzt", "Of these usable now"}),
                field("ending", &Findings::ending,
                      {"davon enden binnen zwölf Monaten", "Of these end within twelve months"}),
                field("limited", &Findings::limited,
                      {"davon später befristet", "Of these end later"}),
                field("funder_gone", &Findings::funder_gone,
                      {"davon ohne Ende, Geldgeber weggefallen",
                       "Of these without end, funder no longer there"}),
                field("no_funder", &Findings::no_funder,
                      {"davon ohne Ende, Geldgeber nicht erfasst",
                       "Of these without end, funder not recorded"}),
                field("unclear", &Findings::unclear,
                      {"davon ruhend oder Stand nicht erfasst",
                       "Of these paused or status not recorded"}),
                field("lost_funder", &Findings::lost_funder,
                      {"Angebote, deren Geldgeber weggefallen ist",
                       "Offers whose funder is no longer there"}),
                field("without_funder", &Findings::without_funder,
                      {"Angebote ohne erfassten Geldgeber", "Offers without a recorded funder"}),
                field("single_funder", &Findings::single_funder,
                      {"Angebote mit nur einem erfassten Geldgeber",
                       "Offers with one recorded funder only"}),
                field("endings_within_year", &Findings::endings_within_year,
                      {"Was binnen zwölf Monaten endet", "What ends within twelve months"}),
                field("ended", &Findings::ended, {"Was beendet ist", "What has ended"}),
                field("with_successor", &Findings::with_successor,
                      {"davon mit Nachfolge", "Of these with a successor"}),
                field("funder_hhi", &Findings::funder_hhi,
                      {"Konzentration der Angebote auf Geldgeber",
                       "Concentration of offers on funders"},
                      Unit::none, 2),
                field("endings", &Findings::endings, {"Was endet", "What ends"}),
                field("offers", &Findings::offers, {"Angebote", "Offers"}),
                field("funders", &Findings::funders, {"Geldgeber", "Funders"}),
                field("funded", &Findings::funded, {"Finanzierte Akteure", "Funded actors"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

constexpr auto enumerators(Sustainability::Ending) {
    using enum Sustainability::Ending;
    return std::array{
        Enumerator{within_year,
                   "within_year",
                   {"endet binnen zwölf Monaten", "ends within twelve months"}},
        Enumerator{ended, "ended", {"beendet", "ended"}},
    };
}

constexpr auto enumerators(Sustainability::Standing) {
    using enum Sustainability::Standing;
    return std::array{
        Enumerator{ending, "ending", {"endet binnen zwölf Monaten", "ends within twelve months"}},
        Enumerator{funder_gone,
                   "funder_gone",
                   {"ohne Ende, Geldgeber weggefallen", "no end, funder no longer there"}},
        Enumerator{no_funder,
                   "no_funder",
                   {"ohne Ende, Geldgeber nicht erfasst", "no end, funder not recorded"}},
        Enumerator{unclear,
                   "unclear",
                   {"ruht, Stand nicht erfasst oder Anbieter beendet",
                    "paused, status not recorded or provider ended"}},
        Enumerator{limited, "limited", {"befristet", "limited"}},
        Enumerator{usable, "usable", {"nutzbar jetzt", "usable now"}},
    };
}

}  // namespace lotse::analysis

#endif
