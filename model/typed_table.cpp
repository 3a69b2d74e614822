#include "typed_table.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/error_text.hpp>
#include <lotse/model/privacy.hpp>

#include "contact_cells.hpp"
#include "foreign_columns.hpp"
#include "mojibake.hpp"
#include "table_columns.hpp"

#include <algorithm>

namespace lotse {
namespace {

/// The typed rows of one table, whatever their type.
class RowStore {
public:
    virtual ~RowStore() = default;
    virtual Record& add() = 0;
    /// What was added last turned out to be faulty.
    virtual void set_aside() = 0;
};

template <class Row>
class RowsOf final : public RowStore {
public:
    RowsOf(std::vector<Row>& rows, std::vector<Row>& faulty) : rows_{rows}, faulty_{faulty} {}
    Record& add() override { return rows_.emplace_back(); }
    void set_aside() override {
        faulty_.push_back(std::move(rows_.back()));
        rows_.pop_back();
    }

private:
    std::vector<Row>& rows_;
    std::vector<Row>& faulty_;
};

/// Where a column first holds wrongly decoded text, and in how many cells.
struct Mojibake {
    RowOrigin first;
    std::size_t count = 0;
};

class OpenTable final : public TableInput {
public:
    OpenTable(std::string_view table, std::unique_ptr<RowStore> rows, const SourcePosition& where,
              BuildLog& log)
        : table_{table},
          known_{table_columns(table)},
          rows_{std::move(rows)},
          log_{log},
          origin_{static_cast<std::uint32_t>(log.origins.size())} {
        log.origins.push_back({where, table, {}});
    }

    void add_column(std::string_view raw_heading, int number) override {
        std::string_view heading = unicode::trim(raw_heading);
        // A table without headings begins with its first row, which no message may repeat.
        if (const auto found = privacy::client_value(heading)) {
            SourcePosition at = log_.origins[origin_].where;
            if (number != 0) at.column = number;
            log_.say(Severity::error, client_data, std::move(at), privacy::value_refusal(*found));
            heading = {};
        }
        const TableColumn* known = find_column(table_, heading);
        Binding* twin = twin_of(heading, known);
        Binding added{std::string{heading}, number, known, {}};
        if (unicode::first_forbidden(heading)) {
            report_unusable_column(added);
        } else if (twin && known && rows_read_ == 0 && own_heading_wins(*twin, added)) {
            make_foreign(*twin, added);
        } else if (twin && known && own_heading_wins(added, *twin)) {
            make_foreign(added, *twin);
        } else if (twin && !heading.empty()) {
            report_twin(added, *twin);
            added.foreign = twin->foreign;  // the values of both are looked at alike
        } else if (!known) {
            added.foreign.emplace(heading, table_, place_of(added), log_);
        }
        log_.origins[origin_].column_number.emplace(added.name(), number);
        columns_.push_back(std::move(added));
    }

    void finish_columns() override {
        for (const TableColumn& column : known_) {
            if (column.need == Need::optional || has_column(column)) continue;
            block();
            log_.say(Severity::error, "missing-column", log_.origins[origin_].where,
                     message({"Die Pflichtspalte „{}“ ({}) fehlt.",
                              "The required column '{}' ({}) is missing."},
                             {Message{std::string{column.key}, std::string{column.key}},
                              Message{column.heading}}));
        }
    }

    void add_row(RowPlace where, std::span<const Cell> cells) override { add(where, cells, true); }

    void add_faulty_row(RowPlace where, std::span<const Cell> cells) override {
        add(where, cells, false);
    }

    void reject_row(Issue issue) override {
        ++log_.rows.read;
        log_.add(std::move(issue));
    }

    /// After the last row: what only the values of a column together give away.
    void close() {
        for (const Binding& column : columns_) {
            if (column.names.found()) warn_of_persons(column);
            if (column.mojibake.count > 0) warn_of_mojibake(column);
            if (column.notes.found_old())
                report_birth_dates_in_notes(column.heading, place_of(column), log_);
            if (!column.foreign) continue;
            const SourcePosition at = place_of(column);
            if (column.foreign->looks_like_birth_dates())
                report_birth_dates(column.heading, at, log_);
            if (column.foreign->looks_like_names()) report_names(column.heading, at, log_);
        }
    }

private:
    void add(RowPlace where, std::span<const Cell> cells, bool good) {
        ++log_.rows.read;
        ++rows_read_;
        const RowOrigin origin{origin_, where.row, where.column};
        if (blocked_) return look_for_persons(origin, cells);
        Record& row = rows_->add();
        row.origin = origin;
        given_.clear();
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
            if (is_empty(columns_[i], cells[i].text)) continue;
            const Outcome outcome = read_cell(row, columns_[i], cells[i]);
            const bool is_absent = outcome == Outcome::not_recorded;
            const bool lacks_value = is_absent && needs_value(*columns_[i].known);
            if (lacks_value) report_not_recorded(cells[i].text, context_of(columns_[i], origin));
            if (is_absent && !lacks_value && !says_not_recorded(cells[i].text))
                log_.count_emptied(origin, columns_[i].name(), unicode::trim(cells[i].text));
            if (lacks_value || outcome == Outcome::failed) good = false;
            given_.push_back(columns_[i].known);
        }
        if (!require(row.origin) || !good) rows_->set_aside();
    }

