#include "area_layer.hpp"

#include "data_folder.hpp"

#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/person_counts.hpp>
#include <lotse/io/read_boundaries.hpp>
#include <lotse/model/privacy.hpp>

#include <algorithm>
#include <set>

namespace lotse::driver {
namespace {

using analysis::Coverage;

std::string day_text(const PartialDate& date) {
    const std::chrono::year_month_day day{date.latest()};
    return to_string(PartialDate{static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                 static_cast<unsigned>(day.day())});
}

struct PersonColumn {
    std::string_view key;
    Guarded<std::int64_t> analysis::AreaCounts::*count;
    Text label;
};
constexpr std::array person_columns{
    PersonColumn{"population", &analysis::AreaCounts::population, {"Einwohner", "Population"}},
    PersonColumn{"unemployed_sgb2",
                 &analysis::AreaCounts::unemployed_sgb2,
                 {"Arbeitslose SGB II", "Unemployed SGB II"}},
    PersonColumn{"unemployed_sgb3",
                 &analysis::AreaCounts::unemployed_sgb3,
                 {"Arbeitslose SGB III", "Unemployed SGB III"}},
    PersonColumn{"long_term",
                 &analysis::AreaCounts::long_term,
                 {"Langzeitarbeitslose", "Long-term unemployed"}},
};

/// Builds the table of figures from the cells of the coverage analysis.
class Figures {
public:
    Figures(const analysis::View& view, const Coverage::Findings& coverage)
        : network_{*view.network},
          counts_{analysis::person_counts(network_, view.suppress_below)},
          date_{view.reference_date()} {
        for (const Coverage::Cell& cell : coverage.cells) {
            if (rows_.empty() || rows_.back().front()->area != cell.area) rows_.emplace_back();
            rows_.back().push_back(&cell);
        }
    }

    Table table() const {
        Table out{"areas", Text{"Kennzahlen der Gebiete", "Indicators of areas"}, columns(), {}};
        for (const auto& cells : rows_) out.rows.push_back(row(cells));
        return out;
    }

private:
    using Cells = std::vector<const Coverage::Cell*>;  ///< of one area, one a topic

    std::vector<Column> columns() const {
        std::vector<Column> out{{"area", Text{"Gebiet", "Area"}},
                                {"area_name", Text{"Name", "Name"}},
                                {"level", Text{"Ebene", "Level"}},
                                {"year", Text{"Jahr", "Year"}},
                                {"date", Text{"Stand", "Date"}}};
        for (const PersonColumn& column : person_columns)
            out.push_back({std::string{column.key}, column.label, Unit::persons});
        out.push_back({"actors_recorded",
                       Text{"Erfasste Akteure mit Sitz hier", "Recorded actors seated here"}});
        out.push_back({"offers_recorded", Text{"Erfasste Angebote, die das Gebiet erreichen",
                                               "Recorded offers that reach the area"}});
        for (const auto& state : all_enumerators<CoverageState>)
            out.push_back({"topics_" + std::string{state.key},
                           message({"Themen: {}", "Topics: {}"}, {Message{state.label}})});
        if (!rows_.empty())
            for (const Coverage::Cell* cell : rows_.front())
                out.push_back({"coverage_" + cell->topic.key, cell->topic.label});
        out.push_back({"withheld", Text{"Zurückgehalten", "Withheld"}});
        out.push_back({"area_source", Text{"Quelle des Gebiets", "Source of the area"}});
        return out;
    }

    std::int64_t actors_in(AreaId area) const {
        std::int64_t out = 0;
        for (std::size_t i = 0; i < network_.actors().size(); ++i) {
            const Ref<Area>& seat = network_.actors()[i].area;
            if (!seat.empty() && network_.is_partner(ActorId{i}) && network_.within(*seat, area))
                ++out;
        }
        return out;
    }

