#include "graph_files.hpp"

#include <lotse/base/sha256.hpp>

#include "files.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

BuildResult read_graph_text(std::string_view file, std::string_view bytes,
                            const io::Limits& limits) {
    const TestFolder folder;
    folder.write(file, bytes);
    auto result = io::read_network(folder / file, limits);
    if (!result) FAIL(result.error().message.en);
    return *std::move(result);
}

BuildResult read_fixture(std::string_view name) {
    auto result = io::read_network(std::filesystem::path{TESTS_DIR} / "io/foreign" / name);
    if (!result) FAIL(result.error().message.en);
    for (const Issue& issue : result->issues) UNSCOPED_INFO(to_string(issue, Language::en));
    CHECK_FALSE(result->has_errors());
    return *std::move(result);
}

std::string graphml(std::string_view inside, std::string_view edgedefault) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="name" attr.type="string"/>
<key id="d1" for="node" attr.name="kind" attr.type="string"/>
<key id="d2" for="edge" attr.name="kind" attr.type="string"/>
<key id="d3" for="edge" attr.name="funding_share" attr.type="double"/>
<graph edgedefault=")" +
           std::string{edgedefault} + "\">\n" + std::string{inside} + "\n</graph>\n</graphml>\n";
}

std::vector<std::string> actors_of(const Network& network) {
    std::vector<std::string> out;
    for (const Actor& actor : network.actors())
        out.push_back(actor.key + '|' + actor.name + '|' + actor.kind);
    return out;
}

std::vector<std::string> ties_of(const Network& network) {
    std::vector<std::string> out;
    for (const Tie& tie : network.ties())
        out.push_back(tie.from.key + '>' + tie.to.key + ':' +
                      std::string{enumerator(tie.kind).key});
    return out;
}

std::string extra(const Network& network, std::string_view actor, std::string_view column) {
    const auto id = network.find_actor(actor);
    if (!id) return "no such actor";
    for (const auto& [heading, text] : network[*id].extra)
        if (heading == column) return text;
    return {};
}

std::string sha_of_graph(const Network& network) {
    std::string all;
    for (const auto& file : io::csv_files(network, {io::Mailboxes::include}))
        if (file.name == "actors.csv" || file.name == "ties.csv") all += file.bytes;
    return sha256_hex(all);
}

Network hard_graph() {
    TestTables tables;
    Actor& a = tables.actor("jc-köln", "jobcenter");
    a.name = "Jobcenter \"Köln\", <b>Mitte</b> & Süd's 😀";
    a.area.key = "05315";
    a.serves = {{"05315", {}}, {"nordstadt", {}}};
    a.sector = Sector::work;  // recorded, though its kind implies it
    a.aliases = {"JC; Köln", "JC,K"};
    a.legal = {"sgb2", "eigener-kreis"};
    a.mailbox = "gesundheit@jobcenter.example";
    a.note = "=1+1";
    a.lat = 50.938;
    a.since = PartialDate{2005, 0, 0};
    a.extra = {{"Größe & <Art>", "mittel"}, {"extra_label", "b"}, {"extra_name", "n"},
               {"label", "fremd"},          {"size", "7"},        {"start", "gestern"}};
    Actor& b = tables.actor("b", "sports_club");
    b.note = "'=quoted\r\nzweite Zeile\tTab";
    b.status = "planned";
    b.part_of.key = "jc-köln";
    tables.actor("c", "other").name = "c";
    Tie& funded = tables.tie("jc-köln", "b", TieKind::refers_to);
    funded.funding_share = 0.125;
    funded.feedback = ThreeValued::no;
    funded.topics = {"LP-BEW", "X-EIGEN"};
    funded.extra = {{"label", "verweist an"}, {"mutual", "ja"}, {"weight", "2.50"}};
    Tie& both = tables.tie("jc-köln", "b");
    both.level = 3;
    both.since = PartialDate{2019, 3, 0};
    both.until = PartialDate{2020, 2, 0};
    tables.tie("b", "jc-köln");
    tables.tie("b", "jc-köln");
    tables.tie("c", "c", TieKind::informs);
    Area& area = tables.areas.emplace_back();
    area.key = "nordstadt";
    area.name = "Nordstadt";
    OwnCode& topic = tables.codes.emplace_back();
    topic.list = "topics";
    topic.code = "X-EIGEN";
    topic.de = topic.en = "eigenes Thema";
    OwnCode& circle = tables.codes.emplace_back();
    circle.list = "legal_circles";
    circle.code = "eigener-kreis";
    circle.de = circle.en = "eigener Kreis";
    return Network{NetworkInfo{"Netz „A“ – <B>", "CC0-1.0", true}, tables};
}

Network written_and_read(const Network& network, const Form& form) {
    const TestFolder folder;
    const auto written =
        io::export_network(network, folder / form.target, form.options, io::OutputRules{});
    if (!written) FAIL(written.error().message.en);
    auto result = io::read_network(folder / form.target);
    if (!result) FAIL(result.error().message.en);
    for (const Issue& issue : result->issues) UNSCOPED_INFO(to_string(issue, Language::en));
    CHECK_FALSE(result->has_errors());
    return std::move(result->network);
}
