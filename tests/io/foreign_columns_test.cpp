// Columns of others that are called like something lotse says itself stay what they are.
#include "files.hpp"
#include "graph_files.hpp"

#include <networks.hpp>

#include <lotse/base/unicode.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

Form form(std::string target, std::string_view as = {}) {
    io::ExportOptions options{io::Mailboxes::include};
    options.as = as;
    return {std::move(target), options};
}

/// Headings that mean a column of the table without being its own.
template <class Row>
std::vector<std::string> synonyms() {
    std::vector<std::string> out;
    for_each_column<Row>([&](const auto& column) {
        if (column.key == "mailbox") return;  // withheld, however it is called
        const std::string all = std::string{column.aliases} + '|';
        for (std::size_t from = 0, end = all.find('|'); end != std::string::npos;
             from = end + 1, end = all.find('|', from)) {
            const std::string heading = all.substr(from, end - from);
            const auto is_own = [&](std::string_view own) {
                return unicode::match_key(own) == unicode::match_key(heading);
            };
            if (column_key(Row::table, heading) == column.key && !is_own(column.key) &&
                !is_own(column.heading.de) && !is_own(column.heading.en))
                out.push_back(heading);
        }
    });
    std::ranges::sort(out);
    return out;
}

template <class Row>
void add_columns(Row& row, const std::vector<std::string>& headings) {
    for (const std::string& heading : headings) row.extra.emplace_back(heading, "w: " + heading);
    std::ranges::sort(row.extra);
}

/// Of each table a row without optional cells but with a foreign column for each synonym, behind
/// it one that has none.
Network with_synonyms() {
    TestTables tables;
    add_columns(tables.actor("a", "sports_club"), synonyms<Actor>());
    tables.actor("b", "sports_club").website = "https://b.example";
    add_columns(tables.actor("g", "steering_group"), synonyms<Actor>());
    add_columns(tables.tie("a", "b"), synonyms<Tie>());
    tables.tie("b", "g").since = PartialDate{2020, 0, 0};
    Area& area = tables.areas.emplace_back();
    area.key = "veedel";
    area.name = "Veedel";
    add_columns(area, synonyms<Area>());
    add_columns(tables.offer("o", "LP-BEW"), synonyms<Offer>());
    Venue& venue = tables.venues.emplace_back();
    venue.key = "v";
    venue.name = "Halle";
    add_columns(venue, synonyms<Venue>());
    return *tables.network();
}

}  // namespace

TEST_CASE("a foreign column called like a synonym of an empty one stays foreign in every form") {
    REQUIRE(std::ranges::count(synonyms<Actor>(), "URL") == 1);
    REQUIRE(std::ranges::count(synonyms<Tie>(), "Beginn") == 1);
    const Network network = with_synonyms();
    for (const Form& whole : {form("tables"), form("x.json"), form("x.xlsx"), form("hsds", "hsds"),
                              form("hsds.json", "hsds")}) {
        INFO(whole.target);
        const Network back = written_and_read(network, whole);
        CHECK(extra(back, "a", "URL") == "w: URL");
        CHECK(extra(back, "g", "URL") == "w: URL");
        CHECK(back.actors()[0].website.empty());
        CHECK(io::json_text(back) == io::json_text(network));
    }
    for (const Form& graph : {form("x.gexf"), form("x.graphml"), form("gephi", "gephi-csv")}) {
        INFO(graph.target);
        CHECK(sha_of_graph(written_and_read(network, graph)) == sha_of_graph(network));
    }
}

TEST_CASE("foreign columns called like ids of the forms stay apart from them") {
    const std::vector<std::string> headings{"E_Kind",      "attvalue",
                                            "data",        "e_kind",
                                            "e_x1",        "hsds_id",
                                            "hsds_level",  "id",
                                            "mutual",      "n_kind",
                                            "n_x1",        "sector_from",
                                            "services",    "x_lotse_extra_hsds_id",
                                            "x_lotse_note"};
    TestTables tables;
    add_columns(tables.actor("a", "sports_club"), headings);
    add_columns(tables.actor("g", "steering_group"), headings);
    add_columns(tables.tie("a", "g"), headings);
    const Network network = *tables.network();
    for (const Form& every : {form("tables"), form("x.json"), form("x.xlsx"), form("hsds", "hsds"),
                              form("hsds.json", "hsds"), form("x.gexf"), form("x.graphml"),
                              form("gephi", "gephi-csv")}) {
        INFO(every.target);
        CHECK(sha_of_graph(written_and_read(network, every)) == sha_of_graph(network));
    }
    Form draft = form("x.gexf");
    draft.options.gexf_version = io::GexfVersion::v1_2draft;
    CHECK(sha_of_graph(written_and_read(network, draft)) == sha_of_graph(network));
}

TEST_CASE("GEXF gives names and licences back that look like what stands beside them") {
    const std::string name =
        GENERATE("Netz – Sources: alle – fictional", "License: frei", "License:: frei", "fictional",
                 "fictional!!", "A – License: B – Sources: C", "Nonfictional", "Open License: –");
    const std::string license =
        GENERATE("", "CC0-1.0", "Sources: fictional", "License: License: x");
    const bool fictional = GENERATE(false, true);
    TestTables tables;
    tables.actor("a", "other");
    Source& source = tables.sources.emplace_back();
    source.key = "q";
    source.title = "License: Sources: fictional";
    const Network network{NetworkInfo{name, license, fictional}, tables};
    const Network back = written_and_read(network, form("x.gexf"));
    CHECK(back.info().name == name);
    CHECK(back.info().license == license);
    CHECK(back.info().fictional == fictional);
}
