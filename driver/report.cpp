#include "report.hpp"

#include "draw.hpp"
#include "output.hpp"
#include "positions.hpp"
#include "pseudonymise.hpp"

#include <lotse/base/sha256.hpp>

#include <algorithm>
#include <array>

namespace lotse::driver {
namespace {

Result<ExitCode> run(const Call& call) {
    if (!call.has("output"))
        return Error{ErrorKind::usage, Text{"Es fehlt -o ORDNER für den Bericht.",
                                            "Missing: -o FOLDER for the report."}};
    const auto network = path_of(call.arguments.front());
    const auto folder = path_of(call.option("output"));
    return call.has("each") ? write_report_of_each_area(network, folder, call)
                            : write_report(network, folder, call);
}

}  // namespace

io::OutputRules report_rules(const std::filesystem::path& network, const Call& call) {
    io::OutputRules rules = output_rules(call, {});
    rules.inputs.push_back(network);
    return rules;
}

Result<Loaded> load_for_report(const Call& call, const std::filesystem::path& network) {
    const auto places = read_positions(call);
    if (!places) return places.error();
    std::vector<Loaded> both;
    if (call.has("before")) {
        auto loaded = load_two(call, path_of(call.option("before")), network);
        if (!loaded) return loaded.error();
        both = *std::move(loaded);
    } else {
        auto loaded = load(call, network);
        if (!loaded) return loaded.error();
        both.push_back(*std::move(loaded));
    }
    Loaded loaded = std::move(both.back());
    if (both.size() > 1) loaded.before = std::make_shared<const Loaded>(std::move(both.front()));
    note_unknown_positions(*places, {loaded.network.get()}, call);
    return loaded;
}

std::vector<std::pair<std::string, Value>> report_options(const Loaded& loaded, const Call& call) {
    constexpr std::array<std::string_view, 8> without_effect{
        "output", "overwrite", "quiet", "no-progress", "threads", "limit", "strict", "language"};
    std::vector<std::pair<std::string, Value>> out{
        {"language", std::string{call.language == Language::de ? "de" : "en"}}};
    const Command command = report_command();
    for (const auto& [key, values] : call.options) {
        if (std::ranges::find(without_effect, key) != without_effect.end() ||
            std::ranges::find(input_options, key) != input_options.end())
            continue;
        const auto option = std::ranges::find(command.options, key, &OptionInfo::key);
        if (values.empty())
            out.emplace_back(key, true);
        else if (option != command.options.end() && option->form == OptionForm::list)
            out.emplace_back(key, values);
        else
            out.emplace_back(key, values.back());
    }
    if (loaded.before) out.emplace_back("before_sha256", loaded.before->identity.sha256);
    if (const auto places = read_positions(call); call.has("positions") && places)
        out.emplace_back("positions_sha256", sha256_hex(positions_text(*places)));
    return out;
}

Result<ExitCode> write_report(const std::filesystem::path& network_path,
                              const std::filesystem::path& folder, const Call& call) {
    const io::OutputRules rules = report_rules(network_path, call);
    if (const auto possible = io::check_folder_target(folder, rules); !possible)
        return possible.error();
    const auto loaded = load_for_report(call, network_path);
    if (!loaded) return loaded.error();
    const auto report = make_report(*loaded, loaded->call);
    if (!report) return report.error();
    if (const auto written = io::write_folder(folder, report->files, rules); !written)
        return written.error();
    if (!call.has("quiet")) {
        for (const std::string& note : report->messages) say("lotse: " + note);
        say(message({"lotse: {} Dateien geschrieben; bitte {} öffnen.",
                     "lotse: {} files written; open {}."},
                    {std::to_string(report->files.size()), (folder / "index.html").string()})
                .in(call.language));
    }
    return ExitCode::done;
}

Command report_command() {
    std::vector<OptionInfo> options = option_infos<analysis::ViewOptions>();
    for (OptionInfo& option : picture_options())
        if (option.key != "paper") options.push_back(std::move(option));  // the folder's map is A3
    options.push_back({"before",
                       {"früherer Stand des Netzes, mit dem verglichen wird",
                        "earlier state of the network, to compare with"},
                       OptionForm::single,
                       "",
                       {}});
    options.push_back({"each",
                       {"eine Mappe für jedes Gebiet, in dem ein Akteur sitzt",
                        "a folder for each area where an actor sits"},
                       OptionForm::single,
                       "",
                       {"area"}});
    options.push_back(contacts_option());
    options.push_back(pseudonymise_option());
    options.push_back(
        {"output", {"Ordner des Berichts", "folder of the report"}, OptionForm::single, "", {}});
    return {"report",
            products_group,
            {"Mappe für den Workshop schreiben", "write the workshop folder"},
            Text{"Schreibt einen Ordner mit der Seite für den Beamer, der Karte zum Drucken, den "
                 "Ergebnissen und den Dateien für Gephi, R und Python.",
                 "Writes a folder with the page to project, the map to print, the results and the "
                 "files for Gephi, R and Python."},
            {network_positional()},
            std::move(options),
            run};
}

}  // namespace lotse::driver
