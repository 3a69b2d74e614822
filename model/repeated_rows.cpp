#include "repeated_rows.hpp"

#include "area_keys.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

namespace lotse {
namespace {

/// What two ties must have in common to be the same one. Refers to the tie.
struct TieContent {
    explicit TieContent(const Tie& tie)
        : a{tie.from.key}, b{tie.to.key}, kind{tie.kind}, topics{tie.topics}, route{tie.route} {
        if (!is_directed(kind) && b < a) std::swap(a, b);
    }

    std::string_view a;
    std::string_view b;
    TieKind kind;
    std::span<const std::string> topics;
    std::string_view route;

    friend bool operator==(const TieContent& x, const TieContent& y) {
        return x.a == y.a && x.b == y.b && x.kind == y.kind && x.route == y.route &&
               std::ranges::equal(x.topics, y.topics);
    }
};
struct TieContentHash {
    std::size_t operator()(const TieContent& tie) const noexcept {
        const std::hash<std::string_view> hash;
        return (hash(tie.a) * 31 + hash(tie.b)) * 31 + static_cast<std::size_t>(tie.kind);
    }
};

/// They share their content, but not their time: cooperation that ended and began again. A year in
/// which one ends and the other begins is shared by neither.
bool follows(const Tie& later, const Tie& earlier) {
    if (!earlier.until || !later.since) return false;
    const bool begins_later = !earlier.since || earlier.since->earliest() < later.since->earliest();
    return begins_later && earlier.until->latest() <= later.since->latest();
}

/// Of ties of one content those that begin before the ones in front of them have ended.
void warn_repeated_ties(std::vector<const Tie*> ties, BuildLog& log) {
    std::ranges::stable_sort(ties, [](const Tie* a, const Tie* b) {
        return b->since && (!a->since || a->since->earliest() < b->since->earliest());
    });
    const Tie* lasting = ties.front();  // ends last of those so far
    for (const Tie* tie : std::span{ties}.subspan(1)) {
        if (!follows(*tie, *lasting))
            log.say(
                Severity::warning, "repeated-tie", log.place(tie->origin),
                message(
                    {"Die Beziehung zwischen „{}“ und „{}“ steht schon da (gleiche Art, gleiche "
                     "Themen).",
                     "The tie between '{}' and '{}' is already there (same kind, same topics)."},
                    {tie->from.key, tie->to.key}));
        const bool lasts =
            lasting->until && (!tie->until || lasting->until->latest() < tie->until->latest());
        if (lasts) lasting = tie;
    }
}

void warn_odd_ties(const std::vector<Tie>& ties, BuildLog& log) {
    std::unordered_map<TieContent, const Tie*, TieContentHash> first;
    std::unordered_map<TieContent, std::vector<const Tie*>, TieContentHash> repeated;
    first.reserve(ties.size());
    for (const Tie& tie : ties) {
        if (tie.from.key == tie.to.key) {
            log.say(
                Severity::warning, "self-tie", log.place(tie.origin),
                message({"„{}“ hat eine Beziehung zu sich selbst; sie zählt in keiner Auswertung.",
                         "'{}' has a tie with itself; no analysis counts it."},
                        {tie.from.key}));
            continue;
        }
        const auto [it, added] = first.emplace(tie, &tie);
        if (added) continue;
        auto& same = repeated[it->first];
        if (same.empty()) same.push_back(it->second);
        same.push_back(&tie);
    }
    for (auto& [content, same] : repeated) warn_repeated_ties(std::move(same), log);
}

/// Two findings of one date that say different things of the same matter: both cannot hold.
void warn_contradicting_findings(const std::vector<Finding>& findings, const HeldAreas& areas,
                                 BuildLog& log) {
    std::map<std::tuple<std::string, std::string_view, std::string_view, std::string>,
             const Finding*>
        first;
    for (const Finding& finding : findings) {
        if (finding.state == CoverageState::unknown) continue;
        const auto [it, added] = first.emplace(
            std::tuple{areas.key_of(finding.area.key), std::string_view{finding.topic},
                       std::string_view{finding.target},
                       finding.as_of ? to_string(*finding.as_of) : std::string{}},
            &finding);
        if (added || it->second->state == finding.state) continue;
        const auto plain = [](const std::string& text) { return Message{text, text}; };
        log.say(
            Severity::warning, "contradicting-findings", log.place(finding.origin, "state"),
            message({"state: Zu „{}“ und „{}“ steht hier „{}“, in {} aber „{}“, mit demselben "
                     "Stand. Bis es geklärt ist, gilt das Schlechtere.",
                     "state: for '{}' and '{}' it says '{}' here but in {} '{}', of the same "
                     "date. Until that is settled, the worse one counts."},
                    {plain(finding.area.key), plain(finding.topic), enumerator(finding.state).label,
                     plain(to_string(log.place(it->second->origin))),
                     enumerator(it->second->state).label}));
    }
}

/// Two counts of the same persons would be added up.
void warn_repeated_needs(const std::vector<PersonNeed>& needs, const HeldAreas& areas,
                         BuildLog& log) {
    std::map<
        std::tuple<std::string, std::string_view, std::string_view, std::optional<std::int64_t>>,
        const PersonNeed*>
        first;
    for (const PersonNeed& need : needs) {
        const auto [it, added] =
            first.emplace(std::tuple{areas.key_of(need.area.key), std::string_view{need.topic},
                                     std::string_view{need.target}, need.year},
                          &need);
        if (added) continue;
        log.say(Severity::warning, "repeated-need", log.place(need.origin),
                message({"Der Bedarf von „{}“ zum selben Thema, für dieselbe Zielgruppe und "
                         "dasselbe Jahr steht schon in {}. Bitte nur eine der Zeilen behalten.",
                         "The need of '{}' for the same topic, target group and year already "
                         "stands in {}. Keep only one of the rows."},
                        {need.area.key, to_string(log.place(it->second->origin))}));
    }
}

void warn_odd_travel(const std::vector<Travel>& ways, const HeldAreas& areas, BuildLog& log) {
    std::map<std::tuple<std::string, std::string, std::string_view>, const Travel*> first;
    for (const Travel& way : ways) {
        const auto from = areas.key_of(way.from);
        const auto to = areas.key_of(way.to);
        if (from == to)
            log.say(Severity::warning, "self-travel", log.place(way.origin),
                    message({"Der Weg führt von „{}“ dorthin zurück.",
                             "The way leads from '{}' back to itself."},
                            {way.from}));
        if (!way.minutes && !way.km)
            log.say(Severity::warning, "empty-travel", log.place(way.origin),
                    message({"Der Weg von „{}“ nach „{}“ nennt weder Minuten noch Kilometer; er "
                             "zählt in keiner Auswertung.",
                             "The way from '{}' to '{}' says neither minutes nor kilometres; no "
                             "analysis counts it."},
                            {way.from, way.to}));
        const auto [it, added] =
            first.emplace(std::tuple{from, to, std::string_view{way.mode}}, &way);
        if (added) continue;
        log.say(Severity::warning, "repeated-travel", log.place(way.origin),
                message({"Der Weg von „{}“ nach „{}“ mit demselben Verkehrsmittel steht schon in "
                         "{}. Bitte nur eine der Zeilen behalten.",
                         "The way from '{}' to '{}' by the same means already stands in {}. Keep "
                         "only one of the rows."},
                        {way.from, way.to, to_string(log.place(it->second->origin))}));
    }
}

}  // namespace

void warn_repeated_rows(const NetworkTables& tables, BuildLog& log) {
    warn_odd_ties(tables.ties, log);
    const HeldAreas areas{tables.areas};
    warn_contradicting_findings(tables.findings, areas, log);
    warn_repeated_needs(tables.needs, areas, log);
    warn_odd_travel(tables.travel, areas, log);
}

}  // namespace lotse
