#include <lotse/analysis/suppression.hpp>

#include <algorithm>
#include <numeric>
#include <optional>

namespace lotse::analysis {
namespace {

constexpr int search_steps = 5000;

/// Sets of cells that hang together through sums.
class Components {
public:
    explicit Components(std::size_t cells) : parent_(cells) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t root(std::size_t cell) {
        while (parent_[cell] != cell) cell = parent_[cell] = parent_[parent_[cell]];
        return cell;
    }
    void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

private:
    std::vector<std::size_t> parent_;
};

class Suppressor {
public:
    Suppressor(std::span<const std::int64_t> counts, std::span<const Sum> sums, std::int64_t below)
        : counts_{counts},
          below_{below},
          showing_(counts.size(), Showing::shown),
          sums_of_(counts.size()),
          components_{counts.size()} {
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (is_small(i)) showing_[i] = Showing::small;
        for (const Sum& sum : sums) {
            if (!binds(sum)) continue;
            const auto add = [&](std::size_t cell) { sums_of_[cell].push_back(sums_.size()); };
            add(sum.total);
            for (const std::size_t part : sum.parts) {
                add(part);
                components_.join(part, sum.total);
            }
            sums_.push_back(&sum);
        }
    }

    std::vector<Showing> run() {
        for (std::size_t cell = 0; cell < counts_.size(); ++cell)
            if (is_small(cell) && !sums_of_[cell].empty()) protect(cell);
        return std::move(showing_);
    }

private:
    bool is_small(std::size_t cell) const { return counts_[cell] > 0 && counts_[cell] < below_; }

    bool binds(const Sum& sum) const {
        std::int64_t slack = counts_[sum.total];
        std::int64_t small = is_small(sum.total) ? 1 : 0;
        for (const std::size_t part : sum.parts) {
            slack -= counts_[part];
            if (is_small(part)) ++small;
        }
        return !sum.parts.empty() && std::abs(slack) <= small * (below_ - 2);
    }

    /// Hides cells until every small value fits; hidden cells only ever make more values fit.
    void protect(std::size_t cell) {
        for (std::int64_t value = 1; value < below_; ++value)
            while (showing_[cell] == Showing::small && value != counts_[cell] &&
                   !fits(cell, value)) {
                const auto next = smallest_adequate(cell);
                if (next)
                    showing_[*next] = Showing::withheld;
                else
                    withhold_component(cell);
            }
    }

    void withhold_component(std::size_t cell) {
        const std::size_t root = components_.root(cell);
        for (std::size_t i = 0; i < counts_.size(); ++i)
            if (components_.root(i) == root) showing_[i] = Showing::withheld;
    }

    /// The smallest shown cell with room in both directions among the sums that hidden cells tie
    /// to this one.
    std::optional<std::size_t> smallest_adequate(std::size_t from) const {
        std::vector<bool> seen(sums_.size(), false);
        std::vector<std::size_t> queue{from};
        std::optional<std::size_t> best;
        const auto visit = [&](std::size_t cell) {
            if (showing_[cell] != Showing::shown) {
                queue.push_back(cell);
            } else if (counts_[cell] >= 2 * below_ - 2 &&
                       (!best ||
                        std::pair{counts_[cell], cell} < std::pair{counts_[*best], *best})) {
                best = cell;
            }
        };
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::size_t sum : sums_of_[queue[i]]) {
                if (seen[sum]) continue;
                seen[sum] = true;
                visit(sums_[sum]->total);
                for (const std::size_t part : sums_[sum]->parts) visit(part);
            }
        return best;
    }

    /// Some change of hidden cells gives `cell` the value and keeps every sum.
    bool fits(std::size_t cell, std::int64_t value) {
        std::vector<std::int64_t> change(counts_.size(), 0);
        std::vector<bool> fixed(counts_.size(), false);
        change[cell] = value - counts_[cell];
        fixed[cell] = true;
        std::vector<std::size_t> open = sums_of_[cell];
        int steps = search_steps;
        return balance(open, change, fixed, steps);
    }

