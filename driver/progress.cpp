#include "progress.hpp"

#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace lotse::driver {
namespace {

// The terminal has one such line, whoever writes to it.
Progress* current = nullptr;
std::atomic<bool> line_is_there{false};
std::atomic<bool> writing{false};   // the line, at this moment
std::atomic<bool> silenced{false};  // for good
static_assert(std::atomic<bool>::is_always_lock_free);

bool wanted(const Call& call) {
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
           std::string_view{terminal} != "dumb" && !call.has("quiet") && !call.has("no-progress");
}

void write_to_terminal(std::string_view text) noexcept {
    if (write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // nobody to tell
}

/// The first `most` characters.
std::string cut(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++characters > most)
            return text.substr(0, i);
    return text;
}

std::size_t columns() {
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1) return size.ws_col;
    return 80;
}

}  // namespace

Progress::Progress(const Call& call, Message title)
    : language_{call.language}, title_{std::move(title)}, words_{title_} {
    if (!wanted(call)) return;
    thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
    current = this;
}

Progress::~Progress() {
    end();
}

void Progress::now_doing(Message words) {
    const std::scoped_lock lock{mutex_};
    words_ = words.empty() ? title_ : std::move(words);
}

void Progress::end() {
    if (!thread_.joinable()) return;
    current = nullptr;
    thread_.request_stop();
    thread_.join();
    erase_progress_line();
}

void Progress::run(const std::stop_token& stop) {
    // Another thread takes signals: a handler here would wait for the line it interrupts.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    constexpr std::chrono::seconds step{1};
    std::unique_lock lock{mutex_};
    for (auto elapsed = step;; elapsed += step) {
        woken_.wait_for(lock, stop, step, [] { return false; });
        if (stop.stop_requested()) return;
        show(elapsed);
    }
}

void Progress::show(std::chrono::seconds elapsed) {
    const std::string line =
        "lotse: " + words_.in(language_) + " … " + std::to_string(elapsed.count()) + " s";
    writing = true;
    if (!silenced) {
        line_is_there = true;
        write_to_terminal('\r' + cut(line, columns() - 1) + "\x1b[K");
    }
    writing = false;
}

void now_doing(Message words) {
    if (current != nullptr) current->now_doing(std::move(words));
}

void end_progress() {
    if (current != nullptr) current->end();
}

void silence_progress() noexcept {
    constexpr int longest = 100;  // ms: a terminal that was stopped (Ctrl-S) takes no more lines
    constexpr timespec step{0, 1'000'000};
    silenced = true;
    for (int i = 0; i < longest && writing; ++i) nanosleep(&step, nullptr);
    erase_progress_line();
}

void erase_progress_line() noexcept {
    if (line_is_there.exchange(false)) write_to_terminal("\r\x1b[K");
}

}  // namespace lotse::driver
