/// Names of files made of words of the data.
#ifndef LOTSE_DRIVER_UNIQUE_SLUGS_HPP
#define LOTSE_DRIVER_UNIQUE_SLUGS_HPP

#include <set>
#include <string>
#include <string_view>

namespace lotse::driver {

/// Gives every text a name of its own that any file system takes: "mk-waldau", "mk-waldau-2".
class UniqueSlugs {
public:
    /// At most 80 characters of [a-z0-9-] and a number. `otherwise` is the name of what has no
    /// letter of the Latin alphabet and no digit.
    std::string name(std::string_view text, std::string_view otherwise);

private:
    std::set<std::string> taken_;
};

}  // namespace lotse::driver

#endif
