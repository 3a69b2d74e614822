#include "json_network.hpp"

#include <lotse/base/unicode.hpp>

#include "client_values.hpp"
#include "json.hpp"
#include "json_row_count.hpp"
#include "row_budget.hpp"
#include "text_file.hpp"

#include <map>
#include <optional>
#include <set>

namespace lotse::io {
namespace {

Message expected(std::string_view what, Text wanted) {
    const std::string name{what};
    return message({"{}: Hier wird {} erwartet.", "{}: {} is expected here."},
                   {Message{name, name}, Message{wanted}});
}

class NetworkReader final : public JsonVisitor {
public:
    NetworkReader(const std::string& file, std::string name, const Limits& limits,
                  NetworkBuilder& builder)
        : file_{file}, limits_{limits}, builder_{builder} {
        info_.name = std::move(name);
    }

    void scalar(JsonType type, std::string_view text, JsonPlace place) override {
        // What is not read is looked at too; the cells of a good row are looked at by its table.
        const bool refused = level() != Level::row && refuse_client_data(text, place);
        switch (level()) {
            case Level::outside: return fail("wrong-structure", place, root_wanted());
            case Level::root:
                if (!refused) take_property(type, text, place);
                return;
            case Level::tables:
                if (!std::exchange(skip_next_, false))
                    fail("wrong-structure", place,
                         expected(member_, {"eine Liste von Zeilen", "a list of rows"}));
                return;
            case Level::rows: return reject_row(place);
            case Level::row: return take_cell(type, text);
            case Level::list: return take_list_member(type, text, place);
            case Level::skipped: return;
        }
    }

    void begin(JsonType type, JsonPlace place) override {
        open_.push_back(entered(type, place));
        if (level() == Level::row) begin_row(place);
        if (level() == Level::list) cell() = {{}, CellKind::json_list};
    }

    void end(JsonType) override {
        if (level() == Level::row) end_row();
        open_.pop_back();
    }

    void member(std::string_view name, JsonPlace place) override {
        member_ = name;
        skip_next_ = false;
        if (level() == Level::root)
            open_property(place);
        else if (level() == Level::tables)
            open_table(place);
        else if (level() == Level::row)
            open_column(place);
    }

    std::optional<JsonProblem> problem() override {
        if (!error_) return std::nullopt;
        return JsonProblem{JsonProblem::Kind::limit, {}, 0, {}, {}};
    }

    /// After the text was read to its end.
    void finish() {
        if (!has_version_)
            fail("missing-version", {0, 0},
                 Text{"Das Feld \"lotse\": \"1\" fehlt; es nennt die Fassung des Formats.",
                      "The member \"lotse\": \"1\" is missing; it names the version of the "
                      "format."});
        if (!has_tables_)
            fail(
                "missing-tables", {0, 0},
                has_version_
                    ? Text{"Das Feld \"tables\" mit den Tabellen fehlt.",
                           "The member \"tables\" with the tables is missing."}
                    : Text{"Das Feld \"tables\" mit den Tabellen fehlt. Stammt die Datei aus einem "
                           "anderen Programm, dort bitte als GraphML, GEXF oder GML speichern, "
                           "oder Knoten und Kanten als CSV-Tabellen.",
                           "The member \"tables\" with the tables is missing. If the file comes "
                           "from another program, save it there as GraphML, GEXF or GML, or nodes "
                           "and edges as CSV tables."});
        else if (tables_entered_ && !has_actors_)
            fail("missing-table", {0, 0},
                 Text{"Die Tabelle actors (Akteure) fehlt.", "The table actors is missing."});
    }

    NetworkInfo info() const { return info_; }
    std::optional<Error>& error() { return error_; }

private:
    enum class Level { outside, root, tables, rows, row, list, skipped };
    struct Column {
        std::size_t index = 0;
        bool is_known = false;  ///< to the table, or foreign
        bool is_named = true;   ///< no row may use a member whose name cannot be shown
    };

    Level level() const { return open_.empty() ? Level::outside : open_.back(); }

    void report(Severity severity, std::string_view code, JsonPlace place, Message text) {
        builder_.report({severity, code, {file_, {}, place.line, place.column}, std::move(text)});
    }
    void fail(std::string_view code, JsonPlace place, Message text) {
        report(Severity::error, code, place, std::move(text));
    }
    bool refuse_client_data(std::string_view text, JsonPlace place) {
        return refuse_client_value(text, {file_, {}, place.line, place.column}, builder_);
    }
    static Message root_wanted() {
        return Text{"Am Anfang wird ein Objekt {\"lotse\": ..., \"tables\": ...} erwartet.",
                    "An object {\"lotse\": ..., \"tables\": ...} is expected at the start."};
    }
    static Message row_wanted() {
        return Text{"Jede Zeile einer Tabelle muss ein Objekt {...} sein.",
                    "Every row of a table must be an object {...}."};
    }

