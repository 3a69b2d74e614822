#include <lotse/base/unicode.hpp>
#include <lotse/base/version.hpp>
#include <lotse/io/render.hpp>

#include "xlsx_book.hpp"

#include <algorithm>
#include <cstdlib>

namespace lotse::io {
namespace {

constexpr std::string_view nothing = "–";  // of value_text
constexpr XlsxLook heading_look{XlsxFill::heading, true, true, false, {}};
constexpr XlsxLook wrapped{XlsxFill::none, false, true, false, {}};

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

/// Numbers stay numbers; everything else is text as people read it. Returns its length.
std::size_t write_value(XlsxBook& book, int sheet, int row, int number, const Value& value,
                        const Column& column, Language language) {
    const XlsxLook look{XlsxFill::none, false, false, false, number_format(column, value)};
    constexpr std::int64_t exact = std::int64_t{1} << 53U;
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole && std::abs(*whole) <= exact)
        book.number(sheet, row, number, static_cast<double>(*whole), look);
    else if (const auto* real = std::get_if<double>(&value))
        book.number(sheet, row, number, *real, look);
    else
        book.text(sheet, row, number, fitting(value_text(value, column, language)), wrapped);
    return value_text(value, column, language).size();
}

void write_table(XlsxBook& book, const Table& table, Language language) {
    const int sheet = book.add_sheet(table.title.in(language));
    const int columns = static_cast<int>(table.columns.size());
    std::vector<std::size_t> longest;
    for (int i = 1; i <= columns; ++i) {
        const std::string heading =
            column_heading(table.columns[static_cast<std::size_t>(i - 1)], language);
        book.text(sheet, 1, i, heading, heading_look);
        longest.push_back(heading.size() + 3);
    }
    int row = 1;
    for (const auto& values : table.rows) {
        ++row;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto length = write_value(book, sheet, row, static_cast<int>(i) + 1, values[i],
                                            table.columns[i], language);
            longest[i] = std::max(longest[i], length);
        }
    }
    constexpr double narrowest = 8, widest = 48;
    for (int i = 1; i <= columns; ++i)
        book.column(sheet, i,
                    std::clamp(static_cast<double>(longest[static_cast<std::size_t>(i - 1)]) + 1,
                               narrowest, widest));
    book.freeze(sheet, 1, 0);
    if (columns > 0) book.filter(sheet, 1, columns, row);
    book.print_on_a4(sheet, 1);
}

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
        constexpr std::size_t characters_per_line = 105;  // of both columns
        const std::string words{text.in(language_)};
        book_.merge(sheet_, row_, 1, row_, 2);
        book_.row_height(sheet_, row_,
                         1 + static_cast<int>(unicode::length(words) / characters_per_line));
        book_.text(sheet_, row_++, 1, words, wrapped);
    }
    void pair(const std::string& name, const Value& value, const Column& column) {
        constexpr std::size_t characters_per_line = 50;  // of the first column
        book_.row_height(sheet_, row_,
                         1 + static_cast<int>(unicode::length(name) / characters_per_line));
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

}  // namespace

Result<std::string> render_xlsx(const Document& document, Language language) {
    return render_xlsx_of({&document, 1}, language);
}

Result<std::string> render_xlsx_of(std::span<const Document> documents, Language language) {
    XlsxBook book{documents.front().title.in(language)};
    Overview overview{book, language};
    for (const Document& document : documents) {
        overview.title(document.title.in(language));
        describe(overview, document);
    }
    tell_origin(overview, documents.front().network);
    for (const Document& document : documents)
        for (const Table& table : document.tables) write_table(book, table, language);
    return std::move(book).bytes();
}

}  // namespace lotse::io
