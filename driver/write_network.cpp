#include "write_network.hpp"

#include "area_layer.hpp"
#include "pseudonymise.hpp"

#include <algorithm>

namespace lotse::driver {
namespace {

/// The names that `--as` takes, each once.
std::vector<std::string> form_names() {
    std::vector<std::string> names;
    for (const io::ExportForm& form : io::export_forms())
        if (!form.as.empty() && std::ranges::find(names, form.as) == names.end())
            names.emplace_back(form.as);
    return names;
}

}  // namespace

std::vector<OptionInfo> form_options() {
    return {{"as",
             {"Form des Ziels, wo die Endung sie nicht nennt",
              "form of the target where the ending does not name it"},
             OptionForm::single,
             "",
             form_names()},
            {"gexf-version",
             {"Fassung von GEXF: 1.3, oder 1.2draft für networkx 2.8",
              "version of GEXF: 1.3, or 1.2draft for networkx 2.8"},
             OptionForm::single,
             "1.3",
             {"1.3", "1.2draft"}},
            boundaries_option()};
}

Message form_list() {
    Message out;
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
    return out;
}

Status write_network(const Call& call, const std::shared_ptr<const Network>& network,
                     const std::filesystem::path& target, const io::OutputRules& rules) {
    const std::string as = call.option("as");
    const auto form = io::find_export_form(target, as);
    if (!form) return form.error();
    const auto belongs = [&](std::string_view option, bool fits) {
        return fits || !call.has(option);
    };
    for (const auto& [option, fits] :
         {std::pair{"boundaries", (*form)->areas == io::ExportForm::Areas::yes},
          std::pair{"gexf-version", (*form)->ending == ".gexf"}})
        if (!belongs(option, fits))
            return Error{ErrorKind::usage, message({"--{} passt nicht zu diesem Ziel.",
                                                    "--{} does not go with this target."},
                                                   {option})};
    io::ExportOptions options;
    options.mailboxes = mailboxes_of(call);
    options.language = call.language;
    if (call.option("gexf-version") == "1.2draft")
        options.gexf_version = io::GexfVersion::v1_2draft;
    options.as = as;
    io::AreaLayer areas;
    if ((*form)->areas == io::ExportForm::Areas::yes) {
        auto made = area_layer(call, network);
        if (!made) return made.error();
        areas = std::move(*made);
        options.areas = &areas;
    }
    if (auto written = io::export_network(*network, target, options, rules); !written)
        return written;
    if (!call.has("quiet"))
        for (const Message& note : io::export_notes(*network, **form, options))
            say("lotse: " + note.in(call.language));
    return std::monostate{};
}

}  // namespace lotse::driver
