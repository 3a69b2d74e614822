#include <lotse/io/atomic_file.hpp>

#include "own_folder.hpp"
#include "staged_output.hpp"
#include "text_file.hpp"

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
    return fs::weakly_canonical(parent_folder(target), failed) / target.filename();
}

/// The file is one of the folder under another name.
bool is_linked_into(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    for (fs::directory_iterator entry{folder, failed}, end; !failed && entry != end;
         entry.increment(failed))
        if (same_place(file, entry->path())) return true;
    return false;
}

/// An existing file that is an input, or belongs to an input folder.
bool belongs_to_input(const fs::path& target, const OutputRules& rules) {
    return std::ranges::any_of(rules.inputs, [&](const fs::path& input) {
        std::error_code failed;
        return same_place(target, input) ||
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
    if (rules.existing == Existing::keep)
        return usage({"{}: Den Ordner gibt es schon. Mit --overwrite wird er ersetzt.",
                      "{}: the folder exists already. With --overwrite it is replaced."},
                     folder);
    const auto own = own_files(folder);
    if (!own)
        return usage({"{}: Diesen Ordner hat nicht lotse geschrieben; er wird nicht ersetzt. Bitte "
                      "einen anderen Namen wählen.",
                      "{}: lotse did not write this folder; it is not replaced. Choose another "
                      "name."},
                     folder);
    for (fs::recursive_directory_iterator it{folder, failed}, end; !failed && it != end;
         it.increment(failed))
        if (!it->is_directory(failed) &&
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

Status check_file_target(const fs::path& target, const OutputRules& rules) {
    if (target == "-") return no_standard_output();
    std::error_code failed;
    const auto there = fs::symlink_status(target, failed);
    if (!target.has_filename() || fs::is_directory(there)) return file_error(target, EISDIR);
    if (auto parent = check_parent(target); !parent) return parent;
    if (!fs::exists(there)) return std::monostate{};
    if (belongs_to_input(target, rules))
        return usage({"{}: Das ist (ein Teil der) Eingabe und bleibt, wie sie ist. Bitte einen "
                      "anderen Namen für die Ausgabe wählen.",
                      "{}: this is (a part of) the input and stays as it is. Choose another name "
                      "for the output."},
                     target);
    if (!fs::is_regular_file(there) && !fs::is_symlink(there))
        return Error{ErrorKind::input_output,
                     message({"{}: Das ist keine gewöhnliche Datei und wird nicht ersetzt.",
                              "{}: this is not a regular file and is not replaced."},
                             {path_text(target)})};
    if (rules.existing == Existing::keep)
        return usage({"{}: Die Datei gibt es schon. Mit --overwrite wird sie ersetzt.",
                      "{}: the file exists already. With --overwrite it is replaced."},
                     target);
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
    const SignalsHeld held;
    for (const TargetFile& file : files) remove_stale_outputs(parent_folder(file.target));
    std::deque<StagedOutput> staged;
    for (const auto& [target, bytes] : files)
        if (auto written = staged.emplace_back(target).write_as_file(bytes, target); !written)
            return written;
    for (StagedOutput& output : staged)
        if (auto placed = output.put_in_place(); !placed) return placed;
    return std::monostate{};
}

Status write_folder(const fs::path& target, std::span<const OutputFile> files,
                    const OutputRules& rules) {
    if (auto possible = check_folder_target(target, rules); !possible) return possible;
    std::error_code failed;
    fs::path folder = without_slash(target);
    if (fs::exists(folder, failed)) folder = fs::canonical(folder, failed);
    if (failed) return file_error(target, failed.value());
    const SignalsHeld held;
    remove_stale_outputs(parent_folder(folder));
    StagedOutput staged{folder};
    if (auto written = staged.write_as_folder(files); !written) return written;
    return staged.put_in_place();
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
