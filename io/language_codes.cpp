#include "language_codes.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

struct Language {
    std::string_view code;
    std::string_view de;
    std::string_view en;
};

/// What offers in Germany are held in; others keep the name they have.
constexpr std::array languages{
    Language{"ar", "arabisch", "arabic"},          Language{"bg", "bulgarisch", "bulgarian"},
    Language{"bs", "bosnisch", "bosnian"},         Language{"cs", "tschechisch", "czech"},
    Language{"de", "deutsch", "german"},           Language{"el", "griechisch", "greek"},
    Language{"en", "englisch", "english"},         Language{"es", "spanisch", "spanish"},
    Language{"fa", "persisch", "persian"},         Language{"fr", "französisch", "french"},
    Language{"hr", "kroatisch", "croatian"},       Language{"hu", "ungarisch", "hungarian"},
    Language{"it", "italienisch", "italian"},      Language{"ku", "kurdisch", "kurdish"},
    Language{"mk", "mazedonisch", "macedonian"},   Language{"nl", "niederländisch", "dutch"},
    Language{"pl", "polnisch", "polish"},          Language{"ps", "paschtu", "pashto"},
    Language{"pt", "portugiesisch", "portuguese"}, Language{"ro", "rumänisch", "romanian"},
    Language{"ru", "russisch", "russian"},         Language{"so", "somali", "somali"},
    Language{"sq", "albanisch", "albanian"},       Language{"sr", "serbisch", "serbian"},
    Language{"ti", "tigrinya", "tigrinya"},        Language{"tr", "türkisch", "turkish"},
    Language{"uk", "ukrainisch", "ukrainian"},     Language{"ur", "urdu", "urdu"},
    Language{"vi", "vietnamesisch", "vietnamese"}, Language{"zh", "chinesisch", "chinese"},
};

}  // namespace

std::string_view language_code(std::string_view text) {
    const std::string typed = unicode::match_key(text);
    for (const Language& language : languages)
        if (typed == language.code || typed == unicode::match_key(language.de) ||
            typed == unicode::match_key(language.en))
            return language.code;
    return {};
}

}  // namespace lotse::io
