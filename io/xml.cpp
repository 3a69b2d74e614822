#include "xml.hpp"

#include <lotse/base/unicode.hpp>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace lotse::io {
namespace {

std::string_view view(const xmlChar* text) {
    return text ? std::string_view{reinterpret_cast<const char*>(text)} : std::string_view{};
}

/// Line and column of byte offsets that come in ascending order.
class PlaceFinder {
public:
    explicit PlaceFinder(std::string_view text)
        : text_{text}, has_returns_{text.find('\r') != std::string_view::npos} {}

    XmlPlace at(std::size_t offset) {
        if (offset < at_) {
            at_ = 0;
            place_ = {};
        }
        const std::string_view before = text_.substr(0, offset);
        while (at_ < before.size()) {
            const std::size_t end = line_end(before);
            if (end < before.size()) {
                at_ = end + 1;
                place_ = {place_.line + 1, 1};
            } else {
                place_.column += static_cast<int>(unicode::length(before.substr(at_)));
                at_ = before.size();
            }
        }
        return place_;
    }

private:
    /// Where the current line ends: at LF, or at a CR that no LF follows; the end of `before` if it
    /// does not end there.
    std::size_t line_end(std::string_view before) const {
        if (!has_returns_) return std::min(before.find('\n', at_), before.size());
        std::size_t end = std::min(before.find_first_of("\r\n", at_), before.size());
        if (text_.substr(end).starts_with("\r\n")) ++end;
        return end;
    }

    std::string_view text_;
    bool has_returns_;
    std::size_t at_ = 0;
    XmlPlace place_;
};

XmlProblem content_problem(std::string_view code, XmlPlace place, Message message) {
    return {XmlProblem::Kind::content, code, 0, place, std::move(message)};
}
XmlProblem limit_problem(std::string_view name, std::int64_t limit, XmlPlace place) {
    return {XmlProblem::Kind::limit, name, limit, place, {}};
}

XmlProblem doctype_problem(XmlPlace place) {
    return content_problem(
        "doctype", place,
        Text{"Die Datei enthält eine DOCTYPE-Angabe (DTD) oder eigene Entities. Beides liest lotse "
             "nicht, weil es fremde Dateien einbinden kann. Bitte diese Angabe löschen.",
             "The file holds a DOCTYPE (DTD) or entities of its own. lotse reads neither, because "
             "they can pull in other files. Delete that declaration."});
}

/// What must never reach the library: a DOCTYPE, and tags with very many attributes, which it
/// compares pair by pair.
class Guard {
public:
    Guard(std::string_view text, const Limits& limits) : text_{text}, limits_{limits} {}

    std::optional<XmlProblem> problem() {
        if (const auto at = text_.find('\0'); at != std::string_view::npos)
            return content_problem("bad-xml", place(at),
                                   Text{"Die Datei enthält ein NUL-Zeichen und ist vermutlich "
                                        "beschädigt.",
                                        "The file holds a NUL character and is probably damaged."});
        std::size_t at = 0;
        while ((at = text_.find('<', at)) != std::string_view::npos) {
            const std::string_view rest = text_.substr(at);
            if (rest.starts_with("<!--")) {
                at = behind("-->", at + 4);
            } else if (rest.starts_with("<![CDATA[")) {
                at = behind("]]>", at);
            } else if (rest.starts_with("<?")) {
                at = behind("?>", at);
            } else if (rest.starts_with("<!")) {
                return doctype_problem(place(at));
            } else {
                const std::size_t start = at;
                if (behind_tag(at) > limits_.columns)
                    return limit_problem("columns", limits_.columns, place(start));
            }
        }
        return std::nullopt;
    }

private:
    XmlPlace place(std::size_t offset) const { return PlaceFinder{text_}.at(offset); }

    std::size_t behind(std::string_view end, std::size_t from) const {
        const auto found = text_.find(end, from);
        return found == std::string_view::npos ? text_.size() : found + end.size();
    }
    std::size_t behind(char end, std::size_t from) const {
        const auto found = text_.find(end, from);
        return found == std::string_view::npos ? text_.size() : found + 1;
    }

    /// Moves behind the tag that starts here; returns the number of its attributes.
    std::int64_t behind_tag(std::size_t& at) const {
        std::int64_t values = 0;
        while (at < text_.size()) {
            const char sign = text_[at++];
            if (sign == '>') return values;
            if (sign != '"' && sign != '\'') continue;
            ++values;
            at = behind(sign, at);
        }
        return values;
    }

