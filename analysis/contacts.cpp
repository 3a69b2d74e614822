#include <lotse/analysis/contacts.hpp>

#include "elapsed.hpp"
#include "erase.hpp"
#include "rules.hpp"
#include "seats.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

using Key = std::pair<ActorId, std::string>;  ///< actor and role

/// The newest row of an actor and role; of two equally new ones the first in canonical order.
std::map<Key, const Contact*> recorded(const Network& network) {
    std::map<Key, const Contact*> out;
    for (const Contact& row : network.tables().contacts) {
        auto& known = out[{*row.actor, row.role}];
        if (!known || (row.as_of && (!known->as_of || *known->as_of < *row.as_of))) known = &row;
    }
    return out;
}

std::vector<std::string_view> expected_roles(const Network& network, ActorId actor) {
    const CodeList* list = network.codes().list("contact_requirements");
    const Code* code = list ? list->find(network[actor].kind) : nullptr;
    return code ? rule_parts(*code) : std::vector<std::string_view>{};
}

ContactState state_of(const Contact* row, ThreeValued older) {
    if (!row) return ContactState::not_recorded;
    switch (row->filled) {
        case ThreeValued::no: return ContactState::vacant;
        case ThreeValued::unknown: return ContactState::unknown;
        case ThreeValued::yes: break;
    }
    return older == ThreeValued::yes ? ContactState::outdated : ContactState::named;
}

/// Position in the table: what needs somebody to act comes first.
int urgency(ContactState state) {
    switch (state) {
        case ContactState::vacant: return 0;
        case ContactState::outdated: return 1;
        case ContactState::unknown: return 2;
        case ContactState::not_recorded: return 3;
        case ContactState::named: return 4;
    }
    return 5;
}

class Matrix {
public:
    explicit Matrix(const View& view)
        : view_{view},
          network_{*view.network},
          recorded_{recorded(network_)},
          seats_{seats(view)},
          wholes_{view},
          months_{review_months(network_, "contact")} {}

    std::vector<Contacts::Cell> cells() const {
        std::vector<Contacts::Cell> out;
        const std::vector<bool> inside = actors_in_view(view_);
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const ActorId actor{i};
            if (!inside[i] || !is_present(view_, actor)) continue;
            const auto expected = network_.is_partner(actor) ? expected_roles(network_, actor)
                                                             : std::vector<std::string_view>{};
            for (const std::string_view role : expected)
                out.push_back(cell(actor, std::string{role}, true));
            for (auto it = recorded_.lower_bound({actor, ""});
                 it != recorded_.end() && it->first.first == actor; ++it)
                if (std::ranges::find(expected, it->first.second) == expected.end())
                    out.push_back(cell(actor, it->first.second, false));
        }
        std::ranges::stable_sort(out, {}, [](const Contacts::Cell& c) {
            return std::pair{urgency(c.state), !c.expected};
        });
        return out;
    }

    std::vector<Contacts::Pair> pairs() const {
        std::vector<Contacts::Pair> out;
        const std::vector<bool> inside = actors_in_view(view_);
        const auto each = [&](std::string_view kind, const auto& visit) {
            for (std::size_t i = 0; i < inside.size(); ++i)
                if (inside[i] && network_[ActorId{i}].kind == kind &&
                    network_.is_partner(ActorId{i}) && is_present(view_, ActorId{i}))
                    visit(ActorId{i});
        };
        each("jobcenter", [&](ActorId jobcenter) {
            each("health_conference", [&](ActorId conference) {
                if (!share_area(network_, jobcenter, conference)) return;
                out.push_back({jobcenter, first_state(jobcenter), conference,
                               first_state(conference), ThreeValued::unknown});
                out.back().complete = both(out.back());
            });
        });
        std::ranges::stable_sort(out, {}, [](const Contacts::Pair& pair) {
            return pair.complete == ThreeValued::no        ? 0
                   : pair.complete == ThreeValued::unknown ? 1
                                                           : 2;
        });
        return out;
    }

