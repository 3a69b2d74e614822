/// Finds the row of the headings of a table: the one whose words the table knows.
#ifndef LOTSE_IO_HEADING_ROW_HPP
#define LOTSE_IO_HEADING_ROW_HPP

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

/// Match keys (unicode::match_key) of headings.
using Headings = std::set<std::string, std::less<>>;

/// All headings that a table understands: keys, German and English names, common variants.
Headings known_headings(std::string_view table_key);

/// How many rows from the top are looked at.
inline constexpr int rows_searched_for_headings = 50;

struct HeadingFit {
    int row = 0;
    std::size_t known = 0;
    std::size_t fields = 0;  ///< that hold any text
};

/// Is offered the rows from the top. The first with at least two known headings (or only known
/// ones) is it; else the first with any; else the first that is not blank.
class HeadingSearch {
public:
    explicit HeadingSearch(const Headings& known) : known_{known} {}

    /// False: found, no further row is wanted.
    bool offer(int row, std::span<const std::string> fields);
    /// nullopt: all rows were blank.
    const std::optional<HeadingFit>& best() const { return best_; }

private:
    const Headings& known_;
    std::optional<HeadingFit> best_;
};

}  // namespace lotse::io

#endif
