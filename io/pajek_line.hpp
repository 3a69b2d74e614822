/// A line of Pajek's .net as words: quotes hold blanks together, brackets those of times.
#ifndef LOTSE_IO_PAJEK_LINE_HPP
#define LOTSE_IO_PAJEK_LINE_HPP

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

struct PajekWord {
    std::string text;
    bool is_times = false;  ///< "[1-3,5-*]"
    std::size_t at = 0;     ///< where it begins in the line
};

struct PajekLine {
    static constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

    std::string_view text;
    std::vector<PajekWord> words;
    std::size_t left_over = nothing;  ///< from here it is not understood and not in the words
    bool is_open = false;             ///< a quote is not closed

    /// What follows from this word on is not understood.
    void leave_over(std::size_t word) { left_over = words[word].at; }
};

PajekLine split_pajek_line(std::string_view line);

/// What only says how a vertex or line is drawn (Pajek, "Exporting pictures to EPS"), followed by
/// its value.
bool is_pajek_drawing_of_vertex(std::string_view word);
bool is_pajek_drawing_of_line(std::string_view word);
bool is_pajek_shape(std::string_view word);

}  // namespace lotse::io

#endif
