#include "draw_region.hpp"

#include "area_layer.hpp"
#include "credit.hpp"
#include "presence.hpp"

#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/person_counts.hpp>
#include <lotse/viz/region_map.hpp>

#include <algorithm>
#include <set>

namespace lotse::driver {
namespace {

using analysis::AreaCounts;
using analysis::Coverage;
using viz::AreaFigure;
using viz::Region;

constexpr std::string_view coverage_prefix = "coverage:";

struct Indicator {
    std::string_view key;
    Text label;
    int digits;
};
constexpr std::array indicators{
    Indicator{"population", {"Einwohner", "Population"}, 0},
    Indicator{"unemployed", {"Arbeitslose (SGB II und III)", "Unemployed (SGB II and III)"}, 0},
    Indicator{
        "unemployed_share", {"Arbeitslose je 100 Einwohner", "Unemployed per 100 inhabitants"}, 1},
    Indicator{"unemployed_sgb2", {"Arbeitslose SGB II", "Unemployed SGB II"}, 0},
    Indicator{"unemployed_sgb3", {"Arbeitslose SGB III", "Unemployed SGB III"}, 0},
    Indicator{"long_term", {"Langzeitarbeitslose", "Long-term unemployed"}, 0},
    Indicator{"deprivation", {"Deprivation", "Deprivation"}, 2},
    Indicator{"actors", {"Erfasste Akteure mit Sitz hier", "Recorded actors seated here"}, 0},
    Indicator{
        "offers",
        {"Erfasste Angebote, die das Gebiet erreichen", "Recorded offers that reach the area"},
        0},
};

AreaFigure figure_of(const Guarded<std::int64_t>& count) {
    AreaFigure figure;
    if (count.value) figure.number = static_cast<double>(*count.value);
    figure.withheld = count.withheld;
    return figure;
}

AreaFigure share_figure(const AreaCounts& counts) {
    AreaFigure figure = figure_of(counts.unemployed);
    if (counts.population.withheld) figure.withheld = counts.population.withheld;
    if (figure.withheld) return {std::nullopt, Withheld{}, std::nullopt};
    if (!counts.population.value || *counts.population.value == 0) return {};
    if (figure.number) *figure.number *= 100.0 / static_cast<double>(*counts.population.value);
    return figure;
}

/// Cells of the coverage analysis, area by area: the areas of the map, and what is on offer there.
using CellsByArea = std::vector<std::pair<AreaId, std::vector<const Coverage::Cell*>>>;

CellsByArea by_area(const std::vector<Coverage::Cell>& cells) {
    CellsByArea areas;
    for (const Coverage::Cell& cell : cells) {
        if (areas.empty() || areas.back().first != cell.area) areas.push_back({cell.area, {}});
        areas.back().second.push_back(&cell);
    }
    return areas;
}

class Figures {
public:
    explicit Figures(const analysis::View& view)
        : view_{view},
          network_{*view.network},
          counts_{analysis::person_counts(network_, view.suppress_below)} {}

    AreaFigure of(std::string_view key, AreaId area,
                  const std::vector<const Coverage::Cell*>& cells) const {
        const AreaCounts& counts = counts_[area];
        if (key == "population") return figure_of(counts.population);
        if (key == "unemployed") return figure_of(counts.unemployed);
        if (key == "unemployed_share") return share_figure(counts);
        if (key == "unemployed_sgb2") return figure_of(counts.unemployed_sgb2);
        if (key == "unemployed_sgb3") return figure_of(counts.unemployed_sgb3);
        if (key == "long_term") return figure_of(counts.long_term);
        AreaFigure figure;
        if (key == "deprivation") figure.number = network_[area].deprivation;
        if (key == "actors") figure.number = actors_in(area);
        if (key == "offers") figure.number = offers_in(cells);
        if (key.starts_with(coverage_prefix)) figure.state = cells.front()->state;
        return figure;
    }

private:
    double actors_in(AreaId area) const {
        double count = 0;
        for (std::size_t i = 0; i < network_.actors().size(); ++i) {
            const Actor& actor = network_.actors()[i];
            count += is_there(view_, actor) && !actor.area.empty() &&
                     network_.is_partner(ActorId{i}) && network_.within(*actor.area, area);
        }
        return count;
    }

    static double offers_in(const std::vector<const Coverage::Cell*>& cells) {
        std::set<std::string_view> offers;
        for (const Coverage::Cell* cell : cells)
            for (const Choice& offer : cell->offers) offers.insert(offer.key);
        return static_cast<double>(offers.size());
    }

