/// Which field of a directory a heading means, and how sure that is.
#ifndef LOTSE_IO_HEADING_GUESS_HPP
#define LOTSE_IO_HEADING_GUESS_HPP

#include <lotse/model/codebook.hpp>

#include <string>

namespace lotse::io {

/// `contained`: a known heading among words that add nothing ("Ort des Kurses"). `narrowed`: other
/// words stand with it and may turn its sense around ("Zielgruppe ausgeschlossen", "Dauer in
/// Minuten"); the field is only a hint then.
enum class Fit { exact, similar, contained, narrowed, none };

struct FieldGuess {
    const Code* field = nullptr;
    Fit fit = Fit::none;
};

FieldGuess guess_field(const std::string& heading);

}  // namespace lotse::io

#endif
