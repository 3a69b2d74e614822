#include "handouts.hpp"

#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/contacts.hpp>
#include <lotse/analysis/coverage.hpp>

#include <lotse/base/collate.hpp>
#include <lotse/model/headings.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace lotse::driver {
namespace {

/// "Ansprechstellen: Rolle, Besetzt, Stand": a table and its columns, as the template calls them.
Message columns(std::string_view table, const std::vector<std::string_view>& keys) {
    Message out{table_heading(table)};
    std::string_view separator = ": ";
    for (const std::string_view key : keys) {
        const Text heading = heading_of_column(table, key);
        out.de.append(separator).append(heading.de);
        out.en.append(separator).append(heading.en);
        separator = ", ";
    }
    return out;
}

/// Where in the workbook something belongs that a stage of the cascade lacks.
struct Place {
    analysis::Stage stage;
    std::string_view missing;
    std::string_view table;
    std::string_view column;
};

constexpr std::array places{
    Place{analysis::Stage::reachable, "venue", "offers", "venues"},
    Place{analysis::Stage::reachable, "venue", "venues", "lat"},
    Place{analysis::Stage::reachable, "venue", "venues", "lon"},
    Place{analysis::Stage::acceptable, "neutral_title", "offers", "neutral_title"},
    Place{analysis::Stage::acceptable, "voluntary", "offers", "voluntary"},
    Place{analysis::Stage::acceptable, "free", "offers", "free"},
    Place{analysis::Stage::acceptable, "open_to", "offers", "open_to"},
    Place{analysis::Stage::acceptable, "delivery", "offers", "delivery"},
    Place{analysis::Stage::acceptable, "venue", "venues", "kind"},
    Place{analysis::Stage::contact, "providers", "offers", "providers"},
    Place{analysis::Stage::contact, "ties", "ties", "from"},
    Place{analysis::Stage::contact, "ties", "ties", "to"},
    Place{analysis::Stage::contact, "ties", "ties", "kind"},
    Place{analysis::Stage::effective, "evaluated", "offers", "evaluated"},
    Place{analysis::Stage::effective, "feedback", "ties", "feedback"},
};

Message columns_of(const analysis::Cascade::Question& question) {
    Message out;
    for (const std::string_view table : {"offers", "venues", "ties"}) {
        std::vector<std::string_view> keys;
        for (const Place& place : places)
            if (place.stage == question.stage && place.table == table &&
                std::ranges::count(question.missing, place.missing, &Choice::key) > 0)
                keys.push_back(place.column);
        if (keys.empty()) continue;
        const Message found = columns(table, keys);
        out = out.empty() ? found : message({"{}; {}", "{}; {}"}, {out, found});
    }
    return out;
}

/// Gathers questions by whom to ask, by name.
class QuestionList {
    using Ask = std::optional<std::size_t>;

public:
    QuestionList(const Network& network, Language language)
        : network_{network}, language_{language} {}

    /// One question a topic, for all areas in which nothing is recorded.
    void add(const analysis::Coverage::Findings& found) {
        std::map<std::tuple<Ask, std::string, std::string>, std::vector<std::string>> areas;
        std::vector<std::string_view> of_offer, of_finding;
        for (const auto& cell : found.cells) {
            if (cell.state != CoverageState::unknown) continue;
            areas[{place(cell.ask), cell.topic.label.in(language_), group_of(cell)}].push_back(
                network_.name_of(cell.area).name);
            if (!of_offer.empty()) continue;
            if (cell.target) {
                of_offer.push_back("targets");
                of_finding.push_back("target");
            }
            if (cell.legal) of_offer.push_back("legal");
        }
        of_finding.push_back("state");
        const Message offers =
            of_offer.empty() ? Message{table_heading("offers")} : columns("offers", of_offer);
        for (const auto& [where, names] : areas) {
            const auto& [asked, topic, group] = where;
            std::string question = message({"Welche Angebote gibt es zum Thema {}",
                                            "Which offers are there for the topic {}"},
                                           {topic})
                                       .in(language_);
            if (!group.empty()) question += say({" für ", ", for "}) + group;
            question += say({"? Nicht erfasst für: ", "? Not recorded for: "}) + listed(names);
            add(asked, sentence(std::move(question)),
                message({"{}; wo es keins gibt: {} „{}“", "{}; where there is none: {} '{}'"},
                        {offers, columns("findings", of_finding),
                         Message{enumerator(CoverageState::none).label}}));
        }
    }

