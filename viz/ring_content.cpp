#include "ring_content.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::viz {
namespace {

constexpr std::size_t most_lines_between = 120;

RingContent actors_and_ties(const Network& network, ActorId centre, const PictureOptions& options) {
    RingContent content;
    content.map = map_content(network, options);
    content.centre = centre.index();
    content.rings = rings_around(network, centre, options.at);
    MapContent& map = content.map;
    map.actors[content.centre].boxed = false;
    for (std::size_t i = 0; i < map.actors.size(); ++i) {
        if (i == content.centre || map.actors[i].boxed || map.actors[i].absent) continue;
        content.shown.push_back(i);
        ++content.members[static_cast<std::size_t>(content.rings[i])];
    }
    std::set<std::size_t> groups;
    for (const std::size_t i : content.shown) groups.insert(map.actors[i].group);
    content.slices.assign(groups.begin(), groups.end());
    for (std::size_t t = 0; t < map.ties.size(); ++t) {
        const bool own = map.ties[t].from == content.centre || map.ties[t].to == content.centre;
        (own ? content.centre_ties : content.other_ties).push_back(t);
    }
    if (content.other_ties.size() > most_lines_between)
        content.hidden_ties = std::erase_if(content.other_ties, [&](std::size_t t) {
            return std::max(content.rings[map.ties[t].from], content.rings[map.ties[t].to]) >
                   Ring::partner;
        });
    return content;
}

class Words {
public:
    Words(const Network& network, RingContent& content, const PictureOptions& options)
        : network_{network}, content_{content}, options_{options} {}

