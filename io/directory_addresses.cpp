#include "directory_addresses.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace lotse::io {
namespace {

/// "D-08523": the country before a postcode.
std::string_view without_country(std::string_view text) {
    for (const std::string_view country : {"D-", "D ", "DE-", "D–"})
        if (text.starts_with(country) && leading_digits(text.substr(country.size())) >= 4)
            return text.substr(country.size());
    return text;
}

/// A row of digits as long as a postcode, between other signs; npos: none from there on.
std::size_t find_postcode(std::string_view text, std::size_t from = 0) {
    for (std::size_t at = from; at < text.size(); ++at) {
        const std::size_t digits = leading_digits(text.substr(at));
        if (digits == postcode_digits) return at;
        at += digits;
    }
    return std::string_view::npos;
}

struct Part {
    std::size_t begin;
    std::size_t end;
};

/// Between commas, brackets, colons, line breaks and dashes with blanks around; "Küche & Essen" is
/// one.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> out;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end, std::size_t next) {
        const std::string_view part = unicode::trim(text.substr(begin, end - begin));
        if (!part.empty()) {
            const auto at = static_cast<std::size_t>(part.data() - text.data());
            out.push_back({at, at + part.size()});
        }
        begin = next;
    };
    constexpr std::array<std::string_view, 13> signs{",", ";",   "\n",  "\r",  "|",   "(", ")",
                                                     ":", " - ", " – ", " — ", " / ", "•"};
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view sign : signs)
            if (text.substr(at).starts_with(sign)) {
                close(at, at + sign.size());
                break;
            }
    close(text.size(), text.size());
    // "Halle 44787 Bochum": the postcode begins a part.
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Part part = out[i];
        const auto at = find_postcode(text.substr(0, part.end), part.begin + 1);
        if (at == std::string_view::npos || text[at - 1] != ' ') continue;
        const std::string_view before = unicode::trim(text.substr(part.begin, at - part.begin));
        if (before == "D" || before.empty()) continue;
        out[i].end = part.begin + before.size();
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, {at, part.end});
    }
    return out;
}

/// What only closes a text: "44787 Bochum)." ends with its town.
bool is_end(std::string_view text) {
    return text.find_first_not_of(" .)]\r\n") == std::string_view::npos;
}

/// "Raum: Köln".
bool stands_behind_colon(std::string_view before) {
    return unicode::trim(before).ends_with(':');
}

/// The house before its town, without the signs between them and with its bracket closed.
std::string house_before(std::string_view text) {
    constexpr std::array<std::string_view, 12> signs{" ", ",", ";", ":",  "|", "/",
                                                     "-", "–", "—", "\n", "(", "\r"};
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view sign : signs)
            if (text.ends_with(sign)) {
                text.remove_suffix(sign.size());
                found = true;
            }
    }
    std::string out{text};
    if (std::ranges::count(out, '(') > std::ranges::count(out, ')')) out += ')';
    return out;
}

/// "Beispielweg 12 a", but not "Raum 3".
bool ends_with_number(std::string_view text) {
    if (is_kind_of_house(text)) return false;
    const auto last = text.find_last_of("0123456789");
    return last != text.npos && text.size() - last <= 3;
}

std::optional<NamedTown> town_of_part(std::string_view part, const AreaNames& areas,
                                      std::span<const std::string> districts) {
    auto [postcode, name] = split_postcode(part);
    while (name.ends_with('.') && areas.towns(name, {}).keys.empty()) name.pop_back();
    NamedTown out;
    TownsFound found = areas.towns(name, {});
    if (!postcode.empty() && found.keys.size() != 1 && !districts.empty())
        found = areas.towns(name, districts);
    if (found.keys.empty()) {
        found.keys = areas.town_of_part(name, postcode.empty() ? AreaNames::Behind::hyphen_of_city
                                                               : AreaNames::Behind::any_sign);
        found.whole = false;
    }
    if (found.keys.size() != 1 ||
        (!found.whole && postcode.empty() && !areas.is_city(found.keys.front())))
        return std::nullopt;
    out.area = found.keys.front();
    out.postcode = std::move(postcode);
    out.town = found.whole ? name : areas.find(out.area)->name;
    out.whole = found.whole;
    // "44787 Bochum-Mitte" is a place, "44787 Bochum Rathaus" may be a house.
    const bool is_house = !found.whole && names_house(name);
    if (is_house || (!found.whole && name.find(' ') != std::string::npos)) out.rest = part;
    out.of_house = is_house && out.postcode.empty();
    out.sure = !out.postcode.empty() || areas.is_city(out.area);
    return out;
}

}  // namespace

