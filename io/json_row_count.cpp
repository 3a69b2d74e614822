#include "json_row_count.hpp"

#include <lotse/model/network_builder.hpp>

#include "json.hpp"
#include "row_budget.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

class RowCounter final : public JsonVisitor {
public:
    RowCounter(const std::string& file, const Limits& limits) : file_{file}, budgets_{limits} {}

    void scalar(JsonType, std::string_view, JsonPlace place) override { count(place); }
    void begin(JsonType, JsonPlace place) override {
        count(place);
        ++depth_;
    }
    void end(JsonType) override { --depth_; }
    void member(std::string_view name, JsonPlace) override {
        if (depth_ == in_root) in_tables_ = name == "tables";
        if (depth_ != in_tables) return;
        const auto key = table_key(name);
        budget_ = in_tables_ && !key.empty() ? &budgets_.of(key) : nullptr;
    }
    std::optional<JsonProblem> problem() override {
        if (!error_) return std::nullopt;
        return JsonProblem{JsonProblem::Kind::limit, {}, 0, {}, {}};
    }

    std::optional<Error>& error() { return error_; }

private:
    static constexpr int in_root = 1, in_tables = 2, in_table = 3;

    void count(JsonPlace place) {
        if (depth_ != in_table || budget_ == nullptr) return;
        error_ = budget_->count_row([&] { return file_ + ':' + std::to_string(place.line); });
    }

    const std::string& file_;
    RowBudgets budgets_;
    RowBudget* budget_ = nullptr;  ///< of the open table
    int depth_ = 0;
    bool in_tables_ = false;
    std::optional<Error> error_;
};

}  // namespace

std::optional<Error> too_many_rows(std::string_view text, const std::string& file,
                                   const Limits& limits) {
    constexpr std::size_t shortest_row = 8;
    const auto most = static_cast<std::size_t>(std::min(limits.rows, limits.ties));
    if (text.size() / shortest_row <= most) return std::nullopt;
    RowCounter counter{file, limits};
    visit_json(text, limits, counter);
    return std::move(counter.error());
}

}  // namespace lotse::io
