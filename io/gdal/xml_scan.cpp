#include "xml_scan.hpp"

#include "facts.hpp"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <new>

namespace lotse_gdal {
namespace {

constexpr int most_depth = 256;

std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

/// Exceptions must not pass through Expat: kept here, thrown again behind it.
struct Walk {
    XmlVisitor& visitor;
    const std::string& part;
    XML_Parser parser;
    int depth = 0;
    std::exception_ptr problem;

    template <class Step>
    void guarded(Step&& step) noexcept {
        if (problem) return;
        try {
            step();
        } catch (...) {
            problem = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void on_start(void* data, const char* name, const char** pairs) {
    Walk& walk = *static_cast<Walk*>(data);
    walk.guarded([&] {
        if (++walk.depth > most_depth) throw Refusal{"damaged", walk.part};
        walk.visitor.offset = static_cast<std::size_t>(XML_GetCurrentByteIndex(walk.parser));
        walk.visitor.start(local_name(name), Attributes{pairs});
    });
}

void on_end(void* data, const char* name) {
    Walk& walk = *static_cast<Walk*>(data);
    walk.guarded([&] {
        --walk.depth;
        walk.visitor.offset = static_cast<std::size_t>(XML_GetCurrentByteIndex(walk.parser) +
                                                       XML_GetCurrentByteCount(walk.parser));
        walk.visitor.end(local_name(name));
    });
}

void on_text(void* data, const char* text, int size) {
    Walk& walk = *static_cast<Walk*>(data);
    walk.guarded([&] { walk.visitor.text({text, static_cast<std::size_t>(size)}); });
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
    Walk& walk = *static_cast<Walk*>(data);
    walk.guarded([&] { throw Refusal{"doctype", walk.part}; });
}

}  // namespace

const char* Attributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (local_name(pair[0]) == name) return pair[1];
    return nullptr;
}

std::string_view Attributes::text(std::string_view name, std::string_view fallback) const {
    const char* value = find(name);
    return value == nullptr ? fallback : std::string_view{value};
}

int Attributes::number(std::string_view name, int fallback) const {
    const char* value = find(name);
    if (value == nullptr) return fallback;
    int out = 0;
    const char* end = value + std::strlen(value);
    const auto result = std::from_chars(value, end, out);
    return result.ec == std::errc{} && result.ptr == end ? out : -1;
}

void scan_xml(const std::string& part, std::string_view xml, XmlVisitor& visitor) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser{XML_ParserCreate(nullptr),
                                                                         XML_ParserFree};
    if (!parser) throw std::bad_alloc{};
    Walk walk{visitor, part, parser.get(), 0, {}};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    constexpr std::size_t most_at_once = 1 << 20;
    for (;;) {
        const auto piece = xml.substr(0, most_at_once);
        xml.remove_prefix(piece.size());
        const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                      xml.empty() ? XML_TRUE : XML_FALSE);
        if (walk.problem) std::rethrow_exception(walk.problem);
        if (status == XML_STATUS_ERROR && XML_GetErrorCode(parser.get()) == XML_ERROR_NO_MEMORY)
            throw std::bad_alloc{};
        if (status == XML_STATUS_ERROR)
            throw Refusal{"damaged",
                          part + ':' + std::to_string(XML_GetCurrentLineNumber(parser.get()))};
        if (xml.empty()) return;
    }
}

}  // namespace lotse_gdal
