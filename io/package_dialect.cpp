#include <lotse/base/ascii.hpp>

#include "package_dialect.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// A member and the values under which a table is read as it always is.
struct Expected {
    std::string_view member;
    std::vector<std::string_view> values;
    Severity otherwise;
};

const std::array<Expected, 8>& expected_members() {
    static const std::array<Expected, 8> members{
        Expected{"header", {"yes"}, Severity::error},
        Expected{"quoteChar", {"\""}, Severity::error},
        Expected{"doubleQuote", {"yes"}, Severity::warning},
        Expected{"escapeChar", {}, Severity::error},
        Expected{"commentChar", {"#"}, Severity::error},
        Expected{"lineTerminator", {"\r\n", "\n", "\r"}, Severity::error},
        Expected{"skipInitialSpace", {"no"}, Severity::warning},
        Expected{"nullSequence", {""}, Severity::warning},
    };
    return members;
}

bool is_delimiter(const JsonValue& value) {
    if (value.type != JsonType::string || value.text.size() != 1) return false;
    const char c = value.text.front();
    return !ascii::is_alphanumeric(c) && c != '"' && c != '\n' && c != '\r' && c != '\0' &&
           static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

PackageDialect read_dialect(const JsonValue& dialect) {
    PackageDialect out;
    if (dialect.type != JsonType::object) {
        out.remarks.push_back(
            {Severity::warning, dialect.place,
             Text{"dialect: Hier wird ein Objekt {...} erwartet; die Angabe wird nicht gelesen.",
                  "dialect: an object {...} is expected here; it is not read."}});
        return out;
    }
    if (const JsonValue* delimiter = dialect.find("delimiter");
        delimiter && delimiter->type != JsonType::null) {
        if (is_delimiter(*delimiter))
            out.delimiter = delimiter->text.front();
        else
            out.remarks.push_back({Severity::error, delimiter->place,
                                   Text{"dialect.delimiter: Hier wird ein einzelnes Trennzeichen "
                                        "wie ; erwartet.",
                                        "dialect.delimiter: a single sign such as ; is expected "
                                        "here."}});
    }
    for (const Expected& expected : expected_members()) {
        const JsonValue* value = dialect.find(expected.member);
        if (!value || value->type == JsonType::null ||
            std::ranges::find(expected.values, value->text) != expected.values.end())
            continue;
        out.remarks.push_back(
            {expected.otherwise, value->place,
             message({"dialect.{}: So liest lotse Tabellen nicht (Überschriften in der ersten "
                      "Zeile, doppelte Anführungszeichen, # für Kommentare). Bitte die Datei in "
                      "dieser Form speichern und die Angabe streichen.",
                      "dialect.{}: lotse does not read tables so (headings in the first row, "
                      "double quotes, # for comments). Save the file in this form and delete the "
                      "member."},
                     {expected.member})});
    }
    return out;
}

}  // namespace lotse::io