    /// The level that a list or object opens; what does not belong there is reported and skipped.
    Level entered(JsonType type, JsonPlace place) {
        const bool object = type == JsonType::object;
        const bool skip = std::exchange(skip_next_, false);
        switch (level()) {
            case Level::outside:
                if (object) return Level::root;
                fail("wrong-structure", place, root_wanted());
                return Level::skipped;
            case Level::root:
                if (skip) return Level::skipped;
                if (object && member_ == "tables") {
                    tables_entered_ = true;
                    return Level::tables;
                }
                fail("wrong-structure", place, property_wanted());
                return Level::skipped;
            case Level::tables:
                if (skip) return Level::skipped;
                if (!object) return Level::rows;
                fail("wrong-structure", place,
                     expected(member_, {"eine Liste von Zeilen", "a list of rows"}));
                return Level::skipped;
            case Level::rows:
                if (object) return Level::row;
                reject_row(place);
                return Level::skipped;
            case Level::row:
                if (!object) return Level::list;
                spoil("nested-value", place,
                      expected(member_,
                               {"ein einzelner Wert oder eine Liste", "a single value or a list"}));
                return Level::skipped;
            case Level::list:
                spoil("nested-value", place,
                      expected(member_, {"eine Liste von Texten", "a list of strings"}));
                return Level::skipped;
            case Level::skipped: break;
        }
        return Level::skipped;
    }

    Message property_wanted() const {
        if (member_ == "tables")
            return expected(member_, {"ein Objekt mit den Tabellen", "an object of tables"});
        if (member_ == "fictional") return expected(member_, {"true oder false", "true or false"});
        return expected(member_, {"ein Text in Anführungszeichen", "a string"});
    }

    void open_property(JsonPlace place) {
        if (member_ == "tables") has_tables_ = true;
        if (member_ == "lotse") has_version_ = true;
        if (member_ == "tables" || member_ == "lotse" || member_ == "name" ||
            member_ == "license" || member_ == "fictional")
            return;
        skip_next_ = true;
        report(Severity::warning, "unknown-member", place,
               message({"Das Feld „{}“ ist unbekannt und wird nicht gelesen. Bekannt sind lotse, "
                        "name, license, fictional und tables.",
                        "The member '{}' is unknown and not read. Known are lotse, name, license, "
                        "fictional and tables."},
                       {member_}));
    }

    void take_property(JsonType type, std::string_view text, JsonPlace place) {
        if (std::exchange(skip_next_, false)) return;
        const bool fits = member_ == "tables"      ? false
                          : member_ == "fictional" ? type == JsonType::boolean
                                                   : type == JsonType::string;
        if (!fits) return fail("wrong-structure", place, property_wanted());
        if (member_ == "lotse") {
            if (text != format_version)
                fail("unknown-version", place,
                     message({"Die Fassung „{}“ des Formats kennt dieses Programm nicht; es liest "
                              "\"lotse\": \"1\". Bitte lotse aktualisieren.",
                              "This program does not know version '{}' of the format; it reads "
                              "\"lotse\": \"1\". Update lotse."},
                             {text}));
            return;
        }
        if (member_ == "fictional") {
            info_.fictional = text == "yes";
            return;
        }
        const auto label = clean_label(text);
        if (!label)
            return fail("bad-property", place,
                        message({"{}: Der Text enthält unsichtbare Steuerzeichen.",
                                 "{}: the text holds invisible control characters."},
                                {member_}));
        if (member_ == "license")
            info_.license = *label;
        else if (!label->empty())
            info_.name = *label;
    }

    void open_table(JsonPlace place) {
        table_key_ = table_key(member_);
        if (table_key_.empty()) {
            skip_next_ = true;
            const auto similar = similar_table(member_);
            report(Severity::warning, "unknown-table", place,
                   similar.empty()
                       ? message({"Eine Tabelle „{}“ gibt es nicht; sie wird nicht gelesen.",
                                  "There is no table '{}'; it is not read."},
                                 {member_})
                       : message({"Eine Tabelle „{}“ gibt es nicht; sie wird nicht gelesen. "
                                  "Meinten Sie „{}“?",
                                  "There is no table '{}'; it is not read. Did you mean '{}'?"},
                                 {member_, similar}));
            return;
        }
        if (!tables_.insert(table_key_).second)
            report(Severity::warning, "second-table", place,
                   message({"Die Tabelle {} steht hier unter mehreren Namen; die Zeilen werden "
                            "zusammengelegt.",
                            "The table {} stands here under several names; the rows are joined."},
                           {table_key_}));
        if (table_key_ == Actor::table) has_actors_ = true;
        table_ = builder_.table(table_key_, {file_, {}, place.line, place.column});
        budget_ = &budgets_.of(table_key_);
        columns_.clear();
    }

