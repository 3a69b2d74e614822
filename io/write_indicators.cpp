#include <lotse/io/area_layer.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/render.hpp>

namespace lotse::io {

std::string indicators_text(const Network& network, const ExportOptions& options) {
    Document document;
    if (options.areas) document.tables.push_back(options.areas->figures);
    // A column of numbers holds numbers or nothing: "<3" would make it text for a GIS.
    for (Table& table : document.tables)
        for (auto& row : table.rows)
            for (Value& value : row)
                if (std::holds_alternative<Withheld>(value)) value = std::monostate{};
    const NetworkInfo& info = network.info();
    for (Table& table : document.tables) {
        table.columns.push_back({"network", Text{"Netz", "Network"}});
        table.columns.push_back({"license", Text{"Lizenz", "Licence"}});
        for (auto& row : table.rows) {
            row.emplace_back(info.name);
            row.push_back(info.license.empty() ? Value{} : Value{info.license});
        }
    }
    return render_csv(document, options.language);
}

}  // namespace lotse::io
