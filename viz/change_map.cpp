#include <lotse/viz/change_map.hpp>

#include "wheel_map.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lotse::viz {
namespace {

constexpr std::size_t marks = all_enumerators<ChangeMark>.size();
using Counts = std::array<std::size_t, marks>;

std::size_t index(ChangeMark mark) {
    return static_cast<std::size_t>(mark);
}

std::string sign_of(ChangeMark mark) {
    switch (mark) {
        case ChangeMark::begun:
        case ChangeMark::started:
        case ChangeMark::resumed: return "+";
        case ChangeMark::newly_recorded:
        case ChangeMark::newly_planned:
        case ChangeMark::heir: return "(+)";
        case ChangeMark::stronger:
        case ChangeMark::weaker:
        case ChangeMark::changed:
        case ChangeMark::filled:
        case ChangeMark::emptied: return "~";
        case ChangeMark::paused:
        case ChangeMark::planned: return "(×)";
        case ChangeMark::ended:
        case ChangeMark::plan_ended:
        case ChangeMark::successor:
        case ChangeMark::newly_over:
        case ChangeMark::removed: return "×";
        case ChangeMark::same: break;
    }
    return {};
}

bool gone(ChangeMark mark) {
    return sign_of(mark) == "×";
}

/// The levels of a tie that is more or less binding now, else the sign of the mark.
std::string sign_of(const TieChange& tie) {
    const bool level = tie.mark == ChangeMark::stronger || tie.mark == ChangeMark::weaker;
    if (level && tie.level_before && tie.level_after)
        return std::to_string(*tie.level_before) + "›" + std::to_string(*tie.level_after);
    return sign_of(tie.mark);
}

std::string legend_name(ChangeMark mark, Language language) {
    const std::string name{enumerator(mark).label.in(language)};
    if (mark == ChangeMark::stronger || mark == ChangeMark::weaker)
        return (mark == ChangeMark::stronger ? "2›3 " : "3›2 ") + name +
               std::string{Text{" (Stufe vorher›nachher)", " (level before›after)"}.in(language)};
    const std::string sign = sign_of(mark);
    return sign.empty() ? name : sign + " " + name;
}

LineStyle style_of(ChangeMark mark, Scheme scheme) {
    const auto style = [&](Colour in_colour, Colour in_grey, double width, Dash dash) {
        return LineStyle{std::string{enumerator(mark).key},
                         scheme == Scheme::grey ? in_grey : in_colour,
                         width,
                         dash,
                         Arrow::none,
                         0.6};
    };
    constexpr Colour black{0x11, 0x11, 0x11}, grey{0x66, 0x66, 0x66};
    switch (mark) {
        case ChangeMark::begun: return style({0x00, 0x7A, 0x5A}, black, 3, Dash::solid);
        case ChangeMark::started:
        case ChangeMark::resumed: return style({0x00, 0x7A, 0x5A}, black, 2.4, Dash::solid);
        case ChangeMark::newly_recorded: return style({0x00, 0x7A, 0x5A}, black, 1.8, Dash::dotted);
        case ChangeMark::newly_planned:
        case ChangeMark::heir: return style({0x00, 0x7A, 0x5A}, black, 1.2, Dash::dotted);
        case ChangeMark::stronger: return style({0x00, 0x72, 0xB2}, black, 2, Dash::solid);
        case ChangeMark::weaker: return style({0xB3, 0x4F, 0x00}, grey, 1.8, Dash::dotted);
        case ChangeMark::paused: return style({0xB3, 0x4F, 0x00}, grey, 1.4, Dash::dashed);
        case ChangeMark::planned: return style({0xB3, 0x4F, 0x00}, grey, 1.2, Dash::dotted);
        case ChangeMark::changed:
        case ChangeMark::filled:
        case ChangeMark::emptied: return style({0x55, 0x55, 0x99}, grey, 1.4, Dash::solid);
        case ChangeMark::ended:
        case ChangeMark::plan_ended:
        case ChangeMark::successor:
        case ChangeMark::newly_over:
        case ChangeMark::removed: return style(grey, grey, 1.8, Dash::dashed);
        case ChangeMark::same: break;
    }
    return style({0xB8, 0xB8, 0xB8}, {0xB8, 0xB8, 0xB8}, 0.6, Dash::solid);
}

/// nullopt: the state does not have the actor.
std::optional<std::string_view> why_absent_in(const Network& network, const std::string& key,
                                              const std::optional<PartialDate>& at) {
    const auto id = network.find_actor(key);
    if (!id) return std::nullopt;
    return why_absent(network, network[*id], at);
}

/// The actors of both states; ties, offers and the rest do not matter for the places. Who was there
/// in one of them is drawn, with its mark.
Network both_states(const Network& before, const Network& after,
                    const std::optional<PartialDate>& at) {
    NetworkTables tables;
    tables.actors = after.tables().actors;
    for (const Actor& actor : before.tables().actors)
        if (!after.find_actor(actor.key)) tables.actors.push_back(actor);
    for (Actor& actor : tables.actors) {
        const auto old_reason = why_absent_in(before, actor.key, at);
        const auto new_reason = why_absent_in(after, actor.key, at);
        const bool is_drawn =
            (old_reason && old_reason->empty()) || (new_reason && new_reason->empty());
        const bool is_ahead = !is_drawn && (new_reason ? new_reason : old_reason) == "ahead";
        if (is_drawn && actor.status == "ended") actor.status.clear();
        if (!is_drawn && !is_ahead) actor.status = "ended";
        if (!is_ahead) actor.since = std::nullopt;  // the two states have decided
        actor.until = std::nullopt;
    }
    tables.sources = after.tables().sources;
    tables.codes = after.tables().codes;
    return {after.info(), std::move(tables)};
}

using TieKey = std::tuple<std::string, std::string, TieKind>;

/// Undirected ties have no first end.
TieKey key_of(const std::string& from, const std::string& to, TieKind kind) {
    return is_directed(kind) || from < to ? TieKey{from, to, kind} : TieKey{to, from, kind};
}

/// The ties of both states that were there in one of them.
std::set<TieKey> drawn_ties(const Network& before, const Network& after,
                            const std::optional<PartialDate>& at) {
    std::set<TieKey> keys;
    for (const Network* network : {&before, &after})
        for (const Tie& tie : network->ties())
            if (drawn_class(*network, tie, at))
                keys.insert(key_of(tie.from.key, tie.to.key, tie.kind));
    return keys;
}

class ChangeContent {
public:
    ChangeContent(const Network& before, const Network& after, const Changes& changes,
                  const PictureOptions& options)
        : before_{before},
          after_{after},
          options_{options},
          both_{both_states(before, after, options.at)},
          drawn_{drawn_ties(before, after, options.at)} {
        content_ = map_content(both_, options);
        content_.has_hidden_ties =
            options.ties_outside || !before.ties().empty() || !after.ties().empty();
        for (const ActorChange& change : changes.actors) add(change);
        for (const TieChange& change : changes.ties) add(change);
        for (MapActor& actor : content_.actors) actor.boxed = actor.partners == 0 && !actor.absent;
        for (MapTie& tie : content_.ties) tie.style = enumerator(mark_of_[tie.id]).key;
        // Unchanged lines first, so that the others lie above them.
        std::stable_sort(
            content_.ties.begin(), content_.ties.end(),
            [&](const MapTie& a, const MapTie& b) { return mark_of_[a.id] > mark_of_[b.id]; });
        add_legend();
        add_wording();
    }

