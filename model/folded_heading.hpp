/// Headings in a form that patterns are compared with. Internal to the recognition of data of
/// persons.
#ifndef LOTSE_MODEL_FOLDED_HEADING_HPP
#define LOTSE_MODEL_FOLDED_HEADING_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::privacy {

/// Letters and digits in lower case, umlauts as people without them type them ("ae"), all else as
/// single blanks.
std::string folded(std::string_view text);

/// A heading, to be compared with patterns: words without blanks and punctuation, as in
/// "geburtsdatum" or "adresseprivat". `*` at an end: the pattern may begin or end inside a word.
/// `=` at the start: the heading begins so, and nothing else may stand in it. Of a word that only
/// begins or ends a pattern over several words three letters must fit: no "IBAN" in "IB-Angebot".
class Heading {
public:
    explicit Heading(std::string_view text);

    const std::vector<std::string>& words() const { return words_; }

    bool fits(std::string_view pattern) const;

    template <class Patterns>
    bool fits_any(const Patterns& patterns) const {
        return std::ranges::any_of(patterns,
                                   [&](std::string_view pattern) { return fits(pattern); });
    }

private:
    bool tears_word(std::size_t from, std::size_t to) const;
    bool is_bound(std::size_t at) const { return std::ranges::find(bounds_, at) != bounds_.end(); }

    std::vector<std::string> words_;
    std::string joined_;
    std::vector<std::size_t> bounds_;  ///< between the words, in `joined_`
};

}  // namespace lotse::privacy

#endif
