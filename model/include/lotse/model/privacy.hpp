/// Recognises data of persons: the model has no place for them, and the reader refuses them.
#ifndef LOTSE_MODEL_PRIVACY_HPP
#define LOTSE_MODEL_PRIVACY_HPP

#include <lotse/base/text.hpp>

#include <optional>
#include <string_view>

namespace lotse::privacy {

/// What a heading such as "Kundennummer", "BG-Nr." or "Geburtsdatum TN" announces; nullopt: nothing
/// about clients. Case, blanks, punctuation and the spelling of umlauts do not matter. Headings of
/// counts ("Zahl der Bedarfsgemeinschaften") and "Geburtsvorbereitung" are harmless.
std::optional<Text> client_heading(std::string_view heading);

/// A heading for persons who work for an organisation ("Ansprechpartner", "Telefon", "E-Mail"):
/// their data are kept out of the network, but nothing is refused.
bool is_contact_heading(std::string_view heading);

/// An identifier of a person anywhere in a text: health or pension insurance number, tax number and
/// IBAN with a valid check digit, customer number or number of a Bedarfsgemeinschaft by their form.
std::optional<Text> client_value(std::string_view text);

/// The message for an identifier, which it does not repeat.
Message value_refusal(const Text& found);

/// The message for a column whose heading announces data of clients.
Message column_refusal(std::string_view heading, const Text& announced);

/// A mail address anywhere in a text.
bool holds_mail_address(std::string_view text);

/// A mail address, or a telephone number that its form gives away: behind a word for it ("Tel. 0521
/// 1234"), with +49 or 0049, or as "0521/123456" and "(0521) 1234".
bool holds_personal_contact(std::string_view text);

/// A full date on which somebody of working age can be born (1930 to 2010), as people write it:
/// "01.02.61", "1/2/1961", "geb. 1. Feb. 1961", "1961-02-01 00:00".
bool is_plausible_birth_date(std::string_view text);

/// Headings of dates about organisations: a column of them is not one of birth dates.
bool is_institution_date_heading(std::string_view heading);

/// "Teilnehmende", "TN-Liste", "Klientinnen und Klienten": a number or a group may stand below, but
/// no names.
bool is_client_group_heading(std::string_view heading);

/// "Frau Dr. Muster", "Erika Muster": like a name, with a form of address or a usual given name.
bool is_person_name(std::string_view text);
/// "Herr Max Muster": like a name, after "Herr" or "Frau".
bool addresses_person(std::string_view text);

/// Finds columns of names of persons by their values: of at least five, 80 % look like "Erika
/// Muster" and half begin with a usual given name or a form of address. Names of places and
/// organisations ("Bad Homburg", "Rotes Kreuz") look alike, but do not begin so.
class PersonNames {
public:
    /// One value of the column.
    void look_at(std::string_view text);
    /// Of what was looked at so far.
    bool found() const;

private:
    int values_ = 0;
    int like_names_ = 0;
    int certain_ = 0;
};

}  // namespace lotse::privacy

#endif
