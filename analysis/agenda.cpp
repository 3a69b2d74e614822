#include <lotse/analysis/agenda.hpp>

#include "choices.hpp"
#include "coverage_rows.hpp"
#include "decision_ways.hpp"
#include "elapsed.hpp"
#include "erase.hpp"
#include "rules.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace lotse::analysis {
namespace {

constexpr std::int64_t decision = 5;
constexpr std::int64_t permanent = 7;
constexpr std::size_t most_further = 3;

Choice stage_choice(const Network& network, std::int64_t stage) {
    Choice out = network.codes().choice("agenda_stages", std::to_string(stage));
    out.label = message({"{} {}", "{} {}"}, {count_words(stage), out.label});
    return out;
}

/// One of the actor's areas holds the area.
bool is_responsible(const Network& network, ActorId body, AreaId area) {
    const Actor& actor = network[body];
    if (actor.serves.empty()) return !actor.area.empty() && network.within(area, *actor.area);
    return std::ranges::any_of(
        actor.serves, [&](const Ref<Area>& served) { return network.within(area, *served); });
}

/// Items of present bodies that were there on the date.
std::vector<const AgendaItem*> items_of(const View& view) {
    std::vector<const AgendaItem*> out;
    for (const AgendaItem& item : view.network->tables().agenda)
        if (item.stage && is_present(view, *item.body) &&
            valid_at(item.date, std::nullopt, view.at))
            out.push_back(&item);
    return out;
}

ThreeValued stalled(const View& view, std::int64_t stage,
                    const std::optional<PartialDate>& newest) {
    if (stage == permanent) return ThreeValued::no;
    const auto reference = view.reference_date();
    if (stage == 0 || !newest || !reference) return ThreeValued::unknown;
    const int months = review_months(*view.network, "agenda");
    return older_than(newest, months, reference) ? ThreeValued::yes : ThreeValued::no;
}

/// Codes in the order of their list that the view asks for or, if it asks for none, that occur.
std::vector<std::string> topics_of(const View& view, const std::vector<const AgendaItem*>& items) {
    if (!view.topics.empty()) return view.topics;
    std::vector<std::string> out;
    for (const Code& code : view.network->codes().list("topics")->codes())
        if (std::ranges::any_of(items, [&](const auto* item) { return item->topic == code.code; }))
            out.push_back(code.code);
    return out;
}

/// A need of unemployed people for the topic, in the area, a part of it, or a wider one.
bool need_is_recorded(const Network& network, AreaId area, std::string_view topic) {
    constexpr std::array<std::string_view, 4> unemployed{"unemployed", "sgb2", "sgb3", "long_term"};
    return std::ranges::any_of(network.tables().needs, [&](const PersonNeed& need) {
        return need.topic == topic &&
               std::ranges::find(unemployed, need.target) != unemployed.end() &&
               (network.within(*need.area, area) || network.within(area, *need.area));
    });
}

class Ladder {
public:
    explicit Ladder(const View& view) : view_{view}, items_{items_of(view)} {
        for (const AgendaItem* item : items_) by_topic_[item->topic].push_back(item);
    }

    const std::vector<const AgendaItem*>& items() const { return items_; }

    Agenda::Cell cell(AreaId area, const std::string& topic) const {
        const Network& network = *view_.network;
        Agenda::Cell out{area, network.codes().choice("topics", topic)};
        const AgendaItem* best = nullptr;
        std::optional<PartialDate> newest;
        for (const AgendaItem* item : items_about(topic)) {
            if (!is_responsible(network, *item->body, area)) continue;
            if (!best || std::pair{*item->stage, item->date} > std::pair{*best->stage, best->date})
                best = item;
            if (item->date && (!out.oldest || *item->date < *out.oldest)) out.oldest = item->date;
            newest = std::max(newest, item->date);
        }
        if (need_is_recorded(network, area, topic)) out.need = ThreeValued::yes;
        if (!best) return out;
        out.stage = stage_choice(network, *best->stage);
        out.body = *best->body;
        out.date = best->date;
        out.stalled = stalled(view_, *best->stage, newest);
        return out;
    }

