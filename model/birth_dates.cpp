#include <lotse/base/ascii.hpp>
#include <lotse/base/month_names.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "words_before.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// Digits, or other letters in lower case, that stand together.
struct Run {
    std::string text;
    std::size_t start;  ///< within what was typed
    std::size_t end;

    bool is_number() const { return ascii::is_digit(text.front()); }
};
using Runs = std::span<const Run>;

enum class Sign { digit, letter, other };

/// Of other scripts than ASCII all but the punctuation of Latin-1 and Unicode's own block of it
/// ("»", "„", "…") are letters.
Sign sign_at(std::string_view text, std::size_t at) {
    if (ascii::is_digit(text[at])) return Sign::digit;
    if (ascii::is_letter(text[at])) return Sign::letter;
    const std::string_view rest = text.substr(at);
    const bool is_plain = static_cast<unsigned char>(text[at]) < 0x80;
    return is_plain || rest.starts_with("\xC2") || rest.starts_with("\xE2\x80") ? Sign::other
                                                                                : Sign::letter;
}

std::size_t next_sign(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

std::string ascii_lower(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<Run> runs_of(std::string_view typed) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < typed.size();) {
        const Sign sign = sign_at(typed, at);
        const std::size_t start = at;
        while (at < typed.size() && sign_at(typed, at) == sign) at = next_sign(typed, at);
        if (sign == Sign::other) continue;
        if (std::string key = unicode::match_key(typed.substr(start, at - start)); !key.empty())
            runs.push_back({std::move(key), start, at});
    }
    return runs;
}

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Of up to two digits; 0: none.
unsigned small_number(std::string_view run) {
    unsigned number = 0;
    if (run.size() <= 2) std::from_chars(run.data(), run.data() + run.size(), number);
    return number;
}

/// "02", "Februar", "Feb.", by its beginning also "Febuar" and "septembre"; 0: no month.
unsigned month_of(std::string_view run) {
    if (ascii::is_digit(run.front())) return small_number(run);
    constexpr std::size_t plain = 3, with_umlaut = 4;
    const unsigned month = month_of_name(run.substr(0, plain));
    return month != 0 ? month : month_of_name(run.substr(0, with_umlaut));
}

struct Years {
    int earliest;
    int latest;
    bool short_ones_of_now;  ///< "15" is 2015
};
/// Short years of now more often belong to a number such as "05.01.02".
constexpr Years of_working_age{1930, 2010, false};
/// Where words leave no doubt: also of children and of the oldest. Whoever was born before has
/// given a name to schools and streets.
constexpr Years of_anybody{1910, 2099, true};

/// 0: no year.
int year_of(std::string_view run, const Years& years) {
    constexpr int first_of_last_century = 30;
    int year = 0;
    if (!ascii::is_digit(run.front()) || (run.size() != 2 && run.size() != 4)) return 0;
    std::from_chars(run.data(), run.data() + run.size(), year);
    if (run.size() == 4) return year;
    if (year >= first_of_last_century) return 1900 + year;
    return years.short_ones_of_now ? 2000 + year : 0;
}

/// The year; 0: that is no date of birth.
int birth_year_of(const Run& day, const Run& month, const Run& year, const Years& years) {
    const int y = year_of(year.text, years);
    if (y < years.earliest || y > years.latest) return 0;
    const bool is_date = std::chrono::year_month_day{
        std::chrono::year{y}, std::chrono::month{month_of(month.text)},
        std::chrono::day{small_number(
            day.text)}}.ok();
    return is_date ? y : 0;
}

/// In any order of day, month and year; 0: none.
int birth_year_of(Runs runs, const Years& years) {
    for (const int year : {birth_year_of(runs[0], runs[1], runs[2], years),
                           birth_year_of(runs[1], runs[0], runs[2], years),
                           birth_year_of(runs[2], runs[1], runs[0], years)})
        if (year != 0) return year;
    return 0;
}

