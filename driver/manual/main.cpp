// lotse-manual: writes the manual pages and completions of lotse to a folder, when it is built.
#include "completions.hpp"
#include "man_page.hpp"

#include <lotse/io/atomic_file.hpp>

#include <cstdio>

using namespace lotse;
using namespace lotse::driver;
using namespace lotse::driver::manual;

namespace {

namespace fs = std::filesystem;

std::vector<io::OutputFile> files() {
    std::vector<io::OutputFile> out{{"bash/lotse", bash_completion()},
                                    {"zsh/_lotse", zsh_completion()},
                                    {"fish/lotse.fish", fish_completion()}};
    const auto add_pages = [&](const std::string& folder, Language language) {
        out.push_back({folder + "lotse.1", program_page(language)});
        for (const Command& command : commands())
            out.push_back({folder + "lotse-" + std::string{command.name} + ".1",
                           command_page(command, language)});
    };
    add_pages("man/man1/", Language::en);
    add_pages("man/de/man1/", Language::de);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: lotse-manual FOLDER\n", stderr);
        return static_cast<int>(ExitCode::usage);
    }
    for (const io::OutputFile& file : files()) {
        const fs::path target = fs::path{argv[1]} / file.name;
        std::error_code ignored;  // write_file says what is wrong with the folder
        fs::create_directories(target.parent_path(), ignored);
        const auto written = io::write_file(target, file.bytes, {io::Existing::overwrite, {}});
        if (!written) {
            std::fprintf(stderr, "lotse-manual: %s\n", written.error().message.en.c_str());
            return static_cast<int>(exit_code(written.error().kind));
        }
    }
    return static_cast<int>(ExitCode::done);
}
