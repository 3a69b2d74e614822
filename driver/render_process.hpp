/// Calls lotse-render: a drawing in, a picture out, in a process of its own with limits.
#ifndef LOTSE_DRIVER_RENDER_PROCESS_HPP
#define LOTSE_DRIVER_RENDER_PROCESS_HPP

#include <lotse/base/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::driver {

enum class PictureFormat { svg, pdf, png, dot };

/// By the ending of a file name ("map.svg", case does not matter); nullopt: none of ours.
std::optional<PictureFormat> picture_format(std::string_view file_name);

struct RenderLimits {
    int seconds = 60;         ///< of waiting, and of processor time
    int memory_mb = 2048;     ///< address space
    int dots_per_inch = 150;  ///< of PNG
};

struct Picture {
    std::string bytes;
    std::string warning;  ///< what the renderer had to say, e.g. that the font is missing; or empty
};

/// Path of lotse-render: beside the running program, else in ../libexec/lotse. Errors: renderer.
Result<std::string> find_renderer();

/// Draws. The renderer is started without a shell, killed when the time is over, and dies with the
/// calling process; call this from the main thread. Errors: renderer (exit code 7), limit
/// (time or memory).
Result<Picture> render(const std::string& drawing_json, PictureFormat format,
                       const RenderLimits& limits = {});

/// Draws several pictures in one run of the renderer, in the order given. Errors: renderer.
Result<std::vector<Picture>> render_several(const std::string& orders_json, std::size_t count,
                                            const RenderLimits& limits = {});

/// The same as `render`, with the path of the renderer given.
Result<Picture> render_with(const std::string& renderer, const std::string& drawing_json,
                            PictureFormat format, const RenderLimits& limits);

}  // namespace lotse::driver

#endif
