// SPDX-License-Identifier: MIT
#include "publish.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace lotse_render {

std::string publish_pdf(const Sheet& sheet, std::string pdf) {
    if (pdf.compare(0, 5, "%PDF-") != 0) throw Failure{"Graphviz wrote no PDF"};
    if (pdf.find("NotoSans") == std::string::npos)
        std::fputs(sheet.language == "de"
                       ? "lotse-render: Die Schrift Noto Sans fehlt (Paket fonts-noto-core).\n"
                       : "lotse-render: the font Noto Sans is missing (package "
                         "fonts-noto-core).\n",
                   stderr);

    std::time_t moment = 0;
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
        char* end = nullptr;
        const long long seconds = std::strtoll(epoch, &end, 10);
        if (*end == '\0' && seconds >= 0 && seconds < 253'402'300'800) moment = seconds;
    }
    std::tm utc{};
    gmtime_r(&moment, &utc);
    char date[32];
    const std::size_t length = std::strftime(date, sizeof date, "(D:%Y%m%d%H%M%S", &utc);

    // "/CreationDate (D:20260101120000Z)": the digits are replaced, no byte moves.
    const std::string key = "/CreationDate ";
    const std::size_t at = pdf.find(key);
    if (at == std::string::npos || pdf.compare(at + key.size(), 3, "(D:") != 0)
        throw Failure{"the PDF has no creation date where it was expected"};
    pdf.replace(at + key.size(), length, date, length);
    return pdf;
}

}  // namespace lotse_render
