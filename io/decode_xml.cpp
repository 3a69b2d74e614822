#include <lotse/base/encoding.hpp>
#include <lotse/base/unicode.hpp>

#include "xml.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

using namespace std::string_view_literals;

/// Value of encoding="..." in `<?xml ...?>`, lower case; empty: not stated.
std::string declared_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return {};
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    const auto end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return {};
    std::string out{declaration.substr(at + 1, end - at - 1)};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

int line_of(std::string_view bytes, std::size_t offset) {
    return 1 + static_cast<int>(std::ranges::count(bytes.substr(0, offset), '\n'));
}

bool is_of_single_bytes(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"iso-8859-1",   "latin1",    "iso8859-1",
                                                    "windows-1252", "cp1252",    "iso-8859-15",
                                                    "latin9",       "iso8859-15"};
    return std::ranges::find(names, name) != names.end();
}

bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80U;
}

/// Programs say ISO 8859 and write Windows-1252 (WHATWG, Encoding Standard).
std::optional<std::string> decoded(std::string_view bytes, const std::string& name) {
    const auto is_control = [](char c) {
        return is_beyond_ascii(c) && static_cast<unsigned char>(c) < 0xA0U;
    };
    if (!name.ends_with("15") && name != "latin9") return unicode::decode_windows_1252(bytes);
    if (std::ranges::any_of(bytes, is_control)) return unicode::decode_windows_1252(bytes);
    return encoding::decode(bytes, "iso-8859-15");
}

}  // namespace

std::optional<std::string> decode_xml(std::string bytes, const std::string& file,
                                      NetworkBuilder& builder) {
    const auto fail = [&](int line, Message words) -> std::optional<std::string> {
        builder.report({Severity::error, "unreadable-text", {file, {}, line, 0}, std::move(words)});
        return std::nullopt;
    };
    // UTF-16 without a byte order mark shows by its first two signs (XML 1.0, appendix F).
    if (bytes.starts_with("<\0?\0"sv)) bytes.insert(0, "\xFF\xFE");
    if (bytes.starts_with("\0<\0?"sv)) bytes.insert(0, "\xFE\xFF");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        auto decoded = unicode::decode(bytes);
        if (decoded) return std::move(decoded->text);
        return fail(1, Text{"Die Datei beginnt wie UTF-16, ist es aber nicht durchgehend.",
                            "The file begins like UTF-16 but is not throughout."});
    }
    const bool is_marked = bytes.starts_with("\xEF\xBB\xBF");
    if (is_marked) bytes.erase(0, 3);
    const std::string name = declared_encoding(bytes);
    if (is_of_single_bytes(name)) {
        const bool is_utf8 = !unicode::first_invalid_utf8(bytes);
        if (is_marked || (is_utf8 && std::ranges::any_of(bytes, is_beyond_ascii)))
            builder.report(
                {Severity::warning,
                 "wrong-encoding",
                 {file, {}, 1, 0},
                 message({"Hier steht als Kodierung „{}“, die Datei ist aber UTF-8 und wird "
                          "so gelesen. Bitte hier UTF-8 eintragen.",
                          "This names the encoding '{}', but the file is UTF-8 and is read "
                          "so. Enter UTF-8 here."},
                         {name})});
        else if (auto text = decoded(bytes, name))
            return text;
    } else if (!name.empty() && name != "utf-8" && name != "utf8" && name != "us-ascii" &&
               name != "ascii") {
        if (name.starts_with("utf-16") || name.starts_with("utf16"))
            return fail(1, Text{"Die erste Zeile nennt als Kodierung UTF-16, die Datei ist aber "
                                "keines. Bitte dort UTF-8 eintragen oder die Datei neu speichern.",
                                "The first line names the encoding UTF-16, but the file is not in "
                                "it. Enter UTF-8 there, or save the file again."});
        return fail(1, message({"Die Kodierung „{}“ liest lotse nicht. Bitte die Datei als UTF-8 "
                                "speichern.",
                                "lotse does not read the encoding '{}'. Save the file as UTF-8."},
                               {unicode::visible(name)}));
    }
    const auto broken = unicode::first_invalid_utf8(bytes);
    if (!broken) return bytes;
    return fail(line_of(bytes, *broken),
                Text{"Diese Zeile ist kein gültiges UTF-8. Bitte die Datei neu als UTF-8 speichern "
                     "oder in der ersten Zeile ihre Kodierung nennen.",
                     "This line is not valid UTF-8. Save the file again as UTF-8, or name its "
                     "encoding in the first line."});
}

}  // namespace lotse::io
