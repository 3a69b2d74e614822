#include "networks.hpp"

using namespace lotse;

Actor& TestTables::actor(std::string key, std::string kind) {
    Actor& row = actors.emplace_back();
    row.name = "Partner " + key;
    row.key = std::move(key);
    row.kind = std::move(kind);
    return row;
}

Tie& TestTables::tie(std::string from, std::string to, TieKind kind) {
    Tie& row = ties.emplace_back();
    row.from.key = std::move(from);
    row.to.key = std::move(to);
    row.kind = kind;
    return row;
}

Offer& TestTables::offer(std::string key, std::string topic, std::string provider) {
    Offer& row = offers.emplace_back();
    row.name = "Angebot " + key;
    row.key = std::move(key);
    row.topics = {std::move(topic)};
    if (!provider.empty()) row.providers.push_back({std::move(provider), {}});
    return row;
}

std::shared_ptr<const Network> TestTables::network() const {
    return std::make_shared<Network>(NetworkInfo{"Test", "", false}, *this);
}

TestTables lettered(std::size_t actors, std::string_view pairs) {
    TestTables out;
    for (std::size_t i = 0; i < actors; ++i) out.actor(std::string(1, static_cast<char>('A' + i)));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 3)
        out.tie(std::string(1, pairs[i]), std::string(1, pairs[i + 1]));
    return out;
}

TestTables krackhardt_kite() {
    return lettered(10, "AB AC AD AF BD BE BG CD CF DE DF DG EG FG FH GH HI IJ");
}
