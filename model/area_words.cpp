#include "area_words.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse {
namespace {

/// Say what kind of area it is, or join the words that tell it from others.
bool is_kind_or_joint(std::string_view word) {
    constexpr std::array<std::string_view, 28> words{"am",
                                                     "an",
                                                     "bundesland",
                                                     "city",
                                                     "county",
                                                     "das",
                                                     "der",
                                                     "district",
                                                     "freistaat",
                                                     "hansestadt",
                                                     "im",
                                                     "in",
                                                     "kreis",
                                                     "kreisfreie",
                                                     "land",
                                                     "landeshauptstadt",
                                                     "landkreis",
                                                     "lk",
                                                     "of",
                                                     "region",
                                                     "regionalverband",
                                                     "stadt",
                                                     "stadtkreis",
                                                     "stadtregion",
                                                     "staedteregion",
                                                     "state",
                                                     "the",
                                                     "und"};
    return std::ranges::binary_search(words, word);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    const std::string folded = unicode::slug(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find('-', at), folded.size());
        if (end > at) out.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

}  // namespace

AreaWords::AreaWords(std::string_view typed) : words_{words_of(typed)} {
    names_kind_ = std::erase_if(words_, is_kind_or_joint) > 0;
}

bool AreaWords::fit(std::string_view name) const {
    const auto others = words_of(name);
    return !words_.empty() && std::ranges::all_of(words_, [&](const std::string& word) {
        return std::ranges::find(others, word) != others.end();
    });
}

}  // namespace lotse
