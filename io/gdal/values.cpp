#include "facts.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
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

Dataset open(std::string_view form, const std::string& path) {
    const Driver& driver = *std::ranges::find(drivers, form, &Driver::form);
    for (const char* what : {"HEADERS", "FIELD_TYPES"})
        CPLSetConfigOption((std::string{"OGR_"} + driver.name + '_' + what).c_str(),
                           what == std::string_view{"HEADERS"} ? "DISABLE" : "STRING");
    driver.enlist();
    const char* allowed[]{driver.name, nullptr};
    Dataset dataset{
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed, nullptr, nullptr),
        close_dataset};
    if (dataset) return dataset;
    const std::string why = CPLGetLastErrorMsg();  // empty where no driver knows the file
    throw Refusal{"damaged", why.empty() ? std::string{form} : why};
}

bool digits_at(std::string_view text, std::initializer_list<std::size_t> places) {
    return std::ranges::all_of(places,
                               [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; });
}

/// The text of Excel's serial number of a day and time; nullopt: it means no day. 1 is the first of
/// January 1900 and 60 the 29th of February, which that year did not have (Microsoft KB 205719).
std::optional<std::string> moment_text(double serial) {
    using namespace std::chrono;
    constexpr double behind_last = 2'958'466;  // 10000-01-01
    constexpr int leap_day = 60;
    if (!(serial >= 1 && serial < behind_last)) return std::nullopt;
    const seconds all{std::llround(serial * 86'400)};
    const days day = floor<days>(all);
    if (day.count() == leap_day) return std::nullopt;
    const sys_days start{1899y / December / (day.count() < leap_day ? 31 : 30)};
    const year_month_day date{start + day};
    const hh_mm_ss time{all - day};
    std::array<char, 64> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u %02ld:%02ld:%02ld", int{date.year()},
                  unsigned{date.month()}, unsigned{date.day()}, long{time.hours().count()},
                  long{time.minutes().count()}, long{time.seconds().count()});
    return out.data();
}

bool begins_with_date(std::string_view text) {
    return text.size() >= 10 && (text[4] == '/' || text[4] == '-') && text[7] == text[4] &&
           digits_at(text, {0, 1, 2, 3, 5, 6, 8, 9});
}

/// 00:00:00, 00:00:00.000 or 00:00:00Z behind a blank or T.
bool is_midnight(std::string_view time) {
    return time.find_first_not_of(" T0:.Z") == time.npos;
}

void take(Cell& cell, const char* value) {
    if (cell.kind == Kind::number || cell.kind == Kind::date)
        take_number(cell, cell.text ? *cell.text : value);
    else if (!cell.text)
        cell.text = value;
}

/// The first thing that GDAL sees and the facts do not, or the reverse, is a refusal: rows would
/// be shifted, or cells lost, without anybody noticing. Where the file has a formula without a
/// value, GDAL may calculate one of its own, which nobody has seen: it does not count.
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
            const auto column = [&] { return cell->column - cell->uncounted; };
            bool valueless = false;
            while (cell != sheet.cells.end() && !cell->holds_value() &&
                   (cell->row < row || (cell->row == row && column() <= i + 1))) {
                valueless = cell->row == row && column() == i + 1;
                ++cell;
            }
            if (valueless) continue;
            if (cell == sheet.cells.end())
                throw Refusal{"unreadable-cell", {}, sheet.name, row, i + 1};
            if (cell->row != row || column() != i + 1)
                throw Refusal{"unreadable-cell", {}, sheet.name, cell->row, cell->column};
            take(*cell++, value);
        }
    }
    pass_over_valueless();
    if (cell != sheet.cells.end())
        throw Refusal{"unreadable-cell", {}, sheet.name, cell->row, cell->column};
}

/// "Jan 2020" is kept as the first of the month, which nobody typed. Any other day somebody did.
std::size_t shown_length(std::string_view date, Shown shown) {
    constexpr std::size_t year = 4, month = 7, day = 10;
    if (shown == Shown::month && date.substr(month, 3) == "-01") return month;
    if (shown == Shown::year && date.substr(year, 6) == "-01-01") return year;
    return day;
}

}  // namespace

std::string digits(double value) {
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
            .ptr;
    return {buffer.data(), end};
}

/// Dates come as 2019/03/05, 2019-03-05 or ISO 8601, with a time behind a blank or T; times as
/// 10:30:00. Of a serial number GDAL gives the day only, and not that of Excel before March 1900.
void take_number(Cell& cell, std::string text) {
    if (begins_with_date(text)) {
        if (cell.serial) {
            const auto exact = moment_text(*cell.serial);
            if (!exact) {
                cell.text = digits(*cell.serial);
                return;
            }
            text = *exact;
        }
        text[4] = text[7] = '-';
        const bool day = is_midnight(std::string_view{text}.substr(10));
        cell.kind = day ? Kind::date : Kind::moment;
        if (day) text.resize(shown_length(text, cell.shown));
    } else if (text.size() >= 8 && text[2] == ':' && digits_at(text, {0, 1, 3, 4, 6, 7})) {
        cell.kind = Kind::time;
    }
    cell.text = std::move(text);
}

std::string memory_path(std::string_view form) {
    return "/vsimem/workbook." + std::string{form};
}

void read_values(std::string_view form, const std::string& path, std::vector<Sheet>& sheets) {
    const Dataset dataset = open(form, path);
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
