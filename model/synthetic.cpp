#include <lotse/model/synthetic.hpp>

#include "starter_rules.hpp"
#include "synthetic_draft.hpp"

#include <algorithm>
#include <deque>

namespace lotse {
namespace {

constexpr std::string_view source_key = "synthetisch";
constexpr NumberRange kreise_range{1, 400};
constexpr NumberRange actors_range{50, 2000};
constexpr NumberRange seed_range{0, 2147483647};

Status check(std::string_view option, int value, NumberRange range) {
    if (range.contains(value)) return std::monostate{};
    return Error{ErrorKind::usage, message({"--{}: {} liegt nicht zwischen {} und {}.",
                                            "--{}: {} does not lie between {} and {}."},
                                           {option, std::to_string(value), shortest_text(range.min),
                                            shortest_text(range.max)})};
}

/// Kreise around one that is drawn: always the next by the neighbours of those that are in.
std::set<std::string> connected_kreise(SyntheticDraft& draft, const Network& germany, int wanted) {
    std::vector<std::string> all;
    for (const Area& area : germany.areas())
        if (area.level == "district") all.push_back(area.key);
    const auto& neighbours = starter_rules().neighbours;
    std::set<std::string> chosen;
    std::deque<std::string> next{draft.any(all)};
    const auto enough = [&] { return chosen.size() == static_cast<std::size_t>(wanted); };
    for (; !next.empty() && !enough(); next.pop_front())
        if (chosen.insert(next.front()).second)
            for (const std::string& beside : neighbours.at(next.front())) next.push_back(beside);
    return chosen;
}

void add_kreise(SyntheticDraft& draft, const Network& germany, int wanted) {
    std::map<std::string, std::size_t> index;
    for (const std::string& key : connected_kreise(draft, germany, wanted)) {
        SyntheticKreis& kreis = draft.kreise.emplace_back();
        kreis.area = &germany[*germany.find_area(key)];
        index.emplace(key, index.size());
        draft.laender.try_emplace(std::string_view{kreis.area->key}.substr(0, 2));
    }
    for (SyntheticKreis& kreis : draft.kreise)
        for (const std::string& beside : starter_rules().neighbours.at(kreis.area->key))
            if (const auto it = index.find(beside); it != index.end())
                kreis.neighbours.push_back(it->second);
}

/// The Kreise as rows: real inhabitants and places, invented unemployment.
void add_areas(SyntheticDraft& draft) {
    for (const SyntheticKreis& kreis : draft.kreise) {
        Area& row = draft.tables.areas.emplace_back();
        row.key = kreis.area->key;
        row.name = kreis.area->name;
        row.level = kreis.area->level;
        row.parent.key = row.key.substr(0, 2);
        row.settlement = kreis.area->settlement;
        row.population = kreis.area->population;
        const std::int64_t people = row.population.value_or(0);
        row.unemployed_sgb2 = people * draft.between(10, 50) / 1000;
        row.unemployed_sgb3 = people * draft.between(7, 15) / 1000;
        row.long_term = *row.unemployed_sgb2 * draft.between(35, 55) / 100;
        row.deprivation = draft.between(10, 95) / 100.0;
        row.lat = kreis.area->lat;
        row.lon = kreis.area->lon;
        mark(row);
        row.source.insert(row.source.end(), kreis.area->source.begin(), kreis.area->source.end());
        row.note = Text{"Einwohner und Lage amtlich, alles andere erfunden",
                        "Inhabitants and place official, everything else invented"}
                       .in(draft.language);
    }
}

void add_source(SyntheticDraft& draft, const SyntheticSize& size) {
    Source& source = draft.tables.sources.emplace_back();
    source.key = source_key;
    source.title = message({"Erfunden von lotse generate --areas {} --actors-per-area {} --seed {}",
                            "Invented by lotse generate --areas {} --actors-per-area {} --seed {}"},
                           {std::to_string(size.areas), std::to_string(size.actors_per_area),
                            std::to_string(size.seed)})
                       .in(draft.language);
    source.kind = Text{"synthetisch", "synthetic"}.in(draft.language);
    source.note = Text{"Nichts davon gibt es; zum Ausprobieren und Messen",
                       "None of it exists; for trying out and measuring"}
                      .in(draft.language);
}

}  // namespace

const std::vector<std::string>& SyntheticKreis::of(std::string_view kind) const {
    static const std::vector<std::string> none;
    const auto it = actors.find(kind);
    return it == actors.end() ? none : it->second;
}

std::string SyntheticDraft::any_word(std::string_view words) {
    const auto bars = static_cast<std::size_t>(std::ranges::count(words, '|'));
    for (std::size_t skip = random.below(bars + 1); skip > 0; --skip)
        words.remove_prefix(words.find('|') + 1);
    return std::string{words.substr(0, words.find('|'))};
}

const SyntheticKreis& SyntheticDraft::around(const SyntheticKreis& kreis, int percent_beside) {
    if (kreis.neighbours.empty() || !percent(percent_beside)) return kreis;
    return kreise[any(kreis.neighbours)];
}

void mark(Record& row) {
    row.source = {std::string{source_key}};
    row.as_of = PartialDate{2025, 12};
}

Result<std::size_t> expected_actors(const SyntheticSize& size) {
    for (const Status& possible : {check("areas", size.areas, kreise_range),
                                   check("actors-per-area", size.actors_per_area, actors_range),
                                   check("seed", size.seed, seed_range)})
        if (!possible) return possible.error();
    return static_cast<std::size_t>(size.areas) * static_cast<std::size_t>(size.actors_per_area);
}

Result<Synthetic> synthetic_network(const SyntheticSize& size, Language language) {
    if (const auto possible = expected_actors(size); !possible) return possible.error();
    const Network germany{{}, {}};
    SyntheticDraft draft{
        Random{static_cast<std::uint64_t>(size.seed)}, language, {}, {}, {}, {}, {}};
    add_kreise(draft, germany, size.areas);
    add_areas(draft);
    add_source(draft, size);
    draw_actors(draft, size.actors_per_area);
    draw_ties(draft);
    draw_offers(draft);
    draw_governance(draft);

    NetworkInfo info;
    info.name = message({"Synthetisches Netz (erfunden): {} Kreise, Startwert {}",
                         "Synthetic network (fictional): {} Kreise, seed {}"},
                        {std::to_string(size.areas), std::to_string(size.seed)})
                    .in(language);
    info.license = "CC-BY-4.0";  // of the official areas
    info.fictional = true;
    return Synthetic{std::move(info), std::move(draft.tables)};
}

}  // namespace lotse
