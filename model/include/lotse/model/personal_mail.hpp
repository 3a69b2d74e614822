/// Mail addresses of persons, which may not stand in place of a function mailbox.
#ifndef LOTSE_MODEL_PERSONAL_MAIL_HPP
#define LOTSE_MODEL_PERSONAL_MAIL_HPP

#include <string_view>

namespace lotse::privacy {

/// The text holds a mail address that begins with a usual given name and another name
/// ("erika.muster@..."). Initials ("e.muster@...") are not told from abbreviations.
bool is_personal_mail_address(std::string_view text);

}  // namespace lotse::privacy

#endif
