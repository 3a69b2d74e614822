#include "load.hpp"
#include "output.hpp"
#include "pseudonymise.hpp"
#include "views.hpp"

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/check.hpp>
#include <lotse/analysis/compare.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

Column column_of(std::string_view key, Text label) {
    return {std::string{key}, label};
}

Document document(std::string_view what, Text title, Table table) {
    Document out;
    out.id = "list-" + std::string{what};
    out.title = title;
    out.summary = {"summary",
                   Text{"Überblick", "Summary"},
                   {column_of("rows", {"Zeilen", "rows"})},
                   {{static_cast<std::int64_t>(table.rows.size())}}};
    out.tables.push_back(std::move(table));
    return out;
}

/// One line of the list, and how many networks its command takes.
struct Listed {
    analysis::Info info;
    std::int64_t networks = 1;
};

Document analyses(const Codebook&) {
    std::vector<Listed> all{{analysis::check_info()}, {analysis::Compare::info(), 2}};
    for (const analysis::Entry& entry : analysis::catalogue()) all.push_back({entry.info});
    std::ranges::stable_sort(all, {}, [](const Listed& row) { return row.info.number; });
    Table table{
        "analyses",
        Text{"Auswertungen", "Analyses"},
        {column_of("id", {"Befehl", "Command"}), column_of("number", {"Nummer", "Number"}),
         column_of("networks", {"Netze", "Networks"}), column_of("title", {"Titel", "Title"}),
         column_of("question", {"Frage", "Question"}), column_of("source", {"Methode", "Method"})},
        {}};
    for (const auto& [info, networks] : all)
        table.rows.push_back({std::string{info.id}, std::string{info.number}, networks,
                              Message{info.title}, Message{info.question},
                              std::string{info.source}});
    return document("analyses", {"Auswertungen", "Analyses"}, std::move(table));
}

Document formats(const Codebook&) {
    Table table{"formats",
                Text{"Formate", "Formats"},
                {column_of("id", {"Name", "Name"}), column_of("ending", {"Endung", "Ending"}),
                 column_of("label", {"Bedeutung", "Meaning"})},
                {}};
    for (const io::Renderer& renderer : io::renderers())
        table.rows.push_back({"--format " + std::string{renderer.id}, std::string{renderer.ending},
                              Message{renderer.label}});
    for (const io::ExportForm& form : io::export_forms())
        table.rows.push_back(
            {form.as.empty() ? std::string{"convert"} : "convert --as " + std::string{form.as},
             form.ending.empty() ? Value{Choice{"folder", {"Ordner", "folder"}}}
                                 : Value{std::string{form.ending}},
             Message{form.label}});
    return document("formats", {"Formate", "Formats"}, std::move(table));
}

Document views(const Codebook&) {
    Table table{"views",
                Text{"Ansichten", "Views"},
                {column_of("id", {"Name", "Name"}), column_of("label", {"Bedeutung", "Meaning"})},
                {}};
    for (const ViewInfo& view : driver::views())
        table.rows.push_back({std::string{view.id}, Message{view.label}});
    return document("views", {"Ansichten", "Views"}, std::move(table));
}

Document codes(const Codebook& book) {
    Table table{"codes",
                Text{"Codes", "Codes"},
                {column_of("list", {"Liste", "List"}), column_of("code", {"Code", "Code"}),
                 column_of("label", {"Bedeutung", "Meaning"}),
                 column_of("aliases", {"auch erkannt", "also recognised"})},
                {}};
    for (const auto& list : book.lists())
        for (const Code& code : list->codes())
            table.rows.push_back({list->name(), code.code, code.label, code.aliases});
    return document("codes", {"Codes", "Codes"}, std::move(table));
}

Document texts(const Codebook&) {
    Table table{
        "texts",
        Text{"Überschriften der Tabellen", "Headings of the tables"},
        {column_of("table", {"Tabelle", "Table"}), column_of("column", {"Spalte", "Column"}),
         column_of("de", {"Deutsch", "German"}), column_of("en", {"Englisch", "English"})},
        {}};
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        for_each_column<Row>([&](const auto& c) {
            table.rows.push_back({std::string{Row::table}, std::string{c.key},
                                  std::string{c.heading.de}, std::string{c.heading.en}});
        });
    });
    return document("texts", {"Überschriften", "Headings"}, std::move(table));
}

struct Listing {
    std::string_view name;
    Document (*make)(const Codebook&);
};
constexpr std::array listings{Listing{"analyses", analyses}, Listing{"formats", formats},
                              Listing{"views", views}, Listing{"codes", codes},
                              Listing{"texts", texts}};

std::vector<std::string> listing_names() {
    std::vector<std::string> names;
    for (const Listing& listing : listings) names.emplace_back(listing.name);
    return names;
}

Result<ExitCode> run(const Call& call) {
    const auto it =
        std::ranges::find(listings, std::string_view{call.arguments[0]}, &Listing::name);
    if (it == listings.end())
        return Error{
            ErrorKind::usage,
            message({"Eine Liste „{}“ gibt es nicht; möglich sind analyses, formats, views, codes, "
                     "texts.",
                     "There is no list '{}'; possible are analyses, formats, views, codes, texts."},
                    {call.arguments[0]})};
    if (call.arguments.size() == 1) return deliver(it->make(Codebook::built_in()), call);
    const auto loaded = load(call, path_of(call.arguments[1]));
    if (!loaded) return loaded.error();
    Document out = it->make(loaded->network->codes());
    out.network = loaded->identity;
    return deliver(out, call);
}

}  // namespace

Command list_command() {
    std::vector<OptionInfo> options = document_options();
    options.push_back(pseudonymise_option());
    return {"list",
            data_group,
            {"zeigen, was es gibt: analyses, formats, views, codes, texts",
             "show what there is: analyses, formats, views, codes, texts"},
            Text{"Listet Auswertungen, Formate, Ansichten, Codes oder Überschriften auf; mit einem "
                 "Netz auch dessen eigene Codes.",
                 "Lists analyses, formats, views, codes or headings; with a network also its own "
                 "codes."},
            {{{"WAS", "WHAT"},
              {"analyses, formats, views, codes oder texts",
               "analyses, formats, views, codes or texts"},
              Positional::Presence::required,
              listing_names()},
             {{"NETZ", "NETWORK"},
              {"Netz, dessen Codes mitgelten", "network whose codes count too"},
              Positional::Presence::optional}},
            std::move(options),
            run};
}

}  // namespace lotse::driver
