#include <lotse/base/unicode.hpp>

#include "graph_file.hpp"
#include "hsds.hpp"
#include "hsds_columns.hpp"
#include "hsds_document.hpp"
#include "hsds_rows.hpp"
#include "json.hpp"
#include "row_budget.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace lotse::io::hsds {
namespace {

/// Flattens a document of any shape into tables: what is nested becomes a row of its own that
/// names the row around it.
class DocumentReader final : public JsonVisitor {
public:
    DocumentReader(const std::string& file, const Limits& limits, NetworkBuilder& builder)
        : file_{file}, limits_{limits}, builder_{builder}, issues_{file} {}

    void scalar(JsonType type, std::string_view text, JsonPlace place) override {
        if (open_.empty()) return wrong_root(place);
        Level& level = open_.back();
        if (type == JsonType::null || level.kind == Kind::skipped) return;
        if (level.kind == Kind::network) return describe(text);
        if (level.kind == Kind::rows)
            return fail("wrong-structure", place,
                        message({"{}: Hier wird ein Objekt {...} erwartet.",
                                 "{}: an object {...} is expected here."},
                                {level.table.empty() ? "[]" : level.table}));
        if (level.kind == Kind::row && is_thing(rows_[level.row]) && !table_name(member_).empty())
            return fail("wrong-structure", place,
                        message({"{}: Hier wird eine Liste [...] oder ein Objekt {...} erwartet.",
                                 "{}: a list [...] or an object {...} is expected here."},
                                {member_}));
        add_value(level.kind == Kind::list ? level.table : member_, type, text, place);
    }

    void begin(JsonType type, JsonPlace place) override {
        open_.push_back(type == JsonType::list ? begin_list(place) : begin_object(place));
    }

    void end(JsonType) override { open_.pop_back(); }

    void member(std::string_view name, JsonPlace) override { member_ = name; }

    std::optional<JsonProblem> problem() override {
        if (!error_) return std::nullopt;
        return JsonProblem{JsonProblem::Kind::limit, {}, 0, {}, {}};
    }

    std::optional<Error>& error() { return error_; }

    /// Errors: limit (more columns in a table than are allowed).
    Result<std::optional<ReadPackage>> package() && {
        name_tables();
        link();
        ReadPackage out;
        out.info = info_;
        out.file = file_;
        std::unordered_map<std::string, Known> by_id;
        for (Row& row : rows_) {
            if (row.table.empty()) continue;
            const bool faulty = has_wrong_type(row);
            std::size_t at = 0;
            while (at < out.tables.size() && out.tables[at].name != row.table) ++at;
            if (at == out.tables.size())
                out.tables.push_back({row.table, file_, row.place, {}, {}});
            ReadTable& table = out.tables[at];
            const std::string* id = row.id.empty() ? nullptr : &row.id;
            const bool at_root = row.parent == none;
            const auto known = id ? by_id.find(row.table + '/' + *id) : by_id.end();
            if (known != by_id.end() && !(at_root && known->second.at_root)) {
                merge(table, table.rows[known->second.row], row);
                table.rows[known->second.row].faulty |= faulty;
                known->second.at_root = known->second.at_root || at_root;
                continue;
            }
            if (id) by_id.try_emplace(row.table + '/' + *id, Known{table.rows.size(), at_root});
            ReadRow& made = table.rows.emplace_back();
            made.place = row.place;
            made.faulty = faulty;
            for (Value& value : row.values)
                made.cells.push_back({table.column(value.column), std::move(value.text),
                                      value.type == JsonType::number});
            if (table.columns.size() > static_cast<std::size_t>(limits_.columns))
                return limit_error("columns", limits_.columns,
                                   file_ + ':' + std::to_string(row.place.line));
        }
        // An empty list says that there are no actors, which no row can say.
        const auto is_organization = [](const ReadTable& t) { return t.name == "organization"; };
        if (organizations_ && std::ranges::none_of(out.tables, is_organization))
            out.tables.push_back({"organization", file_, *organizations_, {}, {}});
        issues_.report_to(builder_);
        return std::optional{std::move(out)};
    }

private:
    enum class Kind { row, rows, list, network, skipped };
    static constexpr std::size_t none = DocumentRow::none;

    struct Level {
        Kind kind;
        std::string table = {};  ///< of rows: their table; of a list: the column
        std::size_t row = none;  ///< the row that is being read, or around what is read
    };
    using Value = DocumentValue;
    using Row = DocumentRow;

    /// A row that came before. At the root an id may stand once only.
    struct Known {
        std::size_t row;
        bool at_root;
    };

    void fail(std::string_view code, JsonPlace place, Message text) {
        builder_.report(
            {Severity::error, code, {file_, {}, place.line, place.column}, std::move(text)});
    }
    void wrong_root(JsonPlace place) {
        fail("wrong-structure", place,
             Text{"Am Anfang wird ein Objekt {...} oder eine Liste [...] erwartet.",
                  "An object {...} or a list [...] is expected at the start."});
    }