    std::int64_t stage(AreaId area, const std::string& topic) const {
        std::int64_t best = -1;
        for (const AgendaItem* item : items_about(topic))
            if (is_responsible(*view_.network, *item->body, area))
                best = std::max(best, *item->stage);
        return best;
    }

private:
    std::span<const AgendaItem* const> items_about(const std::string& topic) const {
        const auto it = by_topic_.find(topic);
        if (it == by_topic_.end()) return {};
        return it->second;
    }

    const View& view_;
    std::vector<const AgendaItem*> items_;
    std::map<std::string, std::vector<const AgendaItem*>> by_topic_;
};

std::int64_t stage_of(const std::optional<Choice>& stage) {
    return stage ? std::stoll(stage->key) : -1;
}

/// Cells of the chosen areas; those further ahead are looked for in all areas of the network.
Result<std::vector<Agenda::Cell>> cells_of(const View& view, const Ladder& ladder,
                                           const std::vector<std::string>& topics,
                                           std::string_view by) {
    const auto rows = area_rows(view, by);
    if (!rows) return rows.error();
    View everywhere = view;
    everywhere.areas.clear();
    auto peers = view.areas.empty() ? rows : area_rows(everywhere, by);
    if (!peers) return peers.error();
    std::vector<Agenda::Cell> out;
    for (const std::string& topic : topics) {
        std::vector<std::pair<std::int64_t, AreaId>> stages;
        for (const AreaId area : *peers) stages.emplace_back(-ladder.stage(area, topic), area);
        std::ranges::sort(stages);
        for (const AreaId area : *rows) {
            Agenda::Cell cell = ladder.cell(area, topic);
            for (const auto& [negative, peer] : stages)
                if (-negative > std::max<std::int64_t>(stage_of(cell.stage), 0) &&
                    cell.further.size() < most_further)
                    cell.further.push_back(named(view.network->name_of(peer)));
            out.push_back(std::move(cell));
        }
    }
    return out;
}

void count_cells(const std::vector<Agenda::Cell>& cells, Agenda::Findings& out) {
    for (const Agenda::Cell& cell : cells) {
        if (out.topics.empty() || out.topics.back().topic != cell.topic)
            out.topics.push_back({cell.topic});
        Agenda::TopicRow& topic = out.topics.back();
        ++out.cell_count;
        if (!cell.stage) {
            ++out.not_recorded;
            ++topic.not_recorded;
            continue;
        }
        const std::int64_t stage = stage_of(cell.stage);
        if (stage > stage_of(topic.stage)) topic.stage = cell.stage;
        ++out.recorded;
        ++topic.areas;
        if (stage == 0) ++out.unknown;
        if (stage >= decision) ++out.decided;
        if (stage >= decision) ++topic.decided;
        if (cell.stalled == ThreeValued::yes) ++out.stalled;
        if (cell.stalled == ThreeValued::yes) ++topic.stalled;
    }
}

std::vector<Agenda::Item> item_rows(const View& view, const Ladder& ladder,
                                    const std::vector<std::string>& topics, DecisionWays& ways) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    std::map<ActorId, std::optional<std::vector<ActorId>>> known;
    std::vector<Agenda::Item> out;
    for (const AgendaItem* item : ladder.items()) {
        const ActorId body = *item->body;
        if (!inside[body.index()] || std::ranges::find(topics, item->topic) == topics.end())
            continue;
        Agenda::Item row{body,
                         network.codes().choice("topics", item->topic),
                         stage_choice(network, *item->stage),
                         item->date,
                         stalled(view, *item->stage, item->date),
                         item->next_step};
        if (*item->stage < decision) {
            if (!known.contains(body)) known[body] = ways.from(body);
            if (const auto& way = known[body]) {
                row.steps = static_cast<std::int64_t>(way->size());
                for (const ActorId id : *way) row.way.push_back(named(network.name_of(id)));
            }
        }
        out.push_back(std::move(row));
    }
    // Close to a decision first, then what is decided.
    std::ranges::stable_sort(out, {}, [](const Agenda::Item& row) {
        const std::int64_t stage = stage_of(row.stage);
        return stage < decision ? -stage : stage;
    });
    return out;
}

