#include "credit.hpp"

#include <lotse/base/credit.hpp>

namespace lotse::driver {
namespace {

void add_origin(Table& table, const NetworkInfo& info) {
    table.columns.push_back({"network", Text{"Netz", "Network"}});
    table.columns.push_back({"license", Text{"Lizenz", "Licence"}});
    for (auto& row : table.rows) {
        row.emplace_back(info.name);
        row.push_back(info.license.empty() ? Value{} : Value{info.license});
    }
}

}  // namespace

Document with_credit(Document document, const Network& network) {
    std::vector<std::string> titles;
    for (const Source& source : network.tables().sources) titles.push_back(source.title);
    document.notes.push_back(credit(titles, network.info().license));
    return document;
}

Document with_origin_columns(Document document, const Network& network) {
    for (Table& table : document.tables) add_origin(table, network.info());
    if (document.tables.empty()) add_origin(document.summary, network.info());
    return document;
}

}  // namespace lotse::driver
