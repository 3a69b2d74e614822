#include "data_folder.hpp"
#include "pseudonymise.hpp"
#include "report.hpp"

namespace lotse::driver {
namespace {

Result<ExitCode> run(const Call& call) {
    const auto datasets = data_folder();
    if (!datasets) return datasets.error();
    return write_report(*datasets / "verzahnung", path_of(call.option("output", "lotse-demo")),
                        call);
}

}  // namespace

Command demo_command() {
    return {"demo",
            products_group,
            {"Bericht über das mitgelieferte Netz", "report on the shipped network"},
            Text{"Schreibt die Workshop-Mappe für das Netz „Verzahnung von Arbeits- und "
                 "Gesundheitsförderung“, das mit dem Programm kommt.",
                 "Writes the workshop folder for the network 'Verzahnung von Arbeits- und "
                 "Gesundheitsförderung' that comes with the program."},
            {},
            {{"output",
              {"Ordner des Berichts", "folder of the report"},
              OptionForm::single,
              "lotse-demo",
              {}},
             contacts_option(),
             pseudonymise_option()},
            run};
}

}  // namespace lotse::driver
