#include "column_map.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "area_names.hpp"
#include "directory_values.hpp"
#include "table_rows.hpp"
#include "withheld_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace lotse::io {
namespace {

std::optional<std::size_t> column_called(const DirectoryTable& table, Text name) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        const std::string typed = unicode::match_key(table.headings[i]);
        if (typed == unicode::match_key(name.de) || typed == unicode::match_key(name.en)) return i;
    }
    return std::nullopt;
}

Message plain(const std::string& text) {
    return {text, text};
}

class MapReader {
public:
    MapReader(const DirectoryTable& rows, const DirectoryTable& directory, NetworkBuilder& builder)
        : rows_{rows}, directory_{directory}, builder_{builder} {
        map_.columns.resize(directory.headings.size());
        mentioned_.resize(directory.headings.size());
    }

    std::optional<ColumnMap> read() {
        column_ = column_called(rows_, map_column);
        field_ = column_called(rows_, map_field);
        word_ = column_called(rows_, map_word);
        becomes_ = column_called(rows_, map_becomes);
        separators_ = column_called(rows_, map_separators);
        if (!column_ || !field_) {
            report(Severity::error, "missing-column", rows_.place.row, 0,
                   Text{"Die Zuordnung braucht die Spalten „Spalte“ und „Feld“. „lotse convert "
                        "VERZEICHNIS ZIEL --propose-map -o zuordnung.csv“ schlägt eine vor.",
                        "The map needs the columns 'Column' and 'Field'. 'lotse convert DIRECTORY "
                        "TARGET --propose-map -o map.csv' proposes one."});
            return std::nullopt;
        }
        // Columns first: a row about a word may leave the field to that of its column.
        for (const DirectoryRow& row : rows_.rows)
            if (text(row, word_).empty()) read_row(row);
        for (const DirectoryRow& row : rows_.rows)
            if (!text(row, word_).empty()) read_row(row);
        for (std::size_t i = 0; i < mentioned_.size(); ++i)
            if (!mentioned_[i] && is_withheld_column(directory_, i, "extra"))
                map_.columns[i].field = "skip";  // with a note
            else if (!mentioned_[i])
                builder_.report({Severity::warning, "unmapped-column", directory_.heading_at(i),
                                 message({"Die Spalte „{}“ steht nicht in der Zuordnung; sie wird "
                                          "als Zusatzspalte mitgeführt.",
                                          "The column '{}' is not in the map; it is kept as an "
                                          "extra column."},
                                         {directory_.headings[i]})});
        const auto maps_to = [&](std::string_view field) {
            return std::ranges::any_of(map_.columns,
                                       [&](const auto& c) { return c.field == field; });
        };
        if (!maps_to("provider") && !maps_to("offer"))
            report(Severity::error, "missing-field", rows_.place.row, 0,
                   Text{"Keine Spalte ist Anbieter oder Angebot; eine davon braucht das Netz.",
                        "No column is a provider or an offer; the network needs one of them."});
        if (faulty_) return std::nullopt;
        note_extra_columns();
        return std::move(map_);
    }

private:
    void note_extra_columns() {
        for (std::size_t i = 0; i < mentioned_.size(); ++i) {
            if (!mentioned_[i] || map_.columns[i].field != "extra") continue;
            // Crosses below "Bewegung" may say a topic.
            const bool has_words = std::ranges::any_of(map_.words, [&](const auto& word) {
                return std::get<0>(word.first) == i && word.second.field != "extra";
            });
            const Text words = has_words
                                   ? Text{"Die Spalte „{}“ wird mitgeführt; ausgewertet werden nur "
                                          "die Werte, die in der Zuordnung stehen.",
                                          "The column '{}' is kept; only the values that stand in "
                                          "the map are analysed."}
                                   : Text{"Die Spalte „{}“ wird mitgeführt, aber nicht ausgewertet.",
                                          "The column '{}' is kept but not analysed."};
            builder_.report({Severity::note, "extra-column", directory_.heading_at(i),
                             message(words, {directory_.headings[i]})});
        }
    }

    std::string text(const DirectoryRow& row, std::optional<std::size_t> column) const {
        return column ? std::string{unicode::trim(row.cells[*column].text)} : std::string{};
    }

    void report(Severity severity, std::string_view code, int row, int column, Message words) {
        faulty_ |= severity == Severity::error;
        builder_.report(
            {severity, code, {rows_.place.file, rows_.place.sheet, row, column}, std::move(words)});
    }
    void report(Severity severity, std::string_view code, const DirectoryRow& row,
                std::optional<std::size_t> column, Message words) {
        report(severity, code, row.number, column ? static_cast<int>(*column) + 1 : 0,
               std::move(words));
    }
    SourcePosition at(const DirectoryRow& row, std::optional<std::size_t> column) const {
        return {rows_.place.file, rows_.place.sheet, row.number,
                column ? static_cast<int>(*column) + 1 : 0};
    }