    /// A row that cannot be read may be copied into a checked workbook all the same.
    void look_for_persons(RowOrigin origin, std::span<const Cell> cells) {
        Record unused;
        unused.origin = origin;
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
            Binding& column = columns_[i];
            if (is_empty(column, cells[i].text)) continue;
            if (refuse_client_value(column, cells[i], origin)) continue;
            if (column.known && column.known->key == "note") column.notes.look_at(cells[i].text);
            if (column.foreign && !column.foreign->is_refused())
                column.foreign->read(unused, cells[i], context_of(column, origin));
        }
    }

    /// No row of the table can be read, and what mentions one cannot be checked.
    void block() {
        blocked_ = true;
        log_.unread.insert(table_);
    }

    /// A column of the input: one the table knows, or a foreign one.
    struct Binding {
        std::string heading;
        int number;
        const TableColumn* known;
        std::optional<ForeignColumn> foreign;
        privacy::PersonNames names{};  ///< of actors
        BirthDates notes{};            ///< of any table
        Mojibake mojibake{};

        std::string_view name() const { return known ? known->key : heading; }
    };

    /// Blank, or a list of nothing but separators.
    static bool is_empty(const Binding& column, std::string_view text) {
        text = unicode::trim(text);
        return text.empty() || (column.known && column.known->is_list &&
                                text.find_first_not_of("| \t") == text.npos);
    }

    void warn_of_mojibake(const Binding& column) {
        log_.say(Severity::warning, "mojibake", log_.place(column.mojibake.first, column.name()),
                 message({"{}: Umlaute oder Zeichen sind falsch entschlüsselt („Ã¤“ statt „ä“; "
                          "Zellen in dieser Spalte: {}). Bitte aus der Quelle neu als UTF-8 "
                          "ausgeben.",
                          "{}: umlauts or signs were decoded wrongly ('Ã¤' for 'ä'; cells in this "
                          "column: {}). Export it from its source again as UTF-8."},
                         {column.name(), std::to_string(column.mojibake.count)}));
    }

    CellContext context_of(const Binding& column, RowOrigin origin) {
        return {column.name(), {}, {}, Codebook::built_in(), log_, origin};
    }

    bool refuse_client_value(const Binding& column, const Cell& cell, RowOrigin origin) {
        const auto found = privacy::client_value(cell.text);
        if (!found) return false;
        const std::string name{column.name()};
        SourcePosition at = log_.place(origin, name);
        if (column.number != 0) at.column = column.number;  // of the second of one name
        log_.say(
            Severity::error, client_data, std::move(at),
            message({"{}: {}", "{}: {}"}, {Message{name, name}, privacy::value_refusal(*found)}));
        return true;
    }

    Outcome read_cell(Record& row, Binding& column, const Cell& cell) {
        if (column.foreign && column.foreign->is_refused()) return Outcome::failed;
        if (refuse_client_value(column, cell, row.origin)) return Outcome::failed;
        CellContext context = context_of(column, row.origin);
        if (cell.kind == CellKind::error || is_error_text(cell.text))
            return read_error(column, cell, context);
        if (holds_mojibake(cell.text) && column.mojibake.count++ == 0)
            column.mojibake.first = row.origin;
        if (column.foreign) return column.foreign->read(row, cell, context);
        if (column.known->key == "name" && is_missing_value(cell.text))
            warn_of_missing_name(cell.text, context);
        if (column.known->key == "note") column.notes.look_at(cell.text);
        if (holds_contact(*column.known, cell.text)) return withhold(*column.known, context);
        if (table_ == Contact::table && column.known->key == "role" &&
            privacy::is_person_name(cell.text))
            return refuse_name(context);
        if (table_ == Actor::table && column.known->key == "name") {
            column.names.look_at(cell.text);
            if (privacy::addresses_person(cell.text)) warn_of_person(context);
        }
        context.range = column.known->range;
        return column.known->read(row, cell, context);
    }

    /// Practices bear such names, so they are no reason to refuse.
    void warn_of_persons(const Binding& column) {
        log_.say(Severity::warning, "person-names", place_of(column),
                 message({"Die Spalte „{}“ sieht nach Namen von Personen aus. Akteure sind "
                          "Einrichtungen; bitte keine Personen eintragen.",
                          "The column '{}' looks like names of persons. Actors are organisations; "
                          "enter no persons."},
                         {column.heading}));
    }

    static Outcome read_error(const Binding& column, const Cell& cell, const CellContext& context) {
        const bool used = column.known != nullptr;
        context.say(used ? Severity::error : Severity::warning, "error-cell",
                    message({"{}: Diese Zelle enthält den Fehler {} einer Tabellenkalkulation. "
                             "Bitte die Formel berichtigen oder die Zelle leeren.",
                             "{}: this cell holds the error {} of a spreadsheet program. Correct "
                             "the formula or empty the cell."},
                            {context.column, cell.text}));
        return used ? Outcome::failed : Outcome::read;
    }