    std::string_view text_;
    const Limits& limits_;
};

Message words_for(int code) {
    switch (code) {
        case XML_ERR_DOCUMENT_EMPTY:
            return Text{
                "Hier beginnt kein XML: Erwartet wird ein Element wie <graphml> oder "
                "<gexf>.",
                "No XML begins here: an element such as <graphml> or <gexf> is expected."};
        case XML_ERR_DOCUMENT_END:
            return Text{
                "Nach dem Ende des äußersten Elements folgt noch etwas, oder die Datei "
                "bricht ab.",
                "Something follows the end of the outermost element, or the file breaks "
                "off."};
        case XML_ERR_TAG_NAME_MISMATCH:
            return Text{"Hier endet ein anderes Element, als zuletzt begonnen wurde.",
                        "Another element ends here than the one begun last."};
        case XML_ERR_TAG_NOT_FINISHED:
        case XML_ERR_GT_REQUIRED:
        case XML_ERR_LTSLASH_REQUIRED:
            return Text{
                "Ein Element ist nicht zu Ende geschrieben; vermutlich bricht die Datei ab.",
                "An element is not written to its end; probably the file breaks off."};
        case XML_ERR_ATTRIBUTE_REDEFINED:
            return Text{"Ein Attribut steht zweimal in demselben Element.",
                        "An attribute stands twice in the same element."};
        case XML_ERR_ATTRIBUTE_NOT_STARTED:
        case XML_ERR_ATTRIBUTE_NOT_FINISHED:
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        case XML_ERR_SPACE_REQUIRED:
            return Text{"Ein Attribut ist falsch geschrieben: Erwartet wird name=\"Wert\".",
                        "An attribute is malformed: name=\"value\" is expected."};
        case XML_ERR_LT_IN_ATTRIBUTE:
            return Text{"In einem Attribut steht ein „<“; richtig wäre &lt;.",
                        "An attribute holds a '<'; &lt; would be right."};
        case XML_ERR_UNDECLARED_ENTITY:
        case XML_WAR_UNDECLARED_ENTITY:
        case XML_ERR_ENTITYREF_SEMICOL_MISSING:
        case XML_ERR_NAME_REQUIRED:
            return Text{
                "Ein „&“ oder „<“ steht für sich allein oder nennt eine unbekannte Entity; "
                "richtig wären &amp; und &lt;.",
                "A '&' or '<' stands alone or names an unknown entity; &amp; and &lt; "
                "would be right."};
        case XML_ERR_INVALID_CHAR:
        case XML_ERR_INVALID_CHARREF:
        case XML_ERR_INVALID_DEC_CHARREF:
        case XML_ERR_INVALID_HEX_CHARREF:
            return Text{
                "Hier steht ein Zeichen, das XML verbietet, meist ein unsichtbares "
                "Steuerzeichen.",
                "A character that XML forbids stands here, mostly an invisible control "
                "character."};
        default:
            return Text{
                "Ab hier ist die Datei kein gültiges XML. Bitte im Programm, aus dem sie "
                "stammt, neu speichern.",
                "From here on the file is not valid XML. Save it again in the program it "
                "comes from."};
    }
}

/// What the prefixes of the open elements mean.
class Namespaces {
public:
    void begin(std::span<const XmlAttribute> attributes, std::int64_t depth) {
        constexpr std::string_view declaration = "xmlns";
        for (const auto& [name, value] : attributes) {
            if (!name.starts_with(declaration)) continue;
            std::string_view prefix = name.substr(declaration.size());
            if (!prefix.empty() && prefix.front() != ':') continue;
            if (!prefix.empty()) prefix.remove_prefix(1);
            const auto at = by_prefix_.try_emplace(std::string{prefix}).first;
            at->second.emplace_back(value);
            declared_.push_back({depth, at});
        }
    }
    void end(std::int64_t depth) {
        for (; !declared_.empty() && declared_.back().depth == depth; declared_.pop_back())
            declared_.back().at->second.pop_back();
    }
    std::string_view of(std::string_view prefix) const {
        const auto at = by_prefix_.find(prefix);
        return at == by_prefix_.end() || at->second.empty() ? std::string_view{}
                                                            : at->second.back();
    }

private:
    using ByPrefix = std::map<std::string, std::vector<std::string>, std::less<>>;
    struct Declared {
        std::int64_t depth;
        ByPrefix::iterator at;
    };
    ByPrefix by_prefix_;  ///< the innermost last
    std::vector<Declared> declared_;
};

class Parser {
public:
    Parser(std::string_view text, const Limits& limits, XmlVisitor& visitor)
        : text_{text}, places_{text}, limits_{limits}, visitor_{visitor} {}

