/// Network: all tables of one partner network, checked and resolved; immutable once built.
#ifndef LOTSE_MODEL_NETWORK_HPP
#define LOTSE_MODEL_NETWORK_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/function_ref.hpp>
#include <lotse/model/actor.hpp>
#include <lotse/model/cell.hpp>
#include <lotse/model/codebook.hpp>
#include <lotse/model/governance.hpp>
#include <lotse/model/offer.hpp>
#include <lotse/model/tie.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lotse {

/// What is said about a network as a whole.
struct NetworkInfo {
    std::string name;     ///< title for people
    std::string license;  ///< SPDX identifier, or free words; empty: not stated
    bool fictional = false;
    /// The date that the whole speaks of, where these are some of its rows; no file holds it.
    std::optional<PartialDate> as_of{};
};

/// The rows of every table as they were given.
struct NetworkTables {
    std::vector<Actor> actors;
    std::vector<Tie> ties;
    std::vector<Offer> offers;
    std::vector<Venue> venues;
    std::vector<Area> areas;
    std::vector<Contact> contacts;
    std::vector<AgendaItem> agenda;
    std::vector<Finding> findings;
    std::vector<PersonNeed> needs;
    std::vector<Travel> travel;
    std::vector<Source> sources;
    std::vector<OwnCode> codes;

    /// Calls visit(rows) for each table in the order of the data format.
    template <class Self, class Visitor>
    static void for_each(Self&& self, Visitor&& visit) {
        visit(self.actors);
        visit(self.ties);
        visit(self.offers);
        visit(self.venues);
        visit(self.areas);
        visit(self.contacts);
        visit(self.agenda);
        visit(self.findings);
        visit(self.needs);
        visit(self.travel);
        visit(self.sources);
        visit(self.codes);
    }
};

class Network {
public:
    /// Sorts the rows, adds the German areas and resolves every mention. A mention of a row that
    /// is not there is dropped, with the tie or other row that cannot stand without it:
    /// NetworkBuilder reports such mentions first, what-if views drop them on purpose.
    /// O(n log n) in the number of rows.
    Network(NetworkInfo info, NetworkTables tables);

    const NetworkInfo& info() const noexcept { return info_; }
    /// The rows as given, in canonical order: sorted by key, else by all their columns.
    const NetworkTables& tables() const noexcept { return tables_; }
    /// The built-in code lists, extended by the table `codes` of the network.
    const Codebook& codes() const noexcept { return codes_; }

    /// Rows in canonical order; an Id is the position in it.
    /// @{
    std::span<const Actor> actors() const noexcept { return tables_.actors; }
    std::span<const Tie> ties() const noexcept { return tables_.ties; }
    std::span<const Offer> offers() const noexcept { return tables_.offers; }
    std::span<const Venue> venues() const noexcept { return tables_.venues; }
    /// @}
    /// The German Länder and Kreise, the network's own areas, and areas that are only mentioned.
    std::span<const Area> areas() const noexcept { return areas_; }

    /// Precondition: `id` is of this network.
    /// @{
    const Actor& operator[](ActorId id) const { return tables_.actors[id.index()]; }
    const Tie& operator[](TieId id) const { return tables_.ties[id.index()]; }
    const Offer& operator[](OfferId id) const { return tables_.offers[id.index()]; }
    const Venue& operator[](VenueId id) const { return tables_.venues[id.index()]; }
    const Area& operator[](AreaId id) const { return areas_[id.index()]; }
    /// @}

    /// By key exactly; nullopt: there is none. O(1).
    /// @{
    std::optional<ActorId> find_actor(std::string_view key) const;
    std::optional<OfferId> find_offer(std::string_view key) const;
    std::optional<VenueId> find_venue(std::string_view key) const;
    std::optional<AreaId> find_area(std::string_view key) const;
    /// @}

    /// The actor's recorded sector, else that of its kind; nullopt: neither is known.
    std::optional<Sector> sector_of(ActorId id) const;
    /// Organisation, body or fact, by its kind; organisation where the kind is not known.
    ActorRole role_of(ActorId id) const;
    /// The actor's recorded legal circles, else those of its kind.
    std::vector<std::string> legal_circles(ActorId id) const;
    /// A single named partner: an organisation or body, not a programme, agreement or event, and
    /// neither a category of actors nor one that is only planned or proposed.
    bool is_partner(ActorId id) const;

    /// The recorded parent, else that of the digits of the key; nullopt: none is known.
    std::optional<AreaId> parent_of(AreaId id) const;
    /// inner is outer or lies below it.
    bool within(AreaId inner, AreaId outer) const;
    /// Areas of one level inside `outer` (outer itself included), in canonical order.
    std::vector<AreaId> areas_inside(AreaId outer, std::string_view level) const;

    /// Key and name, as tables of results show them.
    /// @{
    Naming name_of(ActorId id) const { return {(*this)[id].key, (*this)[id].name}; }
    Naming name_of(OfferId id) const { return {(*this)[id].key, (*this)[id].name}; }
    Naming name_of(AreaId id) const { return {(*this)[id].key, (*this)[id].name}; }
    Naming name_of(VenueId id) const { return {(*this)[id].key, (*this)[id].name}; }
    /// @}

    /// Latest `as_of` of any row, or of the whole that it is a part of: the date the network
    /// speaks of. nullopt: there is none.
    std::optional<PartialDate> as_of() const noexcept { return as_of_; }

    /// What lasted until then had certainly ended by the newest date of the data.
    bool is_over(const std::optional<PartialDate>& until) const {
        return until && as_of_ && until->latest() < as_of_->earliest();
    }

    /// Name, counts and SHA-256 of the canonical form. O(size of the network).
    NetworkIdentity identity() const;

private:
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const noexcept {
            return std::hash<std::string_view>{}(key);
        }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, KeyHash, std::equal_to<>>;

    void collect_areas();
    void resolve();
    void find_parents();
    void find_date();

    NetworkInfo info_;
    NetworkTables tables_;
    Codebook codes_;
    std::vector<Area> areas_;
    std::vector<std::optional<AreaId>> parents_;
    std::optional<PartialDate> as_of_;
    Index actor_index_;
    Index offer_index_;
    Index venue_index_;
    Index area_index_;
};

/// Calls visit(column key, cell) for all recorded cells of a table's row, foreign columns included.
/// Row: any row type of NetworkTables.
template <class Row>
void for_each_cell(const Row& row, FunctionRef<void(std::string_view, Value)> visit);

/// The same with the text that CSV has for the cell; it lives until visit returns. Much cheaper.
template <class Row>
void for_each_cell_text(const Row& row,
                        FunctionRef<void(std::string_view, std::string_view)> visit);

/// Key of the level that an official area key of this length has; empty for own areas.
std::string_view level_of_key(std::string_view area_key);

}  // namespace lotse

#endif
