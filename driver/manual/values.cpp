#include "values.hpp"

#include "output.hpp"

#include <lotse/model/network.hpp>

#include <algorithm>
#include <array>

namespace lotse::driver::manual {
namespace {

/// The code list that an option takes its values from.
struct CodeOption {
    std::string_view option;
    std::string_view list;
    /// named: the label of the option says which of the codes it takes.
    enum class Taken { all, named } taken = Taken::all;
};
constexpr std::array code_options{
    CodeOption{"by", "levels", CodeOption::Taken::named},
    CodeOption{"kinds", "tie_kinds"},
    CodeOption{"legal", "legal_circles"},
    CodeOption{"min-level", "tie_levels"},
    CodeOption{"mode", "travel_modes", CodeOption::Taken::named},
    CodeOption{"sectors", "sectors"},
    CodeOption{"target", "targets"},
    CodeOption{"topic", "topics"},
};

constexpr std::array<std::string_view, 2> output_options{"output", "save-positions"};

Values codes(const CodeOption& taker, std::string_view label) {
    Values values{Values::Form::words, {}, {}};
    for (const Code& code : Codebook::built_in().list(taker.list)->codes()) {
        if (taker.taken == CodeOption::Taken::all)
            values.words.push_back({code.code, code.label});
        else if (label.find(code.code) != label.npos)
            values.words.push_back({code.code, {}});
    }
    if (taker.taken == CodeOption::Taken::all) values.name = taker.list;
    return values;
}

/// The Länder and Kreise.
std::vector<Word> areas() {
    const Network germany{{}, {}};
    std::vector<Word> words;
    for (const Area& area : germany.areas()) words.push_back({area.key, {area.name, area.name}});
    return words;
}

Values plain_words(std::span<const std::string> choices) {
    Values values{Values::Form::words, {}, {}};
    for (const std::string& choice : choices) values.words.push_back({choice, {}});
    return values;
}

}  // namespace

Values values_of(const OptionInfo& option) {
    using enum Values::Form;
    if (option.form == OptionForm::flag) return {flag, {}, {}};
    if (!option.choices.empty()) return plain_words(option.choices);
    if (option.key == "area") return {words, "areas", areas()};
    const auto code = std::ranges::find(code_options, option.key, &CodeOption::option);
    if (code != code_options.end()) return codes(*code, option.label.en);
    const bool is_file = std::ranges::find(input_options, option.key) != input_options.end() ||
                         std::ranges::find(output_options, option.key) != output_options.end();
    return {is_file ? file : none, {}, {}};
}

Values values_of(const Positional& positional) {
    if (!positional.choices.empty()) return plain_words(positional.choices);
    return {Values::Form::file, {}, {}};
}

}  // namespace lotse::driver::manual
