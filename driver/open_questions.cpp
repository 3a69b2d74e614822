#include "handouts.hpp"

#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/contacts.hpp>
#include <lotse/analysis/coverage.hpp>

#include <map>

namespace lotse::driver {
namespace {

/// Gathers questions by whom to ask, in the order in which the actors stand in the network.
class QuestionList {
public:
    QuestionList(const Network& network, Language language)
        : network_{network}, language_{language} {}

    /// One question a topic, for all areas in which nothing is recorded.
    void add(const analysis::Coverage::Findings& found) {
        std::map<std::pair<std::optional<std::size_t>, std::string>, std::vector<std::string>>
            areas;
        for (const auto& cell : found.cells)
            if (cell.state == CoverageState::unknown)
                areas[{place(cell.ask), cell.topic.label.in(language_)}].push_back(
                    network_.name_of(cell.area).name);
        for (const auto& [where, names] : areas)
            add(where.first,
                message({"Welche Angebote gibt es zum Thema {}? Nicht erfasst für: ",
                         "Which offers are there for the topic {}? Not recorded for: "},
                        {where.second})
                        .in(language_) +
                    joined(names) + ".",
                {"Angebote; wo es keins gibt: Feststellungen, Stand „keins“",
                 "Offers; where there is none: Findings, state 'none'"});
    }

    void add(const analysis::Contacts::Findings& found) {
        using analysis::ContactState;
        for (const auto& cell : found.contacts) {
            if (cell.state == ContactState::named) continue;
            const std::string& actor = network_[cell.actor].name;
            const std::string& role = cell.role.label.in(language_);
            const auto ask = place(cell.ask ? cell.ask : std::optional{cell.actor});
            add(ask,
                message({"Ist bei {} diese Rolle besetzt: {}? Bisher: {}.",
                         "Is this role filled at {}: {}? So far: {}."},
                        {actor, role, enumerator(cell.state).label.in(language_)})
                    .in(language_),
                {"Ansprechstellen: Rolle, Besetzt, Stand", "Contacts: role, filled, as of"});
        }
    }

    void add(const analysis::Cascade::Findings& found) {
        for (const auto& question : found.unknown) {
            std::vector<std::string> missing, offers;
            for (const Choice& each : question.missing) missing.push_back(each.label.in(language_));
            for (const Choice& each : question.offers) offers.push_back(each.label.in(language_));
            if (offers.empty()) continue;
            add(place(question.ask),
                say({"Bitte ergänzen zu ", "Please add for "}) + joined(offers) + ": " +
                    joined(missing) + ".",
                {"Angebote (und Orte, Beziehungen)", "Offers (and venues, ties)"});
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
            const Text enter_in{"Beziehungen: Bestätigt von", "Ties: confirmed by"};
            if (lines.size() == 1)
                add(ask, question + " " + lines.front() + ".", enter_in);
            else
                add(ask, question, enter_in, std::move(lines));
        }
    }

    std::vector<viz::HandoutQuestions> groups() {
        std::vector<viz::HandoutQuestions> out;
        for (auto& [ask, questions] : questions_)
            if (ask) out.push_back({network_.actors()[*ask].name, std::move(questions)});
        if (const auto nobody = questions_.find(std::nullopt); nobody != questions_.end())
            out.push_back({{}, std::move(nobody->second)});
        return out;
    }

private:
    using Ask = std::optional<std::size_t>;

    static Ask place(const std::optional<ActorId>& actor) {
        return actor ? Ask{actor->index()} : std::nullopt;
    }

    static std::string joined(const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
        return text;
    }

    std::string say(Text text) const { return std::string{text.in(language_)}; }

    void add(Ask ask, std::string question, Text enter_in, std::vector<std::string> items = {}) {
        questions_[ask].push_back({std::move(question), say(enter_in), std::move(items)});
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
