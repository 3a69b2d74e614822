#include "draw.hpp"

#include "output.hpp"

#include <lotse/analysis/view.hpp>
#include <lotse/viz/partner_map.hpp>

namespace lotse::driver {
namespace {

bool is_view(std::string_view text) {
    return text == "partners";
}

/// "draw VIEW NETWORK", and the other way round because every other command names the network
/// first.
Result<ExitCode> run(const Call& call) {
    const std::size_t view_at = is_view(call.arguments[0]) || !is_view(call.arguments[1]) ? 0 : 1;
    const std::string& view = call.arguments[view_at];
    if (!is_view(view))
        return Error{ErrorKind::usage,
                     message({"Eine Ansicht „{}“ gibt es nicht; „lotse list views“ zeigt alle.",
                              "There is no view '{}'; 'lotse list views' shows all."},
                             {view})};
    if (!call.has("output"))
        return Error{ErrorKind::usage,
                     Text{"Es fehlt -o DATEI mit der Endung .svg, .pdf oder .png.",
                          "Missing: -o FILE with the ending .svg, .pdf or .png."}};
    const auto target = path_of(call.option("output"));
    const auto format = picture_format(call.option("output"));
    if (!format)
        return Error{ErrorKind::usage, message({"„{}“: Karten gibt es als .svg, .pdf und .png.",
                                                "'{}': maps come as .svg, .pdf and .png."},
                                               {call.option("output")})};
    const auto loaded = load(call, path_of(call.arguments[1 - view_at]));
    if (!loaded) return loaded.error();
    const auto options = parse_options<analysis::ViewOptions>(call.options);
    if (!options) return options.error();
    const auto chosen = analysis::make_view(loaded->network, *options);
    if (!chosen) return chosen.error();
    const auto drawing = draw_view(view, *analysis::network_in_view(*chosen), call);
    if (!drawing) return drawing.error();
    const auto bytes = picture(*drawing, *format, call);
    if (!bytes) return bytes.error();
    io::OutputRules rules = output_rules(call);
    rules.inputs = {path_of(call.arguments[1 - view_at])};
    if (const auto written = io::write_file(target, *bytes, rules); !written)
        return written.error();
    if (!call.has("quiet"))
        for (const std::string& note : drawing->messages) say("lotse: " + note);
    return ExitCode::done;
}

}  // namespace

std::vector<OptionInfo> picture_options() {
    OptionInfo paper{"paper",
                     {"Blattgröße, quer", "size of the sheet, landscape"},
                     OptionForm::single,
                     "a3",
                     {}};
    for (const auto& e : all_enumerators<viz::Paper>) paper.choices.emplace_back(e.key);
    return {
        std::move(paper),
        {"grey", {"in Graustufen", "in shades of grey"}, OptionForm::flag, "", {}},
        {"font-scale",
         {"Schrift größer oder kleiner, 0.5 bis 3", "larger or smaller type, 0.5 to 3"},
         OptionForm::single,
         "1",
         {}},
        {"title", {"Überschrift der Karte", "title of the map"}, OptionForm::single, "", {}},
    };
}

Result<viz::Drawing> draw_view(std::string_view, const Network& network, const Call& call) {
    viz::PictureOptions options;
    options.language = call.language;
    options.paper = *from_key<viz::Paper>(call.option("paper", "a3"));
    options.title = call.option("title");
    if (call.has("grey")) options.scheme = viz::Scheme::grey;
    const std::string scale = call.option("font-scale", "1");
    const auto number = parse_number(scale, {0.5, 3});
    if (!std::holds_alternative<double>(number))
        return Error{ErrorKind::usage,
                     message({"--font-scale: „{}“ ist keine Zahl von 0,5 bis 3.",
                              "--font-scale: '{}' is not a number from 0.5 to 3."},
                             {scale})};
    options.font_scale = std::get<double>(number);
    return viz::partner_map(network, options);
}

Result<std::string> picture(const viz::Drawing& drawing, PictureFormat format, const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    RenderLimits bounds;
    bounds.seconds = static_cast<int>(limits->render_seconds);
    bounds.memory_mb = static_cast<int>(limits->memory_mb);
    auto drawn = render(viz::to_json(drawing), format, bounds);
    if (!drawn) return drawn.error();
    if (!drawn->warning.empty() && !call.has("quiet")) say("lotse: " + drawn->warning);
    return std::move(drawn->bytes);
}

Command draw_command() {
    std::vector<OptionInfo> options = picture_options();
    for (OptionInfo& option : option_infos<analysis::ViewOptions>())
        if (option.key == "area" || option.key == "without" || option.key == "with")
            options.push_back(std::move(option));
    options.push_back(
        {"output",
         {"Datei der Karte: .svg, .pdf oder .png", "file of the map: .svg, .pdf or .png"},
         OptionForm::single,
         "",
         {}});
    return {
        "draw",
        products_group,
        {"Karten zeichnen", "draw maps"},
        Text{"Zeichnet eine Karte des Netzes zum Drucken (.pdf), für Dokumente (.svg) oder als "
             "Bild (.png).",
             "Draws a map of the network for printing (.pdf), for documents (.svg) or as an "
             "image (.png)."},
        {{"ANSICHT", {"partners (Partnerkarte)", "partners (partner map)"}}, network_positional()},
        std::move(options),
        run};
}

}  // namespace lotse::driver
