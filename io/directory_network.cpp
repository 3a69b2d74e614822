#include "directory_network.hpp"

#include <lotse/base/unicode.hpp>

#include "directory_values.hpp"
#include "table_rows.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace lotse::io {
namespace {

/// Something the rows mention again and again: an actor or a venue.
struct Entry {
    std::string name;
    std::string place;  ///< for its key
    std::string area;
    std::string key;
    std::string note;
    int row = 0;  ///< that names it first
    /// Field: value and the row that gave it.
    std::map<std::string, std::pair<std::string, int>, std::less<>> facts;
};

/// Name and place as they are compared.
using Identity = std::tuple<std::string, std::string, std::string>;
using Entries = std::map<Identity, Entry>;

std::string place_identity(const Place& place) {
    return place.area.empty() ? unicode::match_key(place.town) : place.area;
}

/// Keys out of names and places; equal ones are numbered in the order of the identities.
void give_keys(Entries& entries, std::set<std::string>& taken) {
    for (auto& [identity, entry] : entries) {
        const std::string base = stable_key(entry.name, entry.place);
        entry.key = base;
        for (int n = 2; !taken.insert(entry.key).second; ++n)
            entry.key = base + '-' + std::to_string(n);
    }
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : "; ") + text;
    return out;
}

/// A table of the builder, fed with texts.
class Feed {
public:
    Feed(NetworkBuilder& builder, std::string_view table, const SourcePosition& where,
         const std::vector<std::pair<std::string, int>>& columns)
        : input_{builder.table(table, where)} {
        for (const auto& [heading, number] : columns) input_->add_column(heading, number);
    }

    void add(int row, const std::vector<std::string>& texts) {
        std::vector<Cell> cells(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) cells[i].text = texts[i];
        input_->add_row({row}, cells);
    }

private:
    TableInput* input_;
};

class DirectoryNetwork {
public:
    DirectoryNetwork(std::span<const DirectoryFacts> rows, const DirectoryTable& table,
                     const ColumnMap& map, const AreaNames& areas, DirectoryReading& reading,
                     NetworkBuilder& builder)
        : rows_{rows},
          table_{table},
          map_{map},
          areas_{areas},
          reading_{reading},
          builder_{builder},
          source_{stable_key(table.place.file.substr(0, table.place.file.rfind('.')), "")} {}

    void build() {
        collect_places_of_names();
        providers_.resize(rows_.size());
        venues_of_rows_.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) collect(i);
        std::set<std::string> actor_keys;
        give_keys(actors_, actor_keys);
        std::set<std::string> venue_keys;
        give_keys(venues_, venue_keys);
        warn_similar();
        feed_actors();
        feed_venues();
        feed_offers();
        feed_areas();
        feed_rest();
    }

