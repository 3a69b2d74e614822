#include <lotse/analysis/person_counts.hpp>
#include <lotse/model/headings.hpp>
#include <lotse/model/municipalities.hpp>

#include "compare_rows.hpp"

namespace lotse::analysis {
namespace {

/// A state and its counts of persons as they may be shown.
struct Side {
    explicit Side(const View& of)
        : view{of}, network{*of.network}, counts{person_counts(*of.network, of.suppress_below)} {}

    const View& view;
    const Network& network;
    PersonCounts counts;
    AreasByKey areas = areas_by_key(network);
};

bool chosen(const std::vector<std::string>& options, const std::string& code) {
    return options.empty() || std::ranges::find(options, code) != options.end();
}

bool holds(const View& view, const Ref<Area>& area) {
    return view.areas.empty() ||
           (!area.empty() && std::ranges::any_of(view.areas, [&](AreaId outer) {
               return view.network->within(*area, outer);
           }));
}

/// Key of an area or a venue; a municipality that no other row names lies in its Kreis.
bool holds_place(const View& view, const std::string& key) {
    const Network& network = *view.network;
    if (const auto venue = network.find_venue(key)) return holds(view, network[*venue].area);
    auto area = network.find_area(key);
    for (const std::size_t digits : {5U, 3U, 2U})
        if (!area && !level_of_key(key).empty()) area = network.find_area(key.substr(0, digits));
    return view.areas.empty() || (area && holds(view, Ref<Area>{key, area}));
}

bool holds(const View& view, const Venue& venue) {
    return holds(view, venue.area);
}
bool holds(const View& view, const Area& area) {
    return holds_place(view, area.key);
}
bool holds(const View& view, const Finding& finding) {
    return holds(view, finding.area) && chosen(view.topics, finding.topic) &&
           (finding.target.empty() || chosen(view.targets, finding.target));
}
bool holds(const View& view, const PersonNeed& need) {
    return holds(view, need.area) && chosen(view.topics, need.topic) &&
           chosen(view.targets, need.target);
}
bool holds(const View& view, const Travel& travel) {
    return holds_place(view, travel.from) || holds_place(view, travel.to);
}

std::string joined_key(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts)
        if (!part.empty()) out.append(out.empty() ? "" : "|").append(part);
    return out;
}

std::string key_of(const Network&, const Venue& venue) {
    return venue.key;
}
std::string key_of(const Network& network, const Area& area) {
    return key_of_same_area(network, *network.find_area(area.key));
}
std::string key_of(const Network& network, const Finding& finding) {
    return joined_key({key_of_same_area(network, *finding.area), finding.topic, finding.target});
}
std::string key_of(const Network& network, const PersonNeed& need) {
    return joined_key({key_of_same_area(network, *need.area), need.topic, need.target});
}
std::string key_of(const Network& network, const Travel& travel) {
    const auto place = [&](const std::string& key) {
        if (network.find_venue(key)) return key;
        const auto area = network.find_area(key);
        return lotse::key_of_same_area(area ? network[*area].key : key);
    };
    return joined_key({place(travel.from), place(travel.to)});
}

template <class Row>
Message words_of(const Network&, const Row& row) {
    return {row.name, row.name};
}

Message words_of(const Network& network, const Ref<Area>& area, const std::string& topic,
                 const std::string& target) {
    std::vector<Message> words{name_words(network, *area)};
    if (!topic.empty()) words.push_back(detail::code_words(network, "topics", topic));
    if (!target.empty()) words.push_back(detail::code_words(network, "targets", target));
    return detail::joined(words);
}
Message words_of(const Network& network, const Finding& finding) {
    return words_of(network, finding.area, finding.topic, finding.target);
}
Message words_of(const Network& network, const PersonNeed& need) {
    return words_of(network, need.area, need.topic, need.target);
}
Message words_of(const Network& network, const Travel& travel) {
    const auto place = [&](const std::string& key) -> Message {
        if (const auto venue = network.find_venue(key)) return name_words(network, *venue);
        if (const auto area = network.find_area(key)) return name_words(network, *area);
        return {key, key};
    };
    return message({"{} → {}", "{} → {}"}, {place(travel.from), place(travel.to)});
}

/// Counts of persons by column.
using Counts = std::vector<std::pair<std::string_view, Guarded<std::int64_t>>>;

template <class Row>
Counts counts_of(const Side&, const Row&) {
    return {};
}
Counts counts_of(const Side& side, const Area& area) {
    const AreaId id = *side.network.find_area(area.key);
    // What the area lacks it may have under another of its keys.
    const auto of = [&](Guarded<std::int64_t> AreaCounts::*count) {
        const auto is_recorded = [](const auto& shown) { return shown.value || shown.withheld; };
        Guarded<std::int64_t> out = side.counts[id].*count;
        for (const AreaId same : side.areas.at(key_of_same_area(side.network, id)))
            if (!is_recorded(out)) out = side.counts[same].*count;
        return out;
    };
    return {{"population", of(&AreaCounts::population)},
            {"unemployed_sgb2", of(&AreaCounts::unemployed_sgb2)},
            {"unemployed_sgb3", of(&AreaCounts::unemployed_sgb3)},
            {"long_term", of(&AreaCounts::long_term)}};
}
Counts counts_of(const Side& side, const PersonNeed& need) {
    return {
        {"persons",
         side.counts.needs[static_cast<std::size_t>(&need - side.network.tables().needs.data())]}};
}

Differences::Entry entry_of(const Guarded<std::int64_t>& count) {
    if (count.value) return {std::to_string(*count.value), count_words(*count.value)};
    if (!count.withheld) return {};
    const std::int64_t below = count.withheld->below;
    const std::string sign = below > 0 ? "<" + std::to_string(below) : "•";
    return {sign, Message{sign, sign}};
}

template <class Row>
Differences differences_of(const Side& earlier, const Row& before, const Side& later,
                           const Row& after) {
    Differences out = differences(earlier.network, before, later.network, after);
    const Counts olds = counts_of(earlier, before);
    const Counts news = counts_of(later, after);
    for (std::size_t i = 0; i < olds.size(); ++i) {
        const Differences::Entry from = entry_of(olds[i].second);
        const Differences::Entry to = entry_of(news[i].second);
        if (from.text != to.text)
            out.add(olds[i].first, heading_of_column(Row::table, olds[i].first), from, to);
    }
    return out;
}

/// `added`: what a row says that only the later state has.
template <class Row>
void compare_table(const Side& earlier, const Side& later, const std::vector<Row>& olds,
                   const std::vector<Row>& news, Meaning added, Compare::Findings& out,
                   std::initializer_list<std::string_view> secondary = {}) {
    const auto key_in = [](const Network& network) {
        return [&network](const Row& row) { return key_of(network, row); };
    };
    for (const auto& pair :
         pair_rows(olds, news, key_in(earlier.network), key_in(later.network), secondary)) {
        const bool in_old = pair.before && holds(earlier.view, *pair.before);
        const bool in_new = pair.after && holds(later.view, *pair.after);
        if (!in_old && !in_new) continue;
        const Row& shown = pair.after ? *pair.after : *pair.before;
        const Network& network = pair.after ? later.network : earlier.network;
        Compare::OtherRow row{{std::string{Row::table}, table_heading(Row::table)},
                              key_of(network, shown)};
        row.name = words_of(network, shown);
        if (pair.before && pair.after) {
            Differences found = differences_of(earlier, *pair.before, later, *pair.after);
            row.meaning = meaning_of_rest(found);
            row.change = found.empty() ? Change::same : Change::changed;
            if (!found.empty()) ++out.others_changed;
            row.before = std::move(found.before);
            row.after = std::move(found.after);
        } else if (pair.after) {
            row.change = Change::added;
            row.meaning = added;
            ++out.others_added;
        } else {
            row.change = Change::removed;
            row.meaning = Meaning::no_longer_recorded;
            ++out.others_removed;
        }
        out.others.push_back(std::move(row));
    }
}

/// Without those that are there for the view only.
std::vector<Area> own_areas(const View& view) {
    std::vector<Area> out = view.network->tables().areas;
    std::erase_if(out, [&](const Area& area) {
        return std::ranges::find(view.lent_areas, area.key) != view.lent_areas.end();
    });
    return out;
}

}  // namespace

void compare_others(const View& before, const View& after, Compare::Findings& out) {
    const Side earlier{before};
    const Side later{after};
    const NetworkTables& olds = before.network->tables();
    const NetworkTables& news = after.network->tables();
    compare_table(earlier, later, olds.venues, news.venues, Meaning::undated, out);
    compare_table(earlier, later, own_areas(before), own_areas(after), Meaning::newly_recorded, out,
                  {"key"});
    compare_table(earlier, later, olds.findings, news.findings, Meaning::newly_recorded, out);
    compare_table(earlier, later, olds.needs, news.needs, Meaning::newly_recorded, out, {"year"});
    compare_table(earlier, later, olds.travel, news.travel, Meaning::newly_recorded, out, {"mode"});
}

}  // namespace lotse::analysis
