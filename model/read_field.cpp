#include "read_field.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>

namespace lotse {
namespace {

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

/// "k. A." or "-" where a number or date stands. A stage must be given; its list has a word for
/// unknown.
bool is_not_recorded(const std::string& text, const CellContext& context) {
    return may_say_not_recorded(text) || (says_not_recorded(text) && context.column != "stage");
}
/// NaN is the result of a calculation that failed, and stays an error.
bool is_no_number(const std::string& text, const CellContext& context) {
    return is_not_recorded(text, context) && unicode::match_key(text) != "nan";
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

void warn_of_blanks(const std::string& raw, std::string_view clean, const CellContext& context) {
    if (unicode::trim(raw).size() != raw.size())
        context.warning("blank-around-key",
                        message({"{}: Leerzeichen am Rand von „{}“ wurden entfernt.",
                                 "{}: blanks around '{}' were removed."},
                                {context.column, clean}));
}

template <class Entity>
std::optional<std::string> parse_mention(std::string text, const CellContext& context) {
    if constexpr (std::is_same_v<Entity, Area>)
        return parse_area_key(std::move(text), context);
    else
        return text;
}

template <class Entity>
Outcome read_mention(Ref<Entity>& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    warn_of_blanks(cell.text, *text, context);
    return store(field.key, parse_mention<Entity>(*std::move(text), context));
}

template <class Entity>
Outcome read_mentions(std::vector<Ref<Entity>>& field, const Cell& cell,
                      const CellContext& context) {
    if (!expect_list(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    CellContext of_member = context;
    of_member.takes_list = true;
    for (std::string& member : split_list(*text)) {
        auto key = parse_mention<Entity>(std::move(member), of_member);
        if (!key) return Outcome::failed;
        field.push_back({*std::move(key), {}});
    }
    return Outcome::read;
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
Outcome read_choice(E& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    if (const auto exact = from_key<E>(*text)) {
        field = *exact;
        return Outcome::read;
    }
    const CodeList& list = *Codebook::built_in().list(list_of(E{}));
    const Code* code = list.recognise(*text);
    if (!code) {
        CellContext of_list = context;
        of_list.list = list.name();
        if (says_not_recorded(*text) || may_say_not_recorded(*text))
            report_not_recorded(*text, of_list);
        else if (is_uncertain(*text, list))
            report_uncertain(*text, context);
        else
            report_unknown_code(*text, list, Severity::error, context);
        return Outcome::failed;
    }
    field = *from_key<E>(code->code);
    return Outcome::read;
}

}  // namespace

Outcome read_field(std::string& field, const Cell& cell, const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    warn_of_date(cell, context);
    return store(field, clean_free_text(cell, context));
}

Outcome read_field(std::vector<std::string>& field, const Cell& cell, const CellContext& context) {
    if (!expect_list(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    field = split_list(*text);
    return Outcome::read;
}

Outcome read_field(Ref<Actor>& field, const Cell& cell, const CellContext& context) {
    return read_mention(field, cell, context);
}
Outcome read_field(Ref<Area>& field, const Cell& cell, const CellContext& context) {
    return read_mention(field, cell, context);
}
Outcome read_field(Ref<Venue>& field, const Cell& cell, const CellContext& context) {
    return read_mention(field, cell, context);
}
Outcome read_field(std::vector<Ref<Actor>>& field, const Cell& cell, const CellContext& context) {
    return read_mentions(field, cell, context);
}
Outcome read_field(std::vector<Ref<Area>>& field, const Cell& cell, const CellContext& context) {
    return read_mentions(field, cell, context);
}
Outcome read_field(std::vector<Ref<Venue>>& field, const Cell& cell, const CellContext& context) {
    return read_mentions(field, cell, context);
}

Outcome read_field(std::optional<std::int64_t>& field, const Cell& cell,
                   const CellContext& context) {
    if (!expect_number(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    if (is_no_number(*text, context)) return Outcome::not_recorded;
    field = parse_whole(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(std::optional<double>& field, const Cell& cell, const CellContext& context) {
    if (!expect_number(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    if (is_no_number(*text, context)) return Outcome::not_recorded;
    field = parse_real(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(std::optional<PartialDate>& field, const Cell& cell,
                   const CellContext& context) {
    if (!expect_text(cell, context)) return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    if (is_not_recorded(*text, context)) return Outcome::not_recorded;
    field = parse_date(*text, context);
    return field ? Outcome::read : Outcome::failed;
}

Outcome read_field(ThreeValued& field, const Cell& cell, const CellContext& context) {
    if (!expect(cell, context, {CellKind::json_string, CellKind::json_boolean},
                {"ja, nein oder unbekannt", "yes, no or unknown"}))
        return Outcome::failed;
    const auto text = clean_text(cell, context);
    if (!text) return Outcome::failed;
    if (*text != "?" && may_say_not_recorded(*text)) return Outcome::not_recorded;
    return store(field, parse_yes_no(*text, context));
}

Outcome read_field(TieKind& field, const Cell& cell, const CellContext& context) {
    return read_choice(field, cell, context);
}
Outcome read_field(CoverageState& field, const Cell& cell, const CellContext& context) {
    return read_choice(field, cell, context);
}
Outcome read_field(std::optional<Sector>& field, const Cell& cell, const CellContext& context) {
    if (is_not_recorded(cell.text, context)) return Outcome::not_recorded;
    Sector value{};
    if (read_choice(value, cell, context) == Outcome::failed) return Outcome::failed;
    field = value;
    return Outcome::read;
}

Outcome read_key(std::string& field, const Cell& cell, const CellContext& context) {
    if (read_field(field, cell, context) == Outcome::failed) return Outcome::failed;
    field = unicode::trim(field);
    warn_of_blanks(cell.text, field, context);
    return field.empty() || parse_key(field, context) ? Outcome::read : Outcome::failed;
}

Outcome read_area_key(std::string& field, const Cell& cell, const CellContext& context) {
    if (read_field(field, cell, context) == Outcome::failed) return Outcome::failed;
    field = unicode::trim(field);
    warn_of_blanks(cell.text, field, context);
    auto key = parse_area_key(field, context);
    if (!key) return Outcome::failed;
    field = *std::move(key);
    return field.empty() || parse_key(field, context) ? Outcome::read : Outcome::failed;
}

}  // namespace lotse
