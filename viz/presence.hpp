/// Presence: what is there on the date of a picture, counted as the analyses count it.
#ifndef LOTSE_VIZ_PRESENCE_HPP
#define LOTSE_VIZ_PRESENCE_HPP

#include <lotse/model/network.hpp>
#include <lotse/viz/palette.hpp>
#include <lotse/viz/picture.hpp>

#include <map>
#include <string>
#include <string_view>

namespace lotse::viz {

/// Why a row is not drawn, with how many; the key is a code of tie_statuses or of this file.
using Hidden = std::map<std::string, std::size_t, std::less<>>;

/// "2 beendet, 1 geplant".
std::string hidden_text(const Network& network, const Hidden& hidden, Language language);

/// Why the actor is not there: "ended", or with a date that lies before its start "ahead". Empty:
/// it is there.
std::string_view why_absent(const Network& network, const Actor& actor,
                            const std::optional<PartialDate>& at);

/// Why a tie with a line of its own (tie_class) is not drawn: planned, proposed, paused, ended,
/// ahead, or "end": one of its actors is not there. Empty: it is drawn, also where its status is
/// not recorded or a word that no list knows.
std::string_view why_not_drawn(const Network& network, const Tie& tie,
                               const std::optional<PartialDate>& at);

/// How a tie is drawn; nullopt: not at all, because of its kind or because it is not there.
std::optional<TieClass> drawn_class(const Network& network, const Tie& tie,
                                    const std::optional<PartialDate>& at);

}  // namespace lotse::viz

#endif
