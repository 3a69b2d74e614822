#include "load.hpp"

#include "progress.hpp"
#include "pseudonymise.hpp"
#include "two_states.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/read_network.hpp>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace lotse::driver {
namespace {

constexpr std::size_t shown_errors = 50;

std::size_t count(const BuildResult& built, Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(built.issues, severity, &Issue::severity));
}

bool is_error(const Issue& issue) {
    return issue.severity == Severity::error;
}
bool is_error_or_warning(const Issue& issue) {
    return issue.severity != Severity::note;
}

/// Those of whole files and tables first: the others may follow from them.
void say_errors(const BuildResult& built, bool (*wanted)(const Issue&), Language language) {
    std::vector<const Issue*> issues;
    for (const Issue& issue : built.issues)
        if (wanted(issue)) issues.push_back(&issue);
    std::stable_partition(issues.begin(), issues.end(),
                          [](const Issue* issue) { return is_fault_of_a_file(*issue); });
    const std::size_t shown = issues.size();
    for (std::size_t i = 0; i < std::min(shown, shown_errors); ++i)
        say(to_string(*issues[i], language));
    if (shown > shown_errors)
        say(message(wanted == is_error_or_warning
                        ? Text{"… und {} weitere Fehler und Warnungen; „lotse check“ zeigt alle.",
                               "... and {} more errors and warnings; 'lotse check' shows all."}
                        : Text{"… und {} weitere Fehler; „lotse check“ zeigt alle.",
                               "... and {} more errors; 'lotse check' shows all."},
                    {std::to_string(shown - shown_errors)})
                .in(language));
}

std::vector<Message> standing_notes(const BuildResult& built) {
    std::vector<Message> notes;
    if (built.network.info().fictional)
        notes.push_back(Text{"Fiktive Daten: Dieses Netz ist erfunden.",
                             "Fictional data: this network is invented."});
    if (built.rows.rejected > 0)
        notes.push_back(message(
            {"{} von {} Zeilen der Eingabe sind fehlerhaft und nicht dabei (--skip-bad-rows).",
             "{} of {} rows of the input are faulty and left out (--skip-bad-rows)."},
            {std::to_string(built.rows.rejected), std::to_string(built.rows.read)}));
    if (std::ranges::any_of(built.issues, [](const Issue& issue) {
            return is_error(issue) && issue.code == "ends-before-start";
        }))
        notes.push_back(Text{
            "Wo das Ende vor dem Beginn liegt, fehlen Akteuren nur diese beiden Daten; Beziehungen "
            "und Angebote fehlen ganz.",
            "Where the end lies before the start, actors lack only these two dates; ties and "
            "offers are missing altogether."});
    return notes;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// What a title says of rows that are missing and of what is only supposed.
Message beside_title(std::int64_t rows, const Call& call) {
    Message out;
    const auto add = [&](const Text& words, std::string_view value) {
        const Message more = message(words, {value});
        out.de += more.de;
        out.en += more.en;
    };
    if (rows > 0)
        add(rows == 1 ? Text{" (ohne {} fehlerhafte Zeile)", " (without {} faulty row)"}
                      : Text{" (ohne {} fehlerhafte Zeilen)", " (without {} faulty rows)"},
            std::to_string(rows));
    if (call.has("without"))
        add({" (was wäre ohne {})", " (what if without {})"}, joined(call.options.at("without")));
    if (call.has("with"))
        add({" (was wäre mit {})", " (what if with {})"}, joined(call.options.at("with")));
    return out;
}

}  // namespace

std::string title_in(Language language, std::string title, const Loaded& loaded) {
    const std::string words = loaded.beside_title.in(loaded.call.language);
    if (const auto at = title.rfind(words); !words.empty() && at != std::string::npos)
        title.replace(at, words.size(), loaded.beside_title.in(language));
    return title;
}

std::shared_ptr<const Network> honestly_titled(std::shared_ptr<const Network> network,
                                               std::int64_t rows_left_out, const Call& call) {
    const std::string more = beside_title(rows_left_out, call).in(call.language);
    if (more.empty()) return network;
    NetworkInfo info = network->info();
    info.name += more;
    return std::make_shared<const Network>(std::move(info), network->tables());
}

void say(const std::string& text) {
    erase_progress_line();
    std::fputs((text + '\n').c_str(), stderr);
}

std::filesystem::path path_of(std::string_view text) {
    return std::filesystem::path{std::u8string{text.begin(), text.end()}};
}

Status refuse_client_data(std::span<const Issue> issues, Language language) {
    bool found = false;
    for (const Issue& issue : issues) {
        if (issue.code != client_data) continue;
        found = true;
        say(to_string(issue, language));
    }
    if (!found) return std::monostate{};
    return Error{ErrorKind::privacy, Text{"Die Eingabe enthält Daten von Personen und wird nicht "
                                          "verarbeitet. lotse arbeitet nur mit Einrichtungen.",
                                          "The input holds data of persons and is not processed. "
                                          "lotse works with organisations only."}};
}

bool is_fault_of_a_file(const Issue& issue) {
    return is_error(issue) && !io::concerns_rows(issue);
}

Result<io::Limits> limits_of(const Call& call) {
    const auto it = call.options.find("limit");
    return io::parse_limits(it == call.options.end() ? std::span<const std::string>{}
                                                     : std::span{it->second});
}

