#include "files.hpp"
#include "graph_files.hpp"

#include <lotse/base/uuid.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace lotse;
namespace fs = std::filesystem;

namespace {

constexpr io::ExportOptions everything{io::Mailboxes::include};

/// Umlauts, unknowns, foreign columns, categories, several providers, partial dates, own codes.
Network hard_services() {
    auto result =
        read_json(R"({"lotse": "1", "name": "Größe & „Maß“", "fictional": true, "tables": {
        "actors": [
            {"key": "jc-köln", "name": "Jobcenter \"Süd\", Köln", "kind": "jobcenter",
             "aliases": ["JC Süd", "ARGE"], "website": "https://jc-süd.example/", "area": "veedel",
             "mailbox": "team@jc.example", "legal_status": "gE", "farbe": "=1+1"},
            {"key": "b", "name": "Beratung\nmit Umbruch", "kind": "counselling",
             "part_of": "jc-köln", "short_name": "B", "website": "https://b.example/a?x=1#y",
             "year_incorporated": 1998},
            {"key": "kat", "name": "Sportvereine", "kind": "sports_club", "scope": "category"},
            {"key": "kgk", "name": "Konferenz", "kind": "health_conference", "part_of": "b"},
            {"key": "2ed6657d-e927-568b-95e1-2665a8aea6a2", "name": "Fremd", "kind": "eigen"}],
        "ties": [
            {"from": "jc-köln", "to": "b", "kind": "refers_to", "route": "self",
             "feedback": false},
            {"from": "b", "to": "jc-köln", "kind": "cooperates", "level": 2,
             "funding_share": 0.125},
            {"from": "kat", "to": "kgk", "kind": "member_of", "note": "a, \"b\""}],
        "offers": [
            {"key": "o1", "name": "Kurs", "topics": ["LP-BEW", "X-EIGEN"],
             "providers": ["kat", "b", "jc-köln"], "venues": ["v2", "v1"],
             "areas": ["veedel", "05315"], "targets": ["sgb2"], "legal": ["sgb2"],
             "free": false, "fee_eur": 12.125, "start": "2026-02-03", "end": "2026-12",
             "funders": ["jc-köln"], "languages": ["de", "Türkisch"], "status": "planned",
             "as_of": "2026-05-01", "wait_time": "3 Wochen"},
            {"key": "o2", "name": "Ohne alles", "topics": ["X-SOZ"]},
            {"key": "o3", "name": "Frei", "topics": ["X-SOZ"], "providers": ["b"], "free": true,
             "status": "paused", "start": "2026", "as_of": "2026",
             "fees_description": "Spende erbeten"}],
        "venues": [
            {"key": "v1", "name": "Müllers Saal", "lat": 50.125, "lon": 6.5,
             "barrier_free": false, "neutral": true},
            {"key": "v2", "name": "Netz", "kind": "online"},
            {"key": "v3", "name": "Leer", "kind": "other", "barrier_free": true}],
        "areas": [{"key": "veedel", "name": "Veedel", "population": 1000, "deprivation": 0.125}],
        "contacts": [
            {"actor": "b", "role": "steering", "filled": true,
             "mailbox": "rolle@b.example"},
            {"actor": "b", "role": "steering", "filled": true, "note": "zweite Stelle"},
            {"actor": "b", "role": "health_in_jobcenter", "filled": false}],
        "findings": [{"area": "veedel", "topic": "LP-ERN", "state": "none", "reason": "cost"}],
        "sources": [{"key": "q", "title": "Quelle"}],
        "codes": [
            {"list": "topics", "code": "X-EIGEN", "de": "Eigenes", "en": "Own"},
            {"list": "actor_kinds", "code": "eigen", "de": "Eigene Art", "en": "Own kind"}]
        }})");
    for (const Issue& issue : result.issues) UNSCOPED_INFO(to_string(issue, Language::en));
    REQUIRE_FALSE(result.has_errors());
    return std::move(result.network);
}

BuildResult written_and_read(const Network& network, const std::string& target,
                             const io::ExportOptions& options = everything) {
    const TestFolder folder;
    if (fs::path{target}.has_extension()) {
        folder.write(target, io::hsds_json_text(network, options));
        return *io::read_network(folder / target);
    }
    for (const io::OutputFile& file : io::hsds_files(network, options))
        folder.write(file.name, file.bytes);
    return *io::read_network(folder.path());
}

std::string of_kind(const BuildResult& result, Severity severity) {
    std::string out;
    for (const Issue& issue : result.issues)
        if (issue.severity == severity) out += to_string(issue, Language::en) + '\n';
    return out;
}

