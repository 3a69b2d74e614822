#include "convert_directory.hpp"
#include "load.hpp"
#include "output.hpp"
#include "pseudonymise.hpp"
#include "write_network.hpp"

#include <algorithm>

namespace lotse::driver {
namespace {

Result<std::shared_ptr<const Network>> read(const Call& call) {
    if (call.has("map")) return load_directory(call);
    const auto loaded = load(call, path_of(call.arguments[0]));
    if (!loaded) return loaded.error();
    return loaded->network;
}

Result<ExitCode> run(const Call& call) {
    if (call.has("propose-map") && call.has("map"))
        return Error{ErrorKind::usage,
                     Text{"--propose-map schlägt eine Zuordnung vor, --map wendet eine an: bitte "
                          "nur eines von beiden.",
                          "--propose-map proposes a map, --map applies one: only one of them."}};
    if (call.has("propose-map")) return propose_map(call);
    if (call.has("output"))
        return Error{ErrorKind::usage,
                     Text{"-o gehört zu --propose-map. Wohin umgewandelt wird, steht hinter dem "
                          "Netz: lotse convert NETZ ZIEL.",
                          "-o belongs to --propose-map. Where to convert to stands behind the "
                          "network: lotse convert NETWORK TARGET."}};
    const auto target = path_of(call.arguments[1]);
    if (const auto form = io::find_export_form(target, call.option("as")); !form)
        return form.error();
    const auto network = read(call);
    if (!network) return network.error();
    const auto rules = output_rules(call, std::span{call.arguments}.first(1));
    if (const auto written = write_network(call, *network, target, rules); !written)
        return written.error();
    return ExitCode::done;
}

Message description() {
    const Text words{
        "Liest ein Netz (Ordner mit CSV-Tabellen, Arbeitsmappe, .json, HSDS, .gexf, .graphml, "
        ".gml, .net, oder nodes.csv und edges.csv) und schreibt es in der Form, die die Endung des "
        "Ziels oder --as "
        "nennt:",
        "Reads a network (folder of CSV tables, workbook, .json, HSDS, .gexf, .graphml, .gml, "
        ".net, or nodes.csv and edges.csv) and writes it in the form that the target's ending or "
        "--as names:"};
    const Message forms = form_list();
    return {std::string{words.de} + forms.de + '.', std::string{words.en} + forms.en + '.'};
}

std::vector<OptionInfo> options() {
    std::vector<OptionInfo> out = form_options();
    out.insert(out.begin() + 1, {contacts_option(), pseudonymise_option()});
    std::ranges::copy(directory_options(), std::back_inserter(out));
    return out;
}

}  // namespace

Command convert_command() {
    return {"convert",
            data_group,
            {"in eine andere Form bringen", "bring into another form"},
            description(),
            {{{"NETZ", "NETWORK"}, {"was gelesen wird", "what is read"}},
             {{"ZIEL", "TARGET"}, {"was geschrieben wird", "what is written"}}},
            options(),
            run};
}

}  // namespace lotse::driver
