#include "ego_content.hpp"

#include <lotse/model/phase.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace lotse::viz {
namespace {

class Builder {
public:
    Builder(const Network& network, ActorId actor, const PictureOptions& options)
        : network_{network}, actor_{actor}, options_{options} {
        content_.map = map_content(network, options);
        content_.actor = actor.index();
    }

    EgoContent build(const std::vector<EgoWay>& ways) {
        add_partners();
        add_offers();
        content_.ways = ways;
        add_wording();
        return std::move(content_);
    }

private:
    template <class... Arguments>
    std::string say(Text pattern, Arguments... arguments) const {
        return message(pattern, std::initializer_list<std::string_view>{arguments...})
            .in(options_.language);
    }

    std::string label(std::string_view list, std::string_view code) const {
        return network_.codes().choice(list, code).label.in(options_.language);
    }

    void add_partners() {
        std::map<std::size_t, std::vector<EgoTie>> ties;
        std::set<TieClass> classes;
        for (std::size_t i = 0; i < network_.ties().size(); ++i) {
            const Tie& tie = network_.ties()[i];
            const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
            if (from == to || (from != actor_.index() && to != actor_.index())) continue;
            const auto drawn = drawn_class(network_, tie, options_.at);
            if (!drawn) {
                if (tie_class(tie))
                    ++hidden_[std::string{why_not_drawn(network_, tie, options_.at)}];
                continue;
            }
            const bool outgoing = from == actor_.index();
            using Towards = EgoTie::Towards;
            const Towards towards = !is_directed(tie.kind) ? Towards::nobody
                                    : outgoing             ? Towards::partner
                                                           : Towards::actor;
            const std::string verb{enumerator(tie.kind).label.in(options_.language)};
            std::string text = verb + " · " + say({"Stufe ", "level "}) +
                               (tie.level ? std::to_string(*tie.level) : std::string{"?"});
            const auto& actors = content_.map.actors;
            ties[outgoing ? to : from].push_back(
                {"t" + std::to_string(i), actors[from].name + " " + verb + " " + actors[to].name,
                 *drawn, towards, std::move(text)});
            classes.insert(*drawn);
            ++ties_;
        }
        for (auto& [partner, list] : ties) content_.partners.push_back({partner, std::move(list)});
        std::ranges::stable_sort(content_.partners, {}, [&](const EgoPartner& partner) {
            const MapActor& actor = content_.map.actors[partner.actor];
            return std::pair{actor.group, actor.name};
        });
        content_.classes.assign(classes.begin(), classes.end());
        content_.map.has_hidden_ties = !hidden_.empty();
        content_.map.ties_outside = options_.ties_outside;
    }

    void add_offers() {
        for (const Offer& offer : network_.offers()) {
            const auto names = [&](const std::vector<Ref<Actor>>& refs) {
                return std::ranges::any_of(refs, [&](const auto& ref) { return *ref == actor_; });
            };
            std::string part;
            if (!names(offer.providers)) {
                if (!offer.host.empty() && *offer.host == actor_)
                    part = say({"Gastgeber", "host"});
                else if (names(offer.funders))
                    part = say({"finanziert", "funds it"});
                else
                    continue;
            }
            std::vector<std::string> topics;
            for (const std::string& topic : offer.topics) topics.push_back(label("topics", topic));
            std::string detail = listed(topics);
            if (!part.empty()) detail += " · " + part;
            const std::string_view status = offer_status(offer, {options_.at, network_.as_of()});
            if (!status.empty() && status != "active")
                detail += " · " + label("offer_statuses", std::string{status});
            content_.offers.push_back({offer.name, detail});
        }
    }

    void add_wording() {
        const Language language = options_.language;
        const MapActor& actor = content_.map.actors[content_.actor];
        PictureOptions titled = options_;
        if (titled.title.empty()) titled.title = actor.name;
        std::vector<std::string> counts;
        if (std::string name = network_name(network_); !name.empty())
            counts.push_back(std::move(name));
        const auto facts = static_cast<std::size_t>(
            std::ranges::count_if(content_.partners, [&](const EgoPartner& partner) {
                return network_.role_of(ActorId{partner.actor}) == ActorRole::fact;
            }));
        counts.push_back(counted(content_.partners.size() - facts, {"Partner", "partner"},
                                 {"Partner", "partners"}, language));
        if (facts > 0) counts.push_back(facts_text(facts, language));
        counts.push_back(counted(ties_, {"Beziehung", "tie"}, {"Beziehungen", "ties"}, language));
        counts.push_back(counted(content_.offers.size(), {"Angebot", "offer"},
                                 {"Angebote", "offers"}, language));
        FrameTexts& texts = content_.map.texts;
        texts = frame_texts(network_, titled, {"Akteur", "Actor"}, counts);
        texts.description = say({"{} mit Partnern, Angeboten und Wegen zu den Themen.",
                                 "{} with partners, offers and ways to the topics."},
                                actor.name) +
                            " " + (texts.fiction.empty() ? "" : texts.fiction + " · ") +
                            texts.subtitle;
        add_notes(texts.notes);
    }

    void add_notes(std::vector<std::string>& notes) const {
        std::map<std::string, std::string> tags;
        const auto remember = [&](std::size_t actor) {
            const MapActor& shown = content_.map.actors[actor];
            tags[shown.tag] = label("actor_kinds", network_.actors()[actor].kind);
        };
        remember(content_.actor);
        for (const EgoPartner& partner : content_.partners) remember(partner.actor);
        std::string all;
        for (const auto& [tag, kind] : tags) all += (all.empty() ? "" : " · ") + tag + " " + kind;
        notes.push_back(say({"Kürzel: ", "Tags: "}) + all + ".");
        std::string levels;
        for (const Code& level : network_.codes().list("tie_levels")->codes())
            levels += (levels.empty() ? "" : ", ") + level.code + " " +
                      std::string{level.label.in(options_.language)};
        if (ties_ > 0)
            notes.push_back(
                say({"Stufen: {}; ? nicht erhoben.", "Levels: {}; ? not recorded."}, levels));
        std::vector<std::size_t> drawn{content_.actor};
        for (const EgoPartner& partner : content_.partners) drawn.push_back(partner.actor);
        explain_frames(content_.map, drawn, options_.language, notes);
        if (!hidden_.empty())
            notes.push_back(say({"Nicht gezeichnete Beziehungen: {}.", "Ties not drawn: {}."},
                                hidden_text(network_, hidden_, options_.language)));
        if (content_.map.actors[content_.actor].absent)
            notes.push_back(say({"{} besteht am Stichtag nicht.", "{} is not there on the date."},
                                content_.map.actors[content_.actor].name));
    }

    const Network& network_;
    ActorId actor_;
    const PictureOptions& options_;
    EgoContent content_;
    Hidden hidden_;
    std::size_t ties_ = 0;
};

}  // namespace

EgoContent ego_content(const Network& network, ActorId actor, const std::vector<EgoWay>& ways,
                       const PictureOptions& options) {
    return Builder{network, actor, options}.build(ways);
}

}  // namespace lotse::viz