Network network_called(const std::string& name) {
    if (name == "hard") return hard_services();
    if (name == "nothing recorded")
        return read_json(R"({"lotse": "1", "tables": {"actors": [
            {"key": "ä", "name": "Ärzte für Öffentliches", "kind": "other"}],
            "offers": [{"key": "ü", "name": "Übung", "topics": ["X-SOZ"]}]}})")
            .network;
    if (name == "no actor")
        return read_json(R"({"lotse": "1", "name": "Leer", "tables": {"actors": []}})").network;
    return io::read_network(fs::path{DATASETS_DIR} / name)->network;
}

}  // namespace

TEST_CASE("HSDS gives every table back, as a folder and as one document") {
    const std::string name = GENERATE("hard", "nothing recorded", "no actor", "musterkreis",
                                      "musterkreis-vorher", "verzahnung");
    const Network network = network_called(name);
    for (const char* target : {"tables", "x.json"}) {
        INFO(name << " as " << target);
        const BuildResult back = written_and_read(network, target);
        CHECK(of_kind(back, Severity::error) == "");
        CHECK(io::json_text(back.network, everything) == io::json_text(network, everything));
        CHECK(back.network.identity().sha256 == network.identity().sha256);
        const Network twice = written_and_read(back.network, target).network;
        CHECK(twice.identity().sha256 == network.identity().sha256);
    }
}

TEST_CASE("HSDS carries no contact unless asked for") {
    const Network network = hard_services();
    for (const auto& file : io::hsds_files(network, {})) {
        INFO(file.name);
        CHECK(file.bytes.find("@") == std::string::npos);
        CHECK(file.name != "contacts.csv");
    }
    CHECK(io::hsds_json_text(network, {}).find("@") == std::string::npos);
    const auto files = io::hsds_files(network, everything);
    const auto contacts = std::ranges::find(files, "contacts.csv", &io::OutputFile::name);
    REQUIRE(contacts != files.end());
    // Heading and two roles: one that is known to be vacant is no contact.
    CHECK(std::ranges::count(contacts->bytes, '\n') == 3);
    CHECK(contacts->bytes.find("rolle@b.example") != std::string::npos);
}

TEST_CASE("many contacts of one role get ids of their own in a time that their number bounds") {
    constexpr int count = 20'000;
    NetworkTables tables = network_called("nothing recorded").tables();
    for (int i = 0; i < count; ++i) {
        Contact& contact = tables.contacts.emplace_back();
        contact.actor.key = "ä";
        contact.role = "steering";
        contact.filled = ThreeValued::yes;
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto files = io::hsds_files(Network{{}, tables}, everything);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const auto contacts = std::ranges::find(files, "contacts.csv", &io::OutputFile::name);
    REQUIRE(contacts != files.end());
    CHECK(std::ranges::count(contacts->bytes, '\n') == count + 1);
    CHECK(taken.count() < 8);  // 0.3; it was minutes
}

TEST_CASE("HSDS says of unknown things neither yes nor no") {
    const std::string text = io::hsds_json_text(network_called("nothing recorded"), {});
    CHECK(text.find("\"status\": \"active\"") != std::string::npos);
    CHECK(text.find("nicht erhoben") != std::string::npos);
    for (const char* member : {"fees", "cost_options", "schedules", "accessibility",
                               "organization_id", "false", "null", "latitude"})
        CHECK(text.find(member) == std::string::npos);
}

TEST_CASE("ids follow from keys") {
    const auto files = io::hsds_files(network_called("hard"), {});
    const auto organizations = std::ranges::find(files, "organizations.csv", &io::OutputFile::name);
    const std::string name_space = uuid_v5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "lotse.example");
    CHECK(organizations->bytes.find(uuid_v5(name_space, "actors/jc-köln") + ",\"Jobcenter") !=
          std::string::npos);
    CHECK(organizations->bytes.find("\n2ed6657d-e927-568b-95e1-2665a8aea6a2,Fremd") !=
          std::string::npos);
}

TEST_CASE("a validator of JSON schemas accepts what is written, and refuses it when it is broken") {
    const std::string node = std::string{TESTS_DIR} + "/node";
    const auto runs = [](const std::string& command) {
        return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
    };
    if (!runs("test -d " + node + "/node_modules/ajv && command -v node")) {
        WARN("skipped: ajv (scripts/setup test) is missing");
        return;
    }
    const std::string name = GENERATE("hard", "nothing recorded", "musterkreis", "verzahnung");
    const TestFolder folder;
    for (const io::OutputFile& file : io::hsds_files(network_called(name), everything))
        folder.write(file.name, file.bytes);
    folder.write("x.json", io::hsds_json_text(network_called(name), everything));
    INFO(name);
    const std::string command = "node " + node + "/hsds_is_valid.mjs " + SCHEMAS_DIR +
                                "/hsds-3.0 '" + folder.path().string() + "' > '" +
                                (folder / "log").string() + "' 2>&1";
    const int status = std::system(command.c_str());
    INFO(bytes_of(folder / "log"));
    CHECK(status == 0);
}
