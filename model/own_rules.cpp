#include "own_rules.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/model/travel_bounds.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace lotse {
namespace {

enum class Want { number, whole_number, code, codes };

/// What an attribute of a list must hold for the analyses that read it.
struct Expected {
    std::string_view list;
    std::string_view attribute;
    Want want;
    NumberRange range;
    std::string_view codes;  ///< the list of the codes
    bool is_needed;          ///< without it the rule does not hold
};

constexpr std::array expectations{
    Expected{"travel_rules", "mode", Want::code, {}, "travel_modes", true},
    Expected{"travel_rules", "settlement", Want::code, {}, "settlement_classes", false},
    Expected{"travel_rules", "detour", Want::number, travel_bounds::detour, {}, true},
    Expected{"travel_rules", "speed_kmh", Want::number, travel_bounds::speed_kmh, {}, true},
    Expected{"travel_rules",
             "threshold_minutes",
             Want::number,
             travel_bounds::threshold_minutes,
             {},
             true},
    Expected{"duration_rules", "min_weeks", Want::number, {0.1, 5200}, {}, true},
    Expected{"duration_rules", "topics", Want::codes, {}, "topics", true},
    Expected{"duration_rules", "targets", Want::codes, {}, "targets", true},
    Expected{"funding_instruments", "max_share", Want::number, {0, 1}, {}, false},
    Expected{"review_periods", "rule", Want::whole_number, {1, 1200}, {}, false},
};

bool is_usable(const Expected& expected, std::string_view text, const Codebook& codes) {
    switch (expected.want) {
        case Want::number:
            return std::holds_alternative<double>(parse_number(text, expected.range));
        case Want::whole_number:
            return std::holds_alternative<std::int64_t>(parse_integer(text, expected.range));
        case Want::code: return codes.list(expected.codes)->find(text) != nullptr;
        case Want::codes:
            return std::ranges::all_of(split_list(text), [&](const std::string& code) {
                return codes.list(expected.codes)->find(code) != nullptr;
            });
    }
    return true;
}

Message same(std::string_view text) {
    return {std::string{text}, std::string{text}};
}

Message bound(double value) {
    const int digits = value == std::floor(value) ? 0 : 1;
    return {rounded_text(value, digits, Language::de), rounded_text(value, digits, Language::en)};
}

/// "eine Zahl von 0,1 bis 10.000".
Message wanted_words(const Expected& expected) {
    if (expected.want == Want::code)
        return message({"ein Code der Liste {} (lotse list codes)",
                        "a code of the list {} (lotse list codes)"},
                       {expected.codes});
    if (expected.want == Want::codes)
        return message({"Codes der Liste {} (lotse list codes), mehrere mit |",
                        "codes of the list {} (lotse list codes), several with |"},
                       {expected.codes});
    const Text words = expected.want == Want::number
                           ? Text{"eine Zahl von {} bis {}", "a number from {} to {}"}
                           : Text{"eine ganze Zahl von {} bis {}", "a whole number from {} to {}"};
    return message(words, {bound(expected.range.min), bound(expected.range.max)});
}

}  // namespace

void warn_unusable_rules(std::span<const OwnCode> own, const Codebook& codes, BuildLog& log) {
    for (const OwnCode& row : own) {
        const CodeList* list = codes.list(row.list);
        const Code* code = list ? list->find(row.code) : nullptr;
        if (!code) continue;
        for (const Expected& expected : expectations) {
            if (expected.list != row.list) continue;
            const std::string_view text = code->attribute(expected.attribute);
            if (text.empty() ? !expected.is_needed : is_usable(expected, text, codes)) continue;
            const bool holds_in_part = expected.want == Want::codes && !text.empty();
            const Message effect =
                expected.is_needed && !holds_in_part
                    ? Message{" So gilt die Regel nicht.", " As it is, the rule does not hold."}
                    : Message{};
            const Message wanted = wanted_words(expected);
            log.say(Severity::warning, "unusable-rule", log.place(row.origin, "rule"),
                    text.empty() ? message({"rule: {} fehlt; gebraucht wird {}.{}",
                                            "rule: {} is missing; needed is {}.{}"},
                                           {same(expected.attribute), wanted, effect})
                                 : message({"rule: {} ist „{}“; gebraucht wird {}.{}",
                                            "rule: {} is '{}'; needed is {}.{}"},
                                           {same(expected.attribute), same(text), wanted, effect}));
        }
    }
}

}  // namespace lotse