/// Three numbers, or a month between two, that stand together as one date: not "Geb. 13, 2.35", a
/// room of a building, but "April 3, 1952".
bool hold_together(std::string_view typed, Runs date) {
    const bool names_month = !date[0].is_number() || !date[1].is_number();
    for (std::size_t i = 1; i < date.size(); ++i) {
        const std::size_t start = date[i - 1].end;
        const std::string_view between = typed.substr(start, date[i].start - start);
        if (between.empty() ||
            between.find_first_not_of(names_month ? "./-, " : "./- ") != between.npos)
            return false;
    }
    return true;
}

/// "Haus Born 1.10.1998": a place is called so as well.
bool is_place_called_born(std::string_view typed, const Run& born, const Run& next) {
    return next.text != "on" && born.start > 0 && typed.substr(born.start).starts_with("Born");
}

/// "..., Anna Müller, ", "Müller, Anna (": at the end, not "Robert-Koch-Straße, ".
bool ends_in_person(std::string_view before) {
    constexpr std::size_t near = 120, longest = 60;
    if (before.size() > near) {
        before.remove_prefix(before.size() - near);
        before.remove_prefix(next_sign(before, 0));
    }
    const auto last = before.find_last_not_of(" ,;:*(/-");
    before = before.substr(0, last == before.npos ? 0 : last + 1);
    std::size_t start = before.size();
    for (int parts = 0; parts < 2 && start > 0; ++parts) {
        const auto sign = before.find_last_of(",;:(|/", start - 1);
        start = sign == before.npos ? 0 : sign;
        const auto clause = unicode::trim(before.substr(sign == before.npos ? 0 : sign + 1));
        if (clause.size() <= longest && is_person_name(clause) &&
            !ends_in_street(ascii_lower(clause)))
            return true;
    }
    return false;
}

/// "w., Geb. 3.4.52": the first of a list of what is known of somebody.
bool begins_with_sex(Runs runs, std::size_t at) {
    constexpr std::array<std::string_view, 5> signs{"m", "w", "d", "f", "x"};
    return at == 1 && is_in(signs, runs[0].text);
}

/// What is said of clients, and in lists of them.
bool is_of_client(const Run& run) {
    constexpr std::array<std::string_view, 15> words{
        "kd",        "pat",      "ledig",    "verheiratet", "geschieden",
        "verwitwet", "männlich", "weiblich", "divers",      "alleinerziehend",
        "unmarried", "married",  "divorced", "widowed",     "arbeitslos"};
    return is_client_word(run.text) || is_in(words, run.text);
}

/// "Geb. 2.1.35" is building, floor and room, and so may be "Geb. 05.01.02"; "geb. 2.1.35" and
/// "Geb. 02.01.35" are dates of birth.
bool may_be_room(std::string_view typed, const Run& geb, Runs date) {
    const bool is_short = date[0].text.size() <= 2 && date[2].text.size() <= 2;
    const bool of_now = date[2].text < "30";
    const std::string_view between = typed.substr(geb.end, date[0].start - geb.end);
    return typed.substr(geb.start).starts_with("Geb") && geb.text == "geb" && is_short &&
           (date[1].text.size() == 1 || (of_now && date[1].text.size() == 2)) &&
           between.find_first_not_of(". ") == between.npos;
}

/// How far a word before a date announces that it is one of birth.
enum class Announcement { none, weak, strong };

/// "10. Geburtstag", "rund um die Geburt": an anniversary, or what an offer is about.
bool is_of_offer(std::string_view typed, Runs runs, std::size_t at) {
    constexpr std::array<std::string_view, 4> ordinals{"st", "nd", "rd", "th"};
    constexpr std::array<std::string_view, 14> prepositions{
        "zur", "der", "die",    "einer",  "vor",   "nach", "bei",
        "um",  "our", "around", "before", "after", "at",   "unser"};
    constexpr std::array<std::string_view, 2> dates{"tag", "datum"};
    if (at == 0) return false;
    const Run& before = runs[at - 1];
    if (before.is_number()) return typed[before.end] == '.';
    const bool of_date = before.text == "der" && at > 1 && is_in(dates, runs[at - 2].text);
    return is_in(ordinals, before.text) || (is_in(prepositions, before.text) && !of_date);
}

