#include "map_content.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::viz {
namespace {

constexpr std::size_t sector_count = all_enumerators<Sector>.size();
constexpr std::size_t body_group = sector_count;
constexpr std::size_t other_group = sector_count + 1;
constexpr std::size_t fact_group = sector_count + 2;

std::size_t group_of(const Network& network, ActorId id) {
    const ActorRole role = network.role_of(id);
    if (role == ActorRole::fact) return fact_group;
    if (const auto sector = network.sector_of(id)) return static_cast<std::size_t>(*sector);
    return role == ActorRole::body ? body_group : other_group;
}

bool belongs_in_middle(const Actor& actor) {
    return actor.kind == "jobcenter" || actor.kind == "employment_agency" ||
           actor.kind == "health_conference";
}

std::vector<MapGroup> empty_groups(const PictureOptions& options) {
    std::vector<MapGroup> groups;
    const auto add = [&](std::string_view id, Text name, std::optional<Sector> sector) {
        groups.push_back({std::string{id},
                          std::string{name.in(options.language)},
                          swatch(sector, options.scheme),
                          {},
                          0});
    };
    for (const auto& sector : all_enumerators<Sector>) add(sector.key, sector.label, sector.value);
    add("body", {"Gremien", "Bodies"}, std::nullopt);
    add("other", {"Sonstige", "Other"}, std::nullopt);
    add("fact", {"Programme, Vereinbarungen, Ereignisse", "Programmes, agreements, events"},
        std::nullopt);
    return groups;
}

/// The tag of an actor: that of its kind, else the first letters of the kind.
std::string tag_of(const Network& network, const Actor& actor) {
    const std::string_view tag = network.codes().attribute("actor_kinds", actor.kind, "tag");
    return tag.empty() ? std::string{"?"} : std::string{tag};
}

std::string kind_label(const Network& network, const std::string& kind, Language language) {
    return network.codes().choice("actor_kinds", kind).label.in(language);
}

/// Why an actor is no certain partner; empty: it is one.
std::string uncertainty(const Network& network, const Actor& actor, Language language) {
    const auto label = [&](std::string_view list, std::string_view code) {
        return std::string{network.codes().choice(list, code).label.in(language)};
    };
    if (actor.status == "planned" || actor.status == "proposed")
        return label("actor_statuses", actor.status);
    if (actor.scope == "category" || actor.scope == "proposed") return label("scopes", actor.scope);
    return {};
}

class ContentBuilder {
public:
    ContentBuilder(const Network& network, const PictureOptions& options)
        : network_{network}, options_{options} {
        content_.groups = empty_groups(options);
    }

    MapContent build() {
        add_actors();
        add_ties();
        add_wording();
        return std::move(content_);
    }

private:
    template <class... Arguments>
    std::string say(Text pattern, Arguments... arguments) const {
        return message(pattern, std::initializer_list<std::string_view>{arguments...})
            .in(options_.language);
    }

    void add_actors() {
        std::vector<std::map<std::string, std::string>> kinds(content_.groups.size());
        for (std::size_t i = 0; i < network_.actors().size(); ++i) {
            const Actor& actor = network_.actors()[i];
            MapActor shown;
            shown.id = "a" + std::to_string(i);
            shown.key = actor.key;
            shown.name = actor.name;
            shown.tag = tag_of(network_, actor);
            shown.group = group_of(network_, ActorId{i});
            shown.in_middle = belongs_in_middle(actor);
            if (shown.group == fact_group) shown.border = Dash::dotted;
            const std::string kind = kind_label(network_, actor.kind, options_.language);
            shown.title = actor.name + " (" + kind + ")";
            if (const auto reason = why_absent(network_, actor, options_.at); !reason.empty()) {
                ++absent_[std::string{reason}];
                shown.absent = true;
                content_.actors.push_back(std::move(shown));
                continue;
            }
            shown.remark = uncertainty(network_, actor, options_.language);
            if (!shown.remark.empty()) shown.border = Dash::dashed;
            MapGroup& group = content_.groups[shown.group];
            ++group.actors;
            ++content_.present;
            kinds[shown.group][shown.tag] = kind;
            content_.actors.push_back(std::move(shown));
        }
        for (std::size_t g = 0; g < kinds.size(); ++g)
            for (const auto& [tag, kind] : kinds[g])
                content_.groups[g].tags.push_back(tag + " " + kind);
    }

    void add_ties() {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> line_of;
        std::map<TieClass, std::size_t> counts;
        std::set<std::pair<std::size_t, TieClass>> backwards;
        for (std::size_t i = 0; i < network_.ties().size(); ++i) {
            const Tie& tie = network_.ties()[i];
            const std::optional<TieClass> drawn_as = tie_class(tie);
            if (!drawn_as || tie.from.key == tie.to.key) continue;
            if (const auto reason = why_not_drawn(network_, tie, options_.at); !reason.empty()) {
                ++hidden_[std::string{reason}];
                continue;
            }
            ++counts[*drawn_as];
            ++ties_;
            const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
            const auto [found, is_new] =
                line_of.try_emplace({std::min(from, to), std::max(from, to)}, content_.ties.size());
            if (is_new) {
                content_.ties.push_back(
                    {"t" + std::to_string(i), "", from, to, *drawn_as, "", "", {}});
                ++content_.actors[from].partners;
                ++content_.actors[to].partners;
            }
            merge(content_.ties[found->second], from, to, *drawn_as, i);
        }
        for (const auto& [tie_class, count] : counts)
            content_.classes.push_back(
                {line_style(tie_class, options_.scheme),
                 std::string{enumerator(tie_class).label.in(options_.language)}, count});
        content_.has_hidden_ties = !hidden_.empty() || options_.ties_outside;
        content_.ties_outside = options_.ties_outside;
        for (MapActor& actor : content_.actors) actor.boxed = actor.partners == 0 && !actor.absent;
        for (MapTie& tie : content_.ties) tie.style = enumerator(tie.drawn_as).key;
    }

