/// The cells of one row as facts with their headings, labels and names.
#ifndef LOTSE_ANALYSIS_FACTSHEET_FACTS_HPP
#define LOTSE_ANALYSIS_FACTSHEET_FACTS_HPP

#include <lotse/analysis/factsheet.hpp>

namespace lotse::analysis {

/// What the row of an actor says of it, column by column; sector and legal circles fall back
/// to those of its kind. Without name, mailbox and place on the map.
std::vector<Factsheet::Fact> facts_of(const Network& network, ActorId actor);

/// The same for an area; counts of people are figures.
std::vector<Factsheet::Fact> facts_of(const Network& network, AreaId area);
std::vector<Factsheet::Figure> figures_of(const View& view, AreaId area);

/// The sources that rows name, each once, by title.
class SourceList {
public:
    explicit SourceList(const Network& network) : network_{network} {}

    void add(const Record& row);
    std::vector<Factsheet::SourceRow> rows() const;
    /// The newest `as_of` of the rows added.
    std::optional<PartialDate> as_of() const { return as_of_; }

private:
    const Network& network_;
    std::vector<Factsheet::SourceRow> rows_;
    std::optional<PartialDate> as_of_;
};

}  // namespace lotse::analysis

#endif
