#include "progress.hpp"
#include "report.hpp"
#include "unique_slugs.hpp"
#include "worker_process.hpp"

#include <lotse/base/html.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/io/last_output.hpp>
#include <lotse/io/manifest.hpp>

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <list>

namespace lotse::driver {
namespace {

namespace fs = std::filesystem;

/// A report of the batch.
struct AreaReport {
    std::string area;
    std::string name;
    std::string folder;  ///< inside of the batch
    std::size_t actors = 0;
};

/// Of the areas within `within`, or of all.
std::vector<AreaReport> area_reports(const Network& network, std::span<const AreaId> within,
                                     Language language) {
    std::vector<std::size_t> actors(network.areas().size(), 0);
    for (const Actor& actor : network.actors())
        if (!actor.area.empty()) ++actors[(*actor.area).index()];
    std::vector<AreaReport> reports;
    UniqueSlugs folders;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const bool chosen = within.empty() || std::ranges::any_of(within, [&](AreaId outer) {
                                return network.within(AreaId{i}, outer);
                            });
        if (actors[i] == 0 || !chosen) continue;
        const Area& area = network.areas()[i];
        constexpr Text nameless{"gebiet", "area"};
        reports.push_back({area.key, area.name,
                           folders.name(area.key + "-" + area.name, nameless.in(language)),
                           actors[i]});
    }
    return reports;
}

struct Batch {
    const Loaded& loaded;
    const std::vector<AreaReport>& reports;
    const Call& call;
};

Status write_one(const Batch& batch, const AreaReport& report, const fs::path& folder) {
    Loaded loaded = batch.loaded;
    Call call = batch.call;
    call.options["area"] = {report.area};
    call.options.erase("each");
    call.options["quiet"] = {};
    call.options["threads"] = loaded.call.options["threads"] = {"1"};  // it has its own process
    const auto made = make_report(loaded, call);
    if (!made) return made.error();
    return io::write_folder(folder / report.folder, made->files, {});
}

/// Every `step`-th report, beginning with `first`.
Status write_share(const Batch& batch, std::size_t first, std::size_t step,
                   const fs::path& folder) {
    for (std::size_t i = first; i < batch.reports.size(); i += step)
        if (auto written = write_one(batch, batch.reports[i], folder); !written) return written;
    return std::monostate{};
}

/// Of a share, with the name of the area whose report is not there: the one it was at.
Error failure(const Batch& batch, std::size_t first, std::size_t step, const fs::path& folder,
              Error error) {
    std::error_code ignored;
    while (first + step < batch.reports.size() &&
           fs::exists(folder / batch.reports[first].folder, ignored))
        first += step;
    const std::string& name = batch.reports[first].name;
    error.message.de = name + ": " + error.message.de;
    error.message.en = name + ": " + error.message.en;
    return error;
}

/// Processes, not threads: they share nothing but the network they were given.
Status write_in_processes(const Batch& batch, std::size_t processes, const fs::path& folder) {
    struct Share {
        Share(std::size_t begin, FunctionRef<Status()> work) : first{begin}, process{work} {}
        std::size_t first;
        WorkerProcess process;
    };
    constexpr useconds_t pause = 20'000;
    end_progress();           // a child must not wait for a thread that it does not have
    std::list<Share> shares;  // those at work end when it goes
    for (std::size_t first = 0; first < processes; ++first) {
        const auto work = [&] { return write_share(batch, first, processes, folder); };
        if (shares.emplace_back(first, work).process.started()) continue;
        shares.pop_back();  // no process to be had: its share is done here
        if (const auto done = work(); !done)
            return failure(batch, first, processes, folder, done.error());
    }
    while (!shares.empty()) {
        if (io::waiting_signal() != 0)
            return Error{ErrorKind::input_output, Text{"Abgebrochen.", "Interrupted."}};
        for (auto share = shares.begin(); share != shares.end();) {
            const auto ended = share->process.ended();
            if (ended && !*ended)
                return failure(batch, share->first, processes, folder, ended->error());
            share = ended ? shares.erase(share) : std::next(share);
        }
        if (!shares.empty()) usleep(pause);
    }
    return std::monostate{};
}

std::string contents_page(const Network& network, const std::vector<AreaReport>& reports,
                          Language language) {
    constexpr std::string_view style =
        "body{font:16px/1.5 \"Noto Sans\",system-ui,sans-serif;margin:2rem auto;max-width:52rem;"
        "padding:0 1rem;color:#1b2430}td,th{text-align:left;padding:.2rem 1rem .2rem 0}"
        "td:last-child,th:last-child{text-align:right}a{color:#004f86}";
    const std::string title = html::escape(std::string{Text{"Mappen", "Reports"}.in(language)} +
                                           " – " + network.info().name);
    std::string page = "<!doctype html>\n<html lang=\"";
    page += language == Language::de ? "de" : "en";
    page +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'sha256-" +
        sha256_base64(style) + "'\">\n<title>" + title + "</title>\n<style>" + std::string{style} +
        "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n";
    if (network.info().fictional)
        page += "<p><strong>" + std::string{Text{"Fiktive Daten", "Fictional data"}.in(language)} +
                "</strong></p>\n";
    page += "<table>\n<tr><th>" + std::string{Text{"Gebiet", "Area"}.in(language)} + "</th><th>" +
            std::string{Text{"Akteure mit Sitz hier", "Actors seated here"}.in(language)} +
            "</th></tr>\n";
    for (const AreaReport& report : reports)
        page += "<tr><td><a href=\"" + report.folder + "/index.html\">" +
                html::escape(report.name) + "</a></td><td>" +
                grouped_text(static_cast<std::int64_t>(report.actors), language) + "</td></tr>\n";
    return page + "</table>\n</body>\n</html>\n";
}

/// The page that lists the reports, and the manifest by which the folder is known as one of lotse.
Status write_contents(const Batch& batch, const fs::path& folder) {
    std::vector<io::OutputFile> files{
        {"index.html", contents_page(*batch.loaded.network, batch.reports, batch.call.language)}};
    std::vector<io::OutputFile> listed = files;
    for (const AreaReport& report : batch.reports) {
        const std::string name = report.folder + "/manifest.json";
        std::ifstream manifest{folder / name, std::ios::binary};
        listed.push_back({name, {std::istreambuf_iterator<char>{manifest}, {}}});
    }
    files.push_back(io::manifest_file(
        {"report", batch.loaded.identity, report_options(batch.loaded, batch.call)}, listed));
    for (const io::OutputFile& file : files)
        if (auto written = io::write_file(folder / file.name, file.bytes, {}); !written)
            return written;
    return std::monostate{};
}

}  // namespace