/// `at` is moved to the last letter of "d. o. b.".
Announcement announcement_at(std::string_view typed, Runs runs, std::size_t& at) {
    constexpr std::array<std::string_view, 12> strong{
        "geb", "geboren",  "geborene", "geborener", "geburtsdatum", "geburtsdaten",
        "dob", "gebdatum", "gebdat",   "gebtag",    "born",         "birthdate"};
    constexpr std::array<std::string_view, 4> weak{"geburtstag", "geburt", "birthday", "birth"};
    if (at + 2 < runs.size() && runs[at].text == "d" && runs[at + 1].text == "o" &&
        runs[at + 2].text == "b") {
        at += 2;
        return Announcement::strong;
    }
    if (is_in(strong, runs[at].text)) return Announcement::strong;
    if (!is_in(weak, runs[at].text) || is_of_offer(typed, runs, at)) return Announcement::none;
    const bool date_of_birth = runs[at].text == "birth" && at > 0 && runs[at - 1].text == "of";
    return date_of_birth ? Announcement::strong : Announcement::weak;
}

/// "geb. 01.10.2018 bis 30.09.2019", "geb. 01.10.2018 oder später": whoever is of that age.
bool begins_range(std::string_view typed, Runs runs, std::size_t behind) {
    constexpr std::array<std::string_view, 3> words{"bis", "to", "until"};
    constexpr std::array<std::string_view, 9> others{
        "später", "früher", "jünger", "älter", "danach", "later", "earlier", "older", "younger"};
    if (behind >= runs.size()) return false;
    const std::string& word = runs[behind].text;
    if (word == "oder" || word == "or") return true;
    if ((word == "und" || word == "u" || word == "and") && behind + 1 < runs.size() &&
        is_in(others, runs[behind + 1].text))
        return true;
    const std::size_t end = runs[behind - 1].end;
    const auto stands_between = [&](char sign) {
        return typed.substr(end, runs[behind].start - end).find(sign) != std::string_view::npos;
    };
    // "geb. 3.4.2015 / 12.7.2018" are two children, "01.09.2014 / 31.08.2015" is a year.
    const bool is_first_of_month = behind >= 3 && small_number(runs[behind - 3].text) == 1;
    const bool has_dash = stands_between('-') || (is_first_of_month && stands_between('/'));
    const std::size_t next = is_in(words, word) ? behind + 1 : behind;
    return (has_dash || next > behind) && next + 2 < runs.size() &&
           birth_year_of(runs.subspan(next, 3), of_anybody) != 0;
}

/// "Die Idee zum Sportverein wurde geboren am ..."
bool is_figurative(Runs before, const Run& announcement) {
    constexpr std::array<std::string_view, 18> things{
        "idee",    "projekt", "verein",  "netzwerk",    "bündnis", "initiative",
        "konzept", "angebot", "gruppe",  "treff",       "idea",    "project",
        "network", "group",   "meeting", "association", "club",    "programme"};
    constexpr std::size_t near = 8;
    if (announcement.text != "geboren" && announcement.text != "born") return false;
    if (!before.empty() && before.back().text == "not") return true;  // "aus der Not geboren"
    return std::ranges::any_of(before.last(std::min(near, before.size())), [&](const Run& run) {
        return std::ranges::any_of(
            things, [&](std::string_view thing) { return run.text.ends_with(thing); });
    });
}

