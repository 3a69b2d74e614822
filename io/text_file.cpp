#include "text_file.hpp"

#include <lotse/base/encoding.hpp>
#include <lotse/base/unicode.hpp>

#include "dos_and_mac.hpp"
#include "workbook_refusal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <system_error>

namespace lotse::io {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) noexcept : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const noexcept { return number_; }

private:
    int number_;
};

Message reason(int error_number) {
    switch (error_number) {
        case ENOENT: return Text{"Datei oder Ordner gibt es nicht", "no such file or folder"};
        case EACCES:
        case EPERM: return Text{"keine Berechtigung", "permission denied"};
        case EROFS: return Text{"der Datenträger ist schreibgeschützt", "the disk is read-only"};
        case EISDIR: return Text{"das ist ein Ordner", "this is a folder"};
        case ENOTDIR:
            return Text{"ein Teil des Pfades ist kein Ordner", "a part of the path is no folder"};
        case ENOSPC:
        case EDQUOT: return Text{"der Datenträger ist voll", "the disk is full"};
        case EFBIG: return Text{"die Datei wird zu groß", "the file becomes too large"};
        case ENAMETOOLONG: return Text{"der Name ist zu lang", "the name is too long"};
        case ELOOP: return Text{"die Verweise bilden einen Kreis", "the links form a circle"};
        case EBADF: return Text{"die Ausgabe ist geschlossen", "the output is closed"};
        case EIO: return Text{"der Datenträger meldet einen Fehler", "the disk reports an error"};
        case EMFILE:
        case ENFILE: return Text{"zu viele offene Dateien", "too many open files"};
        case ENXIO: return Text{"dahinter ist kein Gerät", "there is no device behind it"};
        case EPIPE: return Text{"niemand liest die Ausgabe", "nobody reads the output"};
        default: {
            const std::string words = std::generic_category().message(error_number);
            return {words, words};
        }
    }
}

/// Umlauts of UTF-8 inside a file that is not UTF-8: two files were glued together.
std::optional<std::size_t> first_utf8_umlaut(std::string_view bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
        if (bytes[i] == '\xC3' && (static_cast<unsigned char>(bytes[i + 1]) & 0xC0U) == 0x80U)
            return i;
    return std::nullopt;
}

int line_of(std::string_view text, std::size_t offset) {
    int line = 1;
    for (std::size_t i = 0; i < std::min(offset, text.size()); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i).starts_with("\r\n"))) ++line;
    return line;
}

/// Not Windows-1252 but what MS-DOS or old Macs wrote, with a warning; nullopt: Windows-1252, with
/// a warning where that is not sure.
std::optional<std::string> other_encoding(std::string_view bytes, const std::string& file,
                                          NetworkBuilder& builder) {
    const auto other = other_than_windows_1252(bytes);
    if (!other) return std::nullopt;
    auto text =
        other->name.empty() ? std::nullopt : encoding::decode(bytes, std::string{other->name});
    const std::string_view name = text ? other->name : "Windows-1252";
    builder.report(
        {Severity::warning,
         "doubtful-encoding",
         {file, {}, line_of(bytes, other->at), 0},
         message({"Diese Zeile sieht aus, als wäre die Datei als „CSV (MS-DOS)“ oder „CSV "
                  "(Macintosh)“ gespeichert; gelesen als {}. Bitte die Umlaute prüfen, oder die "
                  "Datei neu als „CSV UTF-8“ speichern.",
                  "This line looks as if the file was saved as 'CSV (MS-DOS)' or 'CSV "
                  "(Macintosh)'; read as {}. Check the umlauts, or save the file again as 'CSV "
                  "UTF-8'."},
                 {name})});
    return text;
}

}  // namespace

std::string path_text(const std::filesystem::path& path) {
    return unicode::visible(path.string());
}

Error file_error(const std::filesystem::path& path, int error_number) {
    if (error_number == ENOMEM) throw std::bad_alloc{};
    const std::string name = path_text(path);
    return {ErrorKind::input_output,
            message({"{}: {}.", "{}: {}."}, {Message{name, name}, reason(error_number)})};
}

