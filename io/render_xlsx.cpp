#include <lotse/base/unicode.hpp>
#include <lotse/base/version.hpp>
#include <lotse/io/render.hpp>

#include "xlsx_book.hpp"

#include <algorithm>
#include <cstdlib>

namespace lotse::io {
namespace {

constexpr std::string_view nothing = "–";  // of value_text
const XlsxLook heading_look{XlsxFill::heading, true, true, false, {}};
constexpr double picture_scale = 0.6;  // of a sheet A3: about a screen wide
const XlsxLook wrapped{XlsxFill::none, false, true, false, {}};

std::string decimals(int digits) {
    return digits > 0 ? '.' + std::string(static_cast<std::size_t>(digits), '0') : std::string{};
}

std::string number_format(const Column& column, const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return "#,##0";
    if (column.unit == Unit::share) return '0' + decimals(std::max(0, column.digits - 2)) + '%';
    return "#,##0" + decimals(column.digits);
}

/// A cell holds 32 767 characters.
std::string fitting(std::string text) {
    constexpr std::size_t longest = 32000;
    if (text.size() <= longest) return text;
    return std::string{unicode::prefix(text, longest)} + " …";
}

/// Numbers stay numbers; everything else is text as people read it.
void write_value(XlsxBook& book, int sheet, int row, int number, const Value& value,
                 const Column& column, Language language) {
    const XlsxLook look{XlsxFill::none, false, false, false, number_format(column, value)};
    constexpr std::int64_t exact = std::int64_t{1} << 53U;
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole && std::abs(*whole) <= exact)
        book.number(sheet, row, number, static_cast<double>(*whole), look);
    else if (const auto* real = std::get_if<double>(&value))
        book.number(sheet, row, number, *real, look);
    else
        book.text(sheet, row, number, fitting(value_text(value, column, language)), wrapped);
}

/// A sheet that takes tables one below the other, its columns as wide as they need.
class TableSheet {
public:
    TableSheet(XlsxBook& book, const std::string& name, Language language,
               std::span<const Table> tables)
        : book_{book}, language_{language}, sheet_{book.add_sheet(name)} {
        constexpr std::size_t narrowest = 8, widest = 48;
        std::vector<std::size_t> longest;
        for (const Table& table : tables) {
            longest.resize(std::max(longest.size(), table.columns.size()), 0);
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                longest[i] =
                    std::max(longest[i], column_heading(table.columns[i], language).size() + 3);
                for (const auto& row : table.rows)
                    if (longest[i] < widest)
                        longest[i] = std::max(
                            longest[i], value_text(row[i], table.columns[i], language).size());
            }
        }
        for (std::size_t i = 0; i < longest.size(); ++i)
            book_.column(sheet_, static_cast<int>(i) + 1,
                         static_cast<double>(std::clamp(longest[i] + 1, narrowest, widest)));
    }

    void title(const std::string& text) {
        book_.text(sheet_, ++row_, 1, text, {XlsxFill::none, true, false, false, {}});
    }

    /// Headings and rows. The first table of a sheet can be filtered; its headings stay in sight.
    void table(const Table& table) {
        const int columns = static_cast<int>(table.columns.size());
        const int heading_row = ++row_;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            book_.text(sheet_, row_, static_cast<int>(i) + 1,
                       column_heading(table.columns[i], language_), heading_look);
        for (const auto& values : table.rows) {
            ++row_;
            for (std::size_t i = 0; i < values.size(); ++i)
                write_value(book_, sheet_, row_, static_cast<int>(i) + 1, values[i],
                            table.columns[i], language_);
        }
        if (first_heading_ == 0) {
            first_heading_ = heading_row;
            book_.freeze(sheet_, heading_row, 0);
            if (columns > 0) book_.filter(sheet_, heading_row, columns, row_);
        }
    }

    void space() { ++row_; }

    void finish() { book_.print_on_a4(sheet_, first_heading_); }

private:
    XlsxBook& book_;
    Language language_;
    int sheet_;
    int row_ = 0;
    int first_heading_ = 0;
};

/// The first sheet: what this is, what it says in short, how to read it, where it comes from.
class Overview {
public:
    Overview(XlsxBook& book, Language language)
        : book_{book},
          language_{language},
          sheet_{book.add_sheet(Text{"Überblick", "Overview"}.in(language))} {
        book_.column(sheet_, 1, 46);
        book_.column(sheet_, 2, 64);
        book_.print_on_a4(sheet_, 0);
    }

    Language language() const { return language_; }

