/// What all questions about ways share: the ways of a view as a plain graph, from whom they start
/// and where they lead to.
#ifndef LOTSE_ANALYSIS_WAYS_HPP
#define LOTSE_ANALYSIS_WAYS_HPP

#include <lotse/graph/edge_list.hpp>

#include "path_graph.hpp"

namespace lotse::analysis {

/// The ties of the view that are ways, as `paths` follows them.
LayerGraph ways_layer(const View& view);

/// A simple directed graph: vertex i is layer.actors[i], an edge is a hop of path_graph.
graph::EdgeList ways_edges(const View& view, const LayerGraph& layer);

/// Some actors of a layer, by position, ascending, and what sentences call them.
struct Ends {
    Message words;
    std::vector<std::size_t> positions;
};

/// Those that any of the texts names: an ACTOR, kind=CODE or sector=CODE. No text: jobcenters and
/// employment agencies that are not part of another one. An actor that is not part of the view is
/// no end. Errors: usage (unknown actor or code), named after the option.
Result<Ends> start_of_ways(const View& view, const LayerGraph& layer,
                           const std::vector<std::string>& texts);

/// The same, and topic=CODE: who offers it. No text: organisations of the sectors health and health
/// insurance; bodies are the way there, not the goal.
Result<Ends> goal_of_ways(const View& view, const LayerGraph& layer,
                          const std::vector<std::string>& texts);

/// A topic and the actors of the layer that offer it or receive referrals for it, as `paths` finds
/// them for topic=CODE.
struct TopicGoals {
    Choice topic;
    std::vector<std::size_t> positions;  ///< ascending, at least one
};

/// In the order of the code list, of the view's topics if it names some.
std::vector<TopicGoals> topic_goals(const View& view, const LayerGraph& layer);

/// Notes what topic_goals counts, and which goals count although it is not recorded whether their
/// offers are open to the groups asked for.
void note_goals(const View& view, std::vector<Message>& notes);

/// Key and name of each.
std::vector<Choice> actor_choices(const Network& network, std::span<const ActorId> actors);

/// Which ties are ways; empty where options choose them.
std::vector<Message> ways_notes(const View& view);

}  // namespace lotse::analysis

#endif
