#include "former_districts.hpp"

#include <lotse/base/csv.hpp>

#include "built_in.hpp"

#include <algorithm>
#include <set>

namespace lotse {

const std::map<std::string, std::string, std::less<>>& former_districts() {
    static const std::map<std::string, std::string, std::less<>> successors = [] {
        std::map<std::string, std::string, std::less<>> out;
        std::set<std::string> shared_out;
        const auto files = built_in_starter();
        const auto file = std::ranges::find(files, "kreise_aenderungen", &BuiltInFile::name);
        CsvScanner scanner{file->text, ','};
        CsvRecord record;
        scanner.next(record);  // old_key, new_key, date, change
        while (scanner.next(record) == CsvScanner::Step::record) {
            if (record.fields.size() < 2) continue;
            const auto [it, added] = out.emplace(record.fields[0], record.fields[1]);
            if (!added && it->second != record.fields[1]) shared_out.insert(it->first);
        }
        for (const std::string& key : shared_out) out.erase(key);
        return out;
    }();
    return successors;
}

std::string_view successor_of_district(std::string_view key) {
    const auto it = former_districts().find(key);
    return it == former_districts().end() ? std::string_view{} : it->second;
}

}  // namespace lotse
