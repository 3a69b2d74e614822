#include "column_map_words.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace lotse::io {
namespace {

/// A text as part of another, at the borders of words.
bool holds_words(std::string_view text, const std::string& words) {
    return (' ' + std::string{text} + ' ').find(' ' + words + ' ') != std::string::npos;
}

}  // namespace

const Code* kind_by_name(const std::string& name) {
    const std::string typed = unicode::match_key(name);
    const Code* best = nullptr;
    std::size_t longest = 2;
    const auto offer = [&](const Code& code, std::string_view words) {
        const std::string key = unicode::match_key(words);
        const bool begins = typed == key || typed.starts_with(key + ' ');
        if (begins && key.size() > longest) {
            best = &code;
            longest = key.size();
        }
    };
    for (const Code& code : Codebook::built_in().list("actor_kinds")->codes()) {
        offer(code, code.label.de);
        for (const std::string& alias : code.aliases) offer(code, alias);
    }
    // "Landesvereinigung" and the like begin names of every field.
    const bool of_another_field = best != nullptr && best->code == "state_association" &&
                                  typed.find("gesund") == std::string::npos;
    return of_another_field ? nullptr : best;
}

std::vector<std::string> separators_in(const DirectoryTable& table, std::size_t column,
                                       const CodeList* list) {
    constexpr std::array<std::string_view, 6> signs{",", ";", "/", "+", "&", " und "};
    std::vector<std::string> out;
    for (const std::string_view sign : signs) {
        const auto stands_in = [&](const DirectoryRow& row) {
            const std::string& text = row.cells[column].text;
            const bool splits = sign.front() == ' '
                                    ? text.find(sign) != std::string::npos
                                    : split_words(text, std::array{std::string{sign}}).size() >
                                          split_words(text, {}).size();
            return splits && !(list && list->recognise(text)) && !is_not_recorded(text);
        };
        if (std::ranges::any_of(table.rows, stands_in)) out.emplace_back(unicode::trim(sign));
    }
    return out;
}

const Code* nearest_code(const std::string& word, const CodeList& list) {
    std::vector<std::string> names;
    std::vector<const Code*> codes;
    for (const Code& code : list.codes()) {
        names.push_back(unicode::match_key(code.label.de));
        codes.push_back(&code);
        for (const std::string& alias : code.aliases) {
            names.push_back(unicode::match_key(alias));
            codes.push_back(&code);
        }
    }
    const std::string typed = unicode::match_key(word);
    // ">65" shares nothing but a digit with "U25".
    if (typed.find_first_not_of("0123456789 ") == std::string::npos) return nullptr;
    const auto best =
        most_similar(typed, names, [](const std::string& n) -> std::string_view { return n; });
    if (best) return codes[*best];
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].size() >= 4 && holds_words(typed, names[i])) return codes[i];
    return nullptr;
}

}  // namespace lotse::io
