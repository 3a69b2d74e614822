/// Identifiers of persons by their form and check digit, and what of it others need.
#ifndef LOTSE_MODEL_CHECK_DIGITS_HPP
#define LOTSE_MODEL_CHECK_DIGITS_HPP

#include <string_view>

namespace lotse::privacy {

/// 9 stands for a digit, A for a capital letter, the rest for itself.
bool matches(std::string_view text, std::string_view form);

/// Krankenversichertennummer (§ 290 SGB V): letter, eight digits, check digit modulo 10.
bool is_health_insurance_number(std::string_view text);

/// Versicherungsnummer (§ 147 SGB VI, § 2 VKVV): area, birth date, letter, serial, check digit. The
/// month tells it from a date with a letter and a number, "01.02.2024 J 995".
bool is_pension_insurance_number(std::string_view text);

/// Steuerliche Identifikationsnummer (§ 139b AO): eleven digits, ISO 7064 MOD 11,10; of the first
/// ten exactly one digit occurs two or three times.
bool is_tax_number(std::string_view text);

/// Institutionskennzeichen (§ 293 SGB V) of an insurer: class 10, check digit modulo 10 of the
/// third to eighth digit.
bool is_key_of_insurer(std::string_view text);

/// IBAN (ISO 13616): moved behind the account, letters as 10 to 35, the start makes it 1 modulo 97.
bool is_iban(std::string_view text);
/// Its first two letters.
bool is_iban_country(std::string_view code);

}  // namespace lotse::privacy

#endif