    void read_row(const DirectoryRow& row) {
        const std::string typed = text(row, field_);
        const Code* field =
            typed.empty() ? nullptr : directory_fields().recognise(unicode::match_key(typed));
        if (!typed.empty() && !field) return report_unknown_field(row, typed);
        const std::string name = text(row, column_);
        const std::string word = text(row, word_);
        if ((name.empty() || !word.empty()) && !text(row, separators_).empty())
            report_no_effect(row, separators_,
                             Text{"Das Trennzeichen wirkt nur in der Zeile, die einer Spalte ihr "
                                  "Feld gibt. Bitte dort eintragen.",
                                  "The separator has an effect only in the row that gives a column "
                                  "its field. Enter it there."});
        if (name.empty()) return word.empty() ? read_fixed(row, field) : ask_for_column(row, word);
        const auto column = find_column(name);
        if (!column) return report_missing_column(row, name, field);
        if (!word.empty())
            read_word(row, *column, word, field);
        else
            read_column(row, *column, field);
    }

    void report_no_effect(const DirectoryRow& row, std::optional<std::size_t> column,
                          Message words) {
        report(Severity::warning, "no-effect", row, column, std::move(words));
    }

    /// Taken as the value of all rows, it would say of every offer what holds for some.
    void ask_for_column(const DirectoryRow& row, const std::string& word) {
        report(Severity::error, "missing-column", row, column_,
               message({"Die Zeile nennt den Wert „{}“, aber keine Spalte. Bitte die Spalte "
                        "eintragen, in der er steht; soll die Zeile für alle Angebote gelten, den "
                        "Wert löschen.",
                        "The row names the value '{}', but no column. Enter the column that it "
                        "stands in; if the row is to hold for all offers, delete the value."},
                       {word}));
    }

    /// An error where the network would lack something without anybody noticing.
    void report_missing_column(const DirectoryRow& row, const std::string& name,
                               const Code* field) {
        const bool harmless = !text(row, word_).empty() || !field || field->code == "skip" ||
                              field->code == "extra" || field->code == "note";
        const auto best = most_similar(name, directory_.headings,
                                       [](const std::string& h) -> std::string_view { return h; });
        report(harmless ? Severity::warning : Severity::error, "unknown-column", row, column_,
               best ? message({"Eine Spalte „{}“ hat das Verzeichnis nicht. Meinten Sie „{}“?",
                               "The directory has no column '{}'. Did you mean '{}'?"},
                              {name, directory_.headings[*best]})
                    : message({"Eine Spalte „{}“ hat das Verzeichnis nicht.",
                               "The directory has no column '{}'."},
                              {name}));
    }

    void report_unknown_field(const DirectoryRow& row, const std::string& typed) {
        std::vector<std::string_view> labels;
        for (const Code& code : directory_fields().codes()) labels.push_back(code.label.de);
        const auto best = most_similar(typed, labels, [](std::string_view l) { return l; });
        report(Severity::error, "unknown-field", row, field_,
               best ? message({"Ein Feld „{}“ gibt es nicht. Meinten Sie „{}“?",
                               "There is no field '{}'. Did you mean '{}'?"},
                              {typed, labels[*best]})
                    : message({"Ein Feld „{}“ gibt es nicht („lotse list codes“ zeigt sie unter "
                               "directory_columns).",
                               "There is no field '{}' ('lotse list codes' shows them under "
                               "directory_columns)."},
                              {typed}));
    }

    std::optional<std::size_t> find_column(std::string_view name) const {
        const auto same = std::ranges::find(directory_.headings, name);
        if (same != directory_.headings.end())
            return static_cast<std::size_t>(same - directory_.headings.begin());
        const std::string key = unicode::match_key(name);
        for (std::size_t i = 0; i < directory_.headings.size(); ++i)
            if (unicode::match_key(directory_.headings[i]) == key) return i;
        return std::nullopt;
    }

