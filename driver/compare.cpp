#include "compare.hpp"

#include "output.hpp"
#include "pseudonymise.hpp"
#include "two_states.hpp"

#include <lotse/analysis/compare.hpp>

#include <algorithm>
#include <iterator>

namespace lotse::driver {
namespace {

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
    const OptionTexts old_texts = options_of_state(texts, before.network, after.network);
    const OptionTexts new_texts = options_of_state(texts, after.network, before.network);
    auto old_view = analysis::make_view(
        before.network, *parse_options<analysis::ViewOptions>(old_texts), after.network.get());
    auto new_view = analysis::make_view(
        after.network, *parse_options<analysis::ViewOptions>(new_texts), before.network.get());
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
    std::ranges::move(notes_on_one_state(old_texts, new_texts), std::back_inserter(notes));
    std::ranges::move(notes_on_choices(texts, *before.network, *after.network),
                      std::back_inserter(notes));
    std::ranges::move(notes_on_keys(*before.network, *after.network), std::back_inserter(notes));
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
