#include "directory_network.hpp"

#include <lotse/model/privacy.hpp>

#include "directory_entries.hpp"
#include "directory_values.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace lotse::io {
namespace {

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
          entries_{rows, reading},
          source_{stable_key(table.place.file.substr(0, table.place.file.rfind('.')), "")} {}

    void build() {
        feed_actors();
        feed_venues();
        feed_offers();
        feed_areas();
        feed_rest();
    }

private:
    int number_of(std::string_view field) const {
        const std::size_t column = reading_.column_of(field);
        return column == map_.columns.size() ? 0 : static_cast<int>(column) + 1;
    }

    /// As the file has it, where that means the notes of an offer: messages name it.
    std::string heading_of_notes() const {
        const std::size_t column = reading_.column_of("note");
        const bool is_own = column < map_.columns.size() &&
                            column_key(Offer::table, table_.headings[column]) == "note";
        return is_own ? table_.headings[column] : "note";
    }

    /// Columns of the directory that a table carries along.
    std::vector<std::size_t> add_extra(std::string_view table,
                                       std::vector<std::pair<std::string, int>>& columns) const {
        std::vector<std::size_t> extra;
        for (std::size_t i = 0; i < map_.columns.size(); ++i) {
            if (map_.columns[i].field != "extra") continue;
            extra.push_back(i);
            std::string heading = table_.headings[i];
            if (!column_key(table, heading).empty()) heading += " (Verzeichnis)";
            columns.emplace_back(std::move(heading), static_cast<int>(i) + 1);
        }
        return extra;
    }

    void feed_actors() {
        std::vector<std::pair<std::string, int>> columns{
            {"key", 0},
            {"name", number_of("provider")},
            {"kind", number_of("provider_kind")},
            {"short_name", number_of("provider_short_name")},
            {"area", 0},
            {"website", number_of("provider_website")},
            {"mailbox", number_of("provider_mailbox")},
            {"note", 0},
            {"as_of", number_of("as_of")},
            {"source", 0}};
        const std::vector<std::size_t> extra = add_extra("actors", columns);
        Feed feed{builder_, "actors", table_.place, columns};
        const CodeList& kinds = *Codebook::built_in().list("actor_kinds");
        for (const auto& [identity, entry] : entries_.actors()) {
            std::string kind = value_of(entry, "provider_kind");
            if (const Code* named = kinds.recognise(entry.name); kind.empty() && named)
                kind = named->code;
            if (kind.empty()) kind = "other";
            use_area(entry.area, entry.row);
            std::vector<std::string> texts{entry.key,
                                           entry.name,
                                           kind,
                                           value_of(entry, "provider_short_name"),
                                           entry.area,
                                           value_of(entry, "provider_website"),
                                           value_of(entry, "provider_mailbox"),
                                           joined(entry.notes),
                                           value_of(entry, "as_of"),
                                           source_};
            for (const std::size_t column : extra) {
                const auto found = entry.extra.find(column);
                texts.push_back(found == entry.extra.end() ? std::string{} : joined(found->second));
            }
            feed.add(entry.row, texts);
        }
    }

    void feed_venues() {
        Feed feed{builder_,
                  "venues",
                  table_.place,
                  {{"key", 0},
                   {"name", number_of("venue")},
                   {"kind", number_of("venue_kind")},
                   {"area", 0},
                   {"lat", number_of("venue_lat")},
                   {"lon", number_of("venue_lon")},
                   {"barrier_free", number_of("barrier_free")},
                   {"neutral", number_of("neutral")},
                   {"note", 0},
                   {"source", 0}}};
        for (const auto& [identity, entry] : entries_.venues()) {
            use_area(entry.area, entry.row);
            feed.add(entry.row, {entry.key, entry.name, value_of(entry, "venue_kind"), entry.area,
                                 value_of(entry, "venue_lat"), value_of(entry, "venue_lon"),
                                 value_of(entry, "barrier_free"), value_of(entry, "neutral"),
                                 joined(entry.notes), source_});
        }
    }

    /// Areas of an offer: as recorded, else the town where no venue stands for it.
    std::string areas_of(std::size_t i) {
        const DirectoryFacts& facts = rows_[i];
        for (const std::string& key : members_of(facts, "areas")) use_area(key, facts.row->number);
        std::string areas = value_of(facts, "areas");
        if (!areas.empty() || facts.catchment_left_open || entries_.venue(i) || facts.is_online())
            return areas;
        use_area(facts.venue_place.area, facts.row->number);
        return facts.venue_place.area;
    }

    std::string topics_of(const DirectoryFacts& facts) {
        std::string topics = value_of(facts, "topics");
        if (!topics.empty()) return topics;
        if (first_open_ == 0) first_open_ = facts.row->number;
        reading_.tally(Severity::warning, "no-topic", reading_.at(*facts.row, "topics"),
                       std::string{open_topic},
                       {"Ohne erkanntes Thema: Das Angebot steht unter {} „Thema noch offen“ "
                        "(Zeile {}).",
                        "No known topic: the offer stands under {} 'topic still open' (row {})."});
        return std::string{open_topic};
    }

    std::string funders_of(std::size_t i) const {
        std::string out;
        for (const Entry* funder : entries_.funders(i))
            out += (out.empty() ? "" : "|") + funder->key;
        return out;
    }

