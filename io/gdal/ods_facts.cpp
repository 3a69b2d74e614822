#include "facts.hpp"
#include "xml_scan.hpp"
#include "zip_archive.hpp"

#include <algorithm>
#include <map>
#include <set>

// OpenDocument 1.3 part 3, sections 9.1 (tables) and 19.385 (values).

namespace lotse_gdal {
namespace {

class ManifestScan : public XmlVisitor {
public:
    void start(std::string_view name, const Attributes&) override {
        if (name == "encryption-data") throw Refusal{"password-protected"};
    }
};

/// What the formats of cells show of a date, by the name of their style.
class DateStyles {
public:
    void start(std::string_view name, const Attributes& attributes) {
        if (name == "date-style") {
            format_ = &formats_[std::string{attributes.text("name")}];
            *format_ = {};
        } else if (format_) {
            if (name == "year") format_->year = true;
            if (name == "month") format_->month = true;
            if (name == "day" || name == "day-of-week" || name == "week-of-year" ||
                name == "quarter" || name == "hours" || name == "minutes" || name == "seconds")
                format_->more = true;
        } else if (name == "style") {
            const auto format = attributes.text("data-style-name");
            const auto parent = attributes.text("parent-style-name");
            cells_[std::string{attributes.text("name")}] = {std::string{format},
                                                            std::string{parent}};
        }
    }
    void end(std::string_view name) {
        if (name == "date-style") format_ = nullptr;
    }
    Shown of(std::string_view cell_style) const {
        constexpr int longest_chain = 8;
        for (int i = 0; i < longest_chain; ++i) {
            const auto cell = cells_.find(cell_style);
            if (cell == cells_.end()) return Shown::day;
            if (const auto format = formats_.find(cell->second.format); format != formats_.end())
                return shown(format->second);
            cell_style = cell->second.parent;
        }
        return Shown::day;
    }

private:
    struct Format {
        bool year = false, month = false, more = false;
    };
    struct CellStyle {
        std::string format, parent;
    };

    static Shown shown(const Format& format) {
        if (format.more || !format.year) return Shown::day;
        return format.month ? Shown::month : Shown::year;
    }

