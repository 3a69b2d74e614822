#include "former_districts.hpp"

#include <lotse/base/csv.hpp>

#include "built_in.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace lotse {
namespace {

using Heirs = std::map<std::string, std::vector<std::string>, std::less<>>;

const Heirs& heirs() {
    static const Heirs all = [] {
        Heirs out;
        const auto files = built_in_starter();
        const auto file = std::ranges::find(files, "kreise_aenderungen", &BuiltInFile::name);
        CsvScanner scanner{file->text, ','};
        CsvRecord record;
        scanner.next(record);  // old_key, new_key, date, change
        while (scanner.next(record) == CsvScanner::Step::record)
            if (record.fields.size() >= 2) out[record.fields[0]].push_back(record.fields[1]);
        return out;
    }();
    return all;
}

}  // namespace

std::span<const std::string> heirs_of_district(std::string_view key) {
    const auto it = heirs().find(key);
    return it == heirs().end() ? std::span<const std::string>{} : it->second;
}

std::string_view successor_of_district(std::string_view key) {
    const auto found = heirs_of_district(key);
    return found.size() == 1 ? std::string_view{found.front()} : std::string_view{};
}

}  // namespace lotse
