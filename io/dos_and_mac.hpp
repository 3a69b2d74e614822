/// Tables that Excel saved as "CSV (MS-DOS)" or "CSV (Macintosh)": as Windows-1252, which they look
/// like, every umlaut in them would be another sign.
#ifndef LOTSE_IO_DOS_AND_MAC_HPP
#define LOTSE_IO_DOS_AND_MAC_HPP

#include <optional>
#include <string_view>

namespace lotse::io {

/// What speaks against Windows-1252.
struct OtherEncoding {
    std::size_t at = 0;          ///< of the first byte that Windows-1252 has no use for there
    std::string_view name = {};  ///< "CP850" or "Macintosh"; empty: not all bytes fit either
};

/// nullopt: nothing speaks against Windows-1252. Precondition: `bytes` are no UTF-8.
std::optional<OtherEncoding> other_than_windows_1252(std::string_view bytes);

}  // namespace lotse::io

#endif
