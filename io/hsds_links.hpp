/// What the tables of HSDS that only link and qualify say about organizations, services and
/// locations.
#ifndef LOTSE_IO_HSDS_LINKS_HPP
#define LOTSE_IO_HSDS_LINKS_HPP

#include "graph_file.hpp"
#include "hsds_rows.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace lotse::io::hsds {

/// Grouped issues, file by file.
class FileIssues {
public:
    GroupedIssues& of(const std::string& file) {
        return by_file_.try_emplace(file, file).first->second;
    }
    void report_to(NetworkBuilder& builder) const {
        for (const auto& [file, issues] : by_file_) issues.report_to(builder);
    }

private:
    std::map<std::string, GroupedIssues> by_file_;
};

using Texts = std::vector<std::string>;
/// What lotse has no column for, by the foreign column that keeps it.
using KeptTexts = std::map<std::string, Texts, std::less<>>;

struct OrganizationLinks {
    std::string kind;  ///< of a term that lotse knows
    Texts terms;       ///< names of the others
    KeptTexts kept;
};

struct LocationLinks {
    std::string barrier_free;  ///< yes or no, from lotse's own words
    Texts accessibility;
    KeptTexts kept;
};

struct ServiceLinks {
    std::map<std::string, Texts, std::less<>> codes;  ///< by column: topics, targets, legal
    Texts terms;
    Texts areas;
    Texts venues;
    Texts funders;
    Texts funding;
    Texts languages;
    Texts costs;  ///< in words
    KeptTexts kept;
    std::string fee_eur;
    bool fee_has_terms = false;  ///< words or days say when it is this fee
    std::set<std::pair<std::string, std::string>> periods;  ///< first and last day
    int cost_options = 0;
    bool own = false;  ///< lotse wrote the service
};

struct Links {
    std::unordered_map<std::string, std::string> organization_keys;  ///< by id
    std::unordered_map<std::string, std::string> location_keys;
    std::unordered_map<std::string, OrganizationLinks> organizations;
    std::unordered_map<std::string, LocationLinks> locations;
    std::unordered_map<std::string, ServiceLinks> services;
    std::map<std::string, std::string> areas;  ///< name by key, of those that need a row
    std::set<const ReadRow*> repeated;         ///< rows with the id of another one, reported

    bool is_faulty(const ReadRow& row) const { return row.faulty || repeated.contains(&row); }
};

/// The key that lotse gave the row, else its id.
std::string key_of(const ReadTable& table, const ReadRow& row);

/// A number as HSDS writes it, in the form that lotse's columns take; another text as it is.
std::string number_text(std::string_view text);

/// Names of several things as one cell.
std::string joined(const Texts& texts);

/// Links to rows that are not there are errors (code unknown-id); such a row counts as rejected.
Links collect_links(const ReadPackage& package, FileIssues& issues, NetworkBuilder& builder);

/// The error of a link to nothing, at its cell.
Issue unknown_id(const ReadTable& table, const ReadRow& row, std::string_view column);

}  // namespace lotse::io::hsds

#endif