    void describe(std::string_view text) {
        if (member_ == "fictional") info_.fictional = text == "yes";
        if (member_ == "name") info_.name = clean_label(text).value_or("");
        if (member_ == "license") info_.license = clean_label(text).value_or("");
    }

    void add_value(std::string_view column, JsonType type, std::string_view text, JsonPlace place) {
        if (unicode::trim(text).empty() || open_.back().row == none) return;
        auto& values = rows_[open_.back().row].values;
        if (column == "id") rows_[open_.back().row].id = text;
        const bool in_list = open_.back().kind == Kind::list;
        if (in_list && !values.empty() && values.back().column == column) {
            values.back().text += '|';
            values.back().text += text;
        } else {
            values.push_back({std::string{column}, std::string{text},
                              in_list ? JsonType::list : type, XmlPlace{place.line, place.column}});
        }
    }

    Level begin_list(JsonPlace place) {
        if (open_.empty()) return {Kind::rows};
        const Level& around = open_.back();
        if (around.kind == Kind::row) {
            const Row& row = rows_[around.row];
            if (row.is_page && is_page_list(member_)) return {Kind::rows};
            const bool own = row.table.starts_with(own_prefix);
            if (std::string table = table_name(member_); !own && !table.empty()) {
                if (row.is_page && table == "organization")
                    organizations_ = XmlPlace{place.line, place.column};
                return {Kind::rows, std::move(table), around.row};
            }
            return {Kind::list, member_, around.row};
        }
        if (around.kind != Kind::skipped) not_read(member_, {place.line, place.column});
        return {Kind::skipped};
    }

    Level begin_object(JsonPlace place) {
        if (open_.empty()) {
            Level root = begin_row({}, none, place);
            rows_[root.row].is_page = true;
            return root;
        }
        const Level around = open_.back();
        switch (around.kind) {
            case Kind::rows: return begin_row(around.table, around.row, place);
            case Kind::row: {
                if (rows_[around.row].is_page && member_ == own_network) return {Kind::network};
                std::string table = table_name(member_);
                if (table.empty()) {
                    rows_[around.row].values.push_back(
                        {member_, {}, JsonType::object, XmlPlace{place.line, place.column}});
                    return {Kind::skipped};
                }
                Level level = begin_row(std::move(table), around.row, place);
                if (level.row != none) rows_[level.row].only_child = true;
                return level;
            }
            case Kind::skipped: return {Kind::skipped};
            default: break;
        }
        not_read(member_, {place.line, place.column});
        return {Kind::skipped};
    }

    Level begin_row(std::string table, std::size_t parent, JsonPlace place) {
        const std::string_view counted = table == "organization"   ? "actors"
                                         : table == "x_lotse_ties" ? "ties"
                                                                   : std::string_view{table};
        const auto budget = budgets_.try_emplace(table, counted, limits_).first;
        if (auto error =
                budget->second.count_row([&] { return file_ + ':' + std::to_string(place.line); }))
            error_ = std::move(error);
        if (parent != none) rows_[parent].nested.push_back(table);
        const std::size_t index = rows_.size();
        rows_.push_back({std::move(table), {place.line, place.column}, parent});
        return {Kind::row, {}, index};
    }

    void not_read(const std::string& member, XmlPlace place) {
        issues_.add(Severity::warning, "unknown-member", place,
                    {"Das Feld „{}“ kennt HSDS 3.0 nicht; was es enthält, wird nicht gelesen "
                     "(Anzahl: {}).",
                     "HSDS 3.0 does not know the member '{}'; what it holds is not read (number: "
                     "{})."},
                    member);
    }

    /// Also says what is not read of the row.
    bool has_wrong_type(Row& row) {
        bool wrong = false;
        for (const Value& value : row.values) {
            const bool plain = value.type == JsonType::string || value.type == JsonType::number;
            if (!plain && is_field(row.table, value.column)) {
                wrong = true;
                fail("wrong-type", {value.place.line, value.place.column},
                     message({"{}: Hier wird ein Text oder eine Zahl erwartet, keine Liste [...], "
                              "kein Objekt {...} und kein true oder false.",
                              "{}: a text or a number is expected here, no list [...], no object "
                              "{...} and no true or false."},
                             {value.column}));
            } else if (value.type == JsonType::object) {
                not_read(value.column, value.place);
            }
        }
        std::erase_if(row.values, [](const Value& v) { return v.type == JsonType::object; });
        return wrong;
    }

    /// Rows at the root name no table; their members tell.
    void name_tables() {
        for (Row& row : rows_) {
            if (row.parent != none && rows_[row.parent].is_page && rows_[row.parent].id.empty())
                row.parent = none;
            if (row.parent != none || !row.table.empty()) continue;
            if (row.is_page && row.id.empty()) {
                warn_of_pages(row);
                continue;
            }
            const auto holds = [&](std::string_view nested) {
                return std::ranges::find(row.nested, nested) != row.nested.end();
            };
            const auto has = [&](std::string_view column) { return value(row, column) != nullptr; };
            const bool of_page = rows_.front().is_page && rows_.front().id.empty();
            if ((has("service_id") || holds("service")) &&
                (has("location_id") || holds("location")) && !has("name"))
                row.table = "service_at_location";
            else if (has("status") || has("organization_id") || holds("organization") ||
                     holds("service_at_location") || holds("service_area"))
                row.table = has("location_type") || has("latitude") ? "location" : "service";
            else if (has("location_type") || has("latitude") || holds("accessibility"))
                row.table = "location";
            else if (holds("service") || says_organization(row))
                row.table = "organization";
            else if (has("taxonomy") || has("taxonomy_id") || has("term_uri") ||
                     has("vocabulary") || holds("taxonomy") || (of_page && has("code")))
                row.table = "taxonomy_term";
            else
                row.table = of_page && has("version") ? "taxonomy" : "organization";
        }
    }

