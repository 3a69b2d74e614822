/// Funding: which instrument may pay for which offer, what the recorded funders cover, what hangs
/// on one source.
#ifndef LOTSE_ANALYSIS_FUNDING_HPP
#define LOTSE_ANALYSIS_FUNDING_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Offers are held against the funding instruments of the code list funding_instruments, a dated
/// and sourced table that networks extend by their own codes.
///
/// - *Option*: an offer and an instrument. A recorded field that the rule does not admit makes it
///   not allowed; a field that the rule asks for and nobody recorded makes it not decidable; what
///   lotse cannot see is a condition that people check. Rules hold on the reference date.
///   Instruments without any demand on an offer are not listed offer by offer.
/// - *Funders*: for each recorded funder the instruments of its legal circle. No recorded
///   funder is "not recorded", never "unfunded"; "gone" where all that are recorded have ended or
///   are taken away by --without.
/// - *Shares*: ties of kind funds that exist on the reference date, summed per recipient and topic;
///   a tie without topics counts for each. More than 1 contradicts itself.
/// - *Follow-on*: whether a free course has an open offer or group on the same topic in the same
///   area to go on with, and whether that takes a fee.
///
/// `max_share` of an instrument is the share of health promotion inside a measure; no column holds
/// it, so it is shown and not checked.
///
/// Cost: O(offers x instruments + offers^2). Source: QUESTIONS A19; the sources of the rules stand
/// in the table `instruments`.
struct Funding {
    struct Options {
        std::vector<std::string> offer;
        Flag all = Flag::off;

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &Options::offer,
                      {"nur diese Angebote (Schlüssel)", "only these offers (keys)"}),
                field("all", &Options::all,
                      {"auch Instrumente zeigen, die nicht in Frage kommen",
                       "also show instruments that are out of the question"}),
            };
        }
    };

    /// An offer and who is recorded to pay for it.
    struct Row {
        OfferId offer;
        std::vector<Choice> funders{};
        Choice state{};
        std::vector<Choice> instruments{};  ///< of the funders' circles, allowed or on condition
        std::vector<Choice> to_check{};     ///< funders without a fitting instrument
        std::int64_t options = 0;           ///< instruments of the list, allowed or on condition
        std::int64_t undecided = 0;
        std::vector<Choice> evaluation{};  ///< options that may pay for an evaluation too
        ThreeValued evaluated = ThreeValued::unknown;

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &Row::offer, {"Angebot", "Offer"}),
                field("state", &Row::state, {"Stand", "State"}),
                field("funders", &Row::funders, {"Geldgeber", "Funders"}),
                field("instruments", &Row::instruments,
                      {"Passende Instrumente der Geldgeber", "Fitting instruments of the funders"}),
                field("to_check", &Row::to_check,
                      {"Geldgeber ohne passendes Instrument",
                       "Funders without a fitting instrument"}),
                field("options", &Row::options,
                      {"Mögliche Instrumente insgesamt", "Possible instruments in all"}),
                field("undecided", &Row::undecided,
                      {"dazu offen wegen fehlender Angaben", "Undecided for want of entries"}),
                field("evaluation", &Row::evaluation,
                      {"kann auch Evaluation fördern", "May also fund an evaluation"}),
                field("evaluated", &Row::evaluated, {"Evaluiert", "Evaluated"}),
            };
        }
    };

    /// An offer and an instrument.
    struct Option {
        OfferId offer;
        Choice instrument{};
        Choice state{};
        std::vector<Choice> missing{};
        std::vector<Choice> against{};
        std::optional<Choice> basis{};
        std::optional<double> max_share{};

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &Option::offer, {"Angebot", "Offer"}),
                field("instrument", &Option::instrument, {"Instrument", "Instrument"}),
                field("state", &Option::state, {"Stand", "State"}),
                field("missing", &Option::missing, {"fehlende Angaben", "Missing entries"}),
                field("against", &Option::against, {"passt nicht", "Does not fit"}),
                field("basis", &Option::basis, {"Rechtsgrundlage", "Legal basis"}),
                field("max_share", &Option::max_share,
                      {"Gesundheitsanteil höchstens", "Health share at most"}, Unit::share),
            };
        }
    };

    /// Who pays a recipient, per topic.
    struct Recipient {
        ActorId actor;
        std::optional<Choice> topic{};
        std::vector<Choice> funders{};
        std::optional<double> recorded_share{};  ///< sum of the recorded shares
        std::int64_t without_share = 0;          ///< ties that record none
        Choice state{};
        bool one_pays_all = false;  ///< for explain only: the same funder in full for each topic

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Recipient::actor, {"Empfänger", "Recipient"}),
                field("topic", &Recipient::topic, {"Thema", "Topic"}),
                field("funders", &Recipient::funders, {"Geldgeber", "Funders"}),
                field("recorded_share", &Recipient::recorded_share,
                      {"erfasste Anteile", "Recorded shares"}, Unit::share),
                field("without_share", &Recipient::without_share,
                      {"ohne erfassten Anteil", "Without a recorded share"}),
                field("state", &Recipient::state, {"Stand", "State"}),
            };
        }
    };

    /// What comes after a free course.
    struct FollowOn {
        OfferId course;
        Choice state{};
        std::vector<Choice> offers{};
        std::optional<double> fee_eur{};  ///< lowest recorded, where all take a fee

        static constexpr auto fields() {
            return std::tuple{
                field("course", &FollowOn::course, {"Kurs", "Course"}),
                field("state", &FollowOn::state, {"Wie es weitergeht", "What follows"}),
                field("offers", &FollowOn::offers, {"Anschlussangebote", "Follow-on offers"}),
                field("fee_eur", &FollowOn::fee_eur, {"Entgelt ab", "Fee from"}, Unit::euros, 2),
            };
        }
    };

    /// A rule with its source, and how often it applies.
    struct Rule {
        Choice instrument{};
        std::optional<Choice> circle{};
        std::optional<Choice> basis{};
        std::int64_t allowed = 0;
        std::int64_t conditional = 0;
        std::int64_t not_decidable = 0;
        std::int64_t not_allowed = 0;
        Message condition{};
        std::optional<double> max_share{};
        std::optional<PartialDate> valid_from{};
        std::optional<PartialDate> valid_until{};
        std::string source{};
        std::optional<PartialDate> as_of{};

        static constexpr auto fields() {
            return std::tuple{
                field("instrument", &Rule::instrument, {"Instrument", "Instrument"}),
                field("circle", &Rule::circle, {"Rechtskreis", "Legal circle"}),
                field("basis", &Rule::basis, {"Rechtsgrundlage", "Legal basis"}),
                field("allowed", &Rule::allowed, {"möglich", "Allowed"}),
                field("conditional", &Rule::conditional, {"unter Bedingung", "On condition"}),
                field("not_decidable", &Rule::not_decidable,
                      {"nicht entscheidbar", "Not decidable"}),
                field("not_allowed", &Rule::not_allowed, {"nicht möglich", "Not allowed"}),
                field("condition", &Rule::condition, {"zu prüfen", "To be checked"}),
                field("max_share", &Rule::max_share,
                      {"Gesundheitsanteil höchstens", "Health share at most"}, Unit::share),
                field("valid_from", &Rule::valid_from, {"gilt ab", "Valid from"}),
                field("valid_until", &Rule::valid_until, {"gilt bis", "Valid until"}),
                field("source", &Rule::source, {"Quelle", "Source"}),
                field("as_of", &Rule::as_of, {"Stand der Regel", "As of"}),
            };
        }
    };

    struct Findings {
        std::int64_t offer_count = 0;
        std::int64_t fits = 0;
        std::int64_t conditional = 0;
        std::int64_t unclear = 0;
        std::int64_t no_instrument = 0;
        std::int64_t not_recorded = 0;
        std::int64_t funder_gone = 0;
        std::int64_t one_funder = 0;
        std::int64_t sole_source = 0;     ///< recipients that one funder pays in full, all topics
        std::int64_t contradictions = 0;  ///< recipients with shares above 1 on any topic
        std::int64_t fee_barriers = 0;    ///< free courses followed by offers with a fee only
        std::vector<Row> offers;          ///< the ones to look at first
        std::vector<Option> options;
        std::vector<Recipient> recipients;
        std::vector<FollowOn> follow_ons;
        std::vector<Rule> rules;

        // For explain only.
        std::vector<Message> selection;         ///< which offers these are
        std::int64_t hidden_options = 0;        ///< not allowed and not shown
        std::vector<Choice> without_demands{};  ///< instruments that any offer fits, not shown

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("offer_count", &F::offer_count, {"Angebote", "Offers"}),
                field("fits", &F::fits,
                      {"Instrument der Geldgeber passt", "An instrument of the funders fits"}),
                field("conditional", &F::conditional,
                      {"passt unter Bedingung", "Fits on condition"}),
                field("unclear", &F::unclear, {"nicht entscheidbar", "Not decidable"}),
                field("no_instrument", &F::no_instrument,
                      {"kein Instrument der Geldgeber passt", "No instrument of the funders fits"}),
                field("not_recorded", &F::not_recorded,
                      {"Geldgeber nicht erfasst", "Funder not recorded"}),
                field("funder_gone", &F::funder_gone,
                      {"Geldgeber weggefallen", "Funder no longer there"}),
                field("one_funder", &F::one_funder,
                      {"genau ein Geldgeber erfasst", "Exactly one funder recorded"}),
                field("sole_source", &F::sole_source,
                      {"Empfänger, die einer allein bezahlt", "Recipients paid by one alone"}),
                field("contradictions", &F::contradictions,
                      {"Anteile über 100 %", "Shares above 100 %"}),
                field("fee_barriers", &F::fee_barriers,
                      {"kostenfreie Kurse, nach denen es etwas kostet",
                       "Free courses followed by a fee"}),
                field("offers", &F::offers,
                      {"Angebote und ihre Geldgeber", "Offers and their funders"}),
                field("options", &F::options, {"Fördermöglichkeiten", "Funding options"}),
                field("recipients", &F::recipients,
                      {"Finanzierung der Anbieter", "Funding of the providers"}),
                field("follow_ons", &F::follow_ons,
                      {"Nach dem kostenfreien Kurs", "After the free course"}),
                field("instruments", &F::rules, {"Angewandte Regeln", "Rules applied"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown offer).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif
