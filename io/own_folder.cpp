#include "own_folder.hpp"

#include <lotse/base/sha256.hpp>
#include <lotse/base/version.hpp>
#include <lotse/io/manifest.hpp>

#include "data_package.hpp"
#include "json.hpp"
#include "text_file.hpp"
#include "write_value.hpp"

#include <algorithm>
#include <new>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "manifest.json";

/// A JSON object with the member "lotse", which is how lotse signs.
std::optional<JsonValue> signed_object(const fs::path& file) {
    const auto text = read_bytes(file, Limits{});
    if (!text) return std::nullopt;
    Limits limits;
    limits.columns = 100'000;  // a manifest has one member a file
    auto parsed = parse_json(*text, limits);
    auto* value = std::get_if<JsonValue>(&parsed);
    if (!value || !value->find("lotse")) return std::nullopt;
    return std::move(*value);
}

/// What the manifest of a folder inside of it lists, with that folder's name.
std::vector<std::string> own_files_below(const fs::path& folder, const fs::path& name) {
    std::vector<std::string> out;
    if (const auto manifest = signed_object(folder / name / manifest_name))
        if (const JsonValue* files = manifest->find("files"))
            for (const auto& [inner, hash] : files->members)
                out.push_back((name / inner).generic_string());
    return out;
}

}  // namespace

std::optional<std::set<std::string>> own_files(const fs::path& folder) {
    std::set<std::string> out;
    if (const auto manifest = signed_object(folder / manifest_name)) {
        out.emplace(manifest_name);
        if (const JsonValue* files = manifest->find("files"))
            for (const auto& [name, hash] : files->members) {
                out.insert(name);
                const fs::path path{name};  // of a folder of reports: each has a manifest
                if (!path.has_parent_path() || path.filename() != manifest_name) continue;
                for (const std::string& inner : own_files_below(folder, path.parent_path()))
                    out.insert(inner);
            }
        return out;
    }
    if (const auto package = signed_object(folder / package_file)) {
        out.emplace(package_file);
        if (const JsonValue* resources = package->find("resources"))
            for (const JsonValue& resource : resources->items)
                if (const JsonValue* path = resource.find("path")) out.insert(path->text);
        return out;
    }
    return std::nullopt;
}

fs::path real_path(const fs::path& path, std::error_code& failed) {
    fs::path real = fs::weakly_canonical(path, failed);
    if (failed == std::errc::not_enough_memory) throw std::bad_alloc{};
    return real;
}

bool lies_inside(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    const auto inner = real_path(file, failed);
    if (failed) return false;
    const auto outer = real_path(folder, failed);
    if (failed) return false;
    const auto [end, rest] = std::ranges::mismatch(outer, inner);
    return end == outer.end();
}

OutputFile manifest_file(const Manifest& manifest, std::span<const OutputFile> files) {
    JsonWriter json;
    json.begin_object();
    json.key("lotse");
    json.string(version);
    json.key("command");
    json.string(manifest.command);
    json.key("network");
    write_identity(json, manifest.network);
    json.key("options");
    json.begin_object(JsonLayout::inline_);
    for (const auto& [key, value] : manifest.options) {
        json.key(key);
        write_value(json, value, Language::en);
    }
    json.end_object();
    json.key("files");
    json.begin_object();
    for (const OutputFile& file : files) {
        json.key(file.name);
        json.string(sha256_hex(file.bytes));
    }
    json.end_object();
    json.end_object();
    return {std::string{manifest_name}, std::move(json).text()};
}

}  // namespace lotse::io