    std::map<std::string, Format, std::less<>> formats_;
    std::map<std::string, CellStyle, std::less<>> cells_;
    Format* format_ = nullptr;  ///< the open one
};

class StylesScan : public XmlVisitor {
public:
    explicit StylesScan(DateStyles& styles) : styles_{styles} {}
    void start(std::string_view name, const Attributes& attributes) override {
        styles_.start(name, attributes);
    }
    void end(std::string_view name) override { styles_.end(name); }

private:
    DateStyles& styles_;
};

class ContentScan : public XmlVisitor {
public:
    ContentScan(std::vector<Sheet>& sheets, DateStyles& styles)
        : sheets_{sheets}, styles_{styles} {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "annotation" && in_cell_ && skipped_ == 0) sheets_.back().has_comments = true;
        if (skipped_ > 0 || is_no_content(name)) {
            if (in_cell_) has_drawing_ = true;
            ++skipped_;
            return;
        }
        if (!in_table_) styles_.start(name, attributes);
        if (name == "style") {
            style_ = attributes.text("name");
        } else if (name == "table-properties") {
            if (attributes.text("display") == "false") hidden_styles_.insert(style_);
        } else if (name == "table") {
            begin_table(attributes);
        } else if (name == "table-column" && in_table_) {
            add_column(attributes);
        } else if (name == "table-row") {
            begin_row(attributes);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            begin_cell(attributes);
            covered_ = name == "covered-table-cell";
        } else if (in_cell_) {
            in_text(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        if (!in_table_) styles_.end(name);
        if (name == "p") {
            in_paragraph_ = false;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            end_cell();
        } else if (name == "table-row") {
            end_row();
        } else if (name == "table") {
            in_table_ = false;
        }
    }

    void text(std::string_view piece) override {
        if (skipped_ == 0 && in_paragraph_) text_ += piece;
    }

private:
    /// Comments and drawings: their text belongs to no cell. In a cell a drawing stands beside the
    /// paragraphs, or in one with paragraphs of its own.
    bool is_no_content(std::string_view name) const {
        if (name == "annotation" || name == "shapes" || name == "tracked-changes") return true;
        if (!in_cell_) return false;
        if (in_paragraph_) return name == "p" || name == "frame";
        return name != "p" && !name.starts_with("list") && !name.starts_with("table") &&
               name != "covered-table-cell";
    }

    static int repeated(int count) {
        if (count < 1) throw Refusal{"damaged", "content.xml"};
        return count;
    }

    void begin_table(const Attributes& attributes) {
        if (in_table_) throw Refusal{"damaged", "content.xml"};
        in_table_ = true;
        row_ = 1;
        column_styles_.clear();
        Sheet sheet;
        sheet.name = attributes.text("name");
        sheet.hidden = hidden_styles_.contains(std::string{attributes.text("style-name")});
        sheets_.push_back(std::move(sheet));
    }

    /// Cells without a style have that of their column.
    void add_column(const Attributes& attributes) {
        const int count = repeated(attributes.number("number-columns-repeated", 1));
        const int before = column_styles_.empty() ? 0 : column_styles_.rbegin()->first;
        column_styles_[before + std::min(count, 4 * most_columns)] =
            attributes.text("default-cell-style-name");
        if (column_styles_.size() > static_cast<std::size_t>(most_columns))
            throw Refusal{"damaged", "content.xml"};
    }

    /// Rows stand in tables and cells in rows: elsewhere they would belong to no sheet.
    void begin_row(const Attributes& attributes) {
        if (!in_table_ || in_row_) throw Refusal{"damaged", "content.xml"};
        in_row_ = true;
        row_repeated_ = repeated(attributes.number("number-rows-repeated", 1));
        row_cells_.clear();
        column_ = 0;
        uncounted_ = 0;
        row_style_ = attributes.text("default-cell-style-name");
    }

    void begin_cell(const Attributes& attributes) {
        if (!in_row_ || in_cell_) throw Refusal{"damaged", "content.xml"};
        in_cell_ = true;
        text_.clear();
        paragraphs_ = 0;
        repeated_ = repeated(attributes.number("number-columns-repeated", 1));
        formula_ = attributes.find("formula") != nullptr;
        type_ = attributes.text("value-type");
        // LibreOffice gives an error as an empty text whose paragraph shows it.
        if (attributes.text("string-value", "-").empty() && formula_) type_ = "error";
        boolean_ = attributes.text("boolean-value");
        gdal_value_ = attributes.text("value", attributes.text("date-value"));
        value_ = gdal_value_;
        for (const char* where : {"date-value", "time-value", "boolean-value", "string-value"})
            if (value_.empty()) value_ = attributes.text(where);
        has_drawing_ = false;
        style_of_cell_ = attributes.text("style-name", row_style_);
        if (const auto column = column_styles_.upper_bound(column_);
            style_of_cell_.empty() && column != column_styles_.end())
            style_of_cell_ = column->second;
        const int rows = attributes.number("number-rows-spanned", 1);
        const int columns = attributes.number("number-columns-spanned", 1);
        if (rows > 1 || columns > 1)
            sheets_.back().merged.push_back(
                {row_, column_ + 1, row_ + rows - 1, column_ + columns});
    }

    void in_text(std::string_view name, const Attributes& attributes) {
        if (name == "p") {
            if (paragraphs_++ > 0) text_ += '\n';
            in_paragraph_ = true;
        } else if (in_paragraph_ && name == "s") {
            text_.append(static_cast<std::size_t>(std::clamp(attributes.number("c", 1), 1, 1000)),
                         ' ');
        } else if (in_paragraph_ && name == "tab") {
            text_ += '\t';
        } else if (in_paragraph_ && name == "line-break") {
            text_ += '\n';
        }
    }

    void end_cell() {
        in_cell_ = false;
        const int first = column_ + 1;
        const int count = std::min(repeated_, 4 * most_columns);
        column_ += count;
        Cell cell{row_, first, Kind::text, {}};
        cell.covered = covered_;
        const int uncounted = uncounted_;
        if (covered_) uncounted_ += count - 1;  // GDAL 3.6 takes them for one
        const bool is_number = type_ == "float" || type_ == "percentage" || type_ == "currency";
        const bool is_empty = text_.empty() && value_.empty();
        cell.unseen = text_.empty() && gdal_value_.empty();
        cell.text = text_.empty() ? value_ : text_;
        if (is_empty && formula_) {
            // A calculated empty text leaves its type or an empty paragraph, what never was
            // calculated neither.
            const bool calculated =
                type_ == "string" || type_ == "error" || (type_.empty() && paragraphs_ > 0);
            cell.kind = calculated ? Kind::empty_result : Kind::empty_formula;
        } else if (is_empty) {
            if (!has_drawing_) return;
            cell.kind = Kind::empty_result;  // GDAL takes the text of the drawing for the cell's
        } else if (covered_) {
            cell.kind = Kind::text;
        } else if (is_number || type_ == "date") {
            cell.kind = is_number ? Kind::number : Kind::date;
            cell.shown = styles_.of(style_of_cell_);
            if (!gdal_value_.empty()) cell.text.reset();
        } else if (type_ == "time") {
            cell.kind = Kind::time;
        } else if (type_ == "boolean") {
            set_boolean(cell);
        } else if (type_ == "error") {
            cell.kind = Kind::error;
        }
        if (column_ > most_columns)
            throw Refusal{"outside-sheet", {}, sheets_.back().name, row_, first};
        for (int i = 0; i < repeated_; ++i) {
            cell.column = first + i;
            cell.uncounted = uncounted + (covered_ ? i : 0);
            row_cells_.push_back(cell);
        }
    }

    /// A value that is neither stays a text: the column decides.
    void set_boolean(Cell& cell) const {
        const auto is_one_of = [&](auto... words) { return ((boolean_ == words) || ...); };
        const bool yes = is_one_of("true", "TRUE", "1");
        if (yes || is_one_of("false", "FALSE", "0")) {
            cell.kind = Kind::boolean;
            cell.text = yes ? "yes" : "no";
        } else if (!boolean_.empty()) {
            cell.text = boolean_;
        }
    }

    void end_row() {
        in_row_ = false;
        Sheet& sheet = sheets_.back();
        if (!row_cells_.empty()) {
            if (row_repeated_ > most_rows - row_ + 1)
                throw Refusal{"outside-sheet", {}, sheet.name, row_, 1};
            for (int i = 0; i < row_repeated_; ++i)
                for (Cell cell : row_cells_) {
                    cell.row = row_ + i;
                    if (sheet.cells.size() >= most_cells) throw OverLimit{"cells"};
                    sheet.cells.push_back(std::move(cell));
                }
        }
        row_ += std::min(row_repeated_, 2 * most_rows);
        if (row_ > 8 * most_rows) throw Refusal{"damaged", "content.xml"};
    }

    std::vector<Sheet>& sheets_;
    DateStyles& styles_;
    std::map<int, std::string> column_styles_;  ///< by the last column that has it
    std::string row_style_;
    std::string style_of_cell_;
    std::set<std::string> hidden_styles_;
    std::string style_;
    int skipped_ = 0;  ///< depth inside of what is no cell: comments, drawings
    bool in_table_ = false;
    bool in_row_ = false;
    bool in_cell_ = false;
    bool in_paragraph_ = false;
    bool has_drawing_ = false;  ///< or a comment
    bool covered_ = false;
    bool formula_ = false;
    int row_ = 1;
    int column_ = 0;
    int uncounted_ = 0;
    int repeated_ = 1;
    int row_repeated_ = 1;
    int paragraphs_ = 0;
    std::string type_;
    std::string boolean_;
    std::string value_;       ///< from any attribute
    std::string gdal_value_;  ///< from those that GDAL reads
    std::string text_;
    std::vector<Cell> row_cells_;
};

}  // namespace

std::vector<Sheet> ods_facts(const ZipArchive& archive) {
    constexpr const char* manifest = "META-INF/manifest.xml";
    if (archive.holds("encrypted-package")) throw Refusal{"password-protected"};
    if (archive.holds(manifest)) {
        ManifestScan scan;
        scan_xml(manifest, archive.unpack(manifest), scan);
    }
    DateStyles styles;
    if (constexpr const char* part = "styles.xml"; archive.holds(part)) {
        StylesScan scan{styles};
        scan_xml(part, archive.unpack(part), scan);
    }
    std::vector<Sheet> sheets;
    ContentScan scan{sheets, styles};
    scan_xml("content.xml", archive.unpack("content.xml"), scan);
    return sheets;
}

}  // namespace lotse_gdal
