#include "factsheet_steps.hpp"

#include "confirmation.hpp"
#include "coverage_evidence.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

Message topic_words(const std::vector<Message>& topics) {
    return list_words(topics, 5, {"weitere Themen", "more topics"});
}

class Steps {
public:
    Steps(const View& view, const Factsheet::Findings& sheet)
        : view_{view}, network_{*view.network}, sheet_{sheet} {}

    std::vector<Factsheet::Step> all() {
        roles();
        facts();
        offers();
        ties();
        ways();
        gaps();
        return std::move(out_);
    }

private:
    void add(Message step, std::string command) {
        out_.push_back({std::move(step), {command, {command, command}}});
    }
    void add_to_table(Message step, std::string_view table) {
        out_.push_back({std::move(step), {std::string{table}, place_of_table(table)}});
    }

    void roles() {
        for (const auto& contact : sheet_.contacts) {
            const Message name = name_words(network_, contact.actor);
            if (contact.filled == ThreeValued::no)
                add(message({"{}: Die Rolle „{}“ ist unbesetzt. Besetzen und mitteilen.",
                             "{}: the role '{}' is vacant. Fill it and tell the partners."},
                            {name, contact.role.label}),
                    "lotse contacts");
            else if (contact.filled == ThreeValued::unknown)
                add_to_table(message({"{}: Klären, ob die Rolle „{}“ besetzt ist.",
                                      "{}: find out whether the role '{}' is filled."},
                                     {name, contact.role.label}),
                             "contacts");
        }
    }

    void facts() {
        std::vector<Message> missing;
        for (const auto& fact : sheet_.facts)
            if (fact.value.empty() && (fact.fact.key == "area" || fact.fact.key == "serves" ||
                                       fact.fact.key == "settlement"))
                missing.push_back(fact.fact.label);
        if (!missing.empty())
            add_to_table(
                message({"Bitte nachtragen: {}.", "Please add: {}."}, {list_words(missing)}),
                sheet_.actor ? "actors" : "areas");
    }

    void offers() {
        const auto reference = view_.reference_date();
        if (!reference) return;
        std::vector<Message> ending;
        for (const auto& row : sheet_.offers)
            if (row.end && ends_within_a_year(*row.end, *reference) &&
                row.end->latest() >= reference->earliest())
                ending.push_back(message({"{} ({})", "{} ({})"},
                                         {name_words(network_, row.offer), date_words(*row.end)}));
        if (!ending.empty())
            add(message({"Klären, wie es nach dem Ende weitergeht: {}.",
                         "Settle how it goes on after the end: {}."},
                        {list_words(ending)}),
                "lotse sustainability");
    }

    void ties() {
        std::vector<Message> open;
        for (const auto& row : sheet_.ties) {
            const auto known = row.confirmed_by ? confirmation(row.confirmed_by->key)
                                                : std::optional<Confirmation>{};
            if (known && !known->both() && !row.planned)
                open.push_back(name_words(network_, row.partner));
        }
        open.erase(std::unique(open.begin(), open.end()), open.end());
        if (!open.empty())
            add(message({"Die andere Seite um Bestätigung der Beziehung bitten: {}.",
                         "Ask the other side to confirm the tie: {}."},
                        {list_words(open)}),
                "lotse commitment");
    }

    void ways() {
        std::vector<Message> open;
        for (const auto& way : sheet_.ways)
            if (!way.reachable) open.push_back(way.topic.label);
        if (!open.empty())
            add(message({"Kein Weg erfasst zu Angeboten für {}: nachfragen oder anbahnen.",
                         "No way recorded to offers on {}: ask, or bring them about."},
                        {topic_words(open)}),
                "lotse introductions");
    }

    void gaps() {
        std::map<std::optional<ActorId>, std::vector<Message>> unknown;
        std::vector<Message> none;
        const auto add_once = [](std::vector<Message>& list, const Message& label) {
            if (std::ranges::find(list, label) == list.end()) list.push_back(label);
        };
        for (const auto& gap : sheet_.gaps) {
            if (gap.state == CoverageState::unknown)
                add_once(unknown[gap.ask], gap.topic.label);
            else if (gap.state == CoverageState::none)
                add_once(none, gap.topic.label);
        }
        for (const auto& [whom, topics] : unknown) {
            if (whom && whom == sheet_.actor)
                add(message({"Das weiß diese Stelle am ehesten; bitte hier fragen: {}.",
                             "This is where it is most likely known; please ask here: {}."},
                            {topic_words(topics)}),
                    "lotse coverage");
            else if (whom)
                add(message({"Nachfragen, was es gibt. Am ehesten weiß es: {}. Themen: {}.",
                             "Ask what there is. Most likely to know: {}. Topics: {}."},
                            {name_words(network_, *whom), topic_words(topics)}),
                    "lotse coverage");
            else
                add(message({"Nicht erhoben, und wer es wissen kann, ist auch nicht erfasst: {}.",
                             "Not recorded, and neither is who may know: {}."},
                            {topic_words(topics)}),
                    "lotse coverage");
        }
        if (!none.empty())
            add(message({"Bestätigte Lücken besprechen: {}.", "Discuss the confirmed gaps: {}."},
                        {topic_words(none)}),
                "lotse agenda");
    }

    const View& view_;
    const Network& network_;
    const Factsheet::Findings& sheet_;
    std::vector<Factsheet::Step> out_;
};

}  // namespace

std::vector<Factsheet::Step> next_steps(const View& view, const Factsheet::Findings& sheet) {
    return Steps{view, sheet}.all();
}

}  // namespace lotse::analysis
