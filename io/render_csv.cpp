#include <lotse/base/csv_field.hpp>
#include <lotse/base/formula.hpp>
#include <lotse/base/number.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::io {
namespace {

struct Dialect {
    char separator;
    char decimal;
    std::string_view line_end;
};

/// Full precision; numbers stay numbers, everything else is guarded text.
struct Cell {
    const Dialect& dialect;
    Language language;
    enum class Wording { keys, labels } wording;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const Withheld& v) const { return withheld_text(v); }
    std::string operator()(bool v) const {
        if (wording == Wording::keys) return v ? "true" : "false";
        return std::string{v ? Text{"ja", "yes"}.in(language) : Text{"nein", "no"}.in(language)};
    }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const {
        std::string out = shortest_text(v);
        std::ranges::replace(out, '.', dialect.decimal);
        return out;
    }
    std::string operator()(const std::string& v) const { return guarded_formula(v); }
    std::string operator()(const Choice& v) const {
        return guarded_formula(wording == Wording::keys ? v.key : v.label.in(language));
    }
    std::string operator()(const Message& v) const { return guarded_formula(v.in(language)); }
    std::string operator()(const std::vector<Choice>& v) const {
        std::vector<std::string> texts;
        for (const Choice& choice : v)
            texts.push_back(wording == Wording::keys ? choice.key : choice.label.in(language));
        return (*this)(texts);
    }
    std::string operator()(const std::vector<std::string>& v) const {
        std::string out;
        for (const std::string& member : v) out += (out.empty() ? "" : "|") + member;
        return guarded_formula(out);
    }
};

/// Tables one below the other, an empty line between them; a result without tables gives its
/// summary.
std::string write(const Document& document, Language language, const Dialect& dialect,
                  Cell::Wording wording) {
    std::string out;
    const auto write_table = [&](const Table& table) {
        if (!out.empty()) out += dialect.line_end;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i != 0) out += dialect.separator;
            add_csv_field(wording == Cell::Wording::keys
                              ? table.columns[i].key
                              : column_heading(table.columns[i], language),
                          dialect.separator, out);
        }
        out += dialect.line_end;
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i != 0) out += dialect.separator;
                add_csv_field(std::visit(Cell{dialect, language, wording}, row[i]),
                              dialect.separator, out);
            }
            out += dialect.line_end;
        }
    };
    for (const Table& table : document.tables) write_table(table);
    if (document.tables.empty()) write_table(document.summary);
    return out;
}

}  // namespace

std::string render_csv(const Document& document, Language language) {
    return write(document, language, {',', '.', "\n"}, Cell::Wording::keys);
}

std::string render_csv_excel(const Document& document, Language language) {
    const Dialect dialect =
        language == Language::de ? Dialect{';', ',', "\r\n"} : Dialect{',', '.', "\r\n"};
    return "\xEF\xBB\xBF" + write(document, language, dialect, Cell::Wording::labels);
}

}  // namespace lotse::io
