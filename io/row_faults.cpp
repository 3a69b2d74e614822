#include <lotse/io/read_network.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace lotse::io {
namespace {

/// Codes of errors after which the rest of the table is as it should be. A code that is missing
/// here stops the program, which does less harm than a network that is cut off in silence.
constexpr std::array<std::string_view, 30> codes_of_rows{
    "ambiguous-number",  "bad-ags",           "bad-date",     "bad-encoding",
    "bad-key",           "bad-member",        "bad-number",   "bad-value",
    "bad-yes-no",        "control-character", "duplicate-id", "duplicate-key",
    "ends-before-start", "error-cell",        "fixed-list",   "hyperedge",
    "lost-formula",      "missing-value",     "nested-value", "out-of-range",
    "personal-contact",  "too-deep",          "uncertain",    "unknown-code",
    "unknown-id",        "unknown-list",      "unknown-node", "unknown-reference",
    "wrong-field-count", "wrong-type",
};

}  // namespace

bool concerns_rows(const Issue& issue) {
    return std::ranges::find(codes_of_rows, issue.code) != codes_of_rows.end();
}

}  // namespace lotse::io
