#include "area_layer.hpp"
#include "convert_directory.hpp"
#include "load.hpp"
#include "output.hpp"
#include "pseudonymise.hpp"

#include <lotse/io/export.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

Result<std::shared_ptr<const Network>> read(const Call& call) {
    if (call.has("map")) {
        auto network = load_directory(call);
        if (!network) return network.error();
        std::vector<std::shared_ptr<const Network>> networks{*std::move(network)};
        Call named = call;
        pseudonymise(networks, named);
        return networks.front();
    }
    const auto loaded = load(call, path_of(call.arguments[0]));
    if (!loaded) return loaded.error();
    return loaded->network;
}

Result<ExitCode> run(const Call& call) {
    if (call.has("propose-map")) return propose_map(call);
    const auto target = path_of(call.arguments[1]);
    const std::string as = call.option("as");
    const auto form = io::find_export_form(target, as);
    if (!form) return form.error();
    const auto network = read(call);
    if (!network) return network.error();
    io::ExportOptions options;
    options.mailboxes = mailboxes_of(call);
    options.language = call.language;
    if (call.option("gexf-version") == "1.2draft")
        options.gexf_version = io::GexfVersion::v1_2draft;
    options.as = as;
    io::AreaLayer areas;
    if ((*form)->areas == io::ExportForm::Areas::yes) {
        auto made = area_layer(call, *network);
        if (!made) return made.error();
        areas = std::move(*made);
        options.areas = &areas;
    }
    io::OutputRules rules = output_rules(call);
    rules.inputs.resize(1);
    if (call.has("map")) rules.inputs.push_back(path_of(call.option("map")));
    if (const auto written = io::export_network(**network, target, options, rules); !written)
        return written.error();
    if (!call.has("quiet"))
        for (const Message& note : io::export_notes(**network, **form, options))
            say("lotse: " + note.in(call.language));
    return ExitCode::done;
}

/// The names that `--as` takes, each once.
std::vector<std::string> form_names() {
    std::vector<std::string> names;
    for (const io::ExportForm& form : io::export_forms())
        if (!form.as.empty() && std::ranges::find(names, form.as) == names.end())
            names.emplace_back(form.as);
    return names;
}

/// What the command does, and every form: ".xlsx: Arbeitsmappe …; --as gephi-csv: Ordner …".
Message description() {
    Message out{Text{
        "Liest ein Netz (Ordner mit CSV-Tabellen, Arbeitsmappe, .json, HSDS, .gexf, .graphml, oder "
        "nodes.csv und edges.csv) und schreibt es in der Form, die die Endung des Ziels oder --as "
        "nennt:",
        "Reads a network (folder of CSV tables, workbook, .json, HSDS, .gexf, .graphml, or "
        "nodes.csv "
        "and edges.csv) and writes it in the form that the target's ending or --as names:"}};
    std::string separator = " ";
    for (const io::ExportForm& form : io::export_forms()) {
        const bool usual = form.as.empty() || form.as == "tables";
        std::string name{usual ? form.ending : form.as};
        if (!usual) name = "--as " + name;
        if (!usual && !form.ending.empty()) name += " (" + std::string{form.ending} + ")";
        if (!name.empty()) name += ": ";
        out.de += separator + name + std::string{form.label.de};
        out.en += separator + name + std::string{form.label.en};
        separator = "; ";
    }
    out.de += '.';
    out.en += '.';
    return out;
}

std::vector<OptionInfo> options() {
    std::vector<OptionInfo> out{{"as",
                                 {"Form des Ziels, wo die Endung sie nicht nennt",
                                  "form of the target where the ending does not name it"},
                                 OptionForm::single,
                                 "",
                                 form_names()},
                                contacts_option(),
                                pseudonymise_option(),
                                {"gexf-version",
                                 {"Fassung von GEXF: 1.3, oder 1.2draft für networkx 2.8",
                                  "version of GEXF: 1.3, or 1.2draft for networkx 2.8"},
                                 OptionForm::single,
                                 "1.3",
                                 {"1.3", "1.2draft"}},
                                boundaries_option()};
    std::ranges::copy(directory_options(), std::back_inserter(out));
    return out;
}

}  // namespace

Command convert_command() {
    return {"convert",
            data_group,
            {"in eine andere Form bringen", "bring into another form"},
            description(),
            {{"NETZ", {"was gelesen wird", "what is read"}},
             {"ZIEL", {"was geschrieben wird", "what is written"}}},
            options(),
            run};
}

}  // namespace lotse::driver
