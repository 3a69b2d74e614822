#include "command_line.hpp"
#include "interrupt.hpp"
#include "load.hpp"
#include "process_limits.hpp"
#include "progress.hpp"

#include <lotse/base/version.hpp>
#include <lotse/io/atomic_file.hpp>
#include <lotse/model/privacy.hpp>

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <system_error>

using namespace lotse;
using namespace lotse::driver;

namespace {

int fail(const Error& error, Language language) {
    if (const auto found = privacy::client_value(error.message.de))
        return fail(
            {ErrorKind::privacy,
             message({"Der Name einer Datei oder eines Blatts enthält {}. lotse nimmt keine "
                      "Daten von Personen an.",
                      "The name of a file or sheet holds {}. lotse takes no data of "
                      "persons."},
                     {Message{*found}})},
            language);
    const std::string text = "lotse: " + error.message.in(language) + '\n';
    std::fputs(text.c_str(), stderr);
    return static_cast<int>(exit_code(error.kind));
}

int print(const std::string& text, Language language) {
    const auto written = io::write_standard_output(text);
    return written ? static_cast<int>(ExitCode::done) : fail(written.error(), language);
}

/// "help [COMMAND]": the first plain word names the command.
int help(std::span<const std::string> words, Language language) {
    for (std::size_t i = 0; i < words.size() && words[i] != "help"; ++i) {
        if (words[i] == "--language") {
            ++i;  // its value
        } else if (!words[i].starts_with('-')) {
            const Command* command = find_command(words[i]);
            if (command == nullptr) return fail(unknown_command(words[i]), language);
            return print(command_help(*command, language), language);
        }
    }
    return print(general_help(language), language);
}

int run(std::span<const std::string> words) {
    const auto language = choose_language(words);
    if (const auto allowed = refuse_words_of_persons(words); !allowed)
        return fail(allowed.error(), language ? *language : Language::de);
    if (!language) return fail(language.error(), Language::de);
    if (words.empty() || words[0] == "--help" || words[0] == "-h")
        return print(general_help(*language), *language);
    if (words[0] == "help") return help(words.subspan(1), *language);
    if (words[0] == "--version") return print("lotse " + std::string{version} + '\n', *language);
    const Command* command = find_command(words[0]);
    if (command == nullptr) return fail(unknown_command(words[0]), *language);
    const auto rest = words.subspan(1);
    for (const std::string& word : rest) {
        if (word == "--") break;
        if (word == "--help" || word == "-h")
            return print(command_help(*command, *language), *language);
    }
    const auto call = parse(*command, rest, *language);
    if (!call) return fail(call.error(), *language);
    const auto limits = limits_of(*call);
    if (!limits) return fail(limits.error(), *language);
    if (std::error_code lost; std::filesystem::current_path(lost).empty()) {
        if (lost == std::errc::not_enough_memory) throw std::bad_alloc{};
        return fail({ErrorKind::input_output,
                     Text{"Den Ordner, in dem lotse aufgerufen wurde, gibt es nicht mehr. Bitte in "
                          "einen anderen wechseln (cd).",
                          "The folder that lotse was called in does not exist any more. Change to "
                          "another one (cd)."}},
                    *language);
    }
    if (const auto bounded = bound_memory(*limits); !bounded)
        return fail(bounded.error(), *language);
    Progress progress{*call, command->title};
    const auto code = command->run(*call);
    progress.end();
    return code ? static_cast<int>(*code) : fail(code.error(), *language);
}

/// The last word on an exception that nobody else wants.
int report(const std::exception_ptr& problem) {
    try {
        if (problem) std::rethrow_exception(problem);
        throw std::logic_error{"std::terminate"};
    } catch (const std::bad_alloc&) {
        std::fputs(
            "lotse: Der Arbeitsspeicher reicht nicht (--limit memory-mb=ZAHL lässt mehr zu). / Not "
            "enough memory (--limit memory-mb=NUMBER allows more).\n",
            stderr);
        return static_cast<int>(ExitCode::limit);
    } catch (const std::exception& defect) {
        std::fprintf(stderr,
                     "lotse: Fehler im Programm, bitte melden. / A defect of the program, please "
                     "report it: %s\n",
                     defect.what());
    } catch (...) {
        std::fputs("lotse: Fehler im Programm, bitte melden. / A defect of the program.\n", stderr);
    }
    return static_cast<int>(ExitCode::defect);
}

/// Memory may also end where nothing can catch it: before main, in a destructor, in a thread.
[[noreturn]] void end_uncaught() {
    _exit(report(std::current_exception()));
}

/// Before any object of static storage is made.
[[gnu::constructor(101)]] void prepare_for_uncaught() {
    std::set_terminate(end_uncaught);
}

}  // namespace

int main(int argc, char** argv) {
    end_on_signals();
    forbid_core_dumps();
    try {
        const std::vector<std::string> words(argv + 1, argv + argc);
        return run(words);
    } catch (...) {
        return report(std::current_exception());
    }
}
