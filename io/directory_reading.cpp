#include "directory_reading.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "directory_values.hpp"
#include "table_rows.hpp"
#include "workbook_text.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// A list of the data format has no member with a `|`.
std::string without_bars(std::string text) {
    std::ranges::replace(text, '|', '/');
    return text;
}

bool is_one_of(std::string_view field, std::initializer_list<std::string_view> fields) {
    return std::ranges::find(fields, field) != fields.end();
}

/// Names and places.
bool is_text_field(std::string_view field) {
    constexpr std::array<std::string_view, 3> groups{"provider_", "place_", "venue_"};
    return is_one_of(field, {"offer", "venue"}) ||
           std::ranges::any_of(groups, [&](auto group) { return field.starts_with(group); });
}

/// Of a cell that holds nothing else.
std::vector<std::string> links_in(std::string_view text) {
    const std::array<std::string, 8> between{",", ";", "\n", "\r", " ", "|", "und", "oder"};
    auto parts = split_words(text, between);
    const bool all = std::ranges::all_of(parts, [](std::string_view part) {
        return part.starts_with("http://") || part.starts_with("https://") ||
               part.starts_with("www.");
    });
    return all ? parts : std::vector<std::string>{};
}

bool is_number_field(std::string_view field) {
    return is_one_of(
        field, {"fee_eur", "venue_lat", "venue_lon", "duration_weeks", "capacity", "vacancies"});
}

}  // namespace

std::size_t DirectoryReading::column_of(std::string_view field) const {
    const auto it = std::ranges::find(map_.columns, field, &ColumnMap::Column::field);
    return static_cast<std::size_t>(it - map_.columns.begin());
}

std::string DirectoryReading::under_heading(std::string_view field, const std::string& text) const {
    const std::size_t column = column_of(field);
    return column == map_.columns.size() ? text : table_.headings[column] + ": " + text;
}

SourcePosition DirectoryReading::at(const DirectoryRow& row, std::string_view field) const {
    const std::size_t column = column_of(field);
    SourcePosition where = table_.at(row.number, column);
    if (column == map_.columns.size()) where.column = 0;
    return where;
}

bool DirectoryReading::is_clean(const DirectoryRow& row) {
    bool clean = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& text = row.cells[i].text;
        const bool broken = unicode::first_invalid_utf8(text).has_value();
        if (!broken && !unicode::first_forbidden(text)) continue;
        clean = false;
        if (broken)
            report(Severity::error, "bad-encoding", table_.at(row.number, i),
                   Text{"Der Text ist kein gültiges UTF-8. Bitte die Datei neu als „CSV UTF-8“ "
                        "speichern.",
                        "The text is not valid UTF-8. Save the file again as 'CSV UTF-8'."});
        else
            report(Severity::error, "control-character", table_.at(row.number, i),
                   Text{"Der Text enthält unsichtbare Steuerzeichen. Bitte neu eintippen.",
                        "The text holds invisible control characters. Type it again."});
    }
    return clean;
}

bool DirectoryReading::read(const DirectoryRow& row, DirectoryFacts& out) {
    in_row_ = true;
    const bool used = read_cells(row, out);
    finish_row(used);
    return used;
}

