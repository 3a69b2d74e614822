#include "data_package.hpp"

#include <lotse/base/unicode.hpp>

#include "json.hpp"
#include "text_file.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

/// Relative, below the folder, and no address: what a resource path may be.
bool is_allowed_path(std::string_view path) {
    if (path.empty() || path.find('\0') != std::string_view::npos ||
        unicode::first_forbidden(path) || path.find('\\') != std::string_view::npos ||
        path.find(':') != std::string_view::npos)
        return false;
    const std::filesystem::path parts{std::string{path}};
    return parts.is_relative() &&
           std::ranges::none_of(parts, [](const auto& part) { return part == ".."; });
}

class PackageReader {
public:
    explicit PackageReader(NetworkBuilder& builder) : builder_{builder} {}

    DataPackage read(const JsonValue& root) {
        DataPackage out;
        if (root.type != JsonType::object) {
            report("wrong-type", root.place,
                   Text{"Hier wird ein Objekt {...} erwartet.", "An object {...} is expected."});
            return out;
        }
        out.info.name = label(root, "title");
        if (out.info.name.empty()) out.info.name = label(root, "name");
        out.info.license = license(root);
        if (const JsonValue* fictional = root.find("fictional")) {
            if (fictional->type == JsonType::boolean)
                out.info.fictional = fictional->text == "yes";
            else
                report("wrong-type", fictional->place,
                       Text{"fictional: Hier wird true oder false erwartet.",
                            "fictional: true or false is expected here."});
        }
        if (const JsonValue* resources = root.find("resources"))
            for (const JsonValue& resource : resources->items) add(resource, out.resources);
        return out;
    }

private:
    void report(std::string_view code, JsonPlace place, Message text) {
        builder_.report({Severity::error,
                         code,
                         {std::string{package_file}, {}, place.line, place.column},
                         std::move(text)});
    }

    std::string label(const JsonValue& object, std::string_view member) {
        const JsonValue* value = object.find(member);
        if (!value || value->type == JsonType::null) return {};
        const auto text = value->type == JsonType::string ? clean_label(value->text) : std::nullopt;
        if (!text)
            report("wrong-type", value->place,
                   message({"{}: Hier wird ein Text ohne Steuerzeichen erwartet.",
                            "{}: a string without control characters is expected here."},
                           {member}));
        return text.value_or(std::string{});
    }

    /// `license` as text, else the first of `licenses`.
    std::string license(const JsonValue& root) {
        if (std::string plain = label(root, "license"); !plain.empty()) return plain;
        const JsonValue* licenses = root.find("licenses");
        if (!licenses || licenses->items.empty()) return {};
        const JsonValue& first = licenses->items.front();
        std::string name = label(first, "name");
        return name.empty() ? label(first, "title") : name;
    }

    void add(const JsonValue& resource, std::vector<PackageResource>& out) {
        const std::string name = label(resource, "name");
        const JsonValue* path = resource.find("path");
        if (!path) {
            report("missing-path", resource.place,
                   message({"Die Ressource „{}“ nennt keine Datei (path); anderes wird nicht "
                            "gelesen.",
                            "The resource '{}' names no file (path); nothing else is read."},
                           {name}));
            return;
        }
        if (path->type == JsonType::list)
            for (const JsonValue& part : path->items) add_path(name, part, out);
        else
            add_path(name, *path, out);
    }

    void add_path(const std::string& name, const JsonValue& path,
                  std::vector<PackageResource>& out) {
        if (path.type == JsonType::string && is_allowed_path(path.text)) {
            out.push_back({name, path.text});
            return;
        }
        report("bad-path", path.place,
               message({"path: „{}“ ist nicht erlaubt. Der Pfad muss eine Datei in diesem Ordner "
                        "nennen, ohne .., ohne Laufwerk und ohne Adresse.",
                        "path: '{}' is not allowed. The path must name a file in this folder, "
                        "without .., drive or address."},
                       {path.text}));
    }

    NetworkBuilder& builder_;
};

}  // namespace

DataPackage read_data_package(std::string_view text, const Limits& limits,
                              NetworkBuilder& builder) {
    auto parsed = parse_json(text, limits);
    if (const JsonProblem* problem = std::get_if<JsonProblem>(&parsed)) {
        Message words = problem->message;
        if (problem->kind == JsonProblem::Kind::limit)
            words = message({"Die Datei ist zu groß oder zu tief geschachtelt ({}).",
                             "The file is too large or nested too deep ({})."},
                            {problem->code});
        builder.report({Severity::error,
                        problem->kind == JsonProblem::Kind::limit ? "over-limit" : problem->code,
                        {std::string{package_file}, {}, problem->place.line, problem->place.column},
                        std::move(words)});
        return {};
    }
    return PackageReader{builder}.read(std::get<JsonValue>(parsed));
}

}  // namespace lotse::io