    /// Adds a tie to the line of its pair: the strongest class decides the look.
    void merge(MapTie& line, std::size_t from, std::size_t to, TieClass drawn_as, std::size_t tie) {
        if (drawn_as < line.drawn_as) {
            line.from = from;
            line.to = to;
            line.drawn_as = drawn_as;
            line.arrowheads = Arrowheads::at_end;
        } else if (drawn_as == line.drawn_as && line.from == to) {
            line.arrowheads = Arrowheads::at_both_ends;
        }
        if (!line.title.empty()) line.title += "; ";
        line.title +=
            content_.actors[from].name + " " +
            std::string{enumerator(network_.ties()[tie].kind).label.in(options_.language)} + " " +
            content_.actors[to].name;
    }

    void add_wording() {
        const Language language = options_.language;
        std::vector<std::string> counts = actor_counts(content_, language);
        std::string ties = counted(ties_, {"Beziehung", "tie"}, {"Beziehungen", "ties"}, language);
        if (content_.ties.size() < ties_)
            ties += " in " +
                    counted(content_.ties.size(), {"Linie", "line"}, {"Linien", "lines"}, language);
        counts.push_back(ties);
        FrameTexts& texts = content_.texts;
        texts = frame_texts(network_, options_, {"Partnerkarte", "Partner map"}, counts);
        texts.description =
            say({"Netz der Akteure nach Sektoren um Jobcenter und Gesundheitskonferenz.",
                 "Network of actors by sector around jobcentres and health conference."}) +
            " " + (texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle;
        add_notes();
    }

    void add_notes() {
        content_.absent_note = absent_note(network_, absent_, options_.language);
        if (!content_.absent_note.empty()) content_.texts.notes.push_back(content_.absent_note);
        if (!hidden_.empty())
            content_.texts.notes.push_back(
                say({"Nicht gezeichnete Beziehungen: {}.", "Ties not drawn: {}."},
                    hidden_text(network_, hidden_, options_.language)));
        if (content_.ties.size() < ties_)
            content_.texts.notes.push_back(
                say({"Mehrere Beziehungen eines Paares: eine Linie der stärksten Art.",
                     "Several ties of a pair: one line of the strongest kind."}));
    }

    const Network& network_;
    const PictureOptions& options_;
    MapContent content_;
    Hidden absent_;
    Hidden hidden_;
    std::size_t ties_ = 0;
};

}  // namespace

std::vector<std::size_t> drawn_actors(const MapContent& content) {
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < content.actors.size(); ++i)
        if (content.actors[i].partners > 0 || (content.ties.empty() && !content.actors[i].absent))
            drawn.push_back(i);
    return drawn;
}

std::string name_in_list(const MapActor& actor) {
    return actor.remark.empty() ? actor.name : actor.name + " (" + actor.remark + ")";
}

std::string facts_text(std::size_t facts, Language language) {
    return counted(facts, {"Programm, Vereinbarung oder Ereignis", "programme, agreement or event"},
                   {"Programme, Vereinbarungen, Ereignisse", "programmes, agreements, events"},
                   language);
}

std::vector<std::string> actor_counts(const MapContent& content, Language language) {
    const std::size_t facts = content.groups[fact_group].actors;
    std::vector<std::string> counts{
        counted(content.present - facts, {"Akteur", "actor"}, {"Akteure", "actors"}, language)};
    if (facts > 0) counts.push_back(facts_text(facts, language));
    return counts;
}

void explain_frames(const MapContent& content, const std::vector<std::size_t>& drawn,
                    Language language, std::vector<std::string>& notes, Text dashed) {
    const auto note = [&](Dash border, Text text) {
        if (std::ranges::any_of(drawn,
                                [&](std::size_t i) { return content.actors[i].border == border; }))
            notes.emplace_back(text.in(language));
    };
    note(Dash::dashed, dashed);
    note(Dash::dotted, {"Gepunkteter Rahmen: Programm, Vereinbarung oder Ereignis.",
                        "Dotted frame: programme, agreement or event."});
}

std::string absent_note(const Network& network, const Hidden& absent, Language language) {
    if (absent.empty()) return {};
    return message({"Nicht gezeichnete Akteure: {}.", "Actors not drawn: {}."},
                   {hidden_text(network, absent, language)})
        .in(language);
}

MapContent map_content(const Network& network, const PictureOptions& options) {
    return ContentBuilder{network, options}.build();
}

}  // namespace lotse::viz