bool DirectoryReading::read_cells(const DirectoryRow& row, DirectoryFacts& out) {
    if (!is_clean(row)) {
        all_read_ = false;
        return false;
    }
    out.row = &row;
    shared_ = {};
    kept_places_.clear();
    taken_.clear();
    said_.clear();
    withheld_.clear();
    std::set<std::string> given;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        const std::string& field = map_.columns[i].field;
        const bool number = cell.kind == CellKind::number && is_number_field(field);
        const std::string text =
            number ? plain_number(cell.text) : unicode::nfc(unicode::trim(cell.text));
        if (field == "skip" || text.empty()) continue;
        // What the map says of a word comes first, also of "-" and "?".
        const auto meanings = map_.meanings(i, text);
        const bool recorded = meanings.contains(field) || !is_not_recorded(text);
        if (!recorded && meanings.empty()) continue;
        if (cell.kind == CellKind::error) {
            report(
                Severity::warning, "error-cell", table_.at(row.number, i),
                message({"Die Formel dieser Zelle ergibt den Fehler {}; die Zelle gilt als leer.",
                         "The formula of this cell gives the error {}; the cell counts as "
                         "empty."},
                        {text}));
            continue;
        }
        if (recorded) given.insert(field);
        if (is_ditto(text) && field != "note" && field != "extra" && !meanings.contains(field))
            keep_ditto(out, field, i, text);
        else if (recorded)
            say(out, field, i, text);
        for (const auto& [other, word] : meanings) {
            if (other == field) continue;
            given.insert(other);
            used_words_.insert(&word->becomes);
            say(out, other, i, word->becomes, word->called);
        }
    }
    say_fixed(out, given);
    if (out.provider.empty() && out.offer.empty()) {
        report(Severity::error, "missing-value", table_.at(row.number, 0),
               Text{"Die Zeile nennt weder einen Anbieter noch ein Angebot.",
                    "The row names neither a provider nor an offer."});
        return false;
    }
    settle_places(out);
    settle_dates(out);
    settle_coordinates(out);
    keep_unused(out);
    return true;
}

void DirectoryReading::say(DirectoryFacts& out, const std::string& field, std::size_t column,
                           const std::string& text, const std::string& called) {
    said_.push_back({field, column, text, called});
    apply(out, field, column, text);
}

std::string DirectoryReading::value_of_word(std::size_t column, const std::string& word,
                                            const std::string& field) {
    const std::string* value = map_.word(column, word, field);
    if (value) used_words_.insert(value);
    return value ? *value : word;
}

SourcePosition DirectoryReading::cell(const DirectoryFacts& facts, std::size_t column) const {
    SourcePosition where = table_.at(facts.row->number, column);
    if (column == map_.columns.size()) where.column = 0;
    return where;
}

std::vector<std::string> DirectoryReading::parts_of(const std::string& field, std::size_t column,
                                                    const std::string& text) const {
    if (!is_list_field(field)) return {text};
    std::vector<std::string> separators{"|"};
    if (column < map_.columns.size())
        std::ranges::copy(map_.columns[column].separators, std::back_inserter(separators));
    const CodeList* list = Codebook::built_in().list(code_list_of(field));
    const auto is_one = [&](std::string_view part) {
        return (list && list->recognise(part)) || map_.word(column, part, field) ||
               (field == "areas" && areas_.is_name(part));
    };
    std::vector<std::string> parts = split_words(text, separators, is_one);
    std::erase_if(parts, [&](const std::string& part) {
        return is_not_recorded(part) && !map_.word(column, part, field);
    });
    return parts;
}

/// "Zertifikat: ja" may be one for those who take part; "ZPP: ja" is not.
bool DirectoryReading::says_certified_by_nobody(std::size_t column, const std::string& text) const {
    if (column == map_.columns.size() || yes_or_no(text) != ThreeValued::yes) return false;
    const std::string heading = unicode::match_key(table_.headings[column]);
    return heading.find("zpp") == std::string::npos &&
           heading.find("prüfstelle") == std::string::npos;
}

