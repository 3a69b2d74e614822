#include "data_package.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "json.hpp"
#include "package_dialect.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// A name that Windows keeps for devices, whatever its ending: no file there can be called so.
bool is_reserved(const std::string& part) {
    static constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    const std::string name = unicode::match_key(part.substr(0, part.find('.')));
    const bool port = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
                      name[3] >= '1' && name[3] <= '9';
    return port || std::ranges::find(devices, name) != devices.end();
}

/// Relative, a file below the folder, and no address: what a resource path may be.
bool is_allowed_path(std::string_view path) {
    if (path.empty() || path.find('\0') != std::string_view::npos ||
        unicode::first_forbidden(path) || path.find('\\') != std::string_view::npos ||
        path.find(':') != std::string_view::npos)
        return false;
    const std::filesystem::path parts{std::string{path}};
    const auto normal = parts.lexically_normal();
    return parts.is_relative() && normal.has_filename() && normal != "." &&
           std::ranges::none_of(
               parts, [](const auto& part) { return part == ".." || is_reserved(part.string()); });
}

class PackageReader {
public:
    explicit PackageReader(NetworkBuilder& builder) : builder_{builder} {}

    DataPackage read(const JsonValue& root) {
        DataPackage out;
        if (root.type != JsonType::object) {
            report("wrong-structure", root.place,
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
                report("wrong-structure", fictional->place,
                       Text{"fictional: Hier wird true oder false erwartet.",
                            "fictional: true or false is expected here."});
        }
        for (const JsonValue* resource : objects(root, "resources")) add(*resource, out.resources);
        return out;
    }

private:
    void report(std::string_view code, JsonPlace place, Message text,
                Severity severity = Severity::error) {
        builder_.report({severity,
                         code,
                         {std::string{package_file}, {}, place.line, place.column},
                         std::move(text)});
    }

    std::string label(const JsonValue& object, std::string_view member) {
        const JsonValue* value = object.find(member);
        if (!value || value->type == JsonType::null) return {};
        const auto text = value->type == JsonType::string ? clean_label(value->text) : std::nullopt;
        if (!text)
            report("wrong-structure", value->place,
                   message({"{}: Hier wird ein Text ohne Steuerzeichen erwartet.",
                            "{}: a string without control characters is expected here."},
                           {member}));
        if (const auto found = privacy::client_value(text.value_or(std::string{}))) {
            report(client_data, value->place, privacy::value_refusal(*found));
            return {};
        }
        return text.value_or(std::string{});
    }

    /// `license` as text, else the first of `licenses`.
    std::string license(const JsonValue& root) {
        if (std::string plain = label(root, "license"); !plain.empty()) return plain;
        const auto licenses = objects(root, "licenses");
        if (licenses.empty()) return {};
        std::string name = label(*licenses.front(), "name");
        return name.empty() ? label(*licenses.front(), "title") : name;
    }

    /// The objects of a list; what is none, or no list, is reported.
    std::vector<const JsonValue*> objects(const JsonValue& root, std::string_view member) {
        std::vector<const JsonValue*> out;
        const JsonValue* list = root.find(member);
        if (!list || list->type == JsonType::null) return out;
        const auto wrong = [&](const JsonValue& value) {
            report(
                "wrong-structure", value.place,
                message({"{}: Hier wird eine Liste von Objekten [{...}] erwartet; nichts anderes "
                         "wird gelesen.",
                         "{}: a list of objects [{...}] is expected here; nothing else is read."},
                        {member}));
        };
        if (list->type != JsonType::list) {
            wrong(*list);
            return out;
        }
        for (const JsonValue& item : list->items)
            item.type == JsonType::object ? out.push_back(&item) : wrong(item);
        return out;
    }

    void add(const JsonValue& resource, std::vector<PackageResource>& out) {
        const std::string name = label(resource, "name");
        const std::size_t first = out.size();
        add_paths(name, resource, out);
        const auto is_table = [](const PackageResource& one) {
            return unicode::match_key(std::filesystem::path{one.path}.extension().string()) ==
                   "csv";
        };
        if (std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), is_table)) {
            const NamedEncoding encoding = named_encoding(resource);
            const char delimiter = named_delimiter(resource);
            for (std::size_t i = first; i < out.size(); ++i) {
                out[i].encoding = encoding;
                out[i].delimiter = delimiter;
            }
        }
        const JsonValue* schema = resource.find("schema");
        const JsonValue* missing = schema ? schema->find("missingValues") : nullptr;
        if (!missing) missing = resource.find("missingValues");
        if (!missing) return;
        for (std::size_t i = first; i < out.size(); ++i) out[i].missing_values = texts(*missing);
    }

    NamedEncoding named_encoding(const JsonValue& resource) {
        std::string name = label(resource, "encoding");
        if (name.empty()) return {};
        const JsonPlace place = resource.find("encoding")->place;
        return {std::move(name), place.line, place.column};
    }

    char named_delimiter(const JsonValue& resource) {
        const JsonValue* member = resource.find("dialect");
        if (!member || member->type == JsonType::null) return 0;
        PackageDialect dialect = read_dialect(*member);
        for (DialectRemark& remark : dialect.remarks)
            report("unsupported-dialect", remark.place, std::move(remark.message), remark.severity);
        return dialect.delimiter;
    }

    /// Texts of a list, also of objects that hold one as `value`.
    std::vector<std::string> texts(const JsonValue& list) {
        std::vector<std::string> out;
        bool good = list.type == JsonType::list;
        for (const JsonValue& item : list.items) {
            const JsonValue* text = item.type == JsonType::object ? item.find("value") : &item;
            good = good && text && text->type == JsonType::string;
            if (good && !text->text.empty()) out.push_back(text->text);
        }
        if (!good)
            report("wrong-structure", list.place,
                   Text{"missingValues: Hier wird eine Liste von Texten erwartet.",
                        "missingValues: a list of strings is expected here."});
        return out;
    }

    void add_paths(const std::string& name, const JsonValue& resource,
                   std::vector<PackageResource>& out) {
        const JsonValue* path = resource.find("path");
        if (!path || (path->type == JsonType::list && path->items.empty())) {
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
            out.push_back({name, path.text, path.place.line, path.place.column});
            return;
        }
        report("bad-path", path.place,
               message({"path: „{}“ ist nicht erlaubt. Der Pfad muss eine Datei in diesem Ordner "
                        "nennen, ohne .., Laufwerk, Adresse und Namen von Geräten (aux, con …).",
                        "path: '{}' is not allowed. The path must name a file in this folder, "
                        "without .., drive, address or names of devices (aux, con ...)."},
                       {path.text}));
    }

    NetworkBuilder& builder_;
};

}  // namespace

Result<DataPackage> read_data_package(std::string_view text, const Limits& limits,
                                      NetworkBuilder& builder) {
    auto parsed = parse_json(text, limits);
    if (const JsonProblem* problem = std::get_if<JsonProblem>(&parsed)) {
        const std::string file{package_file};
        const JsonPlace place = problem->place;
        if (problem->kind == JsonProblem::Kind::limit)
            return limit_error(problem->code, problem->limit,
                               file + ':' + std::to_string(place.line));
        builder.report({Severity::error,
                        problem->code,
                        {file, {}, place.line, place.column},
                        problem->message});
        return DataPackage{};
    }
    return PackageReader{builder}.read(std::get<JsonValue>(parsed));
}

}  // namespace lotse::io
