#include "factsheet_facts.hpp"

#include <lotse/analysis/person_counts.hpp>
#include "area_index.hpp"
#include "choices.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

using Choices = std::vector<Choice>;

Choice plain(const std::string& text) {
    return {text, {text, text}};
}

/// A cell as labelled values; empty: not recorded.
class Cells {
public:
    Cells(const Network& network, std::string_view list) : network_{network}, list_{list} {}

    Choices operator()(const std::string& text) const {
        if (text.empty()) return {};
        return {list_.empty() ? plain(text) : network_.codes().choice(list_, text)};
    }
    Choices operator()(double value) const {
        const Message words{rounded_text(value, 2, Language::de),
                            rounded_text(value, 2, Language::en)};
        return {{shortest_text(value), words}};
    }
    Choices operator()(const PartialDate& date) const {
        return {{to_string(date), date_words(date)}};
    }
    Choices operator()(Sector sector) const {
        return {{std::string{enumerator(sector).key}, enumerator(sector).label}};
    }
    template <class Entity>
    Choices operator()(const Ref<Entity>& ref) const {
        return ref.empty() ? Choices{} : Choices{named(network_.name_of(*ref))};
    }
    template <class T>
    Choices operator()(const std::vector<T>& values) const {
        Choices out;
        for (const T& value : values)
            for (Choice& choice : (*this)(value)) out.push_back(std::move(choice));
        return out;
    }
    template <class T>
    Choices operator()(const std::optional<T>& value) const {
        return value ? (*this)(*value) : Choices{};
    }

private:
    const Network& network_;
    std::string_view list_;
};

template <class Row>
std::vector<Factsheet::Fact> facts(const Network& network, const Row& row,
                                   std::span<const std::string_view> left_out) {
    std::vector<Factsheet::Fact> out;
    const auto add = [&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        // Counts are figures.
        if constexpr (!std::is_same_v<T, std::optional<std::int64_t>>)
            if (std::ranges::find(left_out, column.key) == left_out.end())
                out.push_back({{std::string{column.key}, column.heading},
                               Cells{network, column.list}(row.*column.member)});
    };
    std::apply([&](const auto&... columns) { (add(columns), ...); }, Row::columns());
    return out;
}

}  // namespace

std::vector<Factsheet::Fact> facts_of(const Network& network, ActorId actor) {
    static constexpr std::array<std::string_view, 5> left_out{"key", "name", "mailbox", "lat",
                                                              "lon"};
    auto out = facts(network, network[actor], left_out);
    const auto fill = [&](std::string_view key, Choices values) {
        const auto fact = std::ranges::find(out, key, [](const auto& f) { return f.fact.key; });
        if (fact != out.end() && fact->value.empty()) fact->value = std::move(values);
    };
    fill("sector", Cells{network, {}}(network.sector_of(actor)));
    fill("legal", Cells{network, "legal_circles"}(network.legal_circles(actor)));
    return out;
}

std::vector<Factsheet::Fact> facts_of(const Network& network, AreaId area) {
    static constexpr std::array<std::string_view, 5> left_out{"key", "name", "parent", "lat",
                                                              "lon"};
    auto out = facts(network, network[area], left_out);
    Factsheet::Fact parent{{"parent", Text{"Liegt in", "Part of"}}, {}};
    const std::string own = key_of_same_area(network, area);
    for (const AreaId above : up_from(network, area)) {
        // Berlin lies in the Land Berlin.
        const bool is_state = above != area && network[above].level == "state";
        if (!is_state && key_of_same_area(network, above) == own) continue;
        parent.value.push_back(named(network.name_of(above)));
        break;
    }
    out.push_back(std::move(parent));
    return out;
}

std::vector<Factsheet::Figure> figures_of(const View& view, AreaId area) {
    const AreaCounts counts = person_counts(*view.network, view.suppress_below)[area];
    std::vector<Factsheet::Figure> out;
    const auto add = [&](const auto& column) {
        for (const auto& [key, count] :
             {std::pair{std::string_view{"population"}, &counts.population},
              {"unemployed_sgb2", &counts.unemployed_sgb2},
              {"unemployed_sgb3", &counts.unemployed_sgb3},
              {"long_term", &counts.long_term}})
            if (column.key == key) out.push_back({{std::string{key}, column.heading}, *count});
    };
    std::apply([&](const auto&... columns) { (add(columns), ...); }, Area::columns());
    return out;
}

void SourceList::add(const Record& row) {
    as_of_ = std::max(as_of_, row.as_of);
    for (const std::string& text : row.source) {
        const auto& known = network_.tables().sources;
        const std::string key = text.substr(0, text.find(':'));
        auto source = std::ranges::find(known, text, &Source::key);
        if (source == known.end()) source = std::ranges::find(known, key, &Source::key);
        Factsheet::SourceRow entry{plain(text), std::nullopt};
        if (source != known.end())
            entry = {{source->key, {source->title, source->title}}, source->date};
        const auto same = [&](const auto& r) { return r.source.key == entry.source.key; };
        if (std::ranges::none_of(rows_, same)) rows_.push_back(std::move(entry));
    }
}

std::vector<Factsheet::SourceRow> SourceList::rows() const {
    auto out = rows_;
    std::ranges::stable_sort(out, {}, [](const auto& row) { return row.source.label.de; });
    return out;
}

}  // namespace lotse::analysis