    const analysis::View& view_;
    const Network& network_;
    analysis::PersonCounts counts_;
};

Error unknown_indicator(const std::string& name) {
    std::string known;
    for (const Indicator& indicator : indicators)
        known += (known.empty() ? "" : ", ") + std::string{indicator.key};
    return {
        ErrorKind::usage,
        message({"--indicator: „{}“ gibt es nicht. Es gibt {}, coverage:THEMA (lotse list codes).",
                 "--indicator: there is no '{}'. There are {}, coverage:TOPIC (lotse list codes)."},
                {name, known})};
}

/// Whether the network records no inhabitants of the area: then they are those of the program.
bool is_official_population(const Network& network, AreaId area) {
    const auto own = std::ranges::find(network.tables().areas, network[area].key, &Area::key);
    return own == network.tables().areas.end() || !own->population;
}

/// Pseudonymised areas have no place, so that nobody finds them by it: they stand in rows.
void place_in_rows(Region& region) {
    const auto is_placed = [](const viz::RegionArea& area) {
        return area.place || !area.boundary.polygons.empty();
    };
    if (std::ranges::any_of(region.areas, is_placed)) return;
    region.places = Region::Places::invented;
    std::size_t columns = 1;
    while (2 * columns * columns < 3 * region.areas.size()) ++columns;
    for (std::size_t i = 0; i < region.areas.size(); ++i)
        region.areas[i].place = Position{10 + 0.3 * static_cast<double>(i % columns),
                                         51 - 0.2 * static_cast<double>(i / columns)};
}

/// " · Bewegung · Ältere": what the offers shall be for, for the heading.
std::string groups_of(const analysis::View& view, std::string_view key, Language language) {
    std::string text;
    const auto add = [&](std::string_view list, const std::vector<std::string>& codes) {
        for (const std::string& code : codes)
            text += " · " + view.network->codes().choice(list, code).label.in(language);
    };
    if (key == "offers") add("topics", view.topics);
    add("targets", view.targets);
    add("legal_circles", view.legal);
    return text;
}

Result<Region> region_of(const ViewRequest& request) {
    Region region;
    const Network& network = *request.chosen.network;
    const std::string key = request.call.option("indicator");
    const Language language = request.options.language;
    analysis::View view = request.chosen;
    if (key.starts_with(coverage_prefix)) {
        const std::string topic = key.substr(coverage_prefix.size());
        if (!network.codes().list("topics")->find(topic)) return unknown_indicator(key);
        view.topics = {topic};
        region.shows = Region::Shows::states;
        region.indicator = message({"Angebote: {}", "Offers: {}"},
                                   {network.codes().choice("topics", topic).label.in(language)})
                               .in(language);
    } else if (!key.empty()) {
        const auto found = std::ranges::find(indicators, key, &Indicator::key);
        if (found == indicators.end()) return unknown_indicator(key);
        region.shows = Region::Shows::numbers;
        region.indicator = found->label.in(language);
        region.digits = found->digits;
    }
    if (key == "offers" || key.starts_with(coverage_prefix))
        region.indicator += groups_of(view, key, language);
    if (key.starts_with(coverage_prefix) && std::max(view.targets.size(), view.legal.size()) > 1)
        return Error{ErrorKind::usage,
                     Text{"Eine Regionalkarte zeigt die Angebote für eine Zielgruppe und einen "
                          "Rechtskreis: bitte mit --target und --legal nicht mehrere nennen.",
                          "A regional map shows the offers for one target group and one legal "
                          "circle: please name no more than one with --target and --legal."}};
    const auto coverage = Coverage::run(view, {request.call.option("by"), {}});
    if (!coverage) return coverage.error();
    std::set<std::string_view> chosen;
    for (const Coverage::Cell& cell : coverage->cells) chosen.insert(network[cell.area].key);
    auto boundaries = boundaries_of(request.call, chosen);
    if (!boundaries) return boundaries.error();
    const Figures figures{view};
    bool is_official = false;  // else the areas around are none of theirs
    for (const auto& [area, cells] : by_area(coverage->cells)) {
        const Area& row = network[area];
        viz::RegionArea& shown = region.areas.emplace_back();
        shown.key = row.key;
        shown.name = row.name;
        if (row.lat && row.lon) shown.place = Position{*row.lon, *row.lat};
        if (!key.empty()) shown.figure = figures.of(key, area, cells);
        if ((key == "population" || key == "unemployed_share") && shown.figure.number &&
            is_official_population(network, area))
            region.figures_credit = population_credit;
        if (const auto found = boundaries->find(row.key); found != boundaries->end()) {
            shown.boundary = found->second;
            is_official = is_official || !level_of_key(row.key).empty();
        }
    }
    if (request.call.has("pseudonymise")) place_in_rows(region);
    if (is_official)
        for (auto& [area_key, boundary] : *boundaries)
            if (area_key.size() == 5 && level_of_key(area_key) == "district" &&
                !chosen.contains(area_key))
                region.surroundings.push_back(std::move(boundary));
    return region;
}

/// The figures of offers are those of the chosen topics and groups; others do not know them.
bool heeds(std::string_view option, const Call& call) {
    const std::string key = call.option("indicator");
    return key == "offers" || (option != "topic" && key.starts_with(coverage_prefix));
}

Result<viz::Drawing> draw(const ViewRequest& request) {
    const auto region = region_of(request);
    if (!region) return region.error();
    return viz::region_map(*request.network, *region, request.options);
}

}  // namespace

ViewInfo region_view() {
    std::vector<OptionInfo> options = option_infos<Coverage::Options>();
    std::erase_if(options, [](const OptionInfo& option) { return option.key != "by"; });
    options.push_back({"indicator",
                       {"Gebiete einfärben: population, unemployed, unemployed_share, "
                        "unemployed_sgb2, unemployed_sgb3, long_term, deprivation, actors, offers "
                        "oder coverage:THEMA",
                        "colour the areas: population, unemployed, unemployed_share, "
                        "unemployed_sgb2, unemployed_sgb3, long_term, deprivation, actors, offers "
                        "or coverage:TOPIC"},
                       OptionForm::single,
                       "",
                       {}});
    options.push_back(boundaries_option());
    return {"region",
            {"Regionalkarte: Gebiete in ihren Grenzen, eingefärbt nach einer Kennzahl, und die "
             "Akteure an ihrem Ort",
             "regional map: areas in their boundaries, coloured by an indicator, and the actors "
             "where they sit"},
            1,
            std::move(options),
            draw,
            heeds};
}

}  // namespace lotse::driver