bool announces_birth_date(std::string_view text) {
    constexpr std::array<std::string_view, 9> between{"am",  "on",   "den", "dem", "datum",
                                                      "dat", "date", "tag", "day"};
    const std::string text_typed = unicode::as_typed(text);
    const std::string_view typed = text_typed;
    const std::vector<Run> runs = runs_of(typed);
    std::optional<bool> of_clients;  // looked at once
    const auto tells_of_clients = [&] {
        if (!of_clients) of_clients = std::ranges::any_of(runs, is_of_client);
        return *of_clients;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::size_t first = i;
        const Announcement announcement = announcement_at(typed, runs, i);
        std::size_t day = i + 1;
        if (announcement == Announcement::none || day == runs.size() ||
            (runs[i].text == "born" && is_place_called_born(typed, runs[i], runs[day])))
            continue;
        while (day < runs.size() && is_in(between, runs[day].text)) ++day;
        const bool is_maiden_name = day == i + 1 && runs[i].text.starts_with("geb") &&
                                    day + 1 < runs.size() && !runs[day].is_number() &&
                                    month_of(runs[day].text) == 0 &&
                                    runs[day + 1].is_number();  // "geb. Schmidt, 03.04.1952"
        if (is_maiden_name) ++day;
        if (day + 2 >= runs.size()) continue;
        const Runs date = Runs{runs}.subspan(day, 3);
        if (!hold_together(typed, date) || birth_year_of(date, of_anybody) == 0) continue;
        if (begins_with_sex(runs, first) || ends_in_person(typed.substr(0, runs[first].start)))
            return true;
        if (is_maiden_name) continue;
        const bool is_usual = birth_year_of(date, of_working_age) != 0;
        if (!is_usual && begins_range(typed, runs, day + 3)) continue;
        const bool is_room = day == i + 1 && may_be_room(typed, runs[i], date);
        const bool is_strong = announcement == Announcement::strong;
        const bool is_certain =
            is_usual || (is_strong && !is_figurative(Runs{runs}.first(first), runs[i]));
        if ((is_certain && !is_room) || (is_strong && tells_of_clients())) return true;
    }
    return false;
}

bool is_name_with_birth_date(std::string_view text) {
    constexpr std::string_view signs = " ,;:*(/-";
    for (auto at = text.find_first_of(signs); at != text.npos; at = text.find_first_of(signs, at)) {
        const auto date = text.find_first_not_of(signs, at);
        if (date == text.npos) return false;
        if (ascii::is_digit(text[date]) && is_person_name(text.substr(0, at)) &&
            birth_year(text.substr(date)))
            return true;
        at = date;
    }
    return false;
}

/// Of "D.O.B." and "d o b".
bool holds_single_o(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if ((text[i] == 'o' || text[i] == 'O') && !ascii::is_letter(text[i - 1]) &&
            !ascii::is_letter(text[i + 1]))
            return true;
    return false;
}

}  // namespace

bool tells_birth_date(std::string_view text) {
    constexpr std::size_t fewest_digits = 4;
    const auto digits = std::ranges::count_if(text, ascii::is_digit);
    if (static_cast<std::size_t>(digits) < fewest_digits) return false;
    const auto holds = [&](std::string_view letters) {
        const auto same = [](char a, char b) {
            return (ascii::is_upper(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
        };
        return std::search(text.begin(), text.end(), letters.begin(), letters.end(), same) !=
               text.end();
    };
    if ((holds("geb") || holds("bor") || holds("birth") || holds("dob") || holds_single_o(text)) &&
        announces_birth_date(text))
        return true;
    constexpr std::size_t longest = 80;
    return !ascii::is_digit(text.front()) && text.size() <= longest &&
           is_name_with_birth_date(unicode::as_typed(text));
}

std::optional<int> birth_year(std::string_view text) {
    constexpr std::array<std::string_view, 5> announcements{"geb", "geboren", "am", "born", "on"};
    const std::vector<Run> all = runs_of(unicode::as_typed(text));
    Runs runs{all};
    while (!runs.empty() && is_in(announcements, runs.front().text)) runs = runs.subspan(1);
    constexpr std::array<std::string_view, 3> signs_of_times{"t", "z", "uhr"};
    const bool only_time_follows =
        runs.size() >= 3 && std::ranges::all_of(runs.subspan(3), [&](const Run& run) {
            return run.is_number() || is_in(signs_of_times, run.text);
        });
    if (!only_time_follows) return std::nullopt;
    const int year = birth_year_of(runs, of_working_age);
    return year == 0 ? std::nullopt : std::optional{year};
}

bool is_plausible_birth_date(std::string_view text) {
    return birth_year(text).has_value();
}

}  // namespace lotse::privacy
