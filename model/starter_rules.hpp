/// The rules of starter networks as data: what must exist by law, and where it is different.
#ifndef LOTSE_MODEL_STARTER_RULES_HPP
#define LOTSE_MODEL_STARTER_RULES_HPP

#include <lotse/base/partial_date.hpp>
#include <lotse/base/text.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lotse {

/// What a rule demands of every Kreis, in one Land or in all that have no rule of their own.
struct StarterRule {
    /// `unchecked`: nobody looked the law up, so nothing is made of it.
    enum class Demand { yes, no, unchecked };

    std::string code;
    std::string kind;    ///< code list actor_kinds
    std::string prefix;  ///< of the actors' keys
    std::string land;    ///< empty: every other Land
    Demand demand = Demand::unchecked;
    std::string basis;
    Message name;  ///< `{}` stands for the Kreis
    Message note;
    std::string source;
    std::optional<PartialDate> as_of;
};

/// An actor that stands for one or several Kreise in another way than the rule says.
struct StarterException {
    enum class Effect { instead, besides };

    std::string key;
    std::string kind;
    Effect effect = Effect::instead;
    std::string carrier;
    Message name;
    std::vector<std::string> districts;
    std::string area;       ///< seat
    std::string area_name;  ///< of a seat that is no Kreis
    Message note;
    std::string source;
    std::optional<PartialDate> as_of;
};

struct StarterRules {
    std::vector<StarterRule> rules;
    std::vector<StarterException> exceptions;
    std::set<std::string, std::less<>> municipal_carriers;    ///< Kreise
    std::map<std::string, std::set<std::string>> neighbours;  ///< by Kreis, both ways
};

/// The tables that come with the program.
const StarterRules& starter_rules();

}  // namespace lotse

#endif
