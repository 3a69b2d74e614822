/// What the words before the numbers of a text say about them: those of courses, files and the
/// like are no telephone numbers. Internal to the recognition of contacts.
#ifndef LOTSE_MODEL_ANNOUNCED_NUMBERS_HPP
#define LOTSE_MODEL_ANNOUNCED_NUMBERS_HPP

#include <cstddef>
#include <string_view>

namespace lotse::privacy {

/// Is asked of the numbers of a text in lower case, one after the other.
class AnnouncedNumbers {
public:
    explicit AnnouncedNumbers(std::string_view text) : text_{text} {}

    /// The number that begins here is one of a course, a file or the like.
    bool is_other(std::size_t at);

private:
    std::string_view text_;
    std::size_t last_ = std::string_view::npos;
    bool is_other_ = false;
    bool goes_on_ = false;
};

}  // namespace lotse::privacy

#endif
