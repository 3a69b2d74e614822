#include "network_credit.hpp"

namespace lotse::io {

std::vector<std::string> source_titles(const Network& network) {
    std::vector<std::string> titles;
    for (const Source& source : network.tables().sources) titles.push_back(source.title);
    return titles;
}

std::string source_list(const Network& network) {
    constexpr std::size_t most_bytes = 32 * 1024;  // our readers take fields of 64 KB
    std::string out;
    for (const Source& source : network.tables().sources) {
        std::string one = source.key + ": " + source.title;
        if (source.date) one += ", " + to_string(*source.date);
        if (!source.url.empty()) one += ", " + source.url;
        if (out.size() + one.size() > most_bytes) return out + "; …";
        out += (out.empty() ? "" : "; ") + one;
    }
    return out;
}

}  // namespace lotse::io
