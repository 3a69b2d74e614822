#include "facts.hpp"

#include <algorithm>
#include <array>
#include <bit>

// [MS-CFB] the compound file, [MS-XLS] 2.4 the records of the Workbook stream.

namespace lotse_gdal {
namespace {

[[noreturn]] void damaged() {
    throw Refusal{"damaged", "xls"};
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) damaged();
    std::uint32_t out = 0;
    for (std::size_t i = size; i-- > 0;)
        out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

struct Places {
    std::vector<std::size_t> pieces;  ///< where each begins
    std::size_t size;                 ///< of a piece

    std::size_t of(std::size_t at) const { return pieces[at / size] + at % size; }
};

/// Streams of a compound file. Chains are bounded by the file's size, so that no circle holds.
class CompoundFile {
public:
    explicit CompoundFile(std::string_view bytes) : bytes_{bytes} {
        const std::uint32_t shift = number(bytes_, 30, 2);
        if (shift != 9 && shift != 12) damaged();
        sector_ = std::size_t{1} << shift;
        read_table();
        directory_ = chain(number(bytes_, 48, 4));
        if (directory_.size() < entry_size) damaged();
        small_stream_ = chain(number(directory_, 116, 4));
        const std::string small_table = chain(number(bytes_, 60, 4));
        for (std::size_t at = 0; at + 4 <= small_table.size(); at += 4)
            small_next_.push_back(number(small_table, at, 4));
    }

    /// Empty: there is no such stream.
    std::string stream(std::string_view name) const {
        const auto entry = find(name);
        if (entry.empty()) return {};
        const std::uint32_t size = number(entry, 120, 4);
        std::string out =
            size < small_below ? small_chain(number(entry, 116, 4)) : chain(number(entry, 116, 4));
        if (out.size() < size) damaged();
        out.resize(size);
        return out;
    }

    /// Where the bytes of a stream that was read stand in the file.
    Places places(std::string_view name) const {
        const auto entry = find(name);
        const std::uint32_t start = number(entry, 116, 4);
        if (number(entry, 120, 4) >= small_below) return {sectors(start), sector_};
        const std::vector<std::size_t> around = sectors(number(directory_, 116, 4));
        Places out{{}, small_sector};
        for (std::uint32_t at = start; at < last_sector; at = small_next_[at]) {
            const std::size_t from = std::size_t{at} * small_sector;
            out.pieces.push_back(around[from / sector_] + from % sector_);
        }
        return out;
    }

private:
    static constexpr std::size_t entry_size = 128;
    static constexpr std::uint32_t last_sector = 0xFFFFFFFA;  // from here on: marks
    static constexpr std::uint32_t small_below = 4096;
    static constexpr std::size_t small_sector = 64;

    /// Empty: there is no such entry.
    std::string_view find(std::string_view name) const {
        for (std::size_t at = 0; at + entry_size <= directory_.size(); at += entry_size) {
            const std::string_view entry = std::string_view{directory_}.substr(at, entry_size);
            if (entry_name(entry) == name) return entry;
        }
        return {};
    }

    static std::string entry_name(std::string_view entry) {
        std::string out;
        const std::uint32_t size = number(entry, 64, 2);
        for (std::size_t at = 0; at + 2 < std::min<std::size_t>(size, 64); at += 2)
            out += entry[at];
        return out;
    }

    std::string_view sector(std::uint32_t index) const {
        const std::size_t at = (std::size_t{index} + 1) * sector_;
        if (at >= bytes_.size()) damaged();
        return bytes_.substr(at, sector_);
    }

    std::vector<std::size_t> sectors(std::uint32_t at) const {
        std::vector<std::size_t> out;
        for (; at < last_sector; at = next_[at]) out.push_back((std::size_t{at} + 1) * sector_);
        return out;
    }

    void read_table() {
        std::vector<std::uint32_t> tables;
        for (std::size_t i = 0; i < 109; ++i) tables.push_back(number(bytes_, 76 + 4 * i, 4));
        std::uint32_t more = number(bytes_, 68, 4);
        while (more < last_sector) {
            const auto list = sector(more);
            for (std::size_t at = 0; at + 8 <= sector_; at += 4)
                tables.push_back(number(list, at, 4));
            more = number(list, sector_ - 4, 4);
            if (tables.size() * sector_ > 2 * bytes_.size() + 200 * sector_) damaged();
        }
        for (const std::uint32_t table : tables) {
            if (table >= last_sector) continue;
            const auto list = sector(table);
            for (std::size_t at = 0; at + 4 <= list.size(); at += 4)
                next_.push_back(number(list, at, 4));
        }
    }