    std::int64_t imbalance(const Sum& sum, const std::vector<std::int64_t>& change) const {
        std::int64_t out = change[sum.total];
        for (const std::size_t part : sum.parts) out -= change[part];
        return out;
    }

    bool allows(std::size_t cell, std::int64_t value) const {
        return showing_[cell] == Showing::small ? value > 0 && value < below_ : value >= below_;
    }

    /// Depth first: the last open sum that is out of balance is set right by one hidden cell that
    /// has not been changed yet.
    bool balance(std::vector<std::size_t> open, std::vector<std::int64_t>& change,
                 std::vector<bool>& fixed, int& steps) const {
        while (!open.empty() && imbalance(*sums_[open.back()], change) == 0) open.pop_back();
        if (open.empty()) return true;
        if (--steps < 0) return false;
        const Sum& sum = *sums_[open.back()];
        const std::int64_t off = imbalance(sum, change);
        const auto try_cell = [&](std::size_t cell, std::int64_t delta) {
            if (fixed[cell] || showing_[cell] == Showing::shown ||
                !allows(cell, counts_[cell] + delta))
                return false;
            change[cell] = delta;
            fixed[cell] = true;
            auto further = open;
            further.insert(further.begin(), sums_of_[cell].begin(), sums_of_[cell].end());
            if (balance(std::move(further), change, fixed, steps)) return true;
            change[cell] = 0;
            fixed[cell] = false;
            return false;
        };
        for (const std::size_t part : sum.parts)
            if (try_cell(part, off)) return true;
        return try_cell(sum.total, -off);
    }

    std::span<const std::int64_t> counts_;
    std::int64_t below_;
    std::vector<Showing> showing_;
    std::vector<const Sum*> sums_;                   ///< those that bind
    std::vector<std::vector<std::size_t>> sums_of_;  ///< by cell
    Components components_;
};

}  // namespace

std::vector<Showing> suppress(std::span<const std::int64_t> counts, std::span<const Sum> sums,
                              std::int64_t below) {
    return Suppressor{counts, sums, below}.run();
}

Guarded<std::int64_t> guarded(std::int64_t count, Showing showing, std::int64_t below) {
    switch (showing) {
        case Showing::shown: return {count, std::nullopt};
        case Showing::small: return {std::nullopt, Withheld{below}};
        case Showing::withheld: return {std::nullopt, Withheld{}};
    }
    return {};
}

void withhold_small_counts(Document& document, std::int64_t below) {
    bool any = false;
    const auto small = [&](const Value& value) {
        if (const auto* count = std::get_if<std::int64_t>(&value))
            return *count > 0 && *count < below;
        const auto* number = std::get_if<double>(&value);
        return number && *number > 0 && *number < static_cast<double>(below);
    };
    const auto guard = [&](Table& table) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            for (auto& row : table.rows) {
                if (table.columns[i].unit == Unit::persons && small(row[i]))
                    row[i] = Withheld{below};
                any = any || std::holds_alternative<Withheld>(row[i]);
            }
    };
    guard(document.summary);
    for (Table& table : document.tables) guard(table);
    if (!any) return;
    const std::string limit = std::to_string(below);
    const std::string most = std::to_string(below - 1);
    document.notes.push_back(
        message({"Zahlen von 1 bis {} Personen stehen in keinem Ergebnis: „<{}“ (in JSON null). "
                 "„•“ steht, wo sich eine solche Zahl aus anderen ausrechnen ließe. Beides heißt "
                 "weder null noch nicht erhoben.",
                 "Counts of 1 to {} persons are part of no result: '<{}' (null in JSON). '•' "
                 "stands where such a count could be worked out from others. Neither means zero "
                 "or not recorded."},
                {most, limit}));
}

}  // namespace lotse::analysis
