/// Finds the row of the headings of a table: the one whose words the table knows.
#ifndef LOTSE_IO_HEADING_ROW_HPP
#define LOTSE_IO_HEADING_ROW_HPP

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::io {

/// Match keys (unicode::match_key) of headings.
struct Headings : std::set<std::string, std::less<>> {
    using set::set;
    Headings() = default;
    Headings(std::set<std::string, std::less<>> known) : set{std::move(known)} {}

    /// For each column that must be there, the headings it can have.
    std::vector<std::set<std::string, std::less<>>> required = {};
};

/// All headings that a table understands: keys, German and English names, common variants.
const Headings& known_headings(std::string_view table_key);

/// How many rows from the top are looked at.
inline constexpr int rows_searched_for_headings = 50;

struct HeadingFit {
    int row = 0;
    std::size_t known = 0;
    std::size_t fields = 0;  ///< that hold any text
};

/// What a row of one word means, if that word is a known heading: a table of one column, or the
/// title of a wider one ("Angebote").
enum class LoneWord { is_heading, is_title };

/// Is offered the rows from the top. The first with at least two known headings is it, unless it
/// holds other words, too ("Stand: 05/2024, Quelle: ..."), and a later one has all that are
/// required and more known ones, or only known ones; else the first with any, of several words rather than of one; else the first that is
/// not blank. Words of a comment (#) count as unknown: "#key" is a heading only where no other row
/// is.
class HeadingSearch {
public:
    explicit HeadingSearch(const Headings& known, LoneWord lone = LoneWord::is_heading)
        : known_{known}, lone_{lone} {}

    /// False: found, no further row is wanted.
    bool offer(int row, std::span<const std::string> fields);
    /// nullopt: all rows were blank.
    const std::optional<HeadingFit>& best() const { return best_; }

private:
    bool has_required(std::span<const std::string> fields) const;

    const Headings& known_;
    LoneWord lone_;
    std::optional<HeadingFit> best_;
};

}  // namespace lotse::io

#endif
