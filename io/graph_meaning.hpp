/// What the attributes of a graph file are for the network.
#ifndef LOTSE_IO_GRAPH_MEANING_HPP
#define LOTSE_IO_GRAPH_MEANING_HPP

#include "graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// What an attribute is for the network.
struct Meaning {
    enum class Role {
        column,
        foreign,
        label,
        name,
        kind,
        key,
        start,
        end,
        mutual,
        number,
        implied,
        look
    };

    Role role = Role::foreign;
    std::string column;       ///< its heading
    std::string title;        ///< as the file has it, fit to be printed
    bool is_synonym = false;  ///< a word for a column of lotse, not its own name
    bool is_heading = false;  ///< its own name in a table for people: "Art" or "Kind" for kind
};
using Role = Meaning::Role;

/// One for each attribute of actors or ties.
std::vector<Meaning> meanings_of(const std::vector<GraphAttribute>& attributes,
                                 std::string_view table);

/// Of an attribute that is no column of lotse, though its title says so.
Meaning kept(const std::string& title);

/// Attributes are looked at by rank: a label counts before a name, a column's key before its
/// heading, this before a word for it, a date of the form last.
inline constexpr int ranks = 5;
inline int rank(const Meaning& meaning) {
    if (meaning.is_synonym) return 3;
    if (meaning.is_heading) return 2;
    switch (meaning.role) {
        case Role::label: return 0;
        case Role::start:
        case Role::end: return 4;
        default: return 1;
    }
}

}  // namespace lotse::io

#endif
