#include "package_head.hpp"

#include <lotse/base/unicode.hpp>

#include "json_network.hpp"

#include <string>

namespace lotse::io {

void write_package_head(JsonWriter& json, const NetworkInfo& info, const PackageHead& head) {
    const auto write = [&](std::string_view key, std::string_view text) {
        json.key(key);
        json.string(text);
    };
    write("lotse", format_version);
    if (!head.profile.empty()) write("profile", head.profile);
    const std::string slug = unicode::slug(info.name);
    write("name", slug.empty() ? "network" : slug);
    if (!info.name.empty()) write("title", info.name);
    if (!head.description.empty()) write("description", head.description);
    if (!info.license.empty()) {
        json.key("licenses");
        json.begin_list();
        json.begin_object(JsonLayout::inline_);
        write("name", info.license);
        json.end_object();
        json.end_list();
    }
    if (!head.sources.empty()) {
        json.key("sources");
        json.begin_list();
        for (const Source& source : head.sources) {
            json.begin_object(JsonLayout::inline_);
            write("name", source.key);
            write("title", source.title);
            if (!source.url.empty()) write("path", source.url);
            json.end_object();
        }
        json.end_list();
    }
    if (info.fictional) {
        json.key("fictional");
        json.boolean(true);
    }
}

}  // namespace lotse::io
