/// The packed parts of a workbook: listed and bounded before anything is unpacked.
#ifndef LOTSE_GDAL_ZIP_ARCHIVE_HPP
#define LOTSE_GDAL_ZIP_ARCHIVE_HPP

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace lotse_gdal {

struct ZipLimits {
    std::uint64_t unpacked_mb = 200;  ///< all parts together
    std::uint64_t ratio = 100;        ///< of a part larger than 100 KB
};

class ZipArchive {
public:
    /// Reads the list of parts. Refuses what is damaged, encrypted, listed twice or too large.
    /// `gdal_path` is where GDAL finds the same bytes.
    ZipArchive(std::string_view bytes, const ZipLimits& limits, std::string gdal_path);

    bool holds(std::string_view part) const { return sizes_.contains(part); }
    /// One part unpacked, or the first `most` bytes of it. Refuses a missing part and one that is
    /// not as large as its entry says.
    std::string unpack(std::string_view part, std::size_t most = std::string::npos) const;

private:
    std::map<std::string, std::uint64_t, std::less<>> sizes_;
    std::string gdal_path_;
};

}  // namespace lotse_gdal

#endif
