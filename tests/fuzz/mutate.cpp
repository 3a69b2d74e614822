#include "mutate.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lotse::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::array pieces{""sv,
                            "\0"sv,
                            "\n"sv,
                            "\r\n"sv,
                            "\t"sv,
                            "\""sv,
                            "'"sv,
                            ";"sv,
                            ","sv,
                            "|"sv,
                            "<"sv,
                            ">"sv,
                            "</"sv,
                            "/>"sv,
                            "&"sv,
                            "&#0;"sv,
                            "&#x1F600;"sv,
                            "<!--"sv,
                            "]]>"sv,
                            "["sv,
                            "]"sv,
                            "{"sv,
                            "}"sv,
                            ":"sv,
                            "-1"sv,
                            "0"sv,
                            "1e999"sv,
                            "9223372036854775808"sv,
                            "NaN"sv,
                            "1.234"sv,
                            "=1+1"sv,
                            "\\u0000"sv,
                            "\\ud800"sv,
                            "\xC3"sv,
                            "\xEF\xBB\xBF"sv,
                            "\xE2\x80\xAE"sv,
                            "\xFF\xFE"sv,
                            "#"sv,
                            "=== "sv,
                            "*"sv,
                            "null"sv,
                            "--"sv};

constexpr std::size_t longest = 100'000;

}  // namespace

std::string Mutation::of(const std::vector<std::string>& seeds) {
    std::string bytes = seeds[below(seeds.size())];
    for (std::size_t n = 1 + below(8); n > 0; --n) change(bytes, seeds);
    if (bytes.size() > longest) bytes.resize(longest);
    return bytes;
}

void Mutation::change(std::string& bytes, const std::vector<std::string>& seeds) {
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(bytes.size() - at, 40) + 1);
    switch (below(6)) {
        case 0:
            if (at < bytes.size()) bytes[at] = static_cast<char>(random_());
            break;
        case 1: bytes.erase(at, length); break;
        case 2: bytes.insert(at, pieces[below(pieces.size())]); break;
        case 3: bytes.insert(below(bytes.size() + 1), bytes.substr(at, length)); break;
        case 4: bytes.replace(at, length, pieces[below(pieces.size())]); break;
        default: {
            const std::string& other = seeds[below(seeds.size())];
            bytes.insert(at, other.substr(below(other.size() + 1), 1 + below(80)));
        }
    }
}

}  // namespace lotse::fuzz