    std::string chain(std::uint32_t at) const {
        std::string out;
        while (at < last_sector) {
            if (at >= next_.size() || out.size() > bytes_.size()) damaged();
            out += sector(at);
            at = next_[at];
        }
        return out;
    }

    std::string small_chain(std::uint32_t at) const {
        std::string out;
        while (at < last_sector) {
            if (at >= small_next_.size() || out.size() > small_stream_.size()) damaged();
            const std::size_t from = std::size_t{at} * small_sector;
            if (from >= small_stream_.size()) damaged();
            out += small_stream_.substr(from, small_sector);
            at = small_next_[at];
        }
        return out;
    }

    std::string_view bytes_;
    std::size_t sector_ = 512;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> small_next_;
    std::string small_stream_;
    std::string directory_;
};

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6U);
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | code >> 12U);
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | code >> 18U);
        out += static_cast<char>(0x80U | (code >> 12U & 0x3FU));
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

/// ShortXLUnicodeString: length, width of a character, characters.
std::string short_text(std::string_view record, std::size_t at) {
    const std::uint32_t length = number(record, at, 1);
    const std::size_t width = (number(record, at + 1, 1) & 1U) != 0 ? 2 : 1;
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
        std::uint32_t code = number(record, at + 2 + i * width, width);
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < length) {
            const std::uint32_t low = number(record, at + 2 + ++i * width, width);
            code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        }
        append_utf8(out, code);
    }
    return out;
}

struct Record {
    std::uint32_t type = 0;
    std::string_view data;
    std::size_t at = 0;  ///< in the stream
};

/// Calls visit(record) until it says stop (false) or the stream ends.
template <class Visit>
void for_each_record(std::string_view stream, std::size_t at, Visit&& visit) {
    while (at + 4 <= stream.size()) {
        const std::uint32_t size = number(stream, at + 2, 2);
        if (size > stream.size() - at - 4) damaged();
        if (!visit(Record{number(stream, at, 2), stream.substr(at + 4, size), at})) return;
        at += 4 + size;
    }
}

constexpr std::string_view workbook_stream = "Workbook";
constexpr std::uint32_t begin_record = 0x809;
constexpr std::uint32_t end_record = 0x00A;

void add(Sheet& sheet, std::string_view data, Kind kind, std::optional<std::string> text = {}) {
    if (sheet.cells.size() >= most_cells) throw OverLimit{"cells"};
    sheet.cells.push_back({static_cast<int>(number(data, 0, 2)) + 1,
                           static_cast<int>(number(data, 2, 2)) + 1, kind, std::move(text)});
}

/// RkNumber: the upper 30 bits of a number, or an integer; perhaps a hundredth of it.
double rk_number(std::string_view data, std::size_t at) {
    const std::uint32_t rk = number(data, at, 4);
    const bool whole = (rk & 2U) != 0;
    const double value = whole ? static_cast<std::int32_t>(rk) >> 2
                               : std::bit_cast<double>(std::uint64_t{rk & ~3U} << 32U);
    return (rk & 1U) != 0 ? value / 100 : value;
}

void add_number(Sheet& sheet, std::string_view data, double value) {
    add(sheet, data, Kind::number);
    sheet.cells.back().serial = value;
}

void add_several(Sheet& sheet, std::string_view data) {
    const auto row = static_cast<int>(number(data, 0, 2)) + 1;
    const std::uint32_t first = number(data, 2, 2);
    const std::uint32_t last = number(data, data.size() - 2, 2);
    for (std::uint32_t column = first; column <= last; ++column)
        sheet.cells.push_back({row,
                               static_cast<int>(column) + 1,
                               Kind::number,
                               {},
                               rk_number(data, 6 + 6 * std::size_t{column - first})});
}

