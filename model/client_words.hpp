/// Words for clients in headings, and names of persons below such headings. Internal to the
/// recognition of data of persons.
#ifndef LOTSE_MODEL_CLIENT_WORDS_HPP
#define LOTSE_MODEL_CLIENT_WORDS_HPP

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lotse::privacy {

/// "teilnehmerin", "kunden", but not "kundenzentrum". Words of headings are in lower case, with
/// umlauts as "ae".
bool is_client_word(std::string_view word);

/// Words for names or addresses and for clients side by side, or with nothing else of weight: "Name
/// des Teilnehmers", "TN-Name", but not "Name der Kundenzentrale" or "Name des Angebots für
/// Kunden", nor "Name der teilnehmenden Einrichtung" within the first `in_phrase` words, which no
/// sign parts.
bool names_clients(std::span<const std::string> words, std::size_t in_phrase);

/// A word for numbers and whose it is: "Nr. der BG", "Nummer des Kunden", "eLb-Nr."
bool numbers_clients(std::span<const std::string> words);

/// "KK-Nr.", "GKV-Kennziffer": of somebody who is insured, or the key of an insurer.
bool may_number_insurers(std::string_view heading);

/// "Mobil TN", "Kontakt Kunde": what reaches clients and nothing else of weight.
bool reaches_clients(std::span<const std::string> words);

/// "Datum" and no more: old dates below may be of birth, newer ones of anything.
bool is_plain_date_heading(std::string_view heading);

/// A usual given name, in any case; "Anna-Lena" begins with one.
bool begins_with_given_name(std::string_view word);

/// "Müller, Hans; Meier, Eva", "Eva M. und Uwe", below a heading of a group of clients.
bool lists_persons(std::string_view text);

/// Year of a plausible date of birth; nullopt: it is none.
std::optional<int> birth_year(std::string_view text);

/// "geb. 04.05.1953" anywhere in a text, "Erika Muster (04.05.1953)" as the whole of it.
bool tells_birth_date(std::string_view text);

}  // namespace lotse::privacy

#endif
