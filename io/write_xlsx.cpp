#include <lotse/base/formula.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/new_network.hpp>

#include "template_rows.hpp"
#include "workbook.hpp"
#include "xlsx_tables.hpp"

#include <algorithm>
#include <cstdlib>

namespace lotse::io {
namespace {

constexpr int first_data_row = 2;

/// Writes one cell of a table in the form its column wants.
class CellWriter {
public:
    CellWriter(XlsxBook& book, int sheet, const Codebook& codes, Language language)
        : book_{book}, sheet_{sheet}, codes_{codes}, language_{language} {}

    /// Length of what was written.
    std::size_t write(int row, int number, const XlsxColumn& column, const Value& value) const {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            constexpr std::int64_t exact = std::int64_t{1} << 53U;
            if (std::abs(*whole) <= exact)
                return as_number(row, number, static_cast<double>(*whole));
        } else if (const auto* real = std::get_if<double>(&value)) {
            if (fits_xlsx(*real)) return as_number(row, number, *real);
        }
        std::string text = xlsx_words(column, codes_, cell_text(value), language_);
        if (column.content == XlsxContent::yes_no)
            text =
                text == "yes" ? Text{"ja", "yes"}.in(language_) : Text{"nein", "no"}.in(language_);
        // Typed text is never a formula; a text that looks guarded gets the quote a reader takes.
        if (is_guarded_formula(text)) text.insert(0, 1, '\'');
        book_.text(sheet_, row, number, text, {XlsxFill::none, false, false, false, "@"});
        return text.size();
    }

private:
    std::size_t as_number(int row, int number, double value) const {
        book_.number(sheet_, row, number, value);
        return 8;
    }

