#include "announced_numbers.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace lotse::privacy {
namespace {

enum class Kind { telephone, other, others };

/// The nearest words, which can say of which kind a number is, without a bracket behind them:
/// "Kurs-Nr. (VHS) 0512 301001".
std::string words_before(std::string_view before) {
    constexpr std::size_t near = 80;
    if (before.size() > near) {
        before.remove_prefix(before.size() - near);
        before.remove_prefix(std::min(before.find(' '), before.size()));
    }
    before = before.substr(0, before.find_last_not_of(" :") + 1);
    const auto bracket = before.find_last_of(" (");
    if (before.ends_with(')') && bracket != before.npos && before[bracket] == '(')
        before = before.substr(0, bracket);
    return unicode::match_key(before);
}

/// "Kapitel 0512 68412", "Az. 0512-12345", "AGS 059 11 000", "Kurs-Nr. 0512 301001",
/// "Projektnummer 0512-301001", and more than one behind "Kursnummern"; but not "unter der Nummer",
/// "Service-Nr." or "Kursleitung Nr.".
Kind announced_kind(std::string_view before) {
    constexpr std::array<std::string_view, 20> whole{"vorlage",      "drucksache",
                                                     "drs",          "vr",
                                                     "hrb",          "hra",
                                                     "kapitel",      "kap",
                                                     "az",           "titel",
                                                     "ags",          "ars",
                                                     "lfd",          "haushaltsstelle",
                                                     "id",           "produkt",
                                                     "fkz",          "aktenzeichen",
                                                     "kostenstelle", "förderkennzeichen"};
    constexpr std::array<std::string_view, 4> of_one{"nummer", "number", "nr", "no"};
    constexpr std::array<std::string_view, 5> of_many{"nummern", "numbers", "nrn", "nrs", "nos"};
    constexpr std::array<std::string_view, 28> numbered{"kurs",
                                                        "veranstaltung",
                                                        "seminar",
                                                        "lehrgang",
                                                        "modul",
                                                        "termin",
                                                        "projekt",
                                                        "vertrag",
                                                        "vorg",
                                                        "vorgang",
                                                        "akte",
                                                        "antrag",
                                                        "register",
                                                        "verein",
                                                        "vereinsregister",
                                                        "handelsregister",
                                                        "kostenträger",
                                                        "artikel",
                                                        "inventar",
                                                        "bestell",
                                                        "bestellung",
                                                        "rechnung",
                                                        "massnahme",
                                                        "angebot",
                                                        "course",
                                                        "project",
                                                        "file",
                                                        "order"};
    constexpr std::array<std::string_view, 5> endings{"", "s", "n", "en", "e"};
    const auto is_in = [](std::string_view word, auto&& list) {
        return std::ranges::find(list, word) != list.end();
    };
    std::string key = words_before(before);
    const auto last = [&] { return std::string_view{key}.substr(key.rfind(' ') + 1); };
    if (is_in(last(), whole)) return Kind::other;
    const auto ends_in_any = [&](auto&& words) {
        const auto it = std::ranges::find_if(
            words, [&](std::string_view word) { return last().ends_with(word); });
        if (it == words.end()) return false;
        key.resize(key.size() - it->size());
        while (key.ends_with(' ')) key.pop_back();
        return true;
    };
    const bool many = ends_in_any(of_many);
    if (!many && !ends_in_any(of_one)) return Kind::telephone;
    const auto is_it = [&](std::string_view word) {
        return last().starts_with(word) && is_in(last().substr(word.size()), endings);
    };
    if (std::ranges::none_of(whole, is_it) && std::ranges::none_of(numbered, is_it))
        return Kind::telephone;
    return many ? Kind::others : Kind::other;
}

/// "0512 301001, 0512 302002 und "
bool lists(std::string_view between) {
    for (;;) {
        between.remove_prefix(
            std::min(between.find_first_not_of("0123456789 ,;-/+&"), between.size()));
        if (between.empty()) return true;
        if (!between.starts_with("und ") && !between.starts_with("and ")) return false;
        between.remove_prefix(3);
    }
}

}  // namespace

bool AnnouncedNumbers::is_other(std::size_t at) {
    if (at == last_) return is_other_;
    if (!goes_on_ || !lists(text_.substr(last_, at - last_))) {
        const Kind kind = announced_kind(text_.substr(0, at));
        is_other_ = kind != Kind::telephone;
        goes_on_ = kind == Kind::others;
    }
    last_ = at;
    return is_other_;
}

}  // namespace lotse::privacy
