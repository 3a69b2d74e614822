#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "directory_addresses.hpp"
#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "place_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

/// What stands in the cell of a provider beside its name.
namespace lotse::io {
namespace {

/// "Ansprechpartnerin: Frau Muster", "Frau Muster", "Vorsitzende Erika Muster", "Tel. ...".
bool is_of_person(const std::string& part) {
    const auto colon = part.find(':');
    const auto blank = part.find(' ');
    const std::string first = part.substr(0, blank);
    const bool is_role = unicode::match_key(first) == "c o" || privacy::is_contact_heading(first);
    return (colon != part.npos && privacy::is_contact_heading(part.substr(0, colon))) ||
           (blank != part.npos && is_role && privacy::is_person_name(part.substr(blank + 1))) ||
           privacy::addresses_person(part) || privacy::holds_personal_contact(part);
}

struct ProviderCell {
    std::string name;
    std::string address;
    std::string rest;
    bool names_person = false;
};

/// "02826 Görlitz", but not "Haus 12345" and "VR 12345".
bool begins_with_town(const std::string& part) {
    return split_postcode(part).postcode.size() == postcode_digits;
}

/// "Trift 17, 29221 Celle".
bool holds_town(const std::string& address) {
    const auto comma = address.rfind(',');
    return begins_with_town(comma == address.npos ? address : address.substr(comma + 1));
}

/// "Langenstr. 23", "Am Ring 4 a", but not "Abteilung 3".
bool is_street(const std::string& part) {
    constexpr std::array<std::string_view, 20> no_streets{
        "abteilung", "abt",     "haus",    "team",    "raum",     "zimmer",      "zi",
        "etage",     "og",      "referat", "station", "gruppe",   "fachbereich", "sachgebiet",
        "amt",       "bereich", "vr",      "nr",      "standort", "postfach"};
    const std::string key = unicode::match_key(part);
    const auto number = key.find_first_of("0123456789");
    if (number == key.npos || number < 2) return false;
    const std::string_view before = std::string_view{key}.substr(0, number - 1);
    const std::string_view last = before.substr(before.rfind(' ') + 1);
    return std::ranges::find(no_streets, last) == no_streets.end();
}

struct Part {
    std::string sign;  ///< before it
    std::string text;
};

/// By lines and commas, else by other signs; "Trift 17 - 19" is one part.
std::vector<Part> parts_of_cell(std::string_view text) {
    constexpr std::array<std::string_view, 6> signs{"\n", ",", ";", "|", " - ", " – "};
    const bool has_usual = text.find_first_of("\n,") != text.npos;
    const std::span<const std::string_view> between{signs.data(), has_usual ? 2 : signs.size()};
    std::vector<Part> out{{}};
    while (!text.empty()) {
        const auto sign = std::ranges::find_if(
            between, [&](std::string_view one) { return text.starts_with(one); });
        const bool of_numbers = sign != between.end() && sign->starts_with(' ') &&
                                !out.back().text.empty() &&
                                ascii::is_digit(out.back().text.back()) &&
                                text.size() > sign->size() && ascii::is_digit(text[sign->size()]) &&
                                !begins_with_town(std::string{text.substr(sign->size())});
        if (sign != between.end() && !of_numbers) {
            out.push_back({std::string{*sign}, {}});
            text.remove_prefix(sign->size());
        } else {
            out.back().text += text.front();
            text.remove_prefix(1);
        }
    }
    for (Part& part : out) part.text = unicode::trim(part.text);
    std::erase_if(out, [](const Part& part) { return part.text.empty(); });
    return out;
}

bool is_usual(const Part& part) {
    return part.sign == "\n" || part.sign == ",";
}

void append(std::string& text, const Part& part) {
    if (!text.empty())
        text += part.sign == "\n"            ? " "
                : part.sign == "|"           ? " | "
                : part.sign.starts_with(' ') ? part.sign
                                             : part.sign + ' ';
    text += part.text;
}

/// "Muster, Frau Erika": the person is all that the cell names.
bool is_person_reversed(const std::vector<Part>& parts) {
    if (parts.size() != 2 || !privacy::addresses_person(parts[1].text)) return false;
    const auto blank = parts[1].text.find(' ');
    return blank == std::string::npos ||
           privacy::is_person_name(parts[1].text.substr(blank + 1) + ' ' + parts[0].text);
}

/// "VHS Görlitz, Langenstr. 23, 02826 Görlitz", also in lines or with the address in brackets.
/// What stands before an address or a person belongs to the name.
ProviderCell parts_of_provider(const std::string& text) {
    ProviderCell out;
    const auto bracket = text.find('(');
    if (bracket != text.npos && bracket > 0 && text.ends_with(')') &&
        holds_town(text.substr(bracket + 1, text.size() - bracket - 2))) {
        out.name = unicode::trim(std::string_view{text}.substr(0, bracket));
        out.address = text.substr(bracket + 1, text.size() - bracket - 2);
        return out;
    }
    const std::vector<Part> parts = parts_of_cell(text);
    if (is_person_reversed(parts)) return {text, {}, {}, false};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& part = parts[i].text;
        const bool before_town =
            i + 1 < parts.size() && begins_with_town(parts[i + 1].text) && is_street(part);
        const bool behind = !out.address.empty() || out.names_person;
        if (i > 0 && (is_of_person(part) || (behind && privacy::is_person_name(part))))
            out.names_person = true;
        else if (i > 0 && (before_town || begins_with_town(part)))
            append(out.address, Part{",", part});
        else if (behind && !is_usual(parts[i]))
            return {text, {}, {}, false};  // "VHS - 29221 Celle - Außenstelle Nord" is one of two
        else
            append(behind ? out.rest : out.name, parts[i]);
    }
    return out;
}

}  // namespace

