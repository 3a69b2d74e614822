#include <lotse/base/issue.hpp>
#include <lotse/base/unicode.hpp>

namespace lotse {
namespace {

std::string column_letters(int column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

}  // namespace

std::string to_string(const SourcePosition& where) {
    std::string out = unicode::visible(where.file);
    if (!where.sheet.empty()) {
        out += '#' + unicode::visible(where.sheet);
        if (where.row > 0) out += '!' + column_letters(where.column) + std::to_string(where.row);
        return out;
    }
    if (where.row > 0) out += ':' + std::to_string(where.row);
    if (where.column > 0) out += ':' + std::to_string(where.column);
    return out;
}

std::string to_string(const Issue& issue, Language language) {
    std::string out = to_string(issue.where);
    if (issue.where.row > 0 && issue.where.sheet.empty() && issue.where.column == 0) out += ':';
    if (!out.empty()) out += ": ";
    out += enumerator(issue.severity).key;
    out += ": ";
    out += issue.message.in(language);
    out += " [";
    out += issue.code;
    out += ']';
    return out;
}

}  // namespace lotse
