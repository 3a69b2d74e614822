#include "circles.hpp"

#include "former_districts.hpp"

#include <limits>
#include <type_traits>
#include <unordered_map>

namespace lotse {
namespace {

/// The next official key above by its digits, whether or not there is such an area; empty: none.
std::string_view official_parent(std::string_view key) {
    if (level_of_key(key).empty()) return {};
    if (const auto now = successor_of_district(key); !now.empty()) return now;
    for (const std::size_t length :
         {std::size_t{8}, std::size_t{5}, std::size_t{3}, std::size_t{2}})
        if (length < key.size()) return key.substr(0, length);
    return {};
}

/// The rows of a table, each with the one it is part of by way of `up`.
template <class Row, class Reference>
class Upwards {
public:
    Upwards(const std::vector<Row>& rows, Reference Row::*up) : rows_{rows}, up_{up} {
        for (std::size_t i = 0; i < rows.size(); ++i) by_key_.emplace(rows[i].key, i);
    }

    /// The number of rows: none.
    std::size_t above(std::size_t row) const {
        std::string_view key = (rows_[row].*up_).key;
        if (key.empty()) key = key_above(rows_[row].key);
        for (; !key.empty(); key = key_above(key))
            if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
        return rows_.size();
    }

private:
    /// Areas alone lie in another by their digits.
    static std::string_view key_above(std::string_view key) {
        return std::is_same_v<Row, Area> ? official_parent(key) : std::string_view{};
    }

    const std::vector<Row>& rows_;
    Reference Row::*up_;
    std::unordered_map<std::string_view, std::size_t> by_key_;
};

/// Rows that are part of themselves by way of `up`. Every row is walked over once.
template <class Row, class Reference>
void warn_circles(const std::vector<Row>& rows, Reference Row::*up, std::string_view column,
                  BuildLog& log) {
    const Upwards upwards{rows, up};
    std::vector<std::size_t> walk(rows.size(), 0);  // the first walk that came by; 0: none yet
    for (std::size_t start = 0; start < rows.size(); ++start) {
        std::size_t at = start;
        for (; at < rows.size() && walk[at] == 0; at = upwards.above(at)) walk[at] = start + 1;
        if (at == rows.size() || walk[at] != start + 1) continue;
        const std::size_t first = at;
        do {
            log.say(Severity::warning, "circle", log.place(rows[at].origin, column),
                    message({"{}: „{}“ gehört über Umwege zu sich selbst.",
                             "{}: '{}' is part of itself by a detour."},
                            {column, rows[at].key}));
            at = upwards.above(at);
        } while (at != first);
    }
}

/// Areas lie in areas, but not a thousand deep: that is a mistake, and every analysis walks up.
void reject_deep_areas(std::vector<Area>& areas, BuildLog& log) {
    constexpr std::size_t most = 64;
    const Upwards upwards{areas, &Area::parent};
    constexpr std::size_t on_path = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> depth(areas.size(), 0);  // 0: not known yet
    std::vector<std::size_t> path;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        path.clear();
        std::size_t at = i;
        for (; at < areas.size() && depth[at] == 0; at = upwards.above(at)) {
            depth[at] = on_path;
            path.push_back(at);
        }
        std::size_t levels = at == areas.size() || depth[at] == on_path ? 0 : depth[at];
        for (auto row = path.rbegin(); row != path.rend(); ++row) depth[*row] = ++levels;
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (depth[i] <= most || areas[i].parent.empty()) continue;
        log.say(Severity::error, "too-deep", log.place(areas[i].origin, "parent"),
                message({"parent: „{}“ läge mehr als {} Ebenen tief.",
                         "parent: '{}' would lie more than {} levels deep."},
                        {areas[i].key, std::to_string(most)}));
        areas[i].parent = {};
        --log.rows.used;  // offers hang on the row, but every output says that it is faulty
    }
}

}  // namespace

void check_circles(NetworkTables& tables, BuildLog& log) {
    warn_circles(tables.actors, &Actor::part_of, "part_of", log);
    warn_circles(tables.areas, &Area::parent, "parent", log);
    reject_deep_areas(tables.areas, log);
}

}  // namespace lotse
