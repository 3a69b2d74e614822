#include "hsds.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/base/uuid.hpp>
#include <lotse/model/codebook.hpp>

#include <algorithm>
#include <array>

namespace lotse::io::hsds {
namespace {

constexpr Field id{"id", Type::uuid, true};
constexpr Field kept(std::string_view name, Type type = Type::text) {
    return {name, type, false, {}, Kept::yes};
}
constexpr Field link(std::string_view name, std::string_view resource) {
    return {name, Type::uuid, true, resource};
}

constexpr std::array organization{
    id,
    Field{"name", Type::text, true},
    Field{"alternate_name"},
    Field{"description", Type::text, true, {}, Kept::yes},
    Field{"email", Type::email},
    Field{"website", Type::uri},
    kept("tax_status"),
    kept("year_incorporated", Type::number),
    kept("legal_status"),
    kept("logo"),
    kept("uri", Type::uri),
    Field{"parent_organization_id", Type::uuid, false, "organization"},
};
constexpr std::array service{
    id,
    Field{"organization_id", Type::uuid, false, "organization"},
    Field{"name", Type::text, true},
    kept("alternate_name"),
    kept("description"),
    kept("url", Type::uri),
    Field{"status", Type::text, true},
    kept("interpretation_services"),
    kept("application_process"),
    kept("fees_description"),
    kept("wait_time"),
    kept("fees"),
    kept("accreditations"),
    kept("eligibility_description"),
    kept("minimum_age", Type::number),
    kept("maximum_age", Type::number),
    Field{"assured_date", Type::date},
    kept("licenses"),
    kept("alert"),
};
constexpr std::array attribute{
    id,
    Field{"link_id", Type::uuid, true},
    link("taxonomy_term_id", "taxonomy_term"),
    Field{"link_entity", Type::text, true},
};
constexpr std::array service_at_location{
    id,
    link("service_id", "service"),
    link("location_id", "location"),
};
constexpr std::array location{
    id,
    Field{"location_type", Type::text, true},
    kept("url", Type::uri),
    Field{"name"},
    kept("alternate_name"),
    kept("description"),
    kept("transportation"),
    Field{"latitude", Type::number},
    Field{"longitude", Type::number},
    kept("external_identifier"),
    kept("external_identifier_type"),
};
constexpr std::array contact{
    id,
    link("organization_id", "organization"),
    Field{"title"},
    Field{"email", Type::email},
};
constexpr std::array schedule{
    id,
    link("service_id", "service"),
    Field{"valid_from", Type::date},
    Field{"valid_to", Type::date},
};
constexpr std::array funding{id, link("service_id", "service"), Field{"source"}};
constexpr std::array service_area{id, link("service_id", "service"), Field{"name"}};
constexpr std::array language{id, link("service_id", "service"), Field{"name"}, Field{"code"}};
constexpr std::array accessibility{id, link("location_id", "location"), Field{"description"}};
constexpr std::array taxonomy_term{
    id,
    Field{"code", Type::text, true},
    Field{"name", Type::text, true},
    Field{"description", Type::text, true},
    Field{"taxonomy"},
    Field{"language"},
    link("taxonomy_id", "taxonomy"),
};
constexpr std::array cost_option{
    id,
    link("service_id", "service"),
    Field{"currency"},
    Field{"amount", Type::number},
};
constexpr std::array taxonomy{
    id,
    Field{"name", Type::text, true},
    Field{"description", Type::text, true},
};

constexpr std::array all{
    Resource{"organization", "organizations.csv", organization},
    Resource{"service", "services.csv", service},
    Resource{"attribute", "attributes.csv", attribute},
    Resource{"service_at_location", "service_at_location.csv", service_at_location},
    Resource{"location", "locations.csv", location},
    Resource{"contact", "contacts.csv", contact},
    Resource{"schedule", "schedules.csv", schedule},
    Resource{"funding", "funding.csv", funding},
    Resource{"service_area", "service_areas.csv", service_area},
    Resource{"language", "languages.csv", language},
    Resource{"accessibility", "accessibility.csv", accessibility},
    Resource{"taxonomy_term", "taxonomy_terms.csv", taxonomy_term},
    Resource{"cost_option", "cost_options.csv", cost_option},
    Resource{"taxonomy", "taxonomies.csv", taxonomy},
};

/// Names in the singular, after `resource_name` has taken off an s. Those that lotse does not carry
/// over are here too, so that they can be named.
constexpr std::array<std::pair<std::string_view, std::string_view>, 45> names{{
    {"organization", "organization"},
    {"organisation", "organization"},
    {"service", "service"},
    {"location", "location"},
    {"service at location", "service_at_location"},
    {"service area", "service_area"},
    {"attribute", "attribute"},
    {"service attribute", "attribute"},
    {"other attribute", "attribute"},
    {"service taxonomy", "attribute"},
    {"service taxonomies", "attribute"},
    {"link taxonomy", "attribute"},
    {"link taxonomies", "attribute"},
    {"taxonomy", "taxonomy"},
    {"taxonomies", "taxonomy"},
    {"taxonomy detail", "taxonomy"},
    {"taxonomy term", "taxonomy_term"},
    {"schedule", "schedule"},
    {"regular schedule", "schedule"},
    {"holiday schedule", "schedule"},
    {"cost option", "cost_option"},
    {"funding", "funding"},
    {"language", "language"},
    {"accessibility", "accessibility"},
    {"accessibility for disabilities", "accessibility"},
    {"accessibility for disabilitie", "accessibility"},
    {"contact", "contact"},
    {"phone", "phone"},
    {"addresse", "address"},
    {"address", "address"},
    {"physical addresse", "address"},
    {"physical address", "address"},
    {"postal addresse", "address"},
    {"postal address", "address"},
    {"program", "program"},
    {"required document", "required_document"},
    {"eligibility", "eligibility"},
    {"eligibilities", "eligibility"},
    {"organization identifier", "organization_identifier"},
    {"metadata", "metadata"},
    {"meta table description", "meta_table_description"},
    {"review", "review"},
    {"payment accepted", "payment_accepted"},
    {"payments accepted", "payment_accepted"},
    {"service capacity", "service_capacity"},
}};

constexpr std::array taxonomy_lists{
    Taxonomy{"topics", "topics", {"Handlungsfelder und Themen", "Fields of action and topics"}},
    Taxonomy{"targets", "targets", {"Zielgruppen", "Target groups"}},
    Taxonomy{"legal_circles",
             "legal",
             {"Rechtskreise, deren Kundinnen und Kunden teilnehmen können",
              "Legal circles whose clients may take part"}},
    Taxonomy{"actor_kinds", "kind", {"Arten von Einrichtungen", "Kinds of organizations"}},
};

}  // namespace

std::span<const Resource> resources() {
    return all;
}

std::string_view resource_name(std::string_view name) {
    std::string key = unicode::match_key(name);
    // Before 3.0 files are called services_taxonomy.csv, services_at_location.csv.
    if (key.starts_with("services ")) key.erase(std::string_view{"service"}.size(), 1);
    std::string_view singular = key;
    const auto named = [&] {
        const auto found = std::ranges::find(names, singular,
                                             &std::pair<std::string_view, std::string_view>::first);
        return found == names.end() ? std::string_view{} : found->second;
    };
    if (const auto found = named(); !found.empty()) return found;
    if (!singular.ends_with('s')) return {};
    singular.remove_suffix(1);
    return named();
}

std::string id_of(std::string_view table, std::string_view key) {
    constexpr std::string_view name_space = "aee62e43-d2dd-55fe-a8a4-b9de810f4df0";
    if (is_uuid(key)) return std::string{key};
    return uuid_v5(name_space, std::string{table} + '/' + std::string{key});
}

std::string_view status_of_offer(std::string_view offer_status) {
    if (offer_status == "planned") return "inactive";
    if (offer_status == "paused") return "temporarily closed";
    if (offer_status == "ended") return "defunct";
    return "active";
}

std::string_view offer_status_of(std::string_view status) {
    const std::string key = unicode::match_key(status);
    if (key == "active") return "active";
    if (key == "defunct") return "ended";
    if (key == "inactive" || key == "temporarily closed") return "paused";
    return {};
}

std::string description_of_kind(std::string_view kind, Language language) {
    return std::string{Codebook::built_in().choice("actor_kinds", kind).label.in(language)};
}

std::span<const Taxonomy> taxonomies() {
    return taxonomy_lists;
}

bool is_web_uri(std::string_view text) {
    constexpr std::string_view others = "-._~:/?#[]@!$&'()*+,;=";
    const auto is_plain = [&](char c) {
        return ascii::is_alphanumeric(c) || others.find(c) != std::string_view::npos;
    };
    const std::size_t scheme = text.starts_with("https://")  ? 8
                               : text.starts_with("http://") ? 7
                                                             : 0;
    if (scheme == 0 || text.size() == scheme) return false;
    // Brackets and @ are legal in few places; an address with them stays in a column of its own.
    if (text.find_first_of("[]@") != std::string_view::npos) return false;
    for (std::size_t i = scheme; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && ascii::is_hex_digit(text[i + 1]) &&
            ascii::is_hex_digit(text[i + 2]))
            i += 2;
        else if (!is_plain(text[i]))
            return false;
    }
    return text.find('#') == text.rfind('#');
}

}  // namespace lotse::io::hsds
