/// Which column of a directory means what, and what its words mean: read from a table that people
/// edit in a spreadsheet, or proposed to them.
#ifndef LOTSE_IO_COLUMN_MAP_HPP
#define LOTSE_IO_COLUMN_MAP_HPP

#include <lotse/model/codebook.hpp>

#include "directory_table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace lotse::io {

/// Headings of a column map.
inline constexpr Text map_column{"Spalte", "Column"};
inline constexpr Text map_word{"Wert", "Value"};
inline constexpr Text map_field{"Feld", "Field"};
inline constexpr Text map_becomes{"Wird zu", "Becomes"};
inline constexpr Text map_separators{"Trennzeichen", "Separators"};
inline constexpr Text map_example{"Beispiel", "Example"};
inline constexpr Text map_hint{"Hinweis", "Hint"};

/// The fields of a directory: datasets/codes/directory_columns.csv.
const CodeList& directory_fields();

/// Several columns may feed the field.
bool takes_several_columns(std::string_view field);
/// Several values may stand in a cell of the field.
bool is_list_field(std::string_view field);
/// Code list of the field's values; empty: it has none.
std::string_view code_list_of(std::string_view field);

/// "E-Mail" and the like may be declared function mailboxes; other columns of persons never leave
/// the file.
bool is_withheld_heading(std::string_view heading, std::string_view field);

struct ColumnMap {
    struct Column {
        std::string field = "extra";
        std::vector<std::string> separators;
    };
    std::vector<Column> columns;  ///< one a column of the directory
    struct Word {
        std::string field;
        std::string typed;
        std::string becomes;
        std::string called;    ///< the field, as the map calls it
        SourcePosition where;  ///< in the map
    };
    /// Column, spelling of a word, field.
    using WordKey = std::tuple<std::size_t, std::string, std::string>;
    /// By cell_identity: what the field becomes in such a row.
    std::map<WordKey, Word> words;
    /// What other spellings of a word mean, as its cell_identity; empty: words that say different
    /// things are spelt so.
    std::map<WordKey, std::string> spellings;
    /// Column and match key: what has none of these is no word, whatever its signs.
    std::set<std::pair<std::size_t, std::string>> match_keys;
    struct Fixed {
        std::string value;
        std::string called;    ///< the field, as the map calls it
        SourcePosition where;  ///< in the map
    };
    std::map<std::string, Fixed, std::less<>> fixed;  ///< field: what holds for every row

    /// nullptr: added; else the word that is there already.
    const Word* add_word(std::size_t column, Word word);
    const std::string* word(std::size_t column, std::string_view text,
                            std::string_view field) const;
    /// All that the map says of a cell or a part of it, by field.
    using Meanings = std::map<std::string, const Word*, std::less<>>;
    Meanings meanings(std::size_t column, std::string_view text) const;
};

/// Headings of a map, and those of a directory as the program knows them.
Headings map_headings();
Headings directory_headings();

/// What `rows` says about the columns of `directory`. nullopt: it has errors, reported at their
/// place in the map; a column that the map does not mention is kept as an extra column, with a
/// warning.
std::optional<ColumnMap> read_column_map(const DirectoryTable& rows,
                                         const DirectoryTable& directory, NetworkBuilder& builder);

}  // namespace lotse::io

#endif