    MapContent content() && { return std::move(content_); }

private:
    std::string say(Text text) const { return std::string{text.in(options_.language)}; }

    void add(const ActorChange& change) {
        const auto id = both_.find_actor(change.actor);
        ++actors_[index(change.mark)];
        if (!id || content_.actors[id->index()].absent || change.mark == ChangeMark::same) return;
        MapActor& shown = content_.actors[id->index()];
        shown.tag = sign_of(change.mark) + " " + shown.tag;
        shown.title += " – " + say(enumerator(change.mark).label);
        if (gone(change.mark)) shown.border = Dash::dashed;
    }

    void add(const TieChange& change) {
        const auto from = both_.find_actor(change.from), to = both_.find_actor(change.to);
        const auto or_else = [](const std::string& key, const std::string& other) {
            return key.empty() ? other : key;
        };
        const TieKey key = key_of(change.from, change.to, change.kind);
        const TieKey key_before = key_of(or_else(change.from_before, change.from),
                                         or_else(change.to_before, change.to), change.kind);
        if (!from || !to || from == to || !(drawn_.contains(key) || drawn_.contains(key_before))) {
            ++not_drawn_;
            not_drawn_changed_ += change.mark != ChangeMark::same;
            return;
        }
        ++ties_[index(change.mark)];
        MapTie& line = line_of(from->index(), to->index());
        ChangeMark& mark = mark_of_[line.id];
        if (line.title.empty() || change.mark < mark) {
            mark = change.mark;
            line.sign = sign_of(change);
        }
        if (!line.title.empty()) line.title += "; ";
        line.title += both_[*from].name + " " + say(enumerator(change.kind).label) + " " +
                      both_[*to].name + " (" + say(enumerator(change.mark).label) + ")";
    }

