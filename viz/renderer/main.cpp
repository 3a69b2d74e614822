// SPDX-License-Identifier: MIT
// lotse-render: reads a drawing of lotse as JSON on stdin, writes SVG, PDF or PNG on stdout.
#include "graph.hpp"
#include "limits.hpp"
#include "publish.hpp"
#include "sheet.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>

namespace {

using lotse_render::Failure;
using lotse_render::Format;
using lotse_render::Sheet;
using lotse_render::Window;

constexpr std::size_t max_input_bytes = 64u * 1024 * 1024;
constexpr const char* usage =
    "usage: lotse-render svg|pdf|png|dot|several [--dpi N] [--memory-mb N] [--seconds N]\n"
    "Reads a drawing (JSON, written by lotse) on standard input and writes the picture on\n"
    "standard output. several: reads a list of orders, writes each picture after a line with its\n"
    "length in bytes. Exit codes: 0 done, 2 wrong usage, 5 out of memory, 7 no picture.\n";

constexpr int out_of_memory = 5;  // exit code

struct Options {
    std::optional<Format> format;  ///< nullopt: several pictures, each with its own
    int dots_per_inch = 150;
    lotse_render::Limits limits;
};

std::optional<long> whole(const char* text, long low, long high) {
    long value = 0;
    const char* end = text + std::strlen(text);
    const auto [last, problem] = std::from_chars(text, end, value);
    if (problem != std::errc{} || last != end || value < low || value > high) return std::nullopt;
    return value;
}

std::optional<Format> format_called(std::string_view word) {
    if (word == "svg") return Format::svg;
    if (word == "pdf") return Format::pdf;
    if (word == "png") return Format::png;
    if (word == "dot") return Format::dot;
    return std::nullopt;
}

std::optional<Options> parse(int count, char** arguments) {
    Options options;
    if (count < 2) return std::nullopt;
    const std::string_view format = arguments[1];
    options.format = format_called(format);
    if (!options.format && format != "several") return std::nullopt;
    for (int i = 2; i < count; i += 2) {
        if (i + 1 == count) return std::nullopt;
        const std::string_view name = arguments[i];
        const auto value = whole(arguments[i + 1], 1, name == "--dpi" ? 600 : 1'000'000'000);
        if (!value) return std::nullopt;
        if (name == "--dpi")
            options.dots_per_inch = static_cast<int>(*value);
        else if (name == "--memory-mb")
            options.limits.memory_mb = *value;
        else if (name == "--seconds")
            options.limits.seconds = *value;
        else
            return std::nullopt;
    }
    return options;
}

std::string read_all(std::FILE* file) {
    std::string text;
    char buffer[65536];
    std::size_t length = 0;
    while ((length = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
        text.append(buffer, length);
        if (text.size() > max_input_bytes) throw Failure{"the drawing is larger than 64 MB"};
    }
    if (std::ferror(file)) throw Failure{"the drawing cannot be read"};
    return text;
}

void write_all(const std::string& picture) {
    if (std::fwrite(picture.data(), 1, picture.size(), stdout) != picture.size() ||
        std::fflush(stdout) != 0)
        throw Failure{"the picture cannot be written"};
}

std::string picture(const std::vector<Sheet>& sheets, Format format, int dots_per_inch) {
    std::vector<std::string> pages;
    for (const Sheet& sheet : sheets)
        for (const Window& window : sheet.windows) {
            pages.push_back(lotse_render::draw(sheet, window, format, dots_per_inch));
            if (format == Format::svg)
                pages.back() = lotse_render::publish_svg(sheet, pages.back());
            if (format == Format::pdf)
                pages.back() = lotse_render::publish_pdf(sheet, std::move(pages.back()));
        }
    if (pages.size() > 1 && format != Format::pdf) throw Failure{"only a PDF has several pages"};
    return pages.size() == 1 ? std::move(pages.front()) : lotse_render::join_pdf(pages);
}

void render(const Options& options) {
    lotse_render::apply(options.limits);
    const std::string input = read_all(stdin);
    if (options.format)
        return write_all(
            picture(lotse_render::read_sheets(input), *options.format, options.dots_per_inch));
    std::string all;
    for (const lotse_render::Order& order : lotse_render::read_orders(input)) {
        const std::string one =
            picture(order.sheets, *format_called(order.format), options.dots_per_inch);
        all += std::to_string(one.size()) + '\n' + one;
    }
    write_all(all);
}

}  // namespace

int main(int count, char** arguments) {
    // Nothing but the drawing decides what is drawn.
    for (const char* name :
         {"GVBINDIR", "GV_FILE_PATH", "GVIMAGEPATH", "SERVER_NAME", "DOTFONTPATH"})
        unsetenv(name);
    setenv("TZ", "UTC", 1);
    const std::optional<Options> options = parse(count, arguments);
    if (!options) {
        std::fputs(usage, stderr);
        return 2;
    }
    try {
        render(*options);
        std::_Exit(0);  // what Graphviz leaks ends with the process
    } catch (const Failure& failure) {
        std::fprintf(stderr, "lotse-render: error: %s\n", failure.what());
        const bool of_graphviz = std::string_view{failure.what()}.starts_with("Graphviz");
        if (of_graphviz && lotse_render::is_out_of_memory(0)) return out_of_memory;
    } catch (const std::bad_alloc&) {
        std::fputs("lotse-render: error: out of memory\n", stderr);
        return out_of_memory;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "lotse-render: error: %s\n", problem.what());
    }
    return 7;
}
