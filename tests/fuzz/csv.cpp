#include "checks.hpp"
#include "target.hpp"

#include "csv_table.hpp"

void lotse::fuzz::csv(std::string_view bytes) {
    const io::Limits limits = small_limits();
    io::RowBudgets budgets{limits};
    NetworkBuilder builder;
    builder.describe({"netz", "", false});
    for (const auto& [name, text] : parts_of(bytes, "actors")) {
        const auto key = table_key(name);
        if (key.empty()) continue;
        const auto read =
            io::read_csv_table(text, std::string{key} + ".csv", key, budgets, builder);
        if (!read) return check_printable(read.error().message.en);
    }
    check_built(std::move(builder).finish());
}