std::vector<Agenda::Sponsor> sponsors_of(const Network& network, const std::vector<Seat>& seats,
                                         const std::vector<Agenda::Item>& items) {
    std::set<ActorId> bodies;
    const auto add = [&](ActorId id) {
        if (network.role_of(id) == ActorRole::body) bodies.insert(id);
    };
    for (const Agenda::Item& item : items) {
        if (!item.steps) continue;
        add(item.body);
        for (const Choice& stop : item.way) add(*network.find_actor(stop.key));
    }
    std::map<ActorId, Agenda::Sponsor> rows;
    for (const Seat& seat : seats) {
        if (!bodies.contains(seat.body)) continue;
        auto& row = rows.try_emplace(seat.actor, Agenda::Sponsor{seat.actor}).first->second;
        ++row.bodies;
        row.which.push_back(named(network.name_of(seat.body)));
    }
    std::vector<Agenda::Sponsor> out;
    for (auto& [actor, row] : rows) out.push_back(std::move(row));
    std::ranges::stable_sort(out, std::greater{}, &Agenda::Sponsor::bodies);
    return out;
}

}  // namespace

Info Agenda::info() {
    return {"agenda",
            "A16",
            Theme::governance,
            {"Agenda-Stufen", "Agenda stages"},
            {"Wie weit ist ein Thema in den Gremien, wo ruht es, und welcher Weg führt zu einem "
             "Beschluss?",
             "How far has a topic come in the bodies, where is it stalled, and which way leads to "
             "a decision?"},
            "Stages of this project; idea: Edwards, R. W. et al. (2000), Community readiness: "
            "Research to practice, Journal of Community Psychology 28(3), 291-307"};
}

Result<Agenda::Findings> Agenda::run(const View& view, const Options& options) {
    const Ladder ladder{view};
    const auto topics = topics_of(view, ladder.items());
    auto cells = cells_of(view, ladder, topics, options.by);
    if (!cells) return cells.error();
    Findings out;
    count_cells(*cells, out);
    std::set<AreaId> areas;
    for (const Cell& cell : *cells) areas.insert(cell.area);
    out.area_count = static_cast<std::int64_t>(areas.size());
    std::ranges::stable_sort(*cells, {}, [](const Cell& cell) {
        return std::tuple{!cell.stage, cell.stalled != ThreeValued::yes, -stage_of(cell.stage)};
    });
    out.areas = *std::move(cells);

    const auto all = seats(view);
    DecisionWays ways{view, all};
    out.items = item_rows(view, ladder, topics, ways);
    out.item_count = static_cast<std::int64_t>(out.items.size());
    for (const Item& item : out.items) {
        if (!item.date) ++out.undated;
        if (stage_of(item.stage) < decision && !item.steps) ++out.without_way;
    }
    out.sponsors = sponsors_of(*view.network, all, out.items);
    return out;
}

namespace {

void read_way(const Network& network, const Agenda::Findings& findings,
              std::vector<Message>& reading) {
    const auto first = std::ranges::find_if(findings.items, [](const Agenda::Item& item) {
        return item.steps && *item.steps > 0 && stage_of(item.stage) > 0;
    });
    if (first == findings.items.end()) return;
    std::vector<Message> stops;
    for (const Choice& stop : first->way) stops.push_back(message({"„{}“", "'{}'"}, {stop.label}));
    const Message council = stops.back();
    stops.pop_back();
    const Message head[]{first->topic.label, name_words(network, first->body), first->stage.label,
                         council};
    if (stops.empty())
        reading.push_back(message({"„{}“ steht bei „{}“ auf Stufe {}; der Weg zum Beschluss führt "
                                   "ohne Umweg zu {}.",
                                   "'{}' is at '{}' on stage {}; the way to a decision leads "
                                   "straight to {}."},
                                  {head[0], head[1], head[2], head[3]}));
    else
        reading.push_back(
            message({"„{}“ steht bei „{}“ auf Stufe {}; der kürzeste erfasste Weg zum Beschluss "
                     "führt über {} zu {}.",
                     "'{}' is at '{}' on stage {}; the shortest recorded way to a decision leads "
                     "through {} to {}."},
                    {head[0], head[1], head[2], list_words(stops), head[3]}));
    if (!first->next_step.empty())
        reading.push_back(
            message({"Nächster Schritt laut Agenda: {}.", "Next step according to the agenda: {}."},
                    {first->next_step}));
}

/// Bodies with items that no cell has.
std::vector<ActorId> bodies_without_area(const Network& network, const Agenda::Findings& findings) {
    std::set<ActorId> out;
    for (const Agenda::Item& item : findings.items)
        if (network[item.body].area.empty() && network[item.body].serves.empty())
            out.insert(item.body);
    return {out.begin(), out.end()};
}

}  // namespace