    void read_fixed(const DirectoryRow& row, const Code* field) {
        const std::string value = text(row, becomes_);
        if (value.empty()) return;
        if (!field)
            return report_no_effect(
                row, becomes_,
                message({"„{}“ wirkt nicht: Die Zeile nennt weder Spalte noch Feld. Bitte das Feld "
                         "eintragen, dazu Spalte und Wert, wenn es nicht für alle Zeilen gilt.",
                         "'{}' has no effect: the row names neither a column nor a field. Enter "
                         "the field, and column and value if it does not hold for all rows."},
                        {value}));
        constexpr std::array<std::string_view, 5> of_single_rows{
            "skip", "extra", "provider_street", "provider_number", "provider_postcode"};
        if (std::ranges::find(of_single_rows, field->code) != of_single_rows.end())
            return report_no_effect(
                row, field_,
                message({"Das Feld „{}“ hat keinen Wert für alle Zeilen; die Zeile wirkt nicht. "
                         "Eine Angabe zu allen Angeboten nimmt das Feld „Notiz“.",
                         "The field '{}' has no value for all rows; the row has no effect. The "
                         "field 'Note' takes what holds for all offers."},
                        {Message{field->label}}));
        if (!knows_districts(row, field->code, value)) return;
        const auto [known, added] = map_.fixed.try_emplace(
            field->code, ColumnMap::Fixed{value, text(row, field_), at(row, field_)});
        if (!added && known->second.value != value)
            report(Severity::error, "duplicate-field", row, becomes_,
                   message({"Für alle Zeilen gilt im Feld „{}“ schon „{}“ (Zeile {}), hier steht "
                            "„{}“. Bitte eine der beiden Zeilen streichen.",
                            "For all rows the field '{}' is '{}' already (row {}), here it is "
                            "'{}'. Delete one of the two rows."},
                           {Message{field->label}, plain(known->second.value),
                            plain(std::to_string(known->second.where.row)), plain(value)}));
    }

    /// A Kreis of the map decides about many rows, so one that is not known is an error here.
    bool knows_districts(const DirectoryRow& row, const std::string& field,
                         const std::string& value) {
        if (!field.ends_with("_district")) return true;
        for (const std::string& name : split_words(value, std::array{std::string{"|"}})) {
            if (!official_key(name).empty() || !AreaNames::built_in().districts(name).empty())
                continue;
            report(Severity::error, "unknown-place", row, becomes_,
                   message({"Einen Kreis „{}“ kennt lotse nicht. Bitte Namen oder AGS eintragen, "
                            "mehrere mit | getrennt.",
                            "lotse knows no Kreis '{}'. Enter its name or AGS, several separated "
                            "by |."},
                           {name}));
            return false;
        }
        return true;
    }

    void read_word(const DirectoryRow& row, std::size_t column, const std::string& word,
                   const Code* field) {
        const std::string& of_column = map_.columns[column].field;
        const std::string code = field ? field->code : of_column;
        const std::string typed = text(row, becomes_);
        const bool leaves_out = field && field->code == "skip";
        if (typed.empty() && !leaves_out) return;
        if (of_column == "skip" || code == "skip" || (code == "extra" && of_column != code))
            return report_no_effect(
                row, field_,
                of_column == "skip"
                    ? message({"Die Spalte „{}“ wird nicht übernommen; auch diese Zeile zu „{}“ "
                               "wirkt nicht.",
                               "The column '{}' is not taken over; nor has this row about '{}' "
                               "any effect."},
                              {directory_.headings[column], word})
                    : message({"Ein einzelner Wert lässt sich weder weglassen noch als "
                               "Zusatzspalte mitführen; die Zeile zu „{}“ wirkt nicht. Was keine "
                               "Codeliste kennt, kommt in die Notiz.",
                               "A single value cannot be left out or kept as an extra column; the "
                               "row about '{}' has no effect. What no code list knows goes into "
                               "the note."},
                              {word}));
        const auto value = codes_of(row, code, typed);
        if (!value || !knows_districts(row, code, *value)) return;
        const ColumnMap::Word* known =
            map_.add_word(column, {code, word, *value, text(row, field_), at(row, word_)});
        if (known && known->becomes != *value)
            report(Severity::error, "duplicate-word", row, becomes_,
                   message({"„{}“ in der Spalte „{}“ wird schon zu „{}“ (Zeile {}), hier zu „{}“. "
                            "Bitte eine der beiden Zeilen streichen.",
                            "'{}' in the column '{}' becomes '{}' already (row {}), here it "
                            "becomes '{}'. Delete one of the two rows."},
                           {word, directory_.headings[column], known->becomes,
                            std::to_string(known->where.row), *value}));
    }

