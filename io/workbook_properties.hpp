/// The sheet that says what holds for the network as a whole.
#ifndef LOTSE_IO_WORKBOOK_PROPERTIES_HPP
#define LOTSE_IO_WORKBOOK_PROPERTIES_HPP

#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

#include <set>
#include <string>

namespace lotse::io {

/// Takes one property a row: its name, and the value in the next filled cell. What is no property,
/// cannot be read or stands twice is reported with its cell.
class WorkbookProperties {
public:
    WorkbookProperties(const std::string& file, NetworkInfo info, NetworkBuilder& builder)
        : file_{file}, info_{std::move(info)}, builder_{builder} {}

    void read(const WorkbookSheet& sheet);
    const NetworkInfo& info() const { return info_; }

private:
    enum class Property { unknown, name, license, fictional };

    static Property property(std::string_view name);
    void take(const std::string& sheet, const WorkbookCell& name, const WorkbookCell& value);
    void take_fictional(const std::string& sheet, const WorkbookCell& cell,
                        const std::string& text);
    void report(Severity severity, std::string_view code, const std::string& sheet,
                const WorkbookCell& cell, Message text);

    const std::string& file_;
    NetworkInfo info_;
    NetworkBuilder& builder_;
    std::set<Property> given_;
};

}  // namespace lotse::io

#endif
