/// Numbers, names and lists as the sentences of an analysis say them, in both languages.
#ifndef LOTSE_ANALYSIS_WORDS_HPP
#define LOTSE_ANALYSIS_WORDS_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/number.hpp>
#include <lotse/model/headings.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <concepts>
#include <span>
#include <string>
#include <vector>

namespace lotse::analysis {

inline Message number_words(double value, int digits) {
    return {rounded_text(value, digits, Language::de), rounded_text(value, digits, Language::en)};
}

template <std::integral Count>
Message count_words(Count value) {
    const auto number = static_cast<std::int64_t>(value);
    return {grouped_text(number, Language::de), grouped_text(number, Language::en)};
}

/// "1 Zeile", "17 Zeilen".
template <std::integral Count>
Message counted(Count count, Text one, Text several) {
    const Message number = count_words(count);
    const Text& unit = count == 1 ? one : several;
    return {number.de + ' ' + std::string{unit.de}, number.en + ' ' + std::string{unit.en}};
}

/// "67,7 %"; share is 0..1.
inline Message percent_words(double share) {
    const Message number = number_words(100 * share, 1);
    return {number.de + " %", number.en + " %"};
}

/// "05.03.2019", "2019-03-05".
inline Message date_words(const PartialDate& date) {
    return {people_text(date, Language::de), people_text(date, Language::en)};
}

/// A name as a sentence carries it: visible, and cut if it is very long.
template <class E>
Message name_words(const Network& network, Id<E> id) {
    return message({"{}", "{}"}, {std::string_view{network.name_of(id).name}});
}

/// "A", or "A (ebenso 2 weitere)" where others have the same value: nobody comes first among
/// equals.
template <std::integral Count>
Message with_equals(const Message& name, Count others) {
    if (others == 0) return name;
    const Message rest = counted(others, {"weiterer", "other"}, {"weitere", "others"});
    return {name.de + " (ebenso " + rest.de + ')', name.en + " (and so " + rest.en + ')'};
}

/// "A, B" and the last by "und"; items with a comma or an "und" of their own by semicolons.
inline std::string list_text(std::span<const std::string> items, std::string_view last) {
    const std::string_view separator = list_separator(items);
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_last = i + 1 == items.size() && separator == ", ";
        if (i > 0) out += is_last ? last : separator;
        out += items[i];
    }
    return out;
}

/// "A, B und C", or "A; B; C" where that would be hard to read; what exceeds `most` is counted:
/// "A, B und 3 weitere". A single one more is named, since "1 weitere" says less and is no shorter.
inline Message list_words(std::span<const Message> items, std::size_t most = 5,
                          Text further = {"weitere", "more"}) {
    const std::size_t shown = items.size() <= most + 1 ? items.size() : most;
    const bool whole = shown == items.size();
    std::vector<std::string> german, english;
    for (const Message& item : items.first(shown)) {
        german.push_back(item.de);
        english.push_back(item.en);
    }
    Message out{list_text(german, whole ? " und " : ", "),
                list_text(english, whole ? " and " : ", ")};
    if (whole) return out;
    const Message rest = count_words(items.size() - shown);
    out.de += " und " + rest.de + ' ' + std::string{further.de};
    out.en += " and " + rest.en + ' ' + std::string{further.en};
    return out;
}

/// "A (B, C)"; A alone without facts.
inline Message with_facts(Message name, std::span<const Message> facts) {
    std::string_view before = " (";
    for (const Message& fact : facts) {
        name.de.append(before).append(fact.de);
        name.en.append(before).append(fact.en);
        before = ", ";
    }
    if (facts.empty()) return name;
    return {name.de + ')', name.en + ')'};
}

template <class E>
Message names_words(const Network& network, std::span<const Id<E>> ids, std::size_t most = 5) {
    std::vector<Message> names;
    names.reserve(ids.size());
    for (const Id<E> id : ids) names.push_back(name_words(network, id));
    return list_words(names, most);
}

/// Of fewer known values than this a share would claim more than is known.
inline constexpr std::int64_t fewest_for_share = 5;

/// "1 von 1 bekannten; bei 11 nicht erhoben".
inline Message few_known_words(std::int64_t yes, std::int64_t known, std::int64_t not_recorded) {
    return message({"{} von {} bekannten; bei {} nicht erhoben", "{} of {} known; {} not recorded"},
                   {count_words(yes), count_words(known), count_words(not_recorded)});
}

/// The summary's heading of a share of few known values says of how many.
inline void tell_few_known(Document& document, std::string_view column, std::int64_t yes,
                           std::int64_t known, std::int64_t not_recorded) {
    if (known == 0 || known >= fewest_for_share || not_recorded == 0) return;
    for (Column& each : document.summary.columns)
        if (each.key == column)
            each.label = message({"{} ({})", "{} ({})"},
                                 {each.label, few_known_words(yes, known, not_recorded)});
}

/// Says how many areas are missing from shares because the counts of their people are not shown.
inline void note_withheld(std::int64_t areas, std::vector<Message>& notes) {
    if (areas > 0)
        notes.push_back(message({"Gebiete, die in den Anteilen fehlen, weil ihre Zahl zum Schutz "
                                 "kleiner Zahlen nicht gezeigt wird: {}.",
                                 "Areas missing from the shares because their number is not shown "
                                 "for the protection of small counts: {}."},
                                {count_words(areas)}));
}

/// What every result says that applies rules of law.
inline Message legal_notice() {
    return Text{"Hinweis, keine Rechtsberatung.", "A pointer, not legal advice."};
}

}  // namespace lotse::analysis

#endif
