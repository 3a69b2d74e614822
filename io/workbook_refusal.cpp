#include "workbook_refusal.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

struct Reason {
    std::string_view code;
    Text text;  ///< one place for the detail
};

constexpr std::array reasons{
    Reason{"damaged",
           {"Die Arbeitsmappe ist beschädigt oder unvollständig ({}). Bitte in der "
            "Tabellenkalkulation öffnen und neu speichern, oder noch einmal schicken lassen.",
            "The workbook is damaged or incomplete ({}). Open it in the spreadsheet program and "
            "save it again, or have it sent once more."}},
    Reason{"empty-file", {"Die Datei ist leer.{}", "The file is empty.{}"}},
    Reason{"password-protected",
           {"Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte öffnen und ohne Kennwort "
            "speichern.{}",
            "The workbook is protected by a password. Open it and save it without one.{}"}},
    Reason{"date-1904",
           {"Die Arbeitsmappe zählt Datumswerte ab 1904; sie würden um vier Jahre verschoben. "
            "Bitte diese Einstellung in Excel abschalten (Datei › Optionen › Erweitert), die "
            "Datumswerte prüfen und neu speichern.{}",
            "The workbook counts dates from 1904; they would be shifted by four years. Switch "
            "this setting off in Excel (File › Options › Advanced), check the dates and save "
            "again.{}"}},
    Reason{"missing-part",
           {"In der Arbeitsmappe fehlt der Teil „{}“. Bitte in der Tabellenkalkulation öffnen und "
            "neu speichern.",
            "The workbook lacks the part '{}'. Open it in the spreadsheet program and save it "
            "again."}},
    Reason{"doctype",
           {"Die Arbeitsmappe enthält eine DOCTYPE-Angabe ({}), wie sie keine Tabellenkalkulation "
            "schreibt; sie wird nicht gelesen.",
            "The workbook holds a DOCTYPE declaration ({}), which no spreadsheet program writes; "
            "it is not read."}},
    Reason{"outside-sheet",
           {"Diese Zelle liegt außerhalb dessen, was ein Tabellenblatt fasst (1 048 576 Zeilen, "
            "16 384 Spalten). Bitte die Arbeitsmappe neu speichern.{}",
            "This cell lies outside of what a sheet holds (1,048,576 rows, 16,384 columns). Save "
            "the workbook again.{}"}},
    Reason{"unreadable-cell",
           {"Diese Zelle lässt sich nicht sicher lesen. Steht sie weit abseits der Tabelle, bitte "
            "löschen; sonst die Arbeitsmappe in der Tabellenkalkulation öffnen und neu "
            "speichern.{}",
            "This cell cannot be read safely. If it stands far away from the table, delete it; "
            "else open the workbook in the spreadsheet program and save it again.{}"}},
    Reason{"too-old",
           {"Die Arbeitsmappe ist im Format von Excel 95 oder älter. Bitte als .xlsx speichern.{}",
            "The workbook has the format of Excel 95 or older. Save it as .xlsx.{}"}},
    Reason{"wrong-ending",
           {"Die Datei ist in Wahrheit {}. Bitte in der Tabellenkalkulation öffnen und als "
            "Excel-Arbeitsmappe (.xlsx) speichern.",
            "The file really is {}. Open it in the spreadsheet program and save it as an Excel "
            "workbook (.xlsx)."}},
    Reason{"lock-file",
           {"Das ist die Sperrdatei, die die Tabellenkalkulation anlegt, solange die Arbeitsmappe "
            "offen ist. Bitte die Arbeitsmappe selbst angeben.{}",
            "This is the lock file that the spreadsheet program keeps while the workbook is open. "
            "Name the workbook itself.{}"}},
};

constexpr std::string_view zip_mark{"PK\3\4", 4};
constexpr std::string_view compound_mark{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};
/// "EncryptedPackage" in UTF-16: the name of a stream, [MS-OFFCRYPTO] 2.3.4.4.
constexpr std::string_view encrypted_mark{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};
constexpr std::string_view open_document_mark = "mimetypeapplication/vnd.oasis.opendocument";
constexpr std::string_view flat_document_mark = "urn:oasis:names:tc:opendocument";

/// What a text under the name of a workbook really is.
std::string text_form(std::string_view start) {
    if (start.find(flat_document_mark) != start.npos) return ".fods";
    const bool is_xml = start.substr(0, 8).find("<?xml") != start.npos;  // perhaps behind a mark
    return is_xml && start.find("<html") == start.npos ? "XML" : "HTML/CSV";
}

/// `text` is in lower case. "<Name>;<Ort>" are headings.
bool begins_page(std::string_view text) {
    if (text.starts_with("<!doctype html") || text.starts_with("<!--")) return true;
    constexpr std::array<std::string_view, 8> elements{"html",  "head", "body",   "meta",
                                                       "table", "div",  "script", "style"};
    const auto is_begun = [&](std::string_view element) {
        return text.starts_with('<') && text.substr(1).starts_with(element) &&
               text.substr(1 + element.size()).find_first_of("> \t\r\n/") == 0;
    };
    return std::ranges::any_of(elements, is_begun);
}

