#include "report_page.hpp"

#include "credit.hpp"

#include "coverage_matrix.hpp"

#include <lotse/base/html.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/base/version.hpp>
#include <lotse/io/render.hpp>
#include <lotse/viz/page.hpp>

#include <algorithm>
#include <set>

namespace lotse::driver {
namespace {

constexpr std::size_t open_rows = 12;  // longer tables start folded

std::string paragraphs(std::span<const Message> sentences, std::string_view css_class,
                       Language language) {
    if (sentences.empty()) return {};
    std::string out = "<div class=\"" + std::string{css_class} + "\">\n";
    for (const Message& sentence : sentences)
        out += "<p>" + html::escape(sentence.in(language)) + "</p>\n";
    return out + "</div>\n";
}

std::string folded(const std::string& title, const std::string& inner, std::size_t rows) {
    return std::string{rows <= open_rows ? "<details open>" : "<details>"} + "<summary>" +
           html::escape(title) + "</summary>\n<div class=\"scroll\">" + inner +
           "</div></details>\n";
}

std::string tables(const Document& document, Language language) {
    std::string out;
    for (const Table& table : document.tables) {
        if (table.rows.empty()) continue;
        const std::string count =
            grouped_text(static_cast<std::int64_t>(table.rows.size()), language);
        out += folded(table.title.in(language) + " (" + count + ")",
                      io::html_table(table, language), table.rows.size());
    }
    return out;
}

std::string result_html(const Document& document, Language language) {
    return paragraphs(document.reading, "reading", language) +
           (document.id == "coverage" ? coverage_matrix_html(document, language) : "") +
           io::html_summary(document, language) + tables(document, language) +
           io::html_notes(document, language);
}

/// One section an analysis. Several results of one analysis (ways to several topics) share it.
std::vector<viz::PageSection> sections(std::span<const ReportResult> results, Language language) {
    std::vector<viz::PageSection> out;
    for (const ReportResult& result : results) {
        const analysis::Info& info = result.info;
        const bool first = out.empty() || out.back().id != info.id;
        if (first)
            out.push_back({std::string{info.id},
                           std::string{enumerator(info.theme).label.in(language)},
                           std::string{info.title.in(language)},
                           std::string{info.question.in(language)},
                           {}});
        const std::string html = result_html(result.document, language);
        out.back().html += result.heading.empty()
                               ? html
                               : folded(result.heading.in(language), html, open_rows + 1);
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> figures(const Network& network,
                                                         Language language) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto add = [&](std::size_t count, Text label) {
        out.emplace_back(grouped_text(static_cast<std::int64_t>(count), language),
                         std::string{label.in(language)});
    };
    add(network.actors().size(), {"Akteure", "actors"});
    add(network.ties().size(), {"Beziehungen", "ties"});
    add(network.offers().size(), {"Angebote", "offers"});
    std::set<std::string> areas;
    for (const Actor& actor : network.actors()) {
        if (!actor.area.empty()) areas.insert(network[*actor.area].key);
        for (const auto& area : actor.serves) areas.insert(network[*area].key);
    }
    add(areas.size(), {"Gebiete mit Akteuren", "areas with actors"});
    return out;
}

std::vector<std::string> footer(const Network& network, Language language) {
    std::vector<std::string> out;
    std::string sources;
    for (const Source& source : network.tables().sources)
        sources += (sources.empty() ? "" : "; ") + source.title;
    const auto line = [&](Text label, const std::string& value) {
        if (!value.empty()) out.push_back(std::string{label.in(language)} + value);
    };
    line({"Quellen: ", "Sources: "}, sources);
    line({"Lizenz der Daten: ", "Licence of the data: "},
         network.info().license.empty()
             ? std::string{Text{"nicht angegeben", "not stated"}.in(language)}
             : network.info().license);
    line({"Gebiete: © GeoBasis-DE / BKG (2016), Daten verändert (GeoNutzV); ",
          "Areas: © GeoBasis-DE / BKG (2016), data changed (GeoNutzV); "},
         std::string{population_credit});
    line({"„Nicht erhoben“ heißt: Niemand hat es eingetragen. Es heißt nicht, dass es nichts gibt.",
          "'Not recorded' means that nobody entered it. It does not mean that there is nothing."},
         " ");
    out.push_back("lotse " + std::string{version});
    return out;
}

const Table& table_of(std::span<const Table> data, std::string_view key) {
    return *std::ranges::find(data, key, &Table::key);
}

std::size_t column_of(const Table& table, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, key, &Column::key) -
                                    table.columns.begin());
}

/// The partners of each actor: whom a line of the map joins with it.
std::vector<std::set<std::int64_t>> partners_of(std::span<const Table> data, std::size_t actors) {
    std::vector<std::set<std::int64_t>> partners(actors);
    const Table& ties = table_of(data, "ties");
    const std::size_t line = column_of(ties, "line"), from = column_of(ties, "from"),
                      to = column_of(ties, "to");
    for (const auto& row : ties.rows) {
        if (std::holds_alternative<std::monostate>(row[line])) continue;
        const auto a = std::get<std::int64_t>(row[from]), b = std::get<std::int64_t>(row[to]);
        partners[static_cast<std::size_t>(a)].insert(b);
        partners[static_cast<std::size_t>(b)].insert(a);
    }
    return partners;
}

/// What the map shows, for those who cannot see it.
Table actor_list(const Network& network, std::span<const Table> data) {
    const Message not_recorded = Text{"nicht erfasst", "not recorded"};
    Table out{"actors",
              Text{"Akteure", "Actors"},
              {{"name", Text{"Akteur", "Actor"}},
               {"kind", Text{"Art", "Kind"}},
               {"sector", Text{"Sektor", "Sector"}},
               {"area", Text{"Gebiet", "Area"}},
               {"partners", Text{"Erfasste Partner", "Recorded partners"}}},
              {}};
    const auto partners = partners_of(data, network.actors().size());
    const Table& actors = table_of(data, "actors");
    const std::size_t there = column_of(actors, "there");
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        const auto sector = network.sector_of(ActorId{i});
        out.rows.push_back(
            {actor.name, network.codes().choice("actor_kinds", actor.kind),
             sector ? Message{enumerator(*sector).label} : not_recorded,
             actor.area.empty() ? Value{not_recorded} : Value{network[*actor.area].name},
             actors.rows[i][there] == Value{true}
                 ? Value{static_cast<std::int64_t>(partners[i].size())}
                 : Value{Message{Text{"am Stichtag nicht da", "not there on the date"}}}});
    }
    return out;
}

