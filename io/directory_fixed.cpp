#include "directory_reading.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

bool is_name(std::string_view field) {
    return field == "provider" || field == "offer";
}

/// What the map says of all rows says nothing of an offer or provider that a row does not name.
bool is_about_nothing(const DirectoryFacts& facts, std::string_view field) {
    if (is_name(field) || field == "note" || field == "as_of" || field.starts_with("place_"))
        return false;
    return field.starts_with("provider_") ? facts.provider.empty() : facts.offer.empty();
}

/// A fee for all rows says nothing of a row that says itself whether it is free, and otherwise.
bool yields(const DirectoryFacts& facts, std::string_view field, const ColumnMap::Fixed& fixed) {
    const auto free = facts.values.find("free");
    if (field != "fee_eur" || free == facts.values.end()) return false;
    const auto fee = fee_of(fixed.value);
    return fee && (*fee == 0) != (free->second == "yes");
}

/// Where something is: what the row says of it counts.
bool says_where(std::string_view field) {
    constexpr std::array<std::string_view, 6> parts{"_street", "_number",   "_postcode",
                                                    "_town",   "_district", "_ags"};
    return std::ranges::any_of(parts, [&](auto part) { return field.ends_with(part); });
}

}  // namespace

void DirectoryReading::say_fixed(DirectoryFacts& out, const std::set<std::string>& given) {
    const auto say_each = [&](bool names) {
        for (const auto& [field, fixed] : map_.fixed) {
            if (is_name(field) != names) continue;
            if (is_not_recorded(fixed.value) || given.contains(field) ||
                out.values.contains(field) || yields(out, field, fixed))
                used_fixed_.insert(field);
            else if (is_about_nothing(out, field))
                idle_fixed_.insert(field);
            else
                say(out, field, map_.columns.size(), fixed.value, fixed.called);
        }
    };
    say_each(true);
    say_each(false);
}

void DirectoryReading::keep_unused_of_all_rows(DirectoryFacts& out, const Said& said) {
    const std::string& field = said.field;
    if (says_where(field)) return;
    const bool used = is_used(out, field);
    (!used && out.is_online() ? idle_fixed_ : used_fixed_).insert(field);
    if (used || out.is_online()) return;
    keep_in_note(out, field, said.column, said.text);
    const ColumnMap::Fixed& fixed = map_.fixed.find(field)->second;
    tally(Severity::warning, "no-venue", fixed.where, directory_fields().find(field)->label,
          {"„{}“ gilt für alle Zeilen; ohne Veranstaltungsort (Zeile {}: Name oder Straße fehlt) "
           "kommt die Angabe in die Notiz und wird nicht ausgewertet.",
           "'{}' holds for all rows; without a venue (row {}: its name or street is missing) this "
           "goes into the note and is not analysed."},
          out.row->number);
}

void DirectoryReading::report_idle_fixed() {
    for (const std::string& field : idle_fixed_)
        if (!used_fixed_.contains(field))
            report(Severity::warning, "no-effect", map_.fixed.at(field).where,
                   message({"Was die Zuordnung hier für alle Zeilen sagt, wirkt nicht: Keine Zeile "
                            "nennt, wovon „{}“ handelt (Angebot, Anbieter oder "
                            "Veranstaltungsort). Bitte ergänzen oder die Zeile streichen.",
                            "What the map says here for all rows has no effect: no row names what "
                            "'{}' is about (offer, provider or venue). Add it or delete the row."},
                           {Message{directory_fields().find(field)->label}}));
}

}  // namespace lotse::io
