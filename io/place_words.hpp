/// The parts of what people write for a place: "Stadt Hof", "Frankfurt a.M.", "Bochum, OT Werne".
#ifndef LOTSE_IO_PLACE_WORDS_HPP
#define LOTSE_IO_PLACE_WORDS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// What the words before or behind a name say of it; codes of datasets/codes/area_words.csv.
struct NameOfKind {
    std::string_view kind;  ///< city, district, municipality, both; empty: no such words
    std::string name;       ///< match key of the rest
};
NameOfKind name_of_kind(std::string_view text);

/// Code of a word that alone stands for an area: the key of a Land, or "germany"; empty: none.
std::string_view area_word(std::string_view text);

/// "Frankfurt" and {"main"}, of "Frankfurt am Main", "Frankfurt/Main", "Frankfurt (Main)".
struct NameWithAddition {
    std::string_view name;              ///< the whole text, where nothing is added
    std::vector<std::string> addition;  ///< match keys, without "am", "der" and the like
    bool after_sign = false;            ///< a slash, bracket, comma or "OT" divides them
};
NameWithAddition split_addition(std::string_view text);

/// "a.M." and "am Main", "i.d. OPf." and "Oberpfalz": each word shortens the other.
bool same_addition(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace lotse::io

#endif
