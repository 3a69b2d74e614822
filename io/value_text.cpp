#include <lotse/base/number.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::io {
namespace {

struct ToText {
    const Column& column;
    Language language;

    std::string operator()(std::monostate) const { return "–"; }
    std::string operator()(const Withheld& v) const { return withheld_text(v); }
    std::string operator()(bool v) const {
        return std::string{v ? Text{"ja", "yes"}.in(language) : Text{"nein", "no"}.in(language)};
    }
    std::string operator()(std::int64_t v) const { return grouped_text(v, language); }
    std::string operator()(double v) const {
        if (column.unit != Unit::share) return rounded_text(v, column.digits, language);
        return rounded_text(100 * v, std::max(0, column.digits - 2), language) +
               (language == Language::de ? " %" : "%");
    }
    std::string operator()(const std::string& v) const { return v.empty() ? "–" : v; }
    std::string operator()(const Choice& v) const { return v.label.in(language); }
    std::string operator()(const Message& v) const { return v.in(language); }
    std::string operator()(const std::vector<Choice>& v) const {
        std::vector<std::string> labels;
        for (const Choice& choice : v) labels.push_back(choice.label.in(language));
        return (*this)(labels);
    }
    std::string operator()(const std::vector<std::string>& v) const {
        if (v.empty()) return "–";
        return column.key == "way" ? chain(v) : listed(v);
    }

private:
    /// Actors that follow one another.
    static std::string chain(const std::vector<std::string>& stations) {
        std::string out;
        for (const std::string& station : stations) out += (out.empty() ? "" : " → ") + station;
        return out;
    }
};

}  // namespace

std::string withheld_text(const Withheld& value) {
    return value.below > 0 ? "<" + std::to_string(value.below) : "•";
}

bool is_number(const Value& value) {
    return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value) ||
           std::holds_alternative<Withheld>(value);
}

std::string value_text(const Value& value, const Column& column, Language language) {
    return std::visit(ToText{column, language}, value);
}

std::string column_heading(const Column& column, Language language) {
    std::string out = column.label.in(language);
    switch (column.unit) {
        case Unit::kilometres: return out + " (km)";
        case Unit::minutes: return out + " (min)";
        case Unit::euros: return out + " (€)";
        case Unit::none:
        case Unit::share:
        case Unit::persons:
        case Unit::steps: break;
    }
    return out;
}

}  // namespace lotse::io
