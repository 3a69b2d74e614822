#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace lotse {
namespace {

using Block = std::uint64_t;  // eight bytes of text
constexpr Block ones = 0x0101010101010101;

/// The high bit of each byte that is `sign`, and perhaps of bytes above (behind) the first of them.
constexpr Block marks(Block block, char sign) {
    const Block zero_there = block ^ (ones * static_cast<unsigned char>(sign));
    return (zero_there - ones) & ~zero_there & (ones << 7U);
}

/// Where the unquoted field from `at` ends: at the delimiter, CR, LF, or the end of the text.
std::size_t plain_end(std::string_view text, std::size_t at, char delimiter) {
    if constexpr (std::endian::native == std::endian::little) {
        for (Block block = 0; at + sizeof block <= text.size(); at += sizeof block) {
            std::memcpy(&block, text.data() + at, sizeof block);
            const Block ends = marks(block, delimiter) | marks(block, '\r') | marks(block, '\n');
            if (ends != 0) return at + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
        }
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\r' && text[at] != '\n') ++at;
    return at;
}

/// A row of millions of fields must not fill the memory before anybody can refuse it: empty fields
/// beyond the columns of a spreadsheet are dropped, and a record ends at the most fields.
constexpr std::size_t widest_sheet = 16'384;
constexpr std::size_t most_fields = 1'000'000;

/// The end of a line that holds only separators from `at` on; npos: it holds more.
std::size_t end_of_separators(std::string_view text, std::size_t at, char delimiter) {
    const std::size_t end = std::min(text.find_first_not_of(delimiter, at), text.size());
    const bool is_end = end == text.size() || text[end] == '\r' || text[end] == '\n';
    return is_end ? end : std::string_view::npos;
}

}  // namespace

bool CsvRecord::blank() const {
    return std::ranges::all_of(fields,
                               [](const std::string& f) { return unicode::trim(f).empty(); });
}

bool CsvScanner::skip_line_end() {
    if (at_ >= text_.size() || (text_[at_] != '\r' && text_[at_] != '\n')) return false;
    at_ += text_.substr(at_).starts_with("\r\n") ? 2U : 1U;
    ++line_;
    return true;
}

CsvScanner::Step CsvScanner::quoted_field(std::string& field) {
    const int start = line_;
    ++at_;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '"') {
            if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                field += '"';
                at_ += 2;
                continue;
            }
            ++at_;
            while (at_ < text_.size() && text_[at_] == ' ' && delimiter_ != ' ') ++at_;
            const bool ends = at_ >= text_.size() || text_[at_] == delimiter_ ||
                              text_[at_] == '\r' || text_[at_] == '\n';
            if (ends) return Step::record;
            line_ = start;
            return Step::text_after_quote;
        }
        if (c == '\r' || c == '\n') {
            const std::size_t before = at_;
            skip_line_end();
            field.append(text_, before, at_ - before);
            continue;
        }
        const std::size_t run = std::min(text_.find_first_of("\"\r\n", at_), text_.size());
        field.append(text_, at_, run - at_);
        at_ = run;
    }
    line_ = start;
    return Step::unterminated_quote;
}

CsvScanner::Step CsvScanner::next(CsvRecord& record) {
    std::size_t used = 0;
    record.line = line_;
    const auto finish = [&](Step step) {
        record.fields.resize(used);
        return step;
    };
    if (at_ >= text_.size()) return finish(Step::end);
    for (;;) {
        if (used == widest_sheet) {
            const std::size_t end = end_of_separators(text_, at_, delimiter_);
            if (end != std::string_view::npos) {
                at_ = end;
                skip_line_end();
                return finish(Step::record);
            }
        }
        if (used == most_fields) return finish(Step::record);
        // Fields of the record before lend their room.
        std::string& field =
            used < record.fields.size() ? record.fields[used] : record.fields.emplace_back();
        ++used;
        if (at_ < text_.size() && text_[at_] == '"') {
            field.clear();
            if (const Step step = quoted_field(field); step != Step::record) return finish(step);
        } else {
            const std::size_t end = plain_end(text_, at_, delimiter_);
            field.assign(text_.data() + at_, end - at_);
            at_ = end;
        }
        if (at_ < text_.size() && text_[at_] == delimiter_) {
            ++at_;
            continue;
        }
        skip_line_end();
        return finish(Step::record);
    }
}

}  // namespace lotse
