#include "report.hpp"

#include "analysis_command.hpp"
#include "compare.hpp"
#include "draw.hpp"
#include "handouts.hpp"
#include "output.hpp"
#include "report_data.hpp"
#include "report_page.hpp"

#include <lotse/analysis/compare.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/manifest.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

struct FileNames {
    Text map_pdf{"partnerkarte-a3.pdf", "partner-map-a3.pdf"};
    Text map_svg{"partnerkarte.svg", "partner-map.svg"};
    Text matrix_pdf{"angebotsmatrix.pdf", "service-matrix.pdf"};
    Text workbook{"ergebnisse.xlsx", "results.xlsx"};
    Text gexf{"netz.gexf", "network.gexf"};
    Text graphml{"netz.graphml", "network.graphml"};
    Text results{"ergebnisse", "results"};
};
constexpr FileNames file_names;

/// The jobcenter with the most recorded ties: where most ways of clients begin.
std::optional<ActorId> busiest_jobcenter(const Network& network) {
    std::vector<std::size_t> ties(network.actors().size(), 0);
    for (const Tie& tie : network.ties()) {
        ++ties[(*tie.from).index()];
        ++ties[(*tie.to).index()];
    }
    std::optional<ActorId> best;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (network.actors()[i].kind != "jobcenter" || !network.is_partner(ActorId{i}) ||
            ties[i] == 0)
            continue;
        if (!best || ties[i] > ties[best->index()]) best = ActorId{i};
    }
    return best;
}

/// Topics that some offer names, in the order of the code list.
std::vector<std::string> offered_topics(const Network& network) {
    std::vector<std::string> out;
    for (const Code& code : network.codes().list("topics")->codes())
        if (std::ranges::any_of(network.offers(), [&](const Offer& offer) {
                return std::ranges::find(offer.topics, code.code) != offer.topics.end();
            }))
            out.push_back(code.code);
    return out;
}

OptionTexts view_options(const Call& call) {
    OptionTexts out;
    for (const OptionInfo& option : option_infos<analysis::ViewOptions>())
        if (const auto it = call.options.find(option.key); it != call.options.end())
            out.emplace(*it);
    return out;
}

/// "Jobcenter Musterkreis → Bewegung: erreichbar"
Message path_heading(const Network& network, ActorId from, std::string_view topic,
                     const Document& document) {
    const Table& summary = document.summary;
    const auto column = std::ranges::find(summary.columns, "reachable", &Column::key);
    const auto at = static_cast<std::size_t>(column - summary.columns.begin());
    const bool reachable = summary.rows.front().at(at) == Value{true};
    const Text state = reachable ? Text{"Weg erfasst", "way recorded"}
                                 : Text{"kein Weg erfasst", "no way recorded"};
    const Message name{network[from].name, network[from].name};
    return message({"{} → {}: {}", "{} → {}: {}"},
                   {name, network.codes().choice("topics", topic).label, Message{state}});
}

/// The map for the page, in the language asked for and then in the other.
Result<std::vector<ReportMap>> page_maps(const ViewRequest& request, const std::string& first_svg,
                                         const Call& call) {
    ViewRequest other = request;
    other.options.language = call.language == Language::de ? Language::en : Language::de;
    const auto drawing = find_view("partners")->draw(other);
    if (!drawing) return drawing.error();
    auto svg = picture(*drawing, PictureFormat::svg, call);
    if (!svg) return svg.error();
    return std::vector<ReportMap>{{call.language, first_svg},
                                  {other.options.language, *std::move(svg)}};
}

/// Every analysis that can be asked without naming actors; `paths` from the busiest jobcenter to
/// every topic on offer.
Result<std::vector<ReportResult>> results(const Loaded& loaded, const Call& call) {
    std::vector<ReportResult> out;
    const Network& network = *loaded.network;
    for (const analysis::Entry& entry : analysis::catalogue()) {
        if (entry.info.id != "paths") {
            if (!entry.info.needs.empty()) continue;
            auto document = run_analysis(entry, loaded, view_options(call));
            if (!document) return document.error();
            out.push_back({entry.info, std::string{entry.info.id}, {}, *std::move(document)});
            continue;
        }
        const auto jobcenter = busiest_jobcenter(network);
        if (!jobcenter) continue;
        for (const std::string& topic : offered_topics(network)) {
            OptionTexts options = view_options(call);
            options["from"] = {network[*jobcenter].key};
            options["to"] = {"topic=" + topic};
            options["mandate"] = {};
            auto document = run_analysis(entry, loaded, options);
            if (!document) return document.error();
            Message heading = path_heading(network, *jobcenter, topic, *document);
            out.push_back({entry.info, "paths-" + unicode::slug(topic), std::move(heading),
                           *std::move(document)});
        }
    }
    return out;
}

/// The coverage matrix on A4, or the next larger sheet that it needs.
Result<std::string> matrix_pdf(const Loaded& loaded, const Call& call) {
    Call on_a4 = call;
    on_a4.options["paper"] = {"a4"};
    const auto request = view_request(loaded.network, on_a4);
    if (!request) return request.error();
    const auto drawing = find_view("matrix")->draw(*request);
    if (!drawing) return drawing.error();
    return picture(*drawing, PictureFormat::pdf, call);
}

