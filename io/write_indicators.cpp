#include <lotse/io/area_layer.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/render.hpp>

namespace lotse::io {

std::string indicators_text(const Network&, const ExportOptions& options) {
    Document document;
    if (options.areas) document.tables.push_back(options.areas->figures);
    // A column of numbers holds numbers or nothing: "<3" would make it text for a GIS.
    for (Table& table : document.tables)
        for (auto& row : table.rows)
            for (Value& value : row)
                if (std::holds_alternative<Withheld>(value)) value = std::monostate{};
    return render_csv(document, options.language);
}

}  // namespace lotse::io
