#include <lotse/analysis/suppression.hpp>

#include <algorithm>
#include <iterator>
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
    Suppressor(std::span<const std::int64_t> counts, std::span<const Sum> sums, std::int64_t below,
               std::span<const std::int64_t> order)
        : below_{below},
          cells_{counts.size()},
          counts_(counts.begin(), counts.end()),
          order_(order.begin(), order.end()),
          showing_(counts.size(), Showing::shown),
          components_{counts.size()} {
        order_.resize(cells_, 0);
        for (std::size_t i = 0; i < cells_; ++i)
            if (is_small(i)) showing_[i] = Showing::small;
        for (const Sum& sum : sums) add(sum);
        sums_of_.resize(counts_.size());
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            sums_of_[sums_[i].total].push_back(i);
            for (const std::size_t part : sums_[i].parts) sums_of_[part].push_back(i);
        }
    }

    std::vector<Showing> run() {
        hide_second_cells();
        for (std::size_t cell = 0; cell < cells_; ++cell)
            if (is_small(cell) && !sums_of_[cell].empty()) protect(cell);
        showing_.resize(cells_);
        return std::move(showing_);
    }

private:
    bool is_small(std::size_t cell) const {
        return cell < cells_ && counts_[cell] > 0 && counts_[cell] < below_;
    }
    bool is_rest(std::size_t cell) const { return cell >= cells_; }

    /// How many more are in the total than in the parts.
    std::int64_t slack_of(const Sum& sum) const {
        std::int64_t slack = counts_[sum.total];
        for (const std::size_t part : sum.parts) slack -= counts_[part];
        return slack;
    }

    bool binds(const Sum& sum) const {
        std::int64_t small = is_small(sum.total) ? 1 : 0;
        small += std::ranges::count_if(sum.parts, [&](std::size_t part) { return is_small(part); });
        return sum.reach == Sum::Reach::all && std::abs(slack_of(sum)) <= small * (below_ - 2);
    }

    /// A bound becomes a sum with one more part: the rest, which is in no table.
    void add(const Sum& sum) {
        if (sum.parts.empty()) return;
        if (binds(sum)) {
            for (const std::size_t part : sum.parts) components_.join(part, sum.total);
            sums_.push_back(sum);
        } else if (const std::int64_t rest = slack_of(sum); rest >= 0) {
            Sum& bound = sums_.emplace_back(sum);
            bound.parts.insert(bound.parts.begin(), counts_.size());
            counts_.push_back(rest);
            showing_.push_back(Showing::withheld);
        }
    }

    bool is_bound(const Sum& sum) const { return is_rest(sum.parts.front()); }

    /// Every binding sum with a hidden cell gets a second one, and one that is not small.
    void hide_second_cells() {
        std::vector<std::size_t> open(sums_.size());
        std::iota(open.rbegin(), open.rend(), std::size_t{0});
        while (!open.empty()) {
            const Sum& sum = sums_[open.back()];
            open.pop_back();
            if (is_bound(sum)) continue;
            std::size_t small = 0, withheld = 0;
            std::optional<std::size_t> next;
            const auto look_at = [&](std::size_t cell) {
                if (showing_[cell] == Showing::small) ++small;
                if (showing_[cell] == Showing::withheld) ++withheld;
                if (is_better(cell, next)) next = cell;
            };
            for (const std::size_t part : sum.parts) look_at(part);
            const std::optional<std::size_t> part = next;
            look_at(sum.total);
            if (part) next = part;
            const bool enough = small + withheld == 0 || (withheld > 0 && small + withheld > 1);
            if (enough || !next) continue;
            showing_[*next] = Showing::withheld;
            std::ranges::copy(sums_of_[*next], std::back_inserter(open));
        }
    }

    /// It may be hidden, and rather than the other.
    bool is_better(std::size_t cell, const std::optional<std::size_t>& other) const {
        if (showing_[cell] != Showing::shown || counts_[cell] == 0) return false;
        return !other || std::pair{order_[cell], cell} < std::pair{order_[*other], *other};
    }

    /// Hides cells until every small value fits; hidden cells only ever make more values fit.
    void protect(std::size_t cell) {
        for (std::int64_t value = 1; value < below_; ++value)
            while (showing_[cell] == Showing::small && value != counts_[cell] &&
                   !fits(cell, value)) {
                if (const auto next = next_to_hide(cell)) {
                    showing_[*next] = Showing::withheld;
                    hide_second_cells();
                } else {
                    withhold_component(cell);
                }
            }
    }

    void withhold_component(std::size_t cell) {
        const std::size_t root = components_.root(cell);
        for (std::size_t i = 0; i < cells_; ++i)
            if (components_.root(i) == root) showing_[i] = Showing::withheld;
    }

    /// The first shown cell among the sums that hidden cells tie to this one.
    std::optional<std::size_t> next_to_hide(std::size_t from) const {
        std::vector<bool> seen(sums_.size(), false);
        std::vector<std::size_t> queue{from};
        std::optional<std::size_t> best;
        const auto visit = [&](std::size_t cell) {
            if (showing_[cell] != Showing::shown)
                queue.push_back(cell);
            else if (is_better(cell, best))
                best = cell;
        };
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::size_t sum : sums_of_[queue[i]]) {
                if (seen[sum] || is_bound(sums_[sum])) continue;
                seen[sum] = true;
                visit(sums_[sum].total);
                for (const std::size_t part : sums_[sum].parts) visit(part);
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
        if (is_rest(cell)) return value >= 0;
        return showing_[cell] == Showing::small ? value > 0 && value < below_ : value >= below_;
    }

    /// Depth first: the last open sum that is out of balance is set right by one hidden cell that
    /// has not been changed yet.
    bool balance(std::vector<std::size_t> open, std::vector<std::int64_t>& change,
                 std::vector<bool>& fixed, int& steps) const {
        while (!open.empty() && imbalance(sums_[open.back()], change) == 0) open.pop_back();
        if (open.empty()) return true;
        if (--steps < 0) return false;
        const Sum& sum = sums_[open.back()];
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

    std::int64_t below_;
    std::size_t cells_;  ///< given ones; rests of bounds follow
    std::vector<std::int64_t> counts_;
    std::vector<std::int64_t> order_;
    std::vector<Showing> showing_;
    std::vector<Sum> sums_;                          ///< those that bind, and bounds
    std::vector<std::vector<std::size_t>> sums_of_;  ///< by cell
    Components components_;
};

}  // namespace

std::vector<Showing> suppress(std::span<const std::int64_t> counts, std::span<const Sum> sums,
                              std::int64_t below, std::span<const std::int64_t> order) {
    return Suppressor{counts, sums, below, order}.run();
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
