/// Whether one measure and one course go together, and how well.
#ifndef LOTSE_ANALYSIS_MATCHING_RULES_HPP
#define LOTSE_ANALYSIS_MATCHING_RULES_HPP

#include "funding_rules.hpp"

#include <lotse/analysis/matching.hpp>

namespace lotse::analysis {

bool is_measure(const Offer& offer);

/// Its form and one of its topics make it a prevention course.
bool is_prevention_course(const View& view, const Offer& offer);

/// How a measure and a course stand to each other.
struct Fit {
    bool same_place = false;
    std::optional<AreaId> area{};
    std::vector<Choice> obstacles{};  ///< empty: they go together; otherwise the rest is left open
    std::vector<Choice> to_check{};
    std::vector<Choice> why{};
    std::int64_t weight = 0;
};

/// What does not hang on the measure: funding, price, certificate, places.
struct CourseFit {
    OfferId course;
    std::vector<Choice> obstacles{};
    std::vector<Choice> to_check{};
    std::vector<Choice> why{};
    std::optional<Choice> instrument{};
    std::size_t capacity = 1;
};

CourseFit course_fit(const View& view, const std::vector<Instrument>& list, OfferId course,
                     Flag all_courses);

Fit fit(const View& view, OfferId measure, const CourseFit& course);

/// A reason why a measure has no course, by its key.
Choice obstacle(std::string_view key);

}  // namespace lotse::analysis

#endif