    /// The codes of a field with a code list, else the text; nullopt: reported.
    std::optional<std::string> codes_of(const DirectoryRow& row, const std::string& field,
                                        const std::string& typed) {
        const CodeList* list = Codebook::built_in().list(code_list_of(field));
        if (!list) return typed;
        std::string out;
        for (const std::string& part : split_words(typed, std::array{std::string{"|"}})) {
            const Code* code = list->recognise(part);
            if (!code) {
                report(Severity::error, "unknown-code", row, becomes_,
                       message({"Den Code „{}“ gibt es nicht in der Liste {} („lotse list codes“ "
                                "zeigt sie).",
                                "There is no code '{}' in the list {} ('lotse list codes' shows "
                                "it)."},
                               {part, list->name()}));
                return std::nullopt;
            }
            append_member(out, code->code);
        }
        if (is_list_field(field) || out.find('|') == std::string::npos) return out;
        report(Severity::error, "several-codes", row, becomes_,
               message({"Das Feld „{}“ hält nur einen Code; „{}“ sind mehrere. Bitte einen "
                        "auswählen.",
                        "The field '{}' holds one code only; '{}' are several. Choose one."},
                       {Message{directory_fields().find(field)->label}, plain(typed)}));
        return std::nullopt;
    }

    void read_column(const DirectoryRow& row, std::size_t column, const Code* field) {
        const std::string& heading = directory_.headings[column];
        const std::string code = field ? field->code : "extra";
        if (const std::string value = text(row, becomes_); !value.empty())
            report_no_effect(
                row, becomes_,
                message({"„{}“ wirkt nur neben einem Wert der Spalte „{}“. Bitte den Wert "
                         "eintragen, der so werden soll; soll es für alle Zeilen gelten, die "
                         "Spalte in einer eigenen Zeile leer lassen.",
                         "'{}' has an effect beside a value of the column '{}' only. Enter the "
                         "value that is to become so; if it is to hold for all rows, leave the "
                         "column empty in a row of its own."},
                        {value, heading}));
        if (mentioned_[column])
            return report(Severity::error, "duplicate-column", row, column_,
                          message({"Die Spalte „{}“ steht zweimal in der Zuordnung.",
                                   "The column '{}' stands twice in the map."},
                                  {heading}));
        mentioned_[column] = true;
        if (code != "skip" && is_withheld_column(directory_, column, code)) {
            map_.columns[column].field = "skip";
            return report(Severity::warning, "withheld", row, field_,
                          message({"Die Spalte „{}“ nennt Personen oder ihre Anschlüsse; sie wird "
                                   "trotz der Zuordnung nicht übernommen.",
                                   "The column '{}' names persons or how to reach them; it is not "
                                   "taken over in spite of the map."},
                                  {heading}));
        }
        const auto same = std::ranges::find(map_.columns, code, &ColumnMap::Column::field);
        if (!takes_several_columns(code) && same != map_.columns.end())
            return report(
                Severity::error, "duplicate-field", row, field_,
                message({"Zwei Spalten („{}“ und „{}“) sind dem Feld „{}“ zugeordnet. Bitte eine "
                         "als Notiz oder Zusatzspalte führen.",
                         "Two columns ('{}' and '{}') are mapped to the field '{}'. Keep one as a "
                         "note or extra column."},
                        {directory_.headings[static_cast<std::size_t>(same - map_.columns.begin())],
                         heading, directory_fields().find(code)->label.de}));
        map_.columns[column].field = code;
        map_.columns[column].separators = separators(row);
        const bool splits = code == "offer" || is_list_field(code);
        const auto is_break = [](const std::string& s) { return s == "\n"; };
        if (!splits && !std::ranges::all_of(map_.columns[column].separators, is_break))
            report_no_effect(
                row, separators_,
                message({"Das Feld „{}“ hält nur eine Angabe; das Trennzeichen wirkt nicht.",
                         "The field '{}' holds one value only; the separator has no effect."},
                        {Message{directory_fields().find(code)->label}}));
    }

    /// "\n" and "Zeilenumbruch" are line breaks, as is a line break itself.
    std::vector<std::string> separators(const DirectoryRow& row) const {
        if (!separators_) return {};
        const std::string& typed = row.cells[*separators_].text;
        auto out = split_words(unicode::trim(typed), std::array{std::string{" "}});
        for (std::string& sign : out) {
            const std::string key = unicode::match_key(sign);
            if (sign == "\\n" || key == "zeilenumbruch" || key == "line break") sign = "\n";
        }
        if (out.empty() && typed.find('\n') != std::string::npos) out.emplace_back("\n");
        return out;
    }

    const DirectoryTable& rows_;
    const DirectoryTable& directory_;
    NetworkBuilder& builder_;
    ColumnMap map_;
    std::vector<bool> mentioned_;
    bool faulty_ = false;
    std::optional<std::size_t> column_;
    std::optional<std::size_t> field_;
    std::optional<std::size_t> word_;
    std::optional<std::size_t> becomes_;
    std::optional<std::size_t> separators_;
};

}  // namespace

std::optional<ColumnMap> read_column_map(const DirectoryTable& rows,
                                         const DirectoryTable& directory, NetworkBuilder& builder) {
    return MapReader{rows, directory, builder}.read();
}

}  // namespace lotse::io
