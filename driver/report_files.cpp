#include "analysis_command.hpp"
#include "compare.hpp"
#include "credit.hpp"
#include "draw.hpp"
#include "handouts.hpp"
#include "layout_time.hpp"
#include "progress.hpp"
#include "pseudonymise.hpp"
#include "report.hpp"
#include "report_data.hpp"
#include "report_page.hpp"
#include "unique_slugs.hpp"

#include <lotse/analysis/compare.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/manifest.hpp>
#include <lotse/io/render.hpp>
#include <lotse/viz/rings.hpp>

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

/// The jobcenter of the view with the most recorded ties: where most ways of clients begin.
std::optional<ActorId> busiest_jobcenter(const analysis::View& view) {
    const Network& network = *view.network;
    std::vector<std::size_t> ties(network.actors().size(), 0);
    for (const Tie& tie : network.ties()) {
        ++ties[(*tie.from).index()];
        ++ties[(*tie.to).index()];
    }
    std::optional<ActorId> best;
    for (const ActorId actor : analysis::layer_graph(view, analysis::Layer::actors).actors) {
        if (network[actor].kind != "jobcenter" || !network.is_partner(actor) ||
            ties[actor.index()] == 0)
            continue;
        if (!best || ties[actor.index()] > ties[best->index()]) best = actor;
    }
    return best;
}

/// Topics of the view that some offer names, in the order of the code list.
std::vector<std::string> offered_topics(const analysis::View& view) {
    const Network& network = *view.network;
    std::vector<std::string> out;
    for (const Code& code : network.codes().list("topics")->codes())
        if ((view.topics.empty() ||
             std::ranges::find(view.topics, code.code) != view.topics.end()) &&
            std::ranges::any_of(network.offers(), [&](const Offer& offer) {
                return std::ranges::find(offer.topics, code.code) != offer.topics.end();
            }))
            out.push_back(code.code);
    return out;
}

/// nullptr: without --before.
const Network* earlier_state(const Loaded& loaded) {
    return loaded.before ? loaded.before->network.get() : nullptr;
}

OptionTexts view_options(const Call& call) {
    OptionTexts out;
    for (const OptionInfo& option : option_infos<analysis::ViewOptions>())
        if (const auto it = call.options.find(option.key); it != call.options.end())
            out.emplace(*it);
    return out;
}

/// "Jobcenter Musterkreis → Bewegung: erreichbar"
Message path_heading(const Network& network, const Naming& from, std::string_view topic,
                     const Document& document) {
    const Table& summary = document.summary;
    const auto column = std::ranges::find(summary.columns, "reachable", &Column::key);
    const auto at = static_cast<std::size_t>(column - summary.columns.begin());
    const bool reachable = summary.rows.front().at(at) == Value{true};
    const Text state = reachable ? Text{"Weg erfasst", "way recorded"}
                                 : Text{"kein Weg erfasst", "no way recorded"};
    const Message name{from.name, from.name};
    return message({"{} → {}: {}", "{} → {}: {}"},
                   {name, network.codes().choice("topics", topic).label, Message{state}});
}

/// Every analysis that can be asked without naming actors; `paths` from the busiest jobcenter to
/// every topic of the view on offer.
Result<std::vector<ReportResult>> results(const Loaded& loaded, const Call& call) {
    std::vector<ReportResult> out;
    const Network& network = *loaded.network;
    for (const analysis::Entry& entry : analysis::catalogue()) {
        now_doing(entry.info.title);
        if (entry.info.id != "paths") {
            if (!entry.info.needs.empty()) continue;
            auto document = run_analysis(entry, loaded, view_options(call));
            if (!document) return document.error();
            out.push_back({entry.info, std::string{entry.info.id}, {}, *std::move(document)});
            continue;
        }
        const auto view = view_of_report(loaded, call);
        if (!view) return view.error();
        const auto jobcenter = busiest_jobcenter(*view);
        if (!jobcenter) continue;
        const Naming from = view->network->name_of(*jobcenter);
        constexpr Text nameless{"thema", "topic"};
        UniqueSlugs slugs;
        for (const std::string& topic : offered_topics(*view)) {
            OptionTexts options = view_options(call);
            options["from"] = {from.key};
            options["to"] = {"topic=" + topic};
            options["mandate"] = {};
            auto document = run_analysis(entry, loaded, options);
            if (!document) return document.error();
            Message heading = path_heading(network, from, topic, *document);
            out.push_back({entry.info, "paths-" + slugs.name(topic, nameless.in(call.language)),
                           std::move(heading), *std::move(document)});
        }
    }
    now_doing({});
    return out;
}

/// What changed since the state that --before names.
Status add_comparison(const Loaded& after, const Call& call, std::vector<ReportResult>& out) {
    if (!after.before) return std::monostate{};
    auto document = compare_document(*after.before, after, view_options(call));
    if (!document) return document.error();
    out.push_back({analysis::Compare::info(), "compare", {}, *std::move(document)});
    return std::monostate{};
}

/// The coverage matrix on A4, or the next larger sheet that it needs.
Result<viz::Drawing> matrix(const Loaded& loaded, const Call& call) {
    Call on_a4 = call;
    on_a4.options["paper"] = {"a4"};
    const auto request = view_request(loaded.network, on_a4, earlier_state(loaded));
    if (!request) return request.error();
    return laid_out(*find_view("matrix"), *request);
}

constexpr int workbook_dots_per_inch = 96;  // of a screen

Language other_language(Language language) {
    return language == Language::de ? Language::en : Language::de;
}