Result<std::string> read_bytes(const std::filesystem::path& path, const Limits& limits) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number() < 0) return file_error(path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return file_error(path, errno);
    if (S_ISDIR(status.st_mode)) return file_error(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::input_output, message({"{}: Das ist keine gewöhnliche Datei.",
                                                       "{}: this is not a regular file."},
                                                      {path_text(path)})};
    const auto most = static_cast<std::size_t>(limits.file_mb) << 20U;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > most) return limit_error("file-mb", limits.file_mb, path_text(path.filename()));
    std::string bytes(size, '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t count = ::read(file.number(), bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return file_error(path, errno);
        if (count == 0) break;
        at += static_cast<std::size_t>(count);
    }
    bytes.resize(at);
    return bytes;
}

std::optional<std::string> decode_table(std::string bytes, const std::string& file,
                                        NetworkBuilder& builder) {
    using unicode::Encoding;
    if (auto packed = packed_content(bytes, file)) {
        builder.report(*std::move(packed));
        return std::nullopt;
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) {
        bytes.erase(0, mark.size());
        return bytes;
    }
    auto decoded = unicode::decode(bytes);
    if (!decoded) {
        builder.report({Severity::error,
                        "unreadable-text",
                        {file, {}, 1, 0},
                        Text{"Die Datei beginnt wie UTF-16, ist es aber nicht durchgehend. Bitte "
                             "neu als „CSV UTF-8“ speichern.",
                             "The file begins like UTF-16 but is not throughout. Save it again as "
                             "'CSV UTF-8'."}});
        return std::nullopt;
    }
    if (decoded->encoding == Encoding::utf8) return std::move(decoded->text);
    if (decoded->encoding == Encoding::windows_1252) {
        if (const auto mixed = first_utf8_umlaut(bytes)) {
            builder.report(
                {Severity::error,
                 "mixed-encoding",
                 {file, {}, line_of(bytes, *unicode::first_invalid_utf8(bytes)), 0},
                 message({"Die Datei mischt Windows-1252 (hier) und UTF-8 (Zeile {}); "
                          "Umlaute gingen verloren. Bitte neu als „CSV UTF-8“ speichern.",
                          "The file mixes Windows-1252 (here) and UTF-8 (line {}); "
                          "umlauts would be lost. Save it again as 'CSV UTF-8'."},
                         {std::to_string(line_of(bytes, *mixed))})});
            return std::nullopt;
        }
        if (auto other = other_encoding(bytes, file, builder)) return other;
    }
    const std::string_view name =
        decoded->encoding == Encoding::windows_1252 ? "Windows-1252" : "UTF-16";
    builder.report({Severity::note,
                    "decoded",
                    {file, {}, 0, 0},
                    message({"Die Datei ist kein UTF-8; gelesen als {}.",
                             "The file is not UTF-8; read as {}."},
                            {name})});
    return std::move(decoded->text);
}

