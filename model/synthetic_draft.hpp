/// What the parts of a synthetic network are drawn into, and what they draw from.
#ifndef LOTSE_MODEL_SYNTHETIC_DRAFT_HPP
#define LOTSE_MODEL_SYNTHETIC_DRAFT_HPP

#include <lotse/base/random.hpp>
#include <lotse/model/synthetic.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// How common a kind of actor is, and what it does. Set by hand after datasets/musterkreis.
struct SyntheticKind {
    std::string_view kind;    ///< code list actor_kinds
    std::string_view prefix;  ///< of the actors' keys
    Text name;                ///< followed by a number
    int in_every_kreis;       ///< percent: 150 is one, and a second in every other Kreis
    int share;                ///< of the further actors of a Kreis, per mille
    int offers;               ///< percent: 240 offers of 100 actors
    std::string_view topics;  ///< of its offers and of referrals to it, separated by `|`
    std::string_view forms;   ///< of its offers
};

/// Kinds that sit in a Kreis; their shares add up to 1000.
std::span<const SyntheticKind> local_kinds();
/// Kinds of a Land or of the Federation; share and in_every_kreis are 0.
std::span<const SyntheticKind> superior_kinds();

/// Keys of actors by their kind.
using KeysByKind = std::map<std::string_view, std::vector<std::string>>;

struct SyntheticKreis {
    const Area* area = nullptr;  ///< as it comes with the program
    std::vector<std::size_t> neighbours;
    KeysByKind actors;
    std::vector<std::string> venues;
    std::string agency;  ///< the employment agency that serves it

    const std::vector<std::string>& of(std::string_view kind) const;
};

struct SyntheticDraft {
    Random random;
    Language language;
    NetworkTables tables;
    std::vector<SyntheticKreis> kreise;              ///< by key
    std::map<std::string_view, KeysByKind> laender;  ///< by key of the Land
    KeysByKind federal;
    std::map<std::string_view, int> numbered;  ///< actors so far, by prefix

    bool percent(int chance) { return random.below(100) < static_cast<std::size_t>(chance); }
    int between(int least, int most) {
        return least + static_cast<int>(random.below(static_cast<std::size_t>(most - least) + 1));
    }
    template <class Items>
    const auto& any(const Items& items) {
        return items[random.below(std::size(items))];
    }
    /// One of several texts separated by `|`.
    std::string any_word(std::string_view words);
    /// The whole part of this percentage, and one more with the chance of the rest.
    int count(int percentage) { return percentage / 100 + (percent(percentage % 100) ? 1 : 0); }
    /// This Kreis, or with the given chance one beside it.
    const SyntheticKreis& around(const SyntheticKreis& kreis, int percent_beside);
};

/// The mark of every row: the one source, and the date.
void mark(Record& row);

void draw_actors(SyntheticDraft& draft, int actors_per_area);
void draw_ties(SyntheticDraft& draft);
void draw_offers(SyntheticDraft& draft);
/// Contacts, agenda, findings, needs, travel.
void draw_governance(SyntheticDraft& draft);

/// A point near the middle of a Kreis, in 1/100,000 of a degree.
void scatter(SyntheticDraft& draft, const Area& around, std::optional<double>& lat,
             std::optional<double>& lon);

}  // namespace lotse

#endif