void DirectoryReading::apply_provider(DirectoryFacts& out, std::size_t column,
                                      const std::string& text) {
    // Without a name the row counts as one without a provider, with its warning.
    if (is_no_name(text)) return keep_in_note(out, "offer", column, text);
    const ProviderCell parts = parts_of_provider(text);
    // What the map says is the name.
    const bool name_only = as_written_ || (parts.address.empty() && !parts.names_person);
    const std::string& name = name_only ? text : parts.name;
    if (withhold(out, column, name)) return;
    take(out, out.provider, "provider", column, name, name);
    if (name_only) return;
    if (parts.names_person && withheld_.insert(column).second)
        report(Severity::warning, "withheld", cell(out, column),
               Text{"Die Zelle nennt neben dem Anbieter eine Person oder wie sie zu erreichen ist; "
                    "das wird nicht übernommen.",
                    "Beside the provider the cell names a person or how to reach them, which is "
                    "not taken over."});
    if (!parts.rest.empty()) keep_in_note(out, "provider_name", column, parts.rest);
    if (parts.address.empty()) return;
    tally(Severity::warning, "address-in-name", cell(out, column), {name, name},
          {"„{}“: In der Zelle steht auch eine Anschrift (Zeile {}); sie kommt in die Notiz und "
           "gilt, wenn keine Spalte einen nennt, als Ort des Anbieters.",
           "'{}': the cell holds an address, too (row {}); it goes into the note and, where no "
           "column names one, counts as the place of the provider."},
          out.row->number);
    keep_in_note(out, "provider_name", column, parts.address);
    const auto is_said = [&](std::string_view part) {
        const std::size_t at = place_column("provider", part);
        if (at == map_.columns.size()) return false;
        const std::string& said = out.row->cells[at].text;
        return !is_not_recorded(said) && !is_no_fixed_place(said) &&
               !Codebook::built_in().list("deliveries")->recognise(said);
    };
    if (is_said("town")) return;
    if (!is_said("street"))
        return take(out, out.provider_place.street, "provider_street", column, parts.address,
                    parts.address);
    const std::string town{unicode::trim(parts.address.substr(parts.address.rfind(',') + 1))};
    if (!areas_.towns(split_postcode(town).town, {}).keys.empty())
        take(out, out.provider_place.town, "provider_town", column, town, town);
}

}  // namespace lotse::io
