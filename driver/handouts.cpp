#include "handouts.hpp"

#include "presence.hpp"

#include <lotse/analysis/factsheet.hpp>
#include <lotse/base/credit.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace lotse::driver {
namespace {

using analysis::Factsheet;
using analysis::TieDirection;

/// "Jobcenter · Arbeit · Dresden"; what is called the same is said once.
std::string joined(std::span<const std::string> parts) {
    std::string text;
    for (auto part = parts.begin(); part != parts.end(); ++part)
        if (!part->empty() && std::find(parts.begin(), part, *part) == part)
            text += (text.empty() ? "" : " · ") + *part;
    return text;
}

/// Whom a card or a sheet may be about: not programmes or agreements.
bool is_somebody(const Network& network, ActorId id) {
    return network.is_partner(id) || network.role_of(id) == ActorRole::body;
}

/// Those who can be met.
bool can_be_met(const ViewRequest& request, ActorId id) {
    const Network& network = *request.network;
    return is_somebody(network, id) && is_there(request.chosen, network[id]);
}

/// Those of the network that have no card and no sheet, each counted once.
std::string left_out(const ViewRequest& request) {
    const Network& network = *request.network;
    const Language language = request.options.language;
    std::size_t facts = 0, ideas = 0, absent = 0;
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const ActorId id{i};
        if (network.role_of(id) == ActorRole::fact)
            ++facts;
        else if (!is_somebody(network, id))
            ++ideas;
        else
            absent += !is_there(request.chosen, network[id]);
    }
    std::string who;
    const auto add = [&](std::size_t count, Text one, Text many) {
        if (count > 0) who += (who.empty() ? "" : "; ") + viz::counted(count, one, many, language);
    };
    add(absent,
        {"Akteur, am Stichtag nicht mehr oder noch nicht da",
         "actor, no longer or not yet there on the date"},
        {"Akteure, am Stichtag nicht mehr oder noch nicht da",
         "actors, no longer or not yet there on the date"});
    add(ideas,
        {"Akteur, der geplant, vorgeschlagen oder eine Gruppe ist",
         "actor that is planned, proposed or a group"},
        {"Akteure, die geplant, vorgeschlagen oder eine Gruppe sind",
         "actors that are planned, proposed or a group"});
    add(facts, {"Programm, Vereinbarung oder Ereignis", "programme, agreement or event"},
        {"Programme, Vereinbarungen oder Ereignisse", "programmes, agreements or events"});
    return who.empty() ? who : message({"Nicht dabei: {}.", "Left out: {}."}, {who}).in(language);
}

viz::HandoutActor actor_on_paper(const Network& network, ActorId id, Language language) {
    const Actor& actor = network[id];
    const auto sector = network.sector_of(id);
    std::vector<std::string> kind{
        network.codes().choice("actor_kinds", actor.kind).label.in(language)};
    if (sector) kind.emplace_back(enumerator(*sector).label.in(language));
    if (!actor.area.empty()) kind.push_back(network.name_of(*actor.area).name);
    const std::string_view tag = network.codes().attribute("actor_kinds", actor.kind, "tag");
    return {tag.empty() ? "?" : std::string{tag}, actor.name, joined(kind), sector};
}

/// Turns the findings of a factsheet into short paragraphs.
class SheetWriter {
public:
    SheetWriter(const analysis::View& view, const Factsheet::Findings& findings, Language language)
        : view_{view}, network_{*view.network}, found_{findings}, language_{language} {}

