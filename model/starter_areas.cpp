#include "starter_areas.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "area_words.hpp"
#include "former_districts.hpp"

#include <algorithm>
#include <array>
#include <vector>

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

/// Every Kreis or Land that a name may mean.
std::vector<const Area*> called(const Network& germany, std::string_view name) {
    const AreaWords typed{name};
    std::vector<const Area*> fitting;
    for (const Area& area : germany.areas())
        if (can_be_chosen(area) && typed.fit(area.name)) fitting.push_back(&area);
    // Where a Kreis is called like its Land, as Berlin is, the Kreis is meant.
    std::erase_if(fitting, [&](const Area* land) {
        return land->level == "state" && std::ranges::any_of(fitting, [&](const Area* area) {
                   return area != land && area->name == land->name;
               });
    });
    const auto exact = std::ranges::find_if(fitting, [&](const Area* area) {
        return unicode::slug(area->name) == unicode::slug(name);
    });
    // "Landkreis München" is not the town, and "Sachsen" not Sachsen-Anhalt; "Hof" may be either.
    if (exact != fitting.end() && (typed.name_kind() || (*exact)->level == "state"))
        return {*exact};
    return fitting;
}

/// A slip in a name, of at most one letter in four: "Aachen" is no slip of "Sachsen".
const Area* misspelt(const Network& germany, std::string_view text) {
    const std::string wanted = unicode::match_key(text);
    const std::size_t limit = std::min<std::size_t>(wanted.size() / 4, 3);
    const Area* best = nullptr;
    std::size_t fewest = limit + 1;
    for (const Area& area : germany.areas()) {
        if (!can_be_chosen(area)) continue;
        const std::size_t slips = typing_distance(wanted, unicode::match_key(area.name), limit);
        if (slips >= fewest) continue;
        fewest = slips;
        best = &area;
    }
    return best;
}

/// Keys and names as the choice that they are.
Message choice_of(std::span<const Area* const> areas) {
    Message out;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const bool last = i + 1 == areas.size();
        const std::string area = areas[i]->key + " (" + areas[i]->name + ')';
        out.de += (i == 0 ? "" : last ? " oder " : ", ") + area;
        out.en += (i == 0 ? "" : last ? " or " : ", ") + area;
    }
    return out;
}

Error usage(Text pattern, std::initializer_list<Message> arguments) {
    return {ErrorKind::usage, message(pattern, arguments)};
}

Message as_typed(std::string_view text) {
    return {std::string{text}, std::string{text}};
}

Error meant(std::string_view text, std::span<const Area* const> areas) {
    return usage({"--area: „{}“ ist kein Schlüssel eines Kreises (5 Ziffern) oder Landes (2 "
                  "Ziffern). Meinten Sie {}?",
                  "--area: '{}' is no key of a Kreis (5 digits) or Land (2 digits). Did you mean "
                  "{}?"},
                 {as_typed(text), choice_of(areas)});
}

Error unknown(std::string_view text) {
    return usage({"--area: „{}“ ist kein Schlüssel eines Kreises (5 Ziffern, etwa 05911) oder "
                  "Landes (2 Ziffern, etwa 05); ganz Deutschland ist {}.",
                  "--area: '{}' is no key of a Kreis (5 digits, such as 05911) or Land (2 digits, "
                  "such as 05); all of Germany is {}."},
                 {as_typed(text), as_typed(all_of_germany)});
}

/// A key is never answered by one that merely looks like it: that is another place.
Error no_such_key(const Network& germany, std::string_view text) {
    constexpr std::size_t district = 5;
    const bool lost_zero = text.size() == 1 || text.size() == 4 || text.size() == 7;
    const std::string key = (lost_zero ? "0" : "") + std::string{text};
    const std::string kreis = key.substr(0, district);
    if (const Area* area = by_key(germany, kreis)) return meant(text, std::array{area});
    std::vector<const Area*> heirs;
    for (const std::string& heir : heirs_of_district(kreis)) heirs.push_back(by_key(germany, heir));
    if (heirs.size() == 1)
        return usage({"--area: Den Kreis „{}“ gibt es nicht mehr. Heute gilt {}.",
                      "--area: the Kreis '{}' exists no more. Today it is {}."},
                     {as_typed(kreis), choice_of(heirs)});
    if (!heirs.empty())
        return usage({"--area: Den Kreis „{}“ gibt es nicht mehr; er wurde geteilt. Meinten Sie "
                      "{}?",
                      "--area: the Kreis '{}' exists no more; it was divided. Did you mean {}?"},
                     {as_typed(kreis), choice_of(heirs)});
    const Area* land = by_key(germany, key.substr(0, 2));
    if (!land) return unknown(text);
    return usage({"--area: Einen Kreis mit dem Schlüssel „{}“ gibt es nicht (mehr). Die ersten "
                  "beiden Ziffern stehen für das Land {}. Mit dem Namen des Kreises statt des "
                  "Schlüssels nennt lotse den Schlüssel; --area {} nimmt alle Kreise des Landes.",
                  "--area: there is no Kreis with the key '{}' (any more). The first two digits "
                  "stand for the Land {}. Given the name of the Kreis instead, lotse tells its "
                  "key; --area {} takes all Kreise of the Land."},
                 {as_typed(text), as_typed(land->name), as_typed(land->key)});
}

Error no_such_area(const Network& germany, std::string_view text) {
    if (all_digits(text)) return no_such_key(germany, text);
    if (const auto areas = called(germany, text); !areas.empty()) return meant(text, areas);
    const Code* word = Codebook::built_in().list("area_words")->recognise(text);  // "NRW"
    if (const Area* land = word ? by_key(germany, word->code) : nullptr)
        return meant(text, std::array{land});
    if (const Area* area = misspelt(germany, text)) return meant(text, std::array{area});
    return unknown(text);
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
