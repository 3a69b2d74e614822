#include <lotse/base/ascii.hpp>
#include <lotse/base/csv.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/actor.hpp>
#include <lotse/model/codebook.hpp>
#include <lotse/model/governance.hpp>
#include <lotse/model/similar.hpp>
#include <lotse/model/tie.hpp>

#include "built_in.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace lotse {
namespace {

CodeList read_list(const BuiltInFile& file) {
    CsvScanner scanner{file.text, ','};
    CsvRecord headings;
    scanner.next(headings);
    std::vector<Code> codes;
    for (CsvRecord record; scanner.next(record) == CsvScanner::Step::record;) {
        Code code;
        for (std::size_t i = 0; i < std::min(record.fields.size(), headings.fields.size()); ++i) {
            const std::string& heading = headings.fields[i];
            std::string& field = record.fields[i];
            if (heading == "code")
                code.code = std::move(field);
            else if (heading == "de")
                code.label.de = std::move(field);
            else if (heading == "en")
                code.label.en = std::move(field);
            else if (heading == "aliases")
                code.aliases = split_list(field);
            else if (!field.empty())
                code.attributes.emplace(heading, std::move(field));
        }
        codes.push_back(std::move(code));
    }
    return {std::string{file.name}, std::move(codes)};
}

/// Other spellings of the enums.
template <Enumerated E>
std::string_view aliases_of(E) {
    return {};
}
std::string_view aliases_of(TieKind kind) {
    using enum TieKind;
    switch (kind) {
        case cooperates: return "kooperiert|kooperiert mit|Kooperation|Kooperation mit";
        case refers_to: return "verweist|verweist auf|vermittelt an";
        case informs: return "";
        case member_of:
            return "Mitglied|Mitglied in|Mitglied im|Mitglied von|Mitglied bei|ist Mitglied im|"
                   "ist Mitglied von|ist Mitglied bei|is a member of";
        case leads: return "Leitung von|hat den Vorsitz von";
        case hosts_office: return "Geschäftsstelle von|hat die Geschäftsstelle von";
        case party_to: return "Partei von|Vertragspartei von";
        case provides: return "bietet|Anbieter von";
        case funds: return "fördert|Förderer von";
        case coordinates: return "Koordination von";
        case accompanies: return "Begleitung von";
        case participates_in: return "nimmt teil|ist beteiligt an|beteiligt sich an";
        case part_of: return "gehört|Teil von|ist Teil von|in Trägerschaft von";
        case represents: return "Vertretung von";
        case trains: return "bildet fort|Schulung von";
        case advises: return "";
        case evaluates: return "Evaluation von";
        case successor_of: return "Nachfolger von|Nachfolgerin von|ist Nachfolgerin von";
        case same_as: return "gleich wie|dasselbe wie|identisch mit|ist identisch mit";
    }
    return {};
}

/// Enums that the program branches on, as lists for people and for `lotse list codes`.
template <Enumerated E>
CodeList enum_list(std::string name) {
    std::vector<Code> codes;
    codes.reserve(all_enumerators<E>.size());
    for (const auto& e : all_enumerators<E>)
        codes.push_back({std::string{e.key}, e.label, split_list(aliases_of(e.value)), {}});
    return {std::move(name), std::move(codes)};
}

/// "inaktiv" is no slip of "aktiv".
bool negates(std::string_view text, std::string_view spelling) {
    constexpr std::array<std::string_view, 9> negations{"in",     "un",  "nicht", "nicht ", "kein ",
                                                        "keine ", "non", "not ",  "ohne "};
    const std::string word = unicode::match_key(text);
    const std::string other = unicode::match_key(spelling);
    return word.size() > other.size() && word.ends_with(other) &&
           std::ranges::find(negations, std::string_view{word}.substr(
                                            0, word.size() - other.size())) != negations.end();
}

/// Figures in a text, Roman ones as words of their own behind others: "SGB IV" is no slip of
/// "SGB V", and "X-PSY" holds none.
std::vector<std::string> numbers_in(std::string_view text) {
    constexpr std::string_view roman = "ivx";
    std::vector<std::string> out;
    std::string word;
    bool is_first = true;
    const auto finish = [&](std::string_view signs) {
        const bool may_be_roman = !is_first || signs != roman;
        if (!word.empty() && may_be_roman && word.find_first_not_of(signs) == word.npos)
            out.push_back(word);
        is_first = is_first && word.empty();
        word.clear();
    };
    bool in_digits = false;
    for (const char c : unicode::match_key(text) + ' ') {
        const bool digit = ascii::is_digit(c);
        if (c == ' ' || digit != in_digits) finish(in_digits ? "0123456789" : roman);
        in_digits = digit;
        if (c != ' ') word += c;
    }
    return out;
}

/// "SGBII" and "SGB II" are the same.
std::string without_blanks(std::string_view text) {
    std::string out = unicode::match_key(text);
    std::erase(out, ' ');
    return out;
}

/// "50+" is an alias as it stands.
bool is_spelling_of(const Code& code, std::string_view text) {
    return text == code.label.de || text == code.label.en ||
           std::ranges::find(code.aliases, text) != code.aliases.end();
}

std::string_view name_of(const std::shared_ptr<const CodeList>& list) {
    return list->name();
}

}  // namespace