    MapTie& line_of(std::size_t from, std::size_t to) {
        const auto [found, is_new] =
            line_of_.try_emplace({std::min(from, to), std::max(from, to)}, content_.ties.size());
        if (is_new) {
            content_.ties.push_back({"t" + std::to_string(found->second),
                                     "",
                                     from,
                                     to,
                                     TieClass::exchange,
                                     "",
                                     "",
                                     {}});
            ++content_.actors[from].partners;
            ++content_.actors[to].partners;
        }
        return content_.ties[found->second];
    }

    void add_legend() {
        for (const auto& mark : all_enumerators<ChangeMark>)
            if (ties_[index(mark.value)] > 0)
                content_.classes.push_back({style_of(mark.value, options_.scheme),
                                            legend_name(mark.value, options_.language),
                                            ties_[index(mark.value)]});
        for (const auto& mark : all_enumerators<ChangeMark>)
            if (mark.value != ChangeMark::same && actors_[index(mark.value)] > 0)
                content_.signs.push_back(say({"Akteure: ", "Actors: "}) + sign_of(mark.value) +
                                         " " + say(mark.label) + " (" +
                                         std::to_string(actors_[index(mark.value)]) + ")");
    }

    std::string before_text() const {
        const auto date = before_.as_of();
        return say({"verglichen mit ", "compared with "}) +
               (date ? message({"Stand {}", "state of {}"}, {people_text(*date, options_.language)})
                           .in(options_.language)
                     : before_.info().name);
    }

    void add_wording() {
        std::size_t drawn = 0;
        for (const std::size_t count : ties_) drawn += count;
        std::vector<std::string> counts = actor_counts(content_, options_.language);
        counts.insert(counts.begin(), before_text());
        counts.push_back(
            counted(drawn, {"Beziehung", "tie"}, {"Beziehungen", "ties"}, options_.language));
        FrameTexts texts =
            frame_texts(after_, options_, {"Vorher – nachher:", "Before and after:"}, counts);
        texts.description = say({"Zwei Stände des Netzes auf denselben Plätzen, Änderungen mit "
                                 "Zeichen. ",
                                 "Two states of the network on the same places, changes with "
                                 "signs. "}) +
                            texts.subtitle;
        const auto note = [&](Text pattern, const std::string& first, std::size_t second) {
            texts.notes.push_back(
                message(pattern, {first, std::to_string(second)}).in(options_.language));
        };
        if (!content_.absent_note.empty()) texts.notes.push_back(content_.absent_note);
        if (not_drawn_ > 0)
            note({"Nicht gezeichnet, weil in keinem der Stände in Kraft (nur geplant, ruhend, "
                  "beendet) oder ohne eigene Linie: {}, davon neu, fehlend oder geändert {}.",
                  "Not drawn because in force in neither state (only planned, paused, ended) or "
                  "without a line of their own: {}, of these added, removed or changed {}."},
                 counted(not_drawn_, {"Beziehung", "tie"}, {"Beziehungen", "ties"},
                         options_.language),
                 not_drawn_changed_);
        explain_frames(
            content_, drawn_actors(content_), options_.language, texts.notes,
            {"Gestrichelter Rahmen: mit × nicht mehr da; sonst geplant, vorgeschlagen oder "
             "eine Gruppe von Akteuren.",
             "Dashed frame: with × gone; else planned, proposed or a group of actors."});
        if (content_.ties.size() < drawn)
            note({"Mehrere Beziehungen eines Paares sind eine Linie (Linien: {}).",
                  "Several ties of a pair are one line (lines: {})."},
                 std::to_string(content_.ties.size()), 0);
        content_.texts = std::move(texts);
    }

    const Network& before_;
    const Network& after_;
    const PictureOptions& options_;
    Network both_;
    std::set<TieKey> drawn_;
    MapContent content_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> line_of_;
    std::map<std::string, ChangeMark> mark_of_;
    Counts actors_{};
    Counts ties_{};
    std::size_t not_drawn_ = 0;
    std::size_t not_drawn_changed_ = 0;
};

}  // namespace

Result<Drawing> change_map(const Network& before, const Network& after, const Changes& changes,
                           const PictureOptions& options) {
    const MapContent content = ChangeContent{before, after, changes, options}.content();
    return set_on_paper(
        options,
        counted(content.actors.size(), {"Akteur", "actor"}, {"Akteure", "actors"},
                options.language),
        [&](Paper paper, const PictureOptions& typed) { return wheel_map(content, paper, typed); });
}

}  // namespace lotse::viz
