#include "load.hpp"
#include "output.hpp"

#include <lotse/analysis/check.hpp>
#include <lotse/io/read_network.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

/// For people: one line an issue, as compilers write them, then the counts.
std::string check_text(const BuildResult& built, const Document& document, Language language) {
    std::string out;
    for (const Issue& issue : built.issues) out += to_string(issue, language) + '\n';
    if (!out.empty()) out += '\n';
    for (const Message& sentence : document.reading) out += sentence.in(language) + '\n';
    return out;
}

Result<ExitCode> run(const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto built = io::read_network(path_of(call.arguments.front()), *limits);
    if (!built) return built.error();
    if (const auto allowed = refuse_client_data(*built, call.language); !allowed)
        return allowed.error();
    Document document = analysis::check_document(*built);
    document.network = built->network.identity();
    if (call.option("format", "text") == "text" && call.option("output", "-") == "-") {
        const auto written = io::write_standard_output(check_text(*built, document, call.language));
        if (!written) return written.error();
    } else if (const auto delivered = deliver(document, call); !delivered) {
        return delivered.error();
    }
    const bool warned = std::ranges::any_of(
        built->issues, [](const Issue& i) { return i.severity == Severity::warning; });
    const bool refused = built->has_errors() || (warned && call.has("strict"));
    return refused ? ExitCode::input : ExitCode::done;
}

}  // namespace

Command check_command() {
    return {"check",
            {"Daten prüfen", "check the data"},
            Text{"Nennt jeden Fehler und jede Auffälligkeit der Daten mit Datei, Zeile und Spalte.",
                 "Names every error and oddity of the data with file, row and column."},
            {{"NETZ",
              {"Ordner mit CSV-Tabellen oder JSON-Datei", "folder of CSV tables or JSON file"}}},
            document_options(),
            run};
}

}  // namespace lotse::driver