    /// An empty three-valued cell is a value: unknown. Everything else required must be given.
    static bool needs_value(const TableColumn& column) {
        return column.need != Need::optional && !column.empty_is_value;
    }
    bool require(RowOrigin origin) {
        bool all = true;
        for (const TableColumn& column : known_) {
            if (!needs_value(column)) continue;
            if (std::ranges::find(given_, &column) != given_.end()) continue;
            all = false;
            report_missing_value({column.key, {}, {}, Codebook::built_in(), log_, origin});
        }
        return all;
    }

    /// Place of the heading.
    SourcePosition place_of(const Binding& column) const {
        SourcePosition at = log_.origins[origin_].where;
        if (column.number != 0) at.column = column.number;
        return at;
    }

    /// A column before that means the same; nullptr: none.
    Binding* twin_of(std::string_view heading, const TableColumn* known) {
        const auto it = std::ranges::find_if(columns_, [&](const Binding& b) {
            return known ? b.known == known : b.heading == heading;
        });
        return it == columns_.end() ? nullptr : &*it;
    }

    /// "key" stands for itself, "ID" beside it is a column of somebody else.
    static bool own_heading_wins(const Binding& synonym, const Binding& own) {
        return !is_own_heading(*own.known, synonym.heading) &&
               is_own_heading(*own.known, own.heading);
    }

    void make_foreign(Binding& synonym, const Binding& own) {
        auto& numbers = log_.origins[origin_].column_number;
        if (const auto it = numbers.find(synonym.name());
            it != numbers.end() && it->second == synonym.number)
            numbers.erase(it);
        synonym.known = nullptr;
        synonym.foreign.emplace(
            synonym.heading, table_, place_of(synonym), log_,
            message({"Die Spalte „{}“ wird mitgeführt, aber nicht ausgewertet: Dasselbe meint die "
                     "Spalte „{}“, und sie zählt.",
                     "The column '{}' is kept but not analysed: the column '{}' means the same, "
                     "and it counts."},
                    {synonym.heading, own.heading}));
        numbers.emplace(synonym.heading, synonym.number);
    }

    void report_unusable_column(const Binding& column) {
        block();
        log_.say(Severity::error, "bad-heading", place_of(column),
                 message({"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen. Bitte neu "
                          "eintippen.",
                          "The heading '{}' holds invisible control characters. Type it again."},
                         {column.heading}));
    }

    void report_twin(const Binding& column, const Binding& twin) {
        block();
        const bool numbered = twin.number != 0;
        const std::string number = std::to_string(twin.number);
        Message text =
            column.heading == twin.heading
                ? message({"Die Spalte „{}“ kommt zweimal vor. Bitte eine umbenennen oder löschen.",
                           "The column '{}' occurs twice. Rename or delete one."},
                          {column.heading})
            : numbered
                ? message({"Die Spalte „{}“ heißt dasselbe wie „{}“ in Spalte {}. Bitte eine "
                           "umbenennen oder löschen.",
                           "The column '{}' means the same as '{}' in column {}. Rename or delete "
                           "one."},
                          {column.heading, twin.heading, number})
                : message({"„{}“ heißt dasselbe wie „{}“. Bitte eines umbenennen oder löschen.",
                           "'{}' means the same as '{}'. Rename or delete one."},
                          {column.heading, twin.heading});
        log_.say(Severity::error, "duplicate-column", place_of(column), std::move(text));
    }

    bool has_column(const TableColumn& wanted) const {
        return std::ranges::find(columns_, &wanted, &Binding::known) != columns_.end();
    }

    std::string_view table_;
    std::span<const TableColumn> known_;
    std::unique_ptr<RowStore> rows_;
    BuildLog& log_;
    std::vector<Binding> columns_;
    std::vector<const TableColumn*> given_;  ///< in the current row
    std::uint32_t origin_;
    std::size_t rows_read_ = 0;
    bool blocked_ = false;
};

}  // namespace

struct TypedTables::Parts {
    BuildLog& log;
    TypedRows rows;
    std::vector<std::unique_ptr<OpenTable>> open;
};

TypedTables::TypedTables(BuildLog& log) : parts_{new Parts{log, {}, {}}} {}
TypedTables::~TypedTables() = default;

TableInput* TypedTables::open(std::string_view key, const SourcePosition& where) {
    TableInput* found = nullptr;
    const auto open = [&]<class Row>(std::vector<Row>& rows, std::vector<Row>& faulty) {
        found =
            parts_->open
                .emplace_back(std::make_unique<OpenTable>(
                    Row::table, std::make_unique<RowsOf<Row>>(rows, faulty), where, parts_->log))
                .get();
    };
    NetworkTables::for_each(parts_->rows.good, [&](auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != key) return;
        NetworkTables::for_each(parts_->rows.faulty, [&](auto& faulty) {
            if constexpr (std::is_same_v<decltype(faulty), decltype(rows)>) open(rows, faulty);
        });
    });
    return found;
}

TypedRows TypedTables::finish() {
    for (const auto& table : parts_->open) table->close();
    return std::move(parts_->rows);
}

}  // namespace lotse
