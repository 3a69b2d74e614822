#include "data_folder.hpp"

#include <lotse/base/child_process.hpp>

namespace lotse::driver {

Result<std::filesystem::path> data_folder() {
    const std::filesystem::path here = program_folder();
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
