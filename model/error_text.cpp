#include <lotse/base/unicode.hpp>
#include <lotse/model/error_text.hpp>

#include <algorithm>
#include <array>

namespace lotse {
namespace {

constexpr std::array<std::string_view, 33> error_words{
    "#BEZUG!",   "#BLOCKED!",      "#BLOCKIERT!",   "#BUSY!",    "#BESCHÄFTIGT!", "#CALC!",
    "#CONNECT!", "#DIV/0!",        "#EXTERNAL!",    "#EXTERN!",  "#FEHLER!",      "#ERROR!",
    "#FELD!",    "#FIELD!",        "#GETTING_DATA", "#KALK!",    "#N/A",          "#N/A!",
    "#NAME?",    "#NULL!",         "#NUM!",         "#NV",       "#PYTHON!",      "#REF!",
    "#SPILL!",   "#ÜBERLAUF!",     "#UNBEKANNT!",   "#UNKNOWN!", "#VALUE!",       "#VERBINDEN!",
    "#WERT!",    "#DATEN_ABRUFEN", "#ZAHL!",
};

}  // namespace

bool is_error_text(std::string_view text) {
    text = unicode::trim(text);
    if (text.starts_with('#')) {
        if (std::ranges::find(error_words, text) != error_words.end()) return true;
        return text.size() > 2 && text.find_first_not_of('#') == std::string_view::npos;
    }
    for (const std::string_view word : {"Err:", "Fehler:"})
        if (text.starts_with(word))
            return text.size() == word.size() + 3 &&
                   text.find_first_not_of("0123456789", word.size()) == std::string_view::npos;
    return false;
}

}  // namespace lotse
