/// Matching: which labour-market measure can be joined with which prevention course.
#ifndef LOTSE_ANALYSIS_MATCHING_HPP
#define LOTSE_ANALYSIS_MATCHING_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Pairs of labour-market measures and prevention courses whose points add up to the most; every
/// measure is in at most one pair.
///
/// - *Measure*: an offer of form labour_measure. *Course*: an offer of form course, group or
///   training with a topic that the code list topics counts as prevention, or one of `--topic`.
///   Ended offers are left out.
/// - *Possible* if they share an area (the same, or one holds the other; an online course without
///   areas is everywhere), a target group (the same, or one includes the other as in `coverage`), a
///   legal circle of the participants, and time; if an instrument may pay for the course
///   (`funding`); if it is free of charge and certified (not with `--all-courses`); and if it has a
///   vacancy. What is not recorded does not stand in the way and is named in `to_check`; without a
///   recorded area there is no pair.
/// - *Weight*: the sum of the points of the code list matching_points that apply (`why`).
/// - A course takes as many measures as it has recorded vacancies, else one.
///
/// The sum of the weights is the largest possible one; that need not be the largest number of
/// pairs. `candidates` holds every measure and course that share an area, with what stands in the
/// way, so that the choice can be checked; where that is more than 100,000 rows, of every measure
/// those nearest to a pair, at least ten. Cost: O(measures x courses) and the Hungarian method.
/// Sources: QUESTIONS A27; Kuhn (1955), Naval Research Logistics Quarterly 2(1-2), 83-97,
/// doi:10.1002/nav.3800020109.
struct Matching {
    struct Options {
        Flag all_courses = Flag::off;

        static constexpr auto fields() {
            return std::tuple{
                field("all-courses", &Options::all_courses,
                      {"auch nicht zertifizierte oder kostenpflichtige Angebote",
                       "also offers that are not certified or take a fee"}),
            };
        }
    };

    struct Pair {
        OfferId measure;
        OfferId course;
        std::optional<AreaId> area{};  ///< shared; nullopt: online everywhere
        std::optional<Choice> instrument{};
        std::int64_t weight = 0;
        std::vector<Choice> why{};
        std::vector<Choice> to_check{};

        static constexpr auto fields() {
            return std::tuple{
                field("measure", &Pair::measure, {"Maßnahme", "Measure"}),
                field("course", &Pair::course, {"Kurs", "Course"}),
                field("area", &Pair::area, {"Gebiet", "Area"}),
                field("instrument", &Pair::instrument,
                      {"Förderung des Kurses", "Funding of the course"}),
                field("weight", &Pair::weight, {"Punkte", "Points"}),
                field("why", &Pair::why, {"Warum", "Why"}),
                field("to_check", &Pair::to_check, {"zu klären", "To be settled"}),
            };
        }
    };

    struct Unmatched {
        OfferId measure;
        std::vector<Choice> reason{};
        std::vector<Choice> closest{};  ///< courses that fail for the fewest reasons

        static constexpr auto fields() {
            return std::tuple{
                field("measure", &Unmatched::measure, {"Maßnahme", "Measure"}),
                field("reason", &Unmatched::reason, {"Grund", "Reason"}),
                field("closest", &Unmatched::closest, {"am nächsten dran", "Closest to fitting"}),
            };
        }
    };

    struct Candidate {
        OfferId measure;
        OfferId course;
        Choice state{};  ///< chosen, possible, impossible
        std::optional<std::int64_t> weight{};
        std::vector<Choice> obstacles{};

        static constexpr auto fields() {
            return std::tuple{
                field("measure", &Candidate::measure, {"Maßnahme", "Measure"}),
                field("course", &Candidate::course, {"Kurs", "Course"}),
                field("state", &Candidate::state, {"Stand", "State"}),
                field("weight", &Candidate::weight, {"Punkte", "Points"}),
                field("obstacles", &Candidate::obstacles, {"was im Weg steht", "Obstacles"}),
            };
        }
    };

    struct Findings {
        std::int64_t measures = 0;
        std::int64_t courses = 0;
        std::int64_t matched = 0;
        std::int64_t without_course = 0;
        std::int64_t total_weight = 0;
        std::vector<Pair> pairs;
        std::vector<Unmatched> unmatched;
        std::vector<Candidate> candidates;

        std::int64_t ended = 0;                ///< for explain only
        std::int64_t candidates_left_out = 0;  ///< for explain only
        Flag all_courses = Flag::off;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("measures", &F::measures, {"Maßnahmen", "Measures"}),
                field("courses", &F::courses, {"Präventionsangebote", "Prevention offers"}),
                field("matched", &F::matched, {"Paare", "Pairs"}),
                field("without_course", &F::without_course,
                      {"Maßnahmen ohne Kurs", "Measures without a course"}),
                field("total_weight", &F::total_weight, {"Punkte zusammen", "Points in all"}),
                field("pairs", &F::pairs, {"Paare", "Pairs"}),
                field("unmatched", &F::unmatched,
                      {"Maßnahmen ohne passenden Kurs", "Measures without a fitting course"}),
                field("candidates", &F::candidates,
                      {"Maßnahmen und Kurse am selben Ort oder online",
                       "Measures and courses in the same place or online"}),
            };
        }
    };

    static Info info();
    /// Errors: engine.
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif
