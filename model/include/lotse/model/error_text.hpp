/// What spreadsheet programs write where a formula failed.
#ifndef LOTSE_MODEL_ERROR_TEXT_HPP
#define LOTSE_MODEL_ERROR_TEXT_HPP

#include <string_view>

namespace lotse {

/// In German and English: "#NV", "#REF!", "Err:502"; also "####", where a number did not fit its
/// column. Blanks around it do not matter.
bool is_error_text(std::string_view text);

}  // namespace lotse

#endif
