#include "command_line.hpp"

#include <lotse/base/unicode.hpp>

namespace lotse::driver {
namespace {

std::string padded(std::string text, std::size_t width) {
    const std::size_t length = unicode::length(text);
    if (length < width) text.append(width - length, ' ');
    return text;
}

/// Words wrapped at 100 columns, further lines indented.
std::string wrapped(std::string_view text, std::size_t indent) {
    constexpr std::size_t line_length = 100;
    std::string out;
    std::size_t column = indent;
    while (!text.empty()) {
        const auto end = text.find(' ');
        const auto word = text.substr(0, end);
        const std::size_t length = unicode::length(word);
        if (column > indent && column + 1 + length > line_length) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += length;
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string option_line(const OptionInfo& option, Language language) {
    std::string name = "  ";
    if (const char letter = short_name(option.key)) name += std::string{'-', letter} + ", ";
    name += "--" + option.key;
    if (!option.choices.empty()) {
        name += ' ';
        for (const std::string& choice : option.choices)
            name += (&choice == &option.choices.front() ? "" : "|") + choice;
    } else if (option.form != OptionForm::flag) {
        name += option.form == OptionForm::list ? " X…" : " X";
    }
    std::string text{option.label.in(language)};
    if (!option.default_text.empty() && option.default_text != "0")
        text +=
            (language == Language::de ? " (Vorgabe: " : " (default: ") + option.default_text + ")";
    constexpr std::size_t width = 30;
    std::string line = padded(name, width);
    if (unicode::length(name) >= width) line += '\n' + std::string(width, ' ');
    return line + wrapped(text, width) + '\n';
}

}  // namespace

std::string general_help(Language language) {
    const auto in = [&](Text text) { return std::string{text.in(language)}; };
    std::string out = in(
        {"lotse – Partnernetze der Arbeits- und Gesundheitsförderung: Lücken, Wege, Rollen, Karten",
         "lotse - partner networks of work and health promotion: gaps, paths, roles, maps"});
    out += "\n\n" +
           in({"Aufruf: lotse BEFEHL NETZ [Optionen]", "Usage: lotse COMMAND NETWORK [options]"}) +
           "\n\n";
    out +=
        wrapped(in({"NETZ ist ein Ordner mit CSV-Tabellen, eine Arbeitsmappe (.xlsx, .ods, .xls), "
                    "eine Datei .json, .gexf, .graphml, .gml oder .net, HSDS (Ordner oder .json) "
                    "oder nodes.csv mit edges.csv (Gephi).",
                    "NETWORK is a folder of CSV tables, a workbook (.xlsx, .ods, .xls), a file "
                    ".json, .gexf, .graphml, .gml or .net, HSDS (folder or .json), or nodes.csv "
                    "with edges.csv (Gephi)."}),
                0) +
        "\n\n";
    std::string_view group;
    for (const Command& command : commands()) {
        if (command.group.de != group) out += in(command.group) + ":\n";
        group = command.group.de;
        out += "  " + padded(std::string{command.name}, 16) +
               wrapped(command.title.in(language), 18) + '\n';
    }
    out += '\n' +
           in({"„lotse BEFEHL --help“ erklärt einen Befehl. --version nennt die Version.",
               "'lotse COMMAND --help' explains a command. --version tells the version."}) +
           '\n';
    return out;
}

std::string usage_line(const Command& command, Language language) {
    std::string out{command.name};
    for (const Positional& p : command.positionals) {
        const std::string name{p.name.in(language)};
        out += p.presence == Positional::Presence::required ? " " + name : " [" + name + "]";
    }
    return out + (language == Language::de ? " [Optionen]" : " [options]");
}

std::string command_help(const Command& command, Language language) {
    std::string out = "lotse " + std::string{command.name} + " – " +
                      std::string{command.title.in(language)} + "\n\n";
    out += language == Language::de ? "Aufruf: lotse " : "Usage: lotse ";
    out += usage_line(command, language) + "\n\n";
    out += wrapped(command.description.in(language), 0) + "\n\n";
    for (const Positional& p : command.positionals)
        out += padded("  " + std::string{p.name.in(language)}, 30) +
               wrapped(p.label.in(language), 30) + '\n';
    const auto section = [&](Text title, std::span<const OptionInfo> options) {
        if (options.empty()) return;
        out += '\n' + std::string{title.in(language)} + '\n';
        for (const OptionInfo& option : options) out += option_line(option, language);
    };
    section({"Optionen dieses Befehls:", "Options of this command:"}, command.options);
    section({"Optionen aller Befehle:", "Options of every command:"}, common_options());
    return out;
}

}  // namespace lotse::driver
