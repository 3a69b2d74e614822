/// The hops that a client or a piece of information can take in a view, with cost and legality.
#ifndef LOTSE_ANALYSIS_PATH_GRAPH_HPP
#define LOTSE_ANALYSIS_PATH_GRAPH_HPP

#include <lotse/analysis/paths.hpp>
#include <lotse/model/mandates.hpp>

namespace lotse::analysis {

/// Numbers of actors in a graph are positions in `actors`.
struct PathHop {
    std::size_t from;
    std::size_t to;
    TieId tie;
    std::int64_t cost;  ///< hundredths of a hand-off
    Legality legality;
    const Mandate* rule;  ///< that makes it legal; nullptr: none was needed or found
};

struct PathGraph {
    std::vector<ActorId> actors;
    std::vector<PathHop> hops;  ///< at most one from an actor to another
    std::vector<Message> notes;

    std::optional<std::size_t> position(ActorId id) const;
};

/// A tie of the kind is a way: referral, information and membership are; all kinds of a layer or
/// of kinds that the view chooses.
bool is_way(const View& view, TieKind kind);

/// A way leads against the tie too: all but referral and information do.
bool leads_back(TieKind kind);

/// Which of several ties between two actors a way uses.
enum class Preference { cheapest, most_legal };

/// Every hop of the view, several from an actor to another, in the order of the ties. `topics` as
/// in path_graph. The graph of the notes is that of the hops.
PathGraph all_hops(const View& view, std::span<const std::string> topics);

/// A tie recorded for topics is dearer, by this many hundredths of a hand-off, for other topics.
std::int64_t other_topic_cost();
bool is_dearer_for_other_topics(const Tie& tie);

/// `topics`: what one is looking for; a tie recorded for other topics only is dearer. Empty:
/// nothing in particular.
PathGraph path_graph(const View& view, std::span<const std::string> topics, Preference preference);

/// What the tie's legal basis says about who acts.
struct LegalityOfHop {
    Legality legality;
    const Mandate* rule;
};
LegalityOfHop legality_of(const Network& network, const Tie& tie, ActorId acting,
                          const std::optional<PartialDate>& at);

constexpr bool is_membership(TieKind kind) {
    return kind == TieKind::member_of || kind == TieKind::leads || kind == TieKind::hosts_office;
}

/// Where a way may end.
struct Goals {
    Message words;                    ///< "Angeboten zum Thema ...", to follow "zu"
    std::vector<std::string> topics;  ///< codes, of the topic or offer asked for
    std::vector<ActorId> actors;
    std::optional<std::vector<ActorId>> offering = {};  ///< of a topic: those with a running offer
    /// Of `offering`: not recorded whether their offers are open to the groups asked for.
    std::vector<ActorId> perhaps = {};
    std::vector<OfferId> not_running = {};  ///< offers on the topic that are planned or over
    std::vector<OfferId> unclear = {};      ///< of a topic: that count, with no clear status
    bool offers = false;                    ///< the goal is offers: --target and --legal matter
};

/// Reads ACTOR, OFFER, topic=CODE or kind=CODE (others of the kind than `from`). Errors: usage.
Result<Goals> goals_of(const View& view, ActorId from, const std::string& to);

/// What --target and --legal do where goals are offers.
Message groups_note();

/// Notes what the groups asked for have to do with the goals, and which options have no effect.
void note_groups(const View& view, const Paths::Findings& findings, std::vector<Message>& notes);

/// Names the goals of which it is not recorded whether they are open to the groups asked for.
void ask_for_openness(const Network& network, const Paths::Findings& findings,
                      std::vector<Message>& reading);

}  // namespace lotse::analysis

#endif