void DirectoryReading::apply(DirectoryFacts& out, const std::string& field, std::size_t column,
                             const std::string& raw) {
    const std::string text = value_of_word(column, raw, field);
    const bool of_word = text != raw;
    as_written_ = of_word ? &raw : nullptr;
    if (of_word && is_not_recorded(text)) return;  // "?" means "unbekannt"
    if (field == "certified" && !of_word && says_certified_by_nobody(column, text))
        return not_understood(out, field, column, text,
                              Text{"kein Name einer Stelle, die Kurse zertifiziert (ist es die "
                                   "ZPP, dann „ZPP“ schreiben oder in der Zuordnung sagen)",
                                   "no name of a body that certifies courses (if it is the ZPP, "
                                   "write 'ZPP', or say so in the map)"});
    const bool is_tick = field == "certified" && yes_or_no(text) == ThreeValued::yes;
    if (!code_list_of(field).empty())
        return apply_codes(out, field, column, is_tick ? "zpp" : text);
    if (is_text_field(field) && holds_signs_only(text))
        return not_understood(out, field, column, text,
                              Text{"weder Wort noch Zahl", "neither a word nor a number"});
    if (apply_place(out, field, column, text)) return;
    if (field == "fee_eur") return apply_fee(out, column, text);
    if (is_one_of(field, {"start", "end", "period"})) {
        if (field == "period") return apply_period(out, column, text);
        const std::string date = date_of(text);
        if (!date.empty()) {
            take(out, out.values[field], field, column, date, text);
        } else if (const Code* status =
                       Codebook::built_in().list("offer_statuses")->recognise(text)) {
            take(out, out.values["status"], "status", column, status->code, text);
        } else {
            not_understood(out, field, column, text, Text{"kein Datum", "no date"});
        }
        return;
    }
    if (field == "areas") return apply_areas(out, column, text);
    if (is_one_of(field, {"venue_lat", "venue_lon"})) {
        const auto degrees = degrees_of(text);
        if (!degrees)
            return not_understood(out, field, column, text,
                                  Text{"keine Koordinate", "no coordinate"});
        take(out, out.values[field], field, column, unambiguous_text(*degrees), text);
        return;
    }
    if (is_one_of(field, {"extra", "note"}) && withhold_person(out, column, text)) return;
    if (field == "extra") {
        if (!withhold(out, column, text)) out.extra.emplace_back(column, text);
        return;
    }
    if (field == "note") return keep_in_note(out, field, column, text);
    apply_value(out, field, column, text);
}

void DirectoryReading::apply_value(DirectoryFacts& out, const std::string& field,
                                   std::size_t column, const std::string& text) {
    if (is_one_of(field, {"free", "voluntary", "evaluated", "barrier_free", "neutral"})) {
        const auto value = yes_or_no(text);
        if (!value)
            return not_understood(out, field, column, text,
                                  Text{"weder klar ja noch klar nein (die Zuordnung kann sagen, "
                                       "was es bedeutet)",
                                       "neither clearly yes nor clearly no (the map can say what "
                                       "it means)"});
        const std::string key{enumerator(*value).key};
        // A fee says whether it is free, too; the network is checked for that contradiction.
        if (field == "free")
            out.values[field] = key;
        else
            take(out, out.values[field], field, column, key, text);
    } else if (is_one_of(field, {"duration_weeks", "capacity", "vacancies"})) {
        constexpr std::array<std::string_view, 5> weeks{"wochen", "woche", "wo", "weeks", "week"};
        constexpr std::array<std::string_view, 6> places{"plätze",       "platz",      "personen",
                                                         "teilnehmende", "teilnehmer", "places"};
        const bool duration = field == "duration_weeks";
        if (duration && column < map_.columns.size() && is_bare_number(text) &&
            !names_weeks(table_.headings[column]) && !map_.word(column, text, field))
            return not_understood(out, field, column, text,
                                  Text{"eine Dauer ohne Einheit (Wochen? dann „8 Wochen“ oder als "
                                       "Überschrift „Dauer (Wochen)“ schreiben)",
                                       "a duration without a unit (weeks? then write '8 weeks' or "
                                       "the heading 'Duration (weeks)')"});
        const auto number =
            duration ? number_with_unit(text, weeks) : whole_number_with_unit(text, places);
        if (!number)
            return not_understood(out, field, column, text,
                                  duration
                                      ? Text{"keine Dauer in Wochen", "no duration in weeks"}
                                      : Text{"keine ganze Zahl ab 0", "no whole number from 0"});
        take(out, out.values[field], field, column, *number, text);
    } else if (field == "as_of") {
        const std::string date = date_of(text);
        if (date.empty())
            return not_understood(out, field, column, text, Text{"kein Datum", "no date"});
        take(out, out.values[field], field, column, date, text);
    } else if (field == "funders") {
        apply_funders(out, column, text);
    } else if (field == "languages") {
        for (const std::string& part : parts_of(field, column, text)) {
            const std::string value = value_of_word(column, part, field);
            if (holds_signs_only(value))
                not_understood(out, field, column, part, Text{"keine Sprache", "no language"});
            else
                append_member(out.values[field], without_bars(value));
        }
    } else if (field == "provider") {
        apply_provider(out, column, text);
    } else if (field != "provider_mailbox" && withhold(out, column, text)) {
        return;
    } else if (field == "offer" && yes_or_no(text)) {
        not_understood(out, field, column, text,
                       Text{"kein Name eines Angebots", "no name of an offer"});
    } else if (field == "offer") {
        take(out, out.offer, field, column, text, text);
    } else if (field == "venue") {
        const Code* delivery = Codebook::built_in().list("deliveries")->recognise(text);
        if (delivery && delivery->code == "online")
            take(out, out.values["delivery"], "delivery", column, delivery->code, text);
        else
            take(out, out.venue, field, column, text, text);
    } else if (field == "provider_mailbox") {
        // "Muster <info@verein.example>"
        const auto begin = text.find('<');
        const auto end = text.find('>', begin == text.npos ? 0 : begin);
        const bool in_brackets = begin != text.npos && end == text.size() - 1;
        out.values[field] = in_brackets ? text.substr(begin + 1, end - begin - 1) : text;
    } else if (const auto links = links_in(text); field == "provider_website" && links.size() > 1) {
        tally(Severity::warning, "several-links", cell(out, column), {text, text},
              {"„{}“ sind mehrere Adressen (Zeile {}); die erste gilt, alle stehen in der Notiz.",
               "'{}' are several addresses (row {}); the first counts, all stand in the note."},
              out.row->number);
        keep_in_note(out, field, column, text);
        apply_value(out, field, column, links.front());
    } else {
        const bool bare = field == "provider_website" && text.starts_with("www.");
        take(out, out.values[field], field, column, (bare ? "https://" : "") + text, text);
    }
}

