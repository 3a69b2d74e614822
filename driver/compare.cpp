#include "compare.hpp"

#include "output.hpp"
#include "pseudonymise.hpp"

#include <lotse/analysis/compare.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

/// What only the other state has cannot be taken out of this one, and a tie is assumed only in a
/// state that has both ends, if the other one has them; else it is an error.
analysis::ViewOptions options_for(const analysis::ViewOptions& options,
                                  const std::shared_ptr<const Network>& network,
                                  const std::shared_ptr<const Network>& other) {
    analysis::ViewOptions out = options;
    std::erase_if(out.without, [&](const std::string& key) {
        return !network->find_actor(key) && other->find_actor(key);
    });
    const auto fits = [](const std::shared_ptr<const Network>& state, const std::string& tie) {
        analysis::ViewOptions only;
        only.with = {tie};
        return static_cast<bool>(analysis::make_view(state, only));
    };
    std::erase_if(out.with,
                  [&](const std::string& tie) { return !fits(network, tie) && fits(other, tie); });
    return out;
}

/// What is wrong with the options in both states alike, or in which of them something is wrong.
Error error_of(const Result<analysis::View>& before, const Result<analysis::View>& after) {
    Error out = before ? after.error() : before.error();
    const bool is_same = !before && !after && before.error().message.de == after.error().message.de;
    if (is_same) return out;
    const Text pattern = before ? Text{"Netz NACHHER: {}", "network AFTER: {}"}
                                : Text{"Netz VORHER: {}", "network BEFORE: {}"};
    out.message = message(pattern, {out.message});
    return out;
}

/// Ties of --with that one state cannot have.
void note_left_out(const std::vector<std::string>& given, const std::vector<std::string>& used,
                   Text pattern, std::vector<Message>& notes) {
    for (const std::string& tie : given)
        if (std::ranges::find(used, tie) == used.end()) notes.push_back(message(pattern, {tie}));
}

Result<ExitCode> run(const Call& call) {
    const auto loaded = load_two(call, path_of(call.arguments[0]), path_of(call.arguments[1]));
    if (!loaded) return loaded.error();
    const Loaded& before = loaded->front();
    auto document = compare_document(before, loaded->back(), before.call.options);
    if (!document) return document.error();
    return deliver(*std::move(document), *loaded->back().network, call);
}

}  // namespace

Result<Document> compare_document(const Loaded& before, const Loaded& after,
                                  const OptionTexts& texts) {
    const auto given = parse_options<analysis::ViewOptions>(texts);
    if (!given) return given.error();
    const auto options = parse_options<analysis::Compare::Options>(texts);
    if (!options) return options.error();
    const auto old_options = options_for(*given, before.network, after.network);
    const auto new_options = options_for(*given, after.network, before.network);
    auto old_view = analysis::make_view(before.network, old_options);
    auto new_view = analysis::make_view(after.network, new_options);
    if (!old_view || !new_view) return error_of(old_view, new_view);
    old_view->threads = new_view->threads = thread_count(after.call);
    auto document = analysis::Compare::document(*old_view, *new_view, *options);
    if (!document) return document.error();
    document->network = after.identity;
    auto shown = analysis::given_options(*given);
    shown.emplace_back("before", before.identity.name);
    shown.emplace_back("before_sha256", before.identity.sha256);
    document->options.insert(document->options.begin(), shown.begin(), shown.end());
    auto& notes = document->notes;
    notes.insert(notes.begin(), after.notes.begin(), after.notes.end());
    for (const Message& note : before.notes)
        if (std::ranges::find(notes, note) == notes.end()) notes.insert(notes.begin(), note);
    note_left_out(
        given->with, old_options.with,
        {"--with „{}“ gilt nur für den späteren Stand: Der frühere hat nicht beide Enden.",
         "--with '{}' holds for the later state only: the earlier one lacks an end."},
        notes);
    note_left_out(
        given->with, new_options.with,
        {"--with „{}“ gilt nur für den früheren Stand: Der spätere hat nicht beide Enden.",
         "--with '{}' holds for the earlier state only: the later one lacks an end."},
        notes);
    return document;
}

Command compare_command() {
    const analysis::Info info = analysis::Compare::info();
    Command command{info.id,
                    enumerator(info.theme).label,
                    info.title,
                    info.question,
                    {{{"VORHER", "BEFORE"},
                      {"früherer Stand: Ordner, Arbeitsmappe oder JSON-Datei",
                       "earlier state: folder, workbook or JSON file"}},
                     {{"NACHHER", "AFTER"}, {"späterer Stand", "later state"}}},
                    option_infos<analysis::Compare::Options>(),
                    run};
    for (auto& option : option_infos<analysis::ViewOptions>())
        command.options.push_back(std::move(option));
    for (auto& option : document_options()) command.options.push_back(std::move(option));
    command.options.push_back(pseudonymise_option());
    return command;
}

}  // namespace lotse::driver
