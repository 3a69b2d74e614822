#include "progress.hpp"
#include "report.hpp"

#include <lotse/base/html.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/last_output.hpp>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <set>

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

std::vector<AreaReport> area_reports(const Network& network, const Call& call) {
    std::vector<std::size_t> actors(network.areas().size(), 0);
    for (const Actor& actor : network.actors())
        if (!actor.area.empty()) ++actors[(*actor.area).index()];
    std::vector<AreaId> within;
    if (const auto given = call.options.find("area"); given != call.options.end())
        for (const std::string& key : given->second)
            if (const auto id = network.find_area(key)) within.push_back(*id);
    std::vector<AreaReport> reports;
    std::set<std::string> folders;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const bool chosen = !call.has("area") || std::ranges::any_of(within, [&](AreaId outer) {
            return network.within(AreaId{i}, outer);
        });
        if (actors[i] == 0 || !chosen) continue;
        const Area& area = network.areas()[i];
        const std::string slug = unicode::slug(area.key + "-" + area.name);
        std::string folder = slug;
        for (int n = 2; !folders.insert(folder).second; ++n)
            folder = slug + "-" + std::to_string(n);
        reports.push_back({area.key, area.name, std::move(folder), actors[i]});
    }
    return reports;
}

Status write_one(Loaded loaded, const AreaReport& report, const fs::path& folder,
                 const io::OutputRules& rules, Call call) {
    const io::MoreOutputsFollow more;
    call.options["area"] = {report.area};
    call.options["quiet"] = {};
    call.options["threads"] = loaded.call.options["threads"] = {"1"};  // it has its own process
    const auto made = make_report(loaded, call);
    if (!made) return made.error();
    return io::write_folder(folder / report.folder, made->files, rules);
}

/// Every `step`-th report, beginning with `first`; the exit code of the program.
int write_share(const Loaded& loaded, const std::vector<AreaReport>& reports, std::size_t first,
                std::size_t step, const fs::path& folder, const io::OutputRules& rules,
                const Call& call) {
    for (std::size_t i = first; i < reports.size(); i += step)
        if (const auto written = write_one(loaded, reports[i], folder, rules, call); !written) {
            say("lotse: " + reports[i].name + ": " + written.error().message.in(call.language));
            return static_cast<int>(exit_code(written.error().kind));
        }
    return 0;
}

/// Processes, not threads: they share nothing but the network they were given.
int write_in_processes(const Loaded& loaded, const std::vector<AreaReport>& reports,
                       std::size_t processes, const fs::path& folder, const io::OutputRules& rules,
                       const Call& call) {
    end_progress();  // a child must not wait for a thread that it does not have
    std::vector<pid_t> children;
    const pid_t parent = getpid();
    for (std::size_t first = 1; first < processes; ++first) {
        const pid_t child = fork();
        if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);  // never outlives the command
            if (getppid() != parent) _exit(1);
            _exit(write_share(loaded, reports, first, processes, folder, rules, call));
        }
        if (child < 0) {  // no process to be had: its share is done here
            const int failed = write_share(loaded, reports, first, processes, folder, rules, call);
            if (failed != 0) return failed;
            continue;
        }
        children.push_back(child);
    }
    int result = write_share(loaded, reports, 0, processes, folder, rules, call);
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
        if (result == 0) result = code;
    }
    return result;
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

}  // namespace

Result<ExitCode> write_report_of_each_area(const fs::path& network_path, const fs::path& folder,
                                           const Call& call) {
    const io::OutputRules rules = report_rules(network_path, call);
    const auto loaded = load_for_report(call, network_path);
    if (!loaded) return loaded.error();
    const std::vector<AreaReport> reports = area_reports(*loaded->network, loaded->call);
    if (reports.empty())
        return Error{ErrorKind::usage,
                     Text{"Bei keinem Akteur ist ein Gebiet erfasst, aus dem eine Mappe werden "
                          "könnte.",
                          "No actor has an area recorded that a report could be made of."}};
    std::error_code failed;
    const bool made = fs::create_directory(folder, failed);
    const auto contents = folder / "index.html";
    Status possible = io::check_file_target(contents, rules);
    for (const AreaReport& report : reports)
        if (possible) possible = io::check_folder_target(folder / report.folder, rules);
    if (!possible) {
        if (made) fs::remove(folder, failed);
        return possible.error();
    }
    const std::size_t processes = std::min(thread_count(call), reports.size());
    const int code = write_in_processes(*loaded, reports, processes, folder, rules, loaded->call);
    if (code != 0) return static_cast<ExitCode>(code);
    if (auto written = io::write_file(
            contents, contents_page(*loaded->network, reports, call.language), rules);
        !written)
        return written.error();
    if (!call.has("quiet"))
        say(message({"lotse: {} Mappen geschrieben; bitte {} öffnen.",
                     "lotse: {} reports written; open {}."},
                    {std::to_string(reports.size()), contents.string()})
                .in(call.language));
    return ExitCode::done;
}

}  // namespace lotse::driver