private:
    ThreeValued older(const Contact* row) const {
        const auto reference = view_.reference_date();
        if (!row || !row->as_of || !reference) return ThreeValued::unknown;
        return older_than(row->as_of, months_, reference) ? ThreeValued::yes : ThreeValued::no;
    }

    const Contact* find(ActorId actor, const std::string& role) const {
        const auto it = recorded_.find({actor, role});
        return it == recorded_.end() ? nullptr : it->second;
    }

    Contacts::Cell cell(ActorId actor, const std::string& role, bool expected) const {
        const Contact* row = find(actor, role);
        Contacts::Cell out{
            actor,
            ContactState::not_recorded,
            network_.codes().choice("contact_roles", role),
            row ? row->as_of : std::nullopt,
            std::nullopt,
            expected,
            older(row),
            network_.codes().choice("actor_kinds", network_[actor].kind),
        };
        out.state = state_of(row, out.older);
        if (out.state != ContactState::named) out.ask = whom_to_ask(actor);
        return out;
    }

    /// A body is asked through its office or its lead, a branch through its head office.
    std::optional<ActorId> whom_to_ask(ActorId actor) const {
        if (const auto found = addressee(seats_, actor)) return found;
        for (const ActorId whole : wholes_.of(actor))
            if (is_present(view_, whole)) return whole;
        return std::nullopt;
    }

    ContactState first_state(ActorId actor) const {
        const auto roles = expected_roles(network_, actor);
        if (roles.empty()) return ContactState::not_recorded;
        const Contact* row = find(actor, std::string{roles.front()});
        return state_of(row, older(row));
    }

    static ThreeValued both(const Contacts::Pair& pair) {
        const auto either = [&](ContactState state) {
            return pair.jobcenter_state == state || pair.conference_state == state;
        };
        if (either(ContactState::vacant) || either(ContactState::outdated)) return ThreeValued::no;
        if (either(ContactState::unknown) || either(ContactState::not_recorded))
            return ThreeValued::unknown;
        return ThreeValued::yes;
    }

    const View& view_;
    const Network& network_;
    std::map<Key, const Contact*> recorded_;
    std::vector<Seat> seats_;
    Wholes wholes_;
    int months_;
};

void count(Contacts::Findings& out) {
    for (const Contacts::Cell& cell : out.contacts) {
        ++out.cells;
        if (cell.expected) ++out.expected;
        if (cell.expected && cell.state == ContactState::named) ++out.expected_named;
        if (cell.older == ThreeValued::yes) ++out.older;
        if (cell.state != ContactState::not_recorded && !cell.as_of) ++out.undated;
        switch (cell.state) {
            case ContactState::named: ++out.named; break;
            case ContactState::vacant: ++out.vacant; break;
            case ContactState::outdated: ++out.outdated; break;
            case ContactState::unknown: ++out.unknown; break;
            case ContactState::not_recorded: ++out.not_recorded; break;
        }
    }
    out.pairs_complete = std::ranges::count(out.pairs, ThreeValued::yes, &Contacts::Pair::complete);
}

}  // namespace

Info Contacts::info() {
    return {"contacts",
            "A14",
            Theme::governance,
            {"Ansprechstellen", "Contacts"},
            {"Welche Stellen haben eine Ansprechstelle für Gesundheit oder für arbeitslose "
             "Menschen, und wo fehlt sie?",
             "Which actors have a contact for health or for unemployed people, and where is none?"},
            "lotse, QUESTIONS A14: roles, not persons; expected roles in contact_requirements"};
}

Result<Contacts::Findings> Contacts::run(const View& view, const Options&) {
    const Matrix matrix{view};
    Findings out;
    out.contacts = matrix.cells();
    out.pairs = matrix.pairs();
    count(out);
    return out;
}

namespace {

Message role_at(const Network& network, const Contacts::Cell& cell) {
    return message({"„{}“ bei „{}“", "'{}' at '{}'"},
                   {cell.role.label, name_words(network, cell.actor)});
}

void read_pairs(const Network& network, const Contacts::Findings& findings,
                std::vector<Message>& reading) {
    if (findings.pairs.empty()) return;
    if (findings.pairs.size() == 1) {
        const Contacts::Pair& pair = findings.pairs.front();
        const Message sides[]{name_words(network, pair.jobcenter),
                              name_words(network, pair.conference)};
        switch (pair.complete) {
            case ThreeValued::yes:
                reading.push_back(message({"„{}“ und „{}“ haben füreinander eine Ansprechstelle "
                                           "benannt.",
                                           "'{}' and '{}' have named a contact for each other."},
                                          {sides[0], sides[1]}));
                break;
            case ThreeValued::no:
                reading.push_back(message({"Zwischen „{}“ und „{}“ fehlt auf mindestens einer "
                                           "Seite eine aktuelle Ansprechstelle.",
                                           "Between '{}' and '{}' at least one side lacks a "
                                           "current contact."},
                                          {sides[0], sides[1]}));
                break;
            case ThreeValued::unknown:
                reading.push_back(message({"Ob „{}“ und „{}“ füreinander Ansprechstellen haben, "
                                           "ist nicht vollständig erfasst.",
                                           "Whether '{}' and '{}' have contacts for each other is "
                                           "not fully recorded."},
                                          {sides[0], sides[1]}));
                break;
        }
        return;
    }
    reading.push_back(message(
        {"Paare aus Jobcenter und Gesundheitskonferenz: {}, davon auf beiden Seiten benannt: {}.",
         "Pairs of jobcenter and health conference: {}, of these named on both sides: {}."},
        {count_words(findings.pairs.size()), count_words(findings.pairs_complete)}));
}

Message next_step(const Network& network, const Contacts::Findings& findings) {
    const auto open = std::ranges::find_if(findings.contacts, [](const Contacts::Cell& cell) {
        return cell.state != ContactState::named;
    });
    if (open == findings.contacts.end())
        return message({"Nächster Schritt: die Angaben einmal im Jahr bestätigen lassen ({}).",
                        "Next step: have the entries confirmed once a year ({})."},
                       {place_of_column("contacts", "as_of")});
    const Message role = role_at(network, *open);
    if (open->ask)
        return message(
            {"Nächster Schritt: {} klären; zu fragen ist „{}“.", "Next step: settle {}; ask '{}'."},
            {role, name_words(network, *open->ask)});
    return message({"Nächster Schritt: {} klären.", "Next step: settle {}."}, {role});
}

}  // namespace

