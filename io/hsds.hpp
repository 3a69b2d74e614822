/// HSDS 3.0 (Human Services Data Specification of Open Referral): its tables and columns as far as
/// lotse writes them, and what lotse adds.
#ifndef LOTSE_IO_HSDS_HPP
#define LOTSE_IO_HSDS_HPP

#include <lotse/base/text.hpp>

#include <span>
#include <string>
#include <string_view>

namespace lotse::io::hsds {

/// What a column holds; the schema and the data package say so.
enum class Type { text, uuid, uri, email, date, number, integer };

enum class Kept { no, yes };

struct Field {
    std::string_view name;
    Type type = Type::text;
    bool required = false;
    std::string_view refers_to = {};  ///< name of the resource whose id stands here
    /// lotse has no column for it: read into a foreign column of the same name, and written back.
    Kept kept = Kept::no;
};

struct Resource {
    std::string_view name;  ///< "organization"
    std::string_view path;  ///< "organizations.csv"
    std::span<const Field> fields;
};

/// The tables that lotse writes, in the order of the specification.
std::span<const Resource> resources();

/// Name of the table that is called so, in HSDS 3.0 or one of the names that 2.0 and Open Referral
/// UK have for it ("organizations", "regular_schedules"). Empty: no table of HSDS.
std::string_view resource_name(std::string_view name);

/// Columns and tables of lotse's own begin so; the rest of the name is that of the data
/// format.
inline constexpr std::string_view own_prefix = "x_lotse_";
/// Foreign columns that HSDS has no column for.
inline constexpr std::string_view extra_prefix = "x_lotse_extra_";
/// What says the name of the network in a JSON document.
inline constexpr std::string_view own_network = "x_lotse_network";

/// Member of a page of an API that holds its rows.
inline bool is_page_list(std::string_view member) {
    return member == "contents" || member == "content";
}

/// UUIDv5 of `<table>/<key>` in the namespace of lotse; a key that is a UUID stays as it is.
/// The namespace is UUIDv5 of "lotse.example" in the namespace of domain names.
std::string id_of(std::string_view table, std::string_view key);

/// HSDS knows four states of a service and requires one of them. Not recorded counts as active,
/// with a sentence in `alert`.
std::string_view status_of_offer(std::string_view offer_status);
/// The reverse; empty: HSDS has no such status.
std::string_view offer_status_of(std::string_view status);

/// Sentences that stand where HSDS wants words and lotse has a code. Read again they mean nothing
/// but the code.
inline constexpr Text status_not_recorded{"Ob das Angebot zurzeit besteht, ist nicht erhoben.",
                                          "Whether the service exists at present is not recorded."};
inline constexpr Text free_of_charge{"kostenfrei", "free of charge"};
inline constexpr Text not_free{"kostenpflichtig", "not free of charge"};
inline constexpr Text barrier_free{"barrierefrei", "barrier-free"};
inline constexpr Text not_barrier_free{"nicht barrierefrei", "not barrier-free"};
/// HSDS requires a description of every organization; lotse records none.
std::string description_of_kind(std::string_view kind, Language language);

inline bool is_one_of(std::string_view text, const Text& words) {
    return text == words.de || text == words.en;
}

/// The code lists that stand as taxonomies, each with what it is about.
struct Taxonomy {
    std::string_view list;    ///< name of the code list
    std::string_view column;  ///< of offers or actors
    Text description;
};
std::span<const Taxonomy> taxonomies();

/// A URI as the schemas check it (RFC 3986): ASCII, http or https.
bool is_web_uri(std::string_view text);

}  // namespace lotse::io::hsds

#endif
