#include "facts.hpp"
#include "xml_scan.hpp"
#include "zip_archive.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <set>

// Office Open XML: ECMA-376 part 1, sections 18.2 (workbook) and 18.3 (worksheets).

namespace lotse_gdal {
namespace {

constexpr const char* types_part = "[Content_Types].xml";
constexpr const char* workbook_part = "xl/workbook.xml";
constexpr const char* relations_part = "xl/_rels/workbook.xml.rels";
constexpr const char* strings_part = "xl/sharedStrings.xml";
constexpr const char* styles_part = "xl/styles.xml";

/// For parts of which only the start tags matter.
class Tags : public XmlVisitor {
public:
    using Take = std::function<void(std::string_view, const Attributes&)>;
    explicit Tags(Take take) : take_{std::move(take)} {}
    void start(std::string_view name, const Attributes& attributes) override {
        take_(name, attributes);
    }

private:
    Take take_;
};

struct Relation {
    std::string type;  ///< its last word: worksheet, chartsheet, sharedStrings ...
    std::string part;
};

/// A target is relative to xl/ or, with a slash, to the whole archive; `..` climbs.
std::string part_of_target(std::string_view target) {
    std::vector<std::string_view> folders;
    if (!target.starts_with('/')) folders.push_back("xl");
    while (!target.empty()) {
        const auto slash = target.find('/');
        const auto step = target.substr(0, slash);
        if (step == ".." && !folders.empty())
            folders.pop_back();
        else if (!step.empty() && step != ".")
            folders.push_back(step);
        target.remove_prefix(slash == target.npos ? target.size() : slash + 1);
    }
    std::string out;
    for (const auto folder : folders) out += (out.empty() ? "" : "/") + std::string{folder};
    return out;
}

std::map<std::string, Relation> relations(const ZipArchive& archive) {
    std::map<std::string, Relation> out;
    Tags tags{[&](std::string_view name, const Attributes& attributes) {
        if (name != "Relationship" || attributes.text("TargetMode") == "External") return;
        const auto type = attributes.text("Type");
        out[std::string{attributes.text("Id")}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                   part_of_target(attributes.text("Target"))};
    }};
    scan_xml(relations_part, archive.unpack(relations_part), tags);
    return out;
}

/// Which of the shared strings hold any text.
class SharedStrings : public XmlVisitor {
public:
    void start(std::string_view name, const Attributes&) override {
        if (name == "si") filled_.push_back(false);
        in_text_ = name == "t";
    }
    void end(std::string_view) override { in_text_ = false; }
    void text(std::string_view piece) override {
        if (in_text_ && !piece.empty() && !filled_.empty()) filled_.back() = true;
    }
    const std::vector<bool>& filled() const { return filled_; }

private:
    std::vector<bool> filled_;
    bool in_text_ = false;
};

struct Place {
    int row = 0;
    int column = 0;
};

/// "B12"; the column is 0 where the text is no place.
Place parse_place(std::string_view text) {
    Place place;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && place.column < 1'000'000; ++i)
        place.column = place.column * 26 + (text[i] - 'A' + 1);
    const auto result = std::from_chars(text.data() + i, text.data() + text.size(), place.row);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || place.row < 1)
        place.column = 0;
    return place;
}

/// What a number format shows of a date: its letters outside of quotes and brackets.
Shown shown_by(std::string_view format) {
    bool day = false, month = false, year = false, time = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const auto skip_to = [&](char end) {
            i = std::min(format.find(end, i + 1), format.size());
        };
        switch (format[i]) {
            case '"': skip_to('"'); break;
            case '[': skip_to(']'); break;
            case '\\':
            case '_':
            case '*': ++i; break;
            case 'd':
            case 'D': day = true; break;
            case 'm':
            case 'M': month = true; break;
            case 'y':
            case 'Y': year = true; break;
            case 'h':
            case 'H':
            case 's':
            case 'S': time = true; break;
            default: break;
        }
    }
    if (day || time || !year) return Shown::day;
    return month ? Shown::month : Shown::year;
}

