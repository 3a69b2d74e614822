#include "text_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace lotse::viz {
namespace {

constexpr char32_t first_character = 0x20;
constexpr std::size_t characters = 0x160;  // Basic Latin to Latin Extended-A

// Advance widths in 1/1000 em, from the hmtx tables of NotoSans-Regular.ttf and NotoSans-Bold.ttf.
constexpr std::array<std::uint16_t, characters> regular{
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   260, 269, 572, 572, 572,
    572, 551, 513, 580, 832, 357, 509, 572, 322, 832, 500, 428, 572, 350, 350, 281, 623, 655, 268,
    225, 350, 376, 509, 745, 771, 781, 434, 639, 639, 639, 639, 639, 639, 881, 632, 556, 556, 556,
    556, 339, 339, 339, 339, 730, 760, 781, 781, 781, 781, 781, 572, 781, 731, 731, 731, 731, 566,
    605, 631, 561, 561, 561, 561, 561, 561, 864, 480, 564, 564, 564, 564, 258, 258, 258, 258, 605,
    618, 605, 605, 605, 605, 605, 572, 605, 618, 618, 618, 618, 510, 615, 510, 639, 561, 639, 561,
    639, 561, 632, 480, 632, 480, 632, 480, 632, 480, 730, 615, 730, 617, 556, 564, 556, 564, 556,
    564, 556, 564, 556, 564, 728, 615, 728, 615, 728, 615, 728, 615, 741, 618, 741, 618, 339, 258,
    339, 258, 339, 258, 339, 258, 339, 258, 612, 516, 273, 258, 619, 534, 534, 524, 258, 524, 258,
    524, 258, 524, 268, 524, 258, 760, 618, 760, 618, 760, 618, 688, 760, 618, 781, 605, 781, 605,
    781, 605, 928, 946, 622, 413, 622, 413, 622, 413, 549, 479, 549, 479, 549, 479, 549, 479, 556,
    361, 556, 361, 556, 361, 731, 618, 731, 618, 731, 618, 731, 618, 731, 618, 731, 618, 930, 786,
    566, 510, 566, 572, 470, 572, 470, 572, 470, 326,
};
constexpr std::array<std::uint16_t, characters> bold{
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560,
    549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
    624, 579, 331, 413, 331, 572, 411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
    305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   260, 286, 572, 572, 572,
    572, 551, 486, 607, 832, 383, 615, 572, 322, 832, 500, 428, 572, 379, 379, 362, 660, 655, 285,
    205, 379, 388, 615, 830, 874, 845, 477, 690, 690, 690, 690, 690, 690, 952, 637, 560, 560, 560,
    560, 389, 389, 389, 389, 740, 813, 796, 796, 796, 796, 796, 572, 796, 756, 756, 756, 756, 624,
    628, 711, 604, 604, 604, 604, 604, 604, 917, 514, 591, 591, 591, 591, 305, 305, 305, 305, 619,
    657, 619, 619, 619, 619, 619, 572, 619, 657, 657, 657, 657, 569, 633, 569, 690, 604, 690, 604,
    690, 604, 637, 514, 637, 514, 637, 514, 637, 514, 740, 633, 740, 649, 560, 591, 560, 591, 560,
    591, 560, 591, 560, 591, 724, 633, 724, 633, 724, 633, 724, 633, 765, 657, 765, 657, 389, 305,
    389, 305, 389, 305, 389, 305, 389, 305, 720, 610, 331, 305, 664, 620, 620, 565, 305, 565, 305,
    565, 305, 565, 362, 565, 305, 813, 657, 813, 657, 813, 657, 770, 813, 657, 796, 619, 796, 619,
    796, 619, 973, 978, 660, 454, 660, 454, 660, 454, 551, 497, 551, 497, 551, 497, 551, 497, 579,
    434, 579, 434, 579, 434, 756, 657, 756, 657, 756, 657, 756, 657, 756, 657, 756, 657, 967, 856,
    624, 569, 624, 579, 488, 579, 488, 579, 488, 383,
};

/// The character at `at`, which moves behind it. Broken UTF-8 counts byte by byte.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const unsigned first = byte(at);
    const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) character = character << 6 | (byte(at + i) & 0x3Fu);
    at += length;
    return character;
}

/// In 1/1000 em.
std::int64_t advance(char32_t character, Weight weight) {
    if (character >= first_character && character < first_character + characters)
        return (weight == Weight::bold ? bold : regular)[character - first_character];
    if (character >= 0x300 && character < 0x370) return 0;  // combining marks
    switch (character) {
        case 0x2018:
        case 0x2019:
        case 0x201A: return 300;
        case 0x201C:
        case 0x201D:
        case 0x201E: return 520;
        case 0x2013: return 500;
        case 0x20AC: return 600;
        default: return 1000;
    }
}