std::size_t thread_count(const Call& call) {
    const auto given = parse_integer(call.option("threads"));
    return std::holds_alternative<std::int64_t>(given)
               ? static_cast<std::size_t>(std::get<std::int64_t>(given))
               : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

namespace {

Result<Loaded> read(const Call& call, const std::filesystem::path& path) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    now_doing(Text{"Netz lesen", "Reading the network"});
    auto built = io::read_network(path, *limits);
    now_doing({});
    if (!built) return built.error();
    if (const auto allowed = refuse_client_data(built->issues, call.language); !allowed)
        return allowed.error();
    const std::size_t errors = count(*built, Severity::error);
    const std::size_t warnings = count(*built, Severity::warning);
    const std::string errors_text = std::to_string(errors);
    const auto faults = std::ranges::count_if(built->issues, is_fault_of_a_file);
    if (errors > 0 && !call.has("skip-bad-rows")) {
        if (!call.has("pseudonymise")) say_errors(*built, is_error, call.language);  // repeat names
        constexpr Text correct{"Fehler im Netz: {}. Bitte berichtigen.",
                               "Errors in the network: {}. Correct them."};
        constexpr Text correct_or_skip{
            "Fehler im Netz: {}. Bitte berichtigen, oder mit --skip-bad-rows ohne die "
            "fehlerhaften Zeilen weitermachen.",
            "Errors in the network: {}. Correct them, or go on without the faulty rows by "
            "--skip-bad-rows."};
        return Error{ErrorKind::input,
                     message(faults > 0 ? correct : correct_or_skip, {errors_text})};
    }
    if (faults > 0) {
        if (!call.has("pseudonymise")) say_errors(*built, is_fault_of_a_file, call.language);
        return Error{
            ErrorKind::input,
            message({"Fehler, die eine ganze Datei oder Tabelle betreffen: {}. --skip-bad-rows "
                     "lässt nur einzelne Zeilen weg; bitte berichtigen.",
                     "Errors that concern a whole file or table: {}. --skip-bad-rows leaves out "
                     "single rows only; correct them."},
                    {std::to_string(faults)})};
    }
    if (errors + warnings > 0 && call.has("strict")) {
        if (!call.has("pseudonymise")) say_errors(*built, is_error_or_warning, call.language);
        return Error{ErrorKind::input,
                     message({"Fehler und Warnungen in den Daten: {} (--strict); „lotse check“ "
                              "zeigt sie.",
                              "Errors and warnings in the data: {} (--strict); 'lotse check' shows "
                              "them."},
                             {std::to_string(errors + warnings)})};
    }
    if (errors + warnings > 0 && !call.has("quiet"))
        say(message({"lotse: Fehler in den Daten: {}, Warnungen: {}; „lotse check“ zeigt sie.",
                     "lotse: errors in the data: {}, warnings: {}; 'lotse check' shows them."},
                    {errors_text, std::to_string(warnings)})
                .in(call.language));
    auto notes = standing_notes(*built);
    if (call.has("pseudonymise"))
        notes.push_back(
            Text{"Pseudonymisiert: Namen und Schlüssel sind ersetzt (A Akteur, O Angebot, V Ort, G "
                 "eigenes Gebiet, S Quelle). Art, Gebiet und Beziehungen können eine Einrichtung "
                 "trotzdem erkennbar machen.",
                 "Pseudonymised: names and keys are replaced (A actor, O offer, V venue, G own "
                 "area, S source). Kind, area and ties may still give an organisation away."});
    return Loaded{std::make_shared<const Network>(std::move(built->network)),
                  {},
                  std::move(notes),
                  {},
                  call,
                  built->rows.rejected,
                  {}};
}

/// The networks under the names that the call asks for, which say what is left out.
void name(std::vector<Loaded>& all, const Call& call) {
    std::vector<std::shared_ptr<const Network>> networks;
    for (const Loaded& loaded : all) networks.push_back(loaded.network);
    Call named = call;
    pseudonymise(networks, named);
    std::int64_t rows = 0;
    for (const Loaded& loaded : all) rows += loaded.rows_left_out;
    if (const std::string more = beside_title(rows, named).in(call.language);
        !more.empty() && !unicode::trim(named.option("title")).empty())
        named.options["title"] = {named.option("title") + more};
    for (std::size_t i = 0; i < all.size(); ++i) {
        Call own = named;
        if (networks.size() == 2)
            own.options = options_of_state(named.options, networks[i], networks[1 - i]);
        all[i].network = honestly_titled(networks[i], all[i].rows_left_out, own);
        all[i].beside_title = beside_title(all[i].rows_left_out, own);
        all[i].identity = networks[i]->identity();  // of what was read: of one hash in any language
        all[i].identity.name = all[i].network->info().name;
        all[i].call = named;
    }
}

}  // namespace

Result<Loaded> load(const Call& call, const std::filesystem::path& path) {
    auto loaded = read(call, path);
    if (!loaded) return loaded.error();
    std::vector<Loaded> all{*std::move(loaded)};
    name(all, call);
    return std::move(all.front());
}

Result<std::vector<Loaded>> load_two(const Call& call, const std::filesystem::path& before,
                                     const std::filesystem::path& after) {
    std::vector<Loaded> all;
    for (const auto* path : {&before, &after}) {
        auto loaded = read(call, *path);
        if (!loaded) return loaded.error();
        all.push_back(*std::move(loaded));
    }
    name(all, call);
    return all;
}

}  // namespace lotse::driver