std::string error_text(std::uint32_t code) {
    switch (code) {
        case 0x00: return "#NULL!";
        case 0x07: return "#DIV/0!";
        case 0x0F: return "#VALUE!";
        case 0x17: return "#REF!";
        case 0x1D: return "#NAME?";
        case 0x24: return "#NUM!";
        default: return "#N/A";
    }
}

void add_cells(Sheet& sheet, const Record& record) {
    const std::string_view data = record.data;
    switch (record.type) {
        case 0x0FD:  // LABELSST
        case 0x204:  // LABEL
        case 0x0D6:  // RSTRING
            return add(sheet, data, Kind::text);
        case 0x203: {  // NUMBER
            const std::uint64_t low = number(data, 6, 4);
            const std::uint64_t high = number(data, 10, 4);
            return add_number(sheet, data, std::bit_cast<double>(high << 32U | low));
        }
        case 0x27E:  // RK
            return add_number(sheet, data, rk_number(data, 6));
        case 0x0BD:  // MULRK
            return add_several(sheet, data);
        case 0x205:  // BOOLERR
            if (number(data, 7, 1) != 0)
                return add(sheet, data, Kind::error, error_text(number(data, 6, 1)));
            return add(sheet, data, Kind::boolean, number(data, 6, 1) != 0 ? "yes" : "no");
        case 0x006: {  // FORMULA: GDAL gives no results
            const bool empty_text = number(data, 12, 2) == 0xFFFF && number(data, 6, 1) == 3;
            if (!empty_text) add(sheet, data, Kind::lost_formula, std::string{});
            return;
        }
        case 0x0E5:  // MERGECELLS
            for (std::uint32_t i = 0; i < number(data, 0, 2); ++i) {
                const auto at = [&](std::size_t field) {
                    return static_cast<int>(number(data, 2 + 8 * std::size_t{i} + 2 * field, 2)) +
                           1;
                };
                sheet.merged.push_back({at(0), at(2), at(1), at(3)});
            }
            return;
        default: return;
    }
}

/// FreeXL 1.0 gives no sheet at all of a workbook with a chart inside of one: such records get a
/// type that nobody knows.
void hide_record(const Places& places, std::size_t at, std::string& bytes) {
    constexpr char unknown_type[]{'\xFF', '\x08'};
    for (std::size_t i = 0; i < sizeof unknown_type; ++i) {
        const std::size_t place = places.of(at + i);
        if (place >= bytes.size()) damaged();
        bytes[place] = unknown_type[i];
    }
}

}  // namespace

std::vector<Sheet> xls_facts(std::string& bytes) {
    const CompoundFile file{bytes};
    if (!file.stream("EncryptedPackage").empty()) throw Refusal{"password-protected"};
    const std::string workbook = file.stream(workbook_stream);
    if (workbook.empty()) throw Refusal{file.stream("Book").empty() ? "damaged" : "too-old", "xls"};
    std::vector<Sheet> sheets;
    const Places places = file.places(workbook_stream);
    std::vector<std::size_t> starts;
    for_each_record(workbook, 0, [&](const Record& record) {
        if (record.type == begin_record && number(record.data, 0, 2) != 0x600)
            throw Refusal{"too-old"};
        if (record.type == 0x02F) throw Refusal{"password-protected"};
        if (record.type == 0x022 && number(record.data, 0, 2) == 1) throw Refusal{"date-1904"};
        if (record.type == 0x085 && number(record.data, 5, 1) == 0) {
            const bool hidden = (number(record.data, 4, 1) & 3U) != 0;
            sheets.push_back({short_text(record.data, 6), hidden, {}, {}});
            starts.push_back(number(record.data, 0, 4));
        }
        return record.type != end_record;
    });
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        int depth = 0;
        for_each_record(workbook, starts[i], [&](const Record& record) {
            if (record.type == begin_record) ++depth;
            if (depth == 1) add_cells(sheets[i], record);
            if (depth > 1) hide_record(places, record.at, bytes);
            if (record.type == end_record) --depth;
            return depth > 0;
        });
        std::ranges::stable_sort(sheets[i].cells, [](const Cell& a, const Cell& b) {
            return a.row != b.row ? a.row < b.row : a.column < b.column;
        });
    }
    return sheets;
}

}  // namespace lotse_gdal