    viz::HandoutSheet write() {
        viz::HandoutSheet sheet;
        if (found_.actor)
            sheet.about = actor_on_paper(network_, *found_.actor, language_);
        else
            sheet.about = {say({"Gebiet", "Area"}), network_.name_of(*found_.area).name, {}, {}};
        for (const Factsheet::Fact& fact : found_.facts) {
            if (fact.value.empty())
                sheet.not_recorded.push_back(fact.fact.label.in(language_));
            else
                sheet.facts.push_back({fact.fact.label.in(language_), labels(fact.value)});
        }
        add(sheet, {"Zahlen zum Gebiet", "Figures of the area"}, figures());
        add(sheet, {"Nächste Schritte", "Next steps"}, steps());
        add(sheet, {"Ansprechstellen", "Contacts"}, contacts());
        add(sheet, {"Angebote", "Offers"}, offers());
        add(sheet, {"Gremien", "Bodies"}, bodies());
        add(sheet, {"Beziehungen", "Ties"}, ties());
        add(sheet, {"Akteure hier", "Actors here"}, actors());
        add(sheet, {"Wege zu den Themen", "Ways to the topics"}, ways());
        add(sheet, {"Offene Felder der Angebotsmatrix", "Open cells of the coverage matrix"},
            gaps());
        add(sheet, {"Agenda der Gremien", "Agenda of the bodies"}, agenda());
        add(sheet, {"Quellen", "Sources"}, sources());
        return sheet;
    }

private:
    using Entries = std::vector<viz::HandoutEntry>;

    std::string say(Text text) const { return std::string{text.in(language_)}; }
    std::string name(ActorId id) const { return network_.name_of(id).name; }

    std::string labels(const std::vector<Choice>& choices) const {
        std::vector<std::string> texts;
        for (const Choice& choice : choices) texts.push_back(choice.label.in(language_));
        return listed(texts);
    }
    std::string label(const std::optional<Choice>& choice) const {
        return choice ? choice->label.in(language_) : std::string{};
    }
    std::string until(const std::optional<PartialDate>& date) const {
        return date ? say({"bis ", "until "}) + people_text(*date, language_) : std::string{};
    }
    /// Of an offer that lies ahead.
    std::string from(const Offer& offer) const {
        return offer.start && !runs(view_, offer)
                   ? say({"ab ", "from "}) + people_text(*offer.start, language_)
                   : std::string{};
    }

    void add(viz::HandoutSheet& sheet, Text heading, Entries entries) const {
        sheet.sections.push_back({say(heading), std::move(entries)});
    }

    Entries figures() const {
        Entries out;
        for (const Factsheet::Figure& figure : found_.figures) {
            const auto& persons = figure.persons;
            const std::string value = persons.withheld ? viz::withheld_text(*persons.withheld)
                                      : persons.value  ? grouped_text(*persons.value, language_)
                                                       : say({"nicht erfasst", "not recorded"});
            out.push_back({figure.figure.label.in(language_), value});
        }
        return out;
    }

    Entries steps() const {
        Entries out;
        for (const Factsheet::Step& step : found_.steps)
            out.push_back({step.step.in(language_), {}});
        return out;
    }

    Entries contacts() const {
        Entries out;
        for (const Factsheet::ContactRole& contact : found_.contacts) {
            std::vector<std::string> parts;
            if (!found_.actor) parts.push_back(name(contact.actor));
            switch (contact.filled) {
                case ThreeValued::yes: parts.push_back(say({"besetzt", "filled"})); break;
                case ThreeValued::no: parts.push_back(say({"nicht besetzt", "vacant"})); break;
                case ThreeValued::unknown:
                    parts.push_back(say({"Besetzung nicht erfasst", "filling not recorded"}));
            }
            if (contact.as_of)
                parts.push_back(say({"Stand ", "as of "}) + people_text(*contact.as_of, language_));
            out.push_back({contact.role.label.in(language_), joined(parts)});
        }
        return out;
    }

    Entries offers() const {
        Entries out;
        for (const Factsheet::OfferRow& offer : found_.offers) {
            const std::string cost = offer.free == ThreeValued::yes  ? say({"kostenfrei", "free"})
                                     : offer.free == ThreeValued::no ? say({"kostet", "has a fee"})
                                                                     : std::string{};
            out.push_back({network_.name_of(offer.offer).name,
                           joined(std::vector{labels(offer.topics), labels(offer.parts),
                                              label(offer.form), cost, from(network_[offer.offer]),
                                              until(offer.end), label(offer.status)})});
        }
        return out;
    }