    std::optional<XmlProblem> run() {
        const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> context{
            xmlCreateMemoryParserCtxt(text_.data(), static_cast<int>(text_.size())),
            xmlFreeParserCtxt};
        if (!context) throw std::bad_alloc{};
        context_ = context.get();
        // No option opens anything; HUGE because the limits are ours, IGNORE_ENC because the text
        // is decoded already, NOENT because else "&amp;" in an attribute arrives as "&#38;" (there
        // are no other entities without a DOCTYPE).
        xmlCtxtUseOptions(
            context_, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
        xmlSAXHandler handler{};
        handler.initialized = 1;  // the first interface: names with their prefixes
        handler.startElement = &Parser::start;
        handler.endElement = &Parser::end;
        handler.characters = &Parser::characters;
        handler.ignorableWhitespace = &Parser::characters;
        handler.cdataBlock = &Parser::characters;
        handler.internalSubset = &Parser::subset;
        handler.error = &Parser::error;
        handler.fatalError = &Parser::error;
        *context_->sax = handler;
        context_->userData = this;
        xmlParseDocument(context_);
        if (thrown_) std::rethrow_exception(thrown_);
        if (!problem_ && !stopped_ && context_->wellFormed == 0)
            problem_ = content_problem("bad-xml", places_.at(offset()), words_for(0));
        return std::move(problem_);
    }

private:
    std::size_t offset() const {
        const auto* input = context_->input;
        if (!input) return text_.size();
        return static_cast<std::size_t>(input->cur - input->base) + input->consumed;
    }

    /// The library is C: nothing may be thrown through it.
    template <class Action>
    void guarded(Action&& action) noexcept {
        if (thrown_ || problem_ || stopped_) return;
        try {
            action();
            stopped_ = !visitor_.goes_on();
        } catch (...) {
            thrown_ = std::current_exception();
        }
        if (thrown_ || problem_ || stopped_) xmlStopParser(context_);
    }

    static void start(void* self, const xmlChar* name, const xmlChar** attributes) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guarded([&] { parser.begin(view(name), attributes); });
    }
    static void end(void* self, const xmlChar* name) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guarded([&] {
            parser.namespaces_.end(parser.depth_--);
            parser.visitor_.end(split(view(name)).second);
        });
    }
    static void characters(void* self, const xmlChar* text, int length) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guarded([&] {
            parser.visitor_.text(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
        });
    }
    static void subset(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guarded([&] { parser.problem_ = doctype_problem(parser.here()); });
    }
    static void error(void* self, const char*, ...) {
        auto& parser = *static_cast<Parser*>(self);
        const xmlError& error = parser.context_->lastError;
        if (error.level != XML_ERR_FATAL) return;
        parser.guarded([&] {
            if (error.code == XML_ERR_NO_MEMORY) throw std::bad_alloc{};
            parser.problem_ = content_problem("bad-xml", parser.here(), words_for(error.code));
        });
    }

    static std::pair<std::string_view, std::string_view> split(std::string_view name) {
        const auto colon = name.find(':');
        if (colon == std::string_view::npos) return {{}, name};
        return {name.substr(0, colon), name.substr(colon + 1)};
    }

    XmlPlace here() { return places_.at(offset()); }

    void begin(std::string_view name, const xmlChar** attributes) {
        // Attributes hold no raw '<', so the last one before here begins this tag.
        const XmlPlace place = places_.at(text_.rfind('<', offset()));
        if (++depth_ > limits_.depth) {
            problem_ = limit_problem("depth", limits_.depth, place);
            return;
        }
        attributes_.clear();
        const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
        for (; attributes && attributes[0]; attributes += 2) {
            attributes_.push_back({view(attributes[0]), view(attributes[1])});
            if (attributes_.back().value.size() > longest) {
                problem_ = limit_problem("field-kb", limits_.field_kb, place);
                return;
            }
        }
        namespaces_.begin(attributes_, depth_);
        const auto [prefix, plain] = split(name);
        visitor_.begin({prefix, plain, namespaces_.of(prefix), attributes_, place});
    }

    std::string_view text_;
    PlaceFinder places_;
    const Limits& limits_;
    XmlVisitor& visitor_;
    xmlParserCtxtPtr context_ = nullptr;
    std::vector<XmlAttribute> attributes_;
    Namespaces namespaces_;
    std::int64_t depth_ = 0;
    std::optional<XmlProblem> problem_;
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

}  // namespace

bool XmlElement::has(std::string_view attribute) const {
    return std::ranges::find(attributes, attribute, &XmlAttribute::name) != attributes.end();
}

std::string_view XmlElement::value(std::string_view attribute) const {
    const auto found = std::ranges::find(attributes, attribute, &XmlAttribute::name);
    return found == attributes.end() ? std::string_view{} : found->value;
}

std::optional<XmlProblem> visit_xml(std::string_view text, const Limits& limits,
                                    XmlVisitor& visitor) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return content_problem("empty-file", {}, Text{"Die Datei ist leer.", "The file is empty."});
    if (auto problem = Guard{text, limits}.problem()) return problem;
    return Parser{text, limits, visitor}.run();
}

unsigned code_of_entity(std::string_view name) {
    const std::string ended{name};
    const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(ended.c_str()));
    return entity ? entity->value : 0;
}

}  // namespace lotse::io
