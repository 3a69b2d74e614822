#include <lotse/base/collate.hpp>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

namespace lotse {
namespace {

std::unique_ptr<icu::Collator> german_collator() {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> out{
        icu::Collator::createInstance(icu::Locale::getGerman(), error)};
    if (U_FAILURE(error)) return nullptr;
    out->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
    return out;
}

}  // namespace

std::string collation_key(std::string_view utf8) {
    static const std::unique_ptr<icu::Collator> collator = german_collator();
    if (!collator) return std::string{utf8};
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece{utf8.data(), static_cast<std::int32_t>(utf8.size())});
    std::string key(static_cast<std::size_t>(collator->getSortKey(text, nullptr, 0)), '\0');
    collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()),
                         static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace lotse
