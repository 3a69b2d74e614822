#include <lotse/io/atomic_file.hpp>

#include <lotse/base/unicode.hpp>
#include <lotse/io/last_output.hpp>

#include "gephi_csv.hpp"
#include "own_folder.hpp"
#include "staged_output.hpp"
#include "text_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

Error usage(Text text, const fs::path& path) {
    return {ErrorKind::usage, message(text, {path_text(path)})};
}

bool same_place(const fs::path& a, const fs::path& b) {
    std::error_code failed;
    return fs::equivalent(a, b, failed) && !failed;
}

/// The name in its folder, whatever way leads there; a link stands for itself, as it is replaced.
fs::path directory_entry(const fs::path& target) {
    std::error_code failed;
    return real_path(parent_folder(target), failed) / target.filename();
}

/// The file is one of the folder under another name.
bool is_linked_into(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    for (fs::directory_iterator entry{folder, failed}, end; !failed && entry != end;
         entry.increment(failed))
        if (same_place(file, entry->path())) return true;
    return false;
}

/// nodes.csv brings edges.csv along, which nobody named.
bool is_other_half(const fs::path& target, const fs::path& input) {
    if (unicode::match_key(input.extension().string()) != "csv") return false;
    const auto pair = find_gephi_pair(input, Limits{});
    return pair && (same_place(target, pair->nodes) || same_place(target, pair->edges));
}

/// An existing file that is an input, or belongs to one.
bool belongs_to_input(const fs::path& target, const OutputRules& rules) {
    return std::ranges::any_of(rules.inputs, [&](const fs::path& input) {
        std::error_code failed;
        return same_place(target, input) || is_other_half(target, input) ||
               (fs::is_directory(input, failed) &&
                (lies_inside(target, input) || is_linked_into(target, input)));
    });
}

Status check_parent(const fs::path& target) {
    const fs::path parent = parent_folder(target);
    std::error_code failed;
    const auto status = fs::status(parent, failed);
    if (!fs::exists(status)) {
        const std::string name = path_text(parent);
        return Error{ErrorKind::input_output,
                     message({"{}: Diesen Ordner gibt es nicht. Bitte zuerst anlegen.",
                              "{}: there is no such folder. Create it first."},
                             {name})};
    }
    if (!fs::is_directory(status)) return file_error(parent, ENOTDIR);
    return std::monostate{};
}

/// As /dev/stderr is: whatever it leads to just now, it must stay a link.
bool is_link_of_system(const fs::path& target) {
    std::error_code failed;
    if (!fs::is_symlink(fs::symlink_status(target, failed))) return false;
    return lies_inside(directory_entry(target).parent_path(), "/dev") ||
           fs::read_symlink(target, failed).string().starts_with("/proc/");
}

Error no_standard_output() {
    return {
        ErrorKind::usage,
        Text{"„-“ heißt Standardausgabe; das hier lässt sich nur in eine Datei oder einen Ordner "
             "schreiben (./- wäre ein Name).",
             "'-' means standard output; this can only be written to a file or a folder (./- "
             "would be a name)."}};
}

/// "out/" and "out" are the same folder.
fs::path without_slash(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

Status check_old_folder(const fs::path& folder, const OutputRules& rules) {
    std::error_code failed;
    if (fs::is_empty(folder, failed)) return std::monostate{};
    if (failed) return file_error(folder, failed.value());
    if (rules.existing == Existing::keep) return folder_exists(folder);
    const auto own = own_files(folder);
    if (!own)
        return usage({"{}: Diesen Ordner hat nicht lotse geschrieben; er wird nicht ersetzt. Bitte "
                      "einen anderen Namen wählen.",
                      "{}: lotse did not write this folder; it is not replaced. Choose another "
                      "name."},
                     folder);
    for (fs::recursive_directory_iterator it{folder, failed}, end; !failed && it != end;
         it.increment(failed))
        // A link to a folder is a file of somebody: what it leads to would stay, but not the link.
        if (!fs::is_directory(it->symlink_status(failed)) &&
            !own->contains(it->path().lexically_relative(folder).generic_string()))
            return usage({"{}: Diese Datei hat nicht lotse geschrieben; der Ordner wird deshalb "
                          "nicht ersetzt. Bitte sie anderswo ablegen.",
                          "{}: lotse did not write this file; so the folder is not replaced. Put "
                          "it elsewhere."},
                         it->path());
    if (failed) return file_error(folder, failed.value());
    return std::monostate{};
}

}  // namespace

bool is_standard_output(const fs::path& target) {
    struct stat named {};
    struct stat behind {};
    struct stat out {};
    if (::lstat(target.c_str(), &named) != 0 || ::stat(target.c_str(), &behind) != 0 ||
        ::fstat(STDOUT_FILENO, &out) != 0)
        return false;
    return (S_ISLNK(named.st_mode) || !S_ISREG(behind.st_mode)) && behind.st_dev == out.st_dev &&
           behind.st_ino == out.st_ino;
}

