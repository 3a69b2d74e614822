#include "xlsx_book.hpp"

#include "wrapped_lines.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <new>
#include <vector>

namespace lotse::io {
namespace {

// Excel specifications and limits
constexpr std::size_t longest_cell = 32767;  // characters
constexpr int most_rows = 1'048'576;
constexpr int most_columns = 16'384;
constexpr std::time_t creation = 315532800;  // 1980-01-01, the first day a zip file can tell

constexpr double points_per_line = 15;
constexpr int most_lines = 27;  // of a row: Excel knows none higher than 409 points

lxw_row_t row_of(int row) {
    return static_cast<lxw_row_t>(row - 1);
}
lxw_col_t column_of(int column) {
    return static_cast<lxw_col_t>(column - 1);
}

lxw_color_t colour(XlsxFill fill) {
    switch (fill) {
        case XlsxFill::heading: return 0xDCE9F5;
        case XlsxFill::error: return 0xF8C4BE;
        case XlsxFill::warning: return 0xFDE8B0;
        case XlsxFill::note: return 0xE3EEF7;
        case XlsxFill::none: break;
    }
    return 0xFFFFFF;
}

std::string column_letters(int column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

/// Makes the list of words that was added last one of cells. The library can add such a list
/// itself, but then copies the formula twice and frees one copy (1.1.4).
void list_cells(lxw_worksheet& sheet, std::string_view formula) {
    if (formula.starts_with('=')) formula.remove_prefix(1);
    lxw_data_val_obj* rule = STAILQ_FIRST(sheet.data_validations);
    while (STAILQ_NEXT(rule, list_pointers) != nullptr) rule = STAILQ_NEXT(rule, list_pointers);
    char* copy = strndup(formula.data(), formula.size());
    if (copy == nullptr) throw std::bad_alloc{};
    std::free(rule->value_formula);
    rule->value_formula = copy;
    rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

/// A file in memory that the library opens by its name in /proc.
class MemoryFile {
public:
    MemoryFile() : number_{memfd_create("workbook", MFD_CLOEXEC)} {}
    ~MemoryFile() {
        if (number_ >= 0) ::close(number_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }
    std::string bytes() const {
        const off_t size = ::lseek(number_, 0, SEEK_END);
        if (size <= 0) return {};
        std::string out(static_cast<std::size_t>(size), '\0');
        const ssize_t count = ::pread(number_, out.data(), out.size(), 0);
        return count == size ? out : std::string{};
    }

private:
    int number_;
};

}  // namespace

struct XlsxBook::Parts {
    MemoryFile file;
    lxw_workbook* book = nullptr;
    std::vector<lxw_worksheet*> sheets;
    std::vector<std::string> names;
    std::vector<std::map<int, double>> widths;    ///< of the columns of each sheet, in characters
    std::map<std::array<int, 3>, double> merged;  ///< width by sheet, row and column of the first
    std::map<std::pair<int, int>, int> lines;     ///< by sheet and row: how high it is
    std::map<XlsxLook, lxw_format*> formats;
    std::string too_long;  ///< place of the first text that does not fit
    std::string too_far;   ///< the first sheet that does not hold all of its cells

    lxw_worksheet* sheet(int number) { return sheets[static_cast<std::size_t>(number)]; }

    /// Is there such a cell? If not, the book cannot be written.
    bool has_cell(int number, int row, int column) {
        if (row <= most_rows && column <= most_columns) return true;
        if (too_far.empty()) too_far = names[static_cast<std::size_t>(number)];
        return false;
    }

    /// Heightens the row if the text needs more lines than it has.
    void make_room(int number, int row, int column, std::string_view text) {
        const auto over_several = merged.find({number, row, column});
        const auto& known = widths[static_cast<std::size_t>(number)];
        const auto own = known.find(column);
        if (over_several == merged.end() && own == known.end()) return;
        const double width = over_several != merged.end() ? over_several->second : own->second;
        const int needed = std::min(most_lines, wrapped_lines(text, width));
        if (needed == 1) return;
        int& now = lines.try_emplace({number, row}, 1).first->second;
        if (needed <= now) return;
        now = needed;
        worksheet_set_row(sheet(number), row_of(row), points_per_line * needed, nullptr);
    }

    lxw_format* format(const XlsxLook& look) {
        if (look == XlsxLook{}) return nullptr;
        const auto [entry, added] = formats.emplace(look, nullptr);
        if (!added) return entry->second;
        lxw_format* made = workbook_add_format(book);
        entry->second = made;
        if (look.bold) format_set_bold(made);
        if (look.large) format_set_font_size(made, 16);
        if (look.wrap) format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (look.fill != XlsxFill::none) format_set_bg_color(made, colour(look.fill));
        if (look.fill == XlsxFill::heading) format_set_bottom(made, LXW_BORDER_THIN);
        if (!look.number_format.empty()) format_set_num_format(made, look.number_format.c_str());
        return made;
    }
};

XlsxBook::XlsxBook(const std::string& title) : parts_{std::make_unique<Parts>()} {
    parts_->book = workbook_new(parts_->file.path().c_str());
    std::string shown{unicode::prefix(unicode::visible(title), 200)};
    std::string program = "lotse";
    lxw_doc_properties properties{};
    properties.title = shown.data();
    properties.author = program.data();
    properties.created = creation;
    workbook_set_properties(parts_->book, &properties);
}

XlsxBook::~XlsxBook() {
    if (parts_->book != nullptr) lxw_workbook_free(parts_->book);
}

int XlsxBook::add_sheet(std::string_view name) {
    constexpr std::size_t longest = 31;
    std::string clean = unicode::visible(name);
    for (char& c : clean)
        if (std::string_view{"[]:*?/\\"}.find(c) != std::string_view::npos) c = ' ';
    while (clean.starts_with('\'')) clean.erase(0, 1);
    const auto cut = [](std::string text, std::size_t characters) {
        while (unicode::length(text) > characters)
            text = std::string{unicode::prefix(text, text.size() - 1)};
        while (text.ends_with('\'') || text.ends_with(' ')) text.pop_back();
        return text;
    };
    const auto taken = [&](const std::string& candidate) {
        return std::ranges::any_of(parts_->names, [&](const std::string& known) {
            return unicode::match_key(known) == unicode::match_key(candidate);
        });
    };
    std::string unique = cut(clean, longest);
    if (unique.empty()) unique = "Tabelle";
    for (int number = 2; taken(unique); ++number) {
        const std::string ending = " (" + std::to_string(number) + ')';
        unique = cut(clean, longest - ending.size()) + ending;
    }
    lxw_worksheet* sheet = workbook_add_worksheet(parts_->book, unique.c_str());
    parts_->sheets.push_back(sheet);
    parts_->names.push_back(unique);
    parts_->widths.emplace_back();
    return static_cast<int>(parts_->sheets.size()) - 1;
}

std::string XlsxBook::sheet_name(int sheet) const {
    return parts_->names[static_cast<std::size_t>(sheet)];
}

namespace {

/// What Excel would read as an escaped character ("_x0041_" is "A") is escaped itself (ECMA-376
/// part 1, 22.9.2.19).
std::string as_cell_text(std::string_view text) {
    constexpr std::string_view form = "_x0000_";
    const auto is_form = [&](std::string_view start) {
        return start.size() >= form.size() &&
               std::ranges::equal(start.substr(0, form.size()), form, [](char c, char f) {
                   return f == '0' ? ascii::is_hex_digit(c) : c == f;
               });
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && is_form(text.substr(i))) out += "_x005F";
        out += text[i];
    }
    return out;
}

}  // namespace

void XlsxBook::text(int sheet, int row, int column, std::string_view text, const XlsxLook& look) {
    if (!parts_->has_cell(sheet, row, column)) return;
    const std::string copy = as_cell_text(text);
    if (unicode::length(copy) > longest_cell) {
        if (parts_->too_long.empty())
            parts_->too_long =
                sheet_name(sheet) + '!' + column_letters(column) + std::to_string(row);
        return;
    }
    worksheet_write_string(parts_->sheet(sheet), row_of(row), column_of(column), copy.c_str(),
                           parts_->format(look));
    if (look.wrap) parts_->make_room(sheet, row, column, text);
}

void XlsxBook::number(int sheet, int row, int column, double value, const XlsxLook& look) {
    if (!parts_->has_cell(sheet, row, column)) return;
    worksheet_write_number(parts_->sheet(sheet), row_of(row), column_of(column), value,
                           parts_->format(look));
}

void XlsxBook::empty(int sheet, int row, int column, const XlsxLook& look) {
    if (!parts_->has_cell(sheet, row, column)) return;
    worksheet_write_blank(parts_->sheet(sheet), row_of(row), column_of(column),
                          parts_->format(look));
}

void XlsxBook::comment(int sheet, int row, int column, std::string_view text) {
    const std::string copy{unicode::prefix(text, 2000)};
    std::string author = "lotse";
    lxw_comment_options options{};
    options.author = author.data();
    options.width = 260;
    options.height = 110;
    worksheet_write_comment_opt(parts_->sheet(sheet), row_of(row), column_of(column), copy.c_str(),
                                &options);
}

void XlsxBook::merge(int sheet, int first_row, int first_column, int last_row, int last_column) {
    worksheet_merge_range(parts_->sheet(sheet), row_of(first_row), column_of(first_column),
                          row_of(last_row), column_of(last_column), "", nullptr);
    double& width = parts_->merged[{sheet, first_row, first_column}];
    for (int column = first_column; column <= last_column; ++column)
        width += parts_->widths[static_cast<std::size_t>(sheet)][column];
}

void XlsxBook::column(int sheet, int column, double width, const XlsxLook& look) {
    worksheet_set_column(parts_->sheet(sheet), column_of(column), column_of(column), width,
                         parts_->format(look));
    parts_->widths[static_cast<std::size_t>(sheet)][column] = width;
}

void XlsxBook::row_height(int sheet, int row, int lines) {
    worksheet_set_row(parts_->sheet(sheet), row_of(row), points_per_line * lines, nullptr);
    parts_->lines[{sheet, row}] = most_lines;
}

void XlsxBook::picture(int sheet, int row, int column, const std::string& png, double scale) {
    lxw_image_options options{};
    options.x_scale = scale;
    options.y_scale = scale;
    worksheet_insert_image_buffer_opt(parts_->sheet(sheet), row_of(row), column_of(column),
                                      reinterpret_cast<const unsigned char*>(png.data()),
                                      png.size(), &options);
}

void XlsxBook::freeze(int sheet, int rows, int columns) {
    worksheet_freeze_panes(parts_->sheet(sheet), static_cast<lxw_row_t>(rows),
                           static_cast<lxw_col_t>(columns));
}

void XlsxBook::filter(int sheet, int row, int columns, int last_row) {
    worksheet_autofilter(parts_->sheet(sheet), row_of(row), 0, row_of(std::max(row, last_row)),
                         column_of(columns));
}

void XlsxBook::print_on_a4(int sheet, int heading_row) {
    constexpr std::uint8_t a4 = 9;
    lxw_worksheet* target = parts_->sheet(sheet);
    worksheet_set_paper(target, a4);
    worksheet_set_landscape(target);
    constexpr double characters_per_page = 180;  // in a type that can be read
    double width = 0;
    for (const auto& [column, characters] : parts_->widths[static_cast<std::size_t>(sheet)])
        width += characters;
    const auto pages = static_cast<std::uint16_t>(std::ceil(width / characters_per_page));
    worksheet_fit_to_pages(target, std::max<std::uint16_t>(pages, 1), 0);
    if (pages > 1) worksheet_repeat_columns(target, 0, 1);
    worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6);
    worksheet_set_footer(target, "&L&A&R&P / &N");
    if (heading_row > 0) worksheet_repeat_rows(target, row_of(heading_row), row_of(heading_row));
}

void XlsxBook::validate(int sheet, int first_row, int last_row, int column,
                        const XlsxValidation& validation) {
    std::string title{unicode::prefix(validation.title, 32)};
    std::string words{unicode::prefix(validation.message, 255)};
    lxw_data_validation rule{};
    std::array<char, 2> word{"-"};
    std::array<char*, 2> words_of_list{word.data(), nullptr};
    switch (validation.kind) {
        case XlsxValidation::Kind::list:
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = words_of_list.data();
            break;
        case XlsxValidation::Kind::whole:
        case XlsxValidation::Kind::decimal:
            rule.validate = validation.kind == XlsxValidation::Kind::whole
                                ? LXW_VALIDATION_TYPE_INTEGER
                                : LXW_VALIDATION_TYPE_DECIMAL;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.minimum_number = validation.min;
            rule.maximum_number = validation.max;
            break;
    }
    const bool ask = validation.strictness == XlsxValidation::Strictness::ask;
    rule.show_error = ask ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    if (!title.empty()) rule.error_title = title.data();
    if (!words.empty()) rule.error_message = words.data();
    lxw_worksheet* target = parts_->sheet(sheet);
    const lxw_error problem = worksheet_data_validation_range(
        target, row_of(first_row), column_of(column), row_of(std::min(last_row, most_rows)),
        column_of(column), &rule);
    if (problem == LXW_NO_ERROR && validation.kind == XlsxValidation::Kind::list)
        list_cells(*target, validation.list_formula);
}

Result<std::string> XlsxBook::bytes() && {
    if (!parts_->too_far.empty())
        return Error{ErrorKind::limit,
                     message({"Blatt „{}“: Ein Blatt einer Arbeitsmappe fasst höchstens 1 048 576 "
                              "Zeilen und 16 384 Spalten. Bitte eine andere Form wählen (.json, "
                              "Ordner).",
                              "Sheet '{}': a sheet of a workbook holds at most 1,048,576 rows and "
                              "16,384 columns. Choose another form (.json, folder)."},
                             {parts_->too_far})};
    if (!parts_->too_long.empty())
        return Error{ErrorKind::limit,
                     message({"{}: Eine Zelle einer Arbeitsmappe fasst höchstens 32 767 Zeichen. "
                              "Bitte kürzen oder eine andere Form wählen (.json, Ordner).",
                              "{}: a cell of a workbook holds at most 32,767 characters. Shorten "
                              "it or choose another form (.json, folder)."},
                             {parts_->too_long})};
    const lxw_error problem = workbook_close(parts_->book);  // frees it in any case
    parts_->book = nullptr;
    std::string out = problem == LXW_NO_ERROR ? parts_->file.bytes() : std::string{};
    if (out.empty())
        return Error{ErrorKind::input_output,
                     message({"Die Arbeitsmappe lässt sich nicht schreiben: {}",
                              "The workbook cannot be written: {}"},
                             {lxw_strerror(problem)})};
    return out;
}

std::string xlsx_range(std::string_view sheet, int column, int first_row, int last_row) {
    std::string quoted;
    for (const char c : sheet) quoted += c == '\'' ? std::string{"''"} : std::string{c};
    const std::string letters = '$' + column_letters(column) + '$';
    return "='" + quoted + "'!" + letters + std::to_string(first_row) + ':' + letters +
           std::to_string(last_row);
}

bool fits_xlsx(double value) {
    std::array<char, 64> buffer{};
    constexpr int digits = 16;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::general, digits)
                         .ptr;
    double back = 0;
    std::from_chars(buffer.data(), end, back);
    return back == value;
}

}  // namespace lotse::io
