#include "draw.hpp"

#include "layout_time.hpp"
#include "output.hpp"
#include "positions.hpp"
#include "pseudonymise.hpp"
#include "two_states.hpp"

#include <lotse/analysis/analysis.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/viz/tiles.hpp>

#include <algorithm>
#include <iterator>

namespace lotse::driver {
namespace {

Error unknown_view(const std::string& name) {
    std::string known;
    for (const ViewInfo& view : views())
        known += (known.empty() ? "" : ", ") + std::string{view.id};
    return {ErrorKind::usage, message({"Eine Ansicht „{}“ gibt es nicht. Möglich sind {}.",
                                       "There is no view '{}'. Possible are {}."},
                                      {name, known})};
}

Error wrong_networks(const ViewInfo& view) {
    return {
        ErrorKind::usage,
        view.networks == 2
            ? message({"Die Ansicht {} braucht zwei Netze: lotse draw {} VORHER NACHHER -o DATEI",
                       "The view {} needs two networks: lotse draw {} BEFORE AFTER -o FILE"},
                      {view.id, view.id})
            : message({"Die Ansicht {} zeigt ein Netz; genannt sind zwei.",
                       "The view {} shows one network; two are named."},
                      {view.id})};
}

/// Options that only other views take: a picture that ignores them would be misread.
Status refuse_foreign_options(const ViewInfo& view, const Call& call) {
    const auto takes = [](const ViewInfo& any, const std::string& key) {
        return std::ranges::find(any.options, key, &OptionInfo::key) != any.options.end();
    };
    for (const ViewInfo& other : views())
        for (const OptionInfo& option : other.options) {
            if (!call.has(option.key) || takes(view, option.key)) continue;
            std::string owners;
            for (const ViewInfo& owner : views())
                if (takes(owner, option.key))
                    owners += (owners.empty() ? "" : ", ") + std::string{owner.id};
            return Error{ErrorKind::usage, message({"--{} gehört zur Ansicht {}, nicht zu {}.",
                                                    "--{} belongs to the view {}, not to {}."},
                                                   {option.key, owners, view.id})};
        }
    return std::monostate{};
}

/// A file of places that nothing reads, or that holds none, would be missed only the next time.
Status refuse_places_without_effect(const ViewInfo& view, const Call& call) {
    if (view.has_places(call)) return std::monostate{};
    std::string others;
    for (const ViewInfo& other : views())
        if (other.has_places != never)
            others += (others.empty() ? "" : ", ") + std::string{other.id};
    for (const std::string_view option : {"positions", "save-positions"})
        if (call.has(option))
            return Error{ErrorKind::usage,
                         message({"--{}: In diesem Bild der Ansicht {} haben Akteure keine Plätze, "
                                  "die sich merken lassen. Plätze haben die Karten {}.",
                                  "--{}: in this picture of the view {} actors have no places to "
                                  "keep. The maps {} have places."},
                                 {option, view.id, others})};
    return std::monostate{};
}

/// A picture that ignores what it is asked to look at would be misread too.
Status refuse_choices_without_effect(const ViewInfo& view, const ViewRequest& request) {
    const auto& chosen = request.chosen;
    for (const auto& [option, given] : {std::pair{std::string_view{"topic"}, &chosen.topics},
                                        {"target", &chosen.targets},
                                        {"legal", &chosen.legal}}) {
        if (given->empty() || view.heeds(option, request.call)) continue;
        return Error{ErrorKind::usage,
                     message({"--{} hat in der Ansicht {} keine Wirkung; die Ansicht matrix "
                              "beachtet --{}.",
                              "--{} has no effect on the view {}; the view matrix heeds --{}."},
                             {option, view.id, option})};
    }
    return std::monostate{};
}

Message counted(std::size_t actors) {
    const auto in = [&](Language language) {
        return viz::counted(actors, {"Akteur", "actor"}, {"Akteure", "actors"}, language);
    };
    return {in(Language::de), in(Language::en)};
}

/// Actors of whom nothing says whether they belong to the chosen areas.
std::size_t count_placeless(const analysis::View& view) {
    if (view.areas.empty()) return 0;
    const std::vector<bool> inside = analysis::actors_in_view(view);
    std::size_t count = 0;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Actor& actor = view.network->actors()[i];
        count += !inside[i] && actor.area.empty() && actor.serves.empty();
    }
    return count;
}

Result<double> font_scale(const Call& call) {
    const std::string scale = call.option("font-scale", "1");
    const auto number = parse_number(scale, {0.5, 3});
    if (!std::holds_alternative<double>(number))
        return Error{ErrorKind::usage,
                     message({"--font-scale: „{}“ ist keine Zahl von 0,5 bis 3.",
                              "--font-scale: '{}' is not a number from 0.5 to 3."},
                             {scale})};
    return std::get<double>(number);
}

Result<std::vector<Loaded>> load_all(const Call& call, const std::vector<std::string>& networks) {
    if (networks.size() == 2) return load_two(call, path_of(networks[0]), path_of(networks[1]));
    auto loaded = load(call, path_of(networks[0]));
    if (!loaded) return loaded.error();
    return std::vector<Loaded>{*std::move(loaded)};
}

/// "draw VIEW NETWORK", and the other way round because every other command names the network
/// first.
Result<ExitCode> run(const Call& call) {
    std::vector<std::string> networks = call.arguments;
    const std::size_t view_at = find_view(networks[0]) || !find_view(networks[1]) ? 0 : 1;
    const ViewInfo* view = find_view(networks[view_at]);
    if (!view) return unknown_view(networks[view_at]);
    networks.erase(networks.begin() + static_cast<std::ptrdiff_t>(view_at));
    if (networks.size() != view->networks) return wrong_networks(*view);
    if (auto fitting = refuse_foreign_options(*view, call); !fitting) return fitting.error();
    if (auto fitting = refuse_places_without_effect(*view, call); !fitting) return fitting.error();
    if (!call.has("output"))
        return Error{ErrorKind::usage,
                     Text{"Es fehlt -o DATEI mit der Endung .svg, .pdf, .png oder .dot.",
                          "Missing: -o FILE with the ending .svg, .pdf, .png or .dot."}};
    const auto target = path_of(call.option("output"));
    const auto format = picture_format(call.option("output"));
    if (!format)
        return Error{ErrorKind::usage,
                     message({"„{}“: Karten gibt es als .svg, .pdf, .png und .dot.",
                              "'{}': maps come as .svg, .pdf, .png and .dot."},
                             {call.option("output")})};
    if (call.has("tiles") && *format != PictureFormat::pdf)
        return Error{ErrorKind::usage,
                     Text{"--tiles macht Seiten: dazu gehört eine Datei mit der Endung .pdf.",
                          "--tiles makes pages: it needs a file with the ending .pdf."}};
    const auto loaded = load_all(call, networks);
    if (!loaded) return loaded.error();
    const Loaded& first = loaded->front();
    const Loaded& second = loaded->back();
    Call of_first = first.call;
    if (networks.size() == 2)
        of_first.options = options_of_state(first.call.options, first.network, second.network);
    auto request = view_request(first.network, of_first,
                                networks.size() == 2 ? second.network.get() : nullptr);
    if (!request) return request.error();
    if (auto fitting = refuse_choices_without_effect(*view, *request); !fitting)
        return fitting.error();
    if (networks.size() == 2) {
        request->after = second.network;
        request->options_of_after =
            options_of_state(first.call.options, second.network, first.network);
        std::ranges::move(notes_on_choices(first.call.options, *first.network, *second.network),
                          std::back_inserter(request->options.notes));
    }
    note_unknown_positions(request->options.places, {first.network.get(), request->after.get()},
                           call);
    const auto drawing = laid_out(*view, *request);
    if (!drawing) return drawing.error();
    const auto bytes = call.has("tiles") ? picture_pages(viz::tiles(*drawing), call)
                                         : picture(*drawing, *format, call);
    if (!bytes) return bytes.error();
    const io::OutputRules rules = output_rules(call, networks);
    std::vector<io::TargetFile> files{{target, *bytes}};
    const std::string positions = positions_text(*drawing);
    if (call.has("save-positions"))
        files.push_back({path_of(call.option("save-positions")), positions});
    if (const auto written = io::write_files(files, rules); !written) return written.error();
    if (!call.has("quiet"))
        for (const std::string& note : drawing->messages) say("lotse: " + note);
    return ExitCode::done;
}

Result<RenderLimits> render_limits(const Call& call) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    RenderLimits bounds;
    bounds.seconds = static_cast<int>(limits->render_seconds);
    bounds.memory_mb = static_cast<int>(limits->memory_mb);
    return bounds;
}