/// The pictures of a report, drawn in one run of the renderer.
struct ReportPictures {
    viz::Drawing map;  ///< in the language of the report
    std::string map_svg, other_language_svg, map_pdf, map_png, matrix_pdf;
    std::vector<io::OutputFile> handouts;
};

Result<ReportPictures> draw_all(const Loaded& loaded, const ViewRequest& request,
                                const Call& call) {
    auto map = laid_out(*find_view("partners"), request);
    if (!map) return map.error();
    ViewRequest other = request;
    other.options.language = other_language(call.language);
    other.options.title = title_in(other.options.language, request.options.title, loaded);
    NetworkInfo info = request.network->info();
    info.name = title_in(other.options.language, info.name, loaded);
    if (info.name != request.network->info().name)
        other.network = std::make_shared<const Network>(info, request.network->tables());
    auto other_map = laid_out(*find_view("partners"), other);
    if (!other_map) return other_map.error();
    auto cells = matrix(loaded, call);
    if (!cells) return cells.error();
    auto handouts = handout_pages(request);
    if (!handouts) return handouts.error();
    std::vector<viz::PictureOrder> orders{{"svg", {*map}},
                                          {"svg", {*std::move(other_map)}},
                                          {"pdf", {*map}},
                                          {"png", {*map}},
                                          {"pdf", {*std::move(cells)}}};
    auto card = viz::empty_rings(*request.network, std::nullopt, request.options);
    if (!card) return card.error();
    handouts->push_back({{"ringkarte-leer.pdf", "empty-ring-card.pdf"}, {*std::move(card)}});
    const std::size_t first_handout = orders.size();
    for (Handout& handout : *handouts) orders.push_back({"pdf", std::move(handout.pages)});
    auto drawn = pictures(orders, workbook_dots_per_inch, call);
    if (!drawn) return drawn.error();
    ReportPictures out{*std::move(map),
                       std::move((*drawn)[0]),
                       std::move((*drawn)[1]),
                       std::move((*drawn)[2]),
                       std::move((*drawn)[3]),
                       std::move((*drawn)[4]),
                       {}};
    for (std::size_t i = 0; i < handouts->size(); ++i)
        out.handouts.push_back({std::string{(*handouts)[i].file.in(call.language)},
                                std::move((*drawn)[first_handout + i])});
    return out;
}

}  // namespace

Result<analysis::View> view_of_report(const Loaded& loaded, const Call& call) {
    const auto options = parse_options<analysis::ViewOptions>(view_options(call));
    if (!options) return options.error();
    return analysis::make_view(loaded.network, *options, earlier_state(loaded));
}

Result<Report> make_report(const Loaded& loaded, const Call& call) {
    auto found = results(loaded, call);
    if (!found) return found.error();
    if (const auto added = add_comparison(loaded, call, *found); !added) return added.error();
    auto request = view_request(loaded.network, call, earlier_state(loaded));
    if (!request) return request.error();
    request->options.keeps_sheet = true;  // its name says A3
    auto view = view_of_report(loaded, call);
    if (!view) return view.error();
    view->threads = thread_count(call);
    const Network& shown = *request->network;
    auto drawn = draw_all(loaded, *request, call);
    if (!drawn) return drawn.error();

    const Language language = call.language;
    Report report;
    report.messages = drawn->map.messages;
    const auto add = [&](std::string_view name, std::string bytes) {
        report.files.push_back({std::string{name}, std::move(bytes)});
    };
    const std::vector<ReportMap> maps{
        {language, shown.info().name, drawn->map_svg},
        {other_language(language), title_in(other_language(language), shown.info().name, loaded),
         drawn->other_language_svg}};
    add("index.html",
        report_page(shown, *view, *found, maps, report_data(shown, *view, *found, drawn->map)));
    add(file_names.map_pdf.in(language), std::move(drawn->map_pdf));
    add(file_names.map_svg.in(language), std::move(drawn->map_svg));
    add(file_names.matrix_pdf.in(language), std::move(drawn->matrix_pdf));
    for (io::OutputFile& file : drawn->handouts) report.files.push_back(std::move(file));
    io::ExportOptions exported;
    exported.mailboxes = mailboxes_of(call);
    add(file_names.gexf.in(language), io::gexf_text(shown, exported));
    add(file_names.graphml.in(language), io::graphml_text(shown, exported));
    for (const ReportResult& result : *found)
        for (const std::string_view format : {"json", "csv"}) {
            const io::Renderer& renderer = *io::find_renderer(format);
            auto text = renderer.text(format == "csv" ? with_origin_columns(result.document, shown)
                                                      : with_credit(result.document, shown),
                                      language);
            if (!text) return text.error();
            add(std::string{file_names.results.in(language)} + '/' + result.file +
                    std::string{renderer.ending},
                *std::move(text));
        }
    std::vector<io::WorkbookPart> parts;
    if (!found->empty()) found->front().document = with_credit(found->front().document, shown);
    for (const ReportResult& result : *found)
        parts.push_back({&result.document, result.heading.in(language)});
    const std::vector<io::WorkbookPicture> map{
        {Text{"Partnerkarte", "Partner map"}, std::move(drawn->map_png)}};
    auto workbook = io::render_xlsx_of(parts, map, language);
    if (!workbook) return workbook.error();
    add(file_names.workbook.in(language), *std::move(workbook));
    report.files.push_back(
        io::manifest_file({"report", loaded.identity, report_options(loaded, call)}, report.files));
    return report;
}

}  // namespace lotse::driver
