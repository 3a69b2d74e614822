#include "load.hpp"
#include "output.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/new_network.hpp>

namespace lotse::driver {
namespace {

Status write_workbook(const std::filesystem::path& target, const io::OutputRules& rules,
                      Language language) {
    if (auto possible = io::check_file_target(target, rules); !possible) return possible;
    const auto bytes = io::new_workbook(language);
    if (!bytes) return bytes.error();
    return io::write_file(target, *bytes, rules);
}

Result<ExitCode> run(const Call& call) {
    const auto target = path_of(call.arguments.front());
    io::OutputRules rules = output_rules(call);
    rules.inputs.clear();
    const std::string ending = unicode::match_key(target.extension().string());
    if (!ending.empty() && ending != "xlsx" && !std::filesystem::is_directory(target))
        return Error{ErrorKind::usage,
                     message({"„{}“: Ein leeres Netz schreibt lotse als .xlsx oder als Ordner.",
                              "'{}': lotse writes an empty network as .xlsx or as a folder."},
                             {call.arguments.front()})};
    const Status written = ending == "xlsx"
                               ? write_workbook(target, rules, call.language)
                               : io::write_folder(target, io::new_folder(call.language), rules);
    if (!written) return written.error();
    if (!call.has("quiet"))
        say(std::string{
            Text{"lotse: Leeres Netz geschrieben. Bitte nur Einrichtungen und Rollen eintragen, "
                 "keine Namen von Personen und keine Daten von Kundinnen und Kunden.",
                 "lotse: empty network written. Enter organisations and roles only, no names of "
                 "persons and no data of clients."}
                .in(call.language)});
    return ExitCode::done;
}

}  // namespace

Command new_command() {
    return {"new",
            data_group,
            {"leeres Netz zum Ausfüllen anlegen", "make an empty network to fill in"},
            Text{"Schreibt eine Arbeitsmappe mit Auswahllisten, Erklärungen und Beispielzeilen, "
                 "oder einen Ordner mit leeren CSV-Tabellen.",
                 "Writes a workbook with drop-downs, explanations and example rows, or a folder of "
                 "empty CSV tables."},
            {{"ZIEL", {"Datei .xlsx oder Ordner", "file .xlsx or folder"}}},
            {},
            run};
}

}  // namespace lotse::driver