    void add() {
        count_classes();
        const Language language = options_.language;
        const MapActor& centre = content_.map.actors[content_.centre];
        PictureOptions titled = options_;
        if (titled.title.empty())
            titled.title = say({"Netzwerkkarte: {}", "Network card: {}"}, centre.name);
        std::vector<std::string> counts;
        if (std::string name = network_name(network_); !name.empty())
            counts.push_back(std::move(name));
        const std::size_t near = content_.members[0] + content_.members[1], tied = tied_to_centre();
        counts.push_back(counted(tied, {"direkt verbunden", "directly tied"},
                                 {"direkt verbunden", "directly tied"}, language));
        if (near > tied)
            counts.push_back(
                counted(near - tied, {"nur durch eine Vereinbarung", "by an agreement only"},
                        {"nur durch eine Vereinbarung", "by an agreement only"}, language));
        counts.push_back(counted(content_.members[2], {"nur über Dritte", "through others only"},
                                 {"nur über Dritte", "through others only"}, language));
        counts.push_back(counted(content_.members[3],
                                 {"nur mit anderen verbunden", "tied to others only"},
                                 {"nur mit anderen verbunden", "tied to others only"}, language));
        if (const auto boxed = static_cast<std::size_t>(std::ranges::count_if(
                content_.map.actors, [](const MapActor& actor) { return actor.boxed; })))
            counts.push_back(counted(boxed, {"noch ohne Verbindung", "not connected yet"},
                                     {"noch ohne Verbindung", "not connected yet"}, language));
        std::vector<std::string> notes = std::move(content_.map.texts.notes);
        if (centre.absent) correct_absent_note(notes);
        FrameTexts& texts = content_.map.texts;
        texts = frame_texts(network_, titled, {"Netzwerkkarte", "Network card"}, counts);
        texts.description =
            say({"Konzentrische Netzwerkkarte um {}: je weiter innen, desto enger verbunden; "
                 "Sektoren als Felder.",
                 "Concentric network card around {}: the further in, the closer the tie; sectors "
                 "as slices."},
                centre.name) +
            " " + (texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle;
        texts.notes.push_back(
            say({"Ring 1: gemeinsame Vereinbarung oder Beziehung der Stufe 3 oder 4; Ring 2: jede "
                 "andere Beziehung zur Mitte (Stufe 0 bis 2 oder Stufe nicht erfasst); Ring 3: "
                 "keine, aber mindestens ein gemeinsamer Partner; Ring 4: nur Beziehungen zu "
                 "anderen, kein gemeinsamer Partner. Programme und Veranstaltungen sind keine "
                 "Partner.",
                 "Ring 1: a common agreement or a tie of level 3 or 4; ring 2: any other tie with "
                 "the middle (level 0 to 2, or not recorded); ring 3: none, but at least one "
                 "partner in common; ring 4: ties with others only, no partner in common. "
                 "Programmes and events are no partners."}));
        if (content_.hidden_ties > 0)
            texts.notes.push_back(
                say({"Nicht gezeichnet sind Linien, die nicht zwei direkte Partner verbinden: {}.",
                     "Lines that do not join two direct partners are not drawn: {}."},
                    std::to_string(content_.hidden_ties)));
        texts.notes.insert(texts.notes.end(), notes.begin(), notes.end());
        std::vector<std::size_t> drawn = content_.shown;
        drawn.push_back(content_.centre);
        explain_frames(content_.map, drawn, language, texts.notes);
    }

private:
    template <class... Arguments>
    std::string say(Text pattern, Arguments... arguments) const {
        return message(pattern, std::initializer_list<std::string_view>{arguments...})
            .in(options_.language);
    }

    /// Actors with a line to the middle.
    std::size_t tied_to_centre() const {
        std::set<std::size_t> others;
        for (const std::size_t t : content_.centre_ties) {
            const MapTie& tie = content_.map.ties[t];
            others.insert(tie.from == content_.centre ? tie.to : tie.from);
        }
        return others.size();
    }

    /// The middle is drawn although it is not there.
    void correct_absent_note(std::vector<std::string>& notes) const {
        std::erase(notes, content_.map.absent_note);
        Hidden others;
        for (std::size_t i = 0; i < network_.actors().size(); ++i)
            if (const auto reason = why_absent(network_, network_.actors()[i], options_.at);
                i != content_.centre && !reason.empty())
                ++others[std::string{reason}];
        if (std::string note = absent_note(network_, others, options_.language); !note.empty())
            notes.push_back(std::move(note));
        notes.push_back(say({"{} besteht am Stichtag nicht.", "{} is not there on the date."},
                            content_.map.actors[content_.centre].name));
    }

    /// For the legend: ties of the centre by class, then the lines between the others.
    void count_classes() {
        std::map<TieClass, std::size_t> counts;
        for (const Tie& tie : network_.ties()) {
            const auto drawn = drawn_class(network_, tie, options_.at);
            const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
            if (drawn && from != to && (from == content_.centre || to == content_.centre))
                ++counts[*drawn];
        }
        content_.map.classes.clear();
        for (const auto& [tie_class, count] : counts)
            content_.map.classes.push_back(
                {line_style(tie_class, options_.scheme),
                 std::string{enumerator(tie_class).label.in(options_.language)}, count});
        if (!content_.other_ties.empty())
            content_.map.classes.push_back(
                {{between_style, {0xB4, 0xB4, 0xB4}, 0.6, Dash::solid, Arrow::none, 0.6},
                 content_.hidden_ties > 0
                     ? say({"Partner untereinander", "partners with each other"})
                     : say({"andere untereinander", "others with each other"}),
                 content_.other_ties.size()});
    }

    const Network& network_;
    RingContent& content_;
    const PictureOptions& options_;
};

}  // namespace

std::vector<Ring> rings_around(const Network& network, ActorId centre,
                               const std::optional<PartialDate>& at) {
    std::vector<std::vector<std::size_t>> neighbours(network.actors().size());
    std::vector<Ring> rings(network.actors().size(), Ring::distant);
    const auto improve = [&](std::size_t actor, Ring ring) {
        rings[actor] = std::min(rings[actor], ring);
    };
    for (const Tie& tie : network.ties()) {
        const auto drawn = drawn_class(network, tie, at);
        if (!drawn) continue;
        const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
        neighbours[from].push_back(to);
        neighbours[to].push_back(from);
        const bool close = *drawn == TieClass::agreement || tie.level.value_or(0) >= 3;
        if (from == centre.index()) improve(to, close ? Ring::close : Ring::partner);
        if (to == centre.index()) improve(from, close ? Ring::close : Ring::partner);
    }
    const auto is_agreement = [&](std::size_t actor) {
        return network.actors()[actor].kind == "agreement";
    };
    for (const std::size_t between : neighbours[centre.index()])
        for (const std::size_t actor : neighbours[between]) {
            if (network.is_partner(ActorId{between})) improve(actor, Ring::indirect);
            if (is_agreement(between)) improve(actor, Ring::close);
        }
    return rings;
}

RingContent ring_content(const Network& network, ActorId centre, const PictureOptions& options) {
    RingContent content = actors_and_ties(network, centre, options);
    Words{network, content, options}.add();
    return content;
}

}  // namespace lotse::viz
