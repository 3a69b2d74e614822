#include "load.hpp"
#include "output.hpp"
#include "progress.hpp"

#include <lotse/analysis/check.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/checked_workbook.hpp>
#include <lotse/io/read_network.hpp>

#include <algorithm>
#include <optional>

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

/// A workbook in and a workbook out: the user wants it back with its problems marked.
bool wants_marked_workbook(const Call& call) {
    const auto target = unicode::match_key(path_of(call.option("output")).extension().string());
    return target == "xlsx" && call.option("format", "xlsx") == "xlsx" &&
           io::is_workbook(path_of(call.arguments.front()));
}

/// nullopt: there is nothing to mark, the workbook cannot be read at all.
Result<std::optional<std::string>> marked_workbook(const Call& call, const BuildResult& built,
                                                   const io::Limits& limits) {
    io::ExportOptions options;
    options.language = call.language;
    if (call.has("with-contacts")) options.mailboxes = io::Mailboxes::include;
    return io::checked_workbook(path_of(call.arguments.front()), built.issues, options, limits);
}

Status deliver_check(const Call& call, const BuildResult& built, const Document& document,
                     const io::Limits& limits) {
    if (wants_marked_workbook(call)) {
        const auto marked = marked_workbook(call, built, limits);
        if (!marked) return marked.error();
        if (*marked) {
            if (!call.has("quiet"))
                for (const Message& sentence : document.reading) say(sentence.in(call.language));
            return io::write_file(path_of(call.option("output")), **marked, output_rules(call));
        }
    }
    if (call.option("format", "text") == "text" && call.option("output", "-") == "-") {
        end_progress();
        return io::write_standard_output(check_text(built, document, call.language));
    }
    const auto delivered = deliver(document, call);
    if (!delivered) return delivered.error();
    if (call.option("output", "-") != "-" && !call.has("quiet"))
        for (const Message& sentence : document.reading) say(sentence.in(call.language));
    return std::monostate{};
}

Result<ExitCode> run(const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    now_doing(Text{"Netz lesen", "Reading the network"});
    const auto built = io::read_network(path_of(call.arguments.front()), *limits);
    if (!built) return built.error();
    now_doing({});
    if (const auto allowed = refuse_client_data(built->issues, call.language); !allowed)
        return allowed.error();
    Document document =
        analysis::check_document(*built, std::ranges::none_of(built->issues, is_fault_of_a_file));
    document.network = built->network.identity();
    if (const auto delivered = deliver_check(call, *built, document, *limits); !delivered)
        return delivered.error();
    const bool warned = std::ranges::any_of(
        built->issues, [](const Issue& i) { return i.severity == Severity::warning; });
    const bool refused = built->has_errors() || (warned && call.has("strict"));
    return refused ? ExitCode::input : ExitCode::done;
}

}  // namespace

Command check_command() {
    std::vector<OptionInfo> options = document_options();
    options.push_back({"with-contacts",
                       {"Funktionspostfächer in der Arbeitsmappe lassen",
                        "keep function mailboxes in the workbook"},
                       OptionForm::flag,
                       "",
                       {}});
    return {"check",
            data_group,
            {"Daten prüfen", "check the data"},
            Text{"Nennt jeden Fehler und jede Auffälligkeit der Daten mit Datei, Zeile und Spalte. "
                 "Mit -o geprueft.xlsx kommt eine Arbeitsmappe zurück, in der die Stellen "
                 "gefärbt und erklärt sind.",
                 "Names every error and oddity of the data with file, row and column. With -o "
                 "checked.xlsx a workbook comes back with the places coloured and explained."},
            {network_positional()},
            std::move(options),
            run};
}

}  // namespace lotse::driver
