/// NetworkBuilder: rows of text in, a checked Network out, with every problem named by its place.
#ifndef LOTSE_MODEL_NETWORK_BUILDER_HPP
#define LOTSE_MODEL_NETWORK_BUILDER_HPP

#include <lotse/base/issue.hpp>
#include <lotse/model/network.hpp>

#include <memory>
#include <span>
#include <vector>

namespace lotse {

/// How many rows of the input became part of the network.
struct RowCounts {
    std::int64_t read = 0;
    std::int64_t used = 0;
    std::int64_t rejected = 0;
};

struct BuildResult {
    Network network;            ///< made of the usable rows
    std::vector<Issue> issues;  ///< sorted by place
    RowCounts rows;

    /// An issue is an error: rows were left out, and results would mislead.
    bool has_errors() const;
    /// An issue has the code client_data: nothing of the input may be used or shown.
    bool holds_client_data() const;
};

/// Code of the issues that name data of persons; their messages never repeat the value.
inline constexpr std::string_view client_data = "client-data";

/// Where a row begins in its file; column 0: rows are lines.
struct RowPlace {
    /// Rows and columns count from 1.
    RowPlace(int row_number, int column_number = 0) : row{row_number}, column{column_number} {}

    int row;
    int column;
};

/// Takes the rows of one table, in the columns its file has them.
class TableInput {
public:
    virtual ~TableInput() = default;

    /// A column under a heading as found: key, German or English heading, a common variant, or
    /// something foreign, which is kept and reported. `number` is its place in the file (0: none).
    virtual void add_column(std::string_view heading, int number) = 0;
    /// After the last heading of a tabular file: names required columns that are missing.
    virtual void finish_columns() = 0;
    /// Cells in the order of the columns; missing ones at the end are empty.
    virtual void add_row(RowPlace where, std::span<const Cell> cells) = 0;
    /// A row in which the reader itself found (and reported) an error: its cells are checked like
    /// those of any other, but it is not used.
    virtual void add_faulty_row(RowPlace where, std::span<const Cell> cells) = 0;
    /// A row that the reader could not even split into cells.
    virtual void reject_row(Issue issue) = 0;
};

class NetworkBuilder {
public:
    NetworkBuilder();
    ~NetworkBuilder();

    /// A table by its key, or by the German or English name of its file or sheet ("Akteure").
    /// nullptr: no table is called so. `where` names file and sheet, and the row of the headings.
    TableInput* table(std::string_view name, const SourcePosition& where);

    /// Title, licence and whether it is fictional, as the input states them.
    void describe(NetworkInfo info);
    /// A problem that the reader itself found.
    void report(Issue issue);

    /// Checks keys, references and contradictions across rows.
    BuildResult finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The tables' keys in the order of the data format, each with its German and English name.
struct TableName {
    std::string_view key;
    Text name;
};
/// All tables, mandatory or not.
std::span<const TableName> table_names();

/// Key of the table that is called so, by its key or its German or English name; empty: none is.
std::string_view table_key(std::string_view name);

/// "Did you mean 'ties'?" for a table name nobody knows; empty: nothing is close.
std::string_view similar_table(std::string_view name);

}  // namespace lotse

#endif