    void warn_of_pages(const Row& row) {
        for (const Value& value : row.values)
            if (!is_of_page(value.column)) not_read(value.column, value.place);
        const std::string* pages = value(row, "total_pages");
        if (!pages) pages = value(row, "totalPages");
        if (pages && *pages != "1" && *pages != "0")
            issues_.add(Severity::warning, "one-page", row.place,
                        {"Das ist eine von {} Seiten einer Schnittstelle; die anderen fehlen "
                         "hier (Anzahl: {}).",
                         "This is one of {} pages of an API; the others are missing here (number: "
                         "{})."},
                        *pages);
    }

    /// Parents stand before what they hold.
    void link() {
        std::vector<Row> visits;
        for (Row& row : rows_) {
            if (row.parent == none) continue;
            Row& parent = rows_[row.parent];
            if (is_place_of(row, parent)) {
                visits.push_back(visit(row, parent));
            } else if (row.only_child) {
                if (!row.id.empty()) set_missing(parent, row.table + "_id", row.id);
            } else if (!parent.id.empty()) {
                if (row.table == "attribute") {
                    set_missing(row, "link_id", parent.id);
                    set_missing(row, "link_entity", parent.table);
                } else {
                    set_missing(row, parent.table + "_id", parent.id);
                }
            }
        }
        name_providers();
        rows_.insert(rows_.end(), visits.begin(), visits.end());
    }

    /// HSDS 1 and 2 nest services and places in each other, without a service_at_location.
    static bool is_place_of(const Row& row, const Row& parent) {
        return (row.table == "service" && parent.table == "location") ||
               (row.table == "location" && parent.table == "service");
    }

    static Row visit(const Row& row, const Row& parent) {
        Row out{"service_at_location", row.place};
        for (const Row* end : {&row, &parent})
            if (!end->id.empty()) out.values.push_back({end->table + "_id", end->id});
        return out;
    }

    /// Of a service that does not say so anywhere: the first organization around it.
    void name_providers() {
        std::unordered_set<std::string> named;
        for (const Row& row : rows_)
            if (row.table == "service" && value(row, "organization_id")) named.insert(row.id);
        for (Row& row : rows_) {
            std::size_t around = row.table == "service" ? row.parent : none;
            while (around != none && rows_[around].table != "organization")
                around = rows_[around].parent;
            if (around != none && !rows_[around].id.empty() && named.insert(row.id).second)
                set_missing(row, "organization_id", rows_[around].id);
        }
    }

    static void set_missing(Row& row, const std::string& column, const std::string& text) {
        if (!value(row, column)) row.values.push_back({column, text});
    }

    /// The same thing is written out wherever it is mentioned, in full or in part.
    void merge(ReadTable& table, ReadRow& known, const Row& again) {
        for (const auto& [name, text, type, place] : again.values) {
            const ReadCell* cell = table.find(known, name);
            if (!cell)
                known.cells.push_back({table.column(name), text, type == JsonType::number});
            else if (cell->text != text && !(is_thing(again) && name.ends_with("_id")))
                issues_.add(Severity::warning, "contradiction", again.place,
                            {"{} steht an mehreren Stellen verschieden; die erste gilt (Anzahl: "
                             "{}).",
                             "{} stands differently in several places; the first counts (number: "
                             "{})."},
                            again.table + '.' + name);
        }
    }

    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    GroupedIssues issues_;
    NetworkInfo info_;
    std::vector<Level> open_;
    std::string member_;
    std::vector<Row> rows_;
    std::optional<XmlPlace> organizations_;  ///< where the root lists them
    std::map<std::string, RowBudget> budgets_;
    std::optional<Error> error_;
};

}  // namespace

Result<std::optional<ReadPackage>> read_hsds_json(std::string_view text, const std::string& file,
                                                  const Limits& limits, NetworkBuilder& builder) {
    DocumentReader reader{file, limits, builder};
    const auto problem = visit_json(text, limits, reader);
    if (reader.error()) return *std::move(reader.error());
    if (!problem) return std::move(reader).package();
    const JsonPlace place = problem->place;
    if (problem->kind == JsonProblem::Kind::limit)
        return limit_error(problem->code, problem->limit, file + ':' + std::to_string(place.line));
    builder.report(
        {Severity::error, problem->code, {file, {}, place.line, place.column}, problem->message});
    return std::optional<ReadPackage>{};
}

}  // namespace lotse::io::hsds
