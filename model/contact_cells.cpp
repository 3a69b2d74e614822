#include "contact_cells.hpp"

#include <lotse/model/personal_mail.hpp>
#include <lotse/model/privacy.hpp>

namespace lotse {

bool holds_contact(const TableColumn& column, std::string_view text) {
    if (column.key == "mailbox") return privacy::is_personal_mail_address(text);
    return column.need == Need::optional ? privacy::holds_personal_contact(text)
                                         : privacy::holds_mail_address(text);
}

Outcome withhold(const TableColumn& column, const CellContext& context) {
    if (column.key == "mailbox") {
        context.warning(
            "withheld",
            Text{"mailbox: Die Adresse trägt anscheinend den Namen einer Person und wird nicht "
                 "übernommen. Bitte ein Funktionspostfach eintragen, zum Beispiel info@…",
                 "mailbox: the address seems to bear the name of a person and is not taken "
                 "over. Enter a function mailbox, such as info@…"});
        return Outcome::read;
    }
    if (column.need == Need::optional) {
        context.warning("withheld",
                        message({"{}: Die Zelle enthält eine Mailadresse oder Telefonnummer und "
                                 "wird nicht übernommen. Funktionspostfächer gehören in die "
                                 "Spalte mailbox.",
                                 "{}: the cell holds a mail address or telephone number and is "
                                 "not taken over. Function mailboxes belong in the column "
                                 "mailbox."},
                                {column.key}));
        return Outcome::read;
    }
    context.error("personal-contact",
                  message({"{}: Die Zelle enthält eine Mailadresse; sie darf hier nicht stehen.",
                           "{}: the cell holds a mail address, which may not stand here."},
                          {column.key}));
    return Outcome::failed;
}

Outcome refuse_name(const CellContext& context) {
    context.error("personal-contact",
                  Text{"role: Hier steht anscheinend der Name einer Person. Bitte die Rolle "
                       "eintragen, zum Beispiel „Geschäftsstelle“.",
                       "role: this seems to be the name of a person. Enter the role, for "
                       "example 'office'."});
    return Outcome::failed;
}

void warn_of_person(const CellContext& context) {
    context.warning("person-names",
                    Text{"Hier steht anscheinend der Name einer Person. Akteure sind "
                         "Einrichtungen; bitte keine Personen eintragen.",
                         "This seems to be the name of a person. Actors are organisations; "
                         "enter no persons."});
}

}  // namespace lotse
