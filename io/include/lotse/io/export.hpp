/// Writes a network in the forms other programs read; `convert` chooses one by the ending or
/// `--as`.
#ifndef LOTSE_IO_EXPORT_HPP
#define LOTSE_IO_EXPORT_HPP

#include <lotse/io/atomic_file.hpp>
#include <lotse/model/network.hpp>

namespace lotse::io {

struct AreaLayer;

/// Function mailboxes leave the machine only when asked for.
enum class Mailboxes { withhold, include };

/// networkx 2.8 and other older readers refuse GEXF 1.3.
enum class GexfVersion { v1_3, v1_2draft };

struct ExportOptions {
    Mailboxes mailboxes = Mailboxes::withhold;
    Language language = Language::de;  ///< of headings and codes in a workbook
    GexfVersion gexf_version = GexfVersion::v1_3;
    std::string_view as =
        {};  ///< the form where the target's ending fits several; empty: its usual one
    const AreaLayer* areas = nullptr;  ///< for forms that show areas; null: they show none
};

/// All tables. Reading the text again gives a network with the same SHA-256 (mailboxes included).
std::string json_text(const Network& network, const ExportOptions& options = {});

/// GEXF for Gephi: actors and ties with all their columns.
std::string gexf_text(const Network& network, const ExportOptions& options = {});

/// GraphML for igraph, networkx, yEd: undirected ties are written twice with mutual = true.
std::string graphml_text(const Network& network, const ExportOptions& options = {});

/// DOT for Graphviz: names, kinds, sectors and areas of actors, kinds and levels of ties.
std::string dot_text(const Network& network, const ExportOptions& options = {});

/// Human Services Data Specification 3.0 as a tabular data package: organizations, services,
/// locations and what links them, and what HSDS has no table for in tables `x_lotse_...`. Reading
/// it again gives a network with the same SHA-256 (mailboxes included).
std::vector<OutputFile> hsds_files(const Network& network, const ExportOptions& options = {});

/// The same as one JSON document: the tables as lists, what belongs to a row inside of it (schemas
/// tabular.json and service.json of HSDS).
std::string hsds_json_text(const Network& network, const ExportOptions& options = {});

/// A workbook: one sheet a table, headings and codes as people read them, drop-downs, explanations.
/// Reading it again gives a network with the same SHA-256 (mailboxes included). Errors: limit
/// (more than a cell or sheet can hold), input_output.
Result<std::string> xlsx_text(const Network& network, const ExportOptions& options = {});

/// One CSV file a table (UTF-8, comma, LF) and datapackage.json. Reading the folder again gives a
/// network with the same SHA-256 (mailboxes included).
std::vector<OutputFile> csv_files(const Network& network, const ExportOptions& options = {});

/// nodes.csv (Id, Label ...) and edges.csv (Source, Target, Type ...) for Gephi's table import, and
/// a datapackage.json that names the network.
std::vector<OutputFile> gephi_csv_files(const Network& network, const ExportOptions& options = {});

/// GeoJSON (RFC 7946, WGS 84): one FeatureCollection; the property `layer` tells actors (Points),
/// ties (LineStrings) and areas (MultiPolygons with the figures of options.areas) apart.
/// `position` says where a place comes from: recorded, area (the point of the area an actor sits
/// in), boundary, or none (geometry null). Sources of the boundaries are members of the collection.
std::string geojson_text(const Network& network, const ExportOptions& options = {});

/// The same three layers as a GeoPackage, made by lotse-gdal. Errors: input_output (lotse-gdal is
/// missing or gave up).
Result<std::string> geopackage_text(const Network& network, const ExportOptions& options = {});

/// A workbook for Kumu: the sheets Elements (Label, Type, Description, Tags ...) and Connections
/// (From, To, Direction, Type, Label, Strength ...). Errors as xlsx_text.
Result<std::string> kumu_text(const Network& network, const ExportOptions& options = {});

/// The figures of options.areas as CSV: a row an area and date, a column an indicator. KomMonitor
/// maps a column of keys, one of dates and one of values at a time (its importer, FeatureDecoder),
/// which this shape allows for every indicator. Numbers that are not recorded or kept back are
/// empty; the column `withheld` names the latter.
std::string indicators_text(const Network& network, const ExportOptions& options = {});

/// A form a network can be written in. `text` makes one file, `files` a folder; the other is null.
struct ExportForm {
    std::string_view as;      ///< its name for `--as`; empty: the ending alone names it
    std::string_view ending;  ///< ".gexf"; empty: a folder
    Text label;
    Result<std::string> (*text)(const Network&, const ExportOptions&);
    Result<std::vector<OutputFile>> (*files)(const Network&, const ExportOptions&);
    /// What this form cannot hold of the network; null: it holds everything.
    std::vector<Message> (*left_out)(const Network&, const ExportOptions&);
    /// Whether it shows options.areas.
    enum class Areas { no, yes } areas = Areas::no;
};
/// All of them; the first of an ending is its usual one.
std::span<const ExportForm> export_forms();

/// The form called `as` for this target; `as` empty: the usual one of its ending (case does not
/// matter), also where a folder of that name exists. No ending, or an existing folder with an
/// ending that no form has: a folder. Errors: usage (there is none; the message names those there
/// are).
Result<const ExportForm*> find_export_form(const std::filesystem::path& target,
                                           std::string_view as);

/// Writes the network in the form that `options.as` and the target's ending name.
/// Errors: as find_export_form and write_file.
Status export_network(const Network& network, const std::filesystem::path& target,
                      const ExportOptions& options, const OutputRules& rules);

/// What the form leaves out of this network, in words for the user; empty: nothing.
std::vector<Message> export_notes(const Network& network, const ExportForm& form,
                                  const ExportOptions& options);

}  // namespace lotse::io

#endif