std::string_view Code::attribute(std::string_view name) const {
    const auto it = attributes.find(name);
    return it == attributes.end() ? std::string_view{} : it->second;
}

CodeList::CodeList(std::string name, std::vector<Code> codes)
    : name_{std::move(name)}, codes_{std::move(codes)} {
    for (std::size_t i = 0; i < codes_.size(); ++i) index(i);
}

void CodeList::index(std::size_t position) {
    const Code& code = codes_[position];
    by_code_[code.code] = position;
    const auto recognise_as = [&](std::string_view text) {
        for (const std::string& spelling : {std::string{text}, unicode::slug(text)})  // ä and ae
            if (auto key = unicode::match_key(spelling); !key.empty())
                by_match_key_.try_emplace(std::move(key), position);
    };
    recognise_as(code.code);
    recognise_as(code.label.de);
    recognise_as(code.label.en);
    for (const std::string& alias : code.aliases) recognise_as(alias);
}

const Code* CodeList::find(std::string_view code) const {
    const auto it = by_code_.find(code);
    return it == by_code_.end() ? nullptr : &codes_[it->second];
}

const Code* CodeList::recognise(std::string_view text) const {
    if (const Code* exact = find(text)) return exact;
    const auto it = by_match_key_.find(unicode::match_key(text));
    if (it == by_match_key_.end()) return nullptr;
    const Code& code = codes_[it->second];
    return unicode::has_telling_signs(text) && !is_spelling_of(code, text) ? nullptr : &code;
}

const Code* CodeList::nearest(std::string_view text) const {
    const auto numbers = numbers_in(text);
    const std::string letters = without_blanks(text);
    // One slip in four letters: another word of three is another abbreviation.
    const std::size_t limit = std::min<std::size_t>(text.size() / 4, 3);
    const Code* best = nullptr;
    std::size_t fewest = limit + 1;
    const auto try_spelling = [&](const Code& code, std::string_view spelling) {
        const std::size_t slips = typing_distance(text, spelling, limit);
        if (slips >= fewest || negates(text, spelling)) return;
        if (numbers_in(spelling) != numbers && without_blanks(spelling) != letters) return;
        fewest = slips;
        best = &code;
    };
    for (const Code& code : codes_) {
        try_spelling(code, code.code);
        try_spelling(code, code.label.de);
        try_spelling(code, code.label.en);
        for (const std::string& alias : code.aliases) try_spelling(code, alias);
    }
    return best;
}

void CodeList::add(Code code) {
    if (const auto it = by_code_.find(code.code); it != by_code_.end()) {
        Code& known = codes_[it->second];
        if (!code.label.empty()) known.label = std::move(code.label);
        for (auto& [name, value] : code.attributes) known.attributes[name] = std::move(value);
        index(it->second);
        return;
    }
    codes_.push_back(std::move(code));
    index(codes_.size() - 1);
}

const Codebook& Codebook::built_in() {
    static const Codebook book = [] {
        Codebook out;
        const auto add = [&](CodeList list) {
            out.lists_.push_back(std::make_shared<const CodeList>(std::move(list)));
        };
        for (const BuiltInFile& file : built_in_code_lists()) add(read_list(file));
        add(enum_list<TieKind>("tie_kinds"));
        add(enum_list<CoverageState>("coverage_states"));
        add(enum_list<Sector>("sectors"));
        std::ranges::sort(out.lists_, {}, name_of);
        return out;
    }();
    return book;
}

std::size_t Codebook::position_of(std::string_view name) const {
    const auto it = std::ranges::lower_bound(lists_, name, {}, name_of);
    const bool there = it != lists_.end() && name_of(*it) == name;
    return there ? static_cast<std::size_t>(it - lists_.begin()) : lists_.size();
}

const CodeList* Codebook::list(std::string_view name) const {
    const std::size_t position = position_of(name);
    return position < lists_.size() ? lists_[position].get() : nullptr;
}

CodeList* Codebook::extend(std::string_view name) {
    const std::size_t position = position_of(name);
    if (position == lists_.size()) return nullptr;
    auto own = std::make_shared<CodeList>(*lists_[position]);
    lists_[position] = own;
    return own.get();
}

Choice Codebook::choice(std::string_view list_name, std::string_view code) const {
    const CodeList* found = list(list_name);
    const Code* entry = found ? found->find(code) : nullptr;
    const std::string text{code};
    return {text, entry ? entry->label : Message{text, text}};
}

std::string_view Codebook::attribute(std::string_view list_name, std::string_view code,
                                     std::string_view name) const {
    const CodeList* found = list(list_name);
    const Code* entry = found ? found->find(code) : nullptr;
    return entry ? entry->attribute(name) : std::string_view{};
}

}  // namespace lotse
