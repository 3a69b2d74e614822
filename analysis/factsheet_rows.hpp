/// The tables of a factsheet, gathered from the network and from other analyses.
#ifndef LOTSE_ANALYSIS_FACTSHEET_ROWS_HPP
#define LOTSE_ANALYSIS_FACTSHEET_ROWS_HPP

#include "factsheet_facts.hpp"

namespace lotse::analysis {

/// Fills the tables of a sheet; every row used adds its sources.
class SheetRows {
public:
    SheetRows(const View& view, Factsheet::Findings& out)
        : view_{view}, network_{*view.network}, out_{out}, sources_{network_} {}

    void contacts_of(ActorId actor);
    void offers_of(ActorId actor);
    void bodies_of(ActorId actor);
    void ties_of(ActorId actor);
    /// A body's own agenda, else that of the bodies the actor belongs to.
    void agenda_of(ActorId actor);

    /// Actors, bodies, contacts, offers and agenda of those who serve the area or sit in it.
    void everything_in(AreaId area);

    void source(const Record& row) { sources_.add(row); }
    void finish();

private:
    void add_offer(OfferId offer, std::vector<Choice> parts);
    void add_body(ActorId body, std::vector<Choice> parts);
    void add_agenda(ActorId body);

    const View& view_;
    const Network& network_;
    Factsheet::Findings& out_;
    SourceList sources_;
};

}  // namespace lotse::analysis

#endif