    Entries bodies() const {
        Entries out;
        for (const Factsheet::BodyRow& body : found_.bodies)
            out.push_back({name(body.body), labels(body.parts)});
        return out;
    }

    /// The level, and a status that says more than that the tie is there.
    std::string in_brackets(const Factsheet::TieRow& tie) const {
        std::vector<std::string> parts;
        if (tie.level) parts.push_back(tie.level->key);
        if (tie.status && tie.status->key != "active")
            parts.push_back(tie.status->label.in(language_));
        return parts.empty() ? std::string{} : " (" + listed(parts) + ")";
    }

    /// Partners with the same kind of tie in one paragraph.
    Entries ties() const {
        std::map<std::pair<TieKind, TieDirection>, std::vector<std::string>> partners;
        for (const Factsheet::TieRow& tie : found_.ties)
            partners[{tie.kind, tie.direction}].push_back(name(tie.partner) + in_brackets(tie));
        Entries out;
        for (const auto& [tie, names] : partners) {
            const std::string lead = say(analysis::kind_words(tie.first, tie.second, names.size()));
            out.push_back({lead + " (" + std::to_string(names.size()) + ")", listed(names)});
        }
        if (!out.empty())
            out.push_back({{},
                           say({"In Klammern die Stufe der Zusammenarbeit von 0 bis 4, wo sie "
                                "erfasst ist, und was nicht läuft.",
                                "In brackets the level of cooperation from 0 to 4, where it is "
                                "recorded, and what is not running."})});
        return out;
    }

    Entries actors() const {
        std::map<std::string, std::vector<std::string>> by_kind;
        for (const Factsheet::ActorRow& row : found_.actors)
            by_kind[row.kind.label.in(language_)].push_back(name(row.actor));
        Entries out;
        for (const auto& [kind, names] : by_kind) out.push_back({kind, listed(names)});
        return out;
    }

    Entries ways() const {
        Entries out;
        for (const Factsheet::Way& way : found_.ways) {
            std::string text = say({"kein Weg erfasst", "no way recorded"});
            if (way.reachable) text = way.way.size() == 1 ? here(way) : "";
            for (std::size_t i = 1; i < way.way.size(); ++i)
                text += (i > 1 ? " → " : "→ ") + way.way[i];
            out.push_back({way.topic.label.in(language_), text});
        }
        return out;
    }

    std::string here(const Factsheet::Way& way) const {
        return way.only_referred_to ? say({"hierher wird verwiesen; Angebot nicht erfasst",
                                           "others refer here; offer not recorded"})
                                    : say({"hier", "here"});
    }

    /// Topics by state; more than two areas are counted.
    Entries gaps() const {
        std::map<CoverageState, std::map<std::string, std::vector<std::string>>> areas;
        for (const Factsheet::Gap& gap : found_.gaps)
            areas[gap.state][gap.topic.label.in(language_)].push_back(
                network_.name_of(gap.area).name);
        Entries out;
        for (const auto& [state, topics] : areas) {
            std::vector<std::string> lines;
            for (const auto& [topic, names] : topics)
                lines.push_back(!found_.actor       ? topic
                                : names.size() <= 2 ? topic + " (" + listed(names) + ")"
                                                    : topic + " (" + std::to_string(names.size()) +
                                                          say({" Gebiete)", " areas)"}));
            out.push_back({std::string{enumerator(state).label.in(language_)}, listed(lines)});
        }
        return out;
    }

    Entries agenda() const {
        Entries out;
        for (const Factsheet::AgendaRow& row : found_.agenda)
            out.push_back({row.topic.label.in(language_),
                           joined(std::vector{name(row.body), row.stage.label.in(language_),
                                              row.next_step})});
        return out;
    }

    Entries sources() const {
        Entries out;
        for (const Factsheet::SourceRow& row : found_.sources)
            out.push_back({{}, row.source.label.in(language_)});
        return out;
    }

