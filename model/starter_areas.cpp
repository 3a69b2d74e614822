#include "starter_areas.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "former_districts.hpp"

#include <algorithm>
#include <optional>

namespace lotse {
namespace {

bool can_be_chosen(const Area& area) {
    return area.level == "district" || area.level == "state";
}

const Area* by_key(const Network& germany, std::string_view key) {
    const auto id = germany.find_area(key);
    // A former Kreis is asked about: it is not what a network of today begins with.
    const bool known = id && germany[*id].key == key;
    return known && can_be_chosen(germany[*id]) ? &germany[*id] : nullptr;
}

/// A Kreis or Land called so; the Kreis where both are, as with Berlin.
const Area* by_name(const Network& germany, std::string_view name) {
    const std::string wanted = unicode::match_key(name);
    const Area* found = nullptr;
    for (const Area& area : germany.areas())
        if (can_be_chosen(area) && unicode::match_key(area.name) == wanted &&
            (!found || area.level == "district"))
            found = &area;
    return found;
}

const Area* nearest(const Network& germany, std::string_view text, std::string Area::*column) {
    const auto areas = germany.areas();
    const std::string wanted = unicode::match_key(text);
    std::vector<std::string> words;
    words.reserve(areas.size());
    for (const Area& area : areas) words.push_back(unicode::match_key(area.*column));
    const auto best = most_similar(std::string_view{wanted}, words,
                                   [](const std::string& w) -> std::string_view { return w; });
    return best && can_be_chosen(areas[*best]) ? &areas[*best] : nullptr;
}

/// What was probably meant by a key that is none.
const Area* meant(const Network& germany, std::string_view text) {
    if (!all_digits(text)) {
        if (const Area* named = by_name(germany, text)) return named;
        return nearest(germany, text, &Area::name);
    }
    if (const auto now = successor_of_district(text); !now.empty()) return by_key(germany, now);
    if (const Area* padded = by_key(germany, "0" + std::string{text})) return padded;
    if (text.size() > 5) return by_key(germany, text.substr(0, 5));
    return nearest(germany, text, &Area::key);
}

Error no_such_area(const Network& germany, std::string_view text) {
    if (const Area* area = meant(germany, text))
        return {ErrorKind::usage,
                message({"--area: „{}“ ist kein Schlüssel eines Kreises (5 Ziffern) oder Landes (2 "
                         "Ziffern). Meinten Sie {} ({})?",
                         "--area: '{}' is no key of a Kreis (5 digits) or Land (2 digits). Did you "
                         "mean {} ({})?"},
                        {text, area->key, area->name})};
    return {ErrorKind::usage,
            message({"--area: „{}“ ist kein Schlüssel eines Kreises (5 Ziffern, etwa 05911) oder "
                     "Landes (2 Ziffern, etwa 05); ganz Deutschland ist {}.",
                     "--area: '{}' is no key of a Kreis (5 digits, such as 05911) or Land (2 "
                     "digits, such as 05); all of Germany is {}."},
                    {text, all_of_germany})};
}

}  // namespace

Result<std::set<std::string>> chosen_districts(const Network& germany,
                                               std::span<const std::string> area_keys) {
    std::set<std::string> out;
    for (const std::string& given : area_keys) {
        const std::string_view text = unicode::trim(given);
        if (unicode::match_key(text) == all_of_germany) {
            for (const Area& area : germany.areas())
                if (area.level == "district") out.insert(area.key);
            continue;
        }
        const Area* area = by_key(germany, text);
        if (!area) return no_such_area(germany, text);
        for (const AreaId id : germany.areas_inside(*germany.find_area(area->key), "district"))
            out.insert(germany[id].key);
    }
    if (out.empty()) return no_such_area(germany, "");
    return out;
}

}  // namespace lotse
