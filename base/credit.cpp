#include <lotse/base/credit.hpp>

namespace lotse {

Message source_credit(std::span<const std::string> titles) {
    constexpr std::size_t most_bytes = 160;
    if (titles.empty()) return Text{"Quelle: nicht angegeben", "Source: not recorded"};
    std::string all;
    for (const std::string& title : titles) all += (all.empty() ? "" : "; ") + title;
    if (all.size() <= most_bytes || titles.size() == 1)
        return message({"Quelle: {}", "Source: {}"}, {all});
    return message(
        {"Quelle: {} und {} weitere im Datensatz", "Source: {} and {} more in the data set"},
        {titles.front(), std::to_string(titles.size() - 1)});
}

Message license_credit(std::string_view license) {
    if (license.empty()) return Text{"Lizenz: nicht angegeben", "Licence: not stated"};
    return message({"Lizenz: {}", "Licence: {}"}, {license});
}

Message credit(std::span<const std::string> titles, std::string_view license) {
    return message({"{} · {}", "{} · {}"}, {source_credit(titles), license_credit(license)});
}

}  // namespace lotse
