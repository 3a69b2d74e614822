#include "checks.hpp"
#include "target.hpp"

#include "json_network.hpp"

void lotse::fuzz::json(std::string_view bytes) {
    NetworkBuilder builder;
    const auto read = io::read_json_network(bytes, "netz.json", "netz", small_limits(), builder);
    if (!read) return check_printable(read.error().message.en);
    check_built(std::move(builder).finish());
}
