#include <lotse/base/number.hpp>
#include <lotse/model/cell.hpp>

namespace lotse {
namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const Withheld&) const { return {}; }
    std::string operator()(bool v) const { return v ? "yes" : "no"; }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const { return unambiguous_text(v); }
    std::string operator()(const std::string& v) const { return v; }
    std::string operator()(const Choice& v) const { return v.key; }
    std::string operator()(const Message& v) const { return v.en; }
    std::string operator()(const std::vector<Choice>& v) const {
        std::vector<std::string> keys;
        for (const Choice& choice : v) keys.push_back(choice.key);
        return (*this)(keys);
    }
    std::string operator()(const std::vector<std::string>& v) const {
        std::string out;
        for (const std::string& member : v) {
            if (!out.empty()) out += '|';
            out += member;
        }
        return out;
    }
};

}  // namespace

Value detail::cell_value(const std::string& v) {
    return v.empty() ? Value{} : Value{v};
}
Value detail::cell_value(const std::vector<std::string>& v) {
    return v.empty() ? Value{} : Value{v};
}
Value detail::cell_value(const PartialDate& v) {
    return to_string(v);
}
Value detail::cell_value(ThreeValued v) {
    return v == ThreeValued::unknown ? Value{} : Value{std::string{enumerator(v).key}};
}

std::string cell_text(const Value& value) {
    return std::visit(ToText{}, value);
}

}  // namespace lotse