private:
    /// Places that a name occurs at, where the rows say one.
    void collect_places_of_names() {
        for (const DirectoryFacts& facts : rows_) {
            auto& places = places_of_[unicode::match_key(facts.provider)];
            const std::string place = place_identity(facts.provider_place);
            if (!place.empty()) places.insert(place);
        }
    }

    Entry& actor(const std::string& name, const std::string& place, int row) {
        const Identity identity{unicode::match_key(name), place, {}};
        const auto [it, added] = actors_.try_emplace(identity);
        if (added) {
            it->second.name = name;
            it->second.row = row;
        }
        return it->second;
    }

    void collect(std::size_t i) {
        const DirectoryFacts& facts = rows_[i];
        if (facts.provider.empty())
            reading_.tally(Severity::warning, "no-provider", reading_.at(*facts.row, "provider"),
                           "Anbieter",
                           {"Ohne {}: Das Angebot kommt ohne ihn ins Netz (Zeile {}).",
                            "No provider ({}): the offer is taken without one (row {})."});
        else
            collect_provider(i);
        for (const std::string& name : members(facts, "funders")) {
            const auto& places = places_of_[unicode::match_key(name)];
            actor(name, places.size() == 1 ? *places.begin() : std::string{}, facts.row->number);
        }
        if (!facts.offer.empty()) return collect_venue(i);
        reading_.tally(Severity::warning, "no-offer", reading_.at(*facts.row, "offer"), "Angebot",
                       {"Ohne {}: Nur der Anbieter kommt ins Netz (Zeile {}).",
                        "No offer ({}): only the provider is taken (row {})."});
    }

    void collect_provider(std::size_t i) {
        const DirectoryFacts& facts = rows_[i];
        const auto& places = places_of_[unicode::match_key(facts.provider)];
        std::string place = place_identity(facts.provider_place);
        if (place.empty() && places.size() == 1) place = *places.begin();
        if (place.empty() && places.size() > 1)
            reading_.tally(Severity::warning, "provider-without-place",
                           reading_.at(*facts.row, "provider"), facts.provider,
                           {"„{}“ steht an mehreren Orten, hier (Zeile {}) ohne Ort; es gilt als "
                            "eigener Anbieter.",
                            "'{}' stands at several places, here (row {}) without one; it counts "
                            "as a provider of its own."});
        Entry& entry = actor(facts.provider, place, facts.row->number);
        providers_[i] = &entry;
        if (entry.area.empty()) entry.area = facts.provider_place.area;
        if (entry.place.empty()) entry.place = facts.provider_place.name;
        for (const std::string_view field :
             {"provider_kind", "provider_short_name", "provider_website", "provider_mailbox"})
            record(entry, facts, field);
        if (const auto it = facts.values.find("as_of"); it != facts.values.end()) {
            auto& [latest, row] = entry.facts["as_of"];
            latest = std::max(latest, it->second);
        }
        for (const std::string& note : facts.provider_notes)
            if (entry.note.find(note) == std::string::npos)
                entry.note += (entry.note.empty() ? "" : "; ") + note;
    }

    void record(Entry& entry, const DirectoryFacts& facts, std::string_view field) {
        const auto value = facts.values.find(field);
        if (value == facts.values.end()) return;
        const auto [it, added] = entry.facts.try_emplace(std::string{field}, value->second,
                                                         facts.row->number);
        if (added || unicode::match_key(it->second.first) == unicode::match_key(value->second))
            return;
        reading_.report(
            Severity::warning, "conflicting-facts", reading_.at(*facts.row, field),
            message({"„{}“: Hier steht „{}“, in Zeile {} „{}“. Es gilt Zeile {}.",
                     "'{}': '{}' stands here, in row {} '{}'. Row {} counts."},
                    {entry.name, value->second, std::to_string(it->second.second),
                     it->second.first, std::to_string(it->second.second)}));
    }

    void collect_venue(std::size_t i) {
        const DirectoryFacts& facts = rows_[i];
        const Place& place = facts.venue_place;
        const auto delivery = facts.values.find("delivery");
        const bool online = delivery != facts.values.end() && delivery->second == "online";
        if (facts.venue.empty() && (place.street.empty() || online)) return;
        const Identity identity{unicode::match_key(facts.venue), place_identity(place),
                                unicode::match_key(place.street)};
        const auto [it, added] = venues_.try_emplace(identity);
        Entry& entry = it->second;
        venues_of_rows_[i] = &entry;
        for (const std::string_view field : {"venue_kind", "barrier_free", "neutral"})
            record(entry, facts, field);
        if (!added) return;
        const std::string town = place.postcode.empty() || place.town.empty()
                                     ? place.town
                                     : place.postcode + ' ' + place.town;
        const std::string address =
            place.street + (place.street.empty() || town.empty() ? "" : ", ") + town;
        entry.name = facts.venue.empty() ? address : facts.venue;
        entry.note = facts.venue.empty() ? std::string{} : address;
        entry.place = place.name;
        entry.area = place.area;
        entry.row = facts.row->number;
    }

    void warn_similar() {
        SimilarNames similar;
        std::map<std::string, const Entry*> by_name;
        std::vector<const Entry*> in_order;
        for (const auto& [identity, entry] : actors_) in_order.push_back(&entry);
        std::ranges::stable_sort(in_order, {}, &Entry::row);
        for (const Entry* entry : in_order) {
            const std::string key = unicode::match_key(entry->name);
            if (!by_name.emplace(key, entry).second) continue;
            const std::string other = similar.find_then_add(key);
            if (other.empty()) continue;
            const Entry& first = *by_name.at(other);
            SourcePosition where = table_.at(entry->row, reading_.column_of("provider"));
            reading_.report(
                Severity::warning, "similar-provider", where,
                message({"„{}“ heißt fast wie „{}“ in Zeile {}. Ist es derselbe Anbieter, bitte "
                         "gleich schreiben oder in der Zuordnung zusammenführen.",
                         "'{}' is called almost like '{}' in row {}. If it is the same provider, "
                         "write it alike or join them in the map."},
                        {entry->name, first.name, std::to_string(first.row)}));
        }
    }

    int number_of(std::string_view field) const {
        const std::size_t column = reading_.column_of(field);
        return column == map_.columns.size() ? 0 : static_cast<int>(column) + 1;
    }

    static std::string value(const Entry& entry, std::string_view field) {
        const auto it = entry.facts.find(field);
        return it == entry.facts.end() ? std::string{} : it->second.first;
    }
    static std::string value(const DirectoryFacts& facts, std::string_view field) {
        const auto it = facts.values.find(field);
        return it == facts.values.end() ? std::string{} : it->second;
    }
    static std::vector<std::string> members(const DirectoryFacts& facts, std::string_view field) {
        return split_words(value(facts, field), std::array{std::string{"|"}});
    }

    void feed_actors() {
        Feed feed{builder_, "actors", table_.place,
                  {{"key", 0},
                   {"name", number_of("provider")},
                   {"kind", number_of("provider_kind")},
                   {"short_name", number_of("provider_short_name")},
                   {"area", 0},
                   {"website", number_of("provider_website")},
                   {"mailbox", number_of("provider_mailbox")},
                   {"note", 0},
                   {"as_of", number_of("as_of")},
                   {"source", 0}}};
        const CodeList& kinds = *Codebook::built_in().list("actor_kinds");
        for (const auto& [identity, entry] : actors_) {
            std::string kind = value(entry, "provider_kind");
            if (const Code* named = kinds.recognise(entry.name); kind.empty() && named)
                kind = named->code;
            if (kind.empty()) kind = "other";
            use_area(entry.area, entry.row);
            feed.add(entry.row, {entry.key, entry.name, kind, value(entry, "provider_short_name"),
                                 entry.area, value(entry, "provider_website"),
                                 value(entry, "provider_mailbox"), entry.note,
                                 value(entry, "as_of"), source_});
        }
    }

    void feed_venues() {
        Feed feed{builder_, "venues", table_.place,
                  {{"key", 0},
                   {"name", number_of("venue")},
                   {"kind", number_of("venue_kind")},
                   {"area", 0},
                   {"barrier_free", number_of("barrier_free")},
                   {"neutral", number_of("neutral")},
                   {"note", 0},
                   {"source", 0}}};
        for (const auto& [identity, entry] : venues_) {
            use_area(entry.area, entry.row);
            feed.add(entry.row, {entry.key, entry.name, value(entry, "venue_kind"), entry.area,
                                 value(entry, "barrier_free"), value(entry, "neutral"), entry.note,
                                 source_});
        }
    }

    /// Areas of an offer: as recorded, else the town where no venue stands for it.
    std::string areas_of(std::size_t i) {
        const DirectoryFacts& facts = rows_[i];
        for (const std::string& key : members(facts, "areas")) use_area(key, facts.row->number);
        std::string areas = value(facts, "areas");
        if (!areas.empty() || venues_of_rows_[i] || value(facts, "delivery") == "online")
            return areas;
        use_area(facts.venue_place.area, facts.row->number);
        return facts.venue_place.area;
    }

    std::string topics_of(const DirectoryFacts& facts) {
        std::string topics = value(facts, "topics");
        if (!topics.empty()) return topics;
        if (first_open_ == 0) first_open_ = facts.row->number;
        reading_.tally(Severity::warning, "no-topic", reading_.at(*facts.row, "topics"),
                       std::string{open_topic},
                       {"Ohne erkanntes Thema: Das Angebot steht unter {} „Thema noch offen“ "
                        "(Zeile {}).",
                        "No known topic: the offer stands under {} 'topic still open' (row {})."});
        return std::string{open_topic};
    }

    std::string funders_of(const DirectoryFacts& facts) {
        std::string out;
        for (const std::string& name : members(facts, "funders")) {
            const auto& places = places_of_[unicode::match_key(name)];
            const Entry& entry = actor(
                name, places.size() == 1 ? *places.begin() : std::string{}, facts.row->number);
            out += (out.empty() ? "" : "|") + entry.key;
        }
        return out;
    }

    void feed_offers() {
        constexpr std::array plain{"form",     "delivery", "targets",        "legal",
                                   "free",     "fee_eur",  "voluntary",      "open_to",
                                   "start",    "end",      "duration_weeks", "capacity",
                                   "vacancies", "routes",  "certified",      "evaluated",
                                   "languages", "status",  "as_of"};
        std::vector<std::pair<std::string, int>> columns{{"key", 0},
                                                         {"name", number_of("offer")},
                                                         {"topics", number_of("topics")},
                                                         {"providers", number_of("provider")},
                                                         {"funders", number_of("funders")},
                                                         {"areas", number_of("areas")},
                                                         {"venues", number_of("venue")},
                                                         {"note", number_of("note")},
                                                         {"source", 0}};
        const std::size_t fixed_columns = columns.size();
        for (const char* field : plain) columns.emplace_back(field, number_of(field));
        std::vector<std::size_t> extra;
        for (std::size_t i = 0; i < map_.columns.size(); ++i) {
            if (map_.columns[i].field != "extra") continue;
            extra.push_back(i);
            std::string heading = table_.headings[i];
            if (!column_key("offers", heading).empty()) heading += " (Verzeichnis)";
            columns.emplace_back(std::move(heading), static_cast<int>(i) + 1);
        }
        Feed feed{builder_, "offers", table_.place, columns};
        const std::vector<std::string> keys = offer_keys();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const DirectoryFacts& facts = rows_[i];
            if (facts.offer.empty()) continue;
            std::vector<std::string> texts{keys[i],
                                           facts.offer,
                                           topics_of(facts),
                                           providers_[i] ? providers_[i]->key : std::string{},
                                           funders_of(facts),
                                           areas_of(i),
                                           venues_of_rows_[i] ? venues_of_rows_[i]->key
                                                              : std::string{},
                                           joined(facts.notes),
                                           source_};
            for (std::size_t c = fixed_columns; c < fixed_columns + plain.size(); ++c)
                texts.push_back(value(facts, columns[c].first));
            for (const std::size_t column : extra) {
                const auto found = std::ranges::find(facts.extra, column,
                                                     &std::pair<std::size_t, std::string>::first);
                texts.push_back(found == facts.extra.end() ? std::string{} : found->second);
            }
            feed.add(facts.row->number, texts);
        }
    }

    /// Out of offer and provider; several of one name are numbered by venue, start and content.
    std::vector<std::string> offer_keys() const {
        using Order = std::tuple<std::string, std::string, std::string, std::string, std::size_t>;
        std::vector<Order> order;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const DirectoryFacts& facts = rows_[i];
            if (facts.offer.empty()) continue;
            std::string content;
            for (const Cell& cell : facts.row->cells) content += cell.text + '\x1f';
            const Entry* provider = providers_[i];
            const Entry* venue = venues_of_rows_[i];
            order.emplace_back(stable_key(facts.offer, provider ? provider->key : std::string{}),
                               venue ? venue->key : std::string{}, value(facts, "start"),
                               std::move(content), i);
        }
        std::ranges::sort(order);
        std::vector<std::string> keys(rows_.size());
        std::set<std::string> taken;
        for (const Order& one : order) {
            const std::string& base = std::get<0>(one);
            std::string& key = keys[std::get<4>(one)];
            key = base;
            for (int n = 2; !taken.insert(key).second; ++n) key = base + '-' + std::to_string(n);
        }
        return keys;
    }

    void use_area(const std::string& key, int row) {
        constexpr std::size_t municipality_digits = 8;
        if (key.size() == municipality_digits && areas_.find(key)) used_areas_.emplace(key, row);
    }

    /// Municipalities do not come with the program; those used get their rows.
    void feed_areas() {
        if (used_areas_.empty()) return;
        Feed feed{builder_, "areas", table_.place,
                  {{"key", 0}, {"name", 0}, {"level", 0}, {"lat", 0}, {"lon", 0}, {"source", 0}}};
        for (const auto& [key, row] : used_areas_) {
            const Area& area = *areas_.find(key);
            feed.add(row, {area.key, area.name, area.level,
                           area.lat ? cell_text(Value{*area.lat}) : std::string{},
                           area.lon ? cell_text(Value{*area.lon}) : std::string{},
                           "GeoBasis-DE / BKG 2016, Daten verändert"});
        }
    }

    void feed_rest() {
        Feed sources{builder_, "sources", table_.place, {{"key", 0}, {"title", 0}, {"date", 0}}};
        const auto as_of = map_.fixed.find("as_of");
        sources.add(table_.place.row,
                    {source_, table_.place.file,
                     as_of == map_.fixed.end() ? std::string{} : date_of(as_of->second)});
        if (first_open_ == 0) return;
        Feed codes{builder_, "codes", table_.place, {{"list", 0}, {"code", 0}, {"de", 0}, {"en", 0}}};
        codes.add(first_open_,
                  {"topics", std::string{open_topic}, "Thema noch offen", "Topic still open"});
    }

    std::span<const DirectoryFacts> rows_;
    const DirectoryTable& table_;
    const ColumnMap& map_;
    const AreaNames& areas_;
    DirectoryReading& reading_;
    NetworkBuilder& builder_;
    std::string source_;
    std::map<std::string, std::set<std::string>> places_of_;
    Entries actors_;
    Entries venues_;
    std::vector<Entry*> providers_;       ///< by row
    std::vector<Entry*> venues_of_rows_;  ///< by row
    std::map<std::string, int> used_areas_;
    int first_open_ = 0;
};

}  // namespace

void build_directory_network(std::span<const DirectoryFacts> rows, const DirectoryTable& table,
                             const ColumnMap& map, const AreaNames& areas,
                             DirectoryReading& reading, NetworkBuilder& builder) {
    DirectoryNetwork{rows, table, map, areas, reading, builder}.build();
}

}  // namespace lotse::io
