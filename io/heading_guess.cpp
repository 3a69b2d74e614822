#include "heading_guess.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/codebook.hpp>
#include <lotse/model/similar.hpp>

#include "column_map.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace lotse::io {
namespace {

struct Name {
    std::string key;
    const Code* code;
};

std::vector<Name> names_of_fields() {
    std::vector<Name> names;
    for (const Code& code : directory_fields().codes()) {
        if (code.code == "skip" || code.code == "extra") continue;
        names.push_back({unicode::match_key(code.label.de), &code});
        for (const std::string& alias : code.aliases)
            names.push_back({unicode::match_key(alias), &code});
    }
    return names;
}

template <std::size_t Size>
bool is_among(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Adds nothing to the sense of a heading.
bool is_filler(std::string_view word) {
    constexpr std::array<std::string_view, 60> fillers{"der",
                                                       "die",
                                                       "das",
                                                       "des",
                                                       "dem",
                                                       "den",
                                                       "ein",
                                                       "eine",
                                                       "eines",
                                                       "im",
                                                       "in",
                                                       "am",
                                                       "an",
                                                       "von",
                                                       "vom",
                                                       "für",
                                                       "zu",
                                                       "zum",
                                                       "zur",
                                                       "n",
                                                       "s",
                                                       "e",
                                                       "innen",
                                                       "angebot",
                                                       "angebots",
                                                       "angebotes",
                                                       "angebote",
                                                       "kurs",
                                                       "kurse",
                                                       "kurses",
                                                       "massnahme",
                                                       "massnahmen",
                                                       "name",
                                                       "genaue",
                                                       "genauer",
                                                       "genaues",
                                                       "aktuelle",
                                                       "aktueller",
                                                       "euro",
                                                       "eur",
                                                       "ca",
                                                       "max",
                                                       "maximal",
                                                       "maximale",
                                                       "ggf",
                                                       "bzw",
                                                       "teilnehmende",
                                                       "teilnehmenden",
                                                       "pro",
                                                       "person",
                                                       "of",
                                                       "the",
                                                       "for",
                                                       "per",
                                                       "pflichtfeld",
                                                       "optional",
                                                       "ja",
                                                       "nein",
                                                       "j",
                                                       "je"};
    return is_among(word, fillers);
}

/// Harmless beside some headings only: "Anzahl Plätze" is known, "Anzahl Kurse" is something else.
bool is_filler_of(std::string_view field, std::string_view word) {
    constexpr std::array<std::string_view, 4> counts{"anzahl", "anz", "zahl", "number"};
    constexpr std::array<std::string_view, 10> dates{"datum",
                                                     "date",
                                                     "tag",
                                                     "tt",
                                                     "mm",
                                                     "jjjj",
                                                     "geplant",
                                                     "geplanter",
                                                     "voraussichtlich",
                                                     "voraussichtlicher"};
    if (field == "capacity" || field == "vacancies" || field == "duration_weeks")
        return is_among(word, counts);
    if (field == "fee_eur")
        return word == "tn" || word == "teilnehmer" || word == "kopf" || word == "betrag";
    if (field == "funders") return word == "durch" || word == "by";
    if (field == "period" && word == "bis") return true;
    return (field == "start" || field == "end" || field == "period" || field == "as_of") &&
           is_among(word, dates);
}

/// Fields of words and names: what stands behind them in brackets explains. Behind a number, a date
/// or yes and no it may say what is counted.
bool is_explained_in_brackets(std::string_view field) {
    constexpr std::array<std::string_view, 13> fields{
        "provider", "provider_kind", "offer",     "topics", "targets", "form", "delivery",
        "legal",    "open_to",       "languages", "routes", "funders", "areas"};
    return is_among(field, fields);
}

/// Turns the sense around, or says that something else stands there: "(ausgeschlossen)", "(Höhe)".
bool turns_sense(std::string_view word) {
    constexpr std::array<std::string_view, 34> starts{
        "nicht", "ohne",   "kein",     "ausser", "ausge", "ausschl", "abge",   "ehemal",  "früher",
        "alt",   "bisher", "wegge",    "beende", "storn", "anmeld",  "bewerb", "kontakt", "telefon",
        "mail",  "antrag", "material", "betrag", "höhe",  "summe",   "anteil", "prozent", "anzahl",
        "zahl",  "nummer", "teilnehm", "tn",     "not",   "exclud",  "former"};
    constexpr std::array<std::string_view, 6> words{"nr", "id", "anz", "plz", "no", "code"};
    return is_among(word, words) || std::ranges::any_of(starts, [&](std::string_view start) {
               return word.starts_with(start);
           });
}

std::vector<std::string> words_of(std::string_view key) {
    return split_words(key, std::array{std::string{" "}});
}

/// The words of `text` before and behind `words` (at the borders of words). nullopt: not in it.
std::optional<std::vector<std::string>> words_beside(std::string_view text,
                                                     const std::string& words) {
    const std::string padded = ' ' + std::string{text} + ' ';
    const auto at = padded.find(' ' + words + ' ');
    if (at == std::string::npos) return std::nullopt;
    std::vector<std::string> out = words_of(padded.substr(0, at));
    for (std::string& word : words_of(padded.substr(at + words.size() + 2)))
        out.push_back(std::move(word));
    return out;
}

/// "Straße TN" is no slip for "Straße Nr.": in short words another letter makes another word.
bool same_short_words(std::string_view a, std::string_view b) {
    const auto left = words_of(a);
    const auto right = words_of(b);
    constexpr std::size_t longer = 4;
    return left.size() != right.size() || left.size() == 1 ||
           std::ranges::equal(left, right, [](const auto& x, const auto& y) {
               return x == y || std::min(x.size(), y.size()) >= longer;
           });
}

struct Bracketed {
    std::string outside;              ///< match key
    std::vector<std::string> inside;  ///< words
};

Bracketed split_brackets(std::string_view heading) {
    std::string outside;
    std::string inside;
    int depth = 0;
    for (const char c : heading) {
        const bool opens = c == '(' || c == '[';
        const bool closes = c == ')' || c == ']';
        if (opens) ++depth;
        if (opens || closes)
            outside += ' ', inside += ' ';
        else
            (depth > 0 ? inside : outside) += c;
        if (closes && depth > 0) --depth;
    }
    Bracketed out{unicode::match_key(outside), words_of(unicode::match_key(inside))};
    if (out.outside.empty()) return {unicode::match_key(heading), {}};
    return out;
}

/// "Beginn der Maßnahme" and "Maßnahmebeginn": the field of "Beginn des Angebots" or "Beginn". Of
/// two words only where the second is too short to be found among others: "Angebot Art".
const Code* field_of_offer(const std::string& typed) {
    const auto known = [](const std::string& what) -> const Code* {
        const Code* code = directory_fields().recognise(what + " des angebots");
        if (!code) code = directory_fields().recognise(what);
        return code && code->code != "skip" && code->code != "extra" ? code : nullptr;
    };
    for (const std::string_view end :
         {" der massnahme", " der massnahmen", " des kurses", " der kurse", " des angebots",
          " des angebotes", " der angebote", " der leistung", " der veranstaltung"})
        if (typed.ends_with(end)) return known(typed.substr(0, typed.size() - end.size()));
    constexpr std::size_t shortest = 3;
    const bool is_word = typed.find(' ') == typed.npos;
    if (is_word && (typed.ends_with("angebot") || typed.ends_with("angebote")))
        return directory_fields().find("offer");  // "Sportangebot"
    for (const std::string_view start : {"massnahmen", "massnahme", "angebots", "angebot", "kurs"})
        if (typed.starts_with(start) && typed.size() >= start.size() + shortest) {
            const bool of_two_words = typed[start.size()] == ' ';
            const std::string rest = typed.substr(start.size() + (of_two_words ? 1 : 0));
            // "Angebot von" says by whom.
            if (of_two_words && (rest.size() > shortest || rest == "von")) continue;
            if (const Code* code = known(rest)) return code;
        }
    return nullptr;
}

/// "Kursort PLZ" is "PLZ Kursort".
const Code* part_of_place(const std::string& typed) {
    const auto blank = typed.find(' ');
    if (blank == typed.npos || typed.find(' ', blank + 1) != typed.npos) return nullptr;
    const Code* code =
        directory_fields().recognise(typed.substr(blank + 1) + ' ' + typed.substr(0, blank));
    const bool is_place =
        code && (code->code.starts_with("venue_") || code->code.starts_with("provider_"));
    return is_place ? code : nullptr;
}

/// "Link zum Kurs", "Kurslink", "Webseite des Angebots": no website of the provider.
bool is_link_of_offer(const std::string& typed) {
    constexpr std::array<std::string_view, 8> links{
        "link",          "url",      "webseite", "website", "internetadresse",
        "internetseite", "homepage", "web"};
    constexpr std::array<std::string_view, 8> offers{
        "kurs", "kurses", "kurse", "angebot", "angebots", "angebotes", "veranstaltung", "termin"};
    const std::vector<std::string> words = words_of(typed);
    constexpr std::size_t most = 3;
    const auto is_one_of = [](const auto& list, const std::string& word) {
        return std::ranges::find(list, word) != list.end();
    };
    const bool in_order = words.size() > 1 && words.size() <= most &&
                          is_one_of(links, words.front()) && is_one_of(offers, words.back());
    return in_order || typed == "kurslink" || typed == "angebotslink";
}

bool adds_nothing(const Code& field, const std::string& word) {
    return is_filler(word) || is_filler_of(field.code, word) ||
           directory_fields().recognise(word) == &field ||
           (field.code == "duration_weeks" && names_weeks(word));
}

/// "Status (aktiv/geplant)", "Barrierefrei (ja/nein/teilweise)": says what may stand below it.
bool lists_values(const Code& field, const std::vector<std::string>& inside) {
    if (inside.size() < 2) return false;
    const CodeList* list = Codebook::built_in().list(code_list_of(field.code));
    const bool of_yes_and_no = std::ranges::find(inside, "ja") != inside.end();
    return std::ranges::all_of(inside, [&](const std::string& word) {
        return (list && list->recognise(word)) || adds_nothing(field, word) ||
               (of_yes_and_no && word == "teilweise");
    });
}

bool explains(const Code& field, const std::string& word) {
    if (adds_nothing(field, word)) return true;
    return is_explained_in_brackets(field.code) && !turns_sense(word) &&
           !directory_fields().recognise(word);
}

}  // namespace

FieldGuess guess_field(const std::string& heading) {
    const std::string typed = unicode::match_key(heading);
    if (const Code* exact = directory_fields().recognise(typed)) return {exact, Fit::exact};
    if (const Code* place = part_of_place(typed)) return {place, Fit::exact};
    if (is_link_of_offer(typed)) return {};
    static const std::vector<Name> names = names_of_fields();
    // "TRAEGER": many programs cannot write umlauts in headings.
    const std::string plain = unicode::slug(heading);
    for (const Name& name : names)
        if (!plain.empty() && unicode::slug(name.key) == plain) return {name.code, Fit::exact};
    const Bracketed parts = split_brackets(heading);
    if (const Code* field = field_of_offer(parts.outside); field && parts.inside.empty())
        return {field, Fit::contained};
    // "Kochen" is a topic above crosses, no slip of "Wochen".
    const auto is_code = [&](std::string_view list) {
        return Codebook::built_in().list(list)->recognise(typed) != nullptr;
    };
    const bool may_be_slip = !is_code("topics") && !is_code("targets");
    constexpr std::size_t shortest = 5;
    // "Anbieter: Art", of two rows of headings, is "Anbieterart"; "Angebot: Art" no "Angebotsort".
    const bool of_two_rows = heading.find(": ") != heading.npos;
    const std::size_t slips = of_two_rows || typed.size() < 2 * shortest - 1 ? 1 : 2;
    for (const Name& name : names)
        if (may_be_slip && typed.size() >= shortest &&
            typing_distance(typed, name.key, slips) <= slips && same_short_words(typed, name.key))
            return {name.code, Fit::similar};
    FieldGuess best;
    std::pair<bool, std::size_t> best_rank{false, 0};
    for (const Name& name : names) {
        // Short ones stand in many headings by chance, unless they are all that is outside.
        if (name.key.size() < 4 && name.key != parts.outside) continue;
        // "Maßnahme" in "Beginn der Maßnahme" says less than "Beginn", although it is longer.
        const auto words = words_of(name.key);
        const std::pair rank{!std::ranges::all_of(words, is_filler), name.key.size()};
        if (best.field && rank <= best_rank) continue;
        const auto beside = words_beside(parts.outside, name.key);
        if (!beside) continue;
        // "Barrierefrei: nein": a cross below it says no. "Kosten: von": another says up to what.
        const auto says = [&](std::string_view word) {
            return std::ranges::count(*beside, word) + std::ranges::count(parts.inside, word) > 0;
        };
        const bool same =
            (!says("nein") || says("ja")) && !parts.outside.ends_with(" von") &&
            std::ranges::all_of(*beside,
                                [&](const auto& w) { return adds_nothing(*name.code, w); }) &&
            (lists_values(*name.code, parts.inside) ||
             std::ranges::all_of(parts.inside,
                                 [&](const auto& w) { return explains(*name.code, w); }));
        best = {name.code, same ? Fit::contained : Fit::narrowed};
        best_rank = rank;
    }
    return best;
}

}  // namespace lotse::io