Result<std::string> rendered(const std::string& drawing, PictureFormat format, const Call& call) {
    const auto bounds = render_limits(call);
    if (!bounds) return bounds.error();
    auto drawn = render(drawing, format, *bounds);
    if (!drawn) return drawn.error();
    if (!drawn->warning.empty() && !call.has("quiet")) say("lotse: " + drawn->warning);
    return std::move(drawn->bytes);
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
        {"positions",
         {"Plätze der Akteure aus dieser Datei (.csv mit key, x, y)",
          "places of the actors from this file (.csv with key, x, y)"},
         OptionForm::single,
         "",
         {}},
    };
}

std::vector<OptionInfo> scope_options() {
    std::vector<OptionInfo> options;
    for (OptionInfo& option : option_infos<analysis::ViewOptions>())
        if (option.key != "kinds" && option.key != "layer" && option.key != "min-level")
            options.push_back(std::move(option));
    return options;
}

Result<ViewRequest> view_request(std::shared_ptr<const Network> network, const Call& call,
                                 const Network* other) {
    OptionTexts scope;
    for (const OptionInfo& option : scope_options())
        if (const auto given = call.options.find(option.key); given != call.options.end())
            scope.insert(*given);
    const auto view_options = parse_options<analysis::ViewOptions>(scope);
    if (!view_options) return view_options.error();
    auto chosen = analysis::make_view(std::move(network), *view_options, other);
    if (!chosen) return chosen.error();
    chosen->threads = thread_count(call);
    viz::PictureOptions options;
    options.language = call.language;
    options.paper = *from_key<viz::Paper>(call.option("paper", "a3"));
    options.title = unicode::trim(call.option("title"));
    if (unicode::first_forbidden(options.title))
        return Error{ErrorKind::usage,
                     Text{"--title: Die Überschrift enthält ein unsichtbares Steuerzeichen.",
                          "--title: the title holds an invisible control character."}};
    constexpr std::size_t longest_title = 500;
    if (unicode::length(options.title) > longest_title)
        return Error{ErrorKind::usage, Text{"--title: Die Überschrift ist zu lang (höchstens 500 "
                                            "Zeichen).",
                                            "--title: the title is too long (at most 500 "
                                            "characters)."}};
    if (call.has("grey")) options.scheme = viz::Scheme::grey;
    const auto scale = font_scale(call);
    if (!scale) return scale.error();
    options.font_scale = *scale;
    auto places = read_positions(call);
    if (!places) return places.error();
    options.places = *std::move(places);
    options.at = chosen->at;
    options.notes = analysis::notes_on_known_ties(*chosen);
    auto shown = analysis::network_in_view(*chosen);
    if (const std::size_t count = count_placeless(*chosen))
        options.notes.push_back(
            message({"Nicht gezeichnet, weil weder ihr Gebiet noch eine Beziehung hierher erfasst "
                     "ist: {}.",
                     "Not drawn because neither their area nor a tie to here is recorded: {}."},
                    {counted(count)}));
    return ViewRequest{*std::move(chosen), std::move(shown), nullptr, {}, std::move(options), call};
}