    void title(const std::string& text) {
        if (row_ > 1) row_ += 2;
        book_.row_height(sheet_, row_, 2);
        book_.text(sheet_, row_++, 1, text, {XlsxFill::none, true, false, true, {}});
    }
    void heading(Text text) {
        ++row_;
        book_.text(sheet_, row_, 1, text.in(language_), heading_look);
        book_.empty(sheet_, row_++, 2, heading_look);
    }
    void sentence(const Message& text) {
        book_.merge(sheet_, row_, 1, row_, 2);
        book_.text(sheet_, row_++, 1, text.in(language_), wrapped);
    }
    void pair(const std::string& name, const Value& value, const Column& column) {
        book_.text(sheet_, row_, 1, name, wrapped);
        write_value(book_, sheet_, row_++, 2, value, column, language_);
    }

    void fact(Text name, const Value& value) { pair(std::string{name.in(language_)}, value, {}); }

private:
    XlsxBook& book_;
    Language language_;
    int sheet_;
    int row_ = 1;
};

void describe(Overview& overview, const Document& document) {
    for (const Message& sentence : document.reading) overview.sentence(sentence);
    if (!document.summary.columns.empty()) {
        overview.heading({"Ergebnis", "Result"});
        for (std::size_t i = 0; i < document.summary.columns.size(); ++i)
            overview.pair(column_heading(document.summary.columns[i], overview.language()),
                          document.summary.rows.front()[i], document.summary.columns[i]);
    }
    if (!document.notes.empty()) {
        overview.heading({"Anmerkungen", "Notes"});
        for (const Message& note : document.notes) overview.sentence(note);
    }
    overview.heading({"Aufruf", "Call"});
    overview.fact({"Auswertung", "Analysis"}, document.id);
    for (const auto& [name, value] : document.options)
        if (value_text(value, {}, overview.language()) != nothing)
            overview.pair("--" + name, value, {});
}

void tell_origin(Overview& overview, const NetworkIdentity& network) {
    overview.heading({"Herkunft", "Origin"});
    if (!network.sha256.empty()) {
        overview.fact({"Netz", "Network"}, network.name);
        overview.fact({"Akteure", "Actors"}, network.actors);
        overview.fact({"Beziehungen", "Ties"}, network.ties);
        overview.fact({"SHA-256 des Netzes", "SHA-256 of the network"}, network.sha256);
    }
    overview.fact({"Programm", "Program"}, "lotse " + std::string{version});
}

/// The table of all documents of one analysis; a first column tells them apart.
Table joined(std::span<const WorkbookPart> parts, std::size_t at) {
    Table all = parts.front().document->tables[at];
    if (parts.front().heading.empty()) return all;
    all.columns.insert(all.columns.begin(), {"asked", Text{"Frage", "Question"}});
    all.rows.clear();
    for (const WorkbookPart& part : parts)
        for (std::vector<Value> row : part.document->tables[at].rows) {
            row.insert(row.begin(), part.heading);
            all.rows.push_back(std::move(row));
        }
    return all;
}

void write_analysis(XlsxBook& book, std::span<const WorkbookPart> parts, Language language) {
    const Document& first = *parts.front().document;
    std::vector<Table> tables;
    for (std::size_t i = 0; i < first.tables.size(); ++i) tables.push_back(joined(parts, i));
    TableSheet sheet{book, first.title.in(language), language, tables};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (i > 0) sheet.space();
        sheet.title(first.tables[i].title.in(language));
        sheet.table(tables[i]);
    }
    sheet.finish();
}

}  // namespace

Result<std::string> render_xlsx(const Document& document, Language language) {
    XlsxBook book{document.title.in(language)};
    Overview overview{book, language};
    overview.title(document.title.in(language));
    describe(overview, document);
    tell_origin(overview, document.network);
    for (const Table& table : document.tables) {
        TableSheet sheet{book, table.title.in(language), language, {&table, 1}};
        sheet.table(table);
        sheet.finish();
    }
    return std::move(book).bytes();
}

Result<std::string> render_xlsx_of(std::span<const WorkbookPart> parts,
                                   std::span<const WorkbookPicture> pictures, Language language) {
    XlsxBook book{parts.front().document->title.in(language)};
    Overview overview{book, language};
    for (const WorkbookPart& part : parts) {
        const std::string& title = part.document->title.in(language);
        overview.title(part.heading.empty() ? title : part.heading);
        describe(overview, *part.document);
    }
    tell_origin(overview, parts.front().document->network);
    for (const WorkbookPicture& picture : pictures) {
        const int sheet = book.add_sheet(picture.title.in(language));
        book.picture(sheet, 1, 1, picture.png, picture_scale);
        book.print_on_a4(sheet, 0);
    }
    for (std::size_t first = 0; first < parts.size();) {
        std::size_t end = first;
        while (end < parts.size() && parts[end].document->id == parts[first].document->id) ++end;
        write_analysis(book, parts.subspan(first, end - first), language);
        first = end;
    }
    return std::move(book).bytes();
}

}  // namespace lotse::io
