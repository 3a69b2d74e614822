#include "two_states.hpp"

#include <lotse/analysis/view.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace lotse::driver {
namespace {

bool has_both_ends(const std::shared_ptr<const Network>& state, const std::string& tie) {
    analysis::ViewOptions only;
    only.with = {tie};
    return static_cast<bool>(analysis::make_view(state, only));
}

template <class Condition>
void leave_out(OptionTexts& options, std::string_view key, Condition condition) {
    const auto given = options.find(key);
    if (given == options.end()) return;
    std::erase_if(given->second, condition);
    if (given->second.empty()) options.erase(given);
}

void note_missing(const OptionTexts& given, const OptionTexts& used, Text pattern,
                  std::vector<Message>& notes) {
    const auto from = given.find("with"), to = used.find("with");
    if (from == given.end()) return;
    for (const std::string& tie : from->second)
        if (to == used.end() || std::ranges::find(to->second, tie) == to->second.end())
            notes.push_back(message(pattern, {tie}));
}

/// Actors without their key in the other state, by name and kind; nullptr: there are several.
std::map<std::string, const Actor*> only_in(const Network& state, const Network& other) {
    std::map<std::string, const Actor*> out;
    for (const Actor& actor : state.actors()) {
        if (other.find_actor(actor.key)) continue;
        const auto [named, is_first] =
            out.try_emplace(unicode::match_key(actor.name) + '\n' + actor.kind, &actor);
        if (!is_first) named->second = nullptr;
    }
    return out;
}

}  // namespace

OptionTexts options_of_state(OptionTexts options, const std::shared_ptr<const Network>& state,
                             const std::shared_ptr<const Network>& other) {
    leave_out(options, "without", [&](const std::string& key) {
        return !state->find_actor(key) && other->find_actor(key);
    });
    leave_out(options, "with", [&](const std::string& tie) {
        return !has_both_ends(state, tie) && has_both_ends(other, tie);
    });
    return options;
}

std::vector<Message> notes_on_one_state(const OptionTexts& before, const OptionTexts& after) {
    std::vector<Message> notes;
    note_missing(after, before,
                 {"--with „{}“ gilt nur für den späteren Stand: Der frühere hat nicht beide Enden.",
                  "--with '{}' holds for the later state only: the earlier one lacks an end."},
                 notes);
    note_missing(before, after,
                 {"--with „{}“ gilt nur für den früheren Stand: Der spätere hat nicht beide Enden.",
                  "--with '{}' holds for the earlier state only: the later one lacks an end."},
                 notes);
    return notes;
}

std::vector<Message> notes_on_choices(const OptionTexts& options, const Network& before,
                                      const Network& after) {
    std::vector<Message> notes;
    const auto look = [&](std::string_view option, auto&& has) {
        const auto given = options.find(option);
        if (given == options.end()) return;
        for (const std::string& text : given->second) {
            if (has(before, text) == has(after, text)) continue;
            notes.push_back(message(
                has(after, text)
                    ? Text{"--{} „{}“ gibt es nur im späteren Stand: Im früheren ist dazu nichts "
                           "erfasst.",
                           "--{} '{}' is in the later state only: the earlier one has nothing "
                           "recorded of it."}
                    : Text{"--{} „{}“ gibt es nur im früheren Stand: Im späteren ist dazu nichts "
                           "erfasst.",
                           "--{} '{}' is in the earlier state only: the later one has nothing "
                           "recorded of it."},
                {option, text}));
        }
    };
    look("area", [](const Network& state, const std::string& key) {
        return state.find_area(key).has_value();
    });
    for (const auto& [option, list] :
         {std::pair{"topic", "topics"}, {"target", "targets"}, {"legal", "legal_circles"}})
        look(option, [name = list](const Network& state, const std::string& text) {
            return state.codes().list(name)->recognise(text) != nullptr;
        });
    return notes;
}

std::vector<Message> notes_on_keys(const Network& before, const Network& after) {
    std::vector<Message> notes;
    const auto gone = only_in(before, after);
    const auto added = only_in(after, before);
    const bool share_keys = std::ranges::any_of(before.actors(), [&](const Actor& actor) {
        return after.find_actor(actor.key).has_value();
    });
    if (!share_keys && !gone.empty() && !added.empty())
        notes.push_back(
            Text{"Kein Schlüssel eines Akteurs kommt in beiden Ständen vor: Alle "
                 "gelten als nicht mehr und als neu erfasst.",
                 "No key of an actor is in both states: all count as no longer and as "
                 "newly recorded."});
    std::size_t count = 0;
    std::pair<std::string, std::string> first;
    for (const auto& [name, actor] : gone) {
        const auto same = added.find(name);
        if (!actor || same == added.end() || !same->second) continue;
        if (count++ == 0) first = {actor->key, same->second->key};
    }
    if (count > 0)
        notes.push_back(message({"Akteure mit demselben Namen und derselben Art, aber anderem "
                                 "Schlüssel (zuerst „{}“ und „{}“): {}. Sind es dieselben, bitte "
                                 "denselben Schlüssel geben.",
                                 "Actors of the same name and kind but with another key (first "
                                 "'{}' and '{}'): {}. If they are the same, give them the same "
                                 "key."},
                                {first.first, first.second, std::to_string(count)}));
    return notes;
}

}  // namespace lotse::driver
