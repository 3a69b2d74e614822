/// The digits behind a decimal sign, which are no number of their own.
#ifndef LOTSE_MODEL_DECIMAL_FRACTIONS_HPP
#define LOTSE_MODEL_DECIMAL_FRACTIONS_HPP

#include <string>

namespace lotse::privacy {

/// Puts ; for the fractions of decimal numbers that are as long as a tax number, where a text, or
/// what stands in quotes or brackets in it, holds numbers only: coordinates and measures
/// ("51.27363318956", "POINT(7.16470222959 51.1)"). What stands before the decimal sign stays.
void blot_out_fractions(std::string& text);

}  // namespace lotse::privacy

#endif
