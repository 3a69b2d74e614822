#include "layout_time.hpp"

#include "load.hpp"
#include "progress.hpp"

#include <lotse/io/limits.hpp>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <string>

namespace lotse::driver {
namespace {

constexpr int limit_code = static_cast<int>(ExitCode::limit);

std::string last_words;  ///< made before the alarm is set: its handler may not allocate

extern "C" void end_layout(int) {
    silence_progress();
    [[maybe_unused]] const auto written =
        ::write(STDERR_FILENO, last_words.data(), last_words.size());
    _exit(limit_code);
}

/// Until it goes out of scope the program has so many seconds.
class Alarm {
public:
    Alarm(std::int64_t seconds, std::string_view what, Language language) {
        last_words =
            "lotse: " + io::limit_error("render-seconds", seconds, what).message.in(language) +
            '\n';
        struct sigaction action {};
        action.sa_handler = end_layout;
        sigemptyset(&action.sa_mask);
        sigaction(SIGALRM, &action, nullptr);
        constexpr std::int64_t most = 10'000'000;  // four months
        alarm(static_cast<unsigned>(std::min(seconds, most)));
    }
    ~Alarm() { alarm(0); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;
};

}  // namespace

Result<viz::Drawing> laid_out(const ViewInfo& view, const ViewRequest& request) {
    const auto limits = limits_of(request.call);
    if (!limits) return limits.error();
    const Alarm alarm{limits->render_seconds, view.id, request.options.language};
    return view.draw(request);
}

}  // namespace lotse::driver