    std::vector<Value> row(const Cells& cells) const {
        const AreaId id = cells.front()->area;
        const Area& area = network_[id];
        std::vector<Value> out{area.key, area.name, area.level, Value{}, Value{}};
        if (area.level.empty()) out[2] = std::string{level_of_key(area.key)};
        if (date_) {
            out[3] = std::int64_t{date_->year};
            out[4] = day_text(*date_);
        }
        std::string withheld;
        for (const PersonColumn& column : person_columns) {
            const auto& count = counts_[id].*column.count;
            Value& cell = out.emplace_back();
            if (count.value) cell = *count.value;
            if (!count.withheld) continue;
            cell = *count.withheld;
            withheld += (withheld.empty() ? "" : "|") + std::string{column.key};
        }
        out.emplace_back(actors_in(id));
        std::set<std::string_view> offers;
        for (const Coverage::Cell* cell : cells)
            for (const Choice& offer : cell->offers) offers.insert(offer.key);
        out.emplace_back(static_cast<std::int64_t>(offers.size()));
        for (const auto& state : all_enumerators<CoverageState>)
            out.emplace_back(std::int64_t{std::ranges::count(
                cells, state.value, [](const Coverage::Cell* cell) { return cell->state; })});
        for (const Coverage::Cell* cell : cells) {
            const auto& state = enumerator(cell->state);
            out.emplace_back(Choice{std::string{state.key}, state.label});
        }
        out.push_back(withheld.empty() ? Value{} : Value{withheld});
        std::string sources;
        for (const std::string& source : area.source)
            sources += (sources.empty() ? "" : "|") + source;
        out.push_back(sources.empty() ? Value{} : Value{sources});
        return out;
    }

    const Network& network_;
    analysis::PersonCounts counts_;
    std::optional<PartialDate> date_;
    std::vector<Cells> rows_;
};

/// Keys of a pseudonymised network are none of the file's.
void remark(const io::BoundaryFile& own, const Call& call,
            const std::set<std::string_view>& area_keys) {
    for (const Issue& issue : own.warnings) say(to_string(issue, call.language));
    std::vector<std::string_view> unused;
    for (const auto& [key, boundary] : own.boundaries)
        if (!area_keys.contains(key)) unused.push_back(key);
    if (unused.empty() || call.has("pseudonymise")) return;
    say("lotse: " +
        message(
            {"Unbenutzt aus --boundaries: {} von {} Grenzen, zuerst „{}“; kein Gebiet hier hat "
             "diesen Schlüssel.",
             "Unused of --boundaries: {} of {} boundaries, first '{}'; no area here has this "
             "key."},
            {std::to_string(unused.size()), std::to_string(own.boundaries.size()), unused.front()})
            .in(call.language));
}

}  // namespace

OptionInfo boundaries_option() {
    return {"boundaries",
            {"Grenzen eigener Gebiete: GeoJSON in WGS 84 mit der Eigenschaft key, AGS oder ARS",
             "boundaries of own areas: GeoJSON in WGS 84 with a property key, AGS or ARS"},
            OptionForm::single,
            "",
            {}};
}

Result<Boundaries> boundaries_of(const Call& call, const std::set<std::string_view>& area_keys) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto folder = data_folder();
    if (!folder) return folder.error();
    Boundaries all;
    const auto add = [&](const std::filesystem::path& file) -> Result<io::BoundaryFile> {
        auto some = io::read_boundaries(file, *limits);
        if (!some) return some;
        for (const auto& [key, boundary] : some->boundaries) all.insert_or_assign(key, boundary);
        return some;
    };
    for (const char* shipped : {"laender.geojson", "kreise.geojson"})
        if (const auto some = add(*folder / "geo" / shipped); !some) return some.error();
    if (!call.has("boundaries")) return all;
    const auto own = add(path_of(call.option("boundaries")));
    if (!own) return own.error();
    for (const auto& [key, boundary] : own->boundaries)
        if (const auto found = privacy::client_value(key))
            return Error{ErrorKind::privacy, message({"--boundaries: {}", "--boundaries: {}"},
                                                     {privacy::value_refusal(*found)})};
    if (!call.has("quiet")) remark(*own, call, area_keys);
    return all;
}

Result<io::AreaLayer> area_layer(const Call& call, std::shared_ptr<const Network> network) {
    const auto view = analysis::make_view(std::move(network), {});
    if (!view) return view.error();
    const auto coverage = Coverage::run(*view, {});
    if (!coverage) return coverage.error();
    std::set<std::string_view> keys;
    for (const Coverage::Cell& cell : coverage->cells) keys.insert((*view->network)[cell.area].key);
    auto boundaries = boundaries_of(call, keys);
    if (!boundaries) return boundaries.error();
    return io::AreaLayer{Figures{*view, *coverage}.table(), std::move(*boundaries)};
}

}  // namespace lotse::driver
