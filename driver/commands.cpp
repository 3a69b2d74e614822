#include "command.hpp"

namespace lotse::driver {

ExitCode exit_code(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::usage: return ExitCode::usage;
        case ErrorKind::input: return ExitCode::input;
        case ErrorKind::privacy: return ExitCode::privacy;
        case ErrorKind::limit: return ExitCode::limit;
        case ErrorKind::input_output: return ExitCode::file;
        case ErrorKind::renderer: return ExitCode::renderer;
        case ErrorKind::engine: return ExitCode::defect;
    }
    return ExitCode::defect;
}

std::span<const OptionInfo> common_options() {
    static const std::vector<OptionInfo> options{
        {"language",
         {"Sprache der Ausgabe", "language of the output"},
         OptionForm::single,
         "",
         {"de", "en"}},
        {"limit",
         {"Grenze für die Eingabe anheben: NAME=WERT (z. B. file-mb=128)",
          "raise a limit of the input: NAME=VALUE (e.g. file-mb=128)"},
         OptionForm::list,
         "",
         {}},
        {"skip-bad-rows",
         {"ohne die fehlerhaften Zeilen weitermachen", "go on without the faulty rows"},
         OptionForm::flag,
         "",
         {}},
        {"strict",
         {"Warnungen wie Fehler behandeln", "treat warnings as errors"},
         OptionForm::flag,
         "",
         {}},
        {"overwrite",
         {"vorhandene Ausgabe ersetzen", "replace an existing output"},
         OptionForm::flag,
         "",
         {}},
        {"threads",
         {"Zahl der Rechenfäden; das Ergebnis ist immer dasselbe",
          "number of threads; the result is always the same"},
         OptionForm::single,
         "",
         {}},
        {"quiet",
         {"keine Hinweise auf der Fehlerausgabe", "no remarks on standard error"},
         OptionForm::flag,
         "",
         {}},
        {"no-progress",
         {"keinen Fortschritt anzeigen", "show no progress"},
         OptionForm::flag,
         "",
         {}},
        {"help", {"diese Hilfe", "this help"}, OptionForm::flag, "", {}},
    };
    return options;
}

Positional network_positional() {
    return {"NETZ",
            {"Ordner mit CSV-Tabellen, Arbeitsmappe, JSON- oder Graphdatei",
             "folder of CSV tables, workbook, JSON or graph file"}};
}

std::span<const Command> commands() {
    static const std::vector<Command> all = [] {
        std::vector<Command> out{new_command(), check_command(), convert_command(), list_command(),
                                 generate_command()};
        for (Command& command : analysis_commands()) out.push_back(std::move(command));
        out.push_back(compare_command());
        out.push_back(draw_command());
        out.push_back(report_command());
        out.push_back(demo_command());
        return out;
    }();
    return all;
}

}  // namespace lotse::driver
