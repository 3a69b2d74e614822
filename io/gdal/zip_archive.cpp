#include "zip_archive.hpp"

#include "facts.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>

namespace lotse_gdal {
namespace {

// Signatures and offsets: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::string_view entry_mark{"PK\1\2", 4};
constexpr std::string_view local_mark{"PK\3\4", 4};
constexpr std::string_view end_mark{"PK\5\6", 4};
constexpr std::size_t entry_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t most_entries = 1000;
constexpr std::uint64_t judged_from = 100 << 10;  // smaller parts may pack as well as they like

[[noreturn]] void damaged(std::string detail) {
    throw Refusal{"damaged", std::move(detail)};
}

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) damaged("zip");
    std::uint64_t out = 0;
    for (std::size_t i = size; i-- > 0;)
        out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

/// Sizes of 4 GB and more stand in an extra field.
std::uint64_t large_size(std::string_view extra, std::size_t place) {
    for (std::size_t at = 0; at + 4 <= extra.size();) {
        const auto size = static_cast<std::size_t>(number(extra, at + 2, 2));
        if (number(extra, at, 2) == 1) return number(extra, at + 4 + 8 * place, 8);
        at += 4 + size;
    }
    damaged("zip64");
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, const ZipLimits& limits, std::string gdal_path)
    : gdal_path_{std::move(gdal_path)} {
    const std::size_t end = bytes.rfind(end_mark);
    if (!bytes.starts_with(local_mark) || end == bytes.npos || bytes.size() - end < end_size)
        damaged("zip");
    const std::uint64_t count = number(bytes, end + 10, 2);
    if (count > most_entries) throw OverLimit{"parts"};
    auto at = static_cast<std::size_t>(number(bytes, end + 16, 4));
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (at > end || bytes.substr(at, 4) != entry_mark || end - at < entry_size) damaged("zip");
        const std::uint64_t flags = number(bytes, at + 8, 2);
        const std::uint64_t method = number(bytes, at + 10, 2);
        std::uint64_t packed = number(bytes, at + 20, 4);
        std::uint64_t unpacked = number(bytes, at + 24, 4);
        const auto name_size = static_cast<std::size_t>(number(bytes, at + 28, 2));
        const auto extra_size = static_cast<std::size_t>(number(bytes, at + 30, 2));
        const auto comment_size = static_cast<std::size_t>(number(bytes, at + 32, 2));
        const auto local = static_cast<std::size_t>(number(bytes, at + 42, 4));
        if (name_size + extra_size + comment_size > end - at - entry_size) damaged("zip");
        const std::string name{bytes.substr(at + entry_size, name_size)};
        const auto extra = bytes.substr(at + entry_size + name_size, extra_size);
        std::size_t large = 0;
        if (unpacked == 0xFFFFFFFF) unpacked = large_size(extra, large++);
        if (packed == 0xFFFFFFFF) packed = large_size(extra, large++);
        if ((flags & 1U) != 0) throw Refusal{"password-protected"};
        if ((method != 0 && method != 8) || local > bytes.size() ||
            bytes.substr(local, 4) != local_mark || packed > bytes.size())
            damaged(name);
        if (unpacked > limits.unpacked_mb << 20U || (total += unpacked) > limits.unpacked_mb << 20U)
            throw OverLimit{"workbook-mb"};
        if (unpacked > judged_from && unpacked > std::max<std::uint64_t>(packed, 1) * limits.ratio)
            throw OverLimit{"workbook-ratio"};
        if (!sizes_.emplace(name, unpacked).second) damaged(name);
        at += entry_size + name_size + extra_size + comment_size;
    }
}

std::string ZipArchive::unpack(std::string_view part, std::size_t most) const {
    const auto entry = sizes_.find(part);
    if (entry == sizes_.end()) throw Refusal{"missing-part", std::string{part}};
    const std::string path = "/vsizip/{" + gdal_path_ + "}/" + entry->first;
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file{VSIFOpenL(path.c_str(), "rb"),
                                                             VSIFCloseL};
    if (!file) throw Refusal{"damaged", entry->first};
    // One byte more than promised, to notice a part that is larger than its entry says.
    const auto size = static_cast<std::size_t>(entry->second);
    std::string out(std::min(size + 1, most), '\0');
    const std::size_t count = VSIFReadL(out.data(), 1, out.size(), file.get());
    if (count != std::min(size, most)) throw Refusal{"damaged", entry->first};
    out.resize(count);
    return out;
}

}  // namespace lotse_gdal
