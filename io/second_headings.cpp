#include "second_headings.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "column_map.hpp"
#include "directory_values.hpp"
#include "heading_guess.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace lotse::io {
namespace {

std::size_t filled(const std::vector<Cell>& cells) {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const Cell& c) { return !is_blank(c.text); }));
}

using Groups = std::vector<std::optional<std::size_t>>;

/// For each column the one whose heading holds for it and others. nullopt: its own is for it
/// alone, or none stands before it.
Groups groups_of(const DirectoryTable& table) {
    Groups out(table.headings.size());
    std::optional<std::size_t> named;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool blank = table.blank_headings.contains(i);
        if (!blank) named = i;
        if (blank || table.blank_headings.contains(i + 1)) out[i] = named;
    }
    return out;
}

/// What its heading names: "provider", "offer", or "name", which may be that of either.
std::string named_actor(const std::string& heading) {
    if (unicode::match_key(heading) == "name") return "name";
    const FieldGuess guess = guess_field(heading);
    const bool sure = guess.field && guess.fit != Fit::narrowed;
    const std::string code = sure ? guess.field->code : std::string{};
    return code == "provider" || code == "offer" ? code : std::string{};
}

/// What the columns name that have a heading for themselves.
std::set<std::string> single_actors(const DirectoryTable& table, const Groups& groups) {
    std::set<std::string> out;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (!groups[i] && !table.blank_headings.contains(i))
            out.insert(named_actor(table.headings[i]));
    out.erase("");
    return out;
}

/// No mark, number, amount or date, and nothing of persons.
bool may_be_heading(const Cell& cell) {
    constexpr std::size_t longest = 100;
    const std::string key = unicode::match_key(cell.text);
    const bool is_amount =
        cell.text.find_first_of("0123456789") != cell.text.npos && fee_of(cell.text);
    return cell.kind == CellKind::text && cell.text.size() <= longest && key.size() > 1 &&
           key.find_first_not_of("0123456789 ") != key.npos && !is_not_recorded(cell.text) &&
           !is_ditto(cell.text) && !is_amount && date_of(cell.text).empty() &&
           !privacy::holds_personal_contact(cell.text) && !privacy::addresses_person(cell.text);
}

bool stand_below_groups(const DirectoryTable& table, const std::vector<Cell>& cells) {
    if (table.blank_headings.empty()) return false;
    const Groups groups = groups_of(table);
    std::vector<std::size_t> shared;  // filled columns of headings for several
    std::size_t words = 0;
    std::size_t below_blank = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& text = cells[i].text;
        // Some write the headings of single columns into both rows.
        if (is_blank(text) || unicode::match_key(text) == unicode::match_key(table.headings[i]))
            continue;
        if (!groups[i] || !may_be_heading(cells[i])) return false;
        ++words;
        if (table.blank_headings.contains(i))
            ++below_blank;
        else
            shared.push_back(i);
    }
    constexpr std::size_t fewest = 2;
    if (words < fewest || below_blank == 0) return false;
    const auto actors = single_actors(table, groups);
    const auto single = std::ranges::count_if(groups, [](const auto& group) { return !group; });
    // Where only providers or only offers have a column, the others may stand below any heading.
    const bool surely = actors.size() > 1 || (actors.size() == 1 && single > 1 && words > fewest);
    return surely && std::ranges::all_of(shared, [&](std::size_t i) {
               const std::string actor = named_actor(table.headings[i]);
               return actor.empty() || actors.contains(actor);
           });
}

bool are_called_like_fields(const DirectoryTable& table, const std::vector<Cell>& cells) {
    constexpr std::size_t fewest = 3;
    std::size_t known = 0;
    bool below_blank = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!is_called_like_a_field(cells[i].text)) continue;
        ++known;
        below_blank |= table.blank_headings.contains(i);
    }
    const std::size_t cells_filled = filled(cells);
    return known >= fewest && (known == cells_filled || (below_blank && known * 2 > cells_filled));
}

bool is_refused_or_withheld(std::string_view heading) {
    return is_withheld_heading(heading, "extra") || privacy::client_heading(heading);
}

/// Below "Kontakt" may also stand "PLZ" and "Ort", but hardly a provider.
bool is_of_no_person(std::string_view heading) {
    const Code* field = directory_fields().recognise(heading);
    return field && field->code != "provider" && field->code != "offer";
}

bool holds_number(const std::string& heading) {
    constexpr std::array<std::string_view, 4> fields{"capacity", "vacancies", "fee_eur",
                                                     "duration_weeks"};
    const FieldGuess guess = guess_field(heading);
    return guess.field && std::ranges::find(fields, guess.field->code) != fields.end();
}

/// "gesamt" below "Plätze" are the places.
bool is_whole(std::string_view word) {
    constexpr std::array<std::string_view, 4> words{"gesamt", "insgesamt", "total", "overall"};
    return std::ranges::find(words, unicode::match_key(word)) != words.end();
}

