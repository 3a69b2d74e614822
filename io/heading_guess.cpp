#include "heading_guess.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "column_map.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace lotse::io {
namespace {

struct Name {
    std::string key;
    const Code* code;
};

std::vector<Name> names_of_fields() {
    std::vector<Name> names;
    for (const Code& code : directory_fields().codes()) {
        if (code.code == "skip" || code.code == "extra") continue;
        names.push_back({unicode::match_key(code.label.de), &code});
        for (const std::string& alias : code.aliases)
            names.push_back({unicode::match_key(alias), &code});
    }
    return names;
}

/// Adds nothing to the sense of a heading.
bool is_filler(std::string_view word) {
    constexpr std::array<std::string_view, 58> fillers{
        "der",         "die",       "das",      "des",    "dem",          "den",
        "ein",         "eine",      "eines",    "im",     "in",           "am",
        "an",          "von",       "vom",      "für",    "zu",           "zum",
        "zur",         "n",         "s",        "e",      "innen",        "angebot",
        "angebots",    "angebotes", "angebote", "kurs",   "kurse",        "kurses",
        "maßnahme",    "maßnahmen", "name",     "genaue", "genauer",      "genaues",
        "aktuelle",    "aktueller", "euro",     "eur",    "ca",           "max",
        "maximal",     "maximale",  "ggf",      "bzw",    "teilnehmende", "teilnehmenden",
        "pro",         "person",    "of",       "the",    "for",          "per",
        "pflichtfeld", "optional",  "ja",       "nein"};
    return std::ranges::find(fillers, word) != fillers.end();
}

std::vector<std::string> words_of(std::string_view key) {
    return split_words(key, std::array{std::string{" "}});
}

/// The words of `text` before and behind `words` (at the borders of words). nullopt: not in it.
std::optional<std::vector<std::string>> words_beside(std::string_view text,
                                                     const std::string& words) {
    const std::string padded = ' ' + std::string{text} + ' ';
    const auto at = padded.find(' ' + words + ' ');
    if (at == std::string::npos) return std::nullopt;
    std::vector<std::string> out = words_of(padded.substr(0, at));
    for (std::string& word : words_of(padded.substr(at + words.size() + 2)))
        out.push_back(std::move(word));
    return out;
}

}  // namespace

FieldGuess guess_field(const std::string& heading) {
    const std::string typed = unicode::match_key(heading);
    if (const Code* exact = directory_fields().recognise(typed)) return {exact, Fit::exact};
    static const std::vector<Name> names = names_of_fields();
    // "TRAEGER": many programs cannot write umlauts in headings.
    const std::string plain = unicode::slug(heading);
    for (const Name& name : names)
        if (!plain.empty() && unicode::slug(name.key) == plain) return {name.code, Fit::exact};
    constexpr std::size_t shortest = 5;
    const std::size_t slips = typed.size() < 2 * shortest - 1 ? 1 : 2;
    for (const Name& name : names)
        if (typed.size() >= shortest && typing_distance(typed, name.key, slips) <= slips)
            return {name.code, Fit::similar};
    const auto adds_nothing = [](const Name& name, const std::string& word) {
        const Code* own = directory_fields().recognise(word);
        return is_filler(word) || own == name.code ||
               (name.code->code == "duration_weeks" && names_weeks(word));
    };
    const Name* longest = nullptr;
    Fit fit = Fit::none;
    for (const Name& name : names) {
        if (name.key.size() < 4 || (longest && name.key.size() <= longest->key.size())) continue;
        const auto beside = words_beside(typed, name.key);
        if (!beside) continue;
        longest = &name;
        const bool same = std::ranges::all_of(
            *beside, [&](const auto& word) { return adds_nothing(name, word); });
        fit = same ? Fit::contained : Fit::narrowed;
    }
    return longest ? FieldGuess{longest->code, fit} : FieldGuess{};
}

}  // namespace lotse::io
