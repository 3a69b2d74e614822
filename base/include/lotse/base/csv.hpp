/// RFC 4180 records with their line numbers. No typing, no headings: see io for networks.
#ifndef LOTSE_BASE_CSV_HPP
#define LOTSE_BASE_CSV_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse {

struct CsvRecord {
    int line = 0;  ///< 1-based line on which the record starts
    std::vector<std::string> fields;

    bool blank() const;  ///< no field has any text
};

/// Walks over a decoded text. Line ends are CRLF, LF or CR; quoted fields may hold them.
class CsvScanner {
public:
    enum class Step { record, end, unterminated_quote, text_after_quote };

    /// `text` is UTF-8 without byte order mark and outlives the scanner.
    CsvScanner(std::string_view text, char delimiter) noexcept
        : text_{text}, delimiter_{delimiter} {}

    /// The next record. After unterminated_quote and text_after_quote the record holds what was
    /// read so far and `line()` is where the quoted field began; nothing can follow.
    Step next(CsvRecord& record);

    /// Where the scanner stands, counted from 1.
    int line() const noexcept { return line_; }

private:
    Step quoted_field(std::string& field);
    bool skip_line_end();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace lotse

#endif
