#include "man_page.hpp"

#include "command_line.hpp"
#include "values.hpp"

#include <lotse/analysis/analysis.hpp>
#include <lotse/base/version.hpp>

namespace lotse::driver::manual {
namespace {

/// Code lists longer than this are left to `lotse list codes`.
constexpr std::size_t most_words = 20;

/// Text as roff shows it literally: `-` as the sign that is typed, no macro at the start of a line.
std::string literal(std::string_view text) {
    std::string out;
    if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

/// Never hyphenated.
std::string bold(std::string_view text) {
    return "\\fB\\%" + literal(text) + "\\fR";
}

std::string italic(std::string_view text) {
    return "\\fI" + literal(text) + "\\fR";
}

std::string title_line(std::string name, Language language) {
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const Text manual{"Handbuch von lotse", "Manual of lotse"};
    return ".TH \"" + literal(name) + "\" 1 \"\" \"lotse " + std::string{version} + "\" \"" +
           std::string{manual.in(language)} + "\"\n";
}

std::string section(Text title, Language language) {
    return ".SH " + std::string{title.in(language)} + '\n';
}

std::string tagged(const std::string& tag, const std::string& text) {
    return ".TP\n" + tag + '\n' + text + '\n';
}

/// "LP-BEW (Bewegung), …"; empty: the list is too long or says nothing beyond its words.
std::string listed(const Values& values, Language language) {
    if (values.name.empty() || values.words.size() > most_words) return {};
    std::string out;
    for (const Word& word : values.words)
        out += (out.empty() ? "" : ", ") + bold(word.text) + " (" +
               literal(word.label.in(language)) + ')';
    return out;
}

std::string option_entry(const OptionInfo& option, Language language) {
    std::string tag;
    if (const char letter = short_name(option.key)) tag = bold(std::string{'-', letter}) + ", ";
    tag += bold("--" + option.key);
    const Values values = values_of(option);
    if (!option.choices.empty()) {
        std::string choices;
        for (const Word& word : values.words)
            choices += (choices.empty() ? "" : "|") + bold(word.text);
        tag += ' ' + choices;
    } else if (option.form != OptionForm::flag) {
        tag += ' ' + italic(Text{"WERT", "VALUE"}.in(language));
        if (option.form == OptionForm::list) tag += " …";
    }
    std::string text = literal(option.label.in(language));
    if (!option.default_text.empty() && option.default_text != "0")
        text += std::string{Text{" (Vorgabe: ", " (default: "}.in(language)} +
                literal(option.default_text) + ')';
    if (const std::string words = listed(values, language); !words.empty()) text += ": " + words;
    return tagged(tag, text);
}

std::string exit_section(Language language) {
    std::string out = section({"RÜCKGABEWERTE", "EXIT STATUS"}, language);
    for (const ExitStatus& status : exit_statuses())
        out += tagged(bold(std::to_string(status.code)), literal(status.label.in(language)));
    return out;
}

/// Where the method of an analysis is defined.
std::string method_section(const Command& command, Language language) {
    const analysis::Entry* entry = analysis::find(command.name);
    if (entry == nullptr || entry->info.source.empty()) return {};
    return section({"METHODE", "METHOD"}, language) + literal(entry->info.source) + '\n';
}

std::string page_name(std::string_view command) {
    return "lotse-" + std::string{command};
}

std::string example(std::string_view words, Text meaning, Language language) {
    return ".PP\n" + literal(meaning.in(language)) + "\n.PP\n.RS 4\n.EX\n" + literal(words) +
           "\n.EE\n.RE\n";
}

std::string examples(Language language) {
    return section({"BEISPIELE", "EXAMPLES"}, language) +
           example(
               "lotse new netz.xlsx",
               {"Eine leere Arbeitsmappe mit Auswahllisten:", "An empty workbook with drop-downs:"},
               language) +
           example("lotse check netz.xlsx",
                   {"Was an den Daten falsch oder fraglich ist:",
                    "What is wrong or doubtful in the data:"},
                   language) +
           example("lotse coverage netz.xlsx --area 15 --topic LP-BEW",
                   {"Wo es in Sachsen-Anhalt ein Angebot zur Bewegung gibt:",
                    "Where in Sachsen-Anhalt there is an offer of physical activity:"},
                   language) +
           example("lotse draw partners netz.xlsx -o karte.pdf",
                   {"Eine Partnerkarte zum Drucken:", "A map of partners to print:"}, language) +
           example("lotse report netz.xlsx -o mappe",
                   {"Alles zusammen als Mappe für einen Workshop:",
                    "Everything together as a folder for a workshop:"},
                   language);
}

}  // namespace

std::string program_page(Language language) {
    const auto in = [&](Text text) { return literal(text.in(language)); };
    std::string out = title_line("lotse", language);
    out += section({"BEZEICHNUNG", "NAME"}, language) + "lotse \\- " +
           in({"Partnernetze der Arbeits- und Gesundheitsförderung auswerten und zeichnen",
               "analyse and draw partner networks of work and health promotion"}) +
           '\n';
    out += section({"ÜBERSICHT", "SYNOPSIS"}, language) + bold("lotse") + ' ' +
           italic(Text{"BEFEHL NETZ", "COMMAND NETWORK"}.in(language)) + ' ' +
           in({"[Optionen]", "[options]"}) + "\n.br\n" + bold("lotse --help") + "\n.br\n" +
           bold("lotse --version") + '\n';
    out += section({"BESCHREIBUNG", "DESCRIPTION"}, language) +
           in({"lotse beantwortet aus Tabellen von Akteuren, Beziehungen und Angeboten, was ein "
               "Partnernetz abdeckt, welche Wege es bietet und was ihm fehlt, und zeichnet Karten "
               "davon. Ein Netz ist ein Ordner mit CSV-Tabellen, eine Arbeitsmappe (.xlsx, .ods, "
               ".xls), eine Datei .json, .gexf, .graphml, .gml oder .net, HSDS (Ordner oder "
               ".json) oder nodes.csv mit edges.csv (Gephi). Es enthält Einrichtungen, keine "
               "Personen. Eine leere Zelle heißt: nicht erfasst.",
               "From tables of actors, ties and offers, lotse answers what a network of partners "
               "covers, which paths it offers and what it lacks, and draws maps of it. A network "
               "is a folder of CSV tables, a workbook (.xlsx, .ods, .xls), a file .json, .gexf, "
               ".graphml, .gml or .net, HSDS (folder or .json), or nodes.csv with edges.csv "
               "(Gephi). It holds institutions, not persons. An empty cell means: not "
               "recorded."}) +
           '\n';
    out += section({"BEFEHLE", "COMMANDS"}, language);
    std::string_view group;
    for (const Command& command : commands()) {
        if (command.group.de != group) out += ".SS " + in(command.group) + '\n';
        group = command.group.de;
        out += tagged(bold(page_name(command.name)) + "(1)", in(command.title));
    }
    out += examples(language);
    out += exit_section(language);
    out += section({"UMGEBUNG", "ENVIRONMENT"}, language) +
           tagged(bold("LOTSE_LANGUAGE"),
                  in({"Sprache der Ausgabe, de oder en. Vorrang hat --language; ohne beides gilt "
                      "die Spracheinstellung des Systems, sonst Deutsch.",
                      "language of the output, de or en. --language goes before it; without both "
                      "the locale decides, else German."}));
    out += section({"DATEIEN", "FILES"}, language) +
           tagged(italic("../share/lotse/datasets"),
                  in({"neben dem Programm: Beispielnetze, Gebiete und Codes, mit Quellen und "
                      "Lizenzen",
                      "beside the program: example networks, areas and codes, with sources and "
                      "licences"}));
    return out;
}

std::string command_page(const Command& command, Language language) {
    const auto in = [&](Text text) { return literal(text.in(language)); };
    const std::string name = page_name(command.name);
    std::string out = title_line(name, language);
    out += section({"BEZEICHNUNG", "NAME"}, language) + literal(name) + " \\- " +
           in(command.title) + '\n';
    out += section({"ÜBERSICHT", "SYNOPSIS"}, language) + bold("lotse") + ' ' +
           literal(usage_line(command, language)) + '\n';
    out += section({"BESCHREIBUNG", "DESCRIPTION"}, language) +
           literal(command.description.in(language)) + '\n';
    if (!command.positionals.empty()) out += section({"ARGUMENTE", "ARGUMENTS"}, language);
    for (const Positional& positional : command.positionals)
        out += tagged(italic(positional.name.in(language)), in(positional.label));
    if (!command.options.empty()) out += section({"OPTIONEN", "OPTIONS"}, language);
    for (const OptionInfo& option : command.options) out += option_entry(option, language);
    out += section({"OPTIONEN ALLER BEFEHLE", "OPTIONS OF EVERY COMMAND"}, language);
    for (const OptionInfo& option : common_options()) out += option_entry(option, language);
    out += method_section(command, language);
    out += exit_section(language);
    out += section({"SIEHE AUCH", "SEE ALSO"}, language) + bold("lotse") + "(1)\n";
    return out;
}

}  // namespace lotse::driver::manual