void Contacts::explain(const View& view, const Findings& findings, Document& document) {
    const Network& network = *view.network;
    auto& notes = document.notes;
    const Message months = count_words(review_months(network, "contact"));
    if (const auto date = view.reference_date())
        notes.push_back(message(
            {"{} und die Regeln, von wem eine Ansprechstelle erwartet wird; Stichtag {}. "
             "„Veraltet“: seit "
             "mehr als {} Monaten nicht bestätigt.",
             "{} and the rules who is expected to have a contact; reference date {}. 'Outdated': "
             "not confirmed for more than {} months."},
            {place_of_table("contacts"), date_words(*date), months}));
    else
        notes.push_back(
            message({"{} und die Regeln, von wem eine Ansprechstelle erwartet wird. Kein Stichtag: "
                     "Ob Angaben veraltet sind, wurde nicht geprüft.",
                     "{} and the rules who is expected to have a contact. No reference "
                     "date: whether entries are outdated was not checked."},
                    {place_of_table("contacts")}));
    notes.push_back(Text{
        "„Nicht erhoben“ heißt: Zur erwarteten Rolle gibt es keinen Eintrag; ob es sie gibt, ist "
        "offen. „Unbekannt“ heißt: Jemand hat eingetragen, dass es nicht bekannt ist.",
        "'Not recorded' means: there is no entry for the expected role; whether it exists is "
        "open. 'Unknown' means: somebody has entered that it is not known."});
    notes.push_back(
        Text{"Es geht um Rollen. Postfächer werden hier nicht ausgegeben; wie oft man "
             "sich trifft, ist nicht Teil der Daten.",
             "This is about roles. Mailboxes are not shown here; how often people "
             "meet is not part of the data."});
    if (findings.undated > 0)
        notes.push_back(message({"Einträge ohne Datum, die nicht veraltet heißen können: {}.",
                                 "Entries without a date, which cannot be called outdated: {}."},
                                {count_words(findings.undated)}));
    note_without_area(*view.network, without_area(view, paired_kinds), notes);
    note_unused_options(view, {"area", "kinds", "at"}, notes);

    auto& reading = document.reading;
    if (findings.cells == 0) {
        reading.push_back(message(
            {"Das Netz nennt weder Ansprechstellen noch Akteure, von denen eine erwartet wird. "
             "Tragen Sie Rollen ins {} ein.",
             "The network names neither contacts nor actors that are expected to have one. Record "
             "roles in the {}."},
            {place_of_table("contacts")}));
        return;
    }
    reading.push_back(message(
        {"Erwartete Ansprechstellen: {}, davon benannt {}. Von allen Ansprechstellen sind nicht "
         "besetzt: {}, veraltet: {}, unbekannt: {}, nicht erhoben: {}.",
         "Expected contacts: {}, of these named {}. Of all contacts are vacant: {}, outdated: {}, "
         "unknown: {}, not recorded: {}."},
        {count_words(findings.expected), count_words(findings.expected_named),
         count_words(findings.vacant), count_words(findings.outdated),
         count_words(findings.unknown), count_words(findings.not_recorded)}));
    if (findings.not_recorded > 0)
        reading.push_back(Text{"Nicht erhoben heißt nicht unbesetzt: Dort ist erst zu fragen.",
                               "Not recorded does not mean vacant: there, ask first."});
    read_pairs(network, findings, reading);
    reading.push_back(next_step(network, findings));
}

Entry Contacts::entry() {
    return erase<Contacts>();
}

}  // namespace lotse::analysis
