/// What every analysis looks like, and the list of them all.
#ifndef LOTSE_ANALYSIS_ANALYSIS_HPP
#define LOTSE_ANALYSIS_ANALYSIS_HPP

#include <lotse/analysis/view.hpp>
#include <lotse/base/document.hpp>
#include <lotse/base/options.hpp>

#include <functional>
#include <span>

namespace lotse::analysis {

struct Info {
    std::string_view id;      ///< command and file name, e.g. "coverage"
    std::string_view number;  ///< in the list of questions, e.g. "A01"
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

std::span<const Entry> catalogue();
const Entry* find(std::string_view id);

}  // namespace lotse::analysis

#endif
