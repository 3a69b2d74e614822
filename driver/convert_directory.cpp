#include "convert_directory.hpp"

#include "load.hpp"
#include "output.hpp"
#include "pseudonymise.hpp"

#include <lotse/io/flat_directory.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

/// Errors always, the rest unless --quiet; nothing with --pseudonymise.
void say_issues(const std::vector<Issue>& issues, const Call& call) {
    if (call.has("pseudonymise")) return;  // they repeat names
    for (const Issue& issue : issues)
        if (issue.severity == Severity::error || !call.has("quiet"))
            say(to_string(issue, call.language));
}

bool has(const std::vector<Issue>& issues, Severity severity) {
    return std::ranges::any_of(issues, [&](const Issue& i) { return i.severity == severity; });
}

std::vector<Message> summary(const io::DirectoryResult& read) {
    const io::DirectoryCounts& rows = read.counts;
    const NetworkTables& tables = read.built.network.tables();
    const auto text = [](std::size_t n) { return std::to_string(n); };
    return {message({"Zeilen: {}, davon übernommen {}, abgewiesen {}, übergangen {}; dazu "
                     "Titelzeilen {}, leere {}.",
                     "Rows: {}, of these used {}, rejected {}, passed over {}; besides title rows "
                     "{}, blank ones {}."},
                    {std::to_string(rows.rows), std::to_string(rows.used),
                     std::to_string(rows.rejected), std::to_string(rows.passed_over),
                     std::to_string(rows.titles), std::to_string(rows.blank)}),
            message({"Das Netz: Akteure {}, Angebote {}, Orte {}.",
                     "The network: actors {}, offers {}, venues {}."},
                    {text(tables.actors.size()), text(tables.offers.size()),
                     text(tables.venues.size())})};
}

}  // namespace

std::vector<OptionInfo> directory_options() {
    return {
        {"propose-map",
         {"Angebotsverzeichnis (eine Zeile je Angebot): eine Zuordnung der Spalten vorschlagen, "
          "sonst nichts",
          "service directory (one row an offer): propose a map of its columns, nothing else"},
         OptionForm::flag,
         "",
         {}},
        {"map",
         {"Angebotsverzeichnis nach dieser Zuordnung einlesen",
          "read a service directory by this map"},
         OptionForm::single,
         "",
         {}},
        {"output",
         {"Datei des Vorschlags; „-“ ist die Standardausgabe",
          "file of the proposal; '-' is standard output"},
         OptionForm::single,
         "-",
         {}}};
}

Result<ExitCode> propose_map(const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto proposed =
        io::propose_column_map(path_of(call.arguments.front()), call.language, *limits);
    if (!proposed) return proposed.error();
    if (const auto allowed = refuse_client_data(proposed->issues, call.language); !allowed)
        return allowed.error();
    say_issues(proposed->issues, call);
    if (proposed->text.empty())
        return Error{ErrorKind::input,
                     Text{"Das Verzeichnis ist nicht zu lesen.", "The directory cannot be read."}};
    const std::string target = call.option("output", "-");
    const Status written =
        target == "-" ? io::write_standard_output(proposed->text)
                      : io::write_file(path_of(target), proposed->text, output_rules(call));
    if (!written) return written.error();
    if (target != "-" && !call.has("quiet"))
        say(message(
                {"lotse: Zuordnung vorgeschlagen in „{}“. Bitte durchsehen, dann: lotse convert "
                 "{} {} --map {}",
                 "lotse: map proposed in '{}'. Look it through, then: lotse convert {} {} "
                 "--map {}"},
                {target, call.arguments[0], call.arguments[1], target})
                .in(call.language));
    return ExitCode::done;
}

Result<std::shared_ptr<const Network>> load_directory(const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    auto read = io::read_flat_directory(path_of(call.arguments.front()),
                                        path_of(call.option("map")), *limits);
    if (!read) return read.error();
    const std::vector<Issue>& issues = read->built.issues;
    if (const auto allowed = refuse_client_data(issues, call.language); !allowed)
        return allowed.error();
    say_issues(issues, call);
    if (!call.has("quiet"))
        for (const Message& sentence : summary(*read)) say("lotse: " + sentence.in(call.language));
    if (!read->was_read)
        return Error{ErrorKind::input,
                     Text{"Die Zuordnung oder das Verzeichnis hat Fehler, ohne deren Berichtigung "
                          "keine Zeile zu lesen ist; es ist nichts geschrieben.",
                          "The map or the directory has errors; until they are corrected no row "
                          "can be read. Nothing is written."}};
    if (std::ranges::any_of(issues, is_fault_of_a_file))
        return Error{ErrorKind::input,
                     Text{"Das Verzeichnis hat Fehler, die nicht nur einzelne Zeilen betreffen; es "
                          "ist nichts geschrieben. Bitte berichtigen.",
                          "The directory has errors that concern more than single rows; nothing is "
                          "written. Correct them."}};
    if (has(issues, Severity::error) && !call.has("skip-bad-rows"))
        return Error{
            ErrorKind::input,
            Text{"Das Verzeichnis hat Fehler; es ist nichts geschrieben. Bitte berichtigen, "
                 "oder mit --skip-bad-rows ohne die fehlerhaften Zeilen weitermachen.",
                 "The directory has errors; nothing is written. Correct them, or go on "
                 "without the faulty rows by --skip-bad-rows."}};
    if (has(issues, Severity::warning) && call.has("strict"))
        return Error{ErrorKind::input,
                     Text{"Das Verzeichnis hat Warnungen (--strict); es ist nichts geschrieben.",
                          "The directory has warnings (--strict); nothing is written."}};
    std::vector<std::shared_ptr<const Network>> networks{
        std::make_shared<const Network>(std::move(read->built.network))};
    Call named = call;
    pseudonymise(networks, named);
    return honestly_titled(networks.front(), read->built.rows.rejected, call);
}

}  // namespace lotse::driver
