#include "typed_table.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>
#include <lotse/model/similar.hpp>

#include "cell_parser.hpp"

#include <algorithm>
#include <array>

namespace lotse {
namespace {

enum class Outcome { read, failed };

bool expect(const Cell& cell, const CellContext& context, std::initializer_list<CellKind> kinds,
            Text wanted) {
    if (!is_json(cell.kind) || std::ranges::find(kinds, cell.kind) != kinds.end()) return true;
    context.error("wrong-type",
                  message({"{}: Hier wird {} erwartet.", "{}: {} is expected here."},
                          {Message{std::string{context.column}, std::string{context.column}},
                           Message{wanted}}));
    return false;
}
bool expect_text(const Cell& cell, const CellContext& context) {
    return expect(cell, context, {CellKind::json_string},
                  {"ein Text in Anführungszeichen", "a string"});
}
bool expect_number(const Cell& cell, const CellContext& context) {
    return expect(cell, context, {CellKind::json_number},
                  {"eine Zahl ohne Anführungszeichen", "a number"});
}
bool expect_list(const Cell& cell, const CellContext& context) {
    return expect(cell, context, {CellKind::json_string, CellKind::json_list},
                  {"eine Liste oder ein Text mit |", "a list or a string with |"});
}

template <class T>
Outcome store(T& field, std::optional<T> value) {
    if (!value) return Outcome::failed;
    field = *std::move(value);
    return Outcome::read;
}

/// "1-2" becomes a date in a spreadsheet before anybody notices.
void warn_of_date(const Cell& cell, const CellContext& context) {
    if (cell.kind != CellKind::date) return;
    context.warning("date-in-text",
                    message({"{}: Die Tabellenkalkulation hat hier ein Datum oder eine Uhrzeit "
                             "({}). Ist etwas anderes gemeint, die Zelle als Text formatieren und "
                             "neu eintippen.",
                             "{}: the spreadsheet holds a date or time here ({}). If something "
                             "else is meant, format the cell as text and type it again."},
                            {context.column, cell.text}));
}

Outcome read_field(std::string& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    warn_of_date(cell, context);
    return store(field, clean_text(cell, context));
}

Outcome read_field(std::vector<std::string>& field, const Cell& cell, const CellContext& context) {
    if (!expect_list(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    field = split_list(*text);
    return Outcome::read;
}

std::string trimmed_key(const std::string& raw, const std::string& clean,
                        const CellContext& context) {
    if (unicode::trim(raw).size() != raw.size())
        context.warning("blank-around-key",
                        message({"{}: Leerzeichen am Rand von „{}“ wurden entfernt.",
                                 "{}: blanks around '{}' were removed."},
                                {context.column, clean}));
    return clean;
}

template <class Entity>
std::optional<std::string> parse_mention(const std::string& text, const CellContext& context) {
    if constexpr (std::is_same_v<Entity, Area>)
        return parse_area_key(text, context);
    else
        return text;
}

template <class Entity>
Outcome read_field(Ref<Entity>& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    return store(field.key, parse_mention<Entity>(trimmed_key(cell.text, *text, context), context));
}

template <class Entity>
Outcome read_field(std::vector<Ref<Entity>>& field, const Cell& cell, const CellContext& context) {
    if (!expect_list(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    for (const std::string& member : split_list(*text)) {
        auto key = parse_mention<Entity>(member, context);
        if (!key) return Outcome::failed;
        field.push_back({*std::move(key), {}});
    }
    return Outcome::read;
}

Outcome read_field(std::optional<std::int64_t>& field, const Cell& cell,
                   const CellContext& context) {
    if (!expect_number(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    field = parse_whole(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(std::optional<double>& field, const Cell& cell, const CellContext& context) {
    if (!expect_number(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    field = parse_real(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(std::optional<PartialDate>& field, const Cell& cell,
                   const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    field = parse_date(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(ThreeValued& field, const Cell& cell, const CellContext& context) {
    if (!expect(cell, context, {CellKind::json_string, CellKind::json_boolean},
                {"ja, nein oder unbekannt", "yes, no or unknown"}))
        return Outcome::failed;
    const auto text = clean_text(cell, context);
    return text ? store(field, parse_yes_no(*text, context)) : Outcome::failed;
}

constexpr std::string_view list_of(TieKind) {
    return "tie_kinds";
}
constexpr std::string_view list_of(CoverageState) {
    return "coverage_states";
}
constexpr std::string_view list_of(Sector) {
    return "sectors";
}

template <Enumerated E>
Outcome read_field(E& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    const CodeList& list = *Codebook::built_in().list(list_of(E{}));
    const Code* code = list.recognise(*text);
    if (!code) {
        report_unknown_code(*text, list, Severity::error, context);
        return Outcome::failed;
    }
    field = *from_key<E>(code->code);
    return Outcome::read;
}

template <Enumerated E>
Outcome read_field(std::optional<E>& field, const Cell& cell, const CellContext& context) {
    E value{};
    if (read_field(value, cell, context) == Outcome::failed) return Outcome::failed;
    field = value;
    return Outcome::read;
}

template <class Row>
std::string_view recognised_column(std::string_view heading) {
    const std::string typed = unicode::match_key(heading);
    std::string_view found;
    const auto matches = [&](std::string_view name) { return typed == unicode::match_key(name); };
    for_each_column<Row>([&](const auto& c) {
        if (found.empty() && (matches(c.key) || matches(c.heading.de) || matches(c.heading.en)))
            found = c.key;
    });
    for_each_column<Row>([&](const auto& c) {
        for (const std::string& alias : split_list(c.aliases))
            if (found.empty() && matches(alias)) found = c.key;
    });
    return found;
}

/// What happens to the values of a foreign column.
enum class Treatment { keep, withhold, refuse };

/// A table that wants to know when its last row has come.
class OpenTable : public TableInput {
public:
    virtual void close() = 0;
};

template <class Row>
class TypedTable final : public OpenTable {
public:
    TypedTable(BuildLog& log, std::vector<Row>& rows) : log_{log}, rows_{rows} {}

    void begin(const SourcePosition& where) {
        columns_.clear();
        blocked_ = false;
        origin_ = static_cast<std::uint32_t>(log_.origins.size());
        log_.origins.push_back({where, {}});
    }

    void add_column(std::string_view raw_heading, int number) override {
        const std::string_view heading = unicode::trim(raw_heading);
        const std::string_view key = recognised_column<Row>(heading);
        SourcePosition at = log_.origins[origin_].where;
        if (number != 0) at.column = number;
        const bool twice = std::ranges::any_of(columns_, [&](const Binding& b) {
            return key.empty() ? b.heading == heading : b.key == key;
        });
        Treatment treatment = Treatment::keep;
        if (unicode::first_forbidden(heading) || (twice && !heading.empty())) {
            report_unusable_column(heading, at);
        } else if (key.empty()) {
            treatment = treatment_of(heading, at);
        }
        columns_.push_back({std::string{key}, std::string{heading}, reader_of(key), treatment});
        log_.origins[origin_].column_number.emplace(key.empty() ? heading : key, number);
    }

    void finish_columns() override {
        for_each_column<Row>([&](const auto& column) {
            if (column.need == Need::optional || has_column(column.key)) return;
            blocked_ = true;
            SourcePosition at = log_.origins[origin_].where;
            log_.say(Severity::error, "missing-column", at,
                     message({"Die Pflichtspalte „{}“ ({}) fehlt.",
                              "The required column '{}' ({}) is missing."},
                             {Message{std::string{column.key}, std::string{column.key}},
                              Message{column.heading}}));
        });
    }

    void add_row(RowPlace where, std::span<const Cell> cells) override {
        ++log_.rows.read;
        if (blocked_) return;
        Row out{};
        out.origin = {origin_, where.row, where.column};
        std::vector<std::string_view> given;
        bool good = true;
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
            if (unicode::trim(cells[i].text).empty()) continue;
            given.push_back(columns_[i].key);
            if (read_cell(out, columns_[i], cells[i]) == Outcome::failed) good = false;
        }
        if (!require(out.origin, given) || !good) return;
        rows_.push_back(std::move(out));
    }

    void reject_row(Issue issue) override {
        ++log_.rows.read;
        log_.issues.push_back(std::move(issue));
    }

private:
    using Reader = Outcome (*)(Row&, const Cell&, CellContext&);
    struct Binding {
        std::string key;  ///< empty: foreign
        std::string heading;
        Reader read;
        Treatment treatment = Treatment::keep;
        int values = 0;  ///< of a foreign column
        int birth_dates = 0;
    };

    static Reader reader_of(std::string_view key) {
        Reader found = nullptr;
        // Each column is known at compile time; its index makes it a template argument.
        const auto visit = [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((std::get<I>(all_columns).key == key ? (found = &read_column<I>, 0) : 0), ...);
        };
        visit(std::make_index_sequence<std::tuple_size_v<decltype(all_columns)>>{});
        return found;
    }

    static constexpr auto all_columns = std::tuple_cat(Row::columns(), record_columns<Row>());

    template <std::size_t I>
    static Outcome read_column(Row& row, const Cell& cell, CellContext& context) {
        constexpr const auto& column = std::get<I>(all_columns);
        context.column = column.key;
        context.range = column.range;
        auto& field = row.*column.member;
        const Outcome outcome = read_field(field, cell, context);
        if constexpr (column.need == Need::key &&
                      std::is_same_v<std::decay_t<decltype(field)>, std::string>) {
            if (outcome == Outcome::failed) return outcome;
            field = trimmed_key(cell.text, field, context);
            if constexpr (std::is_same_v<Row, Area>) {
                auto key = parse_area_key(field, context);
                if (!key) return Outcome::failed;
                field = *std::move(key);
            }
            if (!field.empty() && !parse_key(field, context)) return Outcome::failed;
        }
        return outcome;
    }

    Outcome read_cell(Row& row, Binding& column, const Cell& cell) {
        if (column.treatment == Treatment::refuse) return Outcome::failed;
        const std::string_view name = column.key.empty() ? column.heading : column.key;
        CellContext context{name,
                            {},
                            {},
                            Codebook::built_in(),
                            [&](Severity severity, std::string_view code, Message text) {
                                log_.say(severity, code, log_.place(row.origin, name),
                                         std::move(text));
                            }};
        if (const auto found = privacy::client_value(cell.text)) {
            context.error(
                client_data,
                message(
                    {"{}: Die Zelle enthält {}. lotse nimmt keine Daten von Personen an; bitte "
                     "löschen.",
                     "{}: the cell holds {}. lotse takes no data of persons; please delete it."},
                    {Message{std::string{name}, std::string{name}}, Message{*found}}));
            return Outcome::failed;
        }
        if (cell.kind == CellKind::error) return read_error(column, cell, context);
        if (column.read) return column.read(row, cell, context);
        return read_foreign(row, column, cell, context);
    }

    static Outcome read_error(const Binding& column, const Cell& cell, const CellContext& context) {
        const bool used = column.read != nullptr;
        context.say(used ? Severity::error : Severity::warning, "error-cell",
                    message({"{}: Die Formel dieser Zelle ergibt den Fehler {}. Bitte die Formel "
                             "berichtigen oder die Zelle leeren.",
                             "{}: the formula of this cell gives the error {}. Correct the formula "
                             "or empty the cell."},
                            {context.column, cell.text}));
        return used ? Outcome::failed : Outcome::read;
    }

    Outcome read_foreign(Row& row, Binding& column, const Cell& cell, const CellContext& context) {
        if (column.treatment == Treatment::withhold) return Outcome::read;
        auto text = clean_text(cell, context);
        if (!text) return Outcome::failed;
        if (cell.kind == CellKind::number && text->size() == 4 &&
            is_postcode_heading(column.heading)) {
            *text = '0' + *text;
            context.warning("repaired-postcode",
                            message({"{}: Der Postleitzahl fehlte die führende Null; gelesen als "
                                     "„{}“.",
                                     "{}: the postcode lost its leading zero; read as '{}'."},
                                    {context.column, *text}));
        }
        ++column.values;
        if (privacy::is_plausible_birth_date(*text)) ++column.birth_dates;
        if (privacy::holds_mail_address(*text)) {
            context.warning("withheld",
                            message({"{}: Die Mailadresse wird nicht übernommen. "
                                     "Funktionspostfächer gehören in die Spalte mailbox.",
                                     "{}: the mail address is not taken over. Function mailboxes "
                                     "belong in the column mailbox."},
                                    {context.column}));
        } else if (!column.heading.empty()) {
            row.extra.emplace_back(column.heading, *text);
        }
        return Outcome::read;
    }

    static bool is_postcode_heading(std::string_view heading) {
        const std::string typed = unicode::match_key(heading);
        return typed == "plz" || typed == "postleitzahl" || typed == "postcode";
    }

    /// A foreign column of birth dates gives itself away by its values only.
    void close() override {
        constexpr int enough = 5;
        for (const Binding& column : columns_) {
            const bool mostly =
                column.values >= enough && column.birth_dates * 5 >= column.values * 4;
            if (!mostly || privacy::is_institution_date_heading(column.heading)) continue;
            SourcePosition at = log_.origins[origin_].where;
            at.column = log_.place({origin_, 0}, column.heading).column;
            log_.say(Severity::error, client_data, at,
                     message({"Die Spalte „{}“ sieht nach Geburtsdaten aus. lotse nimmt keine "
                              "Daten von Personen an; bitte löschen.",
                              "The column '{}' looks like dates of birth. lotse takes no data of "
                              "persons; please delete it."},
                             {column.heading}));
        }
    }

    /// An empty three-valued cell is a value: unknown. Everything else required must be given.
    bool require(RowOrigin origin, std::span<const std::string_view> given) {
        bool all = true;
        for_each_column<Row>([&](const auto& column) {
            using T = typename std::decay_t<decltype(column)>::Type;
            if (column.need == Need::optional || std::is_same_v<T, ThreeValued>) return;
            if (std::ranges::find(given, column.key) != given.end()) return;
            all = false;
            log_.say(Severity::error, "missing-value", log_.place(origin, column.key),
                     message({"{}: Der Pflichtwert fehlt.", "{}: the required value is missing."},
                             {column.key}));
        });
        return all;
    }

    void report_unusable_column(std::string_view heading, const SourcePosition& at) {
        blocked_ = true;
        if (unicode::first_forbidden(heading))
            log_.say(
                Severity::error, "control-character", at,
                message(
                    {"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen. Bitte neu eintippen.",
                     "The heading '{}' holds invisible control characters. Type it again."},
                    {heading}));
        else
            log_.say(
                Severity::error, "duplicate-column", at,
                message({"Die Spalte „{}“ kommt zweimal vor. Bitte eine umbenennen oder löschen.",
                         "The column '{}' occurs twice. Rename or delete one."},
                        {heading}));
    }

    Treatment treatment_of(std::string_view heading, const SourcePosition& at) {
        if (const auto announces = privacy::client_heading(heading)) {
            log_.say(Severity::error, client_data, at,
                     message({"Die Spalte „{}“ kündigt {} an. lotse nimmt keine Daten von Personen "
                              "an; bitte die Spalte löschen.",
                              "The column '{}' announces {}. lotse takes no data of persons; "
                              "please delete the column."},
                             {Message{std::string{heading}, std::string{heading}},
                              Message{*announces}}));
            return Treatment::refuse;
        }
        if (privacy::is_contact_heading(heading)) {
            log_.say(Severity::warning, "withheld", at,
                     message({"Die Spalte „{}“ nennt Personen oder ihre Anschlüsse; ihre Werte "
                              "werden nicht übernommen. Rollen gehören in die Tabelle contacts.",
                              "The column '{}' names persons or how to reach them; its values are "
                              "not taken over. Roles belong in the table contacts."},
                             {heading}));
            return Treatment::withhold;
        }
        report_foreign_column(heading, at);
        return Treatment::keep;
    }

    void report_foreign_column(std::string_view heading, const SourcePosition& at) {
        if (unicode::trim(heading).empty()) return;
        std::vector<std::string_view> known;
        for_each_column<Row>([&](const auto& c) { known.push_back(c.key); });
        for_each_column<Row>([&](const auto& c) { known.push_back(c.heading.de); });
        for_each_column<Row>([&](const auto& c) { known.push_back(c.heading.en); });
        for_each_column<Row>([&](const auto& c) {
            for (std::string_view rest = c.aliases; !rest.empty();) {
                const auto end = rest.find('|');
                known.push_back(rest.substr(0, end));
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            }
        });
        const auto best = most_similar(heading, known, [](std::string_view k) { return k; });
        log_.say(Severity::warning, "unknown-column", at,
                 best ? message({"Die Spalte „{}“ ist unbekannt; sie wird mitgeführt, aber nicht "
                                 "ausgewertet. Meinten Sie „{}“?",
                                 "The column '{}' is unknown; it is kept but not analysed. Did you "
                                 "mean '{}'?"},
                                {heading, known[*best]})
                      : message({"Die Spalte „{}“ ist unbekannt; sie wird mitgeführt, aber nicht "
                                 "ausgewertet.",
                                 "The column '{}' is unknown; it is kept but not analysed."},
                                {heading}));
    }

    bool has_column(std::string_view key) const {
        return std::ranges::any_of(columns_, [&](const Binding& b) { return b.key == key; });
    }

    BuildLog& log_;
    std::vector<Row>& rows_;
    std::vector<Binding> columns_;
    std::uint32_t origin_ = 0;
    bool blocked_ = false;
};

}  // namespace

std::string_view column_key(std::string_view table, std::string_view heading) {
    std::string_view found;
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table == table) found = recognised_column<Row>(heading);
    });
    return found;
}

struct TypedTables::Parts {
    BuildLog& log;
    NetworkTables tables;
    std::vector<std::unique_ptr<OpenTable>> open;
};

TypedTables::TypedTables(BuildLog& log) : parts_{new Parts{log, {}, {}}} {}
TypedTables::~TypedTables() = default;

TableInput* TypedTables::open(std::string_view key, const SourcePosition& where) {
    TableInput* found = nullptr;
    NetworkTables::for_each(parts_->tables, [&](auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != key) return;
        auto table = std::make_unique<TypedTable<Row>>(parts_->log, rows);
        table->begin(where);
        found = table.get();
        parts_->open.push_back(std::move(table));
    });
    return found;
}

NetworkTables TypedTables::finish() {
    for (const auto& table : parts_->open) table->close();
    return std::move(parts_->tables);
}

}  // namespace lotse
