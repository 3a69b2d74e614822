/// Where data come from and how they may be used: what every output says, in words for people.
#ifndef LOTSE_BASE_CREDIT_HPP
#define LOTSE_BASE_CREDIT_HPP

#include <lotse/base/text.hpp>

#include <span>
#include <string>
#include <string_view>

namespace lotse {

/// "Quelle: A; B", or "Quelle: A und 4 weitere im Datensatz" where the titles are long.
Message source_credit(std::span<const std::string> titles);

/// "Lizenz: CC0-1.0", or that none is stated.
Message license_credit(std::string_view license);

/// Both: "Quelle: … · Lizenz: …".
Message credit(std::span<const std::string> titles, std::string_view license);

}  // namespace lotse

#endif