/// What changed since the state that --before names.
Status add_comparison(const Loaded& after, const Call& call, std::vector<ReportResult>& out) {
    if (!call.has("before")) return std::monostate{};
    const auto before = load(call, path_of(call.option("before")));
    if (!before) return before.error();
    auto document = compare_document(*before, after, view_options(call));
    if (!document) return document.error();
    out.push_back({analysis::Compare::info(), "compare", {}, *std::move(document)});
    return std::monostate{};
}

Result<ExitCode> run(const Call& call) {
    if (!call.has("output"))
        return Error{ErrorKind::usage, Text{"Es fehlt -o ORDNER für den Bericht.",
                                            "Missing: -o FOLDER for the report."}};
    return write_report(path_of(call.arguments.front()), path_of(call.option("output")), call);
}

}  // namespace

Result<ExitCode> write_report(const std::filesystem::path& network_path,
                              const std::filesystem::path& folder, const Call& call) {
    io::OutputRules rules = output_rules(call);
    rules.inputs = {network_path};
    if (call.has("before")) rules.inputs.push_back(path_of(call.option("before")));
    if (const auto possible = io::check_folder_target(folder, rules); !possible)
        return possible.error();
    const auto loaded = load(call, network_path);
    if (!loaded) return loaded.error();
    auto found = results(*loaded, call);
    if (!found) return found.error();
    if (const auto added = add_comparison(*loaded, call, *found); !added) return added.error();
    const auto request = view_request(loaded->network, call);
    if (!request) return request.error();
    const auto view_choice = parse_options<analysis::ViewOptions>(view_options(call));
    if (!view_choice) return view_choice.error();
    const auto view = analysis::make_view(loaded->network, *view_choice);
    if (!view) return view.error();
    const auto& shown = request->network;
    const auto drawing = find_view("partners")->draw(*request);
    if (!drawing) return drawing.error();
    const auto svg = picture(*drawing, PictureFormat::svg, call);
    if (!svg) return svg.error();
    const auto pdf = picture(*drawing, PictureFormat::pdf, call);
    if (!pdf) return pdf.error();
    const auto matrix = matrix_pdf(*loaded, call);
    if (!matrix) return matrix.error();

    std::vector<io::OutputFile> files;
    const auto add = [&](std::string_view name, std::string bytes) {
        files.push_back({std::string{name}, std::move(bytes)});
    };
    const auto maps = page_maps(*request, *svg, call);
    if (!maps) return maps.error();
    add("index.html",
        report_page(*shown, *found, *maps, report_data(*shown, *view, *found, *drawing)));
    add(file_names.map_pdf.in(call.language), *pdf);
    add(file_names.map_svg.in(call.language), *svg);
    add(file_names.matrix_pdf.in(call.language), *matrix);
    auto handouts = handout_files(*request);
    if (!handouts) return handouts.error();
    for (io::OutputFile& file : *handouts) files.push_back(std::move(file));
    add(file_names.gexf.in(call.language), io::gexf_text(*shown));
    add(file_names.graphml.in(call.language), io::graphml_text(*shown));
    for (const ReportResult& result : *found)
        for (const std::string_view format : {"json", "csv"}) {
            const io::Renderer& renderer = *io::find_renderer(format);
            auto text = renderer.text(result.document, call.language);
            if (!text) return text.error();
            add(std::string{file_names.results.in(call.language)} + '/' + result.file +
                    std::string{renderer.ending},
                *std::move(text));
        }
    std::vector<io::WorkbookPart> parts;
    for (const ReportResult& result : *found)
        parts.push_back({&result.document, result.heading.in(call.language)});
    const auto png = picture(*drawing, PictureFormat::png, call);
    if (!png) return png.error();
    const std::vector<io::WorkbookPicture> pictures{{Text{"Partnerkarte", "Partner map"}, *png}};
    auto workbook = io::render_xlsx_of(parts, pictures, call.language);
    if (!workbook) return workbook.error();
    add(file_names.workbook.in(call.language), *std::move(workbook));
    std::vector<std::pair<std::string, Value>> options{
        {"language", std::string{call.language == Language::de ? "de" : "en"}}};
    for (const auto& [key, values] : view_options(call)) options.emplace_back(key, values);
    if (call.has("before"))
        for (const auto& option : found->back().document.options)
            if (option.first == "before_sha256") options.push_back(option);
    files.push_back(io::manifest_file({"report", loaded->identity, std::move(options)}, files));
    if (const auto written = io::write_folder(folder, files, rules); !written)
        return written.error();
    if (!call.has("quiet")) {
        for (const std::string& note : drawing->messages) say("lotse: " + note);
        say(message({"lotse: {} Dateien geschrieben; bitte {} öffnen.",
                     "lotse: {} files written; open {}."},
                    {std::to_string(files.size()), (folder / "index.html").string()})
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
