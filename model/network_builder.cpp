#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network_builder.hpp>
#include <lotse/model/privacy.hpp>
#include <lotse/model/similar.hpp>

#include "cross_checks.hpp"
#include "typed_table.hpp"

#include <algorithm>
#include <array>

namespace lotse {
namespace {

constexpr std::array tables_of_the_format{
    TableName{Actor::table, {"Akteure", "Actors"}},
    TableName{Tie::table, {"Beziehungen", "Ties"}},
    TableName{Offer::table, {"Angebote", "Offers"}},
    TableName{Venue::table, {"Orte", "Venues"}},
    TableName{Area::table, {"Gebiete", "Areas"}},
    TableName{Contact::table, {"Ansprechstellen", "Contacts"}},
    TableName{AgendaItem::table, {"Agenda", "Agenda"}},
    TableName{Finding::table, {"Feststellungen", "Findings"}},
    TableName{PersonNeed::table, {"Bedarf", "Needs"}},
    TableName{Travel::table, {"Wege", "Travel"}},
    TableName{Source::table, {"Quellen", "Sources"}},
    TableName{OwnCode::table, {"Codes", "Codes"}},
};

/// "_ties", "#ties", "ties_": somebody put the table aside.
bool is_put_aside(std::string_view name) {
    name = unicode::trim(name);
    const auto is_sign = [](char c) {
        const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
        return is_ascii && !ascii::is_alphanumeric(c);
    };
    return !name.empty() && (is_sign(name.front()) || is_sign(name.back()));
}

}  // namespace

std::span<const TableName> table_names() {
    return tables_of_the_format;
}

std::string_view table_key(std::string_view name) {
    if (is_put_aside(name)) return {};
    const std::string key = unicode::match_key(name);
    for (const TableName& table : tables_of_the_format)
        if (key == table.key || key == unicode::match_key(table.name.de) ||
            key == unicode::match_key(table.name.en))
            return table.key;
    return {};
}

std::string_view similar_table(std::string_view name) {
    std::vector<std::string_view> known;
    for (const TableName& table : tables_of_the_format) {
        known.push_back(table.key);
        known.push_back(table.name.de);
    }
    const auto best = most_similar(name, known, [](std::string_view k) { return k; });
    return best ? tables_of_the_format[*best / 2].key : std::string_view{};
}

bool BuildResult::has_errors() const {
    return std::ranges::any_of(issues,
                               [](const Issue& i) { return i.severity == Severity::error; });
}

bool BuildResult::holds_client_data() const {
    return std::ranges::any_of(issues, [](const Issue& i) { return i.code == client_data; });
}

struct NetworkBuilder::State {
    NetworkInfo info;
    BuildLog log;
    TypedTables tables{log};
};

NetworkBuilder::NetworkBuilder() : state_{std::make_unique<State>()} {}
NetworkBuilder::~NetworkBuilder() = default;

TableInput* NetworkBuilder::table(std::string_view name, const SourcePosition& where) {
    const auto key = table_key(name);
    return key.empty() ? nullptr : state_->tables.open(key, where);
}

void NetworkBuilder::describe(NetworkInfo info) {
    state_->info = std::move(info);
}
void NetworkBuilder::report(Issue issue) {
    state_->log.add(std::move(issue));
}

namespace {

/// Errors that take a whole table away, or all behind some place in it.
constexpr std::array<std::string_view, 14> codes_of_files{
    "bad-json",           "bad-path",         "bad-quote",       "duplicate-member",
    "empty-table",        "missing-file",     "mixed-encoding",  "outside-folder",
    "text-after-quote",   "unknown-encoding", "unreadable-text", "unsupported-dialect",
    "unterminated-quote", "wrong-ending"};

/// Which file was to hold which table is not known here, so with such an error every table that was
/// not met may be the one.
void mark_unread_tables(BuildLog& log) {
    bool any = false;
    for (const Issue& issue : log.issues) {
        if (issue.severity != Severity::error ||
            std::ranges::find(codes_of_files, issue.code) == codes_of_files.end())
            continue;
        any = true;
        for (const TableOrigin& origin : log.origins)
            if (origin.where.file == issue.where.file && origin.where.sheet == issue.where.sheet)
                log.unread.insert(origin.table);
    }
    for (const TableName& table : table_names())
        if (any &&
            std::ranges::find(log.origins, table.key, &TableOrigin::table) == log.origins.end())
            log.unread.insert(table.key);
}

/// Name and licence stand in every output; a message may quote what was refused for its form, and
/// names files and sheets.
void refuse_identifiers(const NetworkInfo& info, std::vector<Issue>& issues) {
    const bool said = std::ranges::any_of(
        issues, [](const Issue& i) { return i.code == client_data && !i.where.file.empty(); });
    for (const std::string* text : {&info.name, &info.license})
        if (const auto found = privacy::client_value(*text); found && !said)
            issues.push_back({Severity::error, client_data, {}, privacy::value_refusal(*found)});
    for (Issue& issue : issues) {
        auto found = privacy::client_value(issue.message.de);
        for (std::string* name : {&issue.where.file, &issue.where.sheet}) {
            const auto in_name = privacy::client_value(*name);
            if (!in_name) continue;
            found = in_name;
            *name = "…";
        }
        if (found) {
            issue.severity = Severity::error;
            issue.code = client_data;
            issue.message = privacy::value_refusal(*found);
        } else if (privacy::holds_personal_contact(issue.message.de)) {
            issue.message =
                Text{"Hier steht eine Mailadresse oder Telefonnummer; sie wird nicht wiederholt.",
                     "Here stands a mail address or telephone number; it is not repeated."};
        }
    }
}

/// As in a cell: only the column for mailboxes may hold a way to reach somebody.
void withhold_contacts(NetworkInfo& info, BuildLog& log) {
    if (privacy::holds_personal_contact(info.name)) {
        info.name = "Netz ohne Namen";
        log.say(Severity::warning, "withheld", {},
                Text{"Der Name des Netzes enthält eine Mailadresse oder Telefonnummer und wird "
                     "nicht übernommen. Bitte ohne sie schreiben.",
                     "The name of the network holds a mail address or telephone number and is not "
                     "taken over. Write it without."});
    }
    if (privacy::holds_personal_contact(info.license)) {
        info.license.clear();
        log.say(Severity::warning, "withheld", {},
                Text{"Die Lizenz enthält eine Mailadresse oder Telefonnummer und wird nicht "
                     "übernommen. Bitte ohne sie schreiben.",
                     "The licence holds a mail address or telephone number and is not taken over. "
                     "Write it without."});
    }
}

}  // namespace

BuildResult NetworkBuilder::finish() && {
    State& state = *state_;
    auto [tables, faulty] = state.tables.finish();
    mark_unread_tables(state.log);
    check_across_rows(tables, faulty, state.log);
    faulty = {};
    refuse_identifiers(state.info, state.log.issues);
    withhold_contacts(state.info, state.log);
    if (const std::size_t more = state.log.left_out(); more > 0)
        state.log.issues.push_back({Severity::warning,
                                    "more-issues",
                                    {},
                                    message({"{} weitere Meldungen sind nicht aufgeführt.",
                                             "{} more messages are not listed."},
                                            {std::to_string(more)})});
    state.log.rows.rejected = state.log.rows.read - state.log.rows.used;
    std::ranges::stable_sort(state.log.issues, [](const Issue& a, const Issue& b) {
        return std::tie(a.where, a.code) < std::tie(b.where, b.code);
    });
    return {Network{std::move(state.info), std::move(tables)}, std::move(state.log.issues),
            state.log.rows};
}

}  // namespace lotse
