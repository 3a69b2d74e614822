/// What a partner map shows, before anything has a place.
#ifndef LOTSE_VIZ_MAP_CONTENT_HPP
#define LOTSE_VIZ_MAP_CONTENT_HPP

#include "frame.hpp"
#include "presence.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lotse::viz {

struct MapActor {
    std::string id;
    std::string key;
    std::string name;
    std::string title;  ///< name, kind, sector
    std::string tag;
    std::size_t group = 0;   ///< position in MapContent::groups
    bool in_middle = false;  ///< of the wheel
    Dash border = Dash::solid;
    std::string remark;        ///< "geplant" and the like; for lists, which have no frames
    std::size_t partners = 0;  ///< neighbours by drawn ties
    bool absent = false;       ///< not there on the date of the picture: not drawn
    bool boxed = false;        ///< named in the box "Noch ohne Verbindung"
};

/// One drawn line: all ties of a pair of actors.
struct MapTie {
    std::string id;
    std::string title;
    std::size_t from = 0;
    std::size_t to = 0;
    TieClass drawn_as = TieClass::exchange;
    std::string style;  ///< name of a LineStyle
    std::string sign;   ///< in a small box on the line; empty: none
    Arrowheads arrowheads = Arrowheads::at_end;
};

/// A sector, or what stands beside the sectors: bodies, other actors, programmes.
struct MapGroup {
    std::string id;  ///< SVG class of its actors
    std::string name;
    Swatch swatch;
    std::vector<std::string> tags;  ///< each with its meaning, e.g. "KK Krankenkasse"
    std::size_t actors = 0;
};

/// One way in which lines are drawn, for the legend.
struct MapClass {
    LineStyle style;
    std::string name;
    std::size_t ties = 0;
};

struct MapContent {
    FrameTexts texts;
    std::vector<MapGroup> groups;
    std::vector<MapActor> actors;  ///< of the network, in its order
    std::size_t present = 0;       ///< of the actors, those that are not absent
    std::string absent_note;       ///< counts the absent actors; empty: none
    std::vector<MapTie> ties;
    std::vector<MapClass> classes;   ///< the used ones, strongest first
    std::vector<std::string> signs;  ///< of actors, with their meaning; for the legend
    bool has_hidden_ties = false;    ///< some are recorded, but not there
    bool ties_outside = false;       ///< as the options say
};

MapContent map_content(const Network& network, const PictureOptions& options);

/// Those that a map of ties draws: with a tie, or all where none is drawn.
std::vector<std::size_t> drawn_actors(const MapContent& content);

/// "Sportbund (geplant)".
std::string name_in_list(const MapActor& actor);

/// "1 Programm, Vereinbarung oder Ereignis".
std::string facts_text(std::size_t facts, Language language);

/// "34 Akteure", "1 Programm, Vereinbarung oder Ereignis": of those that are there.
std::vector<std::string> actor_counts(const MapContent& content, Language language);

inline constexpr Text dashed_frame{
    "Gestrichelter Rahmen: geplant, vorgeschlagen oder eine Gruppe von Akteuren.",
    "Dashed frame: planned, proposed or a group of actors."};

/// Says what the frames mean that the `drawn` actors have.
void explain_frames(const MapContent& content, const std::vector<std::size_t>& drawn,
                    Language language, std::vector<std::string>& notes, Text dashed = dashed_frame);

/// "Nicht gezeichnete Akteure: 2 beendet."; empty: all are drawn.
std::string absent_note(const Network& network, const Hidden& absent, Language language);

}  // namespace lotse::viz

#endif
