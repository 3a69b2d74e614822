#include "load.hpp"
#include "output.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/new_network.hpp>
#include <lotse/model/starter.hpp>

namespace lotse::driver {
namespace {

namespace fs = std::filesystem;

enum class Form { folder, workbook, json };

Result<Form> form_of(const Call& call, const fs::path& target) {
    const fs::path named = target.has_filename() ? target : target.parent_path();  // "x.xlsx/"
    const std::string ending = unicode::match_key(named.extension().string());
    if (ending == "xlsx") return Form::workbook;
    std::error_code failed;
    if (ending.empty() || fs::is_directory(target, failed)) return Form::folder;
    if (ending == "json" && call.has("area")) return Form::json;
    return Error{ErrorKind::usage,
                 message({"„{}“: Ein neues Netz schreibt lotse als .xlsx oder als Ordner, ein "
                          "Startnetz (--area) auch als .json.",
                          "'{}': lotse writes a new network as .xlsx or as a folder, a starter "
                          "network (--area) as .json too."},
                         {call.arguments.front()})};
}

/// Is the target free? Asked before anything is computed.
Status check_target(Form form, const fs::path& target, const io::OutputRules& rules) {
    return form == Form::folder ? io::check_folder_target(target, rules)
                                : io::check_file_target(target, rules);
}

Status write_empty(Form form, const fs::path& target, const io::OutputRules& rules,
                   Language language) {
    if (form == Form::folder) return io::write_folder(target, io::new_folder(language), rules);
    const auto bytes = io::new_workbook(language);
    if (!bytes) return bytes.error();
    return io::write_file(target, *bytes, rules);
}

Status write_begun(Form form, const Network& network, const fs::path& target,
                   const io::OutputRules& rules, Language language) {
    if (form == Form::folder) return io::write_folder(target, io::begun_folder(network), rules);
    if (form == Form::json) return io::write_file(target, io::json_text(network), rules);
    const auto bytes = io::begun_workbook(network, language);
    if (!bytes) return bytes.error();
    return io::write_file(target, *bytes, rules);
}

void say_empty(Language language) {
    say(std::string{
        Text{"lotse: Leeres Netz geschrieben. Bitte nur Einrichtungen und Rollen eintragen, "
             "keine Namen von Personen und keine Daten von Kundinnen und Kunden.",
             "lotse: empty network written. Enter organisations and roles only, no names of "
             "persons and no data of clients."}
            .in(language)});
}

void say_begun(const Starter& starter, std::size_t actors, const Call& call) {
    const auto line = [&](Text words, std::initializer_list<std::string_view> arguments = {}) {
        say("lotse: " + message(words, arguments).in(call.language));
    };
    line({"Startnetz geschrieben. Kreise: {}, Akteure: {}, Beziehungen: noch keine erfasst.",
          "starter network written. Kreise: {}, actors: {}, ties: none recorded yet."},
         {std::to_string(starter.districts.size()), std::to_string(actors)});
    for (const Message& left_out : starter.left_out) say("lotse: " + left_out.in(call.language));
    line(
        {"Alle Akteure sind aus Regeln angenommen, niemand hat sie bestätigt. Was nicht erfasst "
         "ist, kann es trotzdem geben.",
         "all actors are assumed from rules, nobody has confirmed them. What is not recorded may "
         "exist nevertheless."});
    line({"Als Nächstes: jede Zeile der Akteure prüfen und die Sicherheit auf „gesichert“ setzen, "
          "Beziehungen und Angebote eintragen, dann: lotse check {}",
          "next: check every row of the actors and set its confidence to 'confirmed', enter ties "
          "and offers, then: lotse check {}"},
         {call.arguments.front()});
}

Result<ExitCode> run(const Call& call) {
    const auto target = path_of(call.arguments.front());
    const io::OutputRules rules = output_rules(call, {});
    const auto form = form_of(call, target);
    if (!form) return form.error();
    std::optional<Starter> starter;
    if (const auto keys = call.options.find("area"); keys != call.options.end()) {
        auto made = starter_network(keys->second, call.language);
        if (!made) return made.error();
        starter = *std::move(made);
    }
    if (auto possible = check_target(*form, target, rules); !possible) return possible.error();
    if (!starter) {
        const Status written = write_empty(*form, target, rules, call.language);
        if (!written) return written.error();
        if (!call.has("quiet")) say_empty(call.language);
        return ExitCode::done;
    }
    const Network network{std::move(starter->info), std::move(starter->tables)};
    const Status written = write_begun(*form, network, target, rules, call.language);
    if (!written) return written.error();
    if (!call.has("quiet")) say_begun(*starter, network.actors().size(), call);
    return ExitCode::done;
}

}  // namespace

Command new_command() {
    return {"new",
            data_group,
            {"leeres Netz oder Startnetz anlegen", "make an empty network or a starter network"},
            Text{"Schreibt eine Arbeitsmappe mit Auswahllisten, Erklärungen und Beispielzeilen, "
                 "oder einen Ordner mit leeren CSV-Tabellen. Mit --area ist es ein Startnetz: "
                 "Jobcenter, Agentur für Arbeit, Gesundheitsamt und, wo das Landesrecht eine "
                 "verlangt, die Gesundheitskonferenz der genannten Kreise, alles angenommen und zu "
                 "bestätigen.",
                 "Writes a workbook with drop-downs, explanations and example rows, or a folder of "
                 "empty CSV tables. With --area it is a starter network: jobcenter, employment "
                 "agency, public health office and, where the law of the Land demands one, health "
                 "conference of the Kreise named, all assumed and to be confirmed."},
            {{{"ZIEL", "TARGET"},
              {"Datei .xlsx oder Ordner, mit --area auch .json",
               "file .xlsx or folder, with --area also .json"}}},
            {{"area",
              {"Startnetz für Kreise (5 Ziffern), Länder (2 Ziffern) oder ganz Deutschland (de)",
               "starter network for Kreise (5 digits), Länder (2 digits) or all of Germany (de)"},
              OptionForm::list,
              "",
              {}}},
            run};
}

}  // namespace lotse::driver
