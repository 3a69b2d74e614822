#include <lotse/base/telling_signs.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "column_map.hpp"
#include "directory_identity.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

struct ListedField {
    std::string_view field;
    std::string_view codes;
};

/// Fields with code lists, and whether a cell may hold several.
constexpr std::array code_fields{
    ListedField{"provider_kind", "actor_kinds"},
    ListedField{"venue_kind", "venue_kinds"},
    ListedField{"topics", "topics"},
    ListedField{"targets", "targets"},
    ListedField{"form", "offer_forms"},
    ListedField{"delivery", "deliveries"},
    ListedField{"legal", "legal_circles"},
    ListedField{"open_to", "open_to"},
    ListedField{"routes", "routes"},
    ListedField{"certified", "certifications"},
    ListedField{"status", "offer_statuses"},
};
constexpr std::array<std::string_view, 7> list_fields{"topics",  "targets", "legal",    "routes",
                                                      "funders", "areas",   "languages"};
constexpr std::array<std::string_view, 4> shared_fields{"skip", "extra", "note", "topics"};

/// Equal for a word in all punctuation that does not change it ("e. V.", "e.V."); empty: signs may
/// change what it says ("60+", "Yoga?", "●"), so it is the same as written only.
std::string free_spelling(std::string_view text) {
    for (const std::string_view quote : {"\"", "„", "“", "”", "‚", "‘", "’", "'", "«", "»"}) {
        if (text.starts_with(quote)) text.remove_prefix(quote.size());
        if (text.ends_with(quote)) text.remove_suffix(quote.size());
    }
    return unicode::has_telling_signs(text) ? std::string{} : name_identity(text);
}

}  // namespace

const CodeList& directory_fields() {
    return *Codebook::built_in().list("directory_columns");
}

bool takes_several_columns(std::string_view field) {
    return std::ranges::find(shared_fields, field) != shared_fields.end() || is_list_field(field);
}

bool is_list_field(std::string_view field) {
    return std::ranges::find(list_fields, field) != list_fields.end();
}

std::string_view code_list_of(std::string_view field) {
    const auto it = std::ranges::find(code_fields, field, &ListedField::field);
    return it == code_fields.end() ? std::string_view{} : it->codes;
}

bool is_withheld_heading(std::string_view heading, std::string_view field) {
    const bool of_field = directory_fields().recognise(heading) != nullptr;
    if (!privacy::is_contact_heading(heading) && (of_field || !names_contacts(heading)))
        return false;
    const std::string key = unicode::match_key(heading);
    return field != "provider_mailbox" || key.find("mail") == std::string::npos;
}

const ColumnMap::Word* ColumnMap::add_word(std::size_t column, Word word) {
    const std::string spelling = free_spelling(word.typed);
    const WordKey key{column, cell_identity(word.typed), word.field};
    match_keys.emplace(column, unicode::match_key(word.typed));
    const auto [it, added] = words.try_emplace(key, std::move(word));
    if (!added) return &it->second;
    if (spelling.empty()) return nullptr;
    const auto [same, first] =
        spellings.try_emplace({column, spelling, it->second.field}, std::get<1>(key));
    std::string& identity = same->second;
    if (!first && !identity.empty() &&
        words.at({column, identity, it->second.field}).becomes != it->second.becomes)
        identity.clear();
    return nullptr;
}

const std::string* ColumnMap::word(std::size_t column, std::string_view text,
                                   std::string_view field) const {
    const auto found = meanings(column, text);
    const auto it = found.find(field);
    return it == found.end() ? nullptr : &it->second->becomes;
}

ColumnMap::Meanings ColumnMap::meanings(std::size_t column, std::string_view text) const {
    Meanings out;
    if (!match_keys.contains({column, unicode::match_key(text)})) return out;
    const auto each = [column](const auto& table, const std::string& spelling, const auto& take) {
        for (auto it = table.lower_bound({column, spelling, {}}); it != table.end(); ++it) {
            const auto& [of_column, of_spelling, field] = it->first;
            if (of_column != column || of_spelling != spelling) return;
            take(field, it->second);
        }
    };
    each(words, cell_identity(text),
         [&](const std::string& field, const Word& word) { out.emplace(field, &word); });
    if (const std::string spelling = free_spelling(text); !spelling.empty())
        each(spellings, spelling, [&](const std::string& field, const std::string& identity) {
            if (!identity.empty()) out.emplace(field, &words.at({column, identity, field}));
        });
    return out;
}

Headings map_headings() {
    Headings out;
    for (const Text& name :
         {map_column, map_word, map_field, map_becomes, map_separators, map_example, map_hint}) {
        out.insert(unicode::match_key(name.de));
        out.insert(unicode::match_key(name.en));
    }
    return out;
}

Headings directory_headings() {
    Headings out;
    for (const Code& code : directory_fields().codes()) {
        std::set<std::string, std::less<>> of_field;
        of_field.insert(unicode::match_key(code.label.de));
        of_field.insert(unicode::match_key(code.label.en));
        for (const std::string& alias : code.aliases) of_field.insert(unicode::match_key(alias));
        out.insert(of_field.begin(), of_field.end());
        if (code.code == "provider" || code.code == "offer")
            out.required.push_back(std::move(of_field));
    }
    return out;
}

}  // namespace lotse::io
