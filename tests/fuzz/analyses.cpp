#include "checks.hpp"
#include "sample.hpp"
#include "target.hpp"

#include <lotse/analysis/analysis.hpp>

namespace lotse::fuzz {
namespace {

using namespace lotse::analysis;

/// A value for an option: one of its choices, a code, a key, a number, or any text.
std::string value_for(const OptionInfo& option, Choices& choices) {
    static constexpr std::array<std::string_view, 24> words{"a",         "b",
                                                            "c",         "0",
                                                            "1",         "2",
                                                            "3",         "-1",
                                                            "0.5",       "1e308",
                                                            "nan",       "2024",
                                                            "2026-06",   "05911",
                                                            "ort-1",     "LP-BEW",
                                                            "X-FAM",     "topic=LP-BEW",
                                                            "sgb2",      "addiction",
                                                            "a>b",       "a>c:cooperates",
                                                            "refers_to", ""};
    if (!option.choices.empty() && !choices.one_in(16)) return choices.any_of(option.choices);
    return choices.one_in(16) ? choices.text() : std::string{choices.any_of(words)};
}

OptionTexts options_of(std::span<const OptionInfo> infos, std::size_t rarity, Choices& choices) {
    OptionTexts out;
    for (const OptionInfo& option : infos)
        if (choices.one_in(rarity)) out[option.key] = {value_for(option, choices)};
    return out;
}

}  // namespace

/// A network, an analysis of the catalogue, options.
void analyses(std::string_view bytes) {
    Choices choices{bytes};
    const Entry& entry = choices.any_of(catalogue());
    auto texts = options_of(option_infos<ViewOptions>(), 16, choices);
    texts.merge(options_of(entry.options, 4, choices));
    const NetworkInfo info{"Netz", "", choices.one_in(2)};
    const auto network = std::make_shared<const Network>(info, sample_tables(choices));
    if (entry.info.id == "paths")
        texts.try_emplace("from", 1, "a"), texts.try_emplace("to", 1, "b");
    if (entry.info.id == "factsheet") texts.try_emplace("actor", 1, "a");
    const auto options = parse_options<ViewOptions>(texts);
    if (!options) return check_printable(options.error().message.en);
    const auto view = make_view(network, *options);
    if (!view) return check_printable(view.error().message.en);
    const auto document = entry.run(*view, texts);
    if (!document) {
        if (document.error().kind == ErrorKind::engine) fail(document.error().message.en);
        return check_printable(document.error().message.en);
    }
    check_document(*document, view->suppress_below);
}

}  // namespace lotse::fuzz
