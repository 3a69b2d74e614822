#include <lotse/io/export.hpp>

#include "hsds_package.hpp"
#include "json.hpp"
#include "write_value.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace lotse::io {
namespace {

using hsds::PackageColumn;
using hsds::PackageTable;

/// Where the rows of one table stand inside the rows of another.
struct Nesting {
    std::string_view table;
    std::string_view column;  ///< with the id of the row around them
    std::string_view around;
    std::string_view member;
};
constexpr std::array nestings{
    Nesting{"service", "organization_id", "organization", "services"},
    Nesting{"contact", "organization_id", "organization", "contacts"},
    Nesting{"attribute", "link_id", "organization", "attributes"},
    Nesting{"attribute", "link_id", "service", "attributes"},
    Nesting{"service_at_location", "service_id", "service", "service_at_locations"},
    Nesting{"schedule", "service_id", "service", "schedules"},
    Nesting{"funding", "service_id", "service", "funding"},
    Nesting{"service_area", "service_id", "service", "service_areas"},
    Nesting{"language", "service_id", "service", "languages"},
    Nesting{"cost_option", "service_id", "service", "cost_options"},
    Nesting{"accessibility", "location_id", "location", "accessibility"},
};
/// Rows that are written out where another row mentions them.
constexpr std::array mentions{
    Nesting{"location", "location_id", "service_at_location", "location"},
    Nesting{"taxonomy_term", "taxonomy_term_id", "attribute", "taxonomy_term"},
    Nesting{"taxonomy", "taxonomy_id", "taxonomy_term", "taxonomy_detail"},
};

/// Organizations with everything that belongs to them inside, as HSDS wants JSON; beside them the
/// services without an organization, the other locations, and lotse's own tables.
class Document {
public:
    explicit Document(std::vector<PackageTable> tables) : tables_{std::move(tables)} {
        for (const PackageTable& table : tables_) {
            by_name_.emplace(table.name, &table);
            const std::size_t id = position(table, "id");
            for (std::size_t r = 0; r < table.rows.size() && id != none; ++r)
                by_id_.emplace(key(table.name, table.rows[r][id]), r);
        }
        for (const Nesting& nesting : nestings) {
            const PackageTable* table = find(nesting.table);
            const std::size_t column = table ? position(*table, nesting.column) : none;
            if (column == none) continue;
            for (std::size_t r = 0; r < table->rows.size(); ++r) {
                const Value& around = table->rows[r][column];
                if (by_id_.contains(key(nesting.around, around))) {
                    inside_[key(nesting.member, around)].push_back(r);
                    placed_.insert({table, r});
                }
            }
        }
        for (const Nesting& mention : mentions) {
            const PackageTable* table = find(mention.around);
            const std::size_t column = table ? position(*table, mention.column) : none;
            if (column == none) continue;
            for (const auto& row : table->rows)
                if (const auto at = by_id_.find(key(mention.table, row[column]));
                    at != by_id_.end())
                    placed_.insert({find(mention.table), at->second});
        }
    }

    std::string text(const NetworkInfo& info) && {
        json_.begin_object();
        json_.key(hsds::own_network);
        json_.begin_object(JsonLayout::inline_);
        write_text("name", info.name);
        if (!info.license.empty()) write_text("license", info.license);
        if (info.fictional) {
            json_.key("fictional");
            json_.boolean(true);
        }
        json_.end_object();
        for (const PackageTable& table : tables_) {
            std::vector<std::size_t> rows;
            for (std::size_t r = 0; r < table.rows.size(); ++r)
                if (!placed_.contains({&table, r})) rows.push_back(r);
            if (rows.empty() && table.name != "organization") continue;
            json_.key(table.name);
            write_rows(table, rows, JsonLayout::lines);
        }
        json_.end_object();
        return std::move(json_).text();
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    static std::size_t position(const PackageTable& table, std::string_view column) {
        const auto found = std::ranges::find(table.columns, column, &PackageColumn::name);
        return found == table.columns.end()
                   ? none
                   : static_cast<std::size_t>(found - table.columns.begin());
    }
    static std::string key(std::string_view of, const Value& id) {
        return std::string{of} + '/' + cell_text(id);
    }

    void write_text(std::string_view name, std::string_view text) {
        json_.key(name);
        json_.string(text);
    }

    const PackageTable* find(std::string_view name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : found->second;
    }

    void write_rows(const PackageTable& table, const std::vector<std::size_t>& rows,
                    JsonLayout layout) {
        json_.begin_list(layout);
        for (const std::size_t row : rows) write_row(table, row);
        json_.end_list();
    }

    void write_row(const PackageTable& table, std::size_t row) {
        const auto& cells = table.rows[row];
        json_.begin_object(JsonLayout::inline_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].index() == 0) continue;
            json_.key(table.columns[i].name);
            write_value(json_, cells[i], Language::en);
        }
        for (const Nesting& mention : mentions) {
            if (mention.around != table.name) continue;
            const auto at = by_id_.find(key(mention.table, cells[position(table, mention.column)]));
            if (at == by_id_.end()) continue;
            json_.key(mention.member);
            write_row(*find(mention.table), at->second);
        }
        for (const Nesting& nesting : nestings) {
            if (nesting.around != table.name) continue;
            const auto rows = inside_.find(key(nesting.member, cells[position(table, "id")]));
            if (rows == inside_.end()) continue;
            json_.key(nesting.member);
            write_rows(*find(nesting.table), rows->second, JsonLayout::inline_);
        }
        json_.end_object();
    }

    std::vector<PackageTable> tables_;
    std::map<std::string_view, const PackageTable*> by_name_;
    std::unordered_map<std::string, std::size_t> by_id_;                ///< row by table and id
    std::unordered_map<std::string, std::vector<std::size_t>> inside_;  ///< by member and id
    std::set<std::pair<const PackageTable*, std::size_t>> placed_;  ///< rows that stand elsewhere
    JsonWriter json_;
};

}  // namespace

std::string hsds_json_text(const Network& network, const ExportOptions& options) {
    return Document{hsds::package_tables(network, options)}.text(network.info());
}

}  // namespace lotse::io
