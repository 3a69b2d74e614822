#include <lotse/analysis/compare_ties.hpp>

#include "compare_rows.hpp"
#include "presence.hpp"

namespace lotse::analysis {
namespace {

/// The rows of one state that the view looks at.
class Scope {
public:
    explicit Scope(const View& view) : view_{view}, inside_{actors_in_view(view)} {}

    bool holds(const Actor& actor) const {
        return inside_[view_.network->find_actor(actor.key)->index()] && in_time(actor);
    }
    bool holds(const Tie& tie) const {
        if (!inside_[(*tie.from).index()] || !inside_[(*tie.to).index()]) return false;
        return in_time(tie) && is_chosen(tie, view_);
    }

private:
    template <class Row>
    bool in_time(const Row& row) const {
        return valid_at(row.since, row.until, view_.at);
    }

    const View& view_;
    std::vector<bool> inside_;
};

Meaning tie_meaning(const View& before, const Tie& old_tie, const View& after, const Tie& new_tie,
                    const Differences& found) {
    const Standing from = standing_of(before, old_tie);
    const Standing to = standing_of(after, new_tie);
    if (const auto turned = turn(from, to)) return *turned;
    const auto is_there = [](const Standing& standing) {
        return standing.stand == Stand::running || standing.stand == Stand::paused;
    };
    if (is_there(from) && is_there(to) && old_tie.level && new_tie.level &&
        *old_tie.level != *new_tie.level)
        return *new_tie.level > *old_tie.level ? Meaning::strengthened : Meaning::weakened;
    return meaning_of_rest(found);
}

std::string mapped(const std::map<std::string, std::string>& successors, const std::string& key) {
    const auto it = successors.find(key);
    return it == successors.end() ? key : it->second;
}

}  // namespace

bool is_chosen(const Tie& tie, const View& view) {
    const auto holds = [](const auto& options, const auto& value) {
        return std::ranges::find(options, value) != options.end();
    };
    const auto one_fits = [&](const std::vector<std::string>& options,
                              const std::vector<std::string>& codes) {
        return options.empty() || std::ranges::any_of(codes, [&](const std::string& code) {
                   return holds(options, code);
               });
    };
    return one_fits(view.topics, tie.topics) && one_fits(view.targets, tie.targets) &&
           (view.kinds.empty() || holds(view.kinds, tie.kind)) &&
           (view.min_level == 0 || tie.level.value_or(-1) >= view.min_level);
}

TieKeys::TieKeys(const View& before, const View& after) : successors_{successors(before, after)} {}

std::string TieKeys::operator()(const Tie& tie) const {
    std::string from = mapped(successors_, tie.from.key), to = mapped(successors_, tie.to.key);
    if (from == to && tie.from.key != tie.to.key) return {};
    if (!is_directed(tie.kind) && to < from) std::swap(from, to);
    return from + '\x1f' + to + '\x1f' + std::string{enumerator(tie.kind).key};
}

std::map<std::string, std::string> successors(const View& view_before, const View& view_after) {
    const Network& before = *view_before.network;
    const Network& after = *view_after.network;
    std::map<std::string, std::string> out;
    const auto has_ended = [](const View& view, const std::string& key) {
        const auto id = view.network->find_actor(key);
        return id && actor_phase(view, *id) == Phase::ended;
    };
    std::set<std::pair<std::string, std::string>> known;  // a succession that was over before
    for (const Tie& tie : before.ties())
        if (tie.kind == TieKind::successor_of && has_ended(view_before, tie.to.key))
            known.emplace(tie.to.key, tie.from.key);
    for (const Tie& tie : after.ties())
        if (tie.kind == TieKind::successor_of && tie.from.key != tie.to.key &&
            before.find_actor(tie.to.key) && has_ended(view_after, tie.to.key) &&
            !known.contains({tie.to.key, tie.from.key}))
            out.try_emplace(tie.to.key, tie.from.key);
    std::map<std::string, std::string> by_alias;
    for (const Actor& actor : after.actors())
        if (!before.find_actor(actor.key))
            for (const std::string& alias : actor.aliases) by_alias.try_emplace(alias, actor.key);
    for (const Actor& actor : before.actors()) {
        if (after.find_actor(actor.key)) continue;
        for (const std::string& name : {actor.key, actor.name})
            if (const auto it = by_alias.find(name); it != by_alias.end())
                out.try_emplace(actor.key, it->second);
    }
    return out;
}

void compare_actors(const View& before, const View& after, Compare::Findings& out) {
    const Scope old_scope{before};
    const Scope new_scope{after};
    const auto follows = successors(before, after);
    std::set<std::string> new_names;
    for (const auto& [key, successor] : follows)
        if (!before.network->find_actor(successor)) new_names.insert(successor);
    const auto heir_in_view = [&](const Actor& old) {
        const auto heir = follows.find(old.key);
        return heir != follows.end() && new_names.contains(heir->second) &&
               new_scope.holds((*after.network)[*after.network->find_actor(heir->second)]);
    };
    const auto key = [](const Actor& actor) { return actor.key; };
    for (const auto& pair :
         pair_rows(before.network->tables().actors, after.network->tables().actors, key, key)) {
        const bool in_old = pair.before && old_scope.holds(*pair.before);
        const bool in_new = (pair.after && new_scope.holds(*pair.after)) ||
                            (pair.before && heir_in_view(*pair.before));
        if (!in_old && !in_new) continue;
        const Actor& shown = pair.after ? *pair.after : *pair.before;
        const Network& network = pair.after ? *after.network : *before.network;
        Compare::ActorRow row{shown.key, shown.name,
                              network.codes().choice("actor_kinds", shown.kind)};
        if (pair.before && follows.contains(shown.key)) {
            const std::string& heir = follows.at(shown.key);
            const Naming naming = after.network->name_of(*after.network->find_actor(heir));
            row.change = Change::changed;
            row.meaning = Meaning::successor;
            row.before.push_back({"key=" + shown.key, {pair.before->name, pair.before->name}});
            row.after.push_back({"key=" + heir, {naming.name, naming.name}});
            row.heir = heir;
        } else if (pair.before && pair.after) {  // who left the view is still recorded
            Differences found =
                differences(*before.network, *pair.before, *after.network, *pair.after);
            const auto turned =
                turn(standing_of(before, *pair.before), standing_of(after, *pair.after));
            row.change = found.empty() && !turned ? Change::same : Change::changed;
            row.meaning = turned.value_or(meaning_of_rest(found));
            row.before = std::move(found.before);
            row.after = std::move(found.after);
        } else if (pair.after) {
            if (new_names.contains(shown.key)) continue;  // stands in the row of its predecessor
            row.change = Change::added;
            row.meaning =
                meaning_of_added(standing_of(after, shown), shown.since, before.reference_date());
            ++out.actors_added;
            if (row.meaning == Meaning::planned) ++out.actors_planned;
        } else {
            row.change = Change::removed;
            row.meaning = meaning_of_removed(standing_of(before, shown));
            ++out.actors_removed;
        }
        out.actors.push_back(std::move(row));
    }
}

void compare_ties(const View& before, const View& after, Compare::Findings& out) {
    const Scope old_scope{before};
    const Scope new_scope{after};
    const TieKeys key{before, after};
    for (const auto& pair : pair_rows(before.network->tables().ties, after.network->tables().ties,
                                      key, key, {"topics", "route", "legal_basis"})) {
        const bool in_old = pair.before && old_scope.holds(*pair.before);
        const bool in_new = pair.after && new_scope.holds(*pair.after);
        if (!in_old && !in_new) continue;
        const Tie& shown = pair.after ? *pair.after : *pair.before;
        const Network& network = pair.after ? *after.network : *before.network;
        Compare::TieRow row{
            shown.from.key,
            network.name_of(*shown.from).name,
            shown.to.key,
            network.name_of(*shown.to).name,
            {std::string{enumerator(shown.kind).key}, enumerator(shown.kind).label}};
        if (pair.before) {
            row.level_before = pair.before->level;
            row.from_before = pair.before->from.key;
            row.to_before = pair.before->to.key;
        }
        if (pair.after) row.level_after = pair.after->level;
        if (pair.before && pair.after) {
            Differences found =
                differences(*before.network, *pair.before, *after.network, *pair.after);
            row.meaning = tie_meaning(before, *pair.before, after, *pair.after, found);
            row.change = row.meaning == Meaning::same ? Change::same : Change::changed;
            row.before = std::move(found.before);
            row.after = std::move(found.after);
            if (row.meaning == Meaning::strengthened) ++out.ties_strengthened;
            if (row.meaning == Meaning::weakened) ++out.ties_weakened;
        } else if (pair.after) {
            row.change = Change::added;
            row.meaning =
                meaning_of_added(standing_of(after, shown), shown.since, before.reference_date());
            ++out.ties_added;
            if (row.meaning == Meaning::planned) ++out.ties_planned;
        } else {
            row.change = Change::removed;
            row.meaning = meaning_of_removed(standing_of(before, shown));
            ++out.ties_removed;
        }
        out.ties.push_back(std::move(row));
    }
}

}  // namespace lotse::analysis
