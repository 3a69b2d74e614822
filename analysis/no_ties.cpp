#include "no_ties.hpp"

#include "words.hpp"

namespace lotse::analysis {

bool leaves_out(const View& view) {
    return !view.areas.empty() || !view.topics.empty() || !view.kinds.empty() ||
           view.min_level > 0 || view.at || view.takes_away;
}

Message no_ties_words(const View& view) {
    if (leaves_out(view))
        return Text{"In dieser Auswahl liegt keine Beziehung", "This selection holds no tie"};
    return Text{"Auf dieser Ebene ist keine Beziehung erfasst", "No tie is recorded on this layer"};
}

Message no_ties_step(const View& view) {
    if (leaves_out(view))
        return Text{
            "Ohne --area, --topic, --kinds, --min-level, --at oder --without können es mehr "
            "sein.",
            "Without --area, --topic, --kinds, --min-level, --at or --without there may be "
            "more."};
    return message({"Als Nächstes Beziehungen erfassen ({}).", "Next, record ties ({})."},
                   {place_of_table("ties")});
}

}  // namespace lotse::analysis