std::size_t leading_digits(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, ascii::is_digit);
    return static_cast<std::size_t>(end - text.begin());
}

PostcodeAndTown split_postcode(std::string_view text) {
    const std::string_view typed = without_country(unicode::trim(text));
    const std::size_t digits = leading_digits(typed);
    constexpr std::array<std::string_view, 7> between{" ", "\t",     "\n",    "\r",
                                                      ",", "\u00a0", "\u202f"};
    std::string_view town = typed.substr(digits);
    const bool divided =
        std::ranges::any_of(between, [&](std::string_view sign) { return town.starts_with(sign); });
    if (town.starts_with(',')) town.remove_prefix(1);
    if (digits < postcode_digits - 1 || digits > postcode_digits || !divided ||
        unicode::trim(town).empty())
        return {{}, std::string{unicode::trim(text)}};
    return {std::string{typed.substr(0, digits)}, std::string{unicode::trim(town)}};
}

std::optional<NamedTown> find_named_town(std::string_view text, const AreaNames& areas,
                                         std::span<const std::string> districts) {
    const auto first = find_postcode(text);
    if (first != text.npos && find_postcode(text, first + postcode_digits) != text.npos)
        return std::nullopt;  // two addresses
    const std::vector<Part> parts = parts_of(text);
    std::optional<NamedTown> out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [begin, end] = parts[i];
        const std::string_view part = text.substr(begin, end - begin);
        auto town = town_of_part(part, areas, districts);
        const bool has_postcode = find_postcode(part) != part.npos;
        if (!town && has_postcode) return std::nullopt;  // of a town that is not known
        if (!town || (town->postcode.empty() && stands_behind_colon(text.substr(0, begin))))
            continue;
        if (out && town->of_house) continue;
        if (out && out->of_house) out.reset();  // "Weimar-Halle, Erfurt"
        const bool at_end = is_end(text.substr(end));
        // "6449 Mücheln" only where an address ends: "2000 Schritte".
        if (!town->postcode.empty() && !has_postcode && !at_end) continue;
        if (out && out->area != town->area && (town->postcode.empty() || out->sure)) {
            const bool leads = !town->postcode.empty() && at_end;
            if (!leads) return std::nullopt;
        }
        const bool has_number =
            i > 0 && ends_with_number(
                         text.substr(parts[i - 1].begin, parts[i - 1].end - parts[i - 1].begin));
        town->sure = town->sure || (at_end && has_number);
        if (out && out->area == town->area && town->postcode.empty()) {
            out->sure = out->sure || town->sure;
            continue;
        }
        if (parts.size() > 1)
            town->rest =
                at_end && town->whole ? house_before(text.substr(0, begin)) : std::string{text};
        out = std::move(town);
    }
    return out;
}

std::string behind_postcode(std::string_view text) {
    const auto at = find_postcode(text);
    if (at == text.npos || find_postcode(text, at + postcode_digits) != text.npos) return {};
    auto [postcode, town] = split_postcode(text.substr(at));
    while (!town.empty() && is_end(std::string_view{town}.substr(town.size() - 1))) town.pop_back();
    return postcode.empty() ? std::string{} : town;
}

bool holds_postcode(std::string_view text) {
    return find_postcode(text) != text.npos;
}

}  // namespace lotse::io