namespace {

/// "utf-8-sig" and "UTF8" as "utf8sig" and "utf8".
std::string encoding_key(const std::string& name) {
    std::string key = unicode::match_key(name);
    std::erase(key, ' ');
    return key;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

/// What Python, databases and Windows call UTF-8.
bool means_utf8(std::string_view key) {
    constexpr std::array<std::string_view, 6> keys{"utf8",    "utf8sig", "utf8bom",
                                                   "utf8mb4", "cp65001", "65001"};
    return is_one_of(keys, key);
}

/// Programs say so and write Windows-1252 (WHATWG, Encoding Standard).
bool means_latin(std::string_view key) {
    constexpr std::array<std::string_view, 6> keys{"iso88591",  "latin1", "l1",
                                                   "iso885915", "latin9", "latin0"};
    return is_one_of(keys, key);
}

bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// No letters in ISO 8859, but quotes, dashes and € in Windows-1252.
bool is_control_of_latin(char c) {
    return is_beyond_ascii(c) && static_cast<unsigned char>(c) < 0xA0;
}

bool has_utf16_mark(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void report_unknown(const NamedEncoding& encoding, const std::string& file, bool is_clear,
                    NetworkBuilder& builder) {
    const Text clear{
        "encoding: Die Kodierung „{}“ kennt lotse nicht. {} ist an ihren Zeichen zu erkennen und "
        "wird gelesen. Bitte hier UTF-8 oder UTF-16 eintragen, oder die Angabe streichen.",
        "encoding: lotse does not know the encoding '{}'. {} can be told by its characters and is "
        "read. Enter UTF-8 or UTF-16 here, or delete the member."};
    const Text unclear{
        "encoding: Die Kodierung „{}“ kennt lotse nicht ({}). Bitte die Datei als UTF-8 "
        "speichern, oder eine mit einem Byte je Zeichen nennen, etwa windows-1252.",
        "encoding: lotse does not know the encoding '{}' ({}). Save the file as UTF-8, or name one "
        "of single bytes such as windows-1252."};
    builder.report({is_clear ? Severity::warning : Severity::error,
                    "unknown-encoding",
                    {"datapackage.json", {}, encoding.line, encoding.column},
                    message(is_clear ? clear : unclear, {encoding.name, file})});
}

}  // namespace

std::optional<std::string> decode_as(const NamedEncoding& encoding, std::string bytes,
                                     const std::string& file, NetworkBuilder& builder) {
    const std::string key = encoding_key(encoding.name);
    if (key.empty() || means_utf8(key) || packed_content(bytes, file))
        return decode_table(std::move(bytes), file, builder);
    const bool is_marked = bytes.starts_with("\xEF\xBB\xBF");
    const bool is_utf8 = !unicode::first_invalid_utf8(bytes);
    if (!encoding::is_known(encoding.name)) {
        report_unknown(encoding, file, is_utf8 || is_marked || has_utf16_mark(bytes), builder);
        return decode_table(std::move(bytes), file, builder);
    }
    if (is_marked) return decode_table(std::move(bytes), file, builder);
    const bool is_wide = key.starts_with("utf16") || key.starts_with("utf32");
    if (has_utf16_mark(bytes)) {
        if (!is_wide) return decode_table(std::move(bytes), file, builder);
        if (key.starts_with("utf16"))
            if (auto decoded = unicode::decode(bytes)) return std::move(decoded->text);
    }
    if (!is_wide && is_utf8 && std::ranges::any_of(bytes, is_beyond_ascii)) {
        builder.report(
            {Severity::warning,
             "wrong-encoding",
             {"datapackage.json", {}, encoding.line, encoding.column},
             message({"encoding: Hier steht „{}“, {} ist aber UTF-8 und wird so gelesen. Bitte "
                      "hier UTF-8 eintragen.",
                      "encoding: this says '{}', but {} is UTF-8 and is read so. Enter UTF-8 "
                      "here."},
                     {encoding.name, file})});
        return bytes;
    }
    if (means_latin(key) && std::ranges::any_of(bytes, is_control_of_latin))
        return decode_table(std::move(bytes), file, builder);
    auto text = encoding::decode(bytes, encoding.name);
    if (!text)
        builder.report({Severity::error,
                        "unreadable-text",
                        {file, {}, 1, 0},
                        message({"Die Datei ist nicht durchgehend in „{}“ geschrieben, wie "
                                 "datapackage.json (encoding) sagt.",
                                 "The file is not written in '{}' throughout, as datapackage.json "
                                 "(encoding) says."},
                                {encoding.name})});
    return text;
}

std::optional<std::string> clean_label(std::string_view text) {
    if (unicode::first_invalid_utf8(text) || unicode::first_forbidden(text)) return std::nullopt;
    return unicode::visible(unicode::nfc(unicode::trim(text)));
}

}  // namespace lotse::io
