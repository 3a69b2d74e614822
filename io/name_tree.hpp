/// Names by their common beginnings, to find those that differ by slips of the pen only.
#ifndef LOTSE_IO_NAME_TREE_HPP
#define LOTSE_IO_NAME_TREE_HPP

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// What many names begin with is compared once for all of them: a search goes down the few branches
/// that still are near, not through all names.
class NameTree {
public:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t slips = 2;

    /// The numbers must rise.
    void add(std::string_view name, std::size_t number);
    /// Lowest number of another name within two slips (typing_distance); none: there is none.
    std::size_t first_near(std::string_view name) const;

private:
    struct Node {
        std::string label;          ///< what it adds to the names of the nodes above
        std::size_t first = none;   ///< lowest number below
        std::size_t number = none;  ///< of the name that ends here
        std::vector<std::size_t> children;
    };

    /// Distances of a beginning in the tree to the beginnings of a name that are at most two bytes
    /// shorter or longer: others are farther anyway.
    using Band = std::array<std::size_t, 2 * slips + 1>;
    struct Path {
        std::size_t node = 0;
        std::size_t depth = 0;  ///< bytes above the node
        char last = '\0';
        Band before{};
        Band band{};
    };

    /// False: everything below is too far.
    static bool step(std::string_view name, char next, Path& path);

    std::vector<Node> nodes_{1};
};

}  // namespace lotse::io

#endif