std::int64_t advance(std::string_view text, Weight weight) {
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += advance(next_character(text, at), weight);
    return sum;
}

double points(std::int64_t advance, double font_pt) {
    return static_cast<double>(advance) / 1000 * font_pt;
}

/// Single letters with a point, as in "e. V." and "z. B.", stay together, and "§" with its number.
bool belong_together(std::string_view before, std::string_view after) {
    constexpr std::size_t longest = 12;  // of such parts
    if (before.ends_with("§")) return true;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const std::size_t n = before.size();
    return n >= 2 && n <= longest && before[n - 1] == '.' && is_letter(before[n - 2]) &&
           (n == 2 || before[n - 3] == ' ' || before[n - 3] == '(') && after.size() >= 2 &&
           is_letter(after[0]) && after[1] == '.';
}

/// The parts of a name between which a line may end; blanks stay with the part before them.
std::vector<std::string_view> unbroken_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        at = std::min(at, text.size());
        const bool hyphen = character == '-' || character == '/' || character == 0x2013;
        const bool before_blank = text.substr(at).starts_with(' ') ||
                                  text.substr(at).starts_with("\u00A0");  // no-break space
        const bool before_mark =
            at < text.size() && std::string_view{",.;:)!?"}.find(text[at]) != text.npos;
        const bool at_start = at - start < 3;
        const bool after_word =
            character == ' ' &&
            !belong_together(text.substr(start, at - start - 1), text.substr(at));
        if (!before_mark && (after_word || (hyphen && !before_blank && !at_start))) {
            parts.push_back(text.substr(start, at - start));
            start = at;
        }
    }
    if (start < text.size()) parts.push_back(text.substr(start));
    return parts;
}

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Parts that follow each other in a text, measured once for all widths that are tried.
class Parts {
public:
    Parts(const std::vector<std::string_view>& parts, double font_pt, Weight weight)
        : font_pt_{font_pt} {
        for (const std::string_view part : parts) {
            const std::string_view seen = without_trailing_blanks(part);
            const std::int64_t width = advance(seen, weight);
            parts_.push_back({part, width, width + advance(part.substr(seen.size()), weight)});
        }
    }

    /// Fills lines up to `width_pt`, part after part, and calls line(text) for each; without parts
    /// for one that is empty.
    template <class Line>
    void fill(double width_pt, const Line& line) const {
        std::string_view open;
        std::int64_t width = 0;
        for (const Part& part : parts_) {
            if (!open.empty() && points(width + part.seen, font_pt_) > width_pt) {
                line(without_trailing_blanks(open));
                open = {};
                width = 0;
            }
            open = open.empty() ? part.text
                                : std::string_view{open.data(), open.size() + part.text.size()};
            width += part.all;
        }
        line(without_trailing_blanks(open));
    }

    std::size_t count_lines(double width_pt) const {
        std::size_t count = 0;
        fill(width_pt, [&](std::string_view) { ++count; });
        return count;
    }

    std::vector<std::string> lines(double width_pt) const {
        std::vector<std::string> out;
        fill(width_pt, [&](std::string_view line) { out.emplace_back(line); });
        return out;
    }

private:
    struct Part {
        std::string_view text;
        std::int64_t seen;  ///< advance without blanks at its end
        std::int64_t all;
    };
    double font_pt_;
    std::vector<Part> parts_;
};

}  // namespace

double text_width_pt(std::string_view text, double font_pt, Weight weight) {
    return points(advance(text, weight), font_pt);
}

std::vector<std::string> wrap(std::string_view text, double font_pt, double width_pt,
                              Weight weight) {
    const Parts parts{unbroken_parts(text), font_pt, weight};
    const std::size_t fewest = parts.count_lines(width_pt);
    if (fewest == 1) return parts.lines(width_pt);
    // The narrowest width that needs no further line.
    double low = 0, high = width_pt;
    for (int step = 0; step < 12; ++step) {
        const double middle = (low + high) / 2;
        (parts.count_lines(middle) <= fewest ? high : low) = middle;
    }
    return parts.lines(high);
}

std::vector<std::string> paragraph(std::string_view text, double font_pt, double width_pt,
                                   Weight weight) {
    std::vector<std::string_view> parts;
    for (std::string_view part : unbroken_parts(text)) {
        while (text_width_pt(without_trailing_blanks(part), font_pt, weight) > width_pt) {
            std::size_t end = 0;
            for (std::size_t next = 0; next < part.size(); end = next) {
                next_character(part, next);
                next = std::min(next, part.size());
                if (end > 0 && text_width_pt(part.substr(0, next), font_pt, weight) > width_pt)
                    break;
            }
            parts.push_back(part.substr(0, end));
            part.remove_prefix(end);
        }
        if (!part.empty()) parts.push_back(part);
    }
    if (parts.empty()) return {};
    return Parts{parts, font_pt, weight}.lines(width_pt);
}

}  // namespace lotse::viz