    void open_column(JsonPlace place) {
        const auto seen = columns_.find(member_);
        const auto name = seen == columns_.end() ? clean_label(member_) : std::nullopt;
        column_ = seen != columns_.end()
                      ? seen->second
                      : Column{columns_.size(), !column_key(table_key_, member_).empty(),
                               name && !name->empty()};
        if (!column_.is_named)
            spoil("bad-member", place,
                  message({"„{}“ taugt nicht als Name eines Feldes.",
                           "'{}' cannot be the name of a member."},
                          {member_}));
        if (seen != columns_.end()) return;
        columns_.emplace(member_, column_);
        if (columns_.size() > static_cast<std::size_t>(limits_.columns))
            error_ =
                limit_error("columns", limits_.columns, file_ + ':' + std::to_string(place.line));
        table_->add_column(name.value_or(std::string{}), 0);
    }

    void count_row(JsonPlace place) {
        if (auto error =
                budget_->count_row([&] { return file_ + ':' + std::to_string(place.line); }))
            error_ = std::move(error);
    }
    /// What stands in the list of rows and is none.
    void reject_row(JsonPlace place) {
        count_row(place);
        table_->reject_row(
            {Severity::error, "wrong-type", {file_, {}, place.line, place.column}, row_wanted()});
    }
    void begin_row(JsonPlace place) {
        row_place_ = place;
        count_row(place);
        cells_.assign(columns_.size(), {});
        spoiled_.reset();
    }
    void end_row() {
        if (spoiled_) {
            for (const Cell& one : cells_) refuse_client_data(one.text, row_place_);
            table_->reject_row(*std::move(spoiled_));
        } else {
            table_->add_row({row_place_.line, row_place_.column}, cells_);
        }
        spoiled_.reset();
    }
    /// The row cannot be used; the first reason is kept.
    void spoil(std::string_view code, JsonPlace place, Message text) {
        if (!spoiled_)
            spoiled_ = Issue{
                Severity::error, code, {file_, {}, place.line, place.column}, std::move(text)};
    }

    Cell& cell() {
        if (cells_.size() <= column_.index) cells_.resize(column_.index + 1);
        return cells_[column_.index];
    }

    void take_cell(JsonType type, std::string_view text) {
        switch (type) {
            case JsonType::boolean: cell() = {std::string{text}, CellKind::json_boolean}; break;
            case JsonType::number:
                cell() = {column_.is_known ? decimal_text(text) : std::string{text},
                          CellKind::json_number};
                break;
            case JsonType::string: cell() = {std::string{text}, CellKind::json_string}; break;
            default: cell() = {}; break;
        }
    }

    void take_list_member(JsonType type, std::string_view text, JsonPlace place) {
        if (type != JsonType::string || text.find('|') != std::string_view::npos)
            return spoil(
                "wrong-type", place,
                expected(member_, {"eine Liste von Texten ohne |", "a list of strings without |"}));
        std::string& list = cell().text;
        if (!list.empty()) list += '|';
        list += text;
    }

    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    NetworkInfo info_;
    std::vector<Level> open_;
    std::string member_;
    bool skip_next_ = false;
    bool has_version_ = false;
    bool has_tables_ = false;
    bool tables_entered_ = false;
    bool has_actors_ = false;

    std::set<std::string_view> tables_;  ///< met so far
    std::string_view table_key_;
    TableInput* table_ = nullptr;
    RowBudgets budgets_{limits_};
    RowBudget* budget_ = nullptr;                         ///< of the open table
    std::map<std::string, Column, std::less<>> columns_;  ///< of the open table, by member
    Column column_;
    std::vector<Cell> cells_;
    JsonPlace row_place_;
    std::optional<Issue> spoiled_;
    std::optional<Error> error_;
};

}  // namespace

Status read_json_network(std::string_view text, const std::string& file, const std::string& name,
                         const Limits& limits, NetworkBuilder& builder) {
    if (auto error = too_many_rows(text, file, limits)) return *std::move(error);
    NetworkReader reader{file, name, limits, builder};
    const auto problem = visit_json(text, limits, reader);
    builder.describe(reader.info());
    if (reader.error()) return *std::move(reader.error());
    if (!problem) {
        reader.finish();
        return std::monostate{};
    }
    const JsonPlace place = problem->place;
    if (problem->kind == JsonProblem::Kind::limit)
        return limit_error(problem->code, problem->limit, file + ':' + std::to_string(place.line));
    builder.report(
        {Severity::error, problem->code, {file, {}, place.line, place.column}, problem->message});
    return std::monostate{};
}

}  // namespace lotse::io
