// SPDX-License-Identifier: MIT
#include "publish.hpp"

#include <exception>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace lotse_render {

std::string join_pdf(const std::vector<std::string>& pages) try {
    QPDF all;
    all.emptyPDF();
    QPDFPageDocumentHelper document{all};
    std::vector<std::unique_ptr<QPDF>> sources;  // are read until everything is written
    for (const std::string& page : pages) {
        sources.push_back(std::make_unique<QPDF>());
        sources.back()->processMemoryFile("page", page.data(), page.size());
        for (QPDFPageObjectHelper& each : QPDFPageDocumentHelper{*sources.back()}.getAllPages())
            document.addPage(each, false);
    }
    QPDFWriter writer{all};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
} catch (const std::exception& problem) {
    throw Failure{std::string{"the pages cannot be put together: "} + problem.what()};
}

}  // namespace lotse_render
