#include "analysis_command.hpp"

#include "output.hpp"
#include "pseudonymise.hpp"

namespace lotse::driver {

Result<Document> run_analysis(const analysis::Entry& entry, const Loaded& loaded,
                              const OptionTexts& options) {
    const auto view_options = parse_options<analysis::ViewOptions>(options);
    if (!view_options) return view_options.error();
    auto view = analysis::make_view(loaded.network, *view_options,
                                    loaded.before ? loaded.before->network.get() : nullptr);
    if (!view) return view.error();
    view->threads = thread_count(loaded.call);
    auto document = entry.run(*view, options);
    if (!document) return document.error();
    document->network = loaded.identity;
    auto given = analysis::given_options(*view_options);
    document->options.insert(document->options.begin(), given.begin(), given.end());
    document->notes.insert(document->notes.begin(), loaded.notes.begin(), loaded.notes.end());
    return document;
}

std::vector<Command> analysis_commands() {
    std::vector<Command> out;
    for (const analysis::Entry& entry : analysis::catalogue()) {
        Command command{entry.info.id,
                        enumerator(entry.info.theme).label,
                        entry.info.title,
                        entry.info.question,
                        {network_positional()},
                        entry.options,
                        {}};
        for (auto& option : option_infos<analysis::ViewOptions>())
            command.options.push_back(std::move(option));
        for (auto& option : document_options()) command.options.push_back(std::move(option));
        command.options.push_back(pseudonymise_option());
        command.run = [&entry](const Call& call) -> Result<ExitCode> {
            const auto loaded = load(call, path_of(call.arguments.front()));
            if (!loaded) return loaded.error();
            auto document = run_analysis(entry, *loaded, loaded->call.options);
            if (!document) return document.error();
            return deliver(*std::move(document), *loaded->network, call);
        };
        out.push_back(std::move(command));
    }
    return out;
}

}  // namespace lotse::driver
