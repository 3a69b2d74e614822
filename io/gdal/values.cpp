#include "facts.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

namespace lotse_gdal {
namespace {

struct Driver {
    std::string_view form;
    const char* name;
    void (*enlist)();
};
/// The drivers that may see a user's file; no other is ever registered.
constexpr Driver drivers[]{{"xlsx", "XLSX", RegisterOGRXLSX}, {"ods", "ODS", RegisterOGRODS}};

using Dataset = std::unique_ptr<void, CPLErr (*)(GDALDatasetH)>;
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, void (*)(OGRFeatureH)>;

CPLErr close_dataset(GDALDatasetH dataset) {
    GDALClose(dataset);
    return CE_None;
}

Dataset open(std::string_view form) {
    const Driver& driver = *std::ranges::find(drivers, form, &Driver::form);
    for (const char* what : {"HEADERS", "FIELD_TYPES"})
        CPLSetConfigOption((std::string{"OGR_"} + driver.name + '_' + what).c_str(),
                           what == std::string_view{"HEADERS"} ? "DISABLE" : "STRING");
    driver.enlist();
    const char* allowed[]{driver.name, nullptr};
    Dataset dataset{GDALOpenEx(memory_path(form).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                               allowed, nullptr, nullptr),
                    close_dataset};
    if (!dataset) throw Refusal{"damaged", CPLGetLastErrorMsg()};
    return dataset;
}

bool digits_at(std::string_view text, std::initializer_list<std::size_t> places) {
    return std::ranges::all_of(places,
                               [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; });
}

/// Dates come as 2019/03/05 or 2019-03-05, with a time behind a blank; times as 10:30:00.
void take_number(Cell& cell, std::string text) {
    if (text.size() >= 10 && (text[4] == '/' || text[4] == '-') && text[7] == text[4] &&
        digits_at(text, {0, 1, 2, 3, 5, 6, 8, 9})) {
        text[4] = text[7] = '-';
        const bool day =
            text.size() == 10 || text.substr(10) == " 00:00:00" || text.substr(10) == "T00:00:00";
        cell.kind = day ? Kind::date : Kind::moment;
        if (day) text.resize(10);
    } else if (text.size() >= 8 && text[2] == ':' && digits_at(text, {0, 1, 3, 4, 6, 7})) {
        cell.kind = Kind::time;
    }
    cell.text = std::move(text);
}

void take(Cell& cell, const char* value) {
    if (cell.text) return;
    if (cell.kind == Kind::number || cell.kind == Kind::date)
        take_number(cell, value);
    else
        cell.text = value;
}

/// The first thing that GDAL sees and the facts do not, or the reverse, is a refusal: rows would
/// be shifted, or cells lost, without anybody noticing.
void read_sheet(OGRLayerH layer, Sheet& sheet) {
    auto cell = sheet.cells.begin();
    const auto pass_over_valueless = [&] {
        while (cell != sheet.cells.end() && !cell->holds_value()) ++cell;
    };
    OGR_L_ResetReading(layer);
    for (int row = 1;; ++row) {
        const Feature feature{OGR_L_GetNextFeature(layer), OGR_F_Destroy};
        if (!feature) break;
        const int columns = OGR_F_GetFieldCount(feature.get());
        for (int i = 0; i < columns; ++i) {
            if (!OGR_F_IsFieldSetAndNotNull(feature.get(), i)) continue;
            const char* value = OGR_F_GetFieldAsString(feature.get(), i);
            if (*value == '\0') continue;
            while (cell != sheet.cells.end() && !cell->holds_value() &&
                   (cell->row < row || (cell->row == row && cell->column <= i + 1)))
                ++cell;
            if (cell == sheet.cells.end())
                throw Refusal{"unreadable-cell", {}, sheet.name, row, i + 1};
            if (cell->row != row || cell->column != i + 1)
                throw Refusal{"unreadable-cell", {}, sheet.name, cell->row, cell->column};
            take(*cell++, value);
        }
    }
    pass_over_valueless();
    if (cell != sheet.cells.end())
        throw Refusal{"unreadable-cell", {}, sheet.name, cell->row, cell->column};
}

}  // namespace

std::string memory_path(std::string_view form) {
    return "/vsimem/workbook." + std::string{form};
}

void read_values(std::string_view form, std::vector<Sheet>& sheets) {
    const Dataset dataset = open(form);
    const int layers = GDALDatasetGetLayerCount(dataset.get());
    int next = 0;
    for (Sheet& sheet : sheets) {
        const bool filled = std::ranges::any_of(sheet.cells, &Cell::holds_value);
        OGRLayerH layer = nullptr;
        for (int i = next; i < layers && layer == nullptr; ++i) {
            OGRLayerH candidate = GDALDatasetGetLayer(dataset.get(), i);
            if (sheet.name != OGR_L_GetName(candidate)) continue;
            layer = candidate;
            next = i + 1;
        }
        if (layer != nullptr)
            read_sheet(layer, sheet);
        else if (filled)
            throw Refusal{"unreadable-cell", {}, sheet.name, 1, 1};
    }
}

}  // namespace lotse_gdal
