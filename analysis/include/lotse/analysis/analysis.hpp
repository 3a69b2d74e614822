/// What every analysis looks like, and the list of them all.
#ifndef LOTSE_ANALYSIS_ANALYSIS_HPP
#define LOTSE_ANALYSIS_ANALYSIS_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/base/document.hpp>
#include <lotse/base/options.hpp>

#include <functional>
#include <span>

namespace lotse::analysis {

/// What an analysis is about; people find it under this heading.
enum class Theme { data, supply, ways, network, governance, proposals };

constexpr auto enumerators(Theme) {
    using enum Theme;
    return std::array{
        Enumerator{data, "data", {"Daten", "Data"}},
        Enumerator{supply, "supply", {"Angebot und Bedarf", "Offers and needs"}},
        Enumerator{ways, "ways", {"Wege und Türen", "Ways and doors"}},
        Enumerator{network, "network", {"Das Netz als Ganzes", "The network as a whole"}},
        Enumerator{governance,
                   "governance",
                   {"Gremien, Zuständigkeit, Geld", "Bodies, responsibility, money"}},
        Enumerator{
            proposals, "proposals", {"Vorschläge und Vergleiche", "Proposals and comparisons"}},
    };
}

struct Info {
    std::string_view id;      ///< command and file name, e.g. "coverage"
    std::string_view number;  ///< in the list of questions, e.g. "A01"
    Theme theme;
    Text title;
    Text question;                ///< the question a coordinator would ask
    std::string_view source;      ///< where the method is defined
    std::string_view needs = {};  ///< options without which it cannot be asked; empty: none
};

/// An analysis with its types erased, as the driver sees it.
struct Entry {
    Info info;
    std::vector<OptionInfo> options;  ///< besides those of ViewOptions
    std::function<Result<Document>(const View&, const OptionTexts&)> run;
};

/// The shape of an analysis: Options in, Findings out, both described; `explain` adds the notes and
/// the plain words that every result ends with.
template <class A>
concept Definition = Described<typename A::Options> && Described<typename A::Findings> &&
    requires(const View& view, const typename A::Options& options,
             const typename A::Findings& findings, Document& document) {
    { A::info() } -> std::same_as<Info>;
    { A::run(view, options) } -> std::same_as<Result<typename A::Findings>>;
    A::explain(view, findings, document);
    { A::entry() } -> std::same_as<Entry>;
};

/// All of them, theme by theme, each in the order of the questions.
std::span<const Entry> catalogue();
/// By Info::id; nullptr: there is none.
const Entry* find(std::string_view id);

}  // namespace lotse::analysis

#endif
