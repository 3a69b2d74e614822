#include <lotse/base/ascii.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

struct Abbreviation {
    std::string_view shorter;
    std::string_view full;
};
constexpr std::array abbreviations{
    Abbreviation{"vhs", "volkshochschule"},       Abbreviation{"awo", "arbeiterwohlfahrt"},
    Abbreviation{"drk", "deutsches rotes kreuz"}, Abbreviation{"asb", "arbeiter samariter bund"},
    Abbreviation{"kv", "kreisverband"},           Abbreviation{"ov", "ortsverband"},
    Abbreviation{"ksb", "kreissportbund"},        Abbreviation{"ssb", "stadtsportbund"},
};

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += between;
        out += word;
    }
    return out;
}

/// Words of a name (match key), abbreviations written out, without a legal form at its end.
std::vector<std::string> words_of_name(std::string_view name) {
    for (const std::string_view form : {" e v", " ev", " ggmbh", " gmbh"})
        if (name.ends_with(form)) {
            name.remove_suffix(form.size());
            break;
        }
    const std::array blank{std::string{" "}};
    std::vector<std::string> out;
    for (const std::string& word : split_words(name, blank)) {
        const auto known = std::ranges::find(abbreviations, word, &Abbreviation::shorter);
        if (known == abbreviations.end())
            out.push_back(word);
        else
            for (std::string& part : split_words(known->full, blank))
                out.push_back(std::move(part));
    }
    return out;
}

}  // namespace

std::string SimilarNames::find_then_add(const std::string& match_key) {
    constexpr std::size_t start = 4;
    constexpr std::size_t shortest = 8;
    const std::size_t number = names_.size();
    names_.push_back(match_key);
    std::vector<std::string> words = words_of_name(match_key);
    const std::string letters = joined(words, "");
    std::ranges::sort(words);
    const std::string any_order = joined(words, " ");
    std::string digits;
    for (const char c : match_key)
        if (ascii::is_digit(c)) digits += c;
    const std::string group = letters.substr(0, start) + '=' + digits;
    std::size_t first = NameTree::none;
    const auto alike = [&](std::string_view kind, const std::string& text) {
        return first_alike_.try_emplace(std::string{kind} + digits + '=' + text, number)
            .first->second;
    };
    for (const std::size_t other :
         {alike("letters", letters), alike("words", letters.substr(0, start) + '=' + any_order)})
        if (other != number) first = std::min(first, other);
    if (match_key.size() >= shortest) {
        NameTree& tree = by_start_[group];
        first = std::min(first, tree.first_near(match_key));
        tree.add(match_key, number);
    }
    const std::size_t elsewhere = alike("order", any_order);
    if (first == NameTree::none && elsewhere != number) first = elsewhere;
    return first == NameTree::none ? std::string{} : names_[first];
}

}  // namespace lotse::io
