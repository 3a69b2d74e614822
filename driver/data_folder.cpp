#include "data_folder.hpp"

namespace lotse::driver {

std::filesystem::path program_folder() {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    return problem ? std::filesystem::path{} : program.parent_path();
}

Result<std::filesystem::path> data_folder() {
    const auto here = program_folder();
    for (const char* place : {"../share/lotse/datasets", "../../datasets"}) {
        const auto folder = (here / place).lexically_normal();
        std::error_code problem;
        if (std::filesystem::is_directory(folder / "verzahnung", problem)) return folder;
    }
    return Error{ErrorKind::input_output, Text{"Die mitgelieferten Datensätze fehlen; sie gehören "
                                               "nach share/lotse/datasets neben dem Programm.",
                                               "The shipped data sets are missing; they belong in "
                                               "share/lotse/datasets beside the program."}};
}

}  // namespace lotse::driver
