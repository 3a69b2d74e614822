#include <lotse/base/ascii.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/base/unicode.hpp>

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

std::string stable_key(std::string_view name, std::string_view place) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t checksum_digits = 8;
    std::string key = unicode::slug(name);
    const std::string town = unicode::slug(place);
    if (!town.empty() && ('-' + key + '-').find('-' + town + '-') == std::string::npos)
        key += '-' + town;
    if (!key.empty() && key.front() != '-' && key.size() <= longest) return key;
    const std::string sum =
        sha256_hex(std::string{name} + '\x1f' + std::string{place}).substr(0, checksum_digits);
    if (key.empty() || key.front() == '-') return "x-" + sum;
    key.resize(longest - checksum_digits - 1);
    while (key.ends_with('-')) key.pop_back();
    return key + '-' + sum;
}

std::string DistinctKeys::take(const std::string& key) {
    int& last = last_[key];
    for (;;) {
        ++last;
        std::string out = last == 1 ? key : key + '-' + std::to_string(last);
        if (taken_.insert(out).second) return out;
    }
}

}  // namespace lotse::io
