#include "unique_slugs.hpp"

#include <lotse/base/unicode.hpp>

namespace lotse::driver {

std::string UniqueSlugs::name(std::string_view text, std::string_view otherwise) {
    constexpr std::size_t longest = 80;  // file names end at 255, and a folder lies around them
    std::string slug = unicode::slug(text).substr(0, longest);
    while (slug.ends_with('-')) slug.pop_back();
    if (slug.empty()) slug = otherwise;
    std::string name = slug;
    for (int n = 2; !taken_.insert(name).second; ++n) name = slug + "-" + std::to_string(n);
    return name;
}

}  // namespace lotse::driver
