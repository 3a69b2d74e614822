#include "checks.hpp"
#include "target.hpp"

#include "hsds_rows.hpp"

void lotse::fuzz::hsds(std::string_view bytes) {
    namespace read = io::hsds;
    const io::Limits limits = small_limits();
    static_cast<void>(read::is_hsds_json(bytes, limits));
    NetworkBuilder builder;
    const auto package = read::read_hsds_json(bytes, "netz.json", limits, builder);
    if (!package) return check_printable(package.error().message.en);
    if (*package) read::build_hsds_network(**package, builder);
    check_built(std::move(builder).finish());
}