Status check_file_target(const fs::path& target, const OutputRules& rules) {
    if (target == "-") return no_standard_output();
    if (is_standard_output(target)) return std::monostate{};
    std::error_code failed;
    const auto there = fs::symlink_status(target, failed);
    const auto behind = fs::status(target, failed);  // of a link: what it leads to
    if (!target.has_filename() || fs::is_directory(behind)) return file_error(target, EISDIR);
    if (auto parent = check_parent(target); !parent) return parent;
    if (!fs::exists(there)) return std::monostate{};
    if (belongs_to_input(target, rules))
        return usage({"{}: Das ist (ein Teil der) Eingabe und bleibt, wie sie ist. Bitte einen "
                      "anderen Namen für die Ausgabe wählen.",
                      "{}: this is (a part of) the input and stays as it is. Choose another name "
                      "for the output."},
                     target);
    if ((fs::exists(behind) && !fs::is_regular_file(behind)) || is_link_of_system(target))
        return Error{ErrorKind::input_output,
                     message({"{}: Das ist keine gewöhnliche Datei und wird nicht ersetzt.",
                              "{}: this is not a regular file and is not replaced."},
                             {path_text(target)})};
    if (rules.existing == Existing::keep) return file_exists(target);
    return std::monostate{};
}

Status check_folder_target(const fs::path& target, const OutputRules& rules) {
    const fs::path folder = without_slash(target);
    if (folder == "-") return no_standard_output();
    if (auto parent = check_parent(folder); !parent) return parent;
    std::error_code failed;
    const auto there = fs::status(folder, failed);
    if (!fs::exists(there)) return std::monostate{};
    const bool holds_input = std::ranges::any_of(rules.inputs, [&](const fs::path& input) {
        return same_place(folder, input) || lies_inside(input, folder);
    });
    if (holds_input)
        return usage({"{}: In diesem Ordner liegt die Eingabe; sie bleibt, wie sie ist. Bitte "
                      "einen anderen Ordner für die Ausgabe wählen.",
                      "{}: the input lies in this folder and stays as it is. Choose another "
                      "folder for the output."},
                     folder);
    if (!fs::is_directory(there)) return file_error(folder, ENOTDIR);
    return check_old_folder(folder, rules);
}

Status write_file(const fs::path& target, std::string_view bytes, const OutputRules& rules) {
    return write_files(std::array{TargetFile{target, bytes}}, rules);
}

Status write_files(std::span<const TargetFile> files, const OutputRules& rules) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        const fs::path& target = files[i].target;
        if (auto possible = check_file_target(target, rules); !possible) return possible;
        if (std::ranges::any_of(files.first(i), [&](const TargetFile& earlier) {
                return directory_entry(earlier.target) == directory_entry(target);
            }))
            return usage({"{}: Zwei Ausgaben können nicht in dieselbe Datei. Bitte einer einen "
                          "anderen Namen geben.",
                          "{}: two outputs cannot go to the same file. Give one of them another "
                          "name."},
                         target);
    }
    // Before signals are held: whoever reads a pipe may take any time.
    for (const auto& [target, bytes] : files)
        if (is_standard_output(target))
            if (auto written = write_standard_output(bytes); !written) return written;
    const SignalsHeld held;
    std::deque<StagedOutput> staged;
    for (const auto& [target, bytes] : files) {
        if (is_standard_output(target)) continue;
        remove_stale_outputs(parent_folder(target));
        if (auto written = staged.emplace_back(target, rules.existing).write_as_file(bytes, target);
            !written)
            return written;
    }
    for (std::size_t i = 0; i < staged.size(); ++i)
        if (auto placed = staged[i].put_in_place(); !placed) {
            for (std::size_t earlier = 0; earlier < i; ++earlier) staged[earlier].take_back();
            return placed;
        }
    return std::monostate{};
}

namespace {

/// The checked target's folder, behind links.
Result<fs::path> place_of_folder(const fs::path& target, const OutputRules& rules) {
    if (auto possible = check_folder_target(target, rules); !possible) return possible.error();
    std::error_code failed;
    fs::path folder = without_slash(target);
    if (fs::exists(folder, failed)) folder = real_path(folder, failed);
    if (failed) return file_error(target, failed.value());
    return folder;
}

/// Writing takes time, in which somebody may have put a file of their own into the old folder.
Status put_in_place(StagedOutput& staged, const fs::path& folder, const OutputRules& rules) {
    if (auto possible = check_folder_target(folder, rules); !possible) return possible;
    return staged.put_in_place();
}

}  // namespace

Status write_folder(const fs::path& target, std::span<const OutputFile> files,
                    const OutputRules& rules) {
    const auto folder = place_of_folder(target, rules);
    if (!folder) return folder.error();
    const SignalsHeld held;
    remove_stale_outputs(parent_folder(*folder));
    StagedOutput staged{*folder, rules.existing};
    if (auto written = staged.write_as_folder(files); !written) return written;
    return put_in_place(staged, *folder, rules);
}

Status write_folder_in_pieces(const fs::path& target, const OutputRules& rules,
                              FunctionRef<Status(const fs::path&)> fill) {
    const auto folder = place_of_folder(target, rules);
    if (!folder) return folder.error();
    const SignalsHeld held;
    remove_stale_outputs(parent_folder(*folder));
    StagedOutput staged{*folder, rules.existing};
    if (auto written = staged.write_as_folder({}); !written) return written;
    {
        const MoreOutputsFollow more;
        if (auto filled = fill(staged.path()); !filled) return filled;
    }
    return put_in_place(staged, *folder, rules);
}

Status write_standard_output(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return file_error("stdout", errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return std::monostate{};
}

}  // namespace lotse::io
