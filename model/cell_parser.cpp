#include "cell_parser.hpp"

#include "contact_cells.hpp"
#include "own_codes.hpp"

#include <lotse/base/formula.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/governance.hpp>
#include <lotse/model/privacy.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace lotse {
namespace {

/// Lists whose codes the data format fixes; datasets/codes says what they mean.
constexpr std::array<std::string_view, 5> closed_lists{"actor_kinds", "coverage_states",
                                                       "legal_circles", "tie_kinds", "topics"};

/// The list that says what the numbers of a column are called; empty: none does.
std::string_view names_of_numbers(std::string_view column) {
    if (column == "level") return "tie_levels";
    if (column == "stage") return "agenda_stages";
    return {};
}

/// "2" for "2.0": so programs write a column of whole numbers that has gaps.
std::optional<std::string> without_zeros(const std::string& text) {
    const auto real = parse_number(text);
    const double* number = std::get_if<double>(&real);
    return number && std::trunc(*number) == *number ? std::optional{shortest_text(*number)}
                                                    : std::nullopt;
}

/// The only table about what persons do: what cannot be read there may be the name of one.
bool is_about_persons(const CellContext& context) {
    return context.log.origins[context.origin.table].table == Contact::table;
}

void refuse_name(Text expected, const CellContext& context) {
    context.error("personal-contact",
                  message({"{}: Hier steht {}. Der Wert kann der Name einer Person sein und wird "
                           "nicht wiederholt. Namen von Personen bitte nicht eintragen.",
                           "{}: {}. The value may be the name of a person and is not "
                           "repeated. Enter no names of persons."},
                          {Message{std::string{context.column}, std::string{context.column}},
                           Message{expected}}));
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text) {
    std::string bars{text};
    for (char& c : bars)
        if (std::string_view{",;/&+\n\r"}.find(c) != std::string_view::npos) c = '|';
    auto parts = split_list(bars);
    if (parts.size() < 2) parts.clear();
    return parts;
}

void report_several_keys(std::string_view code, const std::string& text,
                         const CellContext& context) {
    context.error(code, message(context.takes_list
                                    ? Text{"{}: „{}“ sind mehrere Angaben; bitte mit | trennen.",
                                           "{}: '{}' are several entries; separate them by |."}
                                    : Text{"{}: „{}“ sind mehrere Angaben; hier ist nur eine "
                                           "möglich.",
                                           "{}: '{}' are several entries; only one is possible "
                                           "here."},
                                {context.column, text}));
}

bool names_person(const std::string& text, const CellContext& context) {
    return privacy::is_person_name(text) ||
           (is_about_persons(context) && (holds_title(text) || holds_name(text)));
}

bool is_refused_name(const std::string& text, const CellContext& context) {
    if (!names_person(text, context)) return false;
    refuse_name({"anscheinend der Name einer Person", "this seems to be the name of a person"},
                context);
    return true;
}

namespace {

std::optional<std::string> checked(std::string_view text, const Cell& cell,
                                   const CellContext& context) {
    if (unicode::first_invalid_utf8(text)) {
        context.error(
            "bad-encoding",
            message({"{}: Der Text ist kein gültiges UTF-8. Bitte die Datei neu als „CSV UTF-8“ "
                     "speichern.",
                     "{}: the text is not valid UTF-8. Save the file again as 'CSV UTF-8'."},
                    {context.column}));
        return std::nullopt;
    }
    if (const auto at = unicode::first_forbidden(cell.text)) {
        // U+0080 to U+009F: nobody types them, but text of another code page turns into them.
        const bool is_decoded_wrongly = std::string_view{cell.text}.substr(*at).starts_with('\xC2');
        context.error(
            "control-character",
            message(is_decoded_wrongly
                        ? Text{"{}: Der Text ist falsch entschlüsselt: „{}“. Bitte aus der Quelle "
                               "neu als „CSV UTF-8“ speichern.",
                               "{}: the text was decoded wrongly: '{}'. Save it from its source "
                               "again as 'CSV UTF-8'."}
                        : Text{"{}: Der Text enthält unsichtbare Steuerzeichen: „{}“. Bitte neu "
                               "eintippen.",
                               "{}: the text holds invisible control characters: '{}'. Type it "
                               "again."},
                    {context.column, text}));
        return std::nullopt;
    }
    return unicode::nfc(text);
}

std::string_view without_guard(const Cell& cell) {
    const std::string_view text = unicode::trim(cell.text);
    if (cell.kind == CellKind::text && is_guarded_formula(text)) return text.substr(1);
    return cell.text;
}

}  // namespace

std::optional<std::string> clean_text(const Cell& cell, const CellContext& context) {
    return checked(unicode::trim(without_guard(cell)), cell, context);
}

std::optional<std::string> clean_free_text(const Cell& cell, const CellContext& context) {
    const std::string_view all = without_guard(cell);
    const std::string_view text = unicode::trim(all);
    const std::string_view blanks = all.substr(0, all.find(text));
    const auto kept = blanks.find_first_of("\t\r\n");
    if (kept == blanks.npos || text.size() < 2 || !starts_formula(text))
        return checked(text, cell, context);
    return checked(all.substr(kept, blanks.size() - kept + text.size()), cell, context);
}

std::optional<std::string> parse_key(std::string text, const CellContext& context) {
    constexpr std::size_t longest = 64;
    if (unicode::length(text) > longest || !unicode::is_key_text(text)) {
        context.error(
            "bad-key",
            message({"{}: „{}“ taugt nicht als Schlüssel. Erlaubt sind 1 bis 64 Buchstaben, "
                     "Ziffern und - _ . :",
                     "{}: '{}' cannot be a key. Allowed are 1 to 64 letters, digits and - _ . :"},
                    {context.column, text}));
        return std::nullopt;
    }
    return text;
}

void report_unknown_code(const std::string& text, const CodeList& list, Severity severity,
                         const CellContext& context) {
    if (is_refused_name(text, context)) return;
    const auto end = text.find_first_of(",;/&+|\n\r");
    if (end != std::string::npos && list.recognise(unicode::trim(text.substr(0, end)))) {
        const Text advice =
            context.takes_list
                ? Text{"{}: „{}“ sind mehrere Codes; bitte mit | trennen.",
                       "{}: '{}' are several codes; separate them by |."}
            : list.name() == "tie_kinds"
                ? Text{"{}: „{}“ sind mehrere Codes; hier ist nur einer möglich. Bitte für jede "
                       "Art eine eigene Zeile eintragen.",
                       "{}: '{}' are several codes; only one is possible here. Enter a row of its "
                       "own for each kind."}
                : Text{"{}: „{}“ sind mehrere Codes; hier ist nur einer möglich. Bitte den "
                       "eintragen, der am besten passt.",
                       "{}: '{}' are several codes; only one is possible here. Enter the one that "
                       "fits best."};
        return context.say(severity, "unknown-code", message(advice, {context.column, text}));
    }
    const auto verbatim = [](std::string_view word) {
        return Message{std::string{word}, std::string{word}};
    };
    const Code* nearest = list.nearest(text);
    Message words =
        nearest
            ? message({"{}: Den Code „{}“ gibt es nicht in der Liste {}. Meinten Sie „{}“ ({})?",
                       "{}: there is no code '{}' in the list {}. Did you mean '{}' ({})?"},
                      {verbatim(context.column), verbatim(text), verbatim(list.name()),
                       verbatim(nearest->code), nearest->label})
            : message(is_fixed_list(list.name())
                          ? Text{"{}: Den Code „{}“ gibt es nicht in der Liste {}; lotse list "
                                 "codes zeigt sie.",
                                 "{}: there is no code '{}' in the list {}; lotse list codes shows "
                                 "it."}
                          : Text{"{}: Den Code „{}“ gibt es nicht in der Liste {} (lotse list "
                                 "codes zeigt sie; die Tabelle codes ergänzt sie).",
                                 "{}: there is no code '{}' in the list {} (lotse list codes shows "
                                 "it; the table codes extends it)."},
                      {context.column, text, list.name()});
    context.say(severity, "unknown-code", std::move(words));
}

void report_uncertain(const std::string& text, const CellContext& context) {
    context.error("uncertain",
                  message({"{}: „{}“ trägt ein Fragezeichen. Bitte klären und ohne Fragezeichen "
                           "eintragen, oder leer lassen: leer heißt nicht erhoben.",
                           "{}: '{}' bears a question mark. Settle it and enter it without one, or "
                           "leave the cell empty: empty means not recorded."},
                          {context.column, text}));
}

void report_missing_value(const CellContext& context) {
    context.error("missing-value",
                  message({"{}: Der Pflichtwert fehlt.", "{}: the required value is missing."},
                          {context.column}));
}

void report_not_recorded(const std::string& text, const CellContext& context) {
    if (context.codes.list(context.list))
        return context.error(
            "missing-value",
            message({"{}: „{}“ zählt als nicht erhoben; hier ist ein Code nötig (lotse list codes "
                     "zeigt die Liste {}).",
                     "{}: '{}' counts as not recorded; a code is needed here (lotse list codes "
                     "shows the list {})."},
                    {context.column, text, context.list}));
    context.error("missing-value",
                  message({"{}: „{}“ zählt als nicht erhoben; hier ist eine Angabe nötig.",
                           "{}: '{}' counts as not recorded; a value is needed here."},
                          {context.column, text}));
}

void warn_of_missing_name(const std::string& text, const CellContext& context) {
    context.warning("not-recorded",
                    message({"{}: „{}“ schreiben Programme, wo ein Wert fehlt. Ist es der Name, "
                             "bitte ausschreiben.",
                             "{}: '{}' is what programs write for a missing value. If it is the "
                             "name, write it in full."},
                            {context.column, text}));
}

bool is_uncertain(const std::string& text, const CodeList& list) {
    return unicode::holds_question_mark(text) && list.recognise(unicode::match_key(text));
}

std::optional<std::string> parse_code(const std::string& text, const CellContext& context) {
    const CodeList* list = context.codes.list(context.list);
    if (!list) return text;
    if (const Code* code = list->recognise(text)) return code->code;
    if (const auto whole = without_zeros(text))
        if (const Code* code = list->recognise(*whole)) return code->code;
    if (is_refused_name(text, context)) return std::nullopt;
    if (is_uncertain(text, *list)) {
        report_uncertain(text, context);
        return std::nullopt;
    }
    const bool closed = std::ranges::find(closed_lists, context.list) != closed_lists.end();
    report_unknown_code(text, *list, closed ? Severity::error : Severity::warning, context);
    return closed ? std::nullopt : std::optional{text};
}

namespace {

/// "2." is a slip of a number.
bool is_word(const std::string& text) {
    return text.find_first_of("0123456789") == text.npos;
}

template <class Number>
std::optional<Number> accepted(const std::variant<Number, NumberProblem>& value,
                               const std::string& text, const CellContext& context) {
    if (const Number* number = std::get_if<Number>(&value)) return *number;
    switch (std::get<NumberProblem>(value)) {
        case NumberProblem::ambiguous:
            context.error("ambiguous-number",
                          message({"{}: „{}“ kann zweierlei bedeuten (Dezimal- oder "
                                   "Tausenderzeichen). Bitte ohne Tausenderzeichen schreiben.",
                                   "{}: '{}' can mean two numbers (decimal or thousands sign). "
                                   "Write it without a thousands sign."},
                                  {context.column, text}));
            break;
        case NumberProblem::out_of_range: {
            const bool open_above = context.range.max > 1e15;
            const std::string min = shortest_text(std::max(context.range.min, -1e15));
            const bool too_large = context.range.min <= 0 && !text.starts_with('-');
            if (open_above && too_large)
                context.error("out-of-range",
                              message({"{}: „{}“ ist zu groß.", "{}: '{}' is too large."},
                                      {context.column, text}));
            else if (open_above)
                context.error("out-of-range",
                              message({"{}: „{}“ ist zu klein; der kleinste erlaubte Wert ist {}.",
                                       "{}: '{}' is too small; the smallest value allowed is {}."},
                                      {context.column, text, min}));
            else
                context.error("out-of-range", message({"{}: „{}“ liegt außerhalb von {} bis {}.",
                                                       "{}: '{}' is outside {} to {}."},
                                                      {context.column, text, min,
                                                       shortest_text(context.range.max)}));
            break;
        }
        case NumberProblem::not_a_number:
            if constexpr (std::is_same_v<Number, std::int64_t>)
                context.error(
                    "bad-number",
                    message(is_word(text)
                                ? Text{"{}: „{}“ ist keine ganze Zahl. Ist sie nicht bekannt, "
                                       "bitte leer lassen.",
                                       "{}: '{}' is not a whole number. If it is not known, leave "
                                       "the cell empty."}
                                : Text{"{}: „{}“ ist keine ganze Zahl.",
                                       "{}: '{}' is not a whole number."},
                            {context.column, text}));
            else
                context.error("bad-number",
                              message({"{}: „{}“ ist keine Zahl. Erlaubt sind Ziffern mit einem "
                                       "Dezimalzeichen, z. B. 0,5; was nicht bekannt ist, bitte "
                                       "leer lassen.",
                                       "{}: '{}' is not a number. Allowed are digits with one "
                                       "decimal sign, e.g. 0.5; leave empty what is not known."},
                                      {context.column, text}));
            break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_whole(const std::string& text, const CellContext& context) {
    auto value = parse_integer(text, context.range);
    if (value == decltype(value){NumberProblem::not_a_number})
        if (const auto whole = without_zeros(text)) value = parse_integer(*whole, context.range);
    const CodeList* names = context.codes.list(names_of_numbers(context.column));
    if (names && is_word(text) && value == decltype(value){NumberProblem::not_a_number}) {
        if (is_uncertain(text, *names)) {
            report_uncertain(text, context);
            return std::nullopt;
        }
        if (const Code* code = names->recognise(text))
            value = parse_integer(code->code, context.range);
    }
    return accepted(value, text, context);
}

std::optional<double> parse_real(const std::string& text, const CellContext& context) {
    return accepted(parse_number(text, context.range), text, context);
}

std::optional<PartialDate> parse_date(const std::string& text, const CellContext& context) {
    auto date = parse_partial_date(text);
    constexpr std::size_t year = 4;
    if (const auto whole = date ? std::nullopt : without_zeros(text);
        whole && whole->size() == year)
        date = parse_partial_date(*whole);
    if (!date && is_about_persons(context) && may_be_name(text))
        refuse_name({"kein Datum (erlaubt sind etwa 2019-03 und 05.03.2019)",
                     "this is no date (2019-03 and 05.03.2019 are allowed)"},
                    context);
    else if (!date)
        context.error(
            "bad-date",
            message(
                {"{}: „{}“ ist kein Datum. Erlaubt sind 2019, 2019-03, 2019-03-05 und 05.03.2019.",
                 "{}: '{}' is not a date. Allowed are 2019, 2019-03, 2019-03-05 and 05.03.2019."},
                {context.column, text}));
    return date;
}

std::optional<ThreeValued> parse_yes_no(const std::string& text, const CellContext& context) {
    const auto value = parse_three_valued(text);
    const bool is_word = parse_three_valued(unicode::match_key(text)).has_value();
    if (!value && !is_word && is_about_persons(context) && may_be_name(text))
        refuse_name({"weder ja noch nein noch unbekannt", "this is neither yes nor no nor unknown"},
                    context);
    else if (!value && unicode::holds_question_mark(text))
        report_uncertain(text, context);
    else if (!value)
        context.error(
            "bad-yes-no",
            message({"{}: „{}“ ist weder ja noch nein noch unbekannt (leer heißt: nicht erhoben).",
                     "{}: '{}' is neither yes nor no nor unknown (empty means: not recorded)."},
                    {context.column, text}));
    return value;
}

}  // namespace lotse
