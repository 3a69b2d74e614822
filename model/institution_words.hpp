/// Words in names of institutions that bear names of persons. Internal to the recognition of data
/// of persons.
#ifndef LOTSE_MODEL_INSTITUTION_WORDS_HPP
#define LOTSE_MODEL_INSTITUTION_WORDS_HPP

#include <span>
#include <string>
#include <string_view>

namespace lotse::privacy {

/// "Robert Bosch Stiftung", "Peter Müller GmbH", "Martin Luther Haus", but not "Petra Haus".
bool names_institution(std::span<const std::string> words);

/// What follows "und" in the name of a firm: "Wolf und Partner", "Kaya & Söhne".
bool is_rest_of_firm(std::string_view word);

}  // namespace lotse::privacy

#endif
