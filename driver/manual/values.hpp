/// What a completion offers behind an option or in the place of an argument.
#ifndef LOTSE_DRIVER_MANUAL_VALUES_HPP
#define LOTSE_DRIVER_MANUAL_VALUES_HPP

#include "command.hpp"

namespace lotse::driver::manual {

struct Word {
    std::string text;
    Message label;  ///< empty: the word says it all
};

struct Values {
    enum class Form { none, flag, words, file } form = Form::none;  ///< none: free text or a number
    std::string name;  ///< of a list whose words have labels; else empty
    std::vector<Word> words;
};

/// The choices of the option itself, the codes of the list it takes, or files.
Values values_of(const OptionInfo& option);

Values values_of(const Positional& positional);

}  // namespace lotse::driver::manual

#endif
