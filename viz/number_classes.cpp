#include "number_classes.hpp"

#include <algorithm>

namespace lotse::viz {

std::vector<NumberClass> quantile_classes(std::vector<double> numbers, std::size_t most) {
    std::sort(numbers.begin(), numbers.end());
    std::size_t different = numbers.empty() ? 0 : 1;
    for (std::size_t i = 1; i < numbers.size(); ++i) different += numbers[i] != numbers[i - 1];
    std::vector<NumberClass> classes;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool is_new = i == 0 || numbers[i] != numbers[i - 1];
        // Equal numbers stay with the first of them, whose rank decides.
        const std::size_t wanted = different <= most ? classes.size() : i * most / numbers.size();
        if (is_new && (classes.empty() || wanted >= classes.size()))
            classes.push_back({numbers[i], numbers[i], 0});
        classes.back().high = numbers[i];
        ++classes.back().count;
    }
    return classes;
}

std::size_t class_of(const std::vector<NumberClass>& classes, double number) {
    std::size_t found = 0;
    while (found + 1 < classes.size() && number > classes[found].high) ++found;
    return found;
}

}  // namespace lotse::viz