/// What the formats of cells show of a date, by their number.
class Styles : public XmlVisitor {
public:
    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "numFmt")
            formats_[attributes.number("numFmtId", -1)] = shown_by(attributes.text("formatCode"));
        if (name == "cellXfs") in_cells_ = true;
        if (name == "xf" && in_cells_) {
            const auto format = formats_.find(attributes.number("numFmtId", 0));
            shown_.push_back(format == formats_.end() ? Shown::day : format->second);
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    Shown of(int style) const {
        const bool known = style >= 0 && static_cast<std::size_t>(style) < shown_.size();
        return known ? shown_[static_cast<std::size_t>(style)] : Shown::day;
    }

private:
    static constexpr int month_and_year = 17;  // "mmm-yy", 18.8.30
    std::map<int, Shown> formats_{{month_and_year, Shown::month}};
    std::vector<Shown> shown_;
    bool in_cells_ = false;
};

class SheetScan : public XmlVisitor {
public:
    SheetScan(Sheet& sheet, const std::vector<bool>& strings, const Styles& styles)
        : sheet_{sheet}, strings_{strings}, styles_{styles} {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "row") {
            row_ = attributes.number("r", row_ + 1);
            column_ = 0;
        } else if (name == "c") {
            begin_cell(attributes);
        } else if (name == "f") {
            formula_ = in_cell_;
        } else if (name == "v" || name == "t") {
            in_text_ = in_cell_ && !in_phonetic_;
        } else if (name == "rPh") {
            in_phonetic_ = true;
        } else if (name == "mergeCell") {
            add_merged(attributes.text("ref"));
        }
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "t") in_text_ = false;
        if (name == "rPh") in_phonetic_ = false;
        if (name == "c") end_cell();
    }
    void text(std::string_view piece) override {
        if (in_text_) value_ += piece;
    }

private:
    void begin_cell(const Attributes& attributes) {
        in_cell_ = true;
        begin_ = offset;
        formula_ = false;
        type_ = attributes.text("t", "n");
        style_ = attributes.number("s", 0);
        value_.clear();
        ++column_;
        if (const char* reference = attributes.find("r")) {
            const Place place = parse_place(reference);
            if (place.column == 0 || place.row != row_)
                throw Refusal{"damaged", reference, sheet_.name};
            column_ = place.column;
        }
    }

    void end_cell() {
        in_cell_ = false;
        if (type_ == "s") {
            std::size_t index = 0;
            const auto* end = value_.data() + value_.size();
            const auto result = std::from_chars(value_.data(), end, index);
            if (!value_.empty() && (result.ec != std::errc{} || index >= strings_.size()))
                throw Refusal{"damaged", "shared string", sheet_.name, row_, column_};
            if (value_.empty() || !strings_[index]) return pass_over();
            return add(Kind::text, {});
        }
        if (value_.empty()) {
            const bool empty_text = type_ == "str";  // what a formula like =IF(A1;"x";"") gives
            if (formula_ && !empty_text) return add(Kind::empty_formula, std::string{});
            return pass_over();
        }
        if (type_ == "n") {
            add(Kind::number, {});
            double serial = 0;
            const auto* end = value_.data() + value_.size();
            if (std::from_chars(value_.data(), end, serial).ptr == end)
                sheet_.cells.back().serial = serial;
            sheet_.cells.back().shown = styles_.of(style_);
            return;
        }
        if (type_ == "b") {
            if (value_ == "1" || value_ == "true") return add(Kind::boolean, "yes");
            if (value_ == "0" || value_ == "false") return add(Kind::boolean, "no");
            return add(Kind::text, value_);  // neither: the column decides
        }
        if (type_ == "e") return add(Kind::error, value_);
        add(type_ == "d" ? Kind::date : Kind::text, value_);
    }

    /// Of a cell without content: a colour, a frame.
    void pass_over() {
        if (column_ <= most_gdal_columns) return;
        auto& far = sheet_.far_empty;
        if (!far.empty() && far.back().end == begin_)
            far.back().end = offset;
        else
            far.push_back({begin_, offset});
    }

    void add(Kind kind, std::optional<std::string> text) {
        if (row_ < 1 || row_ > most_rows || column_ > most_columns)
            throw Refusal{"outside-sheet", {}, sheet_.name, row_, column_};
        if (column_ > most_gdal_columns)
            throw Refusal{"unreadable-cell", {}, sheet_.name, row_, column_};
        if (sheet_.cells.size() >= most_cells) throw OverLimit{"cells"};
        sheet_.cells.push_back({row_, column_, kind, std::move(text)});
    }

    void add_merged(std::string_view reference) {
        const auto colon = reference.find(':');
        if (colon == reference.npos) return;
        const Place first = parse_place(reference.substr(0, colon));
        const Place last = parse_place(reference.substr(colon + 1));
        if (first.column > 0 && last.column > 0)
            sheet_.merged.push_back({first.row, first.column, last.row, last.column});
    }

    Sheet& sheet_;
    const std::vector<bool>& strings_;
    const Styles& styles_;
    int style_ = 0;
    int row_ = 0;
    int column_ = 0;
    std::size_t begin_ = 0;  ///< of the open cell
    bool in_cell_ = false;
    bool in_text_ = false;
    bool in_phonetic_ = false;
    bool formula_ = false;
    std::string type_;
    std::string value_;
};