/// An object with a member, or a list of such; "[Name],{Ort}" are headings.
bool begins_json(std::string_view text) {
    const auto take = [&](char sign) {
        if (!text.starts_with(sign)) return false;
        text = unicode::trim(text.substr(1));
        return true;
    };
    take('[');
    if (!take('{')) return false;
    if (text.starts_with('}')) return true;
    if (!take('"')) return false;
    const auto end = text.find('"');
    return end != text.npos && unicode::trim(text.substr(end + 1)).starts_with(':');
}

}  // namespace

Issue refusal_issue(const WorkbookRefusal& refusal, const std::string& file) {
    auto reason = std::ranges::find(reasons, std::string_view{refusal.code}, &Reason::code);
    if (reason == reasons.end()) reason = reasons.begin();
    return {Severity::error,
            reason->code,
            {file, refusal.sheet, refusal.row, refusal.column},
            message(reason->text, {refusal.detail})};
}

std::optional<WorkbookRefusal> wrong_content(std::string_view bytes, WorkbookForm form) {
    const auto refusal = [](std::string code, std::string detail = {}) {
        return WorkbookRefusal{std::move(code), {}, 0, 0, std::move(detail)};
    };
    if (bytes.empty()) return refusal("empty-file");
    const bool zip = bytes.starts_with(zip_mark);
    const bool compound = bytes.starts_with(compound_mark);
    if (compound && bytes.find(encrypted_mark) != bytes.npos) return refusal("password-protected");
    if (form == WorkbookForm::xls) {
        if (compound) return std::nullopt;
        if (zip) return refusal("wrong-ending", ".xlsx/.ods");
    } else {
        if (compound) return refusal("wrong-ending", ".xls");
        const bool open_document = bytes.substr(0, 100).find(open_document_mark) != bytes.npos;
        const bool is_xlsx = !open_document && bytes.find("xl/workbook.xml") != bytes.npos;
        if (form == WorkbookForm::ods && is_xlsx) return refusal("wrong-ending", ".xlsx");
        if (form == WorkbookForm::xlsx && open_document) return refusal("wrong-ending", ".ods");
        if (zip) return std::nullopt;
    }
    const auto start = bytes.substr(0, 512);
    const bool text = start.find('\0') == start.npos;
    if (text) return refusal("wrong-ending", text_form(start));
    return refusal("damaged", form == WorkbookForm::xls ? "xls" : "zip");
}

std::optional<Issue> other_text(std::string_view text, const std::string& file) {
    constexpr std::size_t looked_at = 1024;
    std::string start{unicode::trim(text).substr(0, looked_at)};
    for (char& c : start)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    std::string_view form;
    if (begins_page(start))
        form = "HTML";
    else if (start.starts_with("<?xml"))
        form = "XML";
    else if (begins_json(start))
        form = "JSON";
    if (form.empty()) return std::nullopt;
    return Issue{Severity::error,
                 "wrong-ending",
                 {file, {}, 0, 0},
                 message({"Die Datei ist in Wahrheit {}, keine CSV-Tabelle. Stammt sie aus dem "
                          "Netz, kam vielleicht nur eine Anmeldeseite; bitte noch einmal "
                          "herunterladen oder als „CSV UTF-8“ speichern.",
                          "The file really is {}, no CSV table. If it comes from the web, perhaps "
                          "only a page to sign in arrived; download it again or save it as 'CSV "
                          "UTF-8'."},
                         {form})};
}

std::optional<Issue> packed_content(std::string_view bytes, const std::string& file) {
    constexpr std::string_view gzip_mark = "\x1F\x8B";
    const auto issue = [&](Text words, std::string_view form) {
        return Issue{Severity::error, "wrong-ending", {file, {}, 0, 0}, message(words, {form})};
    };
    constexpr Text workbook{
        "Die Datei ist in Wahrheit eine Arbeitsmappe ({}), kein Text. Bitte ihre Endung "
        "berichtigen.",
        "The file really is a workbook ({}), not text. Correct its ending."};
    constexpr Text packed{"Die Datei ist in Wahrheit gepackt ({}). Bitte entpacken.",
                          "The file really is packed ({}). Unpack it."};
    if (bytes.starts_with(gzip_mark)) return issue(packed, "gzip");
    if (bytes.starts_with(compound_mark)) return issue(workbook, ".xls");
    if (!bytes.starts_with(zip_mark)) return std::nullopt;
    if (bytes.substr(0, 100).find(open_document_mark) != bytes.npos) return issue(workbook, ".ods");
    if (bytes.find("xl/workbook.xml") != bytes.npos) return issue(workbook, ".xlsx");
    return issue(packed, "zip");
}

}  // namespace lotse::io
