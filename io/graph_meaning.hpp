/// What the attributes of a graph file are for the network. Internal to graph_network.cpp.
#ifndef LOTSE_IO_GRAPH_MEANING_HPP
#define LOTSE_IO_GRAPH_MEANING_HPP

#include <string>

namespace lotse::io {

/// What an attribute is for the network.
struct Meaning {
    enum class Role { column, foreign, label, name, kind, key, start, end, mutual, implied, look };

    Role role = Role::foreign;
    std::string heading;  ///< of the column
    std::string title;    ///< as the file has it, fit to be printed
};
using Role = Meaning::Role;

/// Attributes are looked at by rank: a label counts before a name, a date of the form last.
inline constexpr int ranks = 3;
inline int rank(Role role) {
    switch (role) {
        case Role::label: return 0;
        case Role::start:
        case Role::end: return 2;
        default: return 1;
    }
}

}  // namespace lotse::io

#endif