    const analysis::View& view_;
    const Network& network_;
    const Factsheet::Findings& found_;
    Language language_;
};

bool is_chosen(const analysis::View& view, AreaId area) {
    return view.areas.empty() || std::ranges::any_of(view.areas, [&](AreaId chosen) {
               return view.network->within(area, chosen);
           });
}

viz::HandoutTexts texts_of(const ViewRequest& request) {
    const Network& network = *request.network;
    const Language language = request.options.language;
    viz::HandoutTexts texts;
    texts.language = language;
    texts.scheme = request.options.scheme;
    texts.network = unicode::trim(network.info().name);
    if (network.info().fictional)
        texts.fiction = Text{"Fiktive Daten", "Fictional data"}.in(language);
    texts.date = viz::date_text(network, request.options.at, language);
    texts.left_out = left_out(request);
    std::vector<std::string> titles;
    for (const Source& source : network.tables().sources) titles.push_back(source.title);
    texts.source = credit(titles, network.info().license).in(language);
    return texts;
}

std::vector<viz::HandoutCard> cards_of(const ViewRequest& request) {
    const Network& network = *request.network;
    const Language language = request.options.language;
    std::vector<std::set<std::string>> topics(network.actors().size());
    std::vector<bool> has_offers(network.actors().size(), false);
    for (const Offer& offer : network.offers())
        for (const auto& provider : offer.providers) {
            has_offers[(*provider).index()] = true;
            if (runs(request.chosen, offer))
                topics[(*provider).index()].insert(offer.topics.begin(), offer.topics.end());
        }
    std::vector<viz::HandoutCard> cards;
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        if (!can_be_met(request, ActorId{i})) continue;
        cards.push_back({actor_on_paper(network, ActorId{i}, language), {}, has_offers[i]});
        for (const std::string& topic : topics[i])
            cards.back().topics.push_back(
                network.codes().choice("topics", topic).label.in(language));
    }
    return cards;
}

}  // namespace

Result<std::vector<viz::HandoutSheet>> handout_sheets(const ViewRequest& request) {
    const Network& network = *request.network;
    std::vector<viz::HandoutSheet> sheets;
    const auto add = [&](const analysis::View& view, const Factsheet::Options& options) -> Status {
        const auto found = Factsheet::run(view, options);
        if (!found) return found.error();
        sheets.push_back(SheetWriter{view, *found, request.options.language}.write());
        return std::monostate{};
    };
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (can_be_met(request, ActorId{i}))
            if (auto added = add(request.chosen, {network.actors()[i].key}); !added)
                return added.error();
    for (const Area& area : network.tables().areas) {
        analysis::View view = request.chosen;
        const auto id = view.network->find_area(area.key);
        const bool is_lent = std::ranges::find(view.lent_areas, area.key) != view.lent_areas.end();
        if (!id || is_lent || !is_chosen(request.chosen, *id)) continue;
        view.areas = {*id};
        if (auto added = add(view, {}); !added) return added.error();
    }
    return sheets;
}

Result<std::vector<Handout>> handout_pages(const ViewRequest& request) {
    const auto sheets = handout_sheets(request);
    if (!sheets) return sheets.error();
    const auto questions = open_questions(request);
    if (!questions) return questions.error();
    const viz::HandoutTexts texts = texts_of(request);
    viz::HandoutTexts of_questions = texts;
    of_questions.left_out.clear();
    std::vector<Handout> handouts{
        {{"steckbriefe.pdf", "factsheets.pdf"}, viz::factsheet_pages(*sheets, texts)},
        {{"akteurskarten.pdf", "actor-cards.pdf"}, viz::card_pages(cards_of(request), texts)},
        {{"offene-fragen.pdf", "open-questions.pdf"},
         viz::question_pages(*questions, of_questions)}};
    std::erase_if(handouts, [](const Handout& handout) { return handout.pages.empty(); });
    return handouts;
}

}  // namespace lotse::driver