Result<ExitCode> write_report_of_each_area(const fs::path& network_path, const fs::path& folder,
                                           const Call& call) {
    const io::OutputRules rules = report_rules(network_path, call);
    if (auto possible = io::check_folder_target(folder, rules); !possible) return possible.error();
    const auto loaded = load_for_report(call, network_path);
    if (!loaded) return loaded.error();
    const auto view = view_of_report(*loaded, loaded->call);
    if (!view) return view.error();
    const std::vector<AreaReport> reports =
        area_reports(*view->network, view->areas, call.language);
    if (reports.empty())
        return Error{ErrorKind::usage,
                     call.has("area")
                         ? Text{"In den genannten Gebieten sitzt kein Akteur.",
                                "No actor sits in the areas named."}
                         : Text{"Bei keinem Akteur ist ein Gebiet erfasst, aus dem eine Mappe "
                                "werden könnte.",
                                "No actor has an area recorded that a report could be made of."}};
    const Batch batch{*loaded, reports, loaded->call};
    const std::size_t processes = std::min(thread_count(call), reports.size());
    const auto fill = [&](const fs::path& staged) -> Status {
        if (auto written = write_in_processes(batch, processes, staged); !written) return written;
        return write_contents(batch, staged);
    };
    if (const auto written = io::write_folder_in_pieces(folder, rules, fill); !written)
        return written.error();
    if (!call.has("quiet"))
        say(message({"lotse: {} Mappen geschrieben; bitte {} öffnen.",
                     "lotse: {} reports written; open {}."},
                    {std::to_string(reports.size()), (folder / "index.html").string()})
                .in(call.language));
    return ExitCode::done;
}

}  // namespace lotse::driver
