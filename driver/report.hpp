/// The workshop folder: page, map, graph files, results, manifest.
#ifndef LOTSE_DRIVER_REPORT_HPP
#define LOTSE_DRIVER_REPORT_HPP

#include "load.hpp"

#include <lotse/analysis/view.hpp>
#include <lotse/base/document.hpp>
#include <lotse/io/atomic_file.hpp>

#include <string>
#include <utility>
#include <vector>

namespace lotse::driver {

struct Report {
    std::vector<io::OutputFile> files;
    std::vector<std::string> messages;  ///< of the map, for the person who asked
};

/// Everything a report holds. Errors: those of the analyses, the views and the renderer.
Result<Report> make_report(const Loaded& loaded, const Call& call);

/// What of the network a report is about. Errors: usage (as analysis::make_view).
Result<analysis::View> view_of_report(const Loaded& loaded, const Call& call);

/// For the manifest: every option of the call that decides what the report holds, by the words it
/// took effect with; of files only their hash.
std::vector<std::pair<std::string, Value>> report_options(const Loaded& loaded, const Call& call);

/// What must stay as it is while a report is written.
io::OutputRules report_rules(const std::filesystem::path& network, const Call& call);

/// The network of a report, with the state that --before names; says which --positions name nobody.
/// Errors: as load and read_positions.
Result<Loaded> load_for_report(const Call& call, const std::filesystem::path& network);

/// Writes the folder for a network. Errors: as load, make_report and io::write_folder.
Result<ExitCode> write_report(const std::filesystem::path& network,
                              const std::filesystem::path& folder, const Call& call);

/// Writes a folder of reports, one for each area where an actor sits (within --area, if given), and
/// a page that lists them: all of it or nothing. Areas are shared out among --threads processes.
/// Errors: as write_report.
Result<ExitCode> write_report_of_each_area(const std::filesystem::path& network,
                                           const std::filesystem::path& folder, const Call& call);

}  // namespace lotse::driver

#endif
