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

TestTables florentine_families() {
    TestTables out;
    for (const char* family : {"Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani",
                               "Ginori", "Guadagni", "Lamberteschi", "Medici", "Pazzi", "Peruzzi",
                               "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni"})
        out.actor(family);
    const std::pair<const char*, const char*> marriages[]{
        {"Acciaiuoli", "Medici"},   {"Albizzi", "Ginori"},       {"Albizzi", "Guadagni"},
        {"Albizzi", "Medici"},      {"Barbadori", "Castellani"}, {"Barbadori", "Medici"},
        {"Bischeri", "Guadagni"},   {"Bischeri", "Peruzzi"},     {"Bischeri", "Strozzi"},
        {"Castellani", "Peruzzi"},  {"Castellani", "Strozzi"},   {"Guadagni", "Lamberteschi"},
        {"Guadagni", "Tornabuoni"}, {"Medici", "Ridolfi"},       {"Medici", "Salviati"},
        {"Medici", "Tornabuoni"},   {"Pazzi", "Salviati"},       {"Peruzzi", "Strozzi"},
        {"Ridolfi", "Strozzi"},     {"Ridolfi", "Tornabuoni"},
    };
    for (const auto& [a, b] : marriages) out.tie(a, b);
    return out;
}

TestTables karate_club() {
    TestTables out;
    for (int i = 1; i <= 34; ++i) out.actor(std::to_string(i));
    const std::pair<int, int> ties[]{
        {1, 2},   {1, 3},   {1, 4},   {1, 5},   {1, 6},   {1, 7},   {1, 8},   {1, 9},   {1, 11},
        {1, 12},  {1, 13},  {1, 14},  {1, 18},  {1, 20},  {1, 22},  {1, 32},  {2, 3},   {2, 4},
        {2, 8},   {2, 14},  {2, 18},  {2, 20},  {2, 22},  {2, 31},  {3, 4},   {3, 8},   {3, 9},
        {3, 10},  {3, 14},  {3, 28},  {3, 29},  {3, 33},  {4, 8},   {4, 13},  {4, 14},  {5, 7},
        {5, 11},  {6, 7},   {6, 11},  {6, 17},  {7, 17},  {9, 31},  {9, 33},  {9, 34},  {10, 34},
        {14, 34}, {15, 33}, {15, 34}, {16, 33}, {16, 34}, {19, 33}, {19, 34}, {20, 34}, {21, 33},
        {21, 34}, {23, 33}, {23, 34}, {24, 26}, {24, 28}, {24, 30}, {24, 33}, {24, 34}, {25, 26},
        {25, 28}, {25, 32}, {26, 32}, {27, 30}, {27, 34}, {28, 34}, {29, 32}, {29, 34}, {30, 33},
        {30, 34}, {31, 33}, {31, 34}, {32, 33}, {32, 34}, {33, 34},
    };
    for (const auto& [a, b] : ties) out.tie(std::to_string(a), std::to_string(b));
    return out;
}
