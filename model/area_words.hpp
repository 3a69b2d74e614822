/// Names of areas as people type them: "Kreis Recklinghausen" for Recklinghausen, "Aachen" for
/// Städteregion Aachen.
#ifndef LOTSE_MODEL_AREA_WORDS_HPP
#define LOTSE_MODEL_AREA_WORDS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse {

class AreaWords {
public:
    explicit AreaWords(std::string_view typed);

    /// The name holds every word that was typed, those for the kind of area aside.
    bool fit(std::string_view name) const;
    /// A word for the kind of area was typed, or one that joins words.
    bool name_kind() const { return names_kind_; }

private:
    std::vector<std::string> words_;
    bool names_kind_ = false;
};

}  // namespace lotse

#endif
