#include "command_line.hpp"

#include "analysis_command.hpp"
#include "checks.hpp"
#include "sample.hpp"
#include "target.hpp"

namespace lotse::fuzz {
namespace {

using namespace lotse::driver;

std::vector<std::string> lines_of(std::string_view bytes) {
    std::vector<std::string> out;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        out.emplace_back(bytes.substr(0, end));
        bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    }
    return out;
}

const Loaded& network() {
    static const Loaded loaded = [] {
        std::string bytes;
        for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 37 + i / 7);
        bytes.front() = 9;
        Choices choices{bytes};
        Loaded out;
        out.network =
            std::make_shared<Network>(NetworkInfo{"Netz", "", true}, sample_tables(choices));
        out.identity = out.network->identity();
        return out;
    }();
    return loaded;
}

}  // namespace

/// One word a line. Analyses run on a network in memory; nothing is read or written.
void command_line(std::string_view bytes) {
    const auto words = lines_of(bytes);
    const auto language = choose_language(words);
    if (!language) return check_printable(language.error().message.en);
    if (words.empty()) return;
    const Command* command = find_command(words[0]);
    if (command == nullptr) return check_printable(unknown_command(words[0]).message.en);
    const auto call = parse(*command, std::span{words}.subspan(1), *language);
    if (!call) return check_printable(call.error().message.in(*language));
    const auto limits = limits_of(*call);
    if (!limits) check_printable(limits.error().message.in(*language));
    const auto* entry = analysis::find(command->name);
    if (entry == nullptr) return;
    const auto document = run_analysis(*entry, network(), call->options);
    if (document) return check_document(*document, analysis::least_suppression);
    if (document.error().kind == ErrorKind::engine) fail(document.error().message.en);
    check_printable(document.error().message.in(*language));
}

}  // namespace lotse::fuzz
