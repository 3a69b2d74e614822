#include "other_files.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "data_package.hpp"
#include "own_folder.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

/// A file that is a network by itself.
bool is_one_file_form(const fs::path& file) {
    static constexpr std::array<std::string_view, 8> endings{"xlsx", "ods",     "xls", "json",
                                                             "gexf", "graphml", "gml", "net"};
    const std::string ending = unicode::match_key(file.extension().string());
    return std::ranges::find(endings, ending) != endings.end();
}

/// Names that go with any folder and say nothing of a network.
bool belongs_to_any_folder(const fs::path& file) {
    static constexpr std::array<std::string_view, 14> names{
        "readme",    "liesmich", "license", "licence", "licenses", "licences", "lizenz",
        "changelog", "copying",  "authors", "notice",  "citation", "thumbs",   "desktop"};
    const std::string name = file.filename().string();
    const std::string key = unicode::match_key(name.substr(0, name.find_first_of(".-_")));
    return !is_one_file_form(file) && std::ranges::find(names, key) != names.end();
}

/// The entry is one of the files, or a folder that holds one.
bool names_entry(const std::set<std::string>& files, const std::string& entry) {
    const auto next = files.lower_bound(entry);
    return next != files.end() && (*next == entry || next->starts_with(entry + '/'));
}

struct Words {
    Severity severity;
    Message message;
};

Words words_about(const fs::path& file, FunctionRef<bool(std::string_view)> has_table) {
    const auto table = meant_table(file);
    if (!table.empty() && !has_table(table))
        return {Severity::warning,
                message({"Die Datei wird nicht gelesen: Tabellen enden auf .csv. Ist sie die "
                         "Tabelle {}, bitte als „CSV UTF-8“ unter dem Namen {}.csv speichern.",
                         "The file is not read: tables end in .csv. If it is the table {}, save "
                         "it as 'CSV UTF-8' under the name {}.csv."},
                        {table, table})};
    std::error_code failed;
    if (fs::is_directory(file, failed))
        return {Severity::note,
                Text{"Dieser Unterordner wird nicht gelesen. Tabellen bitte in den Ordner des "
                     "Netzes selbst legen.",
                     "This sub-folder is not read. Put tables into the folder of the network "
                     "itself."}};
    if (is_one_file_form(file))
        return {Severity::note,
                Text{"Die Datei wird nicht mitgelesen. Ist sie selbst ein Netz, bitte sie statt "
                     "des Ordners angeben.",
                     "The file is not read. If it is a network by itself, name it instead of the "
                     "folder."}};
    return {Severity::note, Text{"Die Datei ist keine Tabelle (.csv) und wird nicht gelesen.",
                                 "The file is no table (.csv) and is not read."}};
}

}  // namespace

std::vector<fs::path> visible_entries(const fs::path& folder, std::error_code& failed) {
    std::vector<fs::path> out;
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end; it.increment(failed))
        if (!it->path().filename().string().starts_with('.')) out.push_back(it->path());
    std::ranges::sort(out);
    return out;
}

bool is_csv_file(const fs::path& file) {
    const std::string name = file.filename().string();
    const std::string ending = file.extension().string();
    constexpr std::string_view wanted = ".csv";
    const auto same = [](char a, char b) { return (ascii::is_upper(a) ? a - 'A' + 'a' : a) == b; };
    return std::ranges::equal(ending, wanted, same) && !name.starts_with('~') &&
           !name.starts_with('#');
}

std::string_view meant_table(const fs::path& file) {
    for (fs::path name = file.filename(); name.has_extension(); name = name.stem())
        if (const auto table = table_key(name.stem().string()); !table.empty()) return table;
    return {};
}

void report_other_files(const fs::path& folder, FunctionRef<bool(const fs::path&)> dealt_with,
                        FunctionRef<bool(std::string_view)> has_table, NetworkBuilder& builder) {
    constexpr std::size_t most_named = 20;  // a folder of a thousand photos needs no more
    std::error_code failed;
    std::optional<std::set<std::string>> own;
    std::size_t count = 0;
    const auto report = [&](Severity severity, const std::string& name, Message words) {
        builder.report({severity, "unknown-file", {name, {}, 0, 0}, std::move(words)});
    };
    for (const fs::path& file : visible_entries(folder, failed)) {
        if (file.filename() == package_file || belongs_to_any_folder(file) || dealt_with(file))
            continue;
        if (!own) own = own_files(folder).value_or(std::set<std::string>{});
        if (names_entry(*own, file.filename().string())) continue;
        Words words = words_about(file, has_table);
        if (words.severity == Severity::note && ++count > most_named) continue;
        report(words.severity, path_text(file.filename()), std::move(words.message));
    }
    if (count > most_named)
        report(Severity::note, path_text(folder.filename()),
               message({"Weitere Dateien, die nicht gelesen werden: {}.",
                        "More files that are not read: {}."},
                       {std::to_string(count - most_named)}));
}

}  // namespace lotse::io