void DirectoryReading::apply_funders(DirectoryFacts& out, std::size_t column,
                                     const std::string& text) {
    for (const std::string& part : parts_of("funders", column, text)) {
        const std::string* meant = map_.word(column, part, "funders");
        used_words_.insert(meant);
        if (meant || !is_no_institution(part)) {
            append_member(out.values["funders"], without_bars(meant ? *meant : part));
            continue;
        }
        tally(Severity::warning, "no-institution", said_at(out, "funders", column), {part, part},
              {"„{}“ nennt keine bestimmte Einrichtung und kommt in die Notiz (Zeile {}). Ist eine "
               "gemeint, kann die Zuordnung ihren Namen sagen.",
               "'{}' names no particular institution and goes into the note (row {}). If one is "
               "meant, the map can say its name."},
              out.row->number);
        keep_in_note(out, "funders", column, part);
    }
}

void DirectoryReading::apply_codes(DirectoryFacts& out, const std::string& field,
                                   std::size_t column, const std::string& text) {
    const CodeList& list = *Codebook::built_in().list(code_list_of(field));
    const auto add = [&](const Code& code) {
        if (is_list_field(field))
            append_member(out.values[field], code.code);
        else
            take(out, out.values[field], field, column, code.code, text);
    };
    if (const Code* whole = list.recognise(text)) return add(*whole);
    for (const std::string& part : parts_of(field, column, text)) {
        const std::string value = value_of_word(column, part, field);
        const auto words = split_words(value, std::array{std::string{"|"}});
        // Where one is wanted, which of several counts?
        bool known = words.size() == 1 || is_list_field(field);
        for (const std::string& word : known ? words : std::vector<std::string>{})
            if (const Code* code = list.recognise(word))
                add(*code);
            else
                known = false;
        if (known) continue;
        tally(Severity::warning, field == "topics" ? "unknown-topic" : "unknown-word",
              said_at(out, field, column), {part, part},
              {"„{}“ steht in keiner Codeliste und kommt in die Notiz (Zeile {}). Was es bedeutet, "
               "kann die Zuordnung sagen.",
               "'{}' is in no code list and goes into the note (row {}). The map can say what it "
               "means."},
              out.row->number);
        keep_in_note(out, field, column, part);
    }
}

}  // namespace lotse::io
