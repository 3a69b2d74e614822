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

/// What known headings can stand in above the headings: in a table of a network, a row of several
/// cells ("Stand: 05/2024, Quelle: ..."); in a directory, as people keep it, also one lone word
/// ("Angebote"), which in a table of a network is that of its only column.
enum class TableOf { network, directory };

/// Is offered the rows from the top. The first with at least two known headings is it, unless it
/// holds other words, too, and a later one has all that are required: in a directory only the next
/// one of several cells, beside words with figures ("Kreis; Plauen; Stand; März 2026"), as the
/// rows below may be offers, or a second row of headings; else the first with any, of several words
/// rather than of one; else the first that is not blank. Words of a comment (#) count as unknown:
/// "#key" is a heading only where no other row is.
class HeadingSearch {
public:
    explicit HeadingSearch(const Headings& known, TableOf of = TableOf::network)
        : known_{known}, of_{of} {}

    /// False: found, no further row is wanted.
    bool offer(int row, std::span<const std::string> fields);
    /// nullopt: all rows were blank.
    const std::optional<HeadingFit>& best() const { return best_; }

private:
    bool has_required(std::span<const std::string> fields) const;
    /// Whether the best row may be a title of several cells, and these the headings below it.
    bool stands_below_title(const HeadingFit& fit, std::span<const std::string> fields) const;

    const Headings& known_;
    TableOf of_;
    std::optional<HeadingFit> best_;
    std::vector<std::string> best_fields_;
};

}  // namespace lotse::io

#endif
