/// Definition -> Entry; used in the last line of every analysis' .cpp.
#ifndef LOTSE_ANALYSIS_ERASE_HPP
#define LOTSE_ANALYSIS_ERASE_HPP

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/suppression.hpp>

#include <algorithm>
#include <iterator>

namespace lotse::analysis {

template <Definition A>
Entry erase() {
    return {A::info(), option_infos<typename A::Options>(),
            [](const View& view, const OptionTexts& texts) -> Result<Document> {
                const auto options = parse_options<typename A::Options>(texts);
                if (!options) return options.error();
                const auto findings = A::run(view, *options);
                if (!findings) return findings.error();
                Document document =
                    Tabulator{*view.network}.document(A::info().id, A::info().title, *findings);
                document.options = option_values(*options);
                A::explain(view, *findings, document);
                std::ranges::move(notes_on_known_ties(view), std::back_inserter(document.notes));
                withhold_small_counts(document, view.suppress_below);
                return document;
            }};
}

}  // namespace lotse::analysis

#endif