Result<std::string> picture(const viz::Drawing& drawing, PictureFormat format, const Call& call) {
    return rendered(viz::to_json(drawing), format, call);
}

Result<std::vector<std::string>> pictures(const std::vector<viz::PictureOrder>& orders,
                                          int dots_per_inch, const Call& call) {
    auto bounds = render_limits(call);
    if (!bounds) return bounds.error();
    bounds->dots_per_inch = dots_per_inch;
    auto drawn = render_several(viz::to_json(orders), orders.size(), *bounds);
    if (!drawn) return drawn.error();
    std::vector<std::string> out;
    for (Picture& each : *drawn) out.push_back(std::move(each.bytes));
    if (!drawn->empty() && !drawn->front().warning.empty() && !call.has("quiet"))
        say("lotse: " + drawn->front().warning);
    return out;
}

Result<std::string> picture_pages(const std::vector<viz::Drawing>& drawings, const Call& call) {
    return rendered(viz::to_json(drawings), PictureFormat::pdf, call);
}

Command draw_command() {
    std::vector<OptionInfo> options = picture_options();
    for (OptionInfo& option : scope_options()) options.push_back(std::move(option));
    std::string names;
    std::vector<std::string> ids;
    for (const ViewInfo& view : views()) {
        ids.emplace_back(view.id);
        names += (names.empty() ? "" : ", ") + std::string{view.id};
        for (const OptionInfo& option : view.options)
            if (std::ranges::find(options, option.key, &OptionInfo::key) == options.end())
                options.push_back(option);
    }
    options.push_back({"tiles",
                       {"ein großes Blatt als A4-Seiten zum Zusammenkleben (.pdf)",
                        "a large sheet as pages of A4 to glue together (.pdf)"},
                       OptionForm::single,
                       "",
                       {"a4"}});
    options.push_back(pseudonymise_option());
    options.push_back({"save-positions",
                       {"die Plätze der Akteure in diese Datei schreiben (.csv)",
                        "write the places of the actors to this file (.csv)"},
                       OptionForm::single,
                       "",
                       {}});
    options.push_back({"output",
                       {"Datei der Karte: .svg, .pdf, .png oder .dot",
                        "file of the map: .svg, .pdf, .png or .dot"},
                       OptionForm::single,
                       "",
                       {}});
    return {"draw",
            products_group,
            {"Karten zeichnen", "draw maps"},
            message({"Zeichnet eine Karte des Netzes zum Drucken (.pdf), für Dokumente (.svg), als "
                     "Bild (.png) oder für Graphviz (.dot). Ansichten: {}; „lotse list views“ "
                     "erklärt sie.",
                     "Draws a map of the network for printing (.pdf), for documents (.svg), as an "
                     "image (.png) or for Graphviz (.dot). Views: {}; 'lotse list views' explains "
                     "them."},
                    {names}),
            {{{"ANSICHT", "VIEW"},
              {"welche Ansicht", "which view"},
              Positional::Presence::required,
              std::move(ids)},
             network_positional(),
             {{"NACHHER", "AFTER"},
              {"zweites Netz, für die Ansicht compare", "second network, for the view compare"},
              Positional::Presence::optional}},
            std::move(options),
            run};
}

}  // namespace lotse::driver