/// A sheet names its comments among its own relations.
bool has_comments(const ZipArchive& archive, const std::string& part) {
    const auto slash = part.rfind('/');
    const auto begin = slash == part.npos ? 0 : slash + 1;
    const std::string name = part.substr(0, begin) + "_rels/" + part.substr(begin) + ".rels";
    if (!archive.holds(name)) return false;
    bool found = false;
    Tags tags{[&](std::string_view element, const Attributes& attributes) {
        const auto type = attributes.text("Type");
        found = found || (element == "Relationship" && type.ends_with("/comments"));
    }};
    scan_xml(name, archive.unpack(name), tags);
    return found;
}

struct Listed {
    std::string name;
    std::string relation;
    bool hidden = false;
};

std::vector<Listed> listed_sheets(const ZipArchive& archive) {
    std::vector<Listed> out;
    std::set<std::string> names;
    Tags tags{[&](std::string_view name, const Attributes& attributes) {
        if (name == "workbookPr") {
            const auto flag = attributes.text("date1904", "0");
            if (flag != "0" && flag != "false") throw Refusal{"date-1904"};
        }
        if (name != "sheet") return;
        out.push_back({std::string{attributes.text("name")}, std::string{attributes.text("id")},
                       attributes.text("state", "visible") != "visible"});
        if (!names.insert(out.back().name).second) throw Refusal{"damaged", workbook_part};
    }};
    scan_xml(workbook_part, archive.unpack(workbook_part), tags);
    return out;
}

}  // namespace

std::vector<Sheet> xlsx_facts(const ZipArchive& archive) {
    if (!archive.holds(types_part)) throw Refusal{"missing-part", types_part};
    const std::vector<Listed> listed = listed_sheets(archive);
    const auto related = relations(archive);
    SharedStrings strings;
    if (archive.holds(strings_part)) scan_xml(strings_part, archive.unpack(strings_part), strings);
    Styles styles;
    if (archive.holds(styles_part)) scan_xml(styles_part, archive.unpack(styles_part), styles);
    std::vector<Sheet> sheets;
    for (const Listed& entry : listed) {
        const auto relation = related.find(entry.relation);
        if (relation == related.end()) throw Refusal{"missing-part", entry.name, entry.name};
        if (relation->second.type != "worksheet") continue;  // a sheet that is a chart
        const std::string& part = relation->second.part;
        if (!archive.holds(part)) throw Refusal{"missing-part", part, entry.name};
        Sheet& sheet = sheets.emplace_back(Sheet{entry.name, entry.hidden, {}, {}, part});
        sheet.has_comments = has_comments(archive, part);
        SheetScan scan{sheet, strings.filled(), styles};
        scan_xml(part, archive.unpack(part), scan);
    }
    return sheets;
}

}  // namespace lotse_gdal
