#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "directory_addresses.hpp"
#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "place_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

/// What stands in the cell of a provider beside its name.
namespace lotse::io {
namespace {

/// "Ansprechpartnerin: Frau Muster", "Frau Muster", "Tel. ...".
bool is_of_person(const std::string& part) {
    const auto colon = part.find(':');
    return (colon != part.npos && privacy::is_contact_heading(part.substr(0, colon))) ||
           privacy::addresses_person(part) || privacy::holds_personal_contact(part);
}

struct ProviderCell {
    std::string name;
    std::string address;
    std::string rest;
    bool names_person = false;
};

void append(std::string& text, std::string_view between, const std::string& part) {
    if (!text.empty()) text += between;
    text += part;
}

/// "VHS Görlitz, Langenstr. 23, 02826 Görlitz", also in lines or with the address in brackets.
/// What stands before an address or a person belongs to the name.
ProviderCell parts_of_provider(const std::string& text) {
    ProviderCell out;
    const auto bracket = text.find('(');
    if (bracket != text.npos && bracket > 0 && text.ends_with(')') &&
        holds_postcode(std::string_view{text}.substr(bracket))) {
        out.name = unicode::trim(std::string_view{text}.substr(0, bracket));
        out.address = text.substr(bracket + 1, text.size() - bracket - 2);
        return out;
    }
    const bool in_lines = text.find('\n') != text.npos;
    const std::array<std::string, 1> between{in_lines ? "\n" : ","};
    const std::vector<std::string> parts = split_words(text, between);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool before_town = i + 1 < parts.size() && holds_postcode(parts[i + 1]) &&
                                 parts[i].find_first_of("0123456789") != std::string::npos;
        if (i > 0 && is_of_person(parts[i]))
            out.names_person = true;
        else if (i > 0 && (before_town || holds_postcode(parts[i])))
            append(out.address, ", ", parts[i]);
        else if (out.address.empty() && !out.names_person)
            append(out.name, in_lines ? " " : ", ", parts[i]);
        else
            append(out.rest, ", ", parts[i]);
    }
    return out;
}

}  // namespace

void DirectoryReading::apply_provider(DirectoryFacts& out, std::size_t column,
                                      const std::string& text) {
    // Without a name the row counts as one without a provider, with its warning.
    if (is_no_name(text)) return keep_in_note(out, "offer", column, text);
    const ProviderCell parts = parts_of_provider(text);
    const bool name_only = parts.address.empty() && !parts.names_person;
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
          {"„{}“: In der Zelle steht auch eine Anschrift (Zeile {}); sie gilt als Ort des "
           "Anbieters.",
           "'{}': the cell holds an address, too (row {}); it counts as the place of the "
           "provider."},
          out.row->number);
    take(out, out.provider_place.street, "provider_street", column, parts.address, parts.address);
}

}  // namespace lotse::io
