/// What if an actor were gone, or a tie were there: the options --without and --with.
#ifndef LOTSE_ANALYSIS_WHAT_IF_HPP
#define LOTSE_ANALYSIS_WHAT_IF_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace lotse::analysis {

/// A usage error about what was typed.
Error unknown(Text words, std::string_view text);

/// The key of the row that somebody meant who typed nearly its key, or its name; empty: no row's.
template <class Rows>
std::string meant_key(const Rows& rows, const std::string& text) {
    const std::string typed = unicode::match_key(text);
    for (const auto& row : rows)
        if (unicode::match_key(row.name) == typed) return row.key;
    const auto key_of = [](const auto& row) -> std::string_view { return row.key; };
    if (const auto best = most_similar(text, rows, key_of)) return rows[*best].key;
    const auto name_of = [](const auto& row) -> std::string_view { return row.name; };
    const auto best = most_similar(text, rows, name_of);
    return best ? rows[*best].key : std::string{};
}

/// A tie of --with.
struct WishedTie {
    std::string from;
    std::string to;
    TieKind kind;
};

/// "FROM>TO:KIND"; keys may hold a colon, kinds do not, so the last one separates. Errors: usage.
Result<WishedTie> parse_wish(const std::string& text);

/// Its ends are found although undirected ties are kept with their ends in order.
bool is_wished(const Tie& tie, const WishedTie& wish);

/// Takes into the view the network with what the options suppose and choose (lent_rows.hpp).
/// Precondition: the date of the view is set. Errors: usage (unknown actor, malformed tie).
Status suppose(std::shared_ptr<const Network> network, const ViewOptions& options,
               const Network* other, View& view);

/// That an option names an actor that there is not, or that --without takes away.
Error no_actor(std::string_view option, const std::string& key, const View& view);

}  // namespace lotse::analysis

#endif
