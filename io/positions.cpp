#include <lotse/base/csv.hpp>
#include <lotse/base/issue.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/positions.hpp>

#include "csv_dialect.hpp"
#include "text_file.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace lotse::io {
namespace {

constexpr std::array<std::string_view, 3> columns{"key", "x", "y"};

class PositionReader {
public:
    explicit PositionReader(std::string file) : file_{std::move(file)} {}

    Result<Positions> read(std::string_view text) {
        const Headings headings{"key", "schlüssel", "x", "y"};
        const CsvDialect dialect = find_dialect(text, headings);
        CsvScanner scanner{text, dialect.delimiter};
        CsvRecord record;
        for (int number = 0;; ++number) {
            const auto step = scanner.next(record);
            if (step == CsvScanner::Step::end) break;
            if (step != CsvScanner::Step::record)
                return defect(scanner.line(), 0,
                              {"Anführungszeichen sind hier nicht richtig geschlossen; ab hier ist "
                               "die Datei nicht lesbar.",
                               "Quotes are not closed properly here; from here on the file cannot "
                               "be read."},
                              {});
            if (record.blank() || number < dialect.heading_record) continue;
            const Status read = found_ ? row(record) : heading(record);
            if (!read) return read.error();
        }
        if (!found_) return defect(1, 0, {"Die Datei ist leer.", "The file is empty."}, {});
        return std::move(positions_);
    }

private:
    Error defect(int row, std::size_t column, Text text,
                 std::initializer_list<std::string_view> arguments) const {
        const Issue issue{Severity::error,
                          "bad-positions",
                          {file_, {}, row, static_cast<int>(column)},
                          message(text, arguments)};
        return {ErrorKind::input,
                Message{to_string(issue, Language::de), to_string(issue, Language::en)}};
    }

    Status heading(const CsvRecord& record) {
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            const std::string name = unicode::match_key(record.fields[i]);
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (name == columns[c] || (c == 0 && name == unicode::match_key("Schlüssel")))
                    at_[c] = i;
        }
        found_ = true;
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (at_[c] == missing)
                return defect(record.line, 0,
                              {"Die Spalte {} fehlt; gebraucht werden key, x und y.",
                               "The column {} is missing; needed are key, x and y."},
                              {columns[c]});
        return std::monostate{};
    }

    Status row(const CsvRecord& record) {
        const auto cell = [&](std::size_t c) {
            return at_[c] < record.fields.size() ? record.fields[at_[c]] : std::string{};
        };
        const auto key = clean_label(cell(0));
        if (!key || key->empty())
            return defect(record.line, at_[0] + 1,
                          {"Der Schlüssel des Akteurs fehlt.", "The actor's key is missing."}, {});
        std::array<double, 2> share{};
        for (const std::size_t c : {1u, 2u}) {
            const auto number = parse_number(cell(c), {0, 1});
            if (!std::holds_alternative<double>(number))
                return defect(
                    record.line, at_[c] + 1,
                    {"„{}“ ist keine Zahl von 0 bis 1.", "'{}' is no number from 0 to 1."},
                    {cell(c)});
            share[c - 1] = std::get<double>(number);
        }
        if (!positions_.try_emplace(*key, Position{share[0], share[1]}).second)
            return defect(record.line, at_[0] + 1,
                          {"Der Schlüssel „{}“ steht zweimal in der Datei.",
                           "The key '{}' stands in the file twice."},
                          {*key});
        return std::monostate{};
    }

    static constexpr std::size_t missing = static_cast<std::size_t>(-1);

    std::string file_;
    std::array<std::size_t, 3> at_{missing, missing, missing};
    bool found_ = false;
    Positions positions_;
};

std::string four_decimals(double share) {
    const int value = static_cast<int>(std::lround(share * 10000));
    char text[16];
    std::snprintf(text, sizeof text, "%d.%04d", value / 10000, value % 10000);
    return text;
}

}  // namespace

Result<Positions> read_positions(const std::filesystem::path& path, const Limits& limits) {
    auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    const std::string file = path_text(path.filename());
    NetworkBuilder remarks;  // on the encoding: a table of places needs none
    const auto text = decode_table(*std::move(bytes), file, remarks);
    if (!text)
        return Error{ErrorKind::input, message({"{}: Die Datei ist kein lesbarer Text.",
                                                "{}: The file is not readable text."},
                                               {file})};
    return PositionReader{file}.read(*text);
}

std::string positions_text(const Positions& positions) {
    std::string text = "key,x,y\n";
    for (const auto& [key, place] : positions)
        text += key + "," + four_decimals(place.x) + "," + four_decimals(place.y) + "\n";
    return text;
}

}  // namespace lotse::io