/// What the options leave of the network, by its words; empty: all of it.
std::string chosen_words(const analysis::View& view, Language language) {
    std::string out;
    const auto add = [&](const std::string& words) { out += (out.empty() ? "" : " · ") + words; };
    const auto add_list = [&](Text one, Text many, const auto& items, const auto& name) {
        if (items.empty()) return;
        std::string names;
        for (const auto& item : items) names += (names.empty() ? "" : ", ") + name(item);
        add(std::string{(items.size() == 1 ? one : many).in(language)} + ' ' + names);
    };
    const auto code_of = [&](std::string_view list) {
        return [&, list](const std::string& code) {
            return view.network->codes().choice(list, code).label.in(language);
        };
    };
    if (view.at)
        add(std::string{Text{"Stichtag ", "date "}.in(language)} + people_text(*view.at, language));
    add_list({"Gebiet", "area"}, {"Gebiete", "areas"}, view.areas,
             [&](AreaId area) { return (*view.network)[area].name; });
    const std::size_t of_all = out.size();
    add_list({"Thema", "topic"}, {"Themen", "topics"}, view.topics, code_of("topics"));
    add_list({"Zielgruppe", "target group"}, {"Zielgruppen", "target groups"}, view.targets,
             code_of("targets"));
    add_list({"Rechtskreis", "legal circle"}, {"Rechtskreise", "legal circles"}, view.legal,
             code_of("legal_circles"));
    add_list({"nur Beziehung", "only the tie"}, {"nur Beziehungen", "only the ties"}, view.kinds,
             [&](TieKind kind) { return std::string{enumerator(kind).label.in(language)}; });
    if (view.layer)
        add(std::string{Text{"Ebene ", "layer "}.in(language)} +
            std::string{enumerator(*view.layer).label.in(language)});
    if (view.min_level > 0)
        add(message({"Beziehungen ab Stufe {}", "ties from level {}"},
                    {std::to_string(view.min_level)})
                .in(language));
    if (out.empty()) return out;
    if (out.size() > of_all)
        out += Text{" (die Karte folgt nur Stichtag und Gebiet)",
                    " (the map follows date and area only)"}
                   .in(language);
    return std::string{Text{"Gewählt: ", "Chosen: "}.in(language)} + out;
}

viz::PageText page_text(const Network& network, const analysis::View& view,
                        std::span<const ReportResult> results, const ReportMap& map,
                        std::span<const Table> data) {
    const Language language = map.language;
    viz::PageText page;
    page.language = language;
    page.title = unicode::trim(map.title);
    if (page.title.empty()) page.title = Text{"Netz ohne Namen", "Unnamed network"}.in(language);
    page.subtitle =
        Text{"Partnernetz Arbeit und Gesundheit", "Partner network of work and health"}.in(
            language);
    if (const auto as_of = network.as_of())
        page.subtitle += std::string{Text{" · Stand ", " · as of "}.in(language)} +
                         people_text(*as_of, language);
    page.chosen = chosen_words(view, language);
    if (network.info().fictional)
        page.banner =
            Text{"Fiktive Daten: Alle Einrichtungen, Orte und Zahlen dieses Netzes sind erfunden.",
                 "Fictional data: all organisations, places and figures of this network are "
                 "invented."}
                .in(language);
    page.figures = figures(network, language);
    page.map_svg = map.svg.substr(std::min(map.svg.find("<svg"), map.svg.size()));
    page.actors_html =
        "<div class=\"scroll\">" + io::html_table(actor_list(network, data), language) + "</div>\n";
    page.sections = sections(results, language);
    page.footer = footer(network, language);
    return page;
}

}  // namespace

std::string report_page(const Network& network, const analysis::View& view,
                        std::span<const ReportResult> results, std::span<const ReportMap> maps,
                        std::span<const Table> data) {
    viz::Page page;
    for (const ReportMap& map : maps)
        page.texts.push_back(page_text(network, view, results, map, data));
    page.section_style = io::html_style();
    page.data = io::page_data(data);
    return viz::page_html(page);
}

}  // namespace lotse::driver
