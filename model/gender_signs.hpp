/// Words for clients with an ending for their gender. Internal to the recognition of data of
/// persons.
#ifndef LOTSE_MODEL_GENDER_SIGNS_HPP
#define LOTSE_MODEL_GENDER_SIGNS_HPP

#include <string>
#include <string_view>

namespace lotse::privacy {

/// "Kunde*in", "Kund:innen", "Teilnehmende/r", "Versicherte(r)" and "Kund(inn)en" as one word; of
/// words that mean no clients, only "*in" and its like belong to them ("Ansprechpartner:in").
std::string without_gender_signs(std::string_view text);

}  // namespace lotse::privacy

#endif