bool is_of_funders(std::string_view heading) {
    constexpr std::array<std::string_view, 9> words{"förderung",    "förderer",  "fördermittel",
                                                    "förderstelle", "gefördert", "finanz",
                                                    "geldgeber",    "fund",      "kostenträger"};
    const std::string key = unicode::match_key(heading);
    return std::ranges::any_of(
        words, [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

/// Gives columns the names that a second row of headings has for them.
class SecondHeadings {
public:
    SecondHeadings(DirectoryTable& table, int row, const std::vector<Cell>& cells)
        : table_{table}, row_{row}, first_{table.headings}, groups_{groups_of(table)} {
        actors_ = single_actors(table, groups_);
        for (std::size_t i = 0; i < first_.size(); ++i) {
            second_.push_back(clean_label(cells[i].text).value_or(std::string{}));
            ++times_[unicode::match_key(second_[i])];
            taken_.insert(unicode::match_key(first_[i]));
        }
    }

    void take() {
        for (std::size_t i = 0; i < second_.size(); ++i)
            if (!second_[i].empty() && names_column(i)) call(i);
    }

private:
    bool names_column(std::size_t column) const {
        // Of persons and clients it counts in any case: "Info" above "Telefon".
        if (table_.blank_headings.contains(column) || is_refused_or_withheld(second_[column]))
            return true;
        if (!groups_[column] || privacy::client_heading(first_[column])) return false;
        const std::string actor = named_actor(first_[column]);
        return actor.empty() || actors_.contains(actor);
    }

    bool is_below_persons(std::size_t column) const {
        return table_.of_persons.contains(column) ||
               (groups_[column] && is_withheld_heading(first_[*groups_[column]], "extra"));
    }

    void call(std::size_t column) {
        const std::string& word = second_[column];
        if (is_below_persons(column) && !is_refused_or_withheld(word) && !is_of_no_person(word))
            table_.of_persons.insert(column);
        else
            table_.of_persons.erase(column);
        table_.heading_rows[column] = row_;
        table_.blank_headings.erase(column);
        taken_.erase(unicode::match_key(first_[column]));
        const std::string name = full_name(column);
        std::string own = name;
        for (int n = 2; !taken_.insert(unicode::match_key(own)).second; ++n)
            own = name + " (" + std::to_string(n) + ")";
        table_.headings[column] = std::move(own);
    }

    /// "Ort" below "Anschrift" says enough; "Handlungsfelder: Bewegung", "Kosten: Gast" and
    /// "Ansprechpartner: Name" need both.
    std::string full_name(std::size_t column) const {
        const std::string& word = second_[column];
        if (!groups_[column]) return word;
        const std::string& above = first_[*groups_[column]];
        const std::string both = above + ": " + word;
        if (privacy::client_heading(both)) return both;
        if (is_refused_or_withheld(word)) return word;
        if (is_whole(word) && holds_number(above)) return above;
        const Code* field = directory_fields().recognise(word);
        if (!field || (is_below_persons(column) && !is_of_no_person(word))) return both;
        const bool of_place = field->code.starts_with("place_") ||
                              field->code.starts_with("provider_") ||
                              field->code.starts_with("venue_");
        // "Kommune" below "Finanzierung" is no town.
        if (of_place && is_of_funders(above)) return both;
        const bool again = times_.at(unicode::match_key(word)) > 1;
        const std::string key = unicode::match_key(word);
        const bool is_bound = key == "von" || key == "bis";
        return (again && !of_place) || (is_bound && !has_dates(above)) ? both : word;
    }

    /// Else "von" and "bis" may be those of a price or of the hours.
    static bool has_dates(const std::string& heading) {
        const FieldGuess guess = guess_field(heading);
        return !guess.field || guess.field->code == "period" || !named_actor(heading).empty() ||
               unicode::match_key(heading).starts_with("termin");
    }

    DirectoryTable& table_;
    int row_;
    std::vector<std::string> first_;
    std::vector<std::string> second_;
    Groups groups_;
    std::set<std::string> actors_;
    std::map<std::string, int> times_;  ///< how often the row has a word
    std::set<std::string> taken_;
};

}  // namespace

bool is_called_like_a_field(std::string_view text) {
    return !is_blank(text) && (unicode::match_key(text) == "name" ||
                               directory_fields().recognise(text) || is_refused_or_withheld(text));
}

bool are_second_headings(const DirectoryTable& table, const std::vector<Cell>& cells) {
    return are_called_like_fields(table, cells) || stand_below_groups(table, cells);
}

void take_second_headings(DirectoryTable& table, int row, const std::vector<Cell>& cells) {
    SecondHeadings{table, row, cells}.take();
}

}  // namespace lotse::io
