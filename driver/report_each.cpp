#include "progress.hpp"
#include "report.hpp"

#include <lotse/base/html.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/last_output.hpp>
#include <lotse/io/manifest.hpp>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
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

struct Batch {
    const Loaded& loaded;
    const std::vector<AreaReport>& reports;
    const Call& call;
};

Status write_one(const Batch& batch, const AreaReport& report, const fs::path& folder) {
    Loaded loaded = batch.loaded;
    Call call = batch.call;
    call.options["area"] = {report.area};
    call.options["quiet"] = {};
    call.options["threads"] = loaded.call.options["threads"] = {"1"};  // it has its own process
    const auto made = make_report(loaded, call);
    if (!made) return made.error();
    return io::write_folder(folder / report.folder, made->files, {});
}

Error failure(const AreaReport& report, Error error) {
    error.message.de = report.name + ": " + error.message.de;
    error.message.en = report.name + ": " + error.message.en;
    return error;
}

/// Every `step`-th report, beginning with `first`.
Status write_share(const Batch& batch, std::size_t first, std::size_t step,
                   const fs::path& folder) {
    for (std::size_t i = first; i < batch.reports.size(); i += step)
        if (auto written = write_one(batch, batch.reports[i], folder); !written)
            return failure(batch.reports[i], written.error());
    return std::monostate{};
}

/// The signals that end a command, as a set.
sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

/// Ends with the command, and by itself when a signal reaches it.
[[noreturn]] void be_child(const Batch& batch, std::size_t first, std::size_t step,
                           const fs::path& folder, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    const auto written = write_share(batch, first, step, folder);
    if (!written) say("lotse: " + written.error().message.in(batch.call.language));
    _exit(written ? 0 : static_cast<int>(exit_code(written.error().kind)));
}

/// The exit code of the first child that failed, else 0. A signal for the command ends them all.
int wait_for(std::vector<pid_t> children) {
    constexpr useconds_t pause = 20'000;
    int result = 0;
    while (!children.empty()) {
        if (const int signal = io::waiting_signal()) result = 128 + signal;
        if (result != 0)
            for (const pid_t child : children) kill(child, SIGKILL);
        std::erase_if(children, [&](pid_t child) {
            int status = 0;
            if (waitpid(child, &status, WNOHANG) == 0) return false;
            const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
            if (result == 0) result = code;
            return true;
        });
        if (!children.empty()) usleep(pause);
    }
    return result;
}

/// Processes, not threads: they share nothing but the network they were given. The exit code of the
/// command if one of them failed, which has said why.
Result<int> write_in_processes(const Batch& batch, std::size_t processes, const fs::path& folder) {
    end_progress();  // a child must not wait for a thread that it does not have
    std::vector<pid_t> children;
    Status here = std::monostate{};
    const pid_t parent = getpid();
    for (std::size_t first = 0; here && first < processes; ++first) {
        const pid_t child = fork();
        if (child == 0) be_child(batch, first, processes, folder, parent);
        if (child > 0)
            children.push_back(child);
        else  // no process to be had: its share is done here
            here = write_share(batch, first, processes, folder);
    }
    if (!here)
        for (const pid_t child : children) kill(child, SIGKILL);
    const int code = wait_for(std::move(children));
    if (!here) return here.error();
    return code;
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
        {"report", batch.loaded.identity, {{"each", std::string{"area"}}}}, listed));
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
    const std::vector<AreaReport> reports = area_reports(*loaded->network, loaded->call);
    if (reports.empty())
        return Error{ErrorKind::usage,
                     Text{"Bei keinem Akteur ist ein Gebiet erfasst, aus dem eine Mappe werden "
                          "könnte.",
                          "No actor has an area recorded that a report could be made of."}};
    const Batch batch{*loaded, reports, loaded->call};
    const std::size_t processes = std::min(thread_count(call), reports.size());
    int code = 0;
    const auto fill = [&](const fs::path& staged) -> Status {
        const auto ended = write_in_processes(batch, processes, staged);
        if (!ended) return ended.error();
        code = *ended;
        if (code != 0) return Error{ErrorKind::renderer, Message{}};  // it has said why
        return write_contents(batch, staged);
    };
    const Status written = io::write_folder_in_pieces(folder, rules, fill);
    if (code != 0) return static_cast<ExitCode>(code);
    if (!written) return written.error();
    if (!call.has("quiet"))
        say(message({"lotse: {} Mappen geschrieben; bitte {} öffnen.",
                     "lotse: {} reports written; open {}."},
                    {std::to_string(reports.size()), (folder / "index.html").string()})
                .in(call.language));
    return ExitCode::done;
}

}  // namespace lotse::driver