    void add(const analysis::Contacts::Findings& found) {
        using analysis::ContactState;
        for (const auto& cell : found.contacts) {
            if (cell.state == ContactState::named) continue;
            const std::string& actor = network_[cell.actor].name;
            const std::string& role = cell.role.label.in(language_);
            const auto ask = place(cell.ask ? cell.ask : std::optional{cell.actor});
            add(ask,
                message({"Rolle „{}“ bei: {} – besetzt? Bisher: {}.",
                         "Role '{}' at: {} – filled? So far: {}."},
                        {role, actor, enumerator(cell.state).label.in(language_)})
                    .in(language_),
                columns("contacts", {"role", "filled", "as_of"}));
        }
    }

    void add(const analysis::Cascade::Findings& found) {
        for (const auto& question : found.unknown) {
            std::vector<std::string> missing, offers;
            for (const Choice& each : question.missing) missing.push_back(each.label.in(language_));
            for (const Choice& each : question.offers) offers.push_back(each.label.in(language_));
            if (offers.empty()) continue;
            add(place(question.ask),
                sentence(say({"Bitte ergänzen zu ", "Please add for "}) + listed(offers) + ": " +
                         listed(missing)),
                columns_of(question));
        }
    }

    /// The side that has not confirmed is asked, about all such ties at once.
    void add(const analysis::Commitment::Findings& found) {
        std::map<std::size_t, std::vector<std::string>> ties;
        for (const auto& tie : found.unconfirmed) {
            const bool from_confirmed = tie.confirmed_by && tie.confirmed_by->key == "from";
            const ActorId ask = from_confirmed ? tie.to : tie.from;
            ties[ask.index()].push_back(network_[tie.from].name + " – " +
                                        tie.kind.label.in(language_) + " – " +
                                        network_[tie.to].name);
        }
        for (auto& [ask, lines] : ties) {
            const std::string question =
                say({"Stimmt das aus Ihrer Sicht?", "Is this right from your side?"});
            const Message enter_in = columns("ties", {"confirmed_by"});
            if (lines.size() == 1)
                add(ask, sentence(question + " " + lines.front()), enter_in);
            else
                add(ask, question, enter_in, std::move(lines));
        }
    }

    std::vector<viz::HandoutQuestions> groups() {
        std::vector<viz::HandoutQuestions> out;
        for (auto& [ask, questions] : questions_)
            if (ask) out.push_back({network_.actors()[*ask].name, std::move(questions)});
        std::ranges::stable_sort(
            out, {}, [](const viz::HandoutQuestions& group) { return collation_key(group.ask); });
        if (const auto nobody = questions_.find(std::nullopt); nobody != questions_.end())
            out.push_back({{}, std::move(nobody->second)});
        return out;
    }

private:
    /// The target group and the legal circle that are asked for, if any: "Ältere, SGB II".
    std::string group_of(const analysis::Coverage::Cell& cell) const {
        std::vector<std::string> labels;
        for (const auto& part : {cell.target, cell.legal})
            if (part) labels.push_back(part->label.in(language_));
        return listed(labels);
    }

    static Ask place(const std::optional<ActorId>& actor) {
        return actor ? Ask{actor->index()} : std::nullopt;
    }

    std::string say(Text text) const { return std::string{text.in(language_)}; }
    /// Without a second full stop after a name that ends in one.
    static std::string sentence(std::string text) {
        return text.ends_with('.') ? text : text + '.';
    }

    void add(Ask ask, std::string question, const Message& enter_in,
             std::vector<std::string> items = {}) {
        questions_[ask].push_back({std::move(question), enter_in.in(language_), std::move(items)});
    }

    const Network& network_;
    Language language_;
    std::map<Ask, std::vector<viz::HandoutQuestion>> questions_;
};

template <class Analysis>
Status ask(QuestionList& list, const analysis::View& view) {
    const auto found = Analysis::run(view, {});
    if (!found) return found.error();
    list.add(*found);
    return std::monostate{};
}

}  // namespace

Result<std::vector<viz::HandoutQuestions>> open_questions(const ViewRequest& request) {
    QuestionList list{*request.chosen.network, request.options.language};
    for (const auto& step : {ask<analysis::Coverage>, ask<analysis::Contacts>,
                             ask<analysis::Cascade>, ask<analysis::Commitment>})
        if (auto asked = step(list, request.chosen); !asked) return asked.error();
    return list.groups();
}

}  // namespace lotse::driver