    void feed_offers() {
        constexpr std::array simple{"form",      "delivery", "targets",        "legal",
                                    "free",      "fee_eur",  "voluntary",      "open_to",
                                    "start",     "end",      "duration_weeks", "capacity",
                                    "vacancies", "routes",   "certified",      "evaluated",
                                    "languages", "status",   "as_of"};
        std::vector<std::pair<std::string, int>> columns{{"key", 0},
                                                         {"name", number_of("offer")},
                                                         {"topics", number_of("topics")},
                                                         {"providers", number_of("provider")},
                                                         {"funders", number_of("funders")},
                                                         {"areas", number_of("areas")},
                                                         {"venues", number_of("venue")},
                                                         {heading_of_notes(), number_of("note")},
                                                         {"source", 0}};
        const std::size_t fixed_columns = columns.size();
        for (const char* field : simple) columns.emplace_back(field, number_of(field));
        const std::vector<std::size_t> extra = add_extra("offers", columns);
        Feed feed{builder_, "offers", table_.place, columns};
        const std::vector<std::string> keys = offer_keys();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const DirectoryFacts& facts = rows_[i];
            if (facts.offer.empty()) continue;
            std::vector<std::string> texts{
                keys[i],
                facts.offer,
                topics_of(facts),
                entries_.provider(i) ? entries_.provider(i)->key : std::string{},
                funders_of(i),
                areas_of(i),
                entries_.venue(i) ? entries_.venue(i)->key : std::string{},
                joined(facts.notes),
                source_};
            for (std::size_t c = fixed_columns; c < fixed_columns + simple.size(); ++c)
                texts.push_back(value_of(facts, columns[c].first));
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
            const Entry* provider = entries_.provider(i);
            const Entry* venue = entries_.venue(i);
            order.emplace_back(stable_key(facts.offer, provider ? provider->key : std::string{}),
                               venue ? venue->key : std::string{}, value_of(facts, "start"),
                               std::move(content), i);
        }
        std::ranges::sort(order);
        std::vector<std::string> keys(rows_.size());
        DistinctKeys distinct;
        for (const Order& one : order) keys[std::get<4>(one)] = distinct.take(std::get<0>(one));
        return keys;
    }

    void use_area(const std::string& key, int row) {
        constexpr std::size_t municipality_digits = 8;
        if (key.size() == municipality_digits && areas_.find(key)) used_areas_.emplace(key, row);
    }

    /// Municipalities do not come with the program; those used get their rows.
    void feed_areas() {
        if (used_areas_.empty()) return;
        Feed feed{builder_,
                  "areas",
                  table_.place,
                  {{"key", 0}, {"name", 0}, {"level", 0}, {"lat", 0}, {"lon", 0}, {"source", 0}}};
        for (const auto& [key, row] : used_areas_) {
            const Area& area = *areas_.find(key);
            feed.add(row, {area.key, area.name, area.level,
                           area.lat ? cell_text(Value{*area.lat}) : std::string{},
                           area.lon ? cell_text(Value{*area.lon}) : std::string{},
                           std::string{municipalities_source}});
        }
    }

    void feed_rest() {
        Feed sources{builder_, "sources", table_.place, {{"key", 0}, {"title", 0}, {"date", 0}}};
        const auto as_of = map_.fixed.find("as_of");
        sources.add(table_.place.row,
                    {source_, table_.place.file,
                     as_of == map_.fixed.end() ? std::string{} : date_of(as_of->second.value)});
        if (first_open_ == 0) return;
        Feed codes{
            builder_, "codes", table_.place, {{"list", 0}, {"code", 0}, {"de", 0}, {"en", 0}}};
        codes.add(first_open_,
                  {"topics", std::string{open_topic}, "Thema noch offen", "Topic still open"});
    }

    std::span<const DirectoryFacts> rows_;
    const DirectoryTable& table_;
    const ColumnMap& map_;
    const AreaNames& areas_;
    DirectoryReading& reading_;
    NetworkBuilder& builder_;
    DirectoryEntries entries_;
    std::string source_;
    std::map<std::string, int> used_areas_;
    int first_open_ = 0;
};

}  // namespace

void build_directory_network(std::span<const DirectoryFacts> rows, const DirectoryTable& table,
                             const ColumnMap& map, const AreaNames& areas,
                             DirectoryReading& reading, NetworkBuilder& builder) {
    DirectoryNetwork{rows, table, map, areas, reading, builder}.build();
}

std::vector<Issue> find_client_data(const DirectoryTable& table, const ColumnMap& map) {
    NetworkBuilder trial;
    const AreaNames& areas = AreaNames::built_in();
    DirectoryReading reading{table, map, areas, trial};
    std::vector<DirectoryFacts> facts;
    for (const DirectoryRow& row : table.rows)
        if (DirectoryFacts one; reading.read(row, one)) facts.push_back(std::move(one));
    build_directory_network(facts, table, map, areas, reading, trial);
    std::vector<Issue> issues = std::move(trial).finish().issues;
    std::erase_if(issues, [&](const Issue& issue) {
        const auto column = static_cast<std::size_t>(issue.where.column);
        const bool of_heading = issue.where.row == table.place.row && column > 0 &&
                                column <= table.headings.size() &&
                                privacy::client_heading(table.headings[column - 1]);
        return issue.code != client_data || of_heading;  // report_client_headings says those
    });
    return issues;
}

}  // namespace lotse::io
