/// Towns within a text: "Turnhalle, Am Park 3, 08523 Plauen", "Plauen: Turnhalle".
#ifndef LOTSE_IO_DIRECTORY_ADDRESSES_HPP
#define LOTSE_IO_DIRECTORY_ADDRESSES_HPP

#include "area_names.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

inline constexpr std::size_t postcode_digits = 5;

std::size_t leading_digits(std::string_view text);

/// "08523 Plauen" and "D-08523 Plauen", also with a lost zero, in two; the town alone where no
/// postcode stands before it.
struct PostcodeAndTown {
    std::string postcode;
    std::string town;
};
PostcodeAndTown split_postcode(std::string_view text);

/// The one town that a text surely names.
struct NamedTown {
    std::string area;       ///< official key
    std::string postcode;   ///< empty: none is written with it
    std::string town;       ///< as written, or as it is called where more is written
    std::string rest;       ///< what stands with it; all of the text where it is not at its end
    bool of_house = false;  ///< "Weimar-Halle" and nothing else says where it is
    bool whole = false;     ///< no part of it or house is written with its name
    bool sure = false;      ///< else the name may be that of a part of another town: "Harburg"
};

/// nullopt: no town is named, several are, or it is not clear which. `districts` (keys) tell towns
/// of the same name apart behind a postcode.
std::optional<NamedTown> find_named_town(std::string_view text, const AreaNames& areas,
                                         std::span<const std::string> districts = {});

/// Of "Halle, Weg 3, 95032 Hof" what stands behind its only postcode: "Hof". Empty: nothing, or the
/// text has none or several.
std::string behind_postcode(std::string_view text);

bool holds_postcode(std::string_view text);

}  // namespace lotse::io

#endif
