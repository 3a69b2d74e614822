/// Headings that hold words for data of clients, but stand for figures, offers or their conditions.
/// Internal to the recognition of data of persons.
#ifndef LOTSE_MODEL_HARMLESS_HEADINGS_HPP
#define LOTSE_MODEL_HARMLESS_HEADINGS_HPP

#include "folded_heading.hpp"

#include <string_view>

namespace lotse::privacy {

/// Of groups, not of one person: "Zahl der Bedarfsgemeinschaften", "Kosten je Person".
bool speaks_of_many(std::string_view text, const Heading& heading);

/// "Diagnose nötig?", "Leistungsbezug möglich", "Mind. arbeitslos seit", "arbeitslos seit
/// (Voraussetzung)": an offer asks for it, or is about it. In brackets the word may be that of a
/// form: "Diagnose (erforderlich)".
bool asks_for_it(std::string_view text, const Heading& heading);

/// "Sick leave days 2024", "Krankschreibungen: Statistik", "Sick leave consulting": figures of an
/// institution, and what it offers. In brackets the word may be that of a form.
bool is_figure_or_offer(std::string_view text);

}  // namespace lotse::privacy

#endif
