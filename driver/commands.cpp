#include "command.hpp"

#include <array>

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

std::span<const ExitStatus> exit_statuses() {
    static constexpr std::array all{
        ExitStatus{0, {"fertig, Warnungen sind möglich", "done, warnings are possible"}},
        ExitStatus{1, {"Fehler im Programm", "a defect of the program"}},
        ExitStatus{2, {"falscher Aufruf", "wrong usage"}},
        ExitStatus{3, {"die Eingabe hat Fehler", "the input has errors"}},
        ExitStatus{4, {"aus Gründen des Datenschutzes abgelehnt", "refused for privacy"}},
        ExitStatus{5,
                   {"über einer Grenze, die --limit anheben kann",
                    "over a limit, which --limit can raise"}},
        ExitStatus{6,
                   {"eine Datei war nicht zu lesen oder zu schreiben",
                    "a file could not be read or written"}},
        ExitStatus{7, {"die Karte war nicht zu zeichnen", "the map could not be drawn"}},
        ExitStatus{130,
                   {"abgebrochen mit Strg+C; nichts ist halb geschrieben",
                    "interrupted with Ctrl+C; nothing is half written"}},
        ExitStatus{143,
                   {"von außen beendet; nichts ist halb geschrieben",
                    "ended from outside; nothing is half written"}},
    };
    return all;
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
    return {{"NETZ", "NETWORK"},
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