void Agenda::explain(const View& view, const Findings& findings, Document& document) {
    auto& notes = document.notes;
    if (const auto date = view.reference_date())
        notes.push_back(
            message({"{}; Stichtag {}. „Ohne Bewegung“: unter Stufe 7 und seit mehr als "
                     "{} Monaten kein neues Datum.",
                     "{}; reference date {}. 'Stalled': below stage 7 and no new date for "
                     "more than {} months."},
                    {place_of_table("agenda"), date_words(*date),
                     count_words(review_months(*view.network, "agenda"))}));
    else
        notes.push_back(message({"{}. Kein Stichtag: Was ruht, wurde nicht geprüft.",
                                 "{}. No reference date: what is stalled was not checked."},
                                {place_of_table("agenda")}));
    notes.push_back(Text{
        "Die Stufen 0 bis 7 sind eine Festlegung des Projekts; die Idee von Stufen stammt aus dem "
        "Community Readiness Model. Es gilt die höchste Stufe der Gremien, die für das ganze "
        "Gebiet "
        "zuständig sind.",
        "The stages 0 to 7 are a decision of the project; the idea of stages is that of the "
        "Community Readiness Model. The highest stage of the bodies responsible for the whole area "
        "counts."});
    notes.push_back(Text{
        "Weg zum Beschluss: die wenigsten Schritte über Information, Beratung, Zugehörigkeit und "
        "gemeinsame Mitglieder bis zu einem Rat oder Kreistag. Ein anderer Weg kann besser sein.",
        "Way to a decision: the fewest steps through information, advice, belonging and shared "
        "members to an elected council. Another way may be better."});
    notes.push_back(Text{"Ob ein Plan arbeitslose Menschen nennt, ist nicht Teil der Agenda.",
                         "Whether a plan names unemployed people is not part of the agenda."});
    note_without_area(*view.network, bodies_without_area(*view.network, findings), notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "topic", "kinds", "at"}, notes);

    auto& reading = document.reading;
    if (findings.item_count == 0 && findings.recorded == 0) {
        reading.push_back(message(
            {"Zu diesem Ausschnitt ist kein Punkt einer Agenda erfasst; das heißt nicht, dass "
             "niemand darüber spricht. Nächster Schritt: die Gremien fragen und das {} füllen.",
             "No item of an agenda is recorded for this part; that does not mean that nobody "
             "speaks "
             "of it. Next step: ask the bodies and fill in the {}."},
            {place_of_table("agenda")}));
        return;
    }
    reading.push_back(message(
        {"Felder aus Gebiet und Thema: {}, davon mit erfasster Stufe {}; beschlossen oder weiter "
         "{}, ohne Bewegung {}, nicht erhoben {}.",
         "Cells of area and topic: {}, of these with a recorded stage {}; decided or further {}, "
         "stalled {}, not recorded {}."},
        {count_words(findings.cell_count), count_words(findings.recorded),
         count_words(findings.decided), count_words(findings.stalled),
         count_words(findings.not_recorded)}));
    read_way(*view.network, findings, reading);
    reading.push_back(
        Text{"Eine Stufe sagt, wie weit ein Thema in den Gremien ist, nicht was bei den Menschen "
             "ankommt; das zeigen „lotse coverage“ und „lotse cascade“.",
             "A stage says how far a topic has come in the bodies, not what reaches people; "
             "'lotse coverage' and 'lotse cascade' show that."});
}

Entry Agenda::entry() {
    return erase<Agenda>();
}

}  // namespace lotse::analysis