    XlsxBook& book_;
    int sheet_;
    const Codebook& codes_;
    Language language_;
};

double width_for(std::size_t longest) {
    constexpr double narrowest = 9, widest = 42;
    return std::clamp(static_cast<double>(longest) + 2, narrowest, widest);
}

/// What a workbook is written for.
enum class Purpose { pass_on, fill_in };

/// Columns of the table that hold cells or must be there, and foreign ones. A table without rows
/// has them all, ready to be filled in, and so has every table of a workbook to fill in.
template <class Row>
std::vector<XlsxColumn> columns_of(const std::vector<Row>& rows, const ExportOptions& options,
                                   Purpose purpose) {
    std::vector<XlsxColumn> all = xlsx_columns<Row>(options.language);
    if (rows.empty()) return all;
    std::vector<XlsxColumn> out;
    if (purpose == Purpose::fill_in) out = all;
    for (const ExportColumn& used : export_columns(rows, options)) {
        if (used.foreign) {
            XlsxColumn foreign;
            foreign.key = foreign.heading = used.key;
            out.push_back(std::move(foreign));
        } else if (purpose == Purpose::pass_on) {
            out.push_back(*std::ranges::find(all, used.key, &XlsxColumn::key));
        }
    }
    return out;
}

struct TableSheet {
    int sheet = 0;
    int last_row = 1;
};

template <class Row>
TableSheet write_rows(XlsxBook& book, int sheet, const std::vector<Row>& rows,
                      const std::vector<XlsxColumn>& columns, std::vector<double>& widths,
                      const Codebook& codes, const ExportOptions& options) {
    const CellWriter writer{book, sheet, codes, options.language};
    std::vector<std::size_t> longest;
    std::map<std::string_view, std::size_t> position;
    for (const XlsxColumn& column : columns) {
        position.emplace(column.key, longest.size());
        longest.push_back(column.heading.size() + 2);
    }
    int row_number = first_data_row;
    for (const Row& row : rows) {
        for_each_exported_cell(row, options, [&](std::string_view key, const Value& value) {
            const std::size_t i = position.find(key)->second;
            const auto length =
                writer.write(row_number, static_cast<int>(i) + 1, columns[i], value);
            longest[i] = std::max(longest[i], length);
        });
        ++row_number;
    }
    for (const std::size_t length : longest) widths.push_back(width_for(length));
    return {sheet, row_number - 1};
}

void write_properties(XlsxBook& book, int sheet, const NetworkInfo& info, Language language) {
    const auto row = [&](int number, Text name, const std::string& value) {
        book.text(sheet, number, 1, name.in(language), {XlsxFill::heading, true, false, false, {}});
        if (!value.empty()) book.text(sheet, number, 2, value);
    };
    row(1, network_name, info.name);
    row(2, network_license, info.license);
    row(3, network_fictional,
        std::string{info.fictional ? Text{"ja", "yes"}.in(language) : std::string_view{}});
    book.column(sheet, 1, 14);
    book.column(sheet, 2, 60);
    book.print_on_a4(sheet, 0);
}

void write_notes(XlsxBook& book, int sheet, const NetworkInfo& info, Language language) {
    book.column(sheet, 1, 110);
    const XlsxLook wrapped{XlsxFill::none, false, true, false, {}};
    book.row_height(sheet, 1, 2);
    book.text(sheet, 1, 1, info.name, {XlsxFill::none, true, true, true, {}});
    int row = 3;
    const auto lines = [&](Text title, auto&& texts) {
        book.text(sheet, row++, 1, title.in(language), {XlsxFill::heading, true, true, false, {}});
        for (const Text& text : texts) {
            constexpr std::size_t characters_per_line = 115;
            const auto words = text.in(language);
            book.row_height(sheet, row,
                            1 + static_cast<int>(unicode::length(words) / characters_per_line));
            book.text(sheet, row++, 1, words, wrapped);
        }
        ++row;
    };
    lines({"So füllen Sie die Arbeitsmappe aus", "How to fill in the workbook"}, template_advice());
    std::vector<Text> purposes;
    for (const TableName& table : table_names())
        purposes.push_back(template_table(table.key)->purpose);
    lines({"Die Tabellen", "The tables"}, purposes);
    book.print_on_a4(sheet, 0);
}

/// One example row as a comment, in the columns it names; they become as wide as it needs.
void write_example(XlsxBook& book, int sheet, std::string_view table,
                   const std::vector<XlsxColumn>& columns, std::vector<double>& widths,
                   Language language) {
    const XlsxLook look{XlsxFill::note, false, false, false, "@"};
    bool first = true;
    for (const TemplateCell& cell : template_table(table)->example) {
        const auto column = std::ranges::find(columns, cell.column, &XlsxColumn::key);
        const std::string text = xlsx_words(*column, Codebook::built_in(),
                                            std::string{cell.text.in(language)}, language);
        const int number = static_cast<int>(column - columns.begin()) + 1;
        double& width = widths[static_cast<std::size_t>(number) - 1];
        width = std::max(width, width_for(unicode::length(text) + 1));
        book.text(sheet, first_data_row, number, (first ? "#" : "") + text, look);
        first = false;
    }
}

Result<std::string> workbook(const Network& network, const ExportOptions& options,
                             Purpose purpose) {
    const Language language = options.language;
    XlsxBook book{network.info().name};
    const int notes = book.add_sheet(notes_sheet.in(language));
    std::map<std::string_view, int> sheets;
    for (const TableName& table : table_names())
        sheets[table.key] = book.add_sheet(table.name.in(language));
    const int properties = book.add_sheet(network_sheet.in(language));
    const int lists_sheet =
        book.add_sheet(Text{"Codelisten (ignore)", "Code lists (ignore)"}.in(language));

    write_notes(book, notes, network.info(), language);
    write_properties(book, properties, network.info(), language);
    XlsxLists lists = write_code_lists(book, lists_sheet, network.codes(), language);
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        const auto columns = xlsx_columns<Row>(language);
        if (columns.front().need == Need::key)
            lists.keys[std::string{Row::table}] =
                xlsx_range(book.sheet_name(sheets[Row::table]), 1, first_data_row,
                           first_data_row + static_cast<int>(rows.size()) + xlsx_spare_rows);
    });
    lists.keys.erase(std::string{Area::table});  // most areas come with the program
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        const auto columns = columns_of(rows, options, purpose);
        std::vector<double> widths;
        const TableSheet written =
            write_rows(book, sheets[Row::table], rows, columns, widths, network.codes(), options);
        if (purpose == Purpose::fill_in && rows.empty())
            write_example(book, written.sheet, Row::table, columns, widths, language);
        lay_out_table(book, written.sheet, columns, widths, lists, written.last_row, language);
    });
    return std::move(book).bytes();
}

}  // namespace

Result<std::string> xlsx_text(const Network& network, const ExportOptions& options) {
    return workbook(network, options, Purpose::pass_on);
}

Result<std::string> new_workbook(Language language) {
    NetworkInfo info;
    info.name = Text{"Neues Netz", "New network"}.in(language);
    return begun_workbook(Network{std::move(info), {}}, language);
}

Result<std::string> begun_workbook(const Network& network, Language language) {
    ExportOptions options;
    options.mailboxes = Mailboxes::include;
    options.language = language;
    return workbook(network, options, Purpose::fill_in);
}

}  // namespace lotse::io
