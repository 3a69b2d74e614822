#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <unistd.h>

using namespace lotse;

namespace {

struct Kind {
    const char* key;
    const char* name;
};

constexpr std::array kinds{
    Kind{"jobcenter", "Jobcenter Kommunale Beschäftigungsagentur"},
    Kind{"health_conference", "Kommunale Gesundheitskonferenz im Landkreis"},
    Kind{"health_insurer",
         "AOK PLUS – Die Gesundheitskasse für Sachsen und Thüringen, Geschäftsstelle"},
    Kind{"sports_club", "Turn- und Sportverein Grün-Weiß 1898 e. V."},
    Kind{"addiction_counselling", "Suchtberatungs- und -behandlungsstelle der Diakonie"},
    Kind{"family_counselling", "Schwangerschaftskonfliktberatungsstelle"},
    Kind{"training_provider", "Qualifizierungs- und Beschäftigungsgesellschaft gGmbH"},
    Kind{"psychotherapy", "Psychotherapeutische Hochschulambulanz"},
    Kind{"self_help", "Selbsthilfekontakt- und Informationsstelle"},
    Kind{"welfare_association", "Deutscher Paritätischer Wohlfahrtsverband, Kreisverband"},
    Kind{"general_practice", "Hausarztpraxis am Markt"},
    Kind{"municipality", "Stadtverwaltung, Amt für Soziales, Gesundheit und Integration"},
    Kind{"research", "Hochschule, Institut für Gesundheitswissenschaften"},
    Kind{"programme",
         "Verzahnung von Arbeits- und Gesundheitsförderung in der kommunalen Lebenswelt"},
    Kind{"working_group", "Arbeitsgruppe Arbeit und Gesundheit"},
    Kind{"council", "Kreistag"},
};

constexpr std::array places{
    "Minden-Lübbecke",        "Garmisch-Partenkirchen",
    "Mansfeld-Südharz",       "Rheingau-Taunus",
    "Altmarkkreis Salzwedel", "Worms",
    "Anhalt-Bitterfeld",      "Zwickau",
    "Ludwigslust-Parchim",    "Mönchengladbach",
    "Nordwestmecklenburg",    "Ulm",
};

}  // namespace

TestTables sample_tables(std::size_t actors) {
    TestTables tables;
    for (std::size_t i = 0; i < actors; ++i) {
        const Kind& kind = kinds[i % kinds.size()];
        Actor& actor = tables.actor("k" + std::to_string(1000 + i), kind.key);
        actor.name =
            std::string{kind.name} + " " + places[(i * 7 + i / kinds.size()) % places.size()];
    }
    std::mt19937 random{7};  // its sequence is fixed by the standard, unlike distributions
    const std::size_t connected = actors - actors / 10;
    for (std::size_t i = 1; i < connected; ++i) {
        const std::size_t hub =
            (random() % 3 == 0 ? i - 1 : random() % std::min<std::size_t>(i, 12));
        Tie& tie = tables.tie("k" + std::to_string(1000 + hub), "k" + std::to_string(1000 + i),
                              all_enumerators<TieKind>[random() % 17].value);
        tie.level = static_cast<std::int64_t>(random() % 5);
        if (random() % 2 == 0)
            tables.tie("k" + std::to_string(1000 + i),
                       "k" + std::to_string(1000 + random() % connected), TieKind::refers_to);
    }
    return tables;
}

viz::Drawing sample_map(std::size_t actors, viz::Paper paper) {
    viz::PictureOptions options;
    options.paper = paper;
    Result<viz::Drawing> drawing = viz::partner_map(*sample_tables(actors).network(), options);
    REQUIRE(drawing);
    return *drawing;
}

driver::Picture rendered(const viz::Drawing& drawing, driver::PictureFormat format) {
    const auto picture = driver::render_with(RENDERER, viz::to_json(drawing), format, {});
    if (!picture) FAIL(picture.error().message.en);
    return *picture;
}

std::string output_of(std::string command, const std::string& input) {
    std::string name = (std::filesystem::temp_directory_path() / "lotse-viz-XXXXXX").string();
    const int file = mkstemp(name.data());
    REQUIRE(file >= 0);
    close(file);
    std::ofstream{name, std::ios::binary} << input;
    command.replace(command.find('%'), 1, name);
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> buffer;
    for (std::size_t count; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.append(buffer.data(), count);
    const int status = pclose(pipe);
    unlink(name.c_str());
    INFO(command << ": " << output.substr(0, 300));
    REQUIRE(status == 0);
    return output;
}

std::vector<std::string> all_texts(const viz::Drawing& drawing) {
    std::vector<std::string> texts;
    for (const viz::TextLine& label : drawing.labels) texts.push_back(label.text);
    for (const viz::Node& node : drawing.nodes) {
        texts.push_back(node.tag);
        texts.insert(texts.end(), node.lines.begin(), node.lines.end());
    }
    return texts;
}
