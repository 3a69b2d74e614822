/// Classes of numbers for a map: few, each with about as many areas.
#ifndef LOTSE_VIZ_NUMBER_CLASSES_HPP
#define LOTSE_VIZ_NUMBER_CLASSES_HPP

#include <cstddef>
#include <vector>

namespace lotse::viz {

/// From the smallest to the largest number that is in it.
struct NumberClass {
    double low = 0;
    double high = 0;
    std::size_t count = 0;
};

/// At most `most` classes in ascending order, split at the quantiles; equal numbers are in one
/// class. Up to `most` different numbers are a class each. O(n log n).
std::vector<NumberClass> quantile_classes(std::vector<double> numbers, std::size_t most);

/// Position of the class that holds the number; precondition: it is one of those classified.
std::size_t class_of(const std::vector<NumberClass>& classes, double number);

}  // namespace lotse::viz

#endif
